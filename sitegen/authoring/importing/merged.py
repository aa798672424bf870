"""An entry with changes made to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any

from sitegen.authoring.edits.changes import Change
from sitegen.loading.document import Tree


def merged(tree: Mapping[str, Tree], changes: Iterable[Change]) -> dict[str, Tree]:
    """The fields of an entry after the changes. A member of a list that is emptied goes; one beyond its end is
    appended."""
    new = deepcopy(dict(tree))
    gone: list[tuple[list[Any], int]] = []
    for path, value in changes:
        owner: Any = new
        for name, following in pairwise(path):
            inner: Tree = [] if isinstance(following, int) else {}
            if isinstance(owner, dict):
                owner = owner.setdefault(str(name), inner)
            elif isinstance(name, int) and name < len(owner):
                owner = owner[name]
            else:
                owner.append(inner)
                owner = inner
        last = path[-1]
        if isinstance(owner, dict):
            owner[str(last)] = value
        elif isinstance(last, int) and last >= len(owner):
            owner.append(value)
        elif value in ("", [], {}):
            gone.append((owner, int(last)))
        else:
            owner[int(last)] = value
    for members, index in sorted(gone, key=lambda one: -one[1]):
        del members[index]
    return new
