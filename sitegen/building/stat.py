"""File stats, which may only save reading a file: never trusted for one that was just written."""

from __future__ import annotations

import os
from typing import NamedTuple

YOUNG_NS = 2_000_000_000
"""A file whose stat changed less than two seconds before it was looked at may change again within
the clock's grain, so its stat proves nothing."""


class Stat(NamedTuple):
    """`seen` is when it was looked at (ns since the epoch)."""

    mtime: int
    ctime: int
    size: int
    inode: int
    seen: int

    @property
    def trusted(self) -> bool:
        return max(self.mtime, self.ctime) < self.seen - YOUNG_NS

    def proves_same(self, now: Stat) -> bool:
        """Whether a file that had this stat and has `now` cannot have changed in between."""
        return self.trusted and self[:4] == now[:4]


def stat_of(result: os.stat_result, seen: int) -> Stat:
    return Stat(result.st_mtime_ns, result.st_ctime_ns, result.st_size, result.st_ino, seen)
