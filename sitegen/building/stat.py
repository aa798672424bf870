"""File stats, by which an unchanged file need not be read; not trusted of a file just written."""

from __future__ import annotations

import os
from typing import NamedTuple

YOUNG_NS = 2_000_000_000
"""The stat of a file proves nothing where it is younger than this: the file may have changed again
within one tick of the file system's clock, which leaves the stat as it is."""


class Stat(NamedTuple):
    """What `os.stat` gives for a file, times in ns. `seen` is when that was asked (ns since the epoch)."""

    mtime: int
    ctime: int
    size: int
    inode: int
    seen: int

    @property
    def trusted(self) -> bool:
        return max(self.mtime, self.ctime) < self.seen - YOUNG_NS

    def proves_same(self, now: Stat) -> bool:
        """Whether a file that had this stat before and has `now` is certainly unchanged."""
        return self.trusted and self[:4] == now[:4]


def stat_of(result: os.stat_result, seen: int) -> Stat:
    return Stat(result.st_mtime_ns, result.st_ctime_ns, result.st_size, result.st_ino, seen)
