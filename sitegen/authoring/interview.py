"""The questions that a new entry's author is asked, from the declarations of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.authoring import drafts
from sitegen.authoring.drafts import Value
from sitegen.authoring.known_entries import KnownEntries
from sitegen.catalogue import numbers
from sitegen.catalogue.references import MISSING
from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import Record, words
from sitegen.model.pinyin import plain_reading, slug
from sitegen.model.types import collections_of, is_id
from sitegen.model.validate import fault_of
from sitegen.problems import Kind, Language, Location, Problem, Severity

EXISTS = Kind(
    "new.exists",
    Severity.ERROR,
    zh="已经有这个条目，没有动它",
    en="this entry exists and was left alone",
    fix_zh="换一个编号，或直接改那个文件",
    fix_en="choose another id or edit that file",
)
ID = "id"
SEPARATOR = re.compile(r"\s*[,，、;；]\s*|\s+")


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask the author. `choices` are (what is written, what it is called); an empty answer
    takes the proposal, and leaves the field to be filled in later where there is none."""

    field: str
    title: str
    about: str
    choices: tuple[tuple[str, str], ...]
    proposal: str
    required: bool


Ask = Callable[[Question], str]
Tell = Callable[[Problem], None]


class Refused(Exception):
    """What was given beforehand cannot be used."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Interview:
    """Asks until an answer is right. What is `given` is not asked, and refused where wrong."""

    known: KnownEntries
    given: Mapping[str, str]
    ask: Ask
    tell: Tell
    language: Language

    def refuse_unknown(self, model: type[Record]) -> None:
        fields = [name for name, _ in drafts.named(model)]
        for field in self.given:
            if field != ID and field not in fields:
                facts = {"field": field, "nearest": nearest(field, fields) or ""}
                raise Refused(Problem(faults.UNKNOWN_FIELD, Location("--set"), facts))

    def about(self, model: type[Record], fields: list[str]) -> dict[str, Value]:
        """The answers to `fields` of a model; optional ones without an answer are left out."""
        known: dict[str, Value] = {}
        infos = dict(drafts.named(model))
        for field in dict.fromkeys([*fields, *(f for f in self.given if f in infos)]):
            group = drafts.group_of(model, field)
            value: Value = ""
            if group is not None:
                required = [name for name, info in drafts.named(group) if info.is_required()]
                value = [self.about(group, required)]
            else:
                value = self._answer(model, field)
            if value or infos[field].is_required():
                known[field] = value
        return known

    def identifier(self, collection: str, name: str, known: Mapping[str, Value]) -> str:
        """The id of the entry: not taken, and fit for a file name on any system."""
        taken = {Path(file).stem.lower() for file in self.known.files(collection)}
        labels = {
            "zh": ("编号", "就是文件名和网址，发布后不改"),
            "en": ("Id", "file name and address"),
        }
        title, about = labels[self.language]

        def fault(text: str) -> Problem | None:
            if not is_id(text):
                return Problem(faults.NOT_AN_ID, Location(ID), {"value": text})
            if text in taken:
                return Problem(EXISTS, Location(f"content/{collection}/{text}"))
            return None

        proposal = self._proposal(collection, name, known, taken)
        question = Question(ID, title, about, (), proposal, True)
        answer: str = self._until_right(question, lambda text: text, fault)
        return answer

    def _proposal(
        self, collection: str, name: str, known: Mapping[str, Value], taken: set[str]
    ) -> str:
        numbered = numbers.slug(name) if not COLLECTIONS[collection].shown else None
        first = numbered or slug(name, self.known.places()) or collection
        if first not in taken and is_id(first):
            return first
        county = self._county(known.get("region"))
        tries = [f"{first}-{county}"] if county else []
        tries += [f"{first}-{number}" for number in range(2, 1000)]
        return next((text for text in tries if text not in taken and is_id(text)), "")

    def _county(self, regions: Value | None) -> str:
        """The first region's name in plain letters."""
        home = regions[0] if isinstance(regions, list) and regions else ""
        tree = dict(self.known.trees("regions")).get(str(home), {})
        called = str(tree.get("short_name") or tree.get("name") or "")
        return "".join(plain_reading(called).split())

    def _answer(self, model: type[Record], field: str) -> Value:
        info = dict(drafts.named(model))[field]
        zh, en, about_zh, about_en = words(info)
        title, about = (zh, about_zh) if self.language == "zh" else (en, about_en)
        collections = collections_of(info)
        several = collections != () and "tuple" in str(info.annotation)
        closed = tuple((label, label) for label in self._labels(model, field))
        choices = closed or self.known.choices(collections)
        question = Question(field, title, about, choices, "", info.is_required())
        by_word = {word: written for written, word in closed} or self.known.called(collections)
        order = {str(number): written for number, (written, _) in enumerate(choices, start=1)}

        def read(text: str) -> Value:
            parts = [part for part in SEPARATOR.split(text) if part] if several else [text]
            found = [by_word.get(part, order.get(part, part)) for part in parts]
            return found if several else found[0]

        def fault(value: Value) -> Problem | None:
            problem = fault_of(model, field, value, self.known.options)  # type: ignore[arg-type]
            if problem is not None or not collections:
                return problem
            return _missing(field, value, collections, [written for written, _ in choices])

        answer: Value = self._until_right(question, read, fault)
        return answer

    def _labels(self, model: type[Record], field: str) -> list[str]:
        info = dict(drafts.named(model))[field]
        return drafts.offered(info, self.known.options, self.language)

    def _until_right(
        self, question: Question, read: Callable[[str], Any], fault: Callable[[Any], Problem | None]
    ) -> Any:
        if question.field in self.given:
            value = read(self.given[question.field].strip())
            if problem := fault(value):
                raise Refused(
                    Problem(problem.kind, Location(f"--set {question.field}"), problem.facts)
                )
            return value
        while True:
            text = self.ask(question).strip() or question.proposal
            if not text:
                return ""
            value = read(text)
            problem = fault(value)
            if problem is None:
                return value
            self.tell(problem)


def _missing(
    field: str, value: Value, collections: tuple[str, ...], ids: list[str]
) -> Problem | None:
    """A reference that leads nowhere; a plain name, where one may be written, is none."""
    for part in value if isinstance(value, list) else [value]:
        text = str(part)
        if len(collections) == 1:
            text = text.removeprefix(f"{collections[0]}:")
        if text in ids or not (is_id(text) or ":" in text):
            continue
        facts = {"collection": collections[0], "id": text, "nearest": nearest(text, ids) or ""}
        return Problem(MISSING, Location(field), facts)
    return None
