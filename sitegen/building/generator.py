"""The digest of the generator itself: its source files and the libraries that shape output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sitegen.files import digest, walk

LIBRARIES = (
    "jinja2",
    "markupsafe",
    "markdown",
    "nh3",
    "numpy",
    "pillow",
    "pydantic",
    "pyyaml",
    "pypinyin",
    "python-calamine",
    "resvg-py",
    "segno",
)

TABLES = "search/data/"


@cache
def generator_digest() -> str:
    """A digest that changes with any source or data file of sitegen, any of LIBRARIES, or Python's
    minor version.

    It is computed once, so that it stays that of the running code while files change under a preview.
    """
    parts = [f"python={sys.version_info[0]}.{sys.version_info[1]}"]
    parts += [f"{name}={_version(name)}" for name in LIBRARIES]
    return digest("\n".join([*parts, *sources(Path(__file__).parent.parent)]).encode())[:20]


def sources(folder: Path) -> Iterator[str]:
    """A line `name=digest` for each source file and each data file of the package in `folder`."""
    for name, _ in walk(folder):
        if name.endswith(".py") or name.startswith(TABLES):
            yield f"{name}={digest((folder / name).read_bytes())}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
