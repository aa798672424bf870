"""Giving an entry another id: its file, the references to it, and its old address, which leads to the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sitegen import files
from sitegen.authoring.drafts import entry_file
from sitegen.authoring.edits.bodies import with_body
from sitegen.authoring.edits.changes import Change
from sitegen.authoring.edits.edited import edited
from sitegen.catalogue.references import targets
from sitegen.editing import entry_files
from sitegen.editing.entry_files import EntryFile
from sitegen.editing.saves import NewBytes
from sitegen.editing.site_now import SiteNow
from sitegen.loading.document import FieldPath, Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses

BODY: Final = "body"
FORMER: Final = "former_urls"


class NotRenamed(Exception):
    """The id of the entry stands where this program cannot change it: in a reference, or in the name of a table that
    is a list of it. `at` is the file."""

    def __init__(self, at: str) -> None:
        super().__init__(at)
        self.at = at


def can_be_renamed(collection: str) -> bool:
    """Whether its entries have files of their own, which are called by their ids."""
    return not COLLECTIONS[collection].tree


def renamed(site: SiteNow, entry: EntryFile, new_id: str) -> list[NewBytes]:
    """The files of the site once the entry has this id. Raises NotRenamed; NotEdited where a file cannot be
    rewritten."""
    for table in entry.document.tables.values():
        raise NotRenamed(table.file)  # it is found by the id of the entry
    key = f"{entry.collection}:{entry.id}"
    changed: dict[str, bytes] = {}
    digests: dict[str, str] = {}
    for one in site.unloaded:
        if any(target == key for _, target in targets(one)):
            raise NotRenamed(one.file)
    for other in site.known.entries:
        paths = [path for path, target in targets(other) if target == key]
        if not paths:
            continue
        file = _read(site, other)
        digests.setdefault(file.file, file.digest)
        # Of a file with many entries each finds what those before it made of the bytes.
        data = changed.get(file.file, file.data)
        changed[file.file] = _with_new_id(site, file, data, paths, key, new_id)
    own = changed.pop(entry.file, entry.data)
    own = _with_former_url(site, entry, own)
    home = entry_file(entry.collection, new_id)
    home = home.rpartition(".")[0] + "." + entry.file.rpartition(".")[2]
    return [
        *(NewBytes(file, digests[file], data) for file, data in sorted(changed.items())),
        NewBytes(home, "", own),
        NewBytes(entry.file, entry.digest, None),
    ]


def _read(site: SiteNow, other: Entry) -> EntryFile:
    file, _ = entry_files.read(site.root, site.options, other.collection, other.id)
    if file is None or file.elsewhere:
        raise NotRenamed(other.file)
    return file


def _with_new_id(
    site: SiteNow, file: EntryFile, data: bytes, paths: list[FieldPath], key: str, new_id: str
) -> bytes:
    """The bytes of a file whose entry refers to the new id in these places."""
    fields = [path for path in paths if path[0] != BODY]
    changes = dict(_changes(dict(file.tree), fields, key, new_id))
    wanted = [Change((*file.root, *path), value) for path, value in changes.items()]
    if wanted:
        document = entry_files.document_of(data, file.file)
        data = edited(data, document, (), wanted, file.collection, site.options)
    if len(fields) < len(paths):
        document = entry_files.document_of(data, file.file)
        data = with_body(data, file.file, relinked(document.body.strip("\n"), key, new_id))
    return data


def relinked(body: str, key: str, new_id: str) -> str:
    """The body with its links to the entry, `collection:id`, leading to the new id."""
    link = re.compile(rf"\]\({re.escape(key)}(?=[)#\s])")
    return link.sub(f"]({key.partition(':')[0]}:{new_id}", body)


def _changes(
    tree: Tree, paths: list[FieldPath], key: str, new_id: str
) -> Iterator[tuple[FieldPath, Tree]]:
    """(path, text) of each text in which the id is to be another. A list may be written as one text, and a group
    as the one item that it needs; a name is no id and stays."""
    collection, _, old_id = key.partition(":")
    word = re.compile(rf"(?<![\w:-])((?:{collection}:)?){re.escape(old_id)}(?![\w-])", re.ASCII)
    for path in paths:
        value, place = tree, path
        for depth, part in enumerate(path):
            inner = _member(value, part)
            if inner is None:
                place = path[:depth]
                break
            value = inner
        if isinstance(value, str):
            text = word.sub(lambda match: f"{match[1]}{new_id}", value)
            if text != value:
                yield place, text


def _member(value: Tree, part: str | int) -> Tree | None:
    if isinstance(value, dict):
        return value.get(str(part))
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _with_former_url(site: SiteNow, entry: EntryFile, data: bytes) -> bytes:
    """The bytes of the entry with its address of now among the former ones."""
    known = site.known.by_key.get(f"{entry.collection}:{entry.id}")
    if known is None or not COLLECTIONS[entry.collection].shown:
        return data
    written = entry.tree.get(FORMER, "")
    urls = written if isinstance(written, list) else [written] if written else []
    value: Tree = [*urls, f"/{addresses.entry(known)}"]
    document = entry_files.document_of(data, entry.file)
    changes = [Change((FORMER,), value)]
    return edited(data, document, (), changes, entry.collection, site.options)


def in_settings(site: SiteNow, key: str) -> bool:
    """Whether site.yaml names the entry, which nothing here rewrites."""
    text = files.read(site.root / "site.yaml").decode("utf-8", "replace")
    return re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", text, re.ASCII) is not None
