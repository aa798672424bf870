"""`sitegen table import`: a dry run says what would come, and only `--write` writes, whole files or none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sitegen.commands.table_import import import_table
from sitegen.problems import Report
from tests.support.basic_site import basic, tree, write
from tests.support.command_line import run
from tests.support.imported import handed_in
from tests.support.kills import killed, needs_fork
from tests.support.workbooks import Rows, xlsx

ROWS: Rows = [
    ["编号", "名称", "种类", "地区", "一句话"],
    ["li-gao", "梨膏", "农产品", "青溪县", "润肺的膏"],
    [None, "梨酒", "农产品", "白山县", None],
    [None, "梨糖", "农产", "白山县", None],
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = basic(tmp_path / "site")
    (tmp_path / "名单.xlsx").write_bytes(xlsx(ROWS))
    return root


def imported(site: Path, *options: str) -> tuple[int, list[str], str]:
    arguments = ("table", "import", "名单.xlsx", "--as", "特色产品", "--site", str(site))
    result = run(*arguments, *options, cwd=site.parent)
    return result.returncode, result.stdout.splitlines(), result.stderr


def test_a_dry_run_says_what_would_come_and_writes_nothing(site: Path) -> None:
    before = tree(site)
    code, lines, problems = imported(site)
    assert code == 1
    assert lines == [
        "名单.xlsx：新增 1，改动 1，不变 0，不收 1",
        "新增",
        "  Sheet1!A3  梨酒（products:lijiu）",
        "改动",
        "  Sheet1!A2  梨膏（products:li-gao）",
        "    一句话：（空） → 润肺的膏",
        "1 处标在 名单-问题.xlsx 里（有颜色，批注里有改法）：改好后再导入这一份",
        "这是试算，什么都没有写。要写入，加上 --write（不收的 1 行不写；加 --all 则有一行不收就都不写）",
    ]
    assert "名单.xlsx [Sheet1!C4 种类]: 错误: “农产”不在可选值中，最接近的是“农产品”" in problems
    assert tree(site) == before


def test_it_speaks_english(site: Path) -> None:
    _, lines, _ = imported(site, "--lang", "en")
    assert lines[0] == "名单.xlsx: 1 new, 1 changed, 0 unchanged, 1 refused"
    assert lines[-1].startswith(
        "This was a dry run, nothing is written. --write writes it (but for"
    )


def test_the_same_workbook_comes_back_with_the_wrong_cell_marked(site: Path) -> None:
    imported(site, "--write")
    copy = site.parent / "名单-问题.xlsx"
    book = load_workbook(copy)
    sheet = book.worksheets[0]
    marked = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment]
    assert marked == ["C4"]
    assert "农产品" in str(sheet["F4"].value) and sheet["F3"].value is None
    sheet["C4"].value = "农产品"
    book.save(copy)
    result = run(
        *("table", "import", copy.name, "--as", "products", "--site", str(site), "--write"),
        cwd=site.parent,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == "名单-问题.xlsx：新增 1，改动 0，不变 2，不收 0"
    assert (site / "content/products/litang.md").exists()


def test_a_copy_never_takes_the_place_of_another_file(site: Path) -> None:
    imported(site)
    imported(site)
    assert [path.name for path in site.parent.glob("*-问题*")] == ["名单-问题.xlsx"]
    (site.parent / "名单-问题.xlsx").write_bytes(b"corrected by somebody")
    _, lines, _ = imported(site)
    assert any("标在 名单-问题-2.xlsx 里" in line for line in lines)
    assert (site.parent / "名单-问题.xlsx").read_bytes() == b"corrected by somebody"


def test_it_writes_complete_rows(site: Path) -> None:
    before = tree(site / "content")
    code, lines, _ = imported(site, "--write")
    assert code == 1 and lines[-1] == "写好了 2 个文件；接着运行 sitegen check"
    after = tree(site / "content")
    assert after["products/lijiu.md"].decode() == (
        "---\nname: 梨酒\nregion: baishan\nkind: farm\n---\n\n"
    )
    old = before.pop("products/li-gao.md").decode()
    assert after.pop("products/li-gao.md").decode() == old.replace(
        "pinyin: lí gāo\n", "pinyin: lí gāo\nsummary: 润肺的膏\n"
    )
    after.pop("products/lijiu.md")
    assert after == before


def test_all_or_nothing(site: Path) -> None:
    before = tree(site / "content")
    code, lines, _ = imported(site, "--write", "--all")
    assert code == 1 and lines[-1] == "什么都没有写"
    assert tree(site / "content") == before
    (site.parent / "名单.xlsx").write_bytes(xlsx(ROWS[:3]))
    code, lines, problems = imported(site, "--write", "--all")
    assert (code, problems) == (0, "") and lines[-1].startswith("写好了 2 个文件")


def test_the_same_table_again_changes_nothing(site: Path) -> None:
    imported(site, "--write")
    _, lines, _ = imported(site, "--write")
    assert lines[0] == "名单.xlsx：新增 0，改动 0，不变 2，不收 1"


def test_blank_cells_leave_fields_alone_unless_they_are_to_be_emptied(site: Path) -> None:
    (site.parent / "名单.xlsx").write_bytes(xlsx([["编号", "地区"], ["li-gao", None]]))
    _, lines, _ = imported(site, "--write")
    assert lines == [
        "名单.xlsx：新增 0，改动 0，不变 1，不收 0",
        "空着的有 1 处在条目里有值，保持不变；要清空，加上 --clear",
        "什么都没有写",
    ]
    _, lines, _ = imported(site, "--write", "--clear")
    assert "    地区：青溪县 → （空）" in lines
    assert "qingxi\n" not in (site / "content/products/li-gao.md").read_text().partition("maker")[0]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("没有.xlsx", "没有找到这个文件"),
        ("名单.pdf", "文件名要以"),
        ("坏.xlsx", "损坏"),
        ("网页.xls", "其实是网页"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(site: Path, file: str, said: str) -> None:
    (site.parent / "坏.xlsx").write_bytes(xlsx(ROWS)[:500])
    (site.parent / "网页.xls").write_text("<html><table><tr><td>名称</td></tr></table></html>")
    result = run("table", "import", file, "--site", str(site), cwd=site.parent)
    assert result.returncode in (1, 2) and said in result.stderr
    assert "Traceback" not in result.stderr


def test_what_is_wrong_in_many_cells_is_told_once(site: Path) -> None:
    rows = [[None, f"梨{n}号酒", "农产", "青溪县"] for n in range(30)]
    rows[20][2] = "农产品"
    rows[20][3] = "黑山县"
    (site.parent / "名单.xlsx").write_bytes(xlsx([ROWS[0][:4], *rows]))
    _, _, said = imported(site)
    first, second = said.splitlines()
    assert first.startswith("名单.xlsx [Sheet1!C2 种类]: 错误: “农产”不在可选值中")
    assert first.endswith("（29 处：C2、C3、C4、C5、C6、C7、C8、C9、C10、C11、C12、C13…）")
    assert second.startswith("名单.xlsx [Sheet1!D22 地区]") and "处：" not in second
    assert len(imported(site, "--details")[2].splitlines()) == 30


def test_a_table_without_rows_says_so(site: Path) -> None:
    (site.parent / "名单.xlsx").write_bytes(xlsx(ROWS[:1]))
    assert imported(site)[1][-1] == "表头下面没有一行填了东西"


def test_a_folder_is_no_table(site: Path) -> None:
    (site.parent / "名单.xlsx").unlink()
    (site.parent / "名单.xlsx").mkdir()
    code, _, said = imported(site)
    assert code == 2 and "“名单.xlsx”是文件夹，不是文件" in said


def test_a_file_that_somebody_has_just_changed_is_left_alone(site: Path) -> None:
    # The entry is read before the file is written; what is there then is compared again.
    report = Report()
    (site / "content/products/li-gao.md").write_text("---\nname: 梨膏\nkind: [农产品\n---\n")
    done = import_table(
        site, handed_in(site.parent / "名单.xlsx"), report, name="products", write=True
    )
    assert done is not None and done.written == ("content/products/lijiu.md",)
    assert "读不出来" in report.text("zh")


@needs_fork
def test_a_kill_at_any_instant_leaves_whole_files_and_the_next_import_goes_on(
    tmp_path: Path,
) -> None:
    rows = [[f"p{n}", f"梨{n}号", "农产品", "青溪县", "甲"] for n in range(6)]
    before = {
        f"content/products/p{n}.md": f"---\nname: 梨{n}号\nkind: 农产品\n---\n\n正文{n}\n"
        for n in range(3)
    }
    table = tmp_path / "特色产品.xlsx"
    table.write_bytes(xlsx([ROWS[0], *rows]))

    def work(root: Path) -> None:
        import_table(root, handed_in(table), Report(), write=True)

    whole = write(basic(tmp_path / "whole"), before)
    old = tree(whole / "content")
    work(whole)
    new = tree(whole / "content")
    count = 0
    while True:
        root = write(basic(tmp_path / f"site{count}"), before)
        was_killed = killed(partial(work, root), count)
        for name, data in tree(root / "content").items():
            assert data in (old.get(name), new.get(name)), (count, name)
        assert old.keys() <= tree(root / "content").keys()
        work(root)
        assert tree(root / "content") == new, count
        if not was_killed:
            break
        count += 1
    assert count > 20
