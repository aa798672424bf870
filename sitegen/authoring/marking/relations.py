"""How the parts of a workbook name each other: relations, and the types of their content."""

from __future__ import annotations

import posixpath
from typing import Final, NamedTuple

from sitegen.authoring.marking.archive import Archive
from sitegen.authoring.marking.xml_edits import (
    check_encoding,
    edited,
    prefix_of,
    quoted,
    tree,
)

BASE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES: Final = "[Content_Types].xml"
EMPTY: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships '
    b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


class Relation(NamedTuple):
    """`kind` is the last word of the relation's type, `target` the name of the part."""

    id: str
    kind: str
    target: str


def relations_of(archive: Archive, part: str) -> list[Relation]:
    """The relations of a part to others within the file; links to the outside are left alone."""
    data = archive.read(_name(part))
    if data is None:
        return []
    found = []
    for element in tree(data).children:
        values = element.attributes
        if element.name == "Relationship" and values.get("TargetMode") != "External":
            target = posixpath.join(posixpath.dirname(part), values.get("Target", ""))
            name = posixpath.normpath(target).lstrip("/")
            kind = values.get("Type", "").rpartition("/")[2]
            found.append(Relation(values.get("Id", ""), kind, name))
    return found


def relate(archive: Archive, part: str, kind: str, target: str) -> str:
    """Add a relation of a part to another one. The id of the relation."""
    data = archive.read(_name(part)) or EMPTY
    check_encoding(data)
    root = tree(data)
    used = {element.attributes.get("Id") for element in root.children}
    number = next(n for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    new = (
        f'<{prefix_of(data)}Relationship Id="rId{number}" Type="{BASE}/{kind}" '
        f'Target="/{quoted(target)}"/>'
    )
    if root.is_empty_tag:
        data = data[: root.start] + EMPTY[EMPTY.index(b"<Relationships") :]
        root = tree(data)
    archive.put(_name(part), edited(data, [(root.close, root.close, new.encode())]))
    return f"rId{number}"


def declare(archive: Archive, part: str, content_type: str) -> None:
    """Say what the content of a new part is."""
    data = archive.read(TYPES) or b""
    check_encoding(data)
    root = tree(data)
    extension = part.rpartition(".")[2]
    prefix = prefix_of(data)
    if any(
        element.attributes.get("PartName") == f"/{part}"
        or (
            element.attributes.get("Extension", "").lower() == extension
            and element.attributes.get("ContentType") == content_type
        )
        for element in root.children
    ):
        return
    named = f'Override PartName="/{quoted(part)}"'
    if extension == "vml":  # Excel names these by their extension
        named = 'Default Extension="vml"'
    new = f'<{prefix}{named} ContentType="{content_type}"/>'
    archive.put(TYPES, edited(data, [(root.close, root.close, new.encode())]))


def _name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
