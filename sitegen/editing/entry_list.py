"""The list of entries that an editor begins with: what is wrong comes first, then what changed last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from sitegen.editing.known_names import KnownNames
from sitegen.model.entry import Entry, Unloaded
from sitegen.model.review_steps import Step, next_step
from sitegen.problems import Problem, Severity

Filter: TypeAlias = Literal["", "problems", "drafts", "to-check", "to-approve", "withdrawn"]
FILTERS: Final[tuple[Filter, ...]] = get_args(Filter)
WAITING: Final[Mapping[Step | None, Filter]] = {"checked": "to-check", "approved": "to-approve"}
"""The filter with the entries that wait for a step of their review."""
PAGE: Final = 100
"""Entries on a page of the list."""


class ListRow(NamedTuple):
    """An entry in the list. `errors` and `warnings` are those of its file."""

    collection: str
    id: str
    name: str
    file: str
    draft: bool
    withdrawn: bool
    updated: str
    errors: int
    warnings: int
    waits: Filter = ""
    """The filter of the review step that it waits for."""
    by: str = ""
    """Who did the step before."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the list somebody wants to see."""

    typed: str = ""
    collection: str = ""
    only: Filter = ""
    page: int = 1


class Listed(NamedTuple):
    """A page of the list. `total` counts all rows, `counts` those of each filter."""

    rows: list[ListRow]
    total: int
    pages: int
    counts: dict[str, int]


def listed(
    known: KnownNames,
    unloaded: Iterable[Unloaded],
    problems: Iterable[Problem],
    choice: Choice,
) -> Listed:
    """The rows that somebody wants to see."""
    errors: dict[str, int] = {}
    warnings: dict[str, int] = {}
    for problem in problems:
        counts = errors if problem.kind.severity is Severity.ERROR else warnings
        counts[problem.at.file] = counts.get(problem.at.file, 0) + 1
    found = known.matching(choice.typed) if choice.typed else known.entries
    rows = [_row(entry, errors, warnings) for entry in found]
    rows += [row for row in _failed(unloaded, errors, warnings) if choice.typed in row.name]
    if choice.collection:
        rows = [row for row in rows if row.collection == choice.collection]
    counts = {only: sum(_is_in(row, only) for row in rows) for only in FILTERS}
    rows = [row for row in rows if _is_in(row, choice.only)]
    # Of a search the likeliest come first, as `matching` has them.
    rows.sort(key=lambda row: row.updated, reverse=True)
    rows.sort(key=lambda row: (not row.errors, not row.warnings))
    start = PAGE * (max(choice.page, 1) - 1)
    return Listed(rows[start : start + PAGE], len(rows), -(-len(rows) // PAGE) or 1, counts)


def _row(entry: Entry, errors: dict[str, int], warnings: dict[str, int]) -> ListRow:
    # Of a file with many entries nobody knows here to which of them a problem belongs.
    of_file = entry.file if not entry.root else ""
    return ListRow(
        entry.collection,
        entry.id,
        entry.name,
        entry.file,
        entry.draft,
        bool(entry.withdrawn),
        entry.updated or entry.published,
        errors.get(of_file, 0),
        warnings.get(of_file, 0),
        *_waiting(entry),
    )


def _waiting(entry: Entry) -> tuple[Filter, str]:
    review = entry.tree.get("review") if entry.may_have("review") else None
    step = next_step(review)
    if not isinstance(review, dict) or step not in WAITING:
        return "", ""
    return WAITING[step], str(review.get("checked" if step == "approved" else "drafted", ""))


def _failed(
    unloaded: Iterable[Unloaded], errors: dict[str, int], warnings: dict[str, int]
) -> Iterator[ListRow]:
    for one in unloaded:
        counts = errors.get(one.file, 1), warnings.get(one.file, 0)
        yield ListRow(one.collection, one.id, one.id, one.file, False, False, "", *counts)


def _is_in(row: ListRow, only: str) -> bool:
    wanted = {
        "": True,
        "problems": bool(row.errors or row.warnings),
        "drafts": row.draft,
        "withdrawn": row.withdrawn,
    }
    return wanted.get(only, row.waits == only)
