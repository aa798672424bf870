"""No name looks like that of another entry and is a different one.

Readers take the two for one: a Cyrillic letter in a brand, a radical in place of a character. Mostly it came
from a PDF or another input method; sometimes somebody wants the two confused. `model.lookalikes` says which
characters pass for others.

Passes: 未家庄 and 末家庄, two villages
Fails: 长岭 and ⻓岭, the second with a radical at its beginning
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.names import folded
from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.lookalikes import first_difference, skeleton
from sitegen.problems import Kind, Severity

LOOKALIKE = Kind(
    "entry.lookalike-name",
    Severity.WARNING,
    zh="“{name}”看起来就是 {other} 的“{usual}”，写法却不同[[：这里是“{mine}”（{mine_code}），那里是“{theirs}”（{theirs_code}）]]",
    en="“{name}” looks like “{usual}” of {other} and is another name[[: “{mine}” ({mine_code}) here, "
    "“{theirs}” ({theirs_code}) there]]",
    fix_zh="同一个名称，就照那一个重新输入；确实是两个，就加上能看出区别的字",
    fix_en="if it is the same, type it again as it is there; if not, add what tells the two apart",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    seen: dict[str, dict[str, tuple[str, str]]] = {}
    for entry in catalogue.catalogue.entries.values():
        if not COLLECTIONS[entry.collection].shown:
            continue
        for field, name in _names(entry):
            spellings = seen.setdefault(skeleton(name), {})
            plain = folded(name)
            for key, usual in spellings.values():
                if plain not in spellings and key != entry.key:
                    facts = {"name": name, "other": key, "usual": usual, **_difference(name, usual)}
                    yield Finding(LOOKALIKE, catalogue.at(entry.key, field), facts)
                    break
            spellings.setdefault(plain, (entry.key, name))


def _names(entry: Entry) -> Iterator[tuple[str, str]]:
    """(field, name) of all that an entry is called."""
    yield "name", entry.name
    for name, _ in entry.called:
        if name == entry.short_name:
            yield "short_name", name
        else:
            yield "former_names" if name in entry.former_names else "aka", name


def _difference(name: str, usual: str) -> dict[str, str]:
    mine, theirs = first_difference(name, usual)
    codes = [f"U+{ord(character):04X}" if character else "" for character in (mine, theirs)]
    return {"mine": mine, "mine_code": codes[0], "theirs": theirs, "theirs_code": codes[1]}


RULE = CatalogueRule(kinds=(LOOKALIKE,), check=check)
