"""Line breaks and full width in cells are the look of a sheet; several names in one cell are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import basic
from tests.support.imported import taken


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return basic(tmp_path / "site")


def test_a_name_over_two_lines_is_one_name(root: Path) -> None:
    found = taken(root, [["名称", "种类", "一句话"], ["青溪\n梨酒", "农产品", "a\nb c"]])
    assert found.problems == []
    assert found.changes["qingxi-lijiu"]["名称"] == ("", "青溪梨酒")
    assert found.changes["qingxi-lijiu"]["一句话"] == ("", "a b c")


def test_lines_of_a_list_are_its_members(root: Path) -> None:
    rows = [
        ["名称", "种类", "地区", "别名"],
        ["梨酒", "农产品", "青溪县\n白山县", "梨子酒\n、雪梨酒\n"],
    ]
    changes = taken(root, rows).changes["lijiu"]
    assert (changes["地区"][1], changes["别名"][1]) == ("青溪县、白山县", "梨子酒、雪梨酒")


def test_several_lines_stay_where_the_field_takes_them(root: Path) -> None:
    note = "第一行\n第二行"
    found = taken(root, [["名称", "种类", "内部备注"], ["梨酒", "农产品", note]])
    assert found.changes["lijiu"]["内部备注"] == ("", note)


def test_full_width_is_read_where_the_field_takes_no_other(root: Path) -> None:
    rows = [
        ["名称", "性质", "统一社会信用代码"],
        ["Ａ厂", "企业", "９１３７０７００ＭＡ３Ｃ０００Ｘ０Ｔ"],
    ]
    found = taken(root, rows, "企业.xlsx")
    (changes,) = found.changes.values()
    assert changes["统一社会信用代码"] == ("", "91370700MA3C000X0T")
    assert changes["名称"] == ("", "Ａ厂")


@pytest.mark.parametrize("written", ["青溪县/白山县", "青溪县 白山县", "青溪｜白山县"])
def test_known_names_with_another_sign_between_them_come_with_the_answer(
    root: Path, written: str
) -> None:
    found = taken(root, [["名称", "种类", "地区"], ["梨酒", "农产品", written]])
    assert found.problems == ["特色产品.xlsx [Sheet1!C2 地区] import.several-names"]
    assert "、白山县”" in found.said


def test_of_a_field_with_one_value_that_is_not_said(root: Path) -> None:
    rows = [["名称", "种类", "地理标志"], ["梨酒", "农产品", "青溪雪梨/青溪雪梨"]]
    assert taken(root, rows).problems == ["特色产品.xlsx [Sheet1!C2 地理标志] reference.missing"]
