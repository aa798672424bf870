"""The calendar to subscribe to and the cards for address books, as a reader that is not ours reads them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject

from sitegen.outputs.parts.seasons import runs
from sitegen.rendering import content_lines
from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

CALENDAR = "seasons/seasons.ics"
ORGANIZATION = "content/organizations/qingxi-li-xiehui.yaml"
CARD = "organizations/qingxi-li-xiehui/contact.vcf"


def calendar(tmp_path: Path, months: str, as_of: date = date(2026, 1, 15)) -> SiteTest:
    site = SiteTest(tmp_path, {"site.yaml": SITE})
    site.change("content/gi/qingxi-xueli.md", "categories: pears", f"categories: pears\n{months}")
    return site.build(as_of=as_of).passes()


def events(site: SiteTest) -> list[dict[str, Any]]:
    parsed = vobject.readOne(site.text(CALENDAR))
    assert parsed.version.value == "2.0"
    return [
        {child.name: child.value for child in event.getChildren()} for event in parsed.vevent_list
    ]


def test_a_run_of_months_is_an_event_of_every_year(tmp_path: Path) -> None:
    site = calendar(tmp_path, "harvest: 8-9\navailable: 9-12")
    sale, harvest = events(site)
    assert (sale["SUMMARY"], sale["DTSTART"], sale["DTEND"]) == (
        "青溪雪梨 · 有货",
        date(2026, 9, 1),
        date(2027, 1, 1),
    )
    assert (harvest["SUMMARY"], harvest["DTSTART"], harvest["DTEND"]) == (
        "青溪雪梨 · 采收",
        date(2026, 8, 1),
        date(2026, 10, 1),
    )
    assert {sale["RRULE"], harvest["RRULE"]} == {"FREQ=YEARLY"}
    assert sale["URL"] == "https://test.example/gi/qingxi-xueli/"
    assert sale["DESCRIPTION"] == "皮薄汁多的梨。"
    assert sale["UID"] != harvest["UID"]
    button = site.page("seasons/").select('a[href$=".ics"]')
    assert [link["href"] for link in button] == ["../seasons/seasons.ics"]


def test_an_event_may_end_in_the_next_year(tmp_path: Path) -> None:
    (event,) = events(calendar(tmp_path, "available: 11-3"))
    assert (event["DTSTART"], event["DTEND"]) == (date(2026, 11, 1), date(2027, 4, 1))


@pytest.mark.parametrize("months", ["available: 1-12", "stored: 10-3"])
def test_what_has_no_beginning_and_what_only_keeps_is_no_event(tmp_path: Path, months: str) -> None:
    site = calendar(tmp_path, months)
    assert not (site.target / CALENDAR).exists()
    assert not site.page("seasons/").select('a[href$=".ics"]')


def test_the_calendar_is_remade_when_months_change_and_only_then(tmp_path: Path) -> None:
    site = calendar(tmp_path, "harvest: 8-9")
    assert CALENDAR not in site.build().passes().remade
    site.change("content/gi/qingxi-xueli.md", "8-9", "8-10").build().passes()
    assert CALENDAR in site.remade


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ((), []),
        ((5,), [(5,)]),
        ((1, 2, 11, 12), [(11, 12, 1, 2)]),
        ((3, 4, 8, 9), [(3, 4), (8, 9)]),
        (tuple(range(1, 13)), []),
        ((12,), [(12,)]),
    ],
)
def test_runs_of_months(months: tuple[int, ...], expected: list[tuple[int, ...]]) -> None:
    assert runs(months) == expected


def test_who_may_be_called_can_be_put_into_an_address_book(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    text = (site.root / ORGANIZATION).read_text("utf-8")
    site.write(
        ORGANIZATION,
        text
        + "address: 青溪县城关镇某路 1 号；二楼，左手\nchecked: 2025-12-16\n"
        + "contact_public: {phone: 0536-1234567 转 8、0536-7654321}\n",
    )
    site.build().passes()
    card = vobject.readOne(site.text(CARD))
    assert card.fn.value == "青溪县雪梨协会"
    assert [tel.value for tel in card.tel_list] == ["0536-1234567", "0536-7654321"]
    assert card.adr.value.street == "青溪县城关镇某路 1 号；二楼，左手"
    assert card.url.value == "https://test.example/organizations/qingxi-li-xiehui/"
    assert card.note.value == "来自试验名录，核对至2025-12-16"
    links = site.page("organizations/qingxi-li-xiehui/").select('a[href$=".vcf"]')
    assert [link.get_text() for link in links] == ["存入手机通讯录"]


@pytest.mark.parametrize("contact", ["", "contact_public: {wechat: qingxili}\n"])
def test_who_has_no_telephone_has_no_card(tmp_path: Path, contact: str) -> None:
    site = SiteTest(tmp_path)
    text = (site.root / ORGANIZATION).read_text("utf-8")
    site.write(ORGANIZATION, text + contact).build().passes()
    assert not (site.target / CARD).exists()
    assert not site.page("organizations/qingxi-li-xiehui/").select('a[href$=".vcf"]')


@pytest.mark.parametrize("length", range(60, 90))
def test_lines_are_folded_between_characters_and_read_back(length: int) -> None:
    value = "a" * (length - 60) + "梨，;\\\n" * 40
    data = content_lines.encoded(
        [
            ("BEGIN", "VCARD"),
            ("VERSION", "3.0"),
            ("FN", "x"),
            ("N", "x;;;;"),
            ("NOTE", content_lines.text(value)),
            ("END", "VCARD"),
        ]
    )
    assert all(len(line) <= content_lines.WIDEST for line in data.split(b"\r\n"))
    assert vobject.readOne(data.decode()).note.value == value


def test_a_name_cannot_add_a_line_of_its_own(tmp_path: Path) -> None:
    assert content_lines.text("甲\r\nTEL:1") == "甲\\nTEL:1"
