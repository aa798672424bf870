"""What pictures are: found by decoding each once, or taken from the cache where its file is unchanged.

A refusal is remembered as well: the next build tells it again without decoding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sitegen.building import state
from sitegen.building.stat import Stat
from sitegen.building.turns import turn
from sitegen.building.workers import spread
from sitegen.files import digest
from sitegen.loading import disk
from sitegen.problems import Location, Problem
from sitegen.rendering.images import library, reading
from sitegen.rendering.images.reading import ImageFile

CACHE = "media.json"
FOLDER = "content/media"
MIN_FOR_WORKERS = 3
"""Minimum number of pictures for which starting processes pays off: each picture is decoded."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """The result of inspecting one file; `image` is None where pages may not show it."""

    name: str
    digest: str
    image: ImageFile | None
    problems: tuple[Problem, ...]


def inspect(context: tuple[Path, Mapping[str, str], Mapping[str, Any]], name: str) -> Inspected:
    """Inspect one picture; where its bytes are those of its cache row, they are not decoded. Runs in
    a worker."""
    root, written, rows = context
    file = f"{FOLDER}/{written[name]}"
    data, problems = disk.read(root, file, limit=reading.MAX_BYTES)
    if data is None:
        return Inspected(name, "", None, tuple(problems))
    content = digest(data)
    known = _remembered(name, file, rows.get(name))
    if known is not None and known.digest == content:
        return known
    image, problems = reading.inspect(data, file, partial(turn, root / FOLDER))
    return Inspected(name, content, image, tuple(problems))


def inspect_all(
    root: Path,
    written: Mapping[str, str],
    stats: Mapping[str, Stat],
    *,
    workers: int,
    use_cache: bool,
    keep_cache: bool,
) -> list[Inspected]:
    """The pictures with these stats, all by name; `written` has the path of each in content/media."""
    if not stats:
        return []
    path = root / state.FOLDER / CACHE
    kept = state.read_json(path)
    version = library.encoder()
    usable = isinstance(kept, dict) and kept.get("version") == version
    old = kept["files"] if usable and isinstance(kept.get("files"), dict) else {}
    rows = old if use_cache else {}
    known = {
        name: result
        for name in stats
        if (result := _remembered(name, f"{FOLDER}/{written[name]}", rows.get(name)))
        and _unchanged(rows[name], stats[name])
    }
    todo = [name for name in stats if name not in known]
    fresh = spread(inspect, (root, written, rows), todo, workers, least=MIN_FOR_WORKERS)
    found = known | {result.name: result for result in fresh}
    inspected = [found[name] for name in stats]
    now = {
        result.name: _row(result, rows[result.name]["stat"])
        if result.name in known
        else _row(result, list(stats[result.name]))
        for result in inspected
        if result.digest
    }
    if keep_cache and now != old:
        state.write_json(path, {"version": version, "files": now})
    return inspected


def _row(result: Inspected, stat: list[Any]) -> dict[str, Any]:
    return {
        "stat": stat,
        "digest": result.digest,
        "image": list(astuple(result.image)) if result.image else None,
        "problems": [[problem.kind.code, dict(problem.facts)] for problem in result.problems],
    }


def _remembered(name: str, file: str, row: Any) -> Inspected | None:
    """The result in a cache row; None where there is no row or it is damaged."""
    try:
        content, image = row["digest"], None if row["image"] is None else _image(row["image"])
        problems = tuple(
            Problem(
                reading.REFUSALS[code], Location(file), {str(k): str(v) for k, v in facts.items()}
            )
            for code, facts in row["problems"]
        )
    except state.DAMAGED:
        return None
    sound = isinstance(content, str) and (problems if image is None else image.digest == content)
    return Inspected(name, content, image, problems) if sound else None


def _image(values: Any) -> ImageFile:
    content, width, height, extension = values
    if not isinstance(content, str) or extension not in ("jpg", "png"):
        raise ValueError
    if not all(isinstance(side, int) and 0 < side < 1 << 20 for side in (width, height)):
        raise ValueError
    return ImageFile(content, width, height, extension)


def _unchanged(row: Mapping[str, Any], stat: Stat) -> bool:
    try:
        return Stat(*row["stat"]).proves_same(stat)
    except state.DAMAGED:
        return False
