"""The questions that the author of a new entry is asked, each until its answer is valid."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sitegen.authoring.drafts import Value
from sitegen.authoring.field_descriptions import FieldDescription, describe
from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.proposed_id import other_ids, proposed_id
from sitegen.catalogue.names import MISSING, missing_facts
from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.fields import Record
from sitegen.model.record_problems import fault_of
from sitegen.model.types import is_id
from sitegen.problems import Kind, Language, Location, Problem, Severity

EXISTS = Kind(
    "new.exists",
    Severity.ERROR,
    zh="已经有这个条目，没有动它",
    en="this entry exists and was left alone",
    fix_zh="换一个编号，或直接改那个文件",
    fix_en="choose another id or edit that file",
)
SAME_NAME = Kind(
    "new.same-name",
    Severity.ERROR,
    zh="已经有叫“{name}”的条目：{file}",
    en="there is an entry called “{name}”: {file}",
    fix_zh="直接改那个文件；确实是另一件，就自己定一个编号：--set id={right}",
    fix_en="edit that file; if this is another thing, choose its id: --set id={right}",
)
ID = "id"
ID_WORDS: dict[Language, tuple[str, str]] = {
    "zh": ("编号", "就是文件名和网址，发布后不改"),
    "en": ("Id", "file name and address"),
}
OTHER_READING: dict[Language, tuple[str, str]] = {
    "zh": ("；", "“{}”也读 {}：{}"),
    "en": ("; ", "“{}” is also read {}: {}"),
}
"""What is between two notes, and a note on a character, another reading of it and the id it makes."""
SEPARATOR = re.compile(r"\s*[,，、;；]\s*|\s+")
Answer = TypeVar("Answer", str, Value)


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the author. `choices` are (value as it is written, name).

    An empty answer accepts the proposal. Where there is no proposal either, the field stays empty
    for the author to fill in later.
    """

    field: str
    title: str
    about: str
    choices: tuple[tuple[str, str], ...]
    proposal: str
    required: bool


Ask = Callable[[Question], str]
Show = Callable[[Problem], None]


class InvalidAnswer(Exception):
    """An answer that was given beforehand is not valid."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Interview:
    """Gets the values of a new entry from its author.

    `given` are answers given beforehand, by field: these questions are not asked, and an answer
    that is not valid raises InvalidAnswer. Of any other, `show` gets the problem, and the question
    is asked again.
    """

    entries: KnownEntries
    given: Mapping[str, str]
    ask: Ask
    show: Show
    language: Language

    def check_given_fields(self, model: type[Record]) -> None:
        """Raise InvalidAnswer where an answer is given for a field that the model lacks."""
        names = list(self._describe(model))
        for name in self.given:
            if name != ID and name not in names:
                close = nearest(name, names) or ""
                facts = {
                    "field": name,
                    "nearest": close,
                    "fields": "" if close else "、".join(names),
                }
                raise InvalidAnswer(Problem(faults.UNKNOWN_FIELD, Location("--set"), facts))

    def values(self, model: type[Record], asked: list[str]) -> dict[str, Value]:
        """The values of the fields `asked`, and of those whose answer is given beforehand.
        Optional fields without an answer are left out."""
        values: dict[str, Value] = {}
        fields = self._describe(model)
        for name in dict.fromkeys([*asked, *(name for name in self.given if name in fields)]):
            group = fields[name].group
            value: Value
            if group is None:
                value = self._value(model, fields[name])
            else:
                inner = self._describe(group).values()
                value = [self.values(group, [field.name for field in inner if field.is_required])]
            if value or fields[name].is_required:
                values[name] = value
        return values

    def identifier(self, collection: str, name: str, values: Mapping[str, Value]) -> str:
        """The id of the entry: not taken, and fit for a file name on any system. Where an entry of this
        name exists none is proposed, and InvalidAnswer is raised unless the author chooses one."""
        taken = {identifier.lower() for identifier in self.entries.ids(collection)}

        def fault(text: str) -> Problem | None:
            if not is_id(text):
                return Problem(faults.NOT_AN_ID, Location(ID), {"value": text, "right": proposal})
            if text in taken:
                return Problem(EXISTS, Location(f"content/{collection}/{text}"))
            return None

        title, about = ID_WORDS[self.language]
        proposal = proposed_id(self.entries, collection, name, values, taken)
        same = self.entries.file_of(collection, name)
        if same:
            facts = {"name": name, "file": same, "right": proposal}
            problem = Problem(SAME_NAME, Location(same), facts)
            about = f"{about}. {problem.message(self.language)}"
        elif proposal:
            others = other_ids(self.entries, collection, name, values, taken)
            between, wording = OTHER_READING[self.language]
            notes = [wording.format(*other, identifier) for other, identifier in others]
            about = between.join([about, *notes])
        question = Question(ID, title, about, (), "" if same else proposal, True)
        identifier = self._valid_answer(question, lambda text: text, fault)
        if same and not identifier:
            raise InvalidAnswer(problem)
        return identifier

    def _describe(self, model: type[Record]) -> dict[str, FieldDescription]:
        return describe(model, self.entries.options, self.language)

    def _value(self, model: type[Record], field: FieldDescription) -> Value:
        """The value of one field. A choice may be answered by its value, its name or its number."""
        if field.choices:
            choices = tuple((label, label) for label in field.choices)
            by_name = {label: label for label in field.choices}
        else:
            choices = self.entries.choices(field.collections)
            by_name = self.entries.references_by_name(field.collections)
        by_number = {str(number): value for number, (value, _) in enumerate(choices, start=1)}
        takes_several = field.is_list and field.collections != ()

        def read(text: str) -> Value:
            parts = [part for part in SEPARATOR.split(text) if part] if takes_several else [text]
            values = [by_name.get(part, by_number.get(part, part)) for part in parts]
            return values if takes_several else values[0]

        def fault(value: Value) -> Problem | None:
            problem = fault_of(model, field.name, value, self.entries.options)  # type: ignore[arg-type]
            if problem is not None or not field.collections:
                return problem
            references = [reference for reference, _ in choices]
            return _missing_reference(field, value, references)

        question = Question(field.name, field.title, field.about, choices, "", field.is_required)
        return self._valid_answer(question, read, fault)

    def _valid_answer(
        self,
        question: Question,
        read: Callable[[str], Answer],
        fault: Callable[[Answer], Problem | None],
    ) -> Answer:
        """The answer to a question, as `read` makes it of the text; empty where there is none."""
        if question.field in self.given:
            value = read(self.given[question.field].strip())
            if problem := fault(value):
                at = Location(f"--set {question.field}")
                raise InvalidAnswer(Problem(problem.kind, at, problem.facts))
            return value
        while text := self.ask(question).strip() or question.proposal:
            value = read(text)
            problem = fault(value)
            if problem is None:
                return value
            self.show(problem)
        return ""


def _missing_reference(
    field: FieldDescription, value: Value, references: list[str]
) -> Problem | None:
    """The problem of a reference to an entry that does not exist. Some fields also take the name of
    somebody who has no entry."""
    collections = field.collections
    for part in value if isinstance(value, list) else [value]:
        text = str(part)
        if len(collections) == 1:
            text = text.removeprefix(f"{collections[0]}:")
        if text in references or (field.takes_any_name and not (is_id(text) or ":" in text)):
            continue
        close = nearest(text, references) or ""
        facts = missing_facts(collections[:1], text, close)
        return Problem(MISSING, Location(field.name), facts)
    return None
