"""The parts of a zipped workbook. Those that are not changed are copied as they are, never unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Final

from sitegen.loading.workbooks.facts import Damaged, TooLarge
from sitegen.loading.workbooks.unpacking import PARTS, UNPACKED, UNREADABLE

LOCAL: Final = struct.Struct("<4s5H3I2H")
CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
END: Final = struct.Struct("<4s4H2IH")
DAY: Final = 0x21
"""1980-01-01, the first day of zip files: the same parts give the same bytes."""
IS_UTF8: Final = 0x800


class Archive:
    """A zip file whose parts can be replaced and added. Raises Damaged, TooLarge."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        # Counted before the directory is read, which itself takes memory.
        if data.count(b"PK\x01\x02") > PARTS:
            raise TooLarge(f"{PARTS:,} 个部件", f"{PARTS:,} parts")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except UNREADABLE as error:
            raise Damaged(str(error)) from error
        # Some programs write the names of parts as Windows does.
        self._infos = {
            info.filename.replace("\\", "/").lstrip("/"): info for info in self._zip.infolist()
        }
        # Entries that overlap could be copied to many times the size of the file.
        if sum(info.compress_size for info in self._infos.values()) > len(data):
            raise Damaged("sizes")
        if any(info.flag_bits & 1 for info in self._infos.values()):
            raise Damaged("encrypted part")
        self._changed: dict[str, bytes] = {}
        self._unpacked: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._changed or name in self._infos

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, as changed; None where there is none."""
        if name in self._changed:
            return self._changed[name]
        info = self._infos.get(name)
        if info is None:
            return None
        self._unpacked[name] = info.file_size
        if sum(self._unpacked.values()) > UNPACKED:
            raise TooLarge(f"{UNPACKED >> 20} MB", f"{UNPACKED >> 20} MB")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Damaged(name)
        try:
            return self._zip.read(info)
        except UNREADABLE as error:
            raise Damaged(str(error)) from error

    def put(self, name: str, part: bytes) -> None:
        self._changed[name] = part

    def free_name(self, before: str, after: str) -> str:
        """The first name `before` + number + `after` that no part has."""
        number = 1
        while f"{before}{number}{after}" in self:
            number += 1
        return f"{before}{number}{after}"

    def written(self) -> bytes:
        """The zip file: the parts in their order, the new ones last."""
        out = io.BytesIO()
        directory: list[bytes] = []
        for name in [*self._infos, *(name for name in self._changed if name not in self._infos)]:
            self._write(out, directory, name)
        start = out.tell()
        central = b"".join(directory)
        out.write(central)
        count = len(directory)
        out.write(END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), start, 0))
        return out.getvalue()

    def _write(self, out: io.BytesIO, directory: list[bytes], name: str) -> None:
        part = self._changed.get(name)
        if part is None:
            info = self._infos[name]
            packed, method = self._packed(info), info.compress_type
            checksum, size = info.CRC, info.file_size
        else:
            deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed, method = deflate.compress(part) + deflate.flush(), zipfile.ZIP_DEFLATED
            checksum, size = zlib.crc32(part), len(part)
        encoded = name.encode("utf-8", "surrogateescape")
        flags = 0 if name.isascii() else IS_UTF8
        facts = (flags, method, 0, DAY, checksum, len(packed), size, len(encoded), 0)
        at = out.tell()
        out.write(LOCAL.pack(b"PK\x03\x04", 20, *facts) + encoded + packed)
        directory.append(CENTRAL.pack(b"PK\x01\x02", 20, 20, *facts, 0, 0, 0, 0, at) + encoded)

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        """The compressed bytes of a part."""
        try:
            head = LOCAL.unpack_from(self._data, info.header_offset)
        except struct.error as error:
            raise Damaged(str(error)) from error
        start = info.header_offset + LOCAL.size + head[-2] + head[-1]
        packed = self._data[start : start + info.compress_size]
        if head[0] != b"PK\x03\x04" or len(packed) != info.compress_size:
            raise Damaged(info.filename)
        return packed
