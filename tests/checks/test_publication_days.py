"""What an entry says of its own days holds together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

FILE = "content/pages/more.md"


def site(root: Path, fields: str) -> SiteTest:
    return SiteTest(root, {FILE: f"---\nname: 多一页\n{fields}\n---\n\n文\n"})


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("published: 2999-01-05", "3:12 entry.published-in-future"),
        ("published: 2025-06-01\nupdated: 2025-05-31", "4:10 entry.updated-before-published"),
        (
            "published: 2025-06-01 09:00\nupdated: 2025-06-01 08:00",
            "4:10 entry.updated-before-published",
        ),
    ],
)
def test_days_that_contradict_each_other_are_told(fields: str, place: str, tmp_path: Path) -> None:
    site(tmp_path, fields).build().warns_of(f"{FILE}:{place}")


@pytest.mark.parametrize(
    "fields",
    [
        "published: 2026-01-15 23:00",
        "published: 2025-06-01 09:00\nupdated: 2025-06-01",
        "published: 2025-06-01\nupdated: 2025-06-01 08:00",
        "publish_from: 2026-01-01\npublish_until: 2026-01-01",
        "published: 2999-01-05\ndraft: 是",
        "published: 2999-01-05\npublish_from: 2999-01-05",
    ],
)
def test_days_that_agree_are_not(fields: str, tmp_path: Path) -> None:
    site(tmp_path, fields).build().passes()


def test_an_entry_that_would_never_be_public_stops_the_build(tmp_path: Path) -> None:
    never = site(tmp_path, "publish_from: 2026-03-01\npublish_until: 2026-02-01")
    never.build().fails_with(f"{FILE}:4:16 entry.never-public")


def test_the_site_as_of_an_earlier_day_is_not_told_of_later_entries(tmp_path: Path) -> None:
    site(tmp_path, "published: 2026-03-01").build(archive=True).passes()
