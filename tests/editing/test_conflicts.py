"""Two people change one file: nothing that either of them wrote is lost."""

from __future__ import annotations

from pathlib import Path

from tests.support.editing import EditedSite, saved_at

PEAR = "content/gi/qingxi-xueli.md"
FORM = "entry/gi/qingxi-xueli"
WRITTEN = "---\nname: 青溪雪梨\nregion: qingxi\nsummary: 脆。\n---\n\n第一段。\n"


def test_what_both_changed_is_shown_side_by_side_and_chosen(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, {PEAR: WRITTEN})
    mine = site.get(FORM).pairs({"summary": "很甜。", "name_en": "Snow Pear"})
    site.edit(FORM, {"summary": "很脆。", "aka": "雪花梨"})
    theirs = site.read(PEAR)
    page = site.post(FORM, mine)
    assert page.status == 409 and site.read(PEAR) == theirs
    assert [clash.get_text() for clash in page.soup.select(".clash legend")] == ["一句话"]
    assert [side.get_text() for side in page.soup.select(".clash pre")] == ["很甜。", "很脆。"]
    assert ("name_en", "Snow Pear") in page.pairs() and ("aka", "雪花梨") in page.pairs()

    assert saved_at(site.post(FORM, page.pairs())) == FORM
    text = site.read(PEAR).decode()
    assert "summary: 很甜。" in text and "雪花梨" in text and "Snow Pear" in text


def test_the_other_side_can_be_taken(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, {PEAR: WRITTEN})
    mine = site.get(FORM).pairs({"summary": "很甜。", "body": "我的。"})
    site.edit(FORM, {"summary": "很脆。", "body": "他的。"})
    page = site.post(FORM, mine)
    assert len(page.soup.select(".clash")) == 2
    chosen = dict(page.pairs())
    chosen |= {"take/summary": "file", "take/body": "form"}
    assert saved_at(site.post(FORM, list(chosen.items()))) == FORM
    text = site.read(PEAR).decode()
    assert "summary: 很脆。" in text and text.endswith("我的。\n")


def test_changes_of_different_fields_are_joined(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, {PEAR: WRITTEN})
    mine = site.get(FORM).pairs({"summary": "很甜。"})
    site.edit(FORM, {"aka": "雪花梨"})
    assert saved_at(site.post(FORM, mine)) == FORM
    text = site.read(PEAR).decode()
    assert "summary: 很甜。" in text and "雪花梨" in text


def test_rows_that_both_changed_are_shown_whole(tmp_path: Path) -> None:
    two = WRITTEN.replace("---\n\n", "sources:\n  - title: 甲\n  - title: 乙\n---\n\n")
    site = EditedSite(tmp_path, {PEAR: two})
    mine = site.get(FORM).pairs({"sources/1/title": "乙二"})
    site.edit(FORM, {"sources/0/title": "甲二"})
    page = site.post(FORM, mine)
    assert page.status == 409
    assert "甲" in page.soup.select(".clash pre")[0].get_text()
    assert saved_at(site.post(FORM, page.pairs())) == FORM
    text = site.read(PEAR).decode()
    assert "title: 甲\n" in text and "乙二" in text


def test_a_file_that_was_removed_meanwhile_is_made_anew_only_by_another_save(
    tmp_path: Path,
) -> None:
    site = EditedSite(tmp_path, {PEAR: WRITTEN})
    mine = site.get(FORM).pairs({"summary": "很甜。"})
    (site.root / PEAR).unlink()
    page = site.post(FORM, mine)
    assert page.status == 409 and not (site.root / PEAR).exists()
    assert ("summary", "很甜。") in page.pairs()
    assert saved_at(site.post(FORM, page.pairs())) == FORM
    assert "summary: 很甜。" in site.read(PEAR).decode()
