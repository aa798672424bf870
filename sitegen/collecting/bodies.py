"""The body of an entry of a city, with the links and pictures as they are called in the province."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.collecting.city import City
from sitegen.collecting.naming import Naming
from sitegen.collecting.pictures import name_of
from sitegen.loading.links import TARGET, outside_code
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.problems import Kind, Problem, Severity
from sitegen.rendering import markdown

NAMES = frozenset(name for name, c in COLLECTIONS.items() if c.shown)
MEDIA = "media:"
UNUSUAL_LINK = Kind(
    "collect.unusual-link",
    Severity.ERROR,
    zh="正文里的链接“{target}”写法特别，汇集时不能改成“{new}”",
    en="the link “{target}” is written in an unusual way, so it cannot be made “{new}” for the province",
    fix_zh="写成[文字](地址)的样子，地址里不用 % 和反斜杠",
    fix_en="write it as [words](address), without % and backslashes in the address",
)


def body_of(entry: Entry, city: City, naming: Naming) -> tuple[str, list[Problem]]:
    """The body of an entry with its links changed, and those that cannot be changed."""
    body = entry.body
    if not entry.links:
        return body, []
    written = city.links[entry.key]
    new = [_new_target(link, city, naming) for link in entry.links]
    changes = {old: to for old, to in zip(written, new, strict=True) if old != to}
    if not changes:
        return body, []
    spelled = dict(_spellings(changes))
    text = "\n".join(_lines(body, spelled))
    made = set(markdown.render(text, NAMES).links)
    pairs = zip(written, new, strict=True)
    wrong = next(((old, to) for old, to in pairs if to not in made), None)
    if wrong is None and made <= set(new):
        return text, []
    old, to = wrong or (written[0], new[0])
    at = city.place(entry, ("body", old))
    return text, [Problem(UNUSUAL_LINK, at, {"target": old, "new": to})]


def _new_target(link: str, city: City, naming: Naming) -> str:
    """The target in the province. What is not collected stays where it is: on the city's site."""
    if link.startswith(MEDIA):
        return MEDIA + name_of(city.prefix, link.removeprefix(MEDIA))
    urls = addresses.urls_of(city.site)
    if link.startswith("/"):
        return urls.permanent_shared(link.removeprefix(city.site.settings.base_path))
    target, hash_sign, fragment = link.partition("#")
    if target.partition(":")[0] not in COLLECTIONS:
        return link
    key = naming.key(target)
    if key is not None:
        return f"{key}{hash_sign}{fragment}"
    entry = city.entries.get(target)
    return (
        urls.permanent(addresses.entry(entry)) + hash_sign + fragment
        if entry
        else urls.permanent("")
    )


def _spellings(changes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The new targets by how the old ones may stand in Markdown."""
    for old, new in changes.items():
        yield old, new
        if old.startswith(MEDIA):
            name = old.removeprefix(MEDIA)
            yield name, new
            yield f"media/{name}", new


def _lines(body: str, changes: dict[str, str]) -> Iterator[str]:
    """The lines of a body with these targets changed where they are targets, outside code."""
    shown = dict(outside_code(body))
    for number, line in enumerate(body.split("\n")):
        pieces, done = [], 0
        for match in TARGET.finditer(shown.get(number, "")):
            start, end = match.span(1)
            new = changes.get(line[start:end])
            if new is not None:
                pieces += [line[done:start], new]
                done = end
        yield "".join([*pieces, line[done:]])
