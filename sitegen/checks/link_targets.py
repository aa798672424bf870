"""Which links of a page need a closer look: all but those that plainly lead to a file of the site.

The rule on links asks this of each page that is made; the few that are left are judged later.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

OUTSIDE = ("https://", "mailto:", "tel:")
BRACKETS = frozenset("[]")


class LinkTargets:
    """Where the links of a site may lead.

    Most links of a page stand on all pages at its depth, written from the site's root (`../../gi/`):
    those found good at a depth are looked at once.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._known = frozenset(paths)
        self._good: dict[int, set[str]] = {}

    def doubtful(self, path: str, links: Set[str], ids: Set[str]) -> list[str]:
        """Links of the page at `path`, as written, that are not plainly good; in order."""
        folders = path.split("/")[:-1]
        depth = len(folders)
        good = self._good.setdefault(depth, set())
        root = "../" * depth
        left = []
        for link in links - good:
            if link.startswith("#"):
                if link[1:] not in ids:
                    left.append(link)
                continue
            if link.startswith(OUTSIDE) and link.isascii() and not BRACKETS & set(link):
                continue
            # Nearly all links are spelt from the root, and lead to a page.
            from_root = link.startswith(root) and link.endswith("/")
            if from_root and f"{link[len(root) :]}index.html" in self._known:
                good.add(link)
                continue
            rest = link
            steps = 0
            while rest.startswith("../"):
                rest = rest[3:]
                steps += 1
            if steps <= depth:
                place = "".join(f"{name}/" for name in folders[: depth - steps]) + rest
                if not place or place.endswith("/"):
                    place += "index.html"
                if place in self._known:
                    if steps == depth:
                        good.add(link)
                    continue
            left.append(link)
        return sorted(left)
