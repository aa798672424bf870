"""The journal of publications: a line for each, in publications.jsonl beside site.yaml. Lines are only ever added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen import files

FILE = "publications.jsonl"


def read(root: Path) -> list[dict[str, Any]]:
    """The lines so far; those that nobody can read are passed over."""
    try:
        lines = files.read(root / FILE).decode(errors="replace").splitlines()
    except FileNotFoundError:
        return []
    found = []
    for line in lines:
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            found.append(told)
    return found


def add(root: Path, told: Mapping[str, Any], *, through: Path) -> None:
    """Add a line. The file is replaced by way of the folder `through`, so that a kill cannot damage it."""
    try:
        before = files.read(root / FILE)
    except FileNotFoundError:
        before = b""
    line = json.dumps(dict(told), ensure_ascii=False, separators=(",", ":"))
    files.append(root / FILE, before, f"{line}\n", through=through)


def withdrawals(root: Path) -> dict[str, list[dict[str, Any]]]:
    """The entries that were withdrawn by command and not allowed back since, each with its lines."""
    gone: dict[str, list[dict[str, Any]]] = {}
    for told in read(root):
        if told.get("what") == "withdraw":
            gone.setdefault(str(told.get("entry")), []).append(told)
        elif told.get("what") == "restore":
            gone.pop(str(told.get("entry")), None)
    return gone
