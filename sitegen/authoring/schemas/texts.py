"""The schema of a value that is written as one text: a form, a choice, a reference.

Editors read YAML by its types, where sitegen takes all for text: 2025 is a number there, `true` a truth. A schema
therefore takes these too, as far as their text would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sitegen.model.types import Label
from sitegen.model.value_forms import Form
from sitegen.problems import Language

Schema = dict[str, Any]
BLANK: Final[Schema] = {"$ref": "#/$defs/blank"}
"""A field without a value counts as not written."""
BLANK_DEFINITION: Final[Schema] = {
    "type": ["null", "string", "array", "object"],
    "maxLength": 0,
    "maxItems": 0,
    "additionalProperties": BLANK,
}
SPECIAL: Final = re.compile(r"[\\^$.*+?()\[\]{}|/]")
WHOLE_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,15}")
TRUTHS: Final = {word: word.lower() == "true" for word in ("true", "True", "false", "False")}


def one(alternatives: Sequence[Schema]) -> Schema:
    """The schema of a value that is right where one of these is."""
    return alternatives[0] if len(alternatives) == 1 else {"anyOf": list(alternatives)}


def whole(pattern: str) -> str:
    """The expression for a text that is what `pattern` says, apart from blanks around it."""
    return rf"^\s*(?:{pattern})\s*$"


def of_form(form: Form, language: Language) -> list[Schema]:
    """The alternatives of a text of some form."""
    text: Schema = {"type": ["string"], "pattern": whole(form.pattern) if form.pattern else r"\S"}
    if any(form.wanted):
        text["patternErrorMessage"] = form.wanted[0 if language == "zh" else 1]
    if not form.pattern or any(re.fullmatch(form.pattern, word) for word in TRUTHS):
        text["type"].append("boolean")
    kind = "integer" if form.whole else "number"
    if form.numbers is None:
        text["type"].append(kind)
    spans = [
        {"type": kind, "minimum": least, "maximum": most} for least, most in form.numbers or ()
    ]
    if not form.in_words:
        return [text, *spans]
    words = {
        "type": "object",
        "properties": {"text": {"type": ["string", "number"]}, "sort": one([text, *spans])},
        "required": ["text", "sort"],
        "additionalProperties": False,
    }
    return [text, *spans, words]


def of_choice(options: Mapping[str, Label], language: Language) -> list[Schema]:
    """The alternatives of a choice: each code and each Chinese word, those first that the reader understands."""
    words = {label.zh: code for code, label in options.items()}
    codes = {code: label.zh if language == "zh" else label.en for code, label in options.items()}
    spellings = {**words, **codes} if language == "zh" else {**codes, **words}
    typed = [(value, told) for word, told in spellings.items() for value in _as_typed(word)]
    return [
        {"enum": [value for value, _ in typed], "enumDescriptions": [told for _, told in typed]}
    ]


def of_reference(collections: tuple[str, ...], language: Language) -> Schema:
    """The form of a reference that no list of known entries has: any name, but no other collection before a
    colon."""
    names = "|".join(map(escaped, collections))
    wanted = (
        f"写条目的编号或名称；冒号前面只能是 {'、'.join(collections)}",
        f"the id or the name of an entry; only {', '.join(collections)} may stand before a colon",
    )
    return {
        "type": ["string", "number"],
        "pattern": rf"^\s*[^:：\s][^:：]*$|(?:^|[、，；,;（])\s*(?:{names})\s*[:：]",
        "patternErrorMessage": wanted[0 if language == "zh" else 1],
    }


def joined(words: Iterable[str], separators: str) -> Schema:
    """Several of some words in one text."""
    word = "|".join(map(escaped, words))
    gap = rf"\s*[{separators}][{separators}\s]*"
    return {"type": "string", "pattern": whole(f"(?:{word})(?:{gap}(?:{word}))*(?:{gap})?")}


def joined_lines() -> Schema:
    """Several texts in one line. Each may have brackets, in which nothing separates, so the line is not cut here."""
    return {"type": ["string", "number", "boolean"], "pattern": whole(r"\S(?:[^\n]*\S)?")}


def escaped(text: str) -> str:
    """A text as a part of an expression."""
    return SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _as_typed(word: str) -> list[Any]:
    """A word, and what an editor takes it for where it is written without quotes."""
    if word in TRUTHS:
        return [word, TRUTHS[word]]
    return [word, int(word)] if WHOLE_NUMBER.fullmatch(word) else [word]
