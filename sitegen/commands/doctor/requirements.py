"""Which libraries sitegen needs, in which versions; read from pyproject.toml, or from what pip noted of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import sitegen

_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*([^;]*)(?:;(.*))?")
_BOUND = re.compile(r"\s*(>=|<=|==|<|>)\s*([0-9]+(?:\.[0-9]+)*)\s*")


def needed() -> tuple[str, list[tuple[str, str]]]:
    """The range of Python, and (library, range) of all that is not optional."""
    checkout = Path(sitegen.__file__).parent.parent / "pyproject.toml"
    try:
        project = tomllib.loads(checkout.read_text("utf-8"))["project"]
        if project["name"] == "sitegen":
            return project["requires-python"], list(_ranges(project["dependencies"]))
    except (OSError, ValueError, LookupError):
        pass
    try:
        told = metadata.metadata("sitegen")
    except metadata.PackageNotFoundError:
        return "", []
    (python,) = told.get_all("Requires-Python") or [""]
    return python, list(_ranges(told.get_all("Requires-Dist") or []))


def _ranges(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        match = _REQUIREMENT.match(line)
        if match and "extra" not in (match[3] or ""):
            yield match[1], match[2].strip().strip("()")


def allows(bounds: str, version: str) -> bool:
    """Whether a version is within bounds such as `>=2.16,<3`; what nobody understands allows it."""
    numbers = _numbers(version)
    for bound in filter(None, bounds.split(",")):
        match = _BOUND.fullmatch(bound)
        if match is None:
            continue
        limit = _numbers(match[2])
        longest = max(len(numbers), len(limit))
        own, other = (n + (0,) * (longest - len(n)) for n in (numbers, limit))
        fits = {
            ">=": own >= other,
            "<=": own <= other,
            "==": own == other,
            "<": own < other,
            ">": own > other,
        }
        if not fits[match[1]]:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    match = re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    return tuple(map(int, match[0].split("."))) if match else ()
