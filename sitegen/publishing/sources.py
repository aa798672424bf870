"""What a site was built from, kept for every target: the last good content is there although today's is broken.

A publication builds a copy of the site's content, in which nobody edits meanwhile. That copy is made of files that are
kept by their digests; a listing says which of them a publication had. So one entry can be taken down while others
are being edited, or do not build at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity

INPUTS = ("site.yaml", "content", "templates")
"""All that a build reads of a site's folder."""
LINK = "link:"
"""What the listing says of a symbolic link, before where it leads: builds refuse it with its name."""
Listing = Mapping[str, str]
"""sha256 by path, of all that a build reads."""

BAD_NAME = Kind(
    "publish.bad-name",
    Severity.ERROR,
    zh="文件名“{name}”里有不能用的字符",
    en="the file name “{name}” has a character that cannot be used",
    fix_zh="改名：不用 \\\\ 和 :，也不用别的编码的字",
    fix_en="rename it: no \\\\ and no :, and no letters of another encoding",
)
DAMAGED = Kind(
    "publish.kept-damaged",
    Severity.ERROR,
    zh="留下来的“{path}”没有了，或不是当时发布的那一份[[；这样的还有 {more} 个]]",
    en="“{path}” as it was kept is gone, or is not what was published[[; so are {more} more]]",
    fix_zh="再运行一次 sitegen publish，它把现在的内容重新留一份；要下架，照 docs/operating/at-night.md 从发布时的提交取",
    fix_en="run sitegen publish again, which keeps what the content is now; for a withdrawal take the commit that was "
    "published: docs/operating/at-night.md",
)


