"""The folder in which a build makes files before the commit moves them to their places.

It is beside the output folder, so that a move is a rename. Its name is chosen at random and written
down in the state before the folder is made: only a folder that is written down is ever removed.
"""

from __future__ import annotations

import re
from pathlib import Path

from sitegen import files
from sitegen.building import state

FILE = "staging.json"
DIGITS = re.compile(r"[0-9a-f]{16}\Z")


def begin(output: Path, folder: Path) -> Path:
    """Make a new staging folder for `output`, and write it down in the state `folder`. One that an
    interrupted build left goes first."""
    remove(output, folder)
    digits = files.random_name()
    state.write_json(folder / FILE, {"name": digits})
    made = _path(output, digits)
    files.make_folder(made)
    return made


def left(output: Path, folder: Path) -> Path | None:
    """The staging folder that is written down; None where there is none."""
    kept = state.read_json(folder / FILE)
    digits = kept.get("name") if isinstance(kept, dict) else None
    if not isinstance(digits, str) or not DIGITS.match(digits):
        return None
    path = _path(output, digits)
    return path if files.is_folder(path) else None


def remove(output: Path, folder: Path) -> None:
    """Remove the staging folder, and what is written down of it."""
    made = left(output, folder)
    if made is not None:
        files.remove_tree(made)
    files.remove_tree(folder / FILE)


def _path(output: Path, digits: str) -> Path:
    return output.parent / f".{output.name}.staging-{digits}"
