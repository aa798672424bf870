"""A save changes what somebody changed, and nothing else; or nothing at all, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.building import state
from sitegen.editing import entry_files, entry_form, saves
from tests.support.editing import EditedSite, saved_at, site_of
from tests.support.pictures import png

PEAR = "content/gi/qingxi-xueli.md"
WRITTEN = """\
---
name: 青溪雪梨   # 公告上的写法
aka: 雪花梨、白雪梨
region: [qingxi]
# 县里补充的
harvest: 9月-10月
published: 2025年3月1日
images:
  - file: pear.png   # 待换
    alt: 一只梨
    decorative: 否
sources:
  - title: 旧志
  - {title: 公告, number: 2006年第1号}
---

# 不是标题

第一段。
"""
FORM = "entry/gi/qingxi-xueli"


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path, {PEAR: WRITTEN, "content/media/pear.png": png()})


def test_only_the_line_of_a_changed_field_changes(site: EditedSite) -> None:
    page = site.edit(FORM, {"summary": "脆甜。", "aka": "雪花梨\r\n白雪梨\r\n雪梨"})
    assert saved_at(page) == FORM
    wanted = WRITTEN.replace("雪花梨、白雪梨", "雪花梨、白雪梨、雪梨")
    wanted = wanted.replace("region: [qingxi]\n", "summary: 脆甜。\nregion: [qingxi]\n")
    lines = site.read(PEAR).decode().splitlines()
    assert sorted(lines) == sorted(wanted.splitlines())
    assert "name: 青溪雪梨   # 公告上的写法" in lines and "# 县里补充的" in lines


def test_what_nobody_touched_is_not_written_anew(site: EditedSite) -> None:
    page = site.edit(FORM, {})
    assert "told=same" in page.answer.headers["Location"]
    assert site.read(PEAR) == WRITTEN.encode() and not list(saves.kept(site.root))


def test_a_row_keeps_what_the_form_did_not_change(site: EditedSite) -> None:
    site.edit(FORM, {"images/0/alt": "一只白梨"})
    assert site.read(PEAR).decode() == WRITTEN.replace("alt: 一只梨", "alt: 一只白梨")


def test_the_text_below_the_fields_gets_what_was_typed_and_they_keep_their_bytes(
    site: EditedSite,
) -> None:
    site.edit(FORM, {"body": "第一段。\r\n\r\n第二段。"})
    head = WRITTEN.partition("# 不是标题")[0]
    assert site.read(PEAR).decode() == f"{head}第一段。\n\n第二段。\n"


def test_a_file_with_other_line_ends_and_a_mark_keeps_them(site: EditedSite) -> None:
    data = b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode()
    (site.root / PEAR).write_bytes(data)
    site.edit(FORM, {"name": "青溪的雪梨", "body": "一段。\r\n\r\n两段。"})
    now = site.read(PEAR)
    assert now.startswith(b"\xef\xbb\xbf---\r\n") and now.endswith(
        "一段。\r\n\r\n两段。\r\n".encode()
    )
    assert now.count(b"\n") == now.count(b"\r\n")
    assert "name: 青溪的雪梨   # 公告上的写法" in now.decode()


def test_an_emptied_field_goes(site: EditedSite) -> None:
    site.edit(FORM, {"aka": "", "published/y": "", "published/m": "", "published/d": ""})
    text = site.read(PEAR).decode()
    assert "雪花梨" not in text and "2025年" not in text and "harvest: 9月-10月" in text


def test_with_an_error_nothing_is_written_and_all_that_was_typed_is_still_there(
    site: EditedSite,
) -> None:
    page = site.edit(FORM, {"summary": "甜" * 81, "region": "没有的县", "published/m": "13"})
    assert page.status == 422 and "还没有保存：有 3 处要改" in page.told
    assert "80" in page.said("summary") and "没有的县" in page.said("region")
    assert "13" in page.said("published")
    assert ("summary", "甜" * 81) in page.pairs() and ("region", "没有的县") in page.pairs()
    assert site.read(PEAR) == WRITTEN.encode()


def test_names_are_written_as_ids(site: EditedSite) -> None:
    name = site.get("names", into="regions", q="qx")
    assert "青溪" in name.answer.body.decode()
    page = site.edit("new/products", {"name": "梨膏", "kind": "农产品", "region": "青溪县"})
    assert saved_at(page) == "entry/products/ligao"
    assert b"region: [qingxi]" in site.read("content/products/ligao.md")


def test_a_new_entry_gets_an_id_of_its_name_or_the_one_that_was_typed(site: EditedSite) -> None:
    typed = {"name": "梨膏", "kind": "农产品"}
    assert saved_at(site.edit("new/products", {**typed, "id": "li-gao-tang"})) == (
        "entry/products/li-gao-tang"
    )
    taken = site.edit("new/products", {**typed, "id": "li-gao-tang"})
    assert taken.status == 422 and "li-gao-tang" in taken.said("id")
    wrong = site.edit("new/products", {**typed, "id": "../x"})
    assert wrong.status == 422 and "../x" in wrong.said("id")
    blank = site.edit("new/products", {})
    assert blank.status == 422 and blank.said("name") and blank.said("kind")


def test_a_copy_begins_with_the_values_of_another_but_not_with_its_days(site: EditedSite) -> None:
    pairs = dict(site.get("new/gi", copy="qingxi-xueli").pairs())
    assert pairs["name"] == "青溪雪梨" and pairs["published/y"] == "" and pairs["digest"] == ""
    assert "images/0/@" not in pairs and pairs["sources/0/@"] == ""


def test_a_region_is_one_more_entry_of_its_file(site: EditedSite) -> None:
    before = site.read("content/regions.yaml")
    page = site.edit(
        "new/regions", {"name": "东山镇", "kind": "镇街", "parent": "青溪县", "id": "dongshan"}
    )
    assert saved_at(page) == "entry/regions/dongshan", page.said("kind") + page.said("parent")
    now = site.read("content/regions.yaml")
    assert now.startswith(before.rstrip()) and b"dongshan:" in now
    assert site.get("entry/regions/dongshan").status == 200


def test_a_file_of_regions_that_cannot_be_read_is_left_as_it_is(site: EditedSite) -> None:
    page = site.get("new/regions")
    (site.root / "content/regions.yaml").write_text("yunzhou: {name: 云州市\n", "utf-8")
    before = site.read("content/regions.yaml")
    sent = page.pairs({"name": "东山镇", "kind": "镇街", "id": "dongshan"})
    assert site.post("new/regions", sent).status in (409, 422)
    assert site.read("content/regions.yaml") == before


def test_a_disk_that_refuses_is_told_with_the_form(
    site: EditedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    page = site.get(FORM)
    monkeypatch.setattr("sitegen.files.write", full)
    told = site.post(FORM, page.pairs({"summary": "甜。"}))
    assert told.status == 500 and "磁盘" in told.told and ("summary", "甜。") in told.pairs()
    assert site.read(PEAR) == WRITTEN.encode()


def test_the_last_saves_can_be_taken_back_one_by_one(site: EditedSite) -> None:
    site.edit(FORM, {"name": "一"})
    site.edit("new/products", {"name": "梨膏", "kind": "农产品"})
    assert (site.root / "content/products/ligao.md").exists()
    token = [("token", "token")]
    assert site.post("undo", token).status == 303
    assert not (site.root / "content/products/ligao.md").exists()
    assert site.post("undo", token).status == 303
    assert site.read(PEAR) == WRITTEN.encode()
    assert site.post("undo", token).status == 404


def test_a_save_that_did_not_happen_is_no_bar_to_those_before(
    site: EditedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.edit(FORM, {"name": "一"})
    page = site.get(FORM)
    with monkeypatch.context() as patched:
        patched.setattr(saves, "_put", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        assert site.post(FORM, page.pairs({"name": "二"})).status == 500
    assert site.post("undo", [("token", "token")]).status == 303
    assert site.read(PEAR) == WRITTEN.encode()


@pytest.mark.parametrize("file", ["site.yaml", "../x", "content/../site.yaml", "content", 5])
def test_a_note_that_anybody_wrote_leads_nowhere_else(site: EditedSite, file: object) -> None:
    folder = site.root / state.FOLDER / saves.FOLDER
    change = {"file": file, "before": "eA==", "after": ""}
    note = {"time": "", "name": "", "changes": [change]}
    state.write_json(folder / "000001.json", note)
    wrong = {**note, "changes": [{**change, "file": PEAR, "before": "?"}]}
    state.write_json(folder / "000002.json", wrong)
    before = site.read("site.yaml")
    assert site.get("").status == 200
    assert site.post("undo", [("token", "token")]).status == 404
    assert site.read("site.yaml") == before and site.read(PEAR) == WRITTEN.encode()


def test_a_folder_that_is_a_link_is_not_written_through(site: EditedSite, tmp_path: Path) -> None:
    page = site.get(FORM)
    (site.root / "content/gi").rename(tmp_path / "elsewhere")
    (site.root / "content/gi").symlink_to(tmp_path / "elsewhere")
    assert site.post(FORM, page.pairs({"summary": "甜。"})).status >= 400
    assert (tmp_path / "elsewhere/qingxi-xueli.md").read_bytes() == WRITTEN.encode()


def test_what_a_form_cannot_show_stays_whatever_is_sent(tmp_path: Path) -> None:
    rows = "".join(f"  - {{title: 第{n}份}}\n" for n in range(301))
    text = f"---\nname: 青溪雪梨\nsources:\n{rows}unknown: 甲\n---\n"
    site = EditedSite(tmp_path, {PEAR: text})
    page = site.get(FORM)
    assert "太长" in page.soup.get_text() and "unknown" in page.told
    assert not [name for name, _ in page.pairs() if name.startswith("sources")]
    sent = {"summary": "甜。", "sources/0/@": "", "sources/0/title": "新的"}
    form = entry_form.as_posted(of_file(site), site_of(site.root), page.pairs(sent))
    assert form.changes == {"summary": "甜。"}


def of_file(site: EditedSite) -> entry_form.EntryForm:
    now = site_of(site.root)
    entry, _ = entry_files.read(site.root, now.options, "gi", "qingxi-xueli")
    assert entry is not None
    return entry_form.of_file(now, entry, "zh")


def test_the_nearest_name_is_told_however_often_somebody_looks(site: EditedSite) -> None:
    judge = site_of(site.root).judge()
    for _ in range(250):
        (told,) = judge.problems("gi", "x", {"name": "甲", "region": "青溪线"}, "")
        assert "qingxi" in told.problem.facts["nearest"]


def test_a_file_that_was_changed_since_is_not_taken_back(site: EditedSite) -> None:
    site.edit(FORM, {"name": "一"})
    (site.root / PEAR).write_bytes(site.read(PEAR) + "再加一句。\n".encode())
    now = site.read(PEAR)
    page = site.post("undo", [("token", "token")])
    assert page.status == 409 and site.read(PEAR) == now


def test_an_entry_in_a_table_is_shown_and_not_saved(tmp_path: Path) -> None:
    table = "content/products/list.csv"
    site = EditedSite(tmp_path, {table: "编号,名称,种类\nguo-gan,果干,农产品\n"})
    before = site.read(table)
    page = site.get("entry/products/guo-gan")
    assert page.status == 200 and "list.csv" in page.told
    assert not page.soup.select("button.main")
    site.post("entry/products/guo-gan", page.pairs({"name": "别的"}))
    assert site.read(table) == before


def test_what_only_a_build_finds_stands_above_the_form(tmp_path: Path) -> None:
    text = "scheme: gi-protection\ndocument: 某公告第9号\nrows:\n  - {row: a, subject: gi:qingxi-xueli}\n"
    site = EditedSite(tmp_path, {"content/recognitions/nine.yaml": text})
    page = site.get("entry/recognitions/nine")
    assert "number_slug" in page.told
    assert "number_slug" not in site.get("entry/recognitions/cnipa-700").told


def test_a_build_that_has_not_seen_the_file_yet_is_not_quoted(tmp_path: Path) -> None:
    text = "scheme: gi-protection\ndocument: 某公告第9号\nrows:\n  - {row: a, subject: gi:qingxi-xueli}\n"
    site = EditedSite(tmp_path, {"content/recognitions/nine.yaml": text})
    before = site_of(site.root)
    site.editor.now = lambda: before
    assert "number_slug" in site.get("entry/recognitions/nine").told
    assert saved_at(site.edit("entry/recognitions/nine", {"number_slug": "nine-2026"}))
    assert "number_slug" not in site.get("entry/recognitions/nine").told
