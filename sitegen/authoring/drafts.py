"""The file of a new entry: known values filled in, other fields there as comments.

Each field has its description as a comment above it, so that an author needs no manual to go on. Nothing
stands behind a field: a value that is typed at the end of its line is always a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sitegen.authoring.edits.scalars import scalar
from sitegen.authoring.field_descriptions import FieldDescription, describe
from sitegen.loading import formats
from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import Record
from sitegen.model.options import Options
from sitegen.problems import Language

Value: TypeAlias = "str | list[str] | list[dict[str, Value]]"
"""The value of a field: a text, a list of texts, or a list of groups of fields."""

WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "required": "必填",
        "choices": "可选：",
        "private": "内部，不公开",
        "colon": "：",
        "comma": "、",
        "marks": "（{}）",
        "then": "；",
        "rest": "下面各项都可以不写。要写哪一项，就删去它行首的“# ”，在冒号后面空一格填上。",
        "more": "还可以写的各项：{fields}。说明见 docs/fields.md，或用 sitegen new --full 全部列出。",
    },
    "en": {
        "required": "required",
        "choices": "one of: ",
        "private": "never published",
        "colon": ": ",
        "comma": ", ",
        "marks": " ({})",
        "then": "; ",
        "rest": "All below is optional. To use a field, remove the “# ” in front and fill it in.",
        "more": "More fields: {fields}. See docs/fields.md, or list them all with sitegen new --full.",
    },
}


def entry_file(collection: str, identifier: str) -> str:
    """The path of an entry's file below the site."""
    format = formats.MARKDOWN if COLLECTIONS[collection].shown else formats.YAML
    return f"content/{collection}/{identifier}{format.extension}"


def entry_text(
    collection: str,
    values: Mapping[str, Value],
    options: Options,
    language: Language,
    *,
    full: bool = False,
) -> str:
    """The text of a new entry's file, with these values by field."""
    yaml = front_matter(collection, values, options, language, full=full)
    return f"---\n{yaml}---\n\n" if COLLECTIONS[collection].shown else yaml


def front_matter(
    collection: str,
    values: Mapping[str, Value],
    options: Options,
    language: Language,
    *,
    full: bool = False,
) -> str:
    """The YAML of a new entry. Required fields are there even where they have no value; of the others
    those that most entries have, or with `full` all of them."""
    draft = _Draft(options, language, full)
    lines: list[str] = []
    optional: list[str] = []
    more: list[str] = []
    for name, field in draft.describe(COLLECTIONS[collection].model).items():
        if field.is_required or name in values:
            lines += draft.filled(field, values.get(name, ""), "")
        elif draft.offers(field):
            optional += draft.commented_out(field, "# ")
        else:
            more.append(field.title if language == "zh" else name)
    for name, extra in options.fields.get(collection, {}).items():
        label = extra.label.zh if language == "zh" else extra.label.en
        optional += [f"# {label}", f"# {name}:"]
    words = WORDS[language]
    lines += ["", f"# {words['rest']}", "", *optional]
    if more:
        lines += ["", "# " + words["more"].format(fields=words["comma"].join(more))]
    return "\n".join(lines) + "\n"


def commented_out(collection: str, name: str, options: Options) -> list[list[str]]:
    """The lines that drafts have for an optional field, in each language, short and full."""
    found = []
    for language in WORDS:
        for full in (False, True):
            draft = _Draft(options, language, full)
            field = draft.describe(COLLECTIONS[collection].model).get(name)
            found.append(list(draft.commented_out(field, "# ")) if field else [])
    return found


@dataclass(frozen=True, slots=True)
class _Draft:
    """Writes fields as lines of YAML."""

    options: Options
    language: Language
    full: bool

    def offers(self, field: FieldDescription) -> bool:
        """Whether the draft has this optional field."""
        return self.full or field.is_usual

    def describe(self, model: type[Record]) -> dict[str, FieldDescription]:
        return describe(model, self.options, self.language)

    def filled(self, field: FieldDescription, value: Value, indent: str) -> Iterator[str]:
        """A field with its value, below a comment with its description."""
        yield f"{indent}# {self._comment(field)}"
        if field.group is None:
            yield f"{indent}{field.name}: {_yaml(value)}".rstrip()
            return
        yield f"{indent}{field.name}:"
        for item in value or [{}]:
            assert isinstance(item, dict)
            lines: list[str] = []
            for name, inner in self.describe(field.group).items():
                if inner.is_required or name in item:
                    lines += self.filled(inner, item.get(name, ""), "")
                elif self.offers(inner):
                    lines += self.commented_out(inner, "# ")
            yield from _list_item(lines, indent, starts=lambda line: not line.startswith("#"))

    def commented_out(self, field: FieldDescription, prefix: str) -> Iterator[str]:
        """A field without a value, below a comment with its description; `prefix` begins its line."""
        yield f"# {self._comment(field)}"
        yield f"{prefix}{field.name}:"
        if field.group is None:
            return
        lines: list[str] = []
        for inner in self.describe(field.group).values():
            if self.offers(inner):
                lines += self.commented_out(inner, "")
        if field.is_list:
            yield from _list_item(lines, prefix, starts=lambda line: not line.startswith("#"))
        else:
            yield from (f"{prefix}  {line}" for line in lines)

    def _comment(self, field: FieldDescription) -> str:
        texts = WORDS[self.language]
        marks = [texts["required"]] if field.is_required else []
        marks += [texts["private"]] if field.is_private else []
        if field.choices:
            marks.append(texts["choices"] + texts["comma"].join(field.choices))
        comment = f"{field.title}{texts['colon']}{field.about}"
        return comment + (texts["marks"].format(texts["then"].join(marks)) if marks else "")


def _list_item(
    lines: Iterable[str], indent: str, *, starts: Callable[[str], bool]
) -> Iterator[str]:
    """The lines as one item of a list: its dash is before the first line that `starts` it."""
    started = False
    for line in lines:
        dash = not started and starts(line)
        started = started or dash
        yield f"{indent}  {'- ' if dash else '  '}{line}"


def _yaml(value: Value) -> str:
    if isinstance(value, str):
        return scalar(value)
    texts = [scalar(text, in_list=True) for text in value if isinstance(text, str)]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]" if texts else ""
