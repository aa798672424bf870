"""The text of a cell: what an author wrote, in the words of people, and never with another meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.authoring.sheets.columns import YES_OR_NO, Column
from sitegen.authoring.sheets.reference_names import ReferenceNames
from sitegen.loading.document import Tree
from sitegen.model.references import Reference

SEPARATORS = ("、", "；")
"""What stands between several values in one cell; which of them separates is for the field to say."""


def cell_text(column: Column, written: Tree, names: ReferenceNames) -> str | None:
    """The text of a cell that means what is written; None where no text does.

    Codes become the words of their list, ids the names of entries. Each text is read back before it is
    taken. What is not valid stays as it is written.
    """
    if isinstance(written, dict):
        return None
    if isinstance(written, str) and not _has_other_words(column):
        return written.strip()
    value = column.value_of(written)
    if value is None:
        return _as_written(written)
    meaning = names.meaning(value)
    for text in _candidates(column, written, value, names):
        if text and names.meaning(column.value_of(text)) == meaning:
            return text
    return written.strip() if isinstance(written, str) else None


def _has_other_words(column: Column) -> bool:
    return bool(column.is_yes_or_no or column.labels or column.collections)


def _as_written(written: Tree) -> str | None:
    if isinstance(written, str):
        return written.strip()
    texts = [text for text in written if isinstance(text, str)]
    return SEPARATORS[0].join(texts) if len(texts) == len(written) else None


def _candidates(column: Column, written: Tree, value: Any, names: ReferenceNames) -> Iterator[str]:
    """The texts that may do, the best first."""
    values = value if isinstance(value, tuple) else (value,)
    if column.is_yes_or_no:
        yield YES_OR_NO[0 if values in ((True,), ("yes",)) else 1]
    elif column.labels:
        yield from _joined([column.labels.get(str(member), "") for member in values])
    elif any(isinstance(member, Reference) for member in values):
        yield from _joined([_plain(member, names) for member in values])
        yield from _joined([_with_id(member, column, names) for member in values])
    if isinstance(written, list):
        yield from _joined([text for text in written if isinstance(text, str)])


def _plain(member: Any, names: ReferenceNames) -> str:
    return names.plain(member) if isinstance(member, Reference) else str(member)


def _with_id(member: Any, column: Column, names: ReferenceNames) -> str:
    if not isinstance(member, Reference):
        return str(member)
    return names.shown(member, column.collections)


def _joined(texts: list[str]) -> Iterator[str]:
    if all(texts):
        yield from (separator.join(texts) for separator in SEPARATORS)


def reference_choices(column: Column, names: ReferenceNames) -> list[tuple[str, str]]:
    """(text of a cell, reference as it is written) of each entry that a column may refer to."""
    choices = []
    for collection in column.collections:
        prefix = "" if len(column.collections) == 1 else f"{collection}:"
        for identifier in names.ids(collection):
            text = cell_text(column, prefix + identifier, names)
            choices.append((text or prefix + identifier, prefix + identifier))
    return choices
