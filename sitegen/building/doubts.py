"""Which links of a page need a closer look: all but those that plainly lead to a file of the site.

Workers ask this of each page they make; `checks.links` then judges the few that are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

OUTSIDE = ("https://", "mailto:", "tel:")


def places_of(paths: Iterable[str]) -> frozenset[str]:
    """Every path of the site, and every address that leads to one, from the site's root."""
    known = set(paths)
    known |= {path[: -len("index.html")] for path in known if path.endswith("index.html")}
    return frozenset(known)


def doubtful(path: str, links: Iterable[str], ids: Iterable[str], places: Set[str]) -> list[str]:
    """Links of the page at `path`, as written, that are not plainly sound."""
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
        if steps < len(above) and above[steps] + rest in places:
            continue
        if link.startswith("#") and link[1:] in own:
            continue
        if link.startswith(OUTSIDE) and "[" not in link:
            continue
        left.append(link)
    return left
