"""Field types: each turns an author's text into a value, or raises a fault that says what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ValidationInfo
from pydantic.fields import FieldInfo

from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.fields import marked
from sitegen.model.lists_in_text import WORD_SEPARATORS, many, separated, words_in
from sitegen.model.path_parts import RESERVED
from sitegen.model.pinyin import slug
from sitegen.model.value_forms import Form, Reads, ReadsList, Span, advice
from sitegen.model.web_address import misleading, shows_another

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)
ID_LIMIT = 60
SHORT = 200
"""Maximum length of a text that has to have some form: a number, a date, a choice."""
ADDRESS_LIMIT = 2000
SIGNS = {">=": "≥", "=>": "≥", "≧": "≥", "<=": "≤", "=<": "≤", "≦": "≤", "==": "="}
"""Signs for relations as keyboards have them, with the one that is meant."""
MOST_COMPOSED = 4
"""Normalization makes one character of so many at most."""


def _any_case(word: str) -> str:
    """The pattern of a word in capital and small letters."""
    return "".join(f"[{c.upper()}{c}]" if c.isascii() else c for c in word)


YES = frozenset(["是", "有", "可", "能", "yes", "true"])
NO = frozenset(["否", "无", "不可", "不能", "no", "false"])
ID_FORM = Form(r"[a-z0-9]+(?:-[a-z0-9]+)*", advice(faults.NOT_AN_ID), whole=True)
ADDRESS = Form(
    r"[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\x22'/?#][^\s<>\x22']*",
    advice(faults.NOT_AN_ADDRESS),
    numbers=(),
    examples=("https://example.com/",),
)
YES_OR_NO = Form(
    "|".join(_any_case(word) for word in sorted(YES | NO)), advice(faults.NOT_YES_NO), numbers=()
)


@dataclass(frozen=True, slots=True)
class Label:
    """A choice as readers see it."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Marks a field with its closed list, for the schema and the documentation."""

    name: str
    options: Mapping[str, Label] = field(hash=False)
    closed: bool = False
    """Whether the program itself acts on each of them, so that a site can add none."""


def is_id(text: str) -> bool:
    return bool(ID.match(text)) and len(text) <= ID_LIMIT and text not in RESERVED


def scalar(value: Any, longest: int = 0) -> str:
    """The text of a scalar, trimmed; a list or group here is a fault.

    So is a text that surely is longer than `longest`, where that is given: before it is looked at more closely.
    """
    if isinstance(value, str):
        text = value.strip()
        if longest and len(text) > MOST_COMPOSED * longest:
            raise fault(faults.TOO_LONG, length=str(len(text)), limit=str(longest))
        return unicodedata.normalize("NFC", text)
    given = ("列表", "a list") if isinstance(value, list | tuple) else ("分组", "a group")
    texts = [part for part in value if isinstance(part, str)] if given[0] == "列表" else []
    raise fault(
        faults.WRONG_SHAPE,
        wanted="一段文字",
        given=given[0],
        wanted_en="text",
        given_en=given[1],
        right="、".join(texts) if len(texts) == len(value) else "",
    )


def one_line(value: Any, limit: int) -> str:
    """The text of a scalar that has one line of at most `limit` characters."""
    text = scalar(value, limit)
    if "\n" in text:
        raise fault(faults.NOT_ONE_LINE)
    if len(text) > limit:
        raise fault(faults.TOO_LONG, length=str(len(text)), limit=str(limit))
    return text


def line(limit: int) -> Reads:
    """One line of at most `limit` characters."""
    wanted = (f"只写一行，最多 {limit} 个字", f"one line of at most {limit} characters")
    form = Form(rf"\S(?:[^\n]{{0,{limit - 2}}}\S)?", wanted)
    return Reads(lambda value: one_line(value, limit), form=form)


def few_characters(limit: int) -> Reads:
    """A word of at most `limit` characters, spaces aside."""

    def read(value: Any) -> str:
        text = scalar(value)
        characters = "".join(text.split())
        if len(characters) > limit:
            facts = {"length": str(len(characters)), "limit": str(limit)}
            right = characters[:limit]
            raise fault(faults.TOO_MANY_CHARACTERS, value=text, **facts, right=right)
        return text

    wanted = (f"最多 {limit} 个字", f"at most {limit} characters")
    return Reads(read, form=Form(rf"(?:\S\s*){{1,{limit}}}", wanted))


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = scalar(value, SHORT).lower()
    if text in YES:
        return True
    if text in NO:
        return False
    raise fault(faults.NOT_YES_NO, value=text)


