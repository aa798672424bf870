"""The parts of a zipped workbook, unpacked within bounds. Pictures, macros and links are left packed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from sitegen.loading.workbooks.facts import Damaged, TooLarge

UNPACKED: Final = 48 << 20
"""Maximum size of all XML parts, in bytes."""
PARTS: Final = 5_000
ELEMENTS: Final = 3_000_000
"""Maximum number of XML elements in one part."""
UNREADABLE: Final = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError),
    *(ValueError, LookupError, OverflowError),
    RuntimeError,  # zipfile for what it does not support, or for a password
)
"""What reading a damaged archive raises."""
LEFT_PACKED: Final = (
    *("docProps/", "customXml/", "xl/theme/", "xl/drawings/", "xl/charts/", "xl/externalLinks/"),
    *(
        "xl/pivotCache/",
        "xl/pivotTables/",
        "xl/comments",
        "xl/threadedComments/",
        "xl/printerSettings/",
    ),
    *("Object", "Configurations2/", "Thumbnails/", "settings.xml", "meta.xml"),
)


def unpack(data: bytes) -> tuple[dict[str, bytes], int]:
    """The XML parts by name, and the number of pictures. Raises Damaged, TooLarge."""
    # Counted before the directory is read, which itself takes memory.
    if data.count(b"PK\x01\x02") > PARTS:
        raise TooLarge(f"{PARTS:,} 个部件", f"{PARTS:,} parts")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = {
                info.filename.replace("\\", "/").lstrip("/"): info for info in archive.infolist()
            }
            pictures = sum(name.startswith(("xl/media/", "Pictures/")) for name in infos)
            wanted = {name: info for name, info in infos.items() if _is_wanted(name)}
            if sum(info.file_size for info in wanted.values()) > UNPACKED:
                raise TooLarge(f"{UNPACKED >> 20} MB", f"{UNPACKED >> 20} MB")
            for info in wanted.values():
                is_known = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
                if not is_known or info.flag_bits & 1:
                    raise Damaged(info.filename)
            # A part that is larger than it says fails its checksum, after just the size that it says.
            return {name: archive.read(info) for name, info in wanted.items()}, pictures
    except UNREADABLE as error:
        raise Damaged(str(error)) from error


def _is_wanted(name: str) -> bool:
    if name.startswith(LEFT_PACKED):
        return False
    return name == "mimetype" or name.lower().endswith((".xml", ".rels"))


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of just these parts, uncompressed: nothing in it can be larger than it says."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()


def look_through(
    part: bytes,
    start: Callable[[str, dict[str, str]], None],
    text: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    """Call `start` with the name (without prefix) and attributes of each element of an XML part, `text` with
    its characters, `end` with its name. Raises Damaged, TooLarge."""
    left = ELEMENTS
    names: dict[str, str] = {}  # millions of elements have a handful of names

    def started(name: str, attributes: dict[str, str]) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise TooLarge(f"{ELEMENTS:,} 个部分", f"{ELEMENTS:,} elements")
        start(names.get(name) or names.setdefault(name, name.rpartition(":")[2]), attributes)

    def ended(name: str) -> None:
        if end is not None:
            end(name.rpartition(":")[2])

    def refused(*_: object) -> None:
        raise Damaged("DOCTYPE")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = started
    parser.StartDoctypeDeclHandler = refused
    if text is not None:
        parser.CharacterDataHandler = text
    if end is not None:
        parser.EndElementHandler = ended
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Damaged(str(error)) from error
