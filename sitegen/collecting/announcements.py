"""The announcements of a city: what it lists of an announcement that the province or other cities list, too, is a
further part of it.

Rows get the prefix as well, so that those of all parts can be told apart. What the province's own part says of an
entry of its own stands; the city's rows of it are held against it and left out.
"""

from __future__ import annotations

from typing import Any

from sitegen.catalogue import numbers
from sitegen.collecting.city import City
from sitegen.collecting.naming import Naming, prefixed
from sitegen.collecting.own_entries import OwnEntries
from sitegen.model.entry import Entry
from sitegen.problems import Kind, Problem, Severity

ROW_LIMIT = 40
COMPARED = ("level", "number", "valid_from", "valid_until", "review_due")
DIFFERENT_ROW = Kind(
    "collect.different-title",
    Severity.WARNING,
    zh="“{subject}”的这个称号和本站的不一样：{here}；本站是{there}（{place}）。汇集后用本站的",
    en="this title of “{subject}” is not as this site has it: {here}; here {there} ({place}). This site's stands",
    fix_zh="对照公告，改掉错的一边",
    fix_en="check the announcement, and correct the side that is wrong",
)


def with_own_rows(
    tree: dict[str, Any], entry: Entry, city: City, own: OwnEntries, naming: Naming
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The fields of an announcement with the rows that the province needs; None where there are none."""
    record = city.record(entry)
    scheme = naming.key(str(record.scheme))
    if scheme is None:
        return None, []
    known = own.announcements.get((scheme.partition(":")[2], numbers.fold(record.document)))
    rows, names, problems = [], {}, []
    for index, (written, row) in enumerate(zip(tree["rows"], record.rows, strict=True)):
        subject = naming.key(str(row.subject))
        if subject is None:
            continue
        theirs = _of(known, subject)
        if theirs:
            problems += _differences(city, entry, index, row, own, known, theirs)
            continue
        names[row.row] = prefixed(city.prefix, row.row, ROW_LIMIT)
        rows.append({**written, "row": names[row.row], "subject": subject})
    if not rows:
        return None, problems
    history = [
        {**written, "row": names[event.row]}
        for written, event in zip(tree.get("history") or [], record.history, strict=True)
        if event.row in names
    ]
    made = {**tree, "rows": rows, "history": history}
    is_shared = f"{scheme}" == str(record.scheme) or str(record.scheme) in naming.shared
    if "number_slug" in made and not is_shared:
        made["number_slug"] = prefixed(city.prefix, made["number_slug"])
    return made, problems


def _of(known: tuple[Entry, Any] | None, subject: str) -> list[Any]:
    return [row for row in known[1].rows if str(row.subject) == subject] if known else []


def _differences(
    city: City,
    entry: Entry,
    index: int,
    row: Any,
    own: OwnEntries,
    known: tuple[Entry, Any] | None,
    theirs: list[Any],
) -> list[Problem]:
    """The problem of a title of which the two sites say different things."""
    assert known is not None
    facts_of = [tuple(str(getattr(one, name) or "") for name in COMPARED) for one in theirs]
    here = tuple(str(getattr(row, name) or "") for name in COMPARED)
    if here in facts_of:
        return []
    at = city.place(entry, ("rows", index, "subject"))
    position = known[1].rows.index(theirs[0])
    place = own.place(known[0], ("rows", position, "subject"))
    facts = {
        "subject": str(row.subject),
        "here": "、".join(filter(None, here)) or "–",
        "there": "、".join(filter(None, facts_of[0])) or "–",
        "place": str(place),
    }
    return [Problem(DIFFERENT_ROW, at, facts)]
