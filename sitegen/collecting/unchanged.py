"""Whether anything has changed since a city was collected: only then is it read at all.

What is remembered is how all files stood that the result depends on: those of the city, those that the province
writes itself, and those that were made of the city. It stands in .sitegen/ and may be lost at any time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sitegen import files
from sitegen.building import state
from sitegen.building.generator import generator_digest
from sitegen.building.stat import YOUNG_NS
from sitegen.collecting import pictures, texts
from sitegen.config.site import Site
from sitegen.files import digest
from sitegen.model.validate import is_collected


def own_digest(site: Site, withdrawals: object) -> str:
    """The digest of all that the province gives to what becomes of a city."""
    listed = [
        row
        for row in _inventory(site.root, ("content",), 0)
        if not is_collected(row[0]) and not row[0].startswith("content/media/")
    ]
    collect = {name: one.model_dump_json() for name, one in site.settings.collect.items()}
    rules = site.settings.rules
    parts = [generator_digest(), site.digest, listed, collect, rules, withdrawals]
    return digest(json.dumps(parts, ensure_ascii=False).encode())


def is_unchanged(site: Site, prefix: str, city: Path, own: str, as_of: date, now: int) -> bool:
    """Whether collecting the city again would give what there is."""
    kept = state.read_json(_file(site.root, prefix))
    if not isinstance(kept, dict):
        return False
    until = kept.get("until") or date.max.isoformat()
    return (
        kept.get("own") == own
        and kept.get("city") == _digest(city, ("site.yaml", "content"), now)
        and kept.get("made") == _made(site.root, prefix)
        and str(kept.get("from")) <= as_of.isoformat() < str(until)
    )


def remember(site: Site, prefix: str, city: str, own: str, as_of: date, until: date | None) -> None:
    """Remember how all stands, `city` as `look` saw it before it was read. `until` is the first day on which
    something else is public of the city."""
    kept: dict[str, Any] = {
        "own": own,
        "city": city,
        "made": _made(site.root, prefix),
        "from": as_of.isoformat(),
        "until": until.isoformat() if until else "",
    }
    state.write_json(_file(site.root, prefix), kept)


def look(city: Path, now: int) -> str:
    """How the files of a city stand; "" where one is so young that it may change without showing it."""
    return _digest(city, ("site.yaml", "content"), now)


def _made(root: Path, prefix: str) -> str:
    return _digest(root, (texts.folder_of(prefix), f"{pictures.FOLDER}/{prefix}"), 0)


def _digest(root: Path, names: tuple[str, ...], now: int) -> str:
    try:
        return digest(json.dumps(list(_inventory(root, names, now))).encode())
    except _TooYoung:
        return ""


class _TooYoung(Exception):
    """The stat of a file proves nothing yet."""


def _inventory(root: Path, names: tuple[str, ...], now: int) -> Iterator[tuple[str, ...]]:
    """(path, stat) of each file below these; `now` in ns, 0 where young files count as well."""
    for name in names:
        path = root / name
        if not files.is_folder(path):
            if path.is_file():
                yield _row(name, path.lstat(), now)
            continue
        for inner, item in files.walk(path):
            yield _row(f"{name}/{inner}", item.stat(follow_symlinks=False), now)


def _row(name: str, found: Any, now: int) -> tuple[str, ...]:
    if now and max(found.st_mtime_ns, found.st_ctime_ns) > now - YOUNG_NS:
        raise _TooYoung
    numbers = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
    return (name.encode("utf-8", "replace").decode(), *map(str, numbers))


def _file(root: Path, prefix: str) -> Path:
    return root / state.FOLDER / f"collect-{prefix}.json"
