"""The files that proposals would write, each whole: new entries, and entries with changed fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sitegen import files
from sitegen.authoring.drafts import entry_file
from sitegen.authoring.edits.changes import Change
from sitegen.authoring.edits.edited import NotEdited, edited
from sitegen.authoring.edits.new_entries import new_text
from sitegen.authoring.importing.proposal import Outcome, Proposal
from sitegen.loading import documents
from sitegen.loading.document import Document
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.model.validate import tree_file
from sitegen.problems import Kind, Location, Problem, Severity

NOT_EDITED = Kind(
    "import.not-edited",
    Severity.ERROR,
    zh="这个文件不能自动改（{id}）：{reason}",
    en="this file cannot be changed by the program ({id}): {reason_en}",
    fix_zh="打开它，照表格里的样子手工改",
    fix_en="open it and change it by hand as the table has it",
)
REASONS: Mapping[str, tuple[str, str]] = {
    "changed": ("刚刚有人改过", "somebody has just changed it"),
    "faulty": ("里面有错误", "there are errors in it"),
    "table": ("这一项写在另一个表格里", "the field stands in a table of its own"),
    "missing": ("要改的那一项不在了", "the field is not there any more"),
    "characters": ("有不能用的字符", "the text has a character that cannot be used"),
    "result": (
        "改了以后会太大，或有别的毛病",
        "changed, it would be too large or have another fault",
    ),
    "form": ("这一项的写法特别", "the field is written in an unusual way"),
}


class NewFile(NamedTuple):
    """The bytes of a file below the site, and the rows that they come from. `before` is the digest of what is
    there now, "" where nothing is."""

    file: str
    data: bytes
    rows: tuple[Proposal, ...]
    before: str


def new_files(
    root: Path, rows: Sequence[Proposal], options: Options
) -> tuple[list[NewFile], list[Problem]]:
    """The files for all new and changed entries among the rows, in path order. A file that cannot be changed
    by us is a problem, and so are its rows."""
    by_file: dict[str, list[Proposal]] = {}
    for row in rows:
        if row.outcome in (Outcome.NEW, Outcome.CHANGED):
            by_file.setdefault(_file_of(row), []).append(row)
    found: list[NewFile] = []
    problems: list[Problem] = []
    for file, members in sorted(by_file.items()):
        try:
            data, before = _data(root, file, members, options)
            found.append(NewFile(file, data, tuple(members), before))
        except NotEdited as error:
            problems.append(not_edited(error.reason, error.at, members))
    return found, problems


def not_edited(reason: str, at: Location, rows: Sequence[Proposal]) -> Problem:
    """The problem of a file that is left as it is, though these rows would change it."""
    in_zh, in_en = REASONS[reason]
    facts = {"reason": in_zh, "reason_en": in_en, "id": "、".join(row.id for row in rows)}
    return Problem(NOT_EDITED, at, facts)


def digest_of(root: Path, file: str) -> str:
    """The digest of a file as it is now, "" where there is none."""
    path = files.inside(root, file)
    return files.digest(files.read(path)) if path.exists() else ""


def _file_of(row: Proposal) -> str:
    if row.entry is not None and row.entry.entry is not None:
        return row.entry.entry.document.file
    if COLLECTIONS[row.collection].tree:
        return f"content/{tree_file(row.collection)}"
    return entry_file(row.collection, row.id)


def _data(root: Path, file: str, rows: Sequence[Proposal], options: Options) -> tuple[bytes, str]:
    """The bytes of a file with the entries of these rows, and the digest of those before. Raises NotEdited."""
    collection = rows[0].collection
    document, data = _before(root, file, rows)
    if document is None:
        texts = (new_text(collection, row.tree, options, identifier=row.id) for row in rows)
        return "".join(texts).encode(), ""
    if not COLLECTIONS[collection].tree:
        (row,) = rows
        changes = [one.change for one in row.changes]
        return edited(data, document, (), changes, collection, options), document.digest
    changes = []
    for row in rows:
        if row.outcome is Outcome.NEW:
            changes.append(Change((row.id,), dict(row.tree)))
        else:
            own = (one.change for one in row.changes)
            changes += [Change((row.id, *path), value) for path, value in own]
    return edited(data, document, (), changes, collection, options), document.digest


def _before(root: Path, file: str, rows: Sequence[Proposal]) -> tuple[Document | None, bytes]:
    """The document and the bytes of a file as it is; None where there is none. Raises NotEdited where it is
    not as the rows have been compared with."""
    path = files.inside(root, file)
    if not path.exists():
        return None, b""
    data = files.read(path)
    document, _ = documents.parse(data, file)
    known = {
        row.entry.entry.document.digest
        for row in rows
        if row.entry is not None and row.entry.entry is not None
    }
    if document is None or (known and known != {document.digest}):
        raise NotEdited("faulty" if document is None else "changed", Location(file))
    return document, data
