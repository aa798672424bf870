"""To which entry a row belongs, and when that is asked instead of guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import basic, write
from tests.support.imported import taken
from tests.support.workbooks import Rows

FIRM = """\
name: 青溪县白石食品有限公司
short_name: 白石食品
aka: [白石厂]
kind: 企业
region: qingxi
credit_code: 91370700MA3C000X0T
"""
ORGANIZATIONS = "企业与机构.xlsx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(basic(tmp_path / "site"), {"content/organizations/baishi.yaml": FIRM})


def outcome(root: Path, header: list[str], *row: str) -> tuple[str, str]:
    (found,) = taken(root, [header, list(row)], ORGANIZATIONS).outcomes
    return found


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["编号", "名称"], ["baishi", "青溪县白石食品有限公司"]),
        (["名称", "信用代码"], ["青溪县白石食品有限公司", ""]),
        (["名称"], ["白石食品"]),
        (["名称"], ["白石厂"]),
        (["名称"], ["青溪县白石食品 有限公司"]),
    ],
)
def test_a_row_is_matched_by_its_id_or_by_any_name(
    root: Path, header: list[str], row: list[str]
) -> None:
    header = [title.replace("信用代码", "统一社会信用代码") for title in header]
    assert outcome(root, header, *row)[1] == "baishi"


def test_a_number_matches_whatever_the_name_says(root: Path) -> None:
    rows: Rows = [
        ["名称", "统一社会信用代码", "地区"],
        ["白石酱园", "91370700ma3c000x0t", "青溪县"],
    ]
    found = taken(root, rows, ORGANIZATIONS)
    assert found.outcomes == [("changed", "baishi")]
    assert found.changes == {"baishi": {"名称": ("青溪县白石食品有限公司", "白石酱园")}}


def test_a_number_of_one_entry_beside_the_name_of_another_is_asked_about(root: Path) -> None:
    rows: Rows = [
        ["名称", "统一社会信用代码"],
        ["青溪县雪梨协会", "91370700MA3C000X0T"],
    ]
    found = taken(root, rows, ORGANIZATIONS)
    assert found.outcomes == [("refused", "")]
    assert "qingxi-li-xiehui" in found.said and "（baishi）" in found.said


def test_an_id_that_contradicts_the_number_is_asked_about(root: Path) -> None:
    rows: Rows = [
        ["编号", "名称", "统一社会信用代码"],
        ["qingxi-li-xiehui", "青溪县雪梨协会", "91370700MA3C000X0T"],
    ]
    found = taken(root, rows, ORGANIZATIONS)
    assert found.outcomes == [("refused", "")]
    assert "青溪县白石食品有限公司" in found.said and "编号改成 baishi" in found.said


@pytest.mark.parametrize(
    "name", ["青溪县白石食品公司", "白石食品有限公司", "青溪县白右食品有限公司"]
)
def test_a_name_that_is_only_near_is_asked_about_with_both_answers(root: Path, name: str) -> None:
    found = taken(root, [["名称", "性质", "地区"], [name, "企业", "青溪县"]], ORGANIZATIONS)
    if name == "青溪县白石食品公司":
        assert found.outcomes[0][0] == "new"
        return
    assert found.outcomes == [("refused", "")]
    assert "import.near-name" in found.said and "写 baishi；是另一个，写" in found.said


@pytest.mark.parametrize(
    ("name", "outcome"), [("清溪梨酒", "refused"), ("青溪梨露", "new"), ("青溪梨酒糟", "new")]
)
def test_a_short_name_is_near_where_it_sounds_the_same(root: Path, name: str, outcome: str) -> None:
    write(root, {"content/products/jiu.md": "---\nname: 青溪梨酒\nkind: 农产品\n---\n"})
    assert taken(root, [["名称", "种类"], [name, "农产品"]]).outcomes[0][0] == outcome


def test_names_that_differ_in_a_figure_are_two_things(root: Path) -> None:
    write(root, {"content/products/yihao.md": "---\nname: 梨酒一号\nkind: 农产品\n---\n"})
    found = taken(root, [["名称", "种类"], ["梨酒二号", "农产品"]])
    assert found.outcomes == [("new", "lijiu-erhao")]


def test_a_name_that_two_entries_have_is_asked_about(root: Path) -> None:
    for name in ("one", "two"):
        write(root, {f"content/products/{name}.md": "---\nname: 枣糕\nkind: 农产品\n---\n"})
    found = taken(root, [["名称", "种类"], ["枣糕", "农产品"]])
    assert found.outcomes == [("refused", "")]
    assert "one、two" in found.said


def test_two_rows_of_one_entry_are_asked_about(root: Path) -> None:
    rows: Rows = [["编号", "名称", "种类"], ["li-gao", "梨膏", "农产品"], ["", "梨膏", "手造"]]
    found = taken(root, rows)
    assert found.outcomes == [("refused", "li-gao"), ("refused", "li-gao")]
    assert found.problems == [
        "特色产品.xlsx [Sheet1!A2] import.same-entry",
        "特色产品.xlsx [Sheet1!A3] import.same-entry",
    ]


def test_new_entries_get_ids_by_their_names_each_its_own(root: Path) -> None:
    rows: Rows = [
        ["名称", "种类", "地区"],
        ["青溪梨酒", "农产品", "青溪县"],
        ["青溪栗酒", "农产品", "白山县"],
        ["清溪梨酒", "农产品", "青溪县"],
    ]
    assert taken(root, rows).outcomes == [
        ("new", "qingxi-lijiu"),
        ("new", "qingxi-lijiu-baishan"),
        ("new", "qingxi-lijiu-qingxi"),
    ]


def test_an_id_of_a_row_is_never_proposed_for_another(root: Path) -> None:
    rows: Rows = [["编号", "名称", "种类"], ["", "梨酒", "农产品"], ["lijiu", "梨子露", "农产品"]]
    assert taken(root, rows).outcomes == [("new", "lijiu-2"), ("new", "lijiu")]


def test_an_entry_whose_file_cannot_be_read_is_not_written_anew(root: Path) -> None:
    write(root, {"content/products/zao.md": "---\nname: [枣\n---\n"})
    found = taken(root, [["编号", "名称", "种类"], ["zao", "枣", "农产品"]])
    assert found.outcomes == [("refused", "zao")]
    assert "import.unreadable-entry" in found.said
