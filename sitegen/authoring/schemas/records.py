"""The schema of a class of the model, from the declarations of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from sitegen.authoring.schemas.texts import (
    BLANK,
    BLANK_DEFINITION,
    Schema,
    joined,
    joined_lines,
    of_choice,
    of_form,
    of_reference,
    one,
)
from sitegen.model.extra_fields import TYPES
from sitegen.model.fields import Record, is_private, marked, steers, words, written_name
from sitegen.model.options import ExtraField, Options
from sitegen.model.references import Refers
from sitegen.model.types import Choices, Label
from sitegen.model.value_forms import ANY_TEXT, Reads, ReadsList, ReadsShort
from sitegen.problems import Language

Known = Callable[[tuple[str, ...]], Schema | None]
"""The list of the entries of some collections as they may be written; None where there are none."""
Mark = TypeVar("Mark")


@dataclass(slots=True)
class SchemaWriter:
    """Makes the schemas of one file. `definitions` are those that stand in several of its places."""

    options: Options
    known: Known
    language: Language
    definitions: dict[str, Schema] = field(default_factory=lambda: {"blank": BLANK_DEFINITION})

    def record(self, model: type[Record], own: Mapping[str, ExtraField] | None = None) -> Schema:
        """The schema of the groups of a class; `own` are the fields that a site adds to it."""
        properties = {
            written_name(name, info): self._field(info) for name, info in model.model_fields.items()
        }
        properties |= {name: self._own_field(extra) for name, extra in (own or {}).items()}
        required = [
            written_name(name, info)
            for name, info in model.model_fields.items()
            if info.is_required()
        ]
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**schema, "required": required} if required else schema

    def _field(self, info: Any) -> Schema:
        zh, en, about_zh, about_en = words(info)
        about = about_zh if self.language == "zh" else about_en
        if is_private(info):
            about += "（内部，不公开）" if self.language == "zh" else " (never published)"
        elif decides := steers(info):
            about += (
                f"（不显示，决定{decides[0]}）"
                if self.language == "zh"
                else f" (not shown; decides {decides[1]})"
            )
        alternatives = self.alternatives(_annotation(info))
        if not info.is_required():
            alternatives = [*alternatives, BLANK]
        described: Schema = {"title": zh if self.language == "zh" else en, "description": about}
        reads = marked(info, Reads)
        if reads and reads.form.examples:
            described["examples"] = list(reads.form.examples)
        return described | one(alternatives)

    def _own_field(self, extra: ExtraField) -> Schema:
        label = extra.label.zh if self.language == "zh" else extra.label.en
        alternatives = self.alternatives(TYPES[extra.type].annotation(extra))
        return {"title": label, **one([*alternatives, BLANK])}

    def alternatives(self, annotation: Any) -> list[Schema]:
        """The schemas of which one has to hold for a value with this annotation."""
        bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
        marks = getattr(annotation, "__metadata__", ())
        if choices := _mark(marks, Choices):
            return of_choice(self._options_of(choices), self.language)
        if refers := _mark(marks, Refers):
            return self._reference(refers)
        if reads := _mark(marks, Reads):
            texts = of_form(reads.form, self.language)
            is_list = get_origin(bare) is tuple
            return [*texts, {"type": "array", "items": one(texts)}] if is_list else texts
        if short := _mark(marks, ReadsShort):
            return self._short(bare, short)
        if get_origin(bare) is tuple:
            return self._list(get_args(bare)[0], _mark(marks, ReadsList))
        if isinstance(bare, type) and issubclass(bare, Record):
            return [self.named(bare)]
        if get_origin(bare) is dict:
            of_values = one(self.alternatives(get_args(bare)[1]))
            return [{"type": "object", "additionalProperties": of_values}]
        parts = [part for part in get_args(bare) if part is not NoneType]
        if not parts:
            raise TypeError(f"{annotation} does not say how it is written")
        return [schema for part in parts for schema in self.alternatives(part)]

    def named(self, model: type[Record]) -> Schema:
        """A class by its name in `definitions`; one made for a type of values stands where it is used."""
        if "[" in model.__name__:
            return self.record(model)
        name = f"{model.__module__.rpartition('.')[2]}-{model.__name__}"
        if name not in self.definitions:
            self.definitions[name] = {}  # before its fields, among which may be such a group
            self.definitions[name] = self.record(model)
        return {"$ref": f"#/$defs/{name}"}

    def _options_of(self, choices: Choices) -> dict[str, Label]:
        return {**choices.options, **self.options.choices.get(choices.name, {})}

    def _reference(self, refers: Refers) -> list[Schema]:
        collections = tuple(refers.collections)
        name = f"known-{'-'.join(collections)}"
        known = self.known(collections)
        if known is not None:
            self.definitions[name] = known
        listed = [{"$ref": f"#/$defs/{name}"}] if known is not None else []
        if refers.or_name:
            return [*listed, *of_form(ANY_TEXT, self.language)]
        return [*listed, of_reference(collections, self.language)]

    def _short(self, bare: Any, short: ReadsShort) -> list[Schema]:
        """A group, or the one value that may stand for it."""
        model = get_args(bare)[0] if get_origin(bare) is tuple else bare
        names = {written_name(name, info): info for name, info in model.model_fields.items()}
        groups = self.named(model)
        lists: list[Schema] = [{"type": "array", "items": groups}] if short.members else []
        return [*self.alternatives(_annotation(names[short.only])), groups, *lists]

    def _list(self, member: Any, reads: ReadsList | None) -> list[Schema]:
        members = self.alternatives(member)
        if reads is None:
            return [{"type": "array", "items": one(members)}]
        if not reads.separators:
            return [*members, {"type": "array", "items": one(members)}]
        marks = getattr(member, "__metadata__", ())
        choices = _mark(marks, Choices)
        if choices:
            spellings = {w for c, label in self._options_of(choices).items() for w in (c, label.zh)}
            members = [*members, joined(sorted(spellings), reads.separators)]
        elif not _mark(marks, Refers):
            members = [joined_lines()]
        return [*members, {"type": "array", "items": one([*members, BLANK])}]


def _annotation(info: Any) -> Any:
    """The whole annotation of a field: pydantic keeps the marks around it apart."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _mark(marks: tuple[Any, ...], wanted: type[Mark]) -> Mark | None:
    return next((mark for mark in marks if isinstance(mark, wanted)), None)
