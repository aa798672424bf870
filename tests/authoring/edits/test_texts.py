"""A field gets another text: its own line changes, in the style that it has."""

from __future__ import annotations

import pytest

from sitegen.authoring.edits.scalars import scalar
from tests.support.edited_text import after

ENTRY = """---
# 本条目由县农业农村局提供
name: 潍县萝卜      # 登记名称
name_en: 'Weixian Radish'

# 一句话写清特色；不要写“summary: 最好吃”
summary: "皮青肉绿，生吃脆甜。"  # 2025-03 改
note: 萝卜分三级：
  一级、二级、
  三级
images:
  # 封面，摄影协会授权
  - file: weixian.jpg
    alt: 一只萝卜   # 请补全
    # caption: 待写
  - {file: field.jpg, alt: "地里的萝卜"} # 备用

process: |  # 照录
  冬前收获。
  # summary: 这不是注释
  窖藏。

history: >-
  from the county of Weixian to all the
  places
area_text: 寒亭区
---
正文

summary: 正文里的字
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("name",), "潍县青萝卜", "name: 潍县萝卜 ", "name: 潍县青萝卜 "),
        (("name",), "萝卜: 青", "name: 潍县萝卜 ", 'name: "萝卜: 青" '),
        (("name_en",), "Weixian's", "'Weixian Radish'", "'Weixian''s'"),
        (("name_en",), "a\tb", "'Weixian Radish'", "'a\tb'"),
        (("summary",), '又脆又"甜"。', '"皮青肉绿，生吃脆甜。"', '"又脆又\\"甜\\"。"'),
        (("note",), "不分级", "萝卜分三级：\n  一级、二级、\n  三级", "不分级"),
        (("images", 0, "alt"), "两只萝卜", "一只萝卜", "两只萝卜"),
        (("images", 1, "alt"), "雪里的萝卜", '"地里的萝卜"', '"雪里的萝卜"'),
        (("images", 1, "file"), "a, b.jpg", "field.jpg", '"a, b.jpg"'),
        (
            ("process",),
            "春收。\n\n窖藏。\n",
            "  冬前收获。\n  # summary: 这不是注释\n  窖藏。\n",
            "  春收。\n\n  窖藏。\n",
        ),
        (
            ("process",),
            "窖藏",
            "|  # 照录\n  冬前收获。\n  # summary: 这不是注释\n  窖藏。\n",
            "|-  # 照录\n  窖藏\n",
        ),
        (
            ("history",),
            "from the county of Weifang to all the places\n二",
            "from the county of Weixian to all the\n  places",
            "from the county of Weifang to all the\n  places\n\n  二",
        ),
        (("area_text",), "寒亭区\n坊子区", "寒亭区", "|-\n  寒亭区\n  坊子区"),
    ],
)
def test_a_text_changes_in_its_place_and_in_its_style(
    path: tuple[str | int, ...], value: str, old: str, new: str
) -> None:
    assert ENTRY.count(old) == 1
    assert after(ENTRY, {path: value}) == ENTRY.replace(old, new)


@pytest.mark.parametrize(
    "text",
    [
        *("0536", "2024-06-01", "是", "no", "~", "1:30", "鲁政[2016]1号", "http://a.example/#b"),
        *("甲 # 乙", "甲: 乙", "#甲", "- 甲", "-", "'甲'", '"甲"', "“甲”", "[甲]", "{甲}", "*甲"),
        *("&甲", "!甲", "%甲", "@甲", "`甲", "| 甲", ">甲", "? 甲", "tel：0536", "名称：甲"),
        *(
            " 甲",
            "甲 ",
            "　甲",
            "甲\t乙",
            "\t",
            "---",
            "...",
            "甲\n乙",
            "甲\n\n乙\n",
            "甲\n\n",
            "\n甲",
        ),
        *(
            "- 甲\n- 乙",
            "# 甲\n乙",
            "甲 \n乙",
            "甲\n  乙",
            "a: 1\nb: 2",
            "C:\\新\\n",
            "甲,乙",
            "{甲",
        ),
    ],
)
@pytest.mark.parametrize("style", ["潍", "'潍'", '"潍"', "|-\n  潍", ">\n  潍\n", "", "''"])
def test_any_text_is_written_so_that_our_reader_reads_it(text: str, style: str) -> None:
    """`edited` itself reads what it has made, and refuses what differs."""
    block = f"name: 甲\nnote: {style}\nsummary: 乙\n"
    new = after(block, {"note": text})
    assert new.startswith("name: 甲\nnote: ")
    assert new.endswith("\nsummary: 乙\n")
    if "\n" not in style:
        members = f"name: 甲\naka: [{style or '潍'}, 丙]\nimages:\n  - {style or '潍'}\n  - 丁\n"
        changes = {("aka", 0): text, ("images", 0): text}
        assert after(members, changes).endswith("\n  - 丁\n")


def test_a_plain_text_stays_plain_where_that_is_possible() -> None:
    entry = "name: 甲\nnote: http://a.example\n"
    assert after(entry, {"note": "http://b.example/c?d"}).endswith("note: http://b.example/c?d\n")
    assert after(entry, {"note": "鲁政[2016]1号"}).endswith("note: 鲁政[2016]1号\n")
    assert scalar("http://a.example") == '"http://a.example"'


def test_lines_below_a_block_keep_their_indent() -> None:
    entry = "name: 甲\nnote: |\n      一\n      二\nsummary: 丙\n"
    assert after(entry, {"note": "三\n四\n"}) == entry.replace("一", "三").replace("二", "四")


def test_a_text_of_several_lines_stands_below_the_comment_of_its_line() -> None:
    entry = "name: 甲\nnote: 一 # 照录\nsummary: 丙\n"
    assert (
        after(entry, {"note": "一\n二"}) == "name: 甲\nnote: |- # 照录\n  一\n  二\nsummary: 丙\n"
    )


def test_the_line_that_has_no_break_at_the_end_of_the_file_gets_none() -> None:
    assert after("name: 甲\nnote: 一", {"note": "二"}) == "name: 甲\nnote: 二"
    assert after("name: 甲\nnote: 一", {"summary": "三"}) == "name: 甲\nsummary: 三\nnote: 一"
    assert after("name: 甲", {"note": "二"}) == "name: 甲\nnote: 二"
    # One that belongs to the text has to be there.
    assert after("name: 甲", {"note": "二\n三\n"}) == "name: 甲\nnote: |\n  二\n  三\n"