@dataclass(frozen=True, slots=True)
class Sources:
    """The kept files of a site in `folder`: `objects/` by digest, `good/` with a listing for each release on a
    target, and `site/`, the copy that is built."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def take(self, root: Path) -> Listing:
        """Keep all that a build of the site in `root` reads now. Raises Mistaken for a name that cannot be kept."""
        listing = {}
        for path, place in _inputs(root):
            link = files.leads_to(place)
            if link is not None:
                listing[path] = LINK + link
                continue
            data = files.read(place)
            listing[path] = self.keep(data)
        return dict(sorted(listing.items()))

    def keep(self, data: bytes) -> str:
        """Keep a file; its digest. What was kept of it and is damaged is put right."""
        sha256 = files.digest(data)
        place = self._object(sha256)
        if not _holds(place, sha256):
            files.write(place, data, mode=files.PRIVATE)
        return sha256

    def read(self, listing: Listing, path: str) -> bytes | None:
        """A file of a listing; None where it has none, or what was kept is damaged."""
        sha256 = listing.get(path, "")
        try:
            data = files.read(self._object(sha256)) if sha256 else b""
        except OSError:
            return None
        return data if files.digest(data) == sha256 else None

    def damaged(self, listing: Listing) -> list[str]:
        """The paths of a listing that are not kept as they were."""
        return [
            path
            for path, sha256 in listing.items()
            if not sha256.startswith(LINK) and self.read(listing, path) is None
        ]

    def lay_out(self, listing: Listing) -> None:
        """Let the folder `site` hold the files of a listing and no others, but for the state of its builds.

        They are copies: whoever edits one does not change what is kept. Raises Mistaken where a file that is
        needed was not kept as it was.
        """
        for path, place in list(_inputs(self.site)):
            if path not in listing or not self._is_laid(place, listing[path]):
                files.remove(place, self.site)
        damaged = [path for path in listing if not self._lay(listing, path)]
        if damaged:
            more = str(len(damaged) - 1) if len(damaged) > 1 else ""
            facts = {"path": damaged[0], "more": more}
            raise Mistaken(Problem(DAMAGED, Location(damaged[0]), facts))

    def good(self, target: str, release: str) -> Listing | None:
        """What a release on a target was built from; None where that is not kept here."""
        try:
            listing = json.loads(files.read(self._good(target, release)))
        except (OSError, ValueError):
            return None
        return listing if isinstance(listing, dict) else None

    def keep_good(self, target: str, release: str, listing: Listing) -> None:
        """Remember what a release on a target was built from."""
        text = json.dumps(dict(listing), ensure_ascii=False, indent=0)
        files.write(self._good(target, release), text.encode(), mode=files.PRIVATE)

    def keep_only(self, target: str, releases: Iterable[str]) -> None:
        """Forget what the releases that are gone from a target were built from."""
        gone = {release for name, release in self._every_good() if name == target} - set(releases)
        for release in gone:
            self._good(target, release).unlink(missing_ok=True)

    def targets(self) -> list[str]:
        """The targets of which a release is kept."""
        return sorted({target for target, _ in self._every_good()})

    def latest(self, target: str) -> Listing | None:
        """What was published to a target last, whatever is shown there now."""
        return next(self.listings([target]), None)

    def listings(self, targets: Iterable[str]) -> Iterator[Listing]:
        """What was published to these targets, each once, the latest first."""
        wanted, told = set(targets), list[Listing]()
        every = [good for good in self._every_good() if good[0] in wanted]
        for target, release in sorted(every, key=lambda good: good[1], reverse=True):
            listing = self.good(target, release)
            if listing is not None and listing not in told:
                told.append(listing)
                yield listing

    def forget_others(self) -> None:
        """Remove the files that no listing has."""
        needed = {
            sha256 for good in self._every_good() for sha256 in (self.good(*good) or {}).values()
        }
        objects = self.folder / "objects"
        if files.is_folder(objects):
            for path, entry in list(files.walk(objects)):
                if path.rpartition("/")[2] not in needed:
                    files.remove(Path(entry.path), objects)

    def _every_good(self) -> list[tuple[str, str]]:
        """(target, release) of each listing."""
        good = self.folder / "good"
        found = good.glob("*/*.json") if files.is_folder(good) else ()
        return [(path.parent.name, path.stem) for path in found]

    def _lay(self, listing: Listing, path: str) -> bool:
        """Put a file of a listing into the copy, unless it is there. False where it was not kept as it was."""
        place = files.inside(self.site, path)
        if place.exists() or files.leads_to(place) is not None:
            return True
        if listing[path].startswith(LINK):
            place.parent.mkdir(parents=True, exist_ok=True)
            files.point(place, listing[path].removeprefix(LINK))
            return True
        data = self.read(listing, path)
        if data is not None:
            files.write(place, data, mode=files.PRIVATE)
        return data is not None

    def _is_laid(self, place: Path, sha256: str) -> bool:
        if sha256.startswith(LINK):
            return files.leads_to(place) == sha256.removeprefix(LINK)
        return files.leads_to(place) is None and _holds(place, sha256)

    def _object(self, sha256: str) -> Path:
        return self.folder / "objects" / sha256[:2] / sha256

    def _good(self, target: str, release: str) -> Path:
        return files.inside(self.folder / "good", f"{target}/{release}.json")


def _holds(place: Path, sha256: str) -> bool:
    """Whether the file at a place has this digest."""
    try:
        return files.digest(files.read(place)) == sha256
    except OSError:
        return False


def _inputs(root: Path) -> Iterator[tuple[str, Path]]:
    """(path, place) of every file and link that a build of the site in `root` reads."""
    for name in INPUTS:
        place = root / name
        if files.is_folder(place):
            for path, entry in files.walk(place):
                full = f"{name}/{path}"
                if not _is_good_name(full):
                    facts = {"name": path.encode(errors="replace").decode()}
                    raise Mistaken(Problem(BAD_NAME, Location(name), facts))
                if entry.is_symlink() or entry.is_file(follow_symlinks=False):
                    yield full, Path(entry.path)
        elif place.exists() or files.leads_to(place) is not None:
            yield name, place


def _is_good_name(path: str) -> bool:
    try:
        path.encode()
        files.checked_parts(path)
    except (UnicodeEncodeError, files.OutsideRoot):
        return False
    return True
