"""A table that is dropped on the editor: a dry run as a page, its copy with marks, one write, one undo."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sitegen.editing.requests import EditRequest, Upload
from sitegen.loading import tables
from tests.support.editing import EditedSite, Page
from tests.support.government_site import GOV, settings
from tests.support.workbooks import Rows, xlsx

ROWS: Rows = [
    ["编号", "名称", "种类", "地区", "一句话"],
    ["li-gao", "梨膏", "农产品", "青溪县", "润肺的膏"],
    [None, "梨酒", "农产品", "白山县", None],
    [None, "梨糖", "农产", "白山县", None],
]
TOKEN = ("token", "token")


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "site", {})


def dropped(site: EditedSite, data: bytes, name: str = "特色产品.xlsx") -> Page:
    """The page to which a browser comes that sends a file; the answer itself where it leads nowhere."""
    request = EditRequest("POST", "import", {}, [TOKEN], [Upload("file", name, data)])
    return followed(site, Page(site.editor.answer(request)))


def pasted(site: EditedSite, text: str) -> Page:
    return followed(site, site.post("import", [TOKEN, ("pasted", text)]))


def followed(site: EditedSite, page: Page) -> Page:
    place = page.answer.headers.get("Location", "")
    if not place:
        return page
    return site.get(place.partition("/edit/")[2])


def path_of(page: Page) -> str:
    form = page.soup.select_one("form.write")
    assert form is not None
    return str(form["action"]).partition("/edit/")[2]


def asked_at(page: Page) -> str:
    form = page.soup.select_one("form.questions")
    assert form is not None
    return str(form["action"]).partition("/edit/")[2]


def written(site: EditedSite, page: Page) -> Page:
    form = page.soup.select_one("form.write")
    assert form is not None
    pairs = [(str(one["name"]), str(one["value"])) for one in form.select("input")]
    return site.post(path_of(page), pairs)


def words(page: Page) -> str:
    main = page.soup.select_one("main")
    assert main is not None
    return re.sub(r"\s+", " ", main.get_text(" ", strip=True))


def test_a_dry_run_tells_each_row_and_writes_nothing(site: EditedSite) -> None:
    page = dropped(site, xlsx(ROWS))
    text = words(page)
    assert "新增 1，改动 1，不变 0，不收 1" in text and "还什么都没有写" in text
    assert "Sheet1!C4 种类 “农产”不在可选值中，最接近的是“农产品”" in text
    assert "一句话 （空） → 润肺的膏" in text and "写入 2 个条目" in text
    assert not (site.root / "content/products/lijiu.md").exists()


def test_what_is_right_is_written_and_taken_back_at_once(site: EditedSite) -> None:
    before = site.read("content/products/li-gao.md")
    page = written(site, dropped(site, xlsx(ROWS)))
    assert page.answer.headers["Location"].endswith("?told=imported&count=2")
    assert "梨酒" in site.read("content/products/lijiu.md").decode()
    assert "润肺的膏" in site.read("content/products/li-gao.md").decode()
    assert "已写入 2 个条目" in words(site.get("", told="imported", count="2"))
    again = dropped(site, xlsx(ROWS))
    assert "新增 0，改动 0，不变 2，不收 1" in words(again)
    assert again.soup.select_one("form.write") is None
    assert site.post("undo", [TOKEN]).status == 303
    assert site.read("content/products/li-gao.md") == before
    assert not (site.root / "content/products/lijiu.md").exists()


def test_the_copy_with_marks_is_corrected_and_handed_in_again(site: EditedSite) -> None:
    page = dropped(site, xlsx(ROWS))
    link = page.soup.select_one("a.button")
    assert link is not None
    answer = site.get(str(link["href"]).partition("/edit/")[2]).answer
    assert "filename*=UTF-8''%E7%89%B9" in answer.headers["Content-Disposition"]
    book = load_workbook(BytesIO(answer.body))
    cell = next(cell for row in book.active.iter_rows() for cell in row if cell.value == "农产")
    assert cell.comment is not None and "农产品" in cell.comment.text
    cell.value = "农产品"
    corrected = BytesIO()
    book.save(corrected)
    page = dropped(site, corrected.getvalue(), "特色产品-问题.xlsx")
    assert "新增 2，改动 1，不变 0，不收 0" in words(page)
    assert written(site, page).status == 303
    assert (site.root / "content/products/litang.md").exists()


def test_a_column_that_nobody_knows_is_asked_for(site: EditedSite) -> None:
    rows: Rows = [["产品叫法", "种类", "备案人"], ["梨膏糖", "农产品", "张三"]]
    page = dropped(site, xlsx(rows))
    assert "“产品叫法”一列是哪一项" in words(page) and "里面写着：梨膏糖" in words(page)
    assert "--" not in words(page) and page.soup.select_one("form.write") is None
    page = site.get(asked_at(page), **{"column:产品叫法": "名称", "column:备案人": "-"})
    assert "新增 1，改动 0，不变 0，不收 0" in words(page)
    assert written(site, page).status == 303
    assert "名称" not in site.read("content/products/ligaotang.md").decode()


def test_a_list_that_was_pasted_is_looked_at_as_a_table_is(site: EditedSite) -> None:
    page = pasted(site, "名称\t种类\t地区\r\n梨醋\t农产品\t青溪县\r\n")
    assert "表里是哪一类的条目" in words(page) and "--as" not in words(page)
    page = site.get(asked_at(page), **{"as": "products"})
    text = words(page)
    assert "新增 1" in text and "会改到的网页： 青溪县" in text and "第 2 行" in text
    assert written(site, page).status == 303
    assert "地区" not in site.read("content/products/licu.md").decode()


def test_a_list_whose_columns_run_together_stays_in_the_box(site: EditedSite) -> None:
    page = pasted(site, "名称  种类  地区\n梨醋  农产品\n")
    assert page.status == 422 and "有 2 段" in words(page)
    box = page.soup.select_one("textarea")
    assert box is not None and "梨醋" in box.get_text()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("照片.jpg", b"x", "“照片.jpg”不是表格；能导入的是 csv、xlsx、xlsm、ods、xls"),
        ("大.csv", b"x" * (tables.LIMIT + 1), f"超过 {tables.LIMIT >> 20} MB"),
        ("空.xlsx", b"", "要改的地方"),
    ],
)
def test_what_is_no_table_is_told(site: EditedSite, name: str, data: bytes, said: str) -> None:
    assert said in words(dropped(site, data, name))


def test_nothing_at_all_is_told(site: EditedSite) -> None:
    assert "没有选文件" in words(site.post("import", [TOKEN, ("pasted", " ")]))


def test_a_table_that_waits_no_more_is_asked_for_again(site: EditedSite) -> None:
    page = site.get("import/0123456789")
    assert page.status == 404 and "请再拖进来一次" in words(page)


def test_without_the_token_nothing_is_written(site: EditedSite) -> None:
    page = dropped(site, xlsx(ROWS))
    assert site.post(path_of(page), [("token", "another")]).status == 403
    assert not (site.root / "content/products/lijiu.md").exists()


def test_a_file_that_somebody_changed_between_is_compared_anew(site: EditedSite) -> None:
    page = dropped(site, xlsx(ROWS))
    file = site.root / "content/products/li-gao.md"
    changed = file.read_bytes() + "又加一句。\n".encode()
    file.write_bytes(changed)
    assert written(site, page).status == 303
    assert file.read_text("utf-8").endswith("又加一句。\n") and "润肺" in file.read_text("utf-8")


def test_it_speaks_english(tmp_path: Path) -> None:
    site = EditedSite(tmp_path / "site", {}, "en")
    text = words(dropped(site, xlsx(ROWS)))
    assert "1 new, 1 changed, 0 unchanged, 1 refused" in text
    assert "Download the table with marks" in text and "。" not in text


def test_new_entries_may_wait_as_drafts(site: EditedSite) -> None:
    page = dropped(site, xlsx(ROWS))
    assert "新条目写入后就公开" in words(page)
    page = site.get(path_of(page), drafts="1")
    assert "新条目都先存成草稿" in words(page)
    assert written(site, page).status == 303
    assert "draft: 是" in site.read("content/products/lijiu.md").decode()
    assert "draft" not in site.read("content/products/li-gao.md").decode()


def test_where_approval_is_wanted_new_entries_come_as_drafts(tmp_path: Path) -> None:
    wanted = settings({**GOV, "approval": "是"})
    site = EditedSite(tmp_path / "site", {"site.yaml": wanted})
    page = dropped(site, xlsx(ROWS[:1] + ROWS[2:3]))
    assert "还没有审定，不能公开" in words(page) and not page.soup.select("form.write")
    form = page.soup.select_one("form.other")
    assert form is not None and "先存成草稿" in form.get_text()
    page = site.get(str(form["action"]).partition("/edit/")[2], drafts="1")
    assert written(site, page).status == 303


def test_what_no_column_has_is_said_once_for_all(site: EditedSite) -> None:
    page = pasted(site, "产品名称\t县市区\n梨醋\t青溪县\n梨干\t白山县\n")
    page = site.get(asked_at(page), **{"as": "products"})
    assert "表里没有“种类”：每个新条目都写" in words(page) and "--" not in words(page)
    page = site.get(asked_at(page), **{"as": "products", "value:种类": "农产品"})
    assert "新增 2，改动 0，不变 0，不收 0" in words(page)
    assert written(site, page).status == 303
    assert "kind: farm" in site.read("content/products/ligan.md").decode()


def test_an_announcement_that_was_pasted_is_one_file(tmp_path: Path) -> None:
    tea = {"content/gi/bai.md": "---\nname: 白山茶\nregion: baishan\n---\n"}
    site = EditedSite(tmp_path / "site", tea)
    rows = "".join(
        f"{name}\t{county}\t地理标志产品保护\t国家知识产权局公告第702号\t2025-12-01\n"
        for name, county in (("青溪雪梨", "青溪县"), ("白山茶", "白山县"))
    )
    page = pasted(site, f"产品名称\t县市区\t认定体系\t文号\t公告日期\n{rows}")
    page = site.get(asked_at(page), **{"as": "gi"})
    text = words(page)
    assert "国家知识产权局公告第702号 认定记录" in text and "不收 0" in text
    assert "会改到的网页：" in text and "地理标志产品保护" in text
    assert written(site, page).status == 303
    made = site.read("content/recognitions/cnipa-702.yaml").decode()
    assert made.count("subject:") == 2 and "gi:bai" in made


def test_a_column_that_was_explained_is_not_asked_for_again(site: EditedSite) -> None:
    rows: Rows = [["产品叫法", "种类"], ["梨膏糖", "农产"]]
    page = dropped(site, xlsx(rows))
    page = site.get(asked_at(page), **{"column:产品叫法": "名称"})
    assert "新增 0，改动 0，不变 0，不收 1" in words(page)
    page = dropped(site, xlsx([*rows[:1], ["梨膏糖", "农产品"]]))
    assert "新增 1" in words(page) and written(site, page).status == 303
