"""The ledger of public addresses, content/ledger.jsonl, as text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from sitegen.loading import disk, text
from sitegen.problems import Problem

FILE: Final = "content/ledger.jsonl"
LIMIT: Final = 64 << 20
"""Bytes; some 300,000 lines."""


def read(root: Path) -> tuple[str | None, list[Problem]]:
    """The ledger of the site in `root`; None where there is none, or a problem says why it cannot
    be read."""
    if not os.path.lexists(root / FILE):
        return None, []
    data, problems = disk.read(root, FILE, limit=LIMIT)
    return (None, problems) if data is None else text.decode(data, FILE, limit=LIMIT)
