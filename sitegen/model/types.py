"""Field types: each turns an author's text into a value, or raises a fault that says what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ValidationInfo
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.numerals import decimal_of, leading_number
from sitegen.model.pinyin import slug

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)
ID_LIMIT = 60
WINDOWS_NAMES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
WHOLE_LIMIT = 10**9
YES = frozenset(["是", "有", "可", "能", "yes", "true"])
NO = frozenset(["否", "无", "不可", "不能", "no", "false"])


BY_NAME = "="
"""Begins the `id` of a reference that gives a name; no id has this character."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to an entry, `collection:id`.

    Where an author wrote a name, `id` is "=" and that name until `catalogue.references_by_name` has
    looked it up; `collection` is "" where the field may lead into several.
    """

    collection: str
    id: str

    def __str__(self) -> str:
        return f"{self.collection}:{self.id}"


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
    return bool(ID.match(text)) and len(text) <= ID_LIMIT and text not in WINDOWS_NAMES


def scalar(value: Any) -> str:
    """The text of a scalar, trimmed; a list or group here is a fault."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.strip())
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


def line(limit: int) -> BeforeValidator:
    """One line of at most `limit` characters."""

    def read(value: Any) -> str:
        text = scalar(value)
        if "\n" in text:
            raise fault(faults.NOT_ONE_LINE)
        if len(text) > limit:
            raise fault(faults.TOO_LONG, length=str(len(text)), limit=str(limit))
        return text

    return BeforeValidator(read)


def _number(value: Any) -> Decimal:
    text = scalar(value)
    number = decimal_of(text)
    if number is None:
        raise not_a_number(text)
    return number


