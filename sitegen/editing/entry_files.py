"""The file of an entry that a form is about: found, read, and written anew with changed fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.authoring.drafts import entry_file
from sitegen.authoring.edits.bodies import with_body
from sitegen.authoring.edits.changes import Change
from sitegen.authoring.edits.edited import edited
from sitegen.authoring.edits.new_entries import new_text
from sitegen.authoring.known_entries import KnownEntries
from sitegen.building.parsing import load
from sitegen.loading import documents, formats
from sitegen.loading.document import Document, FieldPath, Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.model.validate import COLLECTED
from sitegen.problems import Problem


@dataclass(frozen=True, slots=True)
class EntryFile:
    """An entry with the bytes of its file. `root` is the path to it in the document."""

    collection: str
    id: str
    file: str
    data: bytes
    document: Document
    root: FieldPath

    @property
    def tree(self) -> Mapping[str, Tree]:
        """The fields as they are written."""
        tree: Tree = dict(self.document.tree)
        for part in self.root:
            tree = tree.get(str(part), "") if isinstance(tree, dict) else ""
        return tree if isinstance(tree, dict) else {}

    @property
    def name(self) -> str:
        """What it is called: an announcement by its number, one without a name by its id."""
        return str(self.tree.get("name") or self.tree.get("document") or self.id)

    @property
    def digest(self) -> str:
        """That of the bytes: a form says with it which ones it was made of."""
        return files.digest(self.data)

    @property
    def has_body(self) -> bool:
        """Whether Markdown may stand below its fields."""
        return formats.format_of(self.file) is formats.MARKDOWN

    @property
    def elsewhere(self) -> str:
        """Why it cannot be edited here: it stands in a `table`, or comes from the site of a city (`collected`);
        "" where it can."""
        if self.file.startswith(f"content/{COLLECTED}/"):
            return "collected"
        return "table" if formats.is_table(self.file) else ""


def find(root: Path, options: Options, collection: str, identifier: str) -> str:
    """The path of the file of an entry below the site, "" where there is none."""
    direct = entry_file(collection, identifier)
    if not COLLECTIONS[collection].tree and (root / direct).is_file():
        return direct
    return KnownEntries(root, options).file_of_id(collection, identifier)


def read(
    root: Path, options: Options, collection: str, identifier: str
) -> tuple[EntryFile | None, Sequence[Problem]]:
    """The entry with its file; None where there is none, or where the problems say why it cannot be read."""
    file = find(root, options, collection, identifier)
    if not file:
        return None, ()
    try:
        data = files.read(files.inside(root, file))
    except OSError:
        return None, ()
    document, problems = load(root, file, options)
    if document is None or document.wrong_lines or document.digest != files.digest(data):
        return None, problems
    is_own = not COLLECTIONS[collection].tree and not document.rows
    at: FieldPath = () if is_own else (identifier,)
    return EntryFile(collection, identifier, file, data, document, at), ()


def document_of(data: bytes, file: str) -> Document:
    """What bytes of a file of entries hold that were read before, or made of such."""
    document, _ = documents.parse(data, file)
    assert document is not None
    return document


def changed(
    entry: EntryFile, changes: Mapping[str, Tree], body: str | None, options: Options
) -> bytes:
    """The bytes of the file with changed fields and, where it is given, another body. Raises NotEdited."""
    wanted = [Change((name,), value) for name, value in changes.items()]
    data = edited(entry.data, entry.document, entry.root, wanted, entry.collection, options)
    return data if body is None else with_body(data, entry.file, body)


def new(
    collection: str, identifier: str, tree: Mapping[str, Tree], body: str, options: Options
) -> bytes:
    """The bytes of the file of a new entry. Raises NotWritable."""
    text = new_text(collection, tree, options, identifier=identifier)
    file = entry_file(collection, identifier)
    return with_body(text.encode(), file, body) if body else text.encode()
