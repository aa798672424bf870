"""How two things differ, line by line, for the message of a failed assertion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import ndiff, unified_diff


def difference(expected: Sequence[str], found: Sequence[str]) -> str:
    """All lines of both: `- ` before what is missing, `+ ` before what is too much."""
    return "\n".join(line for line in ndiff(expected, found) if not line.startswith("? "))


def text_difference(path: str, expected: Mapping[str, bytes], found: Mapping[str, bytes]) -> str:
    """The first lines in which a file of two trees differs, with its path."""
    before, after = (
        files[path].decode("utf-8", "replace").split("\n") for files in (expected, found)
    )
    lines = list(unified_diff(before, after, f"{path} (expected)", path, n=0, lineterm=""))
    return "\n".join(line[:200] for line in lines[:12])
