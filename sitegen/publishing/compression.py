"""The files of a finished site packed beforehand, as `.gz` and `.br`, for servers that send such files.

The same file is packed into the same bytes everywhere, and once only: what was packed lies in the site's
`.sitegen/`, by the digest of the file. All of that may be lost or damaged, which costs time alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import brotli

from sitegen import files
from sitegen.publishing.finished import RELEASE, FinishedSite
from sitegen.publishing.kinds_of_files import PACKED, suffix_of

LEAST_BYTES = 512
"""A smaller file fits into one packet with its headers, packed or not."""
MOST_LEFT = 0.9
"""The share of its size to which a file must shrink, else it is sent as it is."""
BROTLI = 10
"""How hard brotli tries. 11 takes three times as long for 1.5 % less."""
HEADER = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
"""Of gzip: no name, no time, most packed, no system."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file may be packed. `name` is what Content-Encoding says, `suffix` ends the file's name."""

    name: str
    suffix: str
    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes, int], bytes]
    """Unpacks at most so many bytes; raises ValueError where these are no such file."""


def _gzip(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return HEADER + packer.compress(data) + packer.flush() + tail


def _gunzip(data: bytes, most: int) -> bytes:
    unpacker = zlib.decompressobj(31)
    try:
        text = unpacker.decompress(data, most)
    except zlib.error:
        raise ValueError(data[:10]) from None
    if not data.startswith(HEADER) or not unpacker.eof or unpacker.unused_data:
        raise ValueError(data[:10])
    return text


def _brotli(data: bytes) -> bytes:
    packed: bytes = brotli.compress(data, quality=BROTLI)
    return packed


def _unbrotli(data: bytes, most: int) -> bytes:
    unpacker = brotli.Decompressor()
    try:
        text: bytes = unpacker.process(data, output_buffer_limit=most)
    except brotli.error:
        raise ValueError(data[:10]) from None
    if not unpacker.is_finished():
        raise ValueError(data[:10])
    return text


ENCODINGS = (Encoding("br", ".br", _brotli, _unbrotli), Encoding("gzip", ".gz", _gzip, _gunzip))
LIBRARIES = files.digest(f"{brotli.__version__} {zlib.ZLIB_RUNTIME_VERSION} {BROTLI} 9".encode())[
    :8
]
"""Other versions may pack into other bytes: they keep them apart."""


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A packed form of the file at `of`; its own path is `path`, `encoding` what Content-Encoding says. Its bytes are
    read where they are wanted: all of a site's together may be more than there is memory."""

    path: str
    of: str
    encoding: str
    sha256: str
    size: int
    read: Callable[[], bytes] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Packer:
    """Packs the files of a site, `workers` of them at a time, and keeps what it packed in `folder`.

    Packing leaves the interpreter's lock alone, so that threads are enough.
    """

    folder: Path
    workers: int

    def packed(self, site: FinishedSite) -> Iterator[PackedFile]:
        """All packed forms of the site's files, in path order. Raises Mistaken where a file is not what was
        built."""
        worth = [path for path in (*site.files, RELEASE) if suffix_of(path) in PACKED]
        with ThreadPoolExecutor(self.workers) as pool:
            for forms in pool.map(lambda path: self._forms(site, path), worth):
                yield from forms

    def forget_others(self, site: FinishedSite) -> None:
        """Remove from the folder what is of no file of this site."""
        own = {*site.files.values(), site.digest}
        if not files.is_folder(self.folder):
            return
        for path, entry in list(files.walk(self.folder)):
            if path.rpartition("/")[2].partition(".")[0] not in own or LIBRARIES not in path:
                files.remove(Path(entry.path), self.folder)

    def _forms(self, site: FinishedSite, path: str) -> list[PackedFile]:
        data = site.read(path)
        if len(data) < LEAST_BYTES:
            return []
        forms = []
        for encoding in ENCODINGS:
            packed = self._packed(data, site.files.get(path, site.digest), encoding)
            if len(packed) <= len(data) * MOST_LEFT:
                form = files.digest(packed)
                read = self._reader(site, path, encoding, form)
                name = path + encoding.suffix
                forms.append(PackedFile(name, path, encoding.name, form, len(packed), read))
        return forms

    def _packed(self, data: bytes, sha256: str, encoding: Encoding) -> bytes:
        place = self._place(sha256, encoding)
        try:
            kept = files.read(place, limit=len(data) + 1024)
            if encoding.unpack(kept, len(data) + 1) == data:
                return kept
        except (OSError, ValueError):
            pass
        packed = encoding.pack(data)
        files.write(place, packed)
        return packed

    def _reader(
        self, site: FinishedSite, path: str, encoding: Encoding, form: str
    ) -> Callable[[], bytes]:
        """What reads a form, whose sha256 is `form`, from the folder, or packs the file again where that is damaged."""
        sha256 = site.files.get(path, site.digest)
        place = self._place(sha256, encoding)

        def read() -> bytes:
            with suppress(OSError):
                kept = files.read(place)
                if files.digest(kept) == form:
                    return kept
            return self._packed(site.read(path), sha256, encoding)

        return read

    def _place(self, sha256: str, encoding: Encoding) -> Path:
        return self.folder / LIBRARIES / sha256[:2] / (sha256 + encoding.suffix)
