"""What is wrong in a record, in the words of authors: pydantic's errors become problems at their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sitegen.loading.characters import first_wrong
from sitegen.loading.document import Document, FieldPath, Places, Tree
from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.fields import Record, inner_model, words, written_name
from sitegen.model.options import ExtraField, Options
from sitegen.model.shapes import SHAPES, shape_facts
from sitegen.problems import Location, Problem


def apart_from(document: Document, problems: list[Problem]) -> list[Problem]:
    """The problems of a document apart from those that only follow from another one.

    An error in its YAML may have led to problems on the same line, and may hide a field. A row with a cell
    too many may have its cells in the wrong columns. A cell of a workbook whose value is not known is reported
    already. A table without a column lacks a field in every row.
    """
    tables = {(table.file, table.sheet): table for table in document.every_table}
    wrong = {table.file: table.wrong_lines for table in document.tables.values()}
    wrong[document.file] = document.wrong_lines

    def follows(problem: Problem) -> bool:
        missing = problem.facts["field"] if problem.kind is faults.MISSING_FIELD else None
        if problem.at.line in wrong.get(problem.at.file, ()):
            return True
        if (table := tables.get((problem.at.file, problem.at.sheet))) is not None:
            headers = table.headers
            at = (path for path, header in headers.items() if header == problem.at.field)
            group = next(at, ("",))[:-1]
            column = headers.get((*group, missing)) if missing is not None else problem.at.field
            if (problem.at.line, column) in table.refused:
                return True
            return missing is not None and column is None
        return missing is not None and bool(document.wrong_lines)

    return [problem for problem in problems if not follows(problem)]


def problems_of(
    document: Document,
    root: FieldPath,
    model: type[Record],
    error: ValidationError,
    extra_fields: Mapping[str, ExtraField],
) -> list[Problem]:
    """The problems of a record. A required field that is only misspelt is not reported as missing."""
    details = error.errors(include_url=False)
    problems = [problem_of(document, root, model, detail, extra_fields) for detail in details]
    misspelt = {
        (*detail["loc"][:-1], problem.facts["nearest"])
        for detail, problem in zip(details, problems, strict=True)
        if problem.kind is faults.UNKNOWN_FIELD
    }
    return [
        problem
        for detail, problem in zip(details, problems, strict=True)
        if problem.kind is not faults.MISSING_FIELD or detail["loc"] not in misspelt
    ]


def problem_of(
    document: Document,
    root: FieldPath,
    model: type[Record],
    detail: ErrorDetails,
    extra_fields: Mapping[str, ExtraField],
) -> Problem:
    path: FieldPath = (*root, *detail["loc"])
    kind = detail["type"]
    context = detail.get("ctx") or {}
    if kind in faults.BY_CODE:
        facts = {name: str(value) for name, value in context.items() if name != "code"}
        return Problem(faults.BY_CODE[kind], document.at(path), facts)
    if kind == "extra_forbidden":
        field = str(path[-1])
        owner = owner_of(model, detail["loc"][:-1])
        own = {} if len(detail["loc"]) > 1 else {e.label.zh: n for n, e in extra_fields.items()}
        by_word = {name: name for name in (*_names(owner), *own.values())}
        by_word |= {words(info)[0]: name for name, info in _fields(owner)} | own
        close = by_word.get(nearest(field, by_word) or "", "")
        every = "" if close else "、".join(dict.fromkeys(by_word.values()))
        facts = {"field": field, "nearest": close, "fields": every}
        return Problem(faults.UNKNOWN_FIELD, document.at(path, key=True), facts)
    if kind == "missing":
        field = str(path[-1])
        owner = owner_of(model, detail["loc"][:-1])
        titles = (words(info) for name, info in _fields(owner) if name == field)
        title, title_en, *_ = next(titles, (field, field))
        facts = {"field": field, "title": title, "title_en": title_en}
        return Problem(faults.MISSING_FIELD, document.at(path[:-1]), facts)
    if kind in SHAPES:
        owner = owner_of(model, detail["loc"])
        facts = shape_facts(kind, detail["input"], model=owner if owner is not model else None)
        return Problem(faults.WRONG_SHAPE, document.at(path), facts)
    facts = {
        "value": str(detail["input"])[:40],
        "wanted": detail["msg"],
        "wanted_en": detail["msg"],
    }
    return Problem(faults.BAD_FORM, document.at(path), facts)


def fault_of(model: type[Record], field: str, value: Tree, options: Options) -> Problem | None:
    """The problem of the value of one field, regardless of the other fields."""
    for text in value if isinstance(value, list) else [value]:
        if isinstance(text, str) and (wrong := first_wrong(text)):
            return Problem(wrong[1], Location(""), wrong[2])
    try:
        model.model_validate({field: value}, context=options.context)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if detail["loc"][:1] == (field,) and detail["type"] != "missing":
                return problem_of(Document("", {}, "", 1, "", Places()), (), model, detail, {})
    return None


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for name, info in model.model_fields.items():
        yield written_name(name, info), info


def _names(model: type[BaseModel]) -> list[str]:
    return [name for name, _ in _fields(model)]


def owner_of(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """The model class in which the field at `path` is declared."""
    owner = model
    for part in path:
        if not isinstance(part, str):
            continue
        info = next((info for name, info in _fields(owner) if name == part), None)
        if info is None:
            return owner
        owner = inner_model(info.annotation) or owner
    return owner
