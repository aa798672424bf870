"""The digest of the generator itself: its source files and the libraries that shape output."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sitegen.files import digest, walk

LIBRARIES = ("jinja2", "markupsafe", "markdown", "nh3", "pillow", "pydantic", "pyyaml", "pypinyin")


@cache
def generator_digest() -> str:
    """Changes with any source file of sitegen, any of LIBRARIES, or Python's minor version.

    It is that of the code which runs: a preview goes on with what it has loaded.
    """
    folder = Path(__file__).parent.parent
    parts = [f"python={sys.version_info[0]}.{sys.version_info[1]}"]
    parts += [f"{name}={_version(name)}" for name in LIBRARIES]
    for name, _ in walk(folder):
        if name.endswith(".py"):
            parts.append(f"{name}={digest((folder / name).read_bytes())}")
    return digest("\n".join(parts).encode())[:20]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
