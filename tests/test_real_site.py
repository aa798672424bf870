"""The repository's own site reconciles with what was announced, to the last entry."""

from __future__ import annotations

import difflib
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.common import Common, Sealed
from sitegen.outputs.parts.reconciliation import totals
from tests.support import demo_site
from tests.support.basic_site import AS_OF, REPOSITORY, tree
from tests.support.site_test import SiteTest

DAY_BEFORE, DAY_AFTER = date(2025, 9, 22), date(2025, 9, 24)
NO_FACT = {
    "gi": {"available": "no source states the months on sale"},
    "brands": {
        "sector": "the city's plan has no shares by sector",
        "tier": "the city's plan has no tiers",
    },
    "products": {
        "available": "no source states the months on sale",
        "buy": "no seller's address with its consent",
        "gift": "no source says so",
        "hs_code": "no source states one for these goods",
        "mailable": "no source says so",
        "shelf_life": "no source states one",
        "stored": "no source says how long these goods keep",
    },
    "heritage": {
        "bearers": "no consent to name persons",
        "organization": "the list at hand names no keeper",
    },
    "organizations": {
        "contact_private": "a public demo has no private contacts",
        "contact_public": "no consent recorded",
        "credit_code": "no register at hand",
        "geo": "no surveyed place",
        "merged_into": "no merger known",
    },
    "schemes": {"steps": "no document at hand tells the steps of one"},
    "people": {
        "basis": "no entry: the conference names nobody",
        "consent": "no entry",
        "heritage": "no entry",
        "kind": "no entry",
        "organization": "no entry",
        "post": "no entry",
    },
    "policies": {
        "attachments": "the conference lists none",
        "effective": "the conference does not say",
        "expires": "the conference does not say",
        "number": "the conference gives no number",
        "phases": "the conference does not say",
        "signed": "the conference does not say",
        "supersedes": "the conference does not say",
        "targets": "the conference states none for later years",
    },
    "figures": {"sample": "no survey"},
    "events": {
        "exhibitors": "the conference names none",
        "number": "no numbered series",
        "organizers": "the conference does not say",
    },
    "services": {
        "address": "no published address at hand",
        "experts": "the conference names none",
        "geo": "no published address at hand",
        "hours": "no published hours at hand",
    },
    "clusters": {
        "founded": "the conference does not say",
        "members": "the conference names only the leading enterprises",
    },
    "recognitions": {
        "history": "no later event with a document known",
        "notes_private": "a public demo has no private notes",
    },
}
"""Fields that no entry uses, since no fact for them exists that the site may publish."""


def copy(root: Path) -> Path:
    for name in ("content", "templates"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "site.yaml", root)
    return root


def catalogue(as_of: date = AS_OF) -> Catalogue:
    return demo_site.plan(as_of).catalogue


def test_nothing_at_all_is_wrong_with_it() -> None:
    report = SiteTest.at(REPOSITORY).check().report
    assert report.problems == [], report.text()


def test_the_counts_are_those_of_the_announcements() -> None:
    found = catalogue()
    assert len(found.collections["gi"]) == 39
    figures = totals(found)
    assert (figures.names, figures.approvals, figures.announcements) == (39, 41, 13)
    notice = [row for row in found.protections if row.announcement.slug == "cnipa-646"]
    assert len(notice) == 28 and {row.announcement.covers for row in notice} == {870}
    assert len(found.collections["heritage"]) == 17
    twice = {row.subject for row in found.protections if row.announcement.slug != "cnipa-646"}
    assert twice & {row.subject for row in notice} == {"gi:anqiu-dacong", "gi:zhucheng-lvcha"}


def test_every_gi_name_has_a_protection_and_every_heritage_item_a_listing() -> None:
    found = catalogue()
    protected = {row.subject for row in found.protections}
    assert {entry.key for entry in found.collections["gi"]} == protected
    for entry in found.collections["heritage"]:
        assert found.by_subject.get(entry.key), entry.key


def test_two_days_around_notice_646_differ_by_its_28_recognitions() -> None:
    before, after = catalogue(DAY_BEFORE), catalogue(DAY_AFTER)
    keys = [{(r.announcement.id, r.row, r.status) for r in c.ledger} for c in (before, after)]
    assert not keys[0] - keys[1]
    new = keys[1] - keys[0]
    assert len(new) == 28 and {announcement for announcement, _, _ in new} == {"cnipa-646"}
    assert before.next_change == date(2025, 9, 23)
    assert totals(before).approvals == 13
    assert before.entries.keys() == after.entries.keys()


def test_only_pages_that_show_the_28_differ_between_those_days(tmp_path: Path) -> None:
    outputs = []
    for day in (DAY_BEFORE, DAY_AFTER):
        folder = copy(tmp_path / day.isoformat())
        outcome = SiteTest.at(folder).build(as_of=day)
        assert outcome.built is not None, outcome.report.text()
        outputs.append(tree(folder / "output"))
    before, after = outputs
    subjects = {r.subject for r in catalogue(DAY_AFTER).ledger if r.announcement.id == "cnipa-646"}
    pages = {f"{key.replace(':', '/')}/index.html" for key in subjects}
    changed = {path for path in before if before[path] != after.get(path)}
    entry_pages = {p for p in changed if re.match(r"gi/(?!table/)[^/]+/index", p)}
    assert pages <= entry_pages
    for path in entry_pages - pages:
        changes = lines_changed(before[path], after[path])
        assert changes and all(re.search('class="card[" _]', line) for line in changes), path
    alone = re.compile(r"(?:heritage|products|brands)/(?!table/)[^/]+/index\.html|about/")
    for path in filter(alone.match, changed):  # only their sources grow: by the notice itself
        changes = lines_changed(before[path], after[path])
        assert all(line[0] == "+" for line in changes), path
        assert [line for line in changes if "第646号" in line], path


def lines_changed(before: bytes, after: bytes) -> list[str]:
    lines = difflib.unified_diff(
        before.decode().splitlines(), after.decode().splitlines(), lineterm="", n=0
    )
    return [line for line in lines if line[:3] not in ("+++", "---") and line[:1] in "+-"]


def used(value: Any, path: str, found: set[str]) -> None:
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            child = getattr(value, name)
            if child not in (None, (), "", {}):
                label = f"{path}.{info.alias or name}".removeprefix(".")
                found.add(label)
                used(child, label, found)
    elif isinstance(value, tuple):
        for member in value:
            used(member, path, found)


@pytest.mark.parametrize("name", [name for name, c in COLLECTIONS.items() if not c.tree])
def test_every_own_field_is_used_by_some_real_entry_or_listed_as_having_no_fact(name: str) -> None:
    found: set[str] = set()
    for entry in catalogue().collections[name]:
        used(entry.record(catalogue().options), "", found)
    model = COLLECTIONS[name].model
    common = set(Common.model_fields) if issubclass(model, Common) else set()
    common |= set(Sealed.model_fields) if issubclass(model, Sealed) else set()
    own = {info.alias or field for field, info in model.model_fields.items() if field not in common}
    assert own - found == set(NO_FACT.get(name, {}))


def test_a_second_build_of_it_makes_nothing(tmp_path: Path) -> None:
    root = copy(tmp_path / "site")
    first = SiteTest.at(root).build()
    assert first.built is not None and first.built.made > 200
    second = SiteTest.at(root).build()
    assert second.built is not None
    assert (second.built.made, second.built.removed, second.remade) == (0, 0, set())
