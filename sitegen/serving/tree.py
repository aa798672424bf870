"""Finds the file in the output folder for the path of a request; never a file outside of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from sitegen.files import OutsideRoot, inside

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Redirect:
    """The page is at another path, such as the same with a final slash."""

    path: str


def find(output: Path, base_path: str, path: str) -> Path | Redirect | None:
    """The file for `path` (starts with '/', percent-encoded) of a site served at `base_path`.

    A Redirect if the page is at another path, None if there is nothing.
    """
    if base_path != "/" and path in ("/", base_path[:-1]):
        return Redirect(base_path)
    if not path.startswith(base_path):
        return None
    relative = decoded(path.removeprefix(base_path))
    if relative is None:
        return None
    if relative == "" or relative.endswith("/"):
        relative += INDEX
    try:
        file = inside(output, relative)
    except OutsideRoot:
        return None
    if is_within(file, output):
        return file
    if is_within(file / INDEX, output):
        return Redirect(f"{base_path}{quote(relative)}/")
    return None


def decoded(path: str) -> str | None:
    """A percent-encoded path, decoded once; None if the result is not UTF-8."""
    try:
        return unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return None


def is_within(file: Path, root: Path) -> bool:
    """Whether it is a regular file that is below `root` after all links are resolved."""
    try:
        real = file.resolve(strict=True)
        return real.is_file() and real.is_relative_to(root.resolve(strict=True))
    except (OSError, ValueError, RuntimeError):
        return False
