"""Photos as enterprises send them: folders and zip files, HEIC pictures where pillow-heif is installed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from PIL.Image import Image

needs_heif = pytest.mark.skipif(
    find_spec("pillow_heif") is None,
    reason="pillow-heif, the extra “heic”, is not installed: no HEIC picture can be made or read",
)


def folder(path: Path, photos: Mapping[str, bytes]) -> Path:
    """A folder with these files."""
    for name, data in photos.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path


def zipped(path: Path, photos: Mapping[str, bytes], encoding: str = "utf-8") -> Path:
    """A zip file with these files, in deflated form. Other encodings than UTF-8 stand in it without a flag, as
    Windows in Chinese writes them with `gbk`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in photos.items():
            archive.writestr(_Named(name, encoding), data, zipfile.ZIP_DEFLATED)
    return path


class _Named(zipfile.ZipInfo):
    """The directory entry of a file whose name is in an encoding."""

    def __init__(self, name: str, encoding: str) -> None:
        super().__init__(name)
        self._encoding = encoding

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        if self._encoding == "utf-8":
            return self.filename.encode(), self.flag_bits | 0x800
        return self.filename.encode(self._encoding.removesuffix("-unflagged")), self.flag_bits


def heic(image: Image, **options: Any) -> bytes:
    """The picture as a telephone of Apple writes it."""
    import pillow_heif

    stream = io.BytesIO()
    pillow_heif.from_pillow(image).save(stream, quality=90, **options)
    return stream.getvalue()
