"""A request's path leads to a file of the output folder, or to nothing. Never out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from sitegen.files import OutsideRoot, inside

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The path under which the file is found instead."""

    path: str


def find(output: Path, base_path: str, path: str) -> Path | Elsewhere | None:
    """What stands at `path` ('/'-led, percent-encoded) of a site that is served at `base_path`."""
    if base_path != "/" and path in ("/", base_path[:-1]):
        return Elsewhere(base_path)
    if not path.startswith(base_path):
        return None
    relative = decoded(path.removeprefix(base_path))
    if relative is None:
        return None
    if relative == "" or relative.endswith("/"):
        relative += INDEX
    try:
        wanted = inside(output, relative)
    except OutsideRoot:
        return None
    if is_within(wanted, output):
        return wanted
    if is_within(wanted / INDEX, output):
        return Elsewhere(f"{base_path}{quote(relative)}/")
    return None


def decoded(path: str) -> str | None:
    """The text of a percent-encoded path, decoded once; None where that is no UTF-8."""
    try:
        return unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return None


def is_within(file: Path, root: Path) -> bool:
    """Whether it is a plain file that also lies below `root` once every link is followed."""
    try:
        real = file.resolve(strict=True)
        return real.is_file() and real.is_relative_to(root.resolve(strict=True))
    except (OSError, ValueError, RuntimeError):
        return False
