"""Three people look at an entry before it is public, and anybody sees whom it waits for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.basic_site import SITE
from tests.support.editing import EditedSite, Page, saved_at
from tests.support.government_site import GOV, settings

PEAR = "content/gi/qingxi-xueli.md"
REVIEW = "review/gi/qingxi-xueli"
WITHDRAW = "withdraw/gi/qingxi-xueli"


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(
        tmp_path / "site", {PEAR: "---\nname: 青溪雪梨 # 勿改\ndraft: 是\n---\n\n梨。\n"}
    )


def press(site: EditedSite, path: str, do: str, **values: str) -> Page:
    return site.post(path, [("token", "token"), *values.items()], do)


def words(page: Page) -> str:
    main = page.soup.select_one("main")
    assert main is not None
    return re.sub(r"\s+", " ", main.get_text(" ", strip=True))


def test_three_people_in_their_order_make_an_entry_public(site: EditedSite) -> None:
    assert saved_at(press(site, REVIEW, "drafted", who="张三")) == REVIEW
    assert "待复核" in words(site.get("", only="to-check")) and "张三" in words(site.get(""))
    assert press(site, REVIEW, "checked", who="李四").status == 303
    assert "待审定" in words(site.get("", only="to-approve"))
    assert press(site, REVIEW, "approved", who="王五", publish="1").status == 303
    text = site.read(PEAR).decode()
    assert text == (
        "---\nname: 青溪雪梨 # 勿改\ndraft:\nreview:\n  drafted: 张三\n  drafted_on: 2026-11-29\n"
        "  checked: 李四\n  checked_on: 2026-11-29\n  approved: 王五\n  date: 2026-11-29\n---\n\n梨。\n"
    )
    assert "三步都做完了" in words(site.get(REVIEW)) and "待审定" not in words(site.get(""))


def test_a_step_waits_for_the_one_before_and_for_another_person(site: EditedSite) -> None:
    assert press(site, REVIEW, "approved", who="王五").status == 409
    press(site, REVIEW, "drafted", who="张三")
    again = press(site, REVIEW, "checked", who=" 张三 ")
    assert again.status == 422 and "张三 已经做过一步" in words(again)
    nameless = press(site, REVIEW, "checked", who="  ")
    assert nameless.status == 422 and "写上您的姓名" in words(nameless)
    assert "checked" not in site.read(PEAR).decode()


def test_what_is_sent_back_begins_again(site: EditedSite) -> None:
    for step, who in (("drafted", "张三"), ("checked", "李四")):
        press(site, REVIEW, step, who=who)
    press(site, REVIEW, "back")
    text = site.read(PEAR).decode()
    assert "李四" not in text and "drafted: 张三" in text and "待复核" in words(site.get(""))
    site.post("undo", [("token", "token")])
    assert "checked: 李四" in site.read(PEAR).decode()


def test_the_sheet_has_all_that_is_to_be_approved_and_room_to_sign(tmp_path: Path) -> None:
    text = (
        "---\nname: 青溪雪梨\naka: [甲, 乙]\nsummary: 甜。\nregion: qingxi\nharvest: 9-10\nnotes_private: 秘密\n"
        "sources:\n  - {title: 公告, number: 第1号}\nreview: {drafted: 张三}\n---\n\n## 由来\n\n<b>梨。</b>\n"
    )
    page = EditedSite(tmp_path / "site", {PEAR: text}).get("approval/gi/qingxi-xueli")
    rows = {
        row.th.get_text(): row.td.get_text()
        for row in page.soup.select(".paper__all tr")
        if row.th and row.td
    }
    assert rows["一句话"] == "甜。" and "青溪县" in rows["地区"] and "9月、10月" in rows.values()
    assert (
        rows["来源 1"] == "题名：公告；文号：第1号"
        and rows["别名"] == "甲、乙"
        and rows["正文"] == "## 由来\n\n<b>梨。</b>"
    )
    steps = [cell.get_text() for cell in page.soup.select(".paper__steps td")]
    assert steps == ["张三", "", "", *[""] * 6]
    assert "秘密" not in page.soup.get_text()


def test_a_government_site_may_want_the_approval_before_anything_is_public(tmp_path: Path) -> None:
    wanted = settings({**GOV, "approval": "是"})
    site = EditedSite(tmp_path / "site", {"site.yaml": wanted})
    form = "entry/gi/qingxi-xueli"
    page = site.edit(form, {"summary": "甜。"})
    assert page.status == 422 and "还没有审定" in page.soup.get_text()
    assert saved_at(site.edit(form, {"summary": "甜。", "draft": "是"})) == form
    for step, who in (("drafted", "张三"), ("checked", "李四"), ("approved", "王五")):
        assert press(site, REVIEW, step, who=who, publish="1").status == 303
    assert "draft: 是" not in site.read(PEAR).decode()
    assert saved_at(site.edit(form, {"summary": "很甜。"})) == form


def test_an_entry_is_withdrawn_with_its_reason_and_shown_again(site: EditedSite) -> None:
    page = site.get(WITHDRAW)
    day = page.soup.select_one("#on")
    assert day is not None and day["value"] == "2026-11-29"
    nothing = press(site, WITHDRAW, "withdraw", on="2026-11-29", reason=" ")
    assert nothing.status == 422 and "写上原因" in words(nothing)
    sent = {"on": "2026-11-29", "reason": "公告撤销", "document": "某告〔2026〕1号"}
    assert saved_at(press(site, WITHDRAW, "withdraw", **sent)) == "entry/gi/qingxi-xueli"
    text = site.read(PEAR).decode()
    assert "withdrawn:\n  on: 2026-11-29\n  reason: 公告撤销\n  document: 某告〔2026〕1号\n" in text
    assert "已下架" in words(site.get(WITHDRAW))
    assert press(site, WITHDRAW, "restore").status == 303
    assert "公告撤销" not in site.read(PEAR).decode()


def test_a_day_that_is_none_is_told(site: EditedSite) -> None:
    page = press(site, WITHDRAW, "withdraw", on="2026-13-01", reason="错了")
    assert page.status == 422 and "2026-13-01" in words(page)
    value = page.soup.select_one("#reason")
    assert value is not None and value["value"] == "错了"


@pytest.mark.parametrize("path", ["review/regions/qingxi", "review/gi/no", "withdraw/gi/no"])
def test_there_is_no_page_for_what_has_none(site: EditedSite, path: str) -> None:
    assert site.get(path).status == 404


def test_the_plain_site_wants_no_approval(tmp_path: Path) -> None:
    site = EditedSite(tmp_path / "site", {"site.yaml": SITE})
    assert saved_at(site.edit("entry/gi/qingxi-xueli", {"summary": "甜。"}))


@pytest.mark.parametrize("path", ["recognitions/cnipa-700", "regions/qingxi", "categories/pears"])
def test_what_has_no_page_to_say_so_is_not_withdrawn(site: EditedSite, path: str) -> None:
    assert site.get(f"withdraw/{path}").status == 404
    assert not site.get(f"entry/{path}").soup.select("a[href*='/withdraw/']")


def test_who_changes_what_was_approved_is_told_to_have_it_reviewed_again(site: EditedSite) -> None:
    form = "entry/gi/qingxi-xueli"
    for step, who in (("drafted", "张三"), ("checked", "李四")):
        press(site, REVIEW, step, who=who)
    page = site.edit(form, {"summary": "甜。"})
    assert page.answer.headers["Location"].endswith("?told=saved")
    press(site, REVIEW, "approved", who="王五")
    page = site.edit(form, {"summary": "很甜。"})
    assert page.answer.headers["Location"].endswith("?told=changed")
    assert "请重新审核" in words(site.get(form, told="changed"))
