"""A new entry as an author finds it: what is known filled in, every other field commented out.

All of it is read from the declarations of the model; the comments are the fields' descriptions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, get_args, get_origin

from pydantic.fields import FieldInfo

from sitegen.model.common import Stated
from sitegen.model.fields import Record, is_private, words
from sitegen.model.options import Options
from sitegen.model.types import choices_of
from sitegen.model.validate import owner_of
from sitegen.problems import Language

Value: TypeAlias = "str | list[str] | list[dict[str, Value]]"
"""A text, several, or groups of fields."""

WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "required": "必填",
        "choices": "可选：",
        "private": "内部，不公开",
        "colon": "：",
        "comma": "、",
        "marks": "（{}）",
        "then": "；",
        "rest": "下面各项都可以不写。要写哪一项，就删去行首的“# ”，在冒号后面空一格填上。",
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
    },
}
SAFE = re.compile(r"[^\W_][^\n\r\t:#：\"'\\`{}\[\]]*(?<!\s)\Z")
"""What YAML takes for plain text wherever a value stands."""


def front_matter(
    collection: str,
    model: type[Record],
    known: Mapping[str, Value],
    options: Options,
    language: Language,
) -> str:
    """The YAML of an entry. Required fields stand there even where nothing is known of them."""
    fields = list(named(model))
    first = [(name, info) for name, info in fields if info.is_required() or name in known]
    lines: list[str] = []
    for name, info in first:
        lines += _filled(model, name, info, known.get(name, ""), options, language, "")
    lines += ["", f"# {WORDS[language]['rest']}", ""]
    for name, info in fields:
        if (name, info) not in first:
            lines += _empty(model, name, info, options, language, "# ")
    for name, extra in options.fields.get(collection, {}).items():
        label = extra.label.zh if language == "zh" else extra.label.en
        lines.append(f"# {name}:  # {label}")
    return "\n".join(lines) + "\n"


def named(model: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields of a model as authors write them."""
    for attribute, info in model.model_fields.items():
        yield info.alias or attribute, info


def group_of(model: type[Record], name: str) -> type[Record] | None:
    """The model of a field that is a group of fields, or a list of such; None for any other."""
    inner = owner_of(model, (name,))
    if inner is model or issubclass(inner, Stated) or not issubclass(inner, Record):
        return None
    return inner


def _filled(
    model: type[Record],
    name: str,
    info: FieldInfo,
    value: Value,
    options: Options,
    language: Language,
    indent: str,
) -> Iterator[str]:
    yield f"{indent}# {_about(info, options, language)}"
    group = group_of(model, name)
    if group is None:
        yield f"{indent}{name}: {_written(value)}".rstrip()
        return
    yield f"{indent}{name}:"
    for item in value or [{}]:
        assert isinstance(item, dict)
        lines: list[str] = []
        for inner, about in named(group):
            if about.is_required() or inner in item:
                given = item.get(inner, "")
                lines += _filled(group, inner, about, given, options, language, "")
            else:
                lines += _empty(group, inner, about, options, language, "# ")
        yield from _listed(lines, indent, first=_is_field)


def _empty(
    model: type[Record],
    name: str,
    info: FieldInfo,
    options: Options,
    language: Language,
    prefix: str,
) -> Iterator[str]:
    yield f"{prefix}{name}:  # {_about(info, options, language)}"
    group = group_of(model, name)
    if group is None:
        return
    lines: list[str] = []
    for inner, about in named(group):
        lines += _empty(group, inner, about, options, language, "")
    if _is_list(info.annotation):
        yield from _listed(lines, prefix, first=lambda line: True)
    else:
        yield from (f"{prefix}  {line}" for line in lines)


def _listed(lines: Iterable[str], indent: str, first: Any) -> Iterator[str]:
    """The lines as one item of a list: a dash before the first that says something."""
    dashed = False
    for line in lines:
        dash = not dashed and first(line)
        dashed = dashed or dash
        yield f"{indent}  {'- ' if dash else '  '}{line}"


def _is_field(line: str) -> bool:
    return not line.startswith("#")


def _about(info: FieldInfo, options: Options, language: Language) -> str:
    say = WORDS[language]
    zh, en, about_zh, about_en = words(info)
    title, about = (zh, about_zh) if language == "zh" else (en, about_en)
    marks = [say["required"]] if info.is_required() else []
    marks += [say["private"]] if is_private(info) else []
    if labels := offered(info, options, language):
        marks.append(say["choices"] + say["comma"].join(labels))
    text = f"{title}{say['colon']}{about}"
    return text + (say["marks"].format(say["then"].join(marks)) if marks else "")


def offered(info: FieldInfo, options: Options, language: Language) -> list[str]:
    """What may be written in a field with a closed list, the site's own choices too."""
    choices = choices_of(info)
    if choices is None:
        return []
    every = {**choices.options, **options.choices.get(choices.name, {})}
    return [label.zh if language == "zh" else code for code, label in every.items()]


def _written(value: Value) -> str:
    if isinstance(value, str):
        return scalar(value)
    texts = [scalar(text, in_list=True) for text in value if isinstance(text, str)]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]" if texts else ""


def scalar(text: str, *, in_list: bool = False) -> str:
    """One line of text as YAML, in quotes where it needs them."""
    plain = not text or (SAFE.match(text) and not (in_list and "," in text))
    return text if plain else json.dumps(text, ensure_ascii=False)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(
        get_origin(part) is tuple for part in get_args(annotation)
    )
