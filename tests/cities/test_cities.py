"""The five founding documents as sites: the demo and four small ones. All build, and mechanisms.yaml holds.

Each folder here is such a site. They are no cases of tests/cases: a case shows one behaviour, by a golden page.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.basic_site import REPOSITORY
from tests.support.site_test import SiteTest

HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "mechanisms.yaml").read_text("utf-8"))
MECHANISMS: list[dict[str, Any]] = TABLE["mechanisms"]
CITIES = tuple(TABLE["documents"])
FEWEST = {"tianshui": 13, "yixing": 11, "weifang": 17, "dezhou": 9, "wuhan": 17}
"""How many mechanisms the documents have."""
DEMO = "weifang"
"""Its document is carried by the demo site."""
ROWS = ("figures", "targets", "incentives")
"""The lists whose rows have ids."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SiteTest]:
    made = {}
    for city in CITIES:
        root = tmp_path_factory.mktemp(city) / "site"
        shutil.copytree(folder_of(city) / "content", root / "content")
        shutil.copy(folder_of(city) / "site.yaml", root)
        made[city] = SiteTest.at(root).build()
    return made


def folder_of(city: str) -> Path:
    return REPOSITORY if city == DEMO else HERE / city


def city_of(mechanism: dict[str, Any]) -> str:
    return str(mechanism["id"]).split("-")[0]


@pytest.mark.parametrize("city", CITIES)
def test_a_city_builds_without_a_word_of_complaint(sites: dict[str, SiteTest], city: str) -> None:
    assert sites[city].built is not None
    assert sites[city].problems == []


def test_every_mechanism_of_the_documents_is_in_the_table() -> None:
    ids = [mechanism["id"] for mechanism in MECHANISMS]
    assert len(ids) == len(set(ids))
    assert {city: sum(city_of(one) == city for one in MECHANISMS) for city in CITIES} == FEWEST


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda one: one["id"])
def test_a_mechanism_is_carried_and_shown(
    sites: dict[str, SiteTest], mechanism: dict[str, Any]
) -> None:
    site = sites[city_of(mechanism)]
    for key in (mechanism["entry"], *mechanism.get("also", ())):
        page = site.target / key.replace(":", "/") / "index.html"
        assert page.is_file(), key
    page = site.target / mechanism["page"].strip("/") / "index.html"
    assert page.is_file(), mechanism["page"]


@pytest.mark.parametrize(
    "mechanism", [one for one in MECHANISMS if "rows" in one], ids=lambda one: one["id"]
)
def test_the_rows_of_a_mechanism_have_its_values(mechanism: dict[str, Any]) -> None:
    written = dict(rows_of(folder_of(city_of(mechanism)), mechanism["entry"]))
    for row, value in mechanism["rows"].items():
        assert row in written, row
        assert str(value) == str(written[row]), row


def rows_of(root: Path, key: str) -> Iterator[tuple[str, Any]]:
    """The rows of an entry as its file has them, with their values or amounts."""
    collection, _, name = key.partition(":")
    (path,) = (root / "content" / collection).glob(f"{name}.*")
    front = path.read_text("utf-8").removeprefix("---\n").split("\n---\n")[0]
    entry = yaml.safe_load(front)
    for rows in filter(None, map(entry.get, ROWS)):
        for row in rows:
            yield row["row"], row.get("value", row.get("amount"))


@pytest.mark.parametrize(
    ("city", "key", "words"),
    [
        (
            "yixing",
            "policies/yixing-2008",
            "宜政发[2008]58号 2012-08-22 2008-03-11 说法不一 页头 落款",
        ),
        ("tianshui", "figures/tianshui-2014", "每100户2件是2%"),
        ("wuhan", "policies/wuhan-2017", "武政办[2016]189号 2017-01-03 启动阶段 推进阶段 总结阶段"),
        ("dezhou", "policies/dezhou-2021", "排在第一位的牵头"),
    ],
)
def test_contradictions_are_shown_as_such(
    sites: dict[str, SiteTest], city: str, key: str, words: str
) -> None:
    text = sites[city].page(f"{key}/").get_text()
    assert [word for word in words.split() if word not in text] == []