def is_web_address(text: str) -> bool:
    """Whether a text is an address of http or https, and nothing else."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
        parts = urlsplit("")
    return parts.scheme in ("http", "https") and bool(host) and not re.search(r"[\s<>\"']", text)


def _address(value: Any) -> str:
    text = scalar(value, ADDRESS_LIMIT)
    if not is_web_address(text):
        raise fault(faults.NOT_AN_ADDRESS, value=text)
    if wrong := misleading(text):
        raise fault(faults.MISLEADING_ADDRESS, value=text[:80], **wrong._asdict())
    return text


def address_under(*names: str) -> Reads:
    """The address of a link with the texts of these fields, which stand above it in their class."""

    def read(value: Any, info: ValidationInfo) -> str:
        address = _address(value)
        for name in names:
            if other := shows_another((info.data or {}).get(name) or "", address):
                raise fault(faults.OTHER_HOST, shown=other[0], host=other[1])
        return address

    return Reads(read, form=ADDRESS)


def _id(value: Any) -> str:
    text = scalar(value, SHORT)
    if not is_id(text):
        raise fault(
            faults.NOT_AN_ID, value=text, right=proposal if is_id(proposal := slug(text)) else ""
        )
    return text


def choice(
    name: str, options: Mapping[str, Label], *, closed: bool = False
) -> tuple[BeforeValidator, Choices]:
    """A list of choices, written as the code or the Chinese word; a site may add more in site.yaml
    where the list is not `closed` and stands in the collection itself.

    `name` is `collection.field`. The value is the code.
    """
    by_word = {label.zh: code for code, label in options.items()}

    def read(value: Any, info: ValidationInfo) -> str:
        text = scalar(value, SHORT)
        if text in options:
            return text
        if text in by_word:
            return by_word[text]
        added: Mapping[str, Label] = ((info.context or {}).get("choices") or {}).get(name, {})
        for code, label in added.items():
            if text in (code, label.zh):
                return code
        every = [label.zh for label in (*options.values(), *added.values())]
        sign = SIGNS.get(text)
        close = sign if sign in options else nearest(text, [*every, *options, *added])
        if close and close != sign and _may_mean_another(text, close):
            close = None
        raise fault(
            faults.NOT_A_CHOICE,
            value=text,
            nearest=close or "",
            choices="、".join(every),
        )

    return BeforeValidator(read), Choices(name, options, closed)


def _may_mean_another(word: str, other: str) -> bool:
    """Whether words of two characters share only one: 认定 is no slip for 认证. So is a sign none for another:
    >= for >. All choices are listed."""
    if not any(map(str.isalnum, other)):
        return True
    return len(word) == len(other) == 2 and not word.isascii() and word != other


def choices_of(info: FieldInfo) -> Choices | None:
    """The closed list of a field, None where it has none."""
    return marked(info, Choices)


def pattern(
    regex: str,
    wanted: str,
    wanted_en: str,
    fold: Callable[[str], str] = str,
    *,
    unfolded: str = "",
    numbers: tuple[Span, ...] | None = None,
) -> Reads:
    """Text of a fixed form. Where it is folded before, `unfolded` is the form of what may be written. `numbers` are
    the spans in which it is where it is written in digits alone."""
    compiled = re.compile(regex, re.ASCII)

    def read(value: Any) -> str:
        text = fold(scalar(value, SHORT))
        if not compiled.fullmatch(text):
            raise fault(faults.BAD_FORM, value=text, wanted=wanted, wanted_en=wanted_en)
        return text

    form = Form(unfolded or regex, (wanted, wanted_en), numbers, whole=True)
    return Reads(read, form=form)


def word_group() -> Reads:
    """Two words or more in one line, with any comma between them."""
    wanted = "用顿号隔开的两个以上的词"
    wanted_en = "two words or more, with commas between them"
    word = rf"[^\n{WORD_SEPARATORS}]"

    def read(value: Any) -> str:
        text = one_line(value, SHORT)
        if sum(any(map(str.isalnum, word)) for word in words_in(text)) < 2:
            raise fault(faults.BAD_FORM, value=text, wanted=wanted, wanted_en=wanted_en)
        return text

    form = Form(
        rf"[^\n]*{word}[^\n]*[{WORD_SEPARATORS}][^\n]*{word}[^\n]*",
        (wanted, wanted_en),
        numbers=(),
    )
    return Reads(read, form=form)


Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], ReadsList(many)]
"""A list; a single text is a list of one."""
Text = Annotated[str, Reads(scalar)]
Name = Annotated[str, line(60)]
Names = Annotated[tuple[Name, ...], separated("、，；;")]
"""A list of names; in one text with 、 between them. An ordinary comma may be part of a name."""
Words = Annotated[tuple[Name, ...], separated(WORD_SEPARATORS)]
"""A list of plain words; in one text with 、 or any comma between them."""
Listed = Annotated[tuple[Item, ...], separated(WORD_SEPARATORS)]
"""A list of choices; in one text with 、 or any comma between them."""
Line = Annotated[str, line(200)]
Lines = Annotated[tuple[Line, ...], separated("；;", in_members=False)]
"""A list of phrases; in one text with ； between them. They may hold 、 and commas."""
Summary = Annotated[str, line(80)]
YesNo = Annotated[bool, Reads(_yes_no, form=YES_OR_NO)]
Address = Annotated[str, Reads(_address, form=ADDRESS)]
Id = Annotated[str, Reads(_id, form=ID_FORM)]
