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


def is_still_there(root: Path, target: str) -> bool:
    """Whether an entry that was withdrawn may still be had from a target: it could not be taken down there, or earlier
    releases could not be removed, and that has not been made good since."""
    waiting: set[str] = set()
    for told in read(root):
        what, entry = told.get("what"), str(told.get("entry"))
        if what == "restore":
            waiting.discard(entry)
        elif told.get("target") != target:
            continue
        elif what == "withdraw" and ("failed" in told or "stays" in told):
            waiting.add(entry)
        elif what == "withdraw":
            waiting.discard(entry)
        elif what == "publish" and "stays" not in told:
            waiting.clear()
    return bool(waiting)
