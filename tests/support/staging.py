"""The staging folders beside an output folder, whose names are chosen at random."""

from __future__ import annotations

from pathlib import Path


def staging_folders(output: Path) -> list[Path]:
    """Those that are there: one while a build runs or after it was killed, else none."""
    return sorted(output.parent.glob(f".{output.name}.staging-*"))
