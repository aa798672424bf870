"""Wherever a title stands beside an entry, its status stands there in words; counts are those of the
ledger; nothing is told that is dated later than the day. Whatever file the site has is looked at."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from tests.support.basic_site import write
from tests.support.random_ledgers import (
    FIRST,
    HELD,
    KEYS,
    SPAN,
    TIERS,
    WORDS,
    Ledger,
    Title,
    ledger,
)
from tests.support.site_test import SiteTest

SITES = int(os.environ.get("SITEGEN_LEDGERS", "8"))
"""How many random sites are built, each as of some days."""
DAYS = 3
RECORDS = ("article", "li", "tr", "title", "entry", "url")
"""Elements that hold what belongs together; the innermost counts."""
COUNTED = re.compile(rf"(\d+)件({'|'.join(WORDS.values())})?")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
PROMISED = ("登记的有效期", "停止", "续期", "复核到期")
"""Facts that tell of a later day, as what they are: the end of a term, when a review is due."""
LEVELS = ("正奖", "提名奖", *TIERS)


class Record(NamedTuple):
    """What stands together in a file: the smallest element, or JSON value, around a word of a title."""

    path: str
    text: str
    owner: str
    """The key of the entry whose page it stands on, "" on other pages."""
    told: bool = False
    """Whether it tells the whole history of a title, with what it was before."""


def records(root: Path) -> Iterator[Record]:
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix in (".html", ".xml"):
            yield from _of_markup(name, path.read_text("utf-8"))
        elif path.suffix == ".json" and name != "release.json":
            for text in _of_json(json.loads(path.read_text("utf-8"))):
                yield Record(name, text, "")


def _of_markup(name: str, text: str) -> Iterator[Record]:
    page = BeautifulSoup(text.partition("?>")[2] or text, "html.parser")
    match = re.fullmatch(r"(\w+)/([\w-]+)/index\.html", name)
    owner = f"{match[1]}:{match[2]}" if match and f"{match[1]}:{match[2]}" in KEYS else ""
    for element in page.find_all(RECORDS):
        yield Record(name, _own_text(element), owner, "data-status" in element.attrs)
    for row in page.select("dl > div"):
        if not row.find_parent("article"):
            yield Record(name, _own_text(row), owner)
    for element in page.find_all(["meta", "img"]):
        yield Record(name, f"{element.get('content', '')} {element.get('alt', '')}", owner)
    for element in page.find_all(("article", "li", "tr", "dl")):
        element.decompose()
    for block in page.find_all(["p", "h1", "h2", "h3", "figcaption", "td", "span"]):
        yield Record(name, _own_text(block), "")


def _own_text(element: Tag) -> str:
    """Its text without that of records inside it."""
    return " ".join(_texts(element))


def _texts(element: Tag) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, NavigableString):
            yield from [child.strip()] if child.strip() else []
        elif isinstance(child, Tag) and child.name not in RECORDS:
            yield from _texts(child)


def _of_json(value: Any) -> Iterator[str]:
    members = list(value.values()) if isinstance(value, dict) else value
    if isinstance(members, list):
        yield " ".join(member for member in members if isinstance(member, str))
        for member in members:
            yield from _of_json(member)


@pytest.fixture(scope="module", params=range(SITES))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = ledger(request.param)
    root = tmp_path_factory.mktemp("ledger")
    write(root, made.files)
    return made, root


def days(seed: int) -> list[date]:
    step = SPAN // DAYS
    return [FIRST + timedelta(days=(seed * 37 + step * number) % SPAN) for number in range(DAYS)]


def test_every_title_stands_with_its_status_and_every_count_is_that_of_the_ledger(
    site: tuple[Ledger, Path], request: pytest.FixtureRequest
) -> None:
    made, root = site
    seen = set()
    for day in days(request.node.callspec.params["site"]):
        outcome = SiteTest.at(root).build(as_of=day)
        assert outcome.built is not None, outcome.report.text("zh")
        for record in records(outcome.target):
            seen |= {*look_at_titles(made, day, record), *look_at_counts(made, day, record)}
            look_at_dates(day, record)
    assert "title" in seen and "count" in seen


def look_at_titles(made: Ledger, day: date, record: Record) -> Iterator[str]:
    named = [key for key, name in KEYS.items() if name in record.text]
    if len(named) > 1:
        return  # a list, of which each member is a record of its own, or a sentence that links to them
    subject = named[0] if named else record.owner
    schemes = [s for s in made.schemes.values() if {s.name, s.badge} & words_in(made, record)]
    levels = [level for level in LEVELS if level in record.text]
    if not subject or not (schemes or levels):
        return
    of_entry = [row for row in made.on(day) if row[0].subject == subject]
    if not of_entry:
        assert "没有认定记录" in record.text, (
            f"{day} {record}: a title that {subject} does not have"
        )
        return
    for scheme in schemes:
        rows = made.of(subject, scheme.id, day)
        assert rows, f"{day} {record}: a title that {subject} does not have"
        called = scheme.badge or scheme.name
        levelled = [row for row in rows if f"{called}（{row[0].level}）" in record.text]
        must_tell(levelled or rows, day, record)
        yield "title"
    if not schemes:
        levelled = [row for row in of_entry if row[0].level in levels]
        must_tell(levelled or of_entry, day, record)
        yield "level"
    said = {word for word in WORDS.values() if word in record.text}
    right = {WORDS[status] for _, status in of_entry if status != "valid"}
    assert said <= right or record.told, f"{day} {record}: in truth {right}"


def words_in(made: Ledger, record: Record) -> set[str]:
    """The names and badges of schemes that a record shows."""
    words = {word for s in made.schemes.values() for word in (s.name, s.badge) if word}
    return {word for word in words if word in record.text}


def must_tell(rows: list[tuple[Title, str]], day: date, record: Record) -> None:
    """Unless one of these titles is valid, the record says how one of them stands."""
    statuses = {status for _, status in rows}
    words = {WORDS[status] for status in statuses if status != "valid"}
    assert "valid" in statuses or any(word in record.text for word in words), (
        f"{day} {record}: {statuses}"
    )


def look_at_counts(made: Ledger, day: date, record: Record) -> Iterator[str]:
    named = [s for s in made.schemes.values() if s.name in record.text]
    if len(named) != 1 or any(name in record.text for name in KEYS.values()):
        return
    statuses = [status for _, status in made.on(day, named[0].id)]
    wanted = {WORDS[s]: statuses.count(s) for s in statuses if s not in HELD}
    held = sum(status in HELD for status in statuses)
    found = {word: int(count) for count, word in COUNTED.findall(record.text)}
    if found:
        assert found == {**wanted, **({"": held} if held else {})}, (day, record)
        yield "count"


def look_at_dates(day: date, record: Record) -> None:
    if any(promise in record.text for promise in PROMISED):
        return
    assert all(found <= str(day) for found in DATE.findall(record.text)), (day, record)
