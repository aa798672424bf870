"""The calendar of events: what is to come, what was, series; the files for calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject

from sitegen.outputs.parts.happenings import next_days
from tests.support.basic_site import AS_OF
from tests.support.site_test import SiteTest

FILES = {
    "content/events/rights-day.yaml": (
        "name: 消费者权益日\nkind: 宣传周和宣传日\nstarts: 2020-03-15\nyearly: 是\nsummary: 每年3月15日。\n"
    ),
    "content/events/month.yaml": (
        "name: 质量月\nkind: 宣传周和宣传日\nstarts: 2025-09-01\nends: 2025-09-30\nyearly: 是\n"
    ),
    "content/events/fair-3.yaml": (
        "name: 青溪梨展（第三届）\nkind: 展会\nseries: 青溪梨展\nnumber: 3\nstarts: 2026-05-10\n"
        "ends: 2026-05-14\nvenue: 青溪会展中心\nexhibitors: [qingxi-li-xiehui, 白山某厂]\n"
    ),
    "content/events/fair-2.yaml": (
        "name: 青溪梨展（第二届）\nkind: 展会\nseries: 青溪梨展\nnumber: 2\nstarts: 2024-05-10\n"
        "results: 来了200家企业。\nregion: qingxi\n"
    ),
    "content/events/visit.yaml": "name: 走访\nkind: 培训\nstarts: 2025-11\n",
    "content/events/course.yaml": "name: 培训班\nkind: 培训\nstarts: 2026-01\ntimes: 4\n",
    "content/events/year.yaml": "name: 促进年\nkind: 推介\nstarts: 2026\n",
    "content/events/undated.yaml": "name: 进高校\nkind: 推介\n",
    "content/events/running.yaml": (
        "name: 年货节\nkind: 展会\nstarts: 2026-01-10\nends: 2026-01-20\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    return SiteTest(tmp_path_factory.mktemp("events"), FILES).build().passes()


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ").split())


def names(section: Any) -> list[str]:
    return [words(name) for name in section.select(".affair__name")]


def section(site: SiteTest, anchor: str) -> Any:
    return site.page("events/").find(id=anchor).find_parent("section")


def days(site: SiteTest, name: str) -> str:
    (line,) = [
        line
        for line in site.page("events/").select(".affair")
        if words(line.select_one(".affair__name")) == name
    ]
    when = line.select_one(".affair__key")
    return words(when) if when else ""


def events(site: SiteTest, path: str) -> list[dict[str, Any]]:
    parsed = vobject.readOne(site.text(path))
    return [
        {child.name: child.value for child in event.getChildren()} for event in parsed.vevent_list
    ]


def test_what_is_to_come_stands_first_the_next_one_before_the_others(site: SiteTest) -> None:
    coming = section(site, "coming")
    assert "从 2026-01-15 算起" in words(coming.h2)
    assert names(coming) == ["培训班", "年货节", "消费者权益日", "青溪梨展（第三届）", "质量月"]
    assert days(site, "消费者权益日") == "2026年3月15日"
    assert days(site, "质量月") == "2026年9月1日—30日"
    assert days(site, "培训班") == "2026年1月"
    assert "正在进行" in words(coming.select(".affair")[1])


def test_what_was_stands_by_year_the_newest_first(site: SiteTest) -> None:
    headings = [words(h) for h in site.page("events/").select('h2[id^="y"]')]
    assert headings == ["2026年", "2025年", "2024年"]
    # That a year alone is given is how reports say that something was held in it.
    assert names(section(site, "y2026")) == ["促进年"]
    assert days(site, "走访") == "2025年11月"
    held = section(site, "y2024")
    assert days(site, "青溪梨展（第二届）") == "5月10日"
    assert "来了200家企业。" in held.get_text() and "青溪" in words(held)
    assert names(section(site, "undated")) == ["进高校"]


def test_a_series_stands_together_with_its_numbers(site: SiteTest) -> None:
    links = section(site, "series").select(".links a")
    assert [words(link) for link in links] == ["第3届", "第2届"]
    cards = site.page("events/fair-3/").find("h2", string="同一系列").find_parent("section")
    assert "青溪梨展（第二届）" in words(cards)
    assert "青溪梨展 第 3 届" in words(section(site, "coming")).replace("第3届", " 第 3 届")


def test_the_page_of_an_event_has_its_exhibitors_and_they_have_it(site: SiteTest) -> None:
    page = site.page("events/fair-3/")
    fact = page.find("dt", string="参展单位").find_parent("div")
    assert [link["href"] for link in fact.select("a")] == ["../../organizations/qingxi-li-xiehui/"]
    assert "白山某厂" in words(fact)
    assert [link["href"] for link in page.select('a[href$=".ics"]')] == [
        "../../events/fair-3/event.ics"
    ]
    assert "青溪梨展（第三届）" in words(site.page("organizations/qingxi-li-xiehui/"))


def test_an_event_is_a_file_for_calendars(site: SiteTest) -> None:
    (fair,) = events(site, "events/fair-3/event.ics")
    assert (fair["SUMMARY"], fair["DTSTART"], fair["DTEND"]) == (
        "青溪梨展（第三届）",
        date(2026, 5, 10),
        date(2026, 5, 15),
    )
    assert fair["LOCATION"] == "青溪会展中心" and fair["CATEGORIES"] == ["展会"]
    assert fair["UID"] == "events-fair-3@test.example" and "RRULE" not in fair
    assert fair["URL"] == "https://test.example/events/fair-3/"
    (day,) = events(site, "events/rights-day/event.ics")
    assert (day["DTSTART"], day["DTEND"], day["RRULE"]) == (
        date(2020, 3, 15),
        date(2020, 3, 16),
        "FREQ=YEARLY",
    )


def test_only_days_that_are_known_are_in_the_calendar_of_all(site: SiteTest) -> None:
    every = events(site, "events/events.ics")
    assert {event["UID"].split("@")[0] for event in every} == {
        *("events-fair-2", "events-fair-3", "events-month", "events-rights-day", "events-running")
    }
    for name in ("visit", "course", "year", "undated"):
        assert not (site.target / "events" / name / "event.ics").exists()
        assert not site.page(f"events/{name}/").select('a[href$=".ics"]')


@pytest.mark.parametrize(
    "starts", ["2026-04", "2026", "{text: 清明前后, sort: 2026-04-04}", "2026-04-05\nends: 2026-05"]
)
def test_without_a_day_there_is_no_calendar(tmp_path: Path, starts: str) -> None:
    text = f"name: 踏青\nkind: 推介\nstarts: {starts}\n"
    site = SiteTest(tmp_path, {"content/events/spring.yaml": text}).build().passes()
    assert not list(site.target.glob("events/**/*.ics"))
    assert not site.page("events/").select('a[href$=".ics"]')
    assert names(section(site, "coming")) == (["踏青"] if starts != "2026" else [])


def test_pages_follow_the_day_of_the_data(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build().passes()
    site.build(as_of=date(2026, 5, 15)).passes()
    assert names(section(site, "coming")) == ["质量月", "消费者权益日"]
    assert names(section(site, "y2026"))[0] == "青溪梨展（第三届）"
    assert "events/index.html" in site.remade
    site.equals_clean_build()


@pytest.mark.parametrize(
    ("first", "last", "today", "expected"),
    [
        (date(2020, 3, 15), date(2020, 3, 15), AS_OF, date(2026, 3, 15)),
        (date(2020, 1, 15), date(2020, 1, 15), AS_OF, date(2026, 1, 15)),
        (date(2020, 1, 14), date(2020, 1, 14), AS_OF, date(2027, 1, 14)),
        (date(2020, 12, 20), date(2021, 1, 20), AS_OF, date(2025, 12, 20)),
        (date(2020, 2, 29), date(2020, 2, 29), AS_OF, date(2028, 2, 29)),
        (date(2030, 2, 1), date(2030, 2, 1), AS_OF, date(2030, 2, 1)),
    ],
)
def test_the_next_day_of_what_comes_every_year(
    first: date, last: date, today: date, expected: date
) -> None:
    start, end = next_days(first, last, today)
    assert start == expected and end - start == last - first


def test_an_event_that_ends_before_it_starts_is_refused(tmp_path: Path) -> None:
    text = "name: 梨展\nkind: 展会\nstarts: 2026-04-20\nends: 2026-04-02\n"
    site = SiteTest(tmp_path, {"content/events/fair.yaml": text}).check()
    site.fails_with("content/events/fair.yaml:4:7 event.ends-before-it-starts")
