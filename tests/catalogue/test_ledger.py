"""The recognition ledger: what is refused inside an announcement, what a row becomes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.ledger_check import likely_year
from tests.support import planned_site
from tests.support.basic_site import SCHEME
from tests.support.problem_lines import problem_line, problem_lines
from tests.support.site_test import SiteTest

FILE = "content/recognitions/cnipa-700.yaml"
HEAD = "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2025-11-03\nrows:\n"
ROW = "  - {row: a, subject: gi:qingxi-xueli}\n"


def only(catalogue: Catalogue) -> Recognition:
    (row,) = catalogue.ledger
    return row


def test_a_row_key_used_twice_is_refused_at_its_second_use(tmp_path: Path) -> None:
    SiteTest(tmp_path, {FILE: HEAD + ROW + ROW}).check().fails_with(
        f"{FILE}:6:11 recognition.same-row"
    )


def test_history_of_a_row_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    rows = HEAD + "  - {row: qingxi-1, subject: gi:qingxi-xueli}\n"
    history = "history:\n  - {row: qingxi-l, date: 2025-12-01, status: 续期, until: 2029}\n"
    site = SiteTest(tmp_path, {FILE: rows + history})
    site.check().fails_with(f"{FILE}:7:11 recognition.no-such-row")
    (problem,) = site.report.problems
    assert problem.facts["nearest"] == "qingxi-1"


def test_a_renewal_says_until_when(tmp_path: Path) -> None:
    event = "history:\n  - {row: a, date: 2025-12-01, status: 续期}\n"
    SiteTest(tmp_path, {FILE: HEAD + ROW + event}).check().fails_with(
        f"{FILE}:7:40 recognition.renewal-without-end"
    )


@pytest.mark.parametrize("status", ["撤销", "暂停"])
def test_a_negative_status_without_a_document_is_refused(tmp_path: Path, status: str) -> None:
    event = f"history:\n  - {{row: a, date: 2025-12-01, status: {status}}}\n"
    SiteTest(tmp_path, {FILE: HEAD + ROW + event}).check().fails_with(
        f"{FILE}:7:40 recognition.no-document"
    )
    with_document = event.replace("}", ", document: 国家知识产权局公告第701号}")
    catalogue = planned_site.catalogue(tmp_path, {FILE: HEAD + ROW + with_document})
    assert only(catalogue).status in ("revoked", "suspended")


def test_a_term_that_ends_before_it_starts_is_refused(tmp_path: Path) -> None:
    row = "  - {row: a, subject: gi:qingxi-xueli, valid_until: 2025-11-02}\n"
    SiteTest(tmp_path, {FILE: HEAD + row}).check().fails_with(
        f"{FILE}:5:53 recognition.ends-before-start"
    )
    one_day = row.replace("11-02", "11-03")
    assert only(planned_site.catalogue(tmp_path, {FILE: HEAD + one_day})).status == "expired"


def test_a_number_of_an_unknown_issuer_needs_a_slug(tmp_path: Path) -> None:
    text = (HEAD + ROW).replace("国家知识产权局公告第700号", "云州市第3批名录")
    SiteTest(tmp_path, {FILE: text}).check().fails_with(f"{FILE}:2:11 number.no-slug")
    named = planned_site.catalogue(tmp_path, {FILE: f"number_slug: yunzhou-3\n{text}"})
    assert only(named).announcement.slug == "yunzhou-3"


LOCAL = ("武政〔2018〕5号", "洪政〔2017〕5号", "武品牌办[2018]1号")


def local(numbers: tuple[str, ...] = LOCAL) -> dict[str, str | bytes | None]:
    """Announcements with numbers that no rule knows."""
    text = (HEAD + ROW).replace("国家知识产权局公告第700号", "{}")
    return {
        f"content/recognitions/n{at}.yaml": text.replace("{}", n) for at, n in enumerate(numbers)
    }


def test_all_numbers_without_an_address_are_told_at_once_each_with_its_own(tmp_path: Path) -> None:
    _, report = planned_site.plan(tmp_path, {FILE: None, **local()})
    found = {problem.at.file[-7:]: problem.facts["proposed"] for problem in report.problems}
    assert [problem.kind.code for problem in report.problems] == ["number.no-slug"] * 3
    assert found == {
        "n0.yaml": "wuzheng-2018-5",
        "n1.yaml": "hongzheng-2017-5",
        "n2.yaml": "wupin-paiban-2018-1",
    }


def test_what_is_proposed_for_two_of_the_same_number_differs_and_is_accepted(
    tmp_path: Path,
) -> None:
    files = local(("武政〔2018〕5号", "吴政〔2018〕5号"))
    _, report = planned_site.plan(tmp_path / "a", {FILE: None, **files})
    proposed = [problem.facts["proposed"] for problem in report.problems]
    assert proposed == ["wuzheng-2018-5", "wuzheng-2018-5-2"]
    followed = {
        name: f"number_slug: {slug}\n{text}"
        for (name, text), slug in zip(files.items(), proposed, strict=True)
    }
    planned_site.catalogue(tmp_path / "b", {FILE: None, **followed})


def test_the_slug_of_a_scheme_makes_the_addresses_of_its_announcements(tmp_path: Path) -> None:
    scheme = {"content/schemes/gi-protection.yaml": SCHEME + "number_slug: yunzhou\n"}
    catalogue = planned_site.catalogue(tmp_path, {**scheme, **local(("武政〔2018〕5号", "第6号"))})
    slugs = {row.announcement.slug for row in catalogue.ledger}
    assert slugs == {"cnipa-700", "yunzhou-2018-5", "yunzhou-6"}


def test_a_number_without_digits_or_one_that_is_taken_still_needs_its_own(tmp_path: Path) -> None:
    scheme = {"content/schemes/gi-protection.yaml": SCHEME + "number_slug: yunzhou\n"}
    files = {**scheme, **local(("第三批名单", "武政〔2018〕5号", "洪政〔2018〕5号"))}
    _, report = planned_site.plan(tmp_path, files)
    told = {problem_line(problem): problem for problem in report.problems}
    none = told["content/recognitions/n0.yaml:2:11 number.no-slug"]
    assert none.facts["proposed"].startswith("yunzhou-") and "schemes" not in none.fix("zh")
    same = told["content/recognitions/n2.yaml:2:11 number.same-slug"]
    assert same.facts["proposed"] == "hongzheng-2018-5" and len(told) == 2


def test_two_announcements_may_not_have_one_address(tmp_path: Path) -> None:
    text = HEAD + "  - {row: b, subject: products:li-gao}\n"
    other = "number_slug: cnipa-700\n" + text.replace("第700号", "第701号")
    _, report = planned_site.plan(tmp_path, {"content/recognitions/zz.yaml": other})
    (problem,) = report.problems
    assert problem_line(problem) == "content/recognitions/zz.yaml:1:14 number.same-slug"
    assert problem.facts == {
        "slug": "cnipa-700",
        "other": "cnipa-700",
        "proposed": "cnipa-700-2",
    }


def test_a_row_without_an_end_takes_the_schemes_years_and_says_so(tmp_path: Path) -> None:
    scheme = {"content/schemes/gi-protection.yaml": SCHEME + "validity_years: 3\n"}
    row = only(planned_site.catalogue(tmp_path, scheme))
    assert (row.until, row.inferred, row.status) == ("2028-11-02", True, "valid")
    assert row.transitions == ((date(2028, 11, 3), "expired"),)
    stated = HEAD + "  - {row: a, subject: gi:qingxi-xueli, valid_until: 2026}\n"
    row = only(planned_site.catalogue(tmp_path, {**scheme, FILE: stated}))
    assert (row.until, row.inferred) == ("2026", False)


@pytest.mark.parametrize(
    ("start", "until"),
    [("2024-02-29", "2025-02-28"), ("2024", "2024-12-31"), ("9999-05-01", "9999-12-31")],
)
def test_years_of_validity_end_the_day_before_the_anniversary(
    tmp_path: Path, start: str, until: str
) -> None:
    scheme = {"content/schemes/gi-protection.yaml": SCHEME + "validity_years: 1\n"}
    rows = f"  - {{row: a, subject: gi:qingxi-xueli, valid_from: {start}}}\n"
    text = HEAD.replace("announced: 2025-11-03\n", "") + rows
    as_of = date(9999, 12, 31) if start[0] == "9" else date(2024, 6, 1)
    assert only(planned_site.catalogue(tmp_path, {**scheme, FILE: text}, as_of)).until == until


@pytest.mark.parametrize("years", ["0", "-3", "101", "999999999", "三"])
def test_absurd_years_of_validity_are_refused(tmp_path: Path, years: str) -> None:
    file = "content/schemes/gi-protection.yaml"
    problems = SiteTest(tmp_path, {file: SCHEME + f"validity_years: {years}\n"}).check().problems
    assert len(problems) == 1 and problems[0].startswith(f"{file}:11:17 schema.")


def test_a_renewal_gives_the_row_its_new_end_from_its_day_on(tmp_path: Path) -> None:
    row = "  - {row: a, subject: gi:qingxi-xueli, valid_until: 2025-12-31}\n"
    event = "history:\n  - {row: a, date: 2025-12-15, status: 续期, until: 2026-01-10}\n"
    files = {FILE: HEAD + row + event}
    before = only(planned_site.catalogue(tmp_path, files, date(2025, 12, 14)))
    assert (before.until, before.status) == ("2025-12-31", "valid")
    after = only(planned_site.catalogue(tmp_path, files, date(2026, 1, 11)))
    assert (after.until, after.status) == ("2026-01-10", "expired")


def test_a_scheme_that_ended_makes_its_rows_historic(tmp_path: Path) -> None:
    ended = SCHEME.replace("status: 现行", "status: 已停止\nclosed: 2025-12-31")
    files = {"content/schemes/gi-protection.yaml": ended}
    assert only(planned_site.catalogue(tmp_path, files, date(2025, 12, 31))).status == "valid"
    assert only(planned_site.catalogue(tmp_path, files, date(2026, 1, 1))).status == "historic"
    undated = {"content/schemes/gi-protection.yaml": SCHEME.replace("现行", "已停止")}
    assert only(planned_site.plan(tmp_path, undated)[0].catalogue).status == "historic"


def test_a_row_is_not_in_the_ledger_before_it_begins(tmp_path: Path) -> None:
    catalogue = planned_site.catalogue(tmp_path, as_of=date(2025, 11, 2))
    assert catalogue.ledger == () and catalogue.next_change == date(2025, 11, 3)
    assert catalogue.current("gi:qingxi-xueli") == ()
    assert len(planned_site.catalogue(tmp_path, as_of=date(2025, 11, 3)).ledger) == 1


NOTICE = "history:\n  - {row: a, date: 2025-10-01, status: 公示中, document: 公示〔2025〕3号}\n"


def test_before_its_announcement_a_row_shows_what_the_public_notice_said(tmp_path: Path) -> None:
    row = ROW.replace("}", ", level: 一等, number: 证7, valid_until: 2026}")
    files = {FILE: HEAD + row + NOTICE}
    assert planned_site.catalogue(tmp_path, files, date(2025, 9, 30)).ledger == ()
    noticed = only(planned_site.catalogue(tmp_path, files, date(2025, 10, 1)))
    assert (noticed.status, noticed.start, noticed.level) == ("pending", "2025-10-01", "一等")
    assert (noticed.number, noticed.until) == ("", "")
    announcement = noticed.announcement
    assert (announcement.document, announcement.announced) == ("公示〔2025〕3号", "2025-10-01")
    given = only(planned_site.catalogue(tmp_path, files, date(2025, 11, 3)))
    assert (given.status, given.start, given.number) == ("valid", "2025-11-03", "证7")
    assert given.announcement.document == "国家知识产权局公告第700号"


def test_a_title_is_not_known_before_its_announcement_whenever_it_begins(tmp_path: Path) -> None:
    files = {FILE: HEAD + ROW.replace("}", ", valid_from: 2025-01-01}")}
    assert planned_site.catalogue(tmp_path, files, date(2025, 11, 2)).ledger == ()
    row = only(planned_site.catalogue(tmp_path, files, date(2025, 11, 3)))
    assert (row.status, row.start) == ("valid", "2025-01-01")


def test_what_happens_later_than_the_day_is_not_among_the_changes(tmp_path: Path) -> None:
    event = "history:\n  - {row: a, date: 2026-01-16, status: 撤销, document: 甲}\n"
    checked = "checked: 2026-01-16\n"
    before = only(planned_site.catalogue(tmp_path, {FILE: checked + HEAD + ROW + event}))
    assert (before.status, before.changes, before.announcement.checked) == ("valid", (), "")
    assert before.transitions == ((date(2026, 1, 16), "revoked"),)
    after = only(
        planned_site.catalogue(tmp_path, {FILE: checked + HEAD + ROW + event}, date(2026, 1, 16))
    )
    assert after.status == "revoked" and after.announcement.checked == "2026-01-16"
    assert [change.document for change in after.changes] == ["甲"]


@pytest.mark.parametrize("status", ["撤销", "暂停"])
def test_a_title_cannot_be_taken_back_before_it_was_given(tmp_path: Path, status: str) -> None:
    event = f"history:\n  - {{row: a, date: 2025-11-02, status: {status}, document: 甲}}\n"
    files = {FILE: HEAD + ROW + event}
    assert problem_lines(planned_site.plan(tmp_path, files)[1]) == [
        f"{FILE}:7:20 recognition.ended-before-given"
    ]
    begun = ROW.replace("}", ", valid_from: 2025-12-01}")
    later = event.replace("2025-11-02", "2025-11-30")
    assert len(problem_lines(planned_site.plan(tmp_path, {FILE: HEAD + begun + later})[1])) == 1
    assert (
        problem_lines(
            planned_site.plan(tmp_path, {FILE: HEAD + ROW + event.replace("11-02", "11-03")})[1]
        )
        == []
    )


def test_one_announcement_in_two_files_is_refused_in_the_second(tmp_path: Path) -> None:
    other = HEAD.replace("第700号", "　第 ７００ 号") + "  - {row: b, subject: products:li-gao}\n"
    _, report = planned_site.plan(tmp_path, {"content/recognitions/zz.yaml": other})
    (problem,) = report.problems
    told = "content/recognitions/zz.yaml:2:11 recognition.same-announcement"
    assert problem_line(problem) == told
    assert problem.facts["other"] == FILE


def test_the_same_title_twice_is_refused_at_its_second_row(tmp_path: Path) -> None:
    twice = HEAD + ROW + ROW.replace("row: a", "row: b")
    _, report = planned_site.plan(tmp_path, {FILE: twice})
    (problem,) = report.problems
    assert problem_line(problem) == f"{FILE}:6:23 recognition.same-title"
    assert problem.facts == {"subject": "gi:qingxi-xueli", "row": "a"}
    for different in ("level: 提名", "number: 证2"):
        files = {FILE: twice.replace("row: b,", f"row: b, {different},")}
        assert problem_lines(planned_site.plan(tmp_path, files)[1]) == []


@pytest.mark.parametrize(
    ("announced", "meant"),
    [("2062-03-01", "2026-03-01"), ("2206", "2026")],
)
def test_a_date_far_ahead_is_refused_with_the_year_that_was_meant(
    tmp_path: Path, announced: str, meant: str
) -> None:
    _, report = planned_site.plan(tmp_path, {FILE: HEAD.replace("2025-11-03", announced) + ROW})
    (problem,) = report.problems
    assert problem_line(problem) == f"{FILE}:3:12 recognition.announced-far-ahead"
    assert problem.facts["meant"] == meant


def test_looking_back_no_announcement_is_far_ahead(tmp_path: Path) -> None:
    assert planned_site.catalogue(tmp_path, as_of=date(2015, 1, 1)).ledger == ()
    soon = {FILE: HEAD.replace("2025-11-03", "2026-12-31") + ROW}
    assert planned_site.catalogue(tmp_path, soon).ledger == ()


@pytest.mark.parametrize(
    ("written", "meant"), [(2062, 2026), (2206, 2026), (2095, 2025), (9999, 1999), (3333, 2026)]
)
def test_the_year_that_was_meant_has_two_digits_exchanged_or_one_wrong(
    written: int, meant: int
) -> None:
    assert likely_year(written, 2026) == meant
