"""content/media: what its pictures are, read by workers, or taken from the cache where unchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from sitegen.building import state
from sitegen.building.stat import Stat, stat_of
from sitegen.building.workers import spread
from sitegen.files import digest, inside, walk
from sitegen.loading import disk
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering import drawing
from sitegen.rendering.images import library, reading
from sitegen.rendering.images.reading import ImageFile

SAME_STEM = Kind(
    "image.same-name",
    Severity.ERROR,
    zh="和“{other}”的名字只差大小写或扩展名，做出来的图片会重名",
    en="this differs from “{other}” only in capital letters or extension, so that what is made of "
    "both would have one name",
    fix_zh="给其中一个改名，条目里写的文件名一起改",
    fix_en="rename one of them, also where entries name it",
)
CACHE = "media.json"
FOLDER = "content/media"
COSTLY = 3
"""So few pictures to look at are worth several processes: each is decoded."""


@dataclass(frozen=True, slots=True)
class Media:
    """The files of content/media by name. `digests` has all of them, also those that were refused;
    `images` and `drawings` those that pages may show."""

    digests: Mapping[str, str]
    images: Mapping[str, ImageFile]
    drawings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Looked:
    """What one file is; `image` is None for what is no picture that pages may show."""

    name: str
    digest: str
    image: ImageFile | None
    problems: tuple[Problem, ...]


def read(
    root: Path, *, workers: int, now: int, use_cache: bool, keep_cache: bool
) -> tuple[Media, list[Problem]]:
    """All that content/media of the site in `root` holds; `now` is the time in ns."""
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return Media({}, {}, {}), []
    digests: dict[str, str] = {}
    drawings: dict[str, Any] = {}
    stats: dict[str, Stat] = {}
    problems: list[Problem] = []
    for name, item in walk(folder):
        file = f"{FOLDER}/{name}"
        if disk.is_leaving(name):
            continue
        unfit = disk.unfit(file, item)
        suffix = PurePosixPath(name).suffix
        if unfit is None and suffix != ".svg" == suffix.lower():
            facts = {"extension": suffix, "wanted": ".svg"}
            unfit = Problem(disk.EXTENSION, Location(file), facts)
        if unfit is not None:
            digests[name.encode("utf-8", "replace").decode()] = ""
            problems.append(unfit)
        elif name.endswith(".svg"):
            data, found = disk.read(root, file, limit=drawing.LIMIT)
            drawn, more = drawing.clean(data, file) if data is not None else (None, [])
            digests[name] = digest(data or b"")[:20]
            problems += found + more
            if drawn is not None:
                drawings[name] = drawn
        else:
            stats[name] = stat_of(item.stat(follow_symlinks=False), now)
    looked = _look(root, stats, workers, use_cache, keep_cache)
    images = {result.name: result.image for result in looked if result.image is not None}
    for result in looked:
        digests[result.name] = result.digest
        problems += result.problems
    problems += _same_stems(images)
    ordered = {name: digests[name] for name in sorted(digests)}
    return Media(ordered, images, drawings), problems


def look(context: tuple[Path, Mapping[str, Any]], name: str) -> Looked:
    """Read one picture; its bytes alone where they are those of its row. Runs in a worker."""
    root, rows = context
    file = f"{FOLDER}/{name}"
    data, problems = disk.read(root, file, limit=reading.MAX_BYTES)
    if data is None:
        return Looked(name, "", None, tuple(problems))
    content = digest(data)
    known = _image(rows.get(name))
    if known is not None and known.digest == content:
        return Looked(name, content, known, ())
    image, problems = reading.inspect(data, file)
    return Looked(name, content, image, tuple(problems))


def _look(
    root: Path, stats: Mapping[str, Stat], workers: int, use_cache: bool, keep_cache: bool
) -> list[Looked]:
    if not stats:
        return []
    path = root / state.FOLDER / CACHE
    kept = state.read_json(path)
    version = library.encoder()
    usable = isinstance(kept, dict) and kept.get("version") == version
    old = kept["files"] if usable and isinstance(kept.get("files"), dict) else {}
    rows = old if use_cache else {}
    known = {
        name: image
        for name in stats
        if (image := _image(rows.get(name))) and _unchanged(rows[name], stats[name])
    }
    todo = [name for name in stats if name not in known]
    fresh = {r.name: r for r in spread(look, (root, rows), todo, workers, least=COSTLY)}
    looked = [
        fresh.get(name) or Looked(name, known[name].digest, known[name], ()) for name in stats
    ]
    # What there is something to say of is looked at again, so that it is said again.
    now = {
        result.name: {
            "stat": list(stats[result.name]) if result.name in fresh else rows[result.name]["stat"],
            "image": list(astuple(result.image)),
        }
        for result in looked
        if result.image is not None and not result.problems
    }
    if keep_cache and now != old:
        state.write_json(path, {"version": version, "files": now})
    return looked


def _image(row: Any) -> ImageFile | None:
    """The picture of a cached row, None where there is no row or it is damaged."""
    try:
        content, width, height, extension = row["image"]
        sound = isinstance(content, str) and extension in ("jpg", "png")
        whole = all(isinstance(side, int) and side > 0 for side in (width, height))
        return ImageFile(content, width, height, extension) if sound and whole else None
    except (KeyError, TypeError, ValueError):
        return None


def _unchanged(row: Mapping[str, Any], stat: Stat) -> bool:
    try:
        return Stat(*row["stat"]).proves_same(stat)
    except (KeyError, TypeError):
        return False


def _same_stems(images: Mapping[str, ImageFile]) -> list[Problem]:
    """Files are made under the name of their picture, which must therefore be its own."""
    problems = []
    stems: dict[str, str] = {}
    for name in sorted(images):
        other = stems.setdefault(PurePosixPath(name).with_suffix("").as_posix().casefold(), name)
        if other != name:
            problems.append(Problem(SAME_STEM, Location(f"{FOLDER}/{name}"), {"other": other}))
    return problems


def read_bytes(root: Path, name: str) -> bytes:
    """The bytes of a file of content/media."""
    return inside(root / FOLDER, name).read_bytes()
