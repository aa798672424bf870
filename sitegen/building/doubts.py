"""Which links of a page need a closer look: all but those that plainly lead to a file of the site.

Workers ask this of each page they make; `checks.links` then judges the few that are left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

OUTSIDE = ("https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Places:
    """Every path of the site, and every address that leads to one, from the site's root."""

    known: frozenset[str]
    base_path: str

    @classmethod
    def of(cls, paths: Iterable[str], base_path: str) -> Places:
        known = set(paths)
        known |= {path[: -len("index.html")] for path in known if path.endswith("index.html")}
        return cls(frozenset(known), base_path)


def doubtful(path: str, links: Iterable[str], ids: Iterable[str], places: Places) -> list[str]:
    """Links of the page at `path`, as written, that are not plainly sound."""
    known = places.known
    folders = path.split("/")[:-1]
    above = ["".join(f"{name}/" for name in folders[:n]) for n in range(len(folders), -1, -1)]
    own = frozenset(ids)
    left = []
    for link in links:
        rest = link
        steps = 0
        while rest.startswith("../"):
            rest = rest[3:]
            steps += 1
        if steps < len(above) and above[steps] + rest in known:
            continue
        if link.startswith("#") and link[1:] in own:
            continue
        if link.startswith(OUTSIDE) and "[" not in link:
            continue
        left.append(link)
    return left
