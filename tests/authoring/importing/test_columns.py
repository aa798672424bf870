"""What the columns of a table mean: known by their headers, else asked about, never dropped unasked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.authoring.importing.received import ColumnAnswers
from sitegen.problems import Problem
from tests.support.basic_site import basic
from tests.support.imported import taken
from tests.support.workbooks import Rows, xlsx


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return basic(tmp_path / "site")


ROWS: Rows = [["编号", "货名", "种类", "产地简介"], ["li-jiu", "梨酒", "农产品", "好喝"]]


def test_a_column_that_no_field_is_called_by_hinders_writing(root: Path) -> None:
    found = taken(root, ROWS, write=True)
    assert found.problems == [
        "特色产品.xlsx [Sheet1!B1 货名] import.unknown-column",
        "特色产品.xlsx [Sheet1!D1 产地简介] import.unknown-column",
        "特色产品.xlsx [Sheet1!A1] import.missing-column",
    ]
    assert found.done is not None and found.done.written == ()
    assert not (root / "content/products/li-jiu.md").exists()


def test_stars_and_advice_in_a_header_do_not_count(root: Path) -> None:
    header = ["*名 称（必填）", "种类*", "【必填】地区", "一句话（20字以内）"]
    found = taken(root, [header, ["梨酒", "农产品", "青溪县", "微甜"]])
    assert found.problems == [] and found.outcomes == [("new", "lijiu")]
    assert set(found.changes["lijiu"]) == {"名称", "种类", "地区", "一句话"}


def test_a_header_that_bureaus_use_means_its_field(root: Path) -> None:
    rows: Rows = [
        ["企业名称", "所在县区", "联系电话", "性质"],
        ["白石厂", "青溪县", "0536-1", "企业"],
    ]
    found = taken(root, rows, "企业.xlsx")
    assert found.problems == ["企业.xlsx [Sheet1!C1 联系电话] ledger.private-phone"]
    assert found.changes["baishichang"]["内部联系方式.电话"] == ("", "0536-1")


def test_a_table_without_names_is_told_once_and_not_row_by_row(root: Path) -> None:
    found = taken(root, [["货名", "种类"], ["梨酒", "农产品"], ["梨糖", "农产品"]])
    assert [problem.rpartition(" ")[2] for problem in found.problems] == [
        "import.no-name-column",
        "import.unknown-column",
    ]
    assert [outcome for outcome, _ in found.outcomes] == ["refused", "refused"]


def test_the_problem_has_the_answers_to_type(root: Path) -> None:
    said = taken(root, [["编号", "名称", "种类", "一句"], ["li-jiu", "梨酒", "农产品", "好"]]).said
    assert "加上 --column 一句=一句话；不要这一列，加上 --ignore 一句" in said


def test_a_column_means_what_is_said_of_it(root: Path) -> None:
    found = taken(root, ROWS, meant={"货名": "名称", "产地简介": "summary"})
    assert found.outcomes == [("new", "li-jiu")]
    assert found.changes["li-jiu"]["名称"] == ("", "梨酒")
    assert found.changes["li-jiu"]["一句话"] == ("", "好喝")


def test_a_column_is_left_out_when_that_is_said_and_then_told(root: Path) -> None:
    found = taken(root, ROWS, meant={"货名": "名称"}, ignored=["产地简介"])
    assert found.outcomes == [("new", "li-jiu")] and not found.report.has_errors
    assert found.problems == ["特色产品.xlsx [Sheet1!D1 产地简介] import.ignored-column"]


@pytest.mark.parametrize(
    "options",
    [
        {"meant": {"货名": "名字吗"}},
        {"meant": {"货号": "名称"}},
        {"ignored": ["货号"]},
    ],
)
def test_an_answer_that_fits_nothing_is_told(root: Path, options: dict[str, object]) -> None:
    found = taken(root, ROWS, **options)
    assert any(
        code in problem
        for problem in found.problems
        for code in ("import.no-such-field", "import.no-such-column")
    )


def test_a_column_of_serial_numbers_is_told_and_left_out(root: Path) -> None:
    rows: Rows = [["序号", "名称", "种类"], [1, "梨酒", "农产品"], [2, "梨糖", "农产品"]]
    found = taken(root, rows)
    assert found.outcomes == [("new", "lijiu"), ("new", "litang")]
    assert found.problems == ["特色产品.xlsx [Sheet1!A1 序号] import.serial-numbers"]


def test_ids_that_only_count_are_serial_numbers(root: Path) -> None:
    rows: Rows = [["编号", "名称", "种类"], [1, "梨酒", "农产品"], [2, "梨糖", "农产品"]]
    assert taken(root, rows).outcomes == [("new", "lijiu"), ("new", "litang")]


def test_a_required_column_that_is_not_there_is_one_problem_for_new_entries(root: Path) -> None:
    found = taken(root, [["名称"], ["梨酒"], ["梨糖"], ["梨膏"]])
    assert found.outcomes == [("refused", "lijiu"), ("refused", "litang"), ("unchanged", "li-gao")]
    assert found.problems == ["特色产品.xlsx [Sheet1!A1] import.missing-column"]


def test_a_table_that_changes_entries_needs_no_other_columns(root: Path) -> None:
    found = taken(root, [["编号", "一句话"], ["li-gao", "润肺的膏"]])
    assert found.changes == {"li-gao": {"一句话": ("", "润肺的膏")}} and not found.report.problems


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("企业.xlsx", ["名称", "性质"]),
        ("收到的表.xlsx", ["名称", "统一社会信用代码", "性质"]),
    ],
)
def test_the_collection_is_known_by_the_file_or_by_the_columns(
    root: Path, name: str, header: list[str]
) -> None:
    row = ["白石厂", *([""] if len(header) == 3 else []), "企业"]
    found = taken(root, [header, row], name)
    assert found.done is not None
    (proposal,) = found.done.proposals.rows
    assert (proposal.collection, proposal.outcome, proposal.id) == (
        "organizations",
        "new",
        "baishichang",
    )


def test_a_table_that_fits_several_collections_is_asked_about(root: Path) -> None:
    rows: Rows = [["名称", "一句话"], ["梨", "好吃"]]
    found = taken(root, rows, "收到的表.xlsx")
    assert found.done is None and "import.which-collection" in found.said
    assert taken(root, rows, "收到的表.xlsx", name="地理标志").outcomes == [("new", "li")]


def test_sheets_of_several_collections_are_read_at_once_and_refer_to_each_other(root: Path) -> None:
    import io

    from openpyxl import load_workbook

    from tests.support.workbooks import saved

    book = load_workbook(
        io.BytesIO(xlsx([["名称", "种类", "制作者"], ["梨酒", "农产品", "baishichang"]]))
    )
    book.worksheets[0].title = "特色产品"
    sheet = book.create_sheet("企业")
    for row in (["名称", "性质", "地区"], ["白石厂", "企业", "青溪县"]):
        sheet.append(row)
    found = taken(root, saved(book), "收到的表.xlsx")
    assert found.outcomes == [("new", "lijiu"), ("new", "baishichang")]
    assert not found.report.problems


def test_at_a_terminal_the_columns_are_asked_about_once(root: Path) -> None:
    asked: list[str] = []

    def ask(questions: Sequence[Problem]) -> ColumnAnswers:
        asked.extend(problem.facts["header"] for problem in questions)
        return ColumnAnswers({"货名": "名称"}, frozenset(["产地简介"]))

    found = taken(root, ROWS, ask=ask, write=True)
    assert asked == ["货名", "产地简介"]
    assert found.done is not None and found.done.written == ("content/products/li-jiu.md",)
    assert not list(root.parent.glob("*-问题*"))


def test_an_entry_that_somebody_saves_meanwhile_is_left_alone(root: Path) -> None:
    entry = root / "content/products/li-gao.md"

    def ask(questions: Sequence[Problem]) -> ColumnAnswers:
        entry.write_text(entry.read_text().replace("梨膏", "老梨膏"))
        return ColumnAnswers({"介绍吧": "一句话"})

    rows: Rows = [["编号", "介绍吧"], ["li-gao", "润肺"]]
    found = taken(root, rows, ask=ask, write=True)
    assert found.done is not None and found.done.written == ()
    assert "刚刚有人改过" in found.said and "老梨膏" in entry.read_text()


@pytest.mark.parametrize(
    ("header", "title"),
    [("产品简介", "一句话"), ("备注", "内部备注")],
)
def test_what_offices_call_a_column_is_proposed_as_its_field(
    root: Path, header: str, title: str
) -> None:
    rows: Rows = [["编号", header], ["li-gao", "甲"]]
    assert f"加上 --column {header}={title}；" in taken(root, rows).said


@pytest.mark.parametrize(("header", "title"), [("品名", "名称"), ("所在地", "地区")])
def test_what_a_ledger_calls_a_column_is_taken_as_its_field(
    root: Path, header: str, title: str
) -> None:
    found = taken(root, [["编号", header], ["li-gao", "白山县"]])
    assert found.problems == [] and list(found.changes["li-gao"]) == [title]
