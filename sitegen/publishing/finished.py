"""A built site as it lies in its folder: what release.json says of it, and whether that is true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen import files
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity

RELEASE = "release.json"
NOT_FOUND = "404.html"
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_BASE_PATH = re.compile(r"/(?:[A-Za-z0-9_.~-]+/)*\Z")

NO_RELEASE = Kind(
    "release.missing",
    Severity.ERROR,
    zh="{folder} 里没有 release.json，不是生成好的网站",
    en="there is no release.json in {folder}, so it is no finished site",
    fix_zh="先运行 sitegen build；输出在别处就用 --output 指明",
    fix_en="run sitegen build first; name the folder with --output where it is another one",
)
DAMAGED = Kind(
    "release.damaged",
    Severity.ERROR,
    zh="{folder} 里的 release.json 读不懂（{part}）：坏了，或是旧版本写的",
    en="release.json in {folder} cannot be read ({part}): it is damaged or of an older version",
    fix_zh="再运行一次 sitegen build",
    fix_en="run sitegen build again",
)
FILE_MISSING = Kind(
    "release.file-missing",
    Severity.ERROR,
    zh="release.json 里有“{path}”，文件夹里没有",
    en="release.json lists “{path}”, which is not in the folder",
    fix_zh="再运行一次 sitegen build，它会补上",
    fix_en="run sitegen build again, which puts it there",
)
FILE_DIFFERS = Kind(
    "release.file-differs",
    Severity.ERROR,
    zh="“{path}”和 release.json 里记的不一样，生成以后被改过",
    en="“{path}” is not what release.json says: it was changed after the build",
    fix_zh="不要改输出文件夹；再运行一次 sitegen build，它会改回来",
    fix_en="leave the output folder alone; run sitegen build again, which puts it right",
)


@dataclass(frozen=True, slots=True)
class FinishedSite:
    """A built folder. Nothing in it is changed, and what release.json does not list is not part of it."""

    root: Path
    id: str
    data_date: str
    """The day the data stand for, as 2026-01-15."""
    base_path: str
    """The path on the server, with a slash at both ends."""
    permanent_url: str
    files: Mapping[str, str]
    """sha256 of each file by its path, in path order; release.json itself is not among them."""
    redirects: Mapping[str, str]
    """By former address the one it leads to, both from the root of the site: `old/` → `gi/pear/`."""
    digest: str
    """sha256 of release.json, which stands for all of this."""

    def place(self, path: str) -> Path:
        """Where a file of the site lies."""
        return files.inside(self.root, path)

    def read(self, path: str) -> bytes:
        """The bytes of a file of the site. Raises Mistaken where they are not those that were built."""
        try:
            data = files.read(self.place(path))
        except OSError:
            raise Mistaken(self._problem(FILE_MISSING, path)) from None
        if files.digest(data) != (self.digest if path == RELEASE else self.files[path]):
            raise Mistaken(self._problem(FILE_DIFFERS, path))
        return data

    def verify(self, workers: int = 2) -> Iterator[Problem]:
        """What differs from release.json, in path order. `workers` threads read at a time."""
        with ThreadPoolExecutor(workers) as pool:
            found = pool.map(self._fault, (*self.files, RELEASE), chunksize=64)
            yield from filter(None, found)

    def _fault(self, path: str) -> Problem | None:
        try:
            self.read(path)
        except Mistaken as mistaken:
            return mistaken.problem
        return None

    def _problem(self, kind: Kind, path: str) -> Problem:
        return Problem(kind, Location(f"{self.root.name}/{path}"), {"path": path})


def open_site(root: Path) -> FinishedSite:
    """The site that was built into `root`. Raises Mistaken where release.json does not describe one.

    The files themselves are not looked at: see `verify`.
    """
    try:
        data = files.read(root / RELEASE)
    except OSError:
        raise Mistaken(Problem(NO_RELEASE, Location(root.name), {"folder": str(root)})) from None
    try:
        return _parsed(root, data)
    except _Unfit as unfit:
        facts = {"folder": str(root), "part": str(unfit)}
        at = Location(f"{root.name}/{RELEASE}")
        raise Mistaken(Problem(DAMAGED, at, facts)) from None


class _Unfit(ValueError):
    """A part of release.json is missing or is not what it must be."""


def _parsed(root: Path, data: bytes) -> FinishedSite:
    try:
        told = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise _Unfit("JSON") from None
    site, data_date, base_path, permanent_url = (
        _text(told, name) for name in ("site", "data_date", "base_path", "permanent_url")
    )
    if not _BASE_PATH.match(base_path):
        raise _Unfit("base_path")
    listed, redirects = _texts(told, "files"), _texts(told, "redirects")
    for path, sha256 in listed.items():
        if not (_is_path(path) and path != RELEASE and _DIGEST.match(sha256)):
            raise _Unfit(path)
    for address in (*redirects, *redirects.values()):
        if not _is_path(address.removesuffix("/")):
            raise _Unfit(address)
    return FinishedSite(
        root.resolve(),
        site,
        data_date,
        base_path,
        permanent_url,
        listed,
        redirects,
        files.digest(data),
    )


def _text(told: Any, name: str) -> str:
    value = told.get(name) if isinstance(told, dict) else None
    if not isinstance(value, str) or not value:
        raise _Unfit(name)
    return value


def _texts(told: Any, name: str) -> dict[str, str]:
    """An object of texts, in the order of their names."""
    value = told.get(name)
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise _Unfit(name)
    return dict(sorted(value.items()))


def _is_path(path: str) -> bool:
    try:
        files.checked_parts(path)
    except files.OutsideRoot:
        return False
    return path.isprintable()
