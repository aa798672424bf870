"""Templates that were compiled once in this process are not compiled again, whatever site or edition they serve."""

from __future__ import annotations

from collections.abc import Mapping
from types import CodeType
from typing import Final

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

MOST: Final = 2_000
"""Number of compiled templates at which the memory is emptied: it bounds its size."""
_CODES: dict[tuple[str, str, frozenset[tuple[str, str]]], CodeType] = {}


class Compiled(BytecodeCache):
    """What Jinja keeps compiled code in. The code depends on the name and the text of a template, and on the
    translations, which are put in when it is parsed."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        self._words = frozenset(translations.items())

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = _CODES.get((bucket.key, bucket.checksum, self._words))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        if len(_CODES) >= MOST:
            _CODES.clear()
        _CODES[(bucket.key, bucket.checksum, self._words)] = bucket.code
