"""An entry with another id: what refers to it follows, its old address leads to the new one, one undo takes it back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.basic_site import tree
from tests.support.editing import EditedSite, Page, saved_at
from tests.support.site_test import SiteTest

PEAR = "content/gi/qingxi-xueli.md"
PATH = "rename/gi/qingxi-xueli"
RECOGNITION = "content/recognitions/cnipa-700.yaml"
TOKEN = ("token", "token")
FILES = {
    PEAR: "---\nname: 青溪雪梨 # 勿改\nformer_urls: /old/\n---\n\n见[自己](gi:qingxi-xueli)。\n",
    "content/products/one.md": (
        "---\nname: 梨膏\nkind: 农产品\ngi: qingxi-xueli # 原料\n---\n\n"
        "[梨](gi:qingxi-xueli)、[别的](gi:qingxi-xueli-2)，qingxi-xueli 这个词不动。\n"
    ),
    "content/products/two.md": "---\nname: 梨酒\nkind: 农产品\ngi: 青溪雪梨\n---\n",
    "content/gi/qingxi-xueli-2.md": "---\nname: 另一种\n---\n",
    "content/articles/three.md": (
        "---\nname: 梨的事\nkind: 动态\npublished: 2025-01-01 08:00\n---\n\n"
        '见[这](gi:qingxi-xueli "题")，码是`gi:qingxi-xueli`。\n'
    ),
}


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "site", FILES)


def rename(site: EditedSite, new_id: str, path: str = PATH) -> Page:
    return site.post(path, [TOKEN, ("id", new_id)], "rename")


def words(page: Page) -> str:
    main = page.soup.select_one("main")
    assert main is not None
    return re.sub(r"\s+", " ", main.get_text(" ", strip=True))


def test_what_refers_to_it_follows_and_names_stay(site: EditedSite) -> None:
    others = {name: site.read(name) for name in FILES}
    assert saved_at(rename(site, "xueli")) == "entry/gi/xueli"
    assert not (site.root / PEAR).exists()
    own = site.read("content/gi/xueli.md").decode()
    assert own == (
        '---\nname: 青溪雪梨 # 勿改\nformer_urls: ["/old/", "/gi/qingxi-xueli/"]\n---\n\n见[自己](gi:xueli)。\n'
    )
    one = site.read("content/products/one.md").decode()
    assert "gi: xueli # 原料" in one and "[梨](gi:xueli)、[别的](gi:qingxi-xueli-2)" in one
    assert "qingxi-xueli 这个词不动" in one
    assert site.read("content/products/two.md") == others["content/products/two.md"]
    three = site.read("content/articles/three.md").decode()
    assert '[这](gi:xueli "题")' in three and "`gi:qingxi-xueli`" in three
    assert "{row: a, subject: gi:xueli}" in site.read(RECOGNITION).decode()


def test_a_list_that_is_one_text_keeps_its_other_members(tmp_path: Path) -> None:
    cluster = "content/clusters/li.yaml"
    text = "name: 梨产业集群\nkind: 专利池\nmembers: qingxi-li-xiehui、另一家协会 # 两家\n"
    site = EditedSite(tmp_path / "site", {cluster: text})
    path = "rename/organizations/qingxi-li-xiehui"
    assert saved_at(rename(site, "xiehui", path)) == "entry/organizations/xiehui"
    assert "members: xiehui、另一家协会 # 两家" in site.read(cluster).decode()
    assert "applicant: xiehui" in site.read(PEAR).decode()
    assert "maker: xiehui" in site.read("content/products/li-gao.md").decode()


def test_the_next_build_has_no_error_and_leads_on_from_the_old_address(site: EditedSite) -> None:
    before = SiteTest.at(site.root).build()
    assert before.built is not None, before.report.text()
    rename(site, "xueli")
    after = SiteTest.at(site.root).build()
    assert after.built is not None, after.report.text()
    assert "/gi/xueli/" in (site.root / "output/gi/qingxi-xueli/index.html").read_text("utf-8")


def test_one_undo_takes_all_of_it_back(site: EditedSite) -> None:
    before = tree(site.root / "content")
    rename(site, "xueli")
    assert tree(site.root / "content") != before
    assert site.post("undo", [TOKEN]).status == 303
    assert tree(site.root / "content") == before


@pytest.mark.parametrize(
    ("new_id", "said"),
    [
        ("雪梨", "“雪梨”不能用"),
        ("", "不能用"),
        ("../x", "不能用"),
        ("qingxi-xueli", "这就是现在的编号"),
        ("qingxi-xueli-2", "已经有人用了"),
    ],
)
def test_an_id_that_will_not_do_is_told(site: EditedSite, new_id: str, said: str) -> None:
    before = tree(site.root / "content")
    page = rename(site, new_id)
    assert page.status == 422 and said in words(page)
    assert tree(site.root / "content") == before


def test_a_reference_in_a_table_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    table = "编号,名称,种类,地理标志\nbiao,表里的梨膏,农产品,qingxi-xueli\n"
    site = EditedSite(tmp_path / "site", {**FILES, "content/products/biao.csv": table})
    before = tree(site.root / "content")
    page = rename(site, "xueli")
    assert page.status == 409 and "biao.csv" in words(page)
    assert tree(site.root / "content") == before


def test_a_reference_in_a_faulty_entry_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    faulty = "---\nname: 梨糖\nkind: 没有的\ngi: qingxi-xueli\n---\n"
    site = EditedSite(tmp_path / "site", {**FILES, "content/products/faulty.md": faulty})
    before = tree(site.root / "content")
    page = rename(site, "xueli")
    assert page.status == 409 and "faulty.md" in words(page)
    assert tree(site.root / "content") == before


def test_what_site_yaml_says_is_told(tmp_path: Path) -> None:
    site = EditedSite(tmp_path / "site", FILES)
    text = site.read("site.yaml").decode()
    (site.root / "site.yaml").write_text(f"{text}featured: [gi:qingxi-xueli]\n", "utf-8")
    page = rename(site, "xueli")
    assert page.answer.headers["Location"].endswith("entry/gi/xueli?told=settings")
    assert "gi:xueli" in words(site.get("entry/gi/xueli", told="settings"))


@pytest.mark.parametrize("path", ["rename/regions/qingxi", "rename/gi/no"])
def test_there_is_no_page_for_what_has_no_file_of_its_own(site: EditedSite, path: str) -> None:
    assert site.get(path).status == 404


def test_an_entry_with_a_list_in_a_table_of_its_name_is_told(tmp_path: Path) -> None:
    files = {
        "content/recognitions/cnipa-701.yaml": "scheme: gi-protection\ndocument: 国家知识产权局公告第701号\n",
        "content/recognitions/cnipa-701.csv": "row,subject\na,gi:qingxi-xueli\n",
    }
    site = EditedSite(tmp_path / "site", files)
    before = tree(site.root / "content")
    page = rename(site, "new", "rename/recognitions/cnipa-701")
    assert page.status == 409 and "cnipa-701.csv" in words(page)
    assert tree(site.root / "content") == before
