"""Compiled templates: a template is compiled once in a process, and one of the default theme once on a machine.

Compiling the default theme takes as long as all else that a small site needs. So its compiled templates are kept
beside the bytecode that Python keeps of the program, under the same conditions: the folder can be written to, and
Python is not told to leave none. They are code, and trusted as that bytecode is. The templates of a site are kept
in memory only.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping, Set
from contextlib import suppress
from functools import cache
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Final

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sitegen import files

MOST: Final = 2_000
"""Number of compiled templates at which the memory is emptied: it bounds its size."""
VERSIONS: Final = 8
"""So many versions of a template are kept on disk, for as many sets of words; one takes the place of another."""
FOLDER: Final = Path(cache_from_source(__file__)).parent / "templates"
_CODES: dict[tuple[str, str], CodeType] = {}


class Compiled(BytecodeCache):
    """What Jinja keeps compiled code in. The code depends on the name and the text of a template, and on the
    translations, which are put in when it is parsed. `lasting` are the names of the templates that are kept on
    disk: those of the default theme."""

    def __init__(self, translations: Mapping[str, str], lasting: Set[str]) -> None:
        self._words = files.digest(repr(sorted(translations.items())).encode())
        self._lasting = lasting

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def get_source_checksum(self, source: str) -> str:
        return files.digest("\n".join([_compiler(), self._words, source]).encode())

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = _CODES.get((bucket.key, bucket.checksum))
        if bucket.code is None and bucket.key in self._lasting:
            bucket.code = self._read(bucket)
            if bucket.code is not None:
                _keep(bucket, bucket.code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        _keep(bucket, bucket.code)
        if bucket.key in self._lasting and not sys.dont_write_bytecode:
            data = marshal.dumps(bucket.code)
            with suppress(OSError):  # It is compiled again then.
                files.write(self._file(bucket.key), _head(bucket, data) + data)

    def _read(self, bucket: Bucket) -> CodeType | None:
        """The code that was kept; None where there is none, where it is of another text or compiler, and where
        the file is damaged."""
        try:
            head, line_break, data = files.read(self._file(bucket.key)).partition(b"\n")
        except OSError:
            return None
        if head + line_break != _head(bucket, data):
            return None
        code = marshal.loads(data)
        return code if isinstance(code, CodeType) else None

    def _file(self, name: str) -> Path:
        version = int(self._words, 16) % VERSIONS
        return FOLDER / f"{name.replace('/', '.')}.{version}.{sys.implementation.cache_tag}"


def _head(bucket: Bucket, data: bytes) -> bytes:
    """The first line of a kept file: what its code was made from, and a digest by which damage shows."""
    return f"{bucket.checksum} {files.digest(data)}\n".encode()


def _keep(bucket: Bucket, code: CodeType) -> None:
    if len(_CODES) >= MOST:
        _CODES.clear()
    _CODES[(bucket.key, bucket.checksum)] = code


@cache
def _compiler() -> str:
    """What compiles: the bytecode's version, Jinja's, and a digest of this package, which adds to its syntax."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    package = files.digest(b"\n".join(map(files.read, sources)))
    return f"{MAGIC_NUMBER.hex()} {jinja2.__version__} {package}"
