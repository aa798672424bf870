"""The file of an entry with changed fields. Only the lines of these fields change.

What is made is read again by our own reader and compared before anybody gets it: the text is never half right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from sitegen import files
from sitegen.authoring.edits.changes import Change, NotWithin, edits_of
from sitegen.authoring.edits.edit import Edit, Within, applied
from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.indents import indents_of
from sitegen.authoring.edits.lines import Lines, NotSpliced
from sitegen.authoring.edits.paths import first_difference, first_path, path_of
from sitegen.authoring.edits.scalars import NotWritable
from sitegen.authoring.edits.splicing import Splicer
from sitegen.loading import documents, yaml_nodes
from sitegen.loading.document import Document, FieldPath, Tree
from sitegen.loading.entry_source import EntrySource, Splice
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.model.validate import without_blanks
from sitegen.problems import Location, Problem, Severity

Reason: TypeAlias = Literal["changed", "faulty", "table", "missing", "characters", "form", "result"]


class NotEdited(Exception):
    """A file cannot be edited by us, and is left as it is; its author edits it at `at`.

    `reason` is `changed` where the bytes are not those of the document, `faulty` where the file has errors,
    `table` where the field stands in a table, `missing` where the path leads nowhere, `characters` where no
    text may have a character of the new value, `form` where the field is written in a way that is not edited
    here, and `result` where what would be made has a `problem`: the file grows too large.
    """

    def __init__(self, reason: Reason, at: Location, problem: Problem | None = None) -> None:
        super().__init__(f"{reason}: {at}")
        self.reason = reason
        self.at = at
        self.problem = problem


def edited(
    data: bytes,
    document: Document,
    root: FieldPath,
    changes: Sequence[Change],
    collection: str,
    options: Options,
) -> bytes:
    """The bytes of an entry file with changes in the entry at `root`, whose paths start there.

    `document` is what `documents.parse` makes of `data`. Without a difference the same bytes come back. Time
    is linear in the size of the file and the number of changes. Raises NotEdited; ValueError where two changes
    concern the same field.
    """
    if files.digest(data) != document.digest:
        raise NotEdited("changed", Location(document.file))
    if document.wrong_lines:
        raise NotEdited("faulty", Location(document.file, min(document.wrong_lines)))
    for path, _ in changes:
        if {*map(str, (*root, *path)[:1])} & {*document.tables, *document.rows}:
            raise NotEdited("table", document.at((*root, *path)))
    written: Mapping[str, Tree] = {
        name: value for name, value in document.tree.items() if name not in document.tables
    }
    old: Tree = dict(written)
    for part in root:
        old = old.get(str(part), "") if isinstance(old, dict) else ""
    if not isinstance(old, dict):
        raise NotEdited("missing", document.at(root))
    is_tree = COLLECTIONS[collection].tree
    fields = Fields.of_entry if root or not is_tree else Fields.of_tree
    try:
        edit = edits_of(old, changes, fields(collection, options))
    except NotWithin as error:
        raise NotEdited("missing", document.at((*root, *error.path))) from error
    if edit is None:
        return data
    of_file = edit
    for part in reversed(root):
        of_file = Within({part: of_file})
    of_all = Fields.of_tree(collection, options) if is_tree else fields(collection, options)
    return _spliced(data, document, dict(written), of_file, of_all)


def with_entry(
    data: bytes,
    document: Document,
    identifier: str,
    tree: Mapping[str, Tree],
    collection: str,
    options: Options,
) -> bytes:
    """The bytes of a tree file with one more entry, behind all others. Raises NotEdited, as `edited`."""
    if identifier in document.tree:
        raise ValueError(f"{identifier} is there already")
    change = Change((identifier,), dict(tree))
    return edited(data, document, (), [change], collection, options)


def _spliced(
    data: bytes, document: Document, old: dict[str, Tree], edit: Edit, fields: Fields
) -> bytes:
    source = EntrySource.read(data, document.file)
    root = yaml_nodes.read(source.yaml)
    lines = Lines(source.yaml)
    splicer = Splicer(lines, indents_of(lines, root))
    try:
        assert isinstance(edit, Within)
        splicer.edit_mapping(root, edit, fields)
    except NotSpliced as error:
        line = source.first_line + source.yaml.count("\n", 0, error.index)
        raise NotEdited("form", Location(document.file, line)) from error
    except NotWritable as error:
        raise NotEdited("characters", document.at(path_of(edit, str(error)))) from error
    splices = sorted(splicer.splices, key=lambda splice: splice[:2])
    if any(one.end > other.start for one, other in pairwise(splices)):
        raise NotEdited("form", document.at(first_path(edit)))
    end = len(source.yaml)
    wrong = None
    # A text that ends with a line break needs one below it, where the file so far had none at its end.
    for last in [""] if source.yaml.endswith("\n") else ["", "\n"]:
        new = source.replaced([*splices, Splice(end, end, last)])
        refusal = _refusal(new, document, applied(old, edit), source, splices)
        if refusal is None:
            return new
        wrong = wrong or refusal
    assert wrong is not None
    raise wrong


def _refusal(
    new: bytes, document: Document, wanted: Tree, source: EntrySource, splices: Sequence[Splice]
) -> NotEdited | None:
    """Why the new bytes of a file cannot be taken; None where they hold just what is wanted."""
    read, problems = documents.parse(new, document.file)
    wrong = next((p for p in problems if p.kind.severity is Severity.ERROR), None)
    if wrong is not None:
        at = Location(document.file)
        if wrong.at.line:
            at = Location(document.file, _line_before(source, splices, wrong.at.line))
        return NotEdited("result", at, wrong)
    assert read is not None
    path = first_difference(without_blanks(dict(read.tree)), without_blanks(wanted))
    if path is None and read.body == document.body:
        return None
    return NotEdited("form", document.at(path or ()))


def _line_before(source: EntrySource, splices: Sequence[Splice], line: int) -> int:
    """The line that a line of the edited file was in before."""
    before, at, more = source.first_line, 0, 0
    for start, end, new in splices:
        before += source.yaml.count("\n", at, start)
        at = start
        if line < before + more:
            break
        if line <= before + more + new.count("\n"):
            return before
        more += new.count("\n") - source.yaml.count("\n", start, end)
    return line - more