def _integer(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = scalar(value)
    number = decimal_of(text)
    if number is None:
        raise not_a_number(text, whole=True)
    if number != number.to_integral_value() or abs(number) >= WHOLE_LIMIT:
        wanted = {"wanted": "整数", "wanted_en": "a whole number"}
        raise fault(faults.NOT_A_NUMBER, value=text, right="", **wanted)
    return int(number)


def whole_number(text: str) -> int:
    """The number in the text of an `Integer` field that has been validated."""
    return _integer(text)


def not_a_number(text: str, *, whole: bool = False) -> PydanticCustomError:
    """The fault of a text that is no number; its advice keeps the number that the text begins with."""
    words = ("整数", "a whole number") if whole else ("数字", "a number")
    right = leading_number(text)
    return fault(faults.NOT_A_NUMBER, value=text, wanted=words[0], wanted_en=words[1], right=right)


def whole(first: int, last: int) -> BeforeValidator:
    """A whole number within bounds."""

    def read(value: Any) -> int:
        number = _integer(value)
        if not first <= number <= last:
            wanted = {"wanted": f"{first} 到 {last}", "wanted_en": f"{first} to {last}"}
            raise fault(faults.BAD_FORM, value=str(number), **wanted)
        return number

    return BeforeValidator(read)


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = scalar(value).lower()
    if text in YES:
        return True
    if text in NO:
        return False
    raise fault(faults.NOT_YES_NO, value=text)


def _address(value: Any) -> str:
    text = scalar(value)
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not host or re.search(r"[\s<>\"'\\]", text):
        raise fault(faults.NOT_AN_ADDRESS, value=text)
    return text


def _id(value: Any) -> str:
    text = scalar(value)
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
        text = scalar(value)
        if text in options:
            return text
        if text in by_word:
            return by_word[text]
        added: Mapping[str, Label] = ((info.context or {}).get("choices") or {}).get(name, {})
        for code, label in added.items():
            if text in (code, label.zh):
                return code
        every = [label.zh for label in (*options.values(), *added.values())]
        close = nearest(text, [*every, *options, *added])
        raise fault(
            faults.NOT_A_CHOICE,
            value=text,
            nearest=close or "",
            choices="、".join(every),
        )

    return BeforeValidator(read), Choices(name, options, closed)


Mark = TypeVar("Mark")


def choices_of(info: FieldInfo) -> Choices | None:
    """The closed list of a field, None where it has none."""
    return _marked(info, Choices)


def collections_of(info: FieldInfo) -> tuple[str, ...]:
    """The collections that a field refers into, none where it is no reference."""
    refers = _marked(info, Refers)
    return tuple(refers.collections) if refers else ()


def named_collection(info: FieldInfo) -> str:
    """The collection of which a field may hold a name in place of an id, also of something that has no
    entry; "" where it may not."""
    refers = _marked(info, Refers)
    return collections_of(info)[0] if refers and refers.or_name else ""


def _marked(info: FieldInfo, wanted: type[Mark]) -> Mark | None:
    """The mark of class `wanted` in the annotation of a field, at any depth."""

    def search(annotation: Any) -> Mark | None:
        metadata = getattr(annotation, "__metadata__", ())
        here = next((meta for meta in metadata if isinstance(meta, wanted)), None)
        inner = (search(argument) for argument in getattr(annotation, "__args__", ()))
        return here or next((mark for mark in inner if mark), None)

    own = next((meta for meta in info.metadata if isinstance(meta, wanted)), None)
    return own or search(info.annotation)


def _reference(value: Any, collections: tuple[str, ...]) -> Reference:
    if isinstance(value, Reference):
        return value
    text = scalar(value)
    given, colon, identifier = text.partition("：" if "：" in text and ":" not in text else ":")
    identifier = identifier.strip()
    if colon and given.strip() in collections and identifier:
        return Reference(given.strip(), identifier if is_id(identifier) else BY_NAME + identifier)
    if colon:
        near = nearest(given, collections) or ""
        right = f"{near}:{identifier}" if near and identifier else ""
        raise fault(
            faults.NOT_A_REFERENCE, value=text, right=right, collections="、".join(collections)
        )
    if len(collections) > 1:
        return Reference("", BY_NAME + text)
    return Reference(collections[0], text if is_id(text) else BY_NAME + text)


@dataclass(frozen=True, slots=True)
class Refers(BeforeValidator):
    """Reads a reference. `collections` are those it may lead into, for `sitegen new`. `or_name` says
    that a name which no entry has is right too."""

    collections: Collection[str] = field(default=(), hash=False)
    or_name: bool = False


def reference(*collections: str) -> Refers:
    """A reference into one of `collections`, by id or by name."""
    return reference_into(collections)


def reference_into(collections: Collection[str]) -> Refers:
    """The same for all collections of a table."""
    return Refers(lambda value: _reference(value, tuple(collections)), collections=collections)


def reference_or_name(collection: str) -> Refers:
    """A reference where the text looks like an id or `collection:id`, else a plain name."""

    def read(value: Any) -> Reference | str:
        if isinstance(value, Reference):
            return value
        text = scalar(value)
        if is_id(text) or text.startswith(f"{collection}:"):
            return _reference(text, (collection,))
        return text

    return Refers(read, collections=(collection,), or_name=True)


def pattern(
    regex: str, wanted: str, wanted_en: str, fold: Callable[[str], str] = str
) -> BeforeValidator:
    """Text of a fixed form."""
    compiled = re.compile(regex, re.ASCII)

    def read(value: Any) -> str:
        text = fold(scalar(value))
        if not compiled.fullmatch(text):
            raise fault(faults.BAD_FORM, value=text, wanted=wanted, wanted_en=wanted_en)
        return text

    return BeforeValidator(read)


def _many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def separated(separators: str) -> BeforeValidator:
    """Reads a list, also where members stand in one text with a separator between them."""
    between = re.compile(f"[{separators}]")

    def read(value: Any) -> Any:
        if not isinstance(value, str | list | tuple):
            return value
        members: list[Any] = []
        for member in [value] if isinstance(value, str) else value:
            parts = between.split(member) if isinstance(member, str) else [member]
            members += [part for part in parts if not isinstance(part, str) or part.strip()]
        return members

    return BeforeValidator(read)


Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], BeforeValidator(_many)]
"""A list; a single text is a list of one."""
References = Annotated[tuple[Item, ...], separated("、，；,;")]
"""A list of references, by id or by name; in one text with 、 or a comma between them."""

Text = Annotated[str, BeforeValidator(scalar)]
Name = Annotated[str, line(60)]
Names = Annotated[tuple[Name, ...], separated("、，；")]
"""A list of names; in one text with 、 between them. An ordinary comma may be part of a name."""
Line = Annotated[str, line(200)]
Summary = Annotated[str, line(80)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Integer = Annotated[int, BeforeValidator(_integer)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Address = Annotated[str, BeforeValidator(_address)]
Id = Annotated[str, BeforeValidator(_id)]
