"""Compiled templates: a template is compiled once in a process, and one of the default theme once on a machine.

Jinja takes half a second for the default theme: longer than a small site takes otherwise. So its compiled
templates are kept beside the bytecode that Python keeps of the program, under the same conditions: the folder can
be written to, and Python is not told to leave none. They are read as that bytecode is; a folder that others may
write to is none for a program. A site's own templates stay in memory: its folder may come from anywhere.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Set
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
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
            # What is damaged is compiled anew.
            with suppress(Exception):
                bucket.bytecode_from_string(files.read(self._file(bucket.key)))
            if bucket.code is not None:
                _keep(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        _keep(bucket)
        if bucket.key in self._lasting and not sys.dont_write_bytecode:
            with suppress(OSError):
                files.write(self._file(bucket.key), bucket.bytecode_to_string())

    def _file(self, name: str) -> Path:
        version = int(self._words, 16) % VERSIONS
        return FOLDER / f"{name.replace('/', '.')}.{version}.{sys.implementation.cache_tag}"


def _keep(bucket: Bucket) -> None:
    assert bucket.code is not None
    if len(_CODES) >= MOST:
        _CODES.clear()
    _CODES[(bucket.key, bucket.checksum)] = bucket.code


@cache
def _compiler() -> str:
    """What compiles: Jinja's version, and a digest of this package, which adds to its syntax."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return jinja2.__version__ + files.digest(b"\n".join(map(files.read, sources)))
