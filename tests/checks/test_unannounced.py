"""A geographical indication that no announcement names is told, and its card says so."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import BASIC
from tests.support.site_test import SiteTest

FILE = "content/gi/chestnut.yaml"
LEDGER = "content/recognitions/cnipa-700.yaml"
CHESTNUT = "name: 青溪板栗\nregion: qingxi\n"


def card(site: SiteTest, name: str) -> str:
    cards = site.page("gi/").select("li.card")
    (text,) = [one.get_text(" ", strip=True) for one in cards if name in one.get_text()]
    return text


def test_a_name_without_an_announcement_is_told_on_its_card_too(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {FILE: CHESTNUT}).build()
    site.warns_of(f"{FILE}:1:7 entry.unannounced")
    assert "subject: gi:chestnut" in site.report.text("zh")
    assert "未见公告" in card(site, "青溪板栗")
    assert "未见公告" not in card(site, "青溪雪梨")


def test_with_its_announcement_it_is_as_the_others(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {FILE: CHESTNUT}).build()
    site.write(LEDGER, f"{BASIC[LEDGER]}  - {{row: b, subject: gi:chestnut}}\n").build().passes()
    assert "未见公告" not in card(site, "青溪板栗")


def test_an_announcement_that_has_not_begun_counts(tmp_path: Path) -> None:
    later = f"{BASIC[LEDGER]}  - {{row: b, subject: gi:chestnut, valid_from: 2026-06-01}}\n"
    SiteTest(tmp_path, {FILE: CHESTNUT, LEDGER: later}).build().passes()


def test_an_announcement_that_did_not_load_is_not_called_missing(tmp_path: Path) -> None:
    broken = f"{BASIC[LEDGER]}  - {{row: b, subjekt: gi:chestnut}}\n"
    site = SiteTest(tmp_path, {FILE: CHESTNUT, LEDGER: broken}).check()
    assert {p.kind.code.partition(".")[0] for p in site.report.problems} == {"schema"}
