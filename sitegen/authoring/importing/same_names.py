"""New entries of one table with one name: mostly a row that was entered twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.authoring.importing.proposal import Outcome, Proposal
from sitegen.catalogue.names import folded
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Kind, Problem, Severity

SAME_NAME = Kind(
    "import.same-name",
    Severity.WARNING,
    zh="和第 {line} 行[[（工作表“{sheet}”）]]同名，地区、制作者也一样，成了两个条目：{id} 和 {other}",
    en="this has the name, place and maker of row {line}[[ of the sheet “{sheet}”]]: they become two entries, {id} and "
    "{other}",
    fix_zh="是同一件，删掉一行；是两件，在名称里写出区别",
    fix_en="delete one of the rows if they are one thing; else let the names tell them apart",
)


def same_names(proposed: Iterable[Proposal]) -> Iterator[Problem]:
    """Each new entry with the name, the place and the maker of another new one before it."""
    first: dict[tuple[str, ...], Proposal] = {}
    for row in proposed:
        if row.outcome is Outcome.NEW and COLLECTIONS[row.collection].shown and row.name:
            whose = (str(row.tree.get(name, "")) for name in ("region", "maker"))
            other = first.setdefault((row.collection, folded(row.name), *whose), row)
            if other is not row:
                facts = {"line": str(other.at.line), "id": row.id, "other": other.id}
                facts["sheet"] = other.at.sheet if other.at.sheet != row.at.sheet else ""
                yield Problem(SAME_NAME, row.at, facts)
