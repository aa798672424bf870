"""Lists keep their form, and the members that stay keep their lines."""

from __future__ import annotations

import pytest

from tests.support.edited_text import after

SOURCES = """name: 甲
sources:
  # 网页已失效，存档见内网
  - title: 公告   # 原件
    url: https://a.example
    # number:

  # 县志
  - {title: 县志, date: 1991} # 第三卷
  # 报道
  - title: 报道
    publisher: 日报
note: 乙
"""


def test_a_group_goes_with_its_own_comments() -> None:
    first = SOURCES.split("  # 网页")[0] + SOURCES[SOURCES.index("\n  # 县志") :]
    assert after(SOURCES, {("sources", 0): ""}) == first
    second = SOURCES.replace("  # 县志\n  - {title: 县志, date: 1991} # 第三卷\n", "")
    assert after(SOURCES, {("sources", 1): {}}) == second
    third = SOURCES.replace("  # 报道\n  - title: 报道\n    publisher: 日报\n", "")
    assert after(SOURCES, {("sources", 2): ""}) == third


def test_paths_are_those_of_the_entry_before_any_change() -> None:
    new = after(
        SOURCES,
        {("sources", 0): "", ("sources", 1, "date"): "1992", ("sources", 3): {"title": "新"}},
    )
    assert new == (
        "name: 甲\nsources:\n\n  # 县志\n  - {title: 县志, date: 1992} # 第三卷\n  # 报道\n"
        "  - title: 报道\n    publisher: 日报\n  - title: 新\nnote: 乙\n"
    )


def test_a_whole_list_is_compared_with_the_one_that_is_there() -> None:
    sources = [
        {"title": "公告", "url": "https://a.example"},
        {"title": "年鉴"},
        {"title": "报道", "publisher": "晚报"},
    ]
    new = after(SOURCES, {"sources": sources})
    assert new == SOURCES.replace("{title: 县志, date: 1991}", "{title: 年鉴}").replace(
        "日报", "晚报"
    )
    assert after(SOURCES, {"sources": [sources[0], sources[2]]}) == SOURCES.replace(
        "  # 县志\n  - {title: 县志, date: 1991} # 第三卷\n", ""
    ).replace("日报", "晚报")


def test_a_new_group_has_the_form_of_those_beside_it() -> None:
    rows = 'scheme: a\nrows:\n  - {row: r1, subject: "gi:a"}   # 一\n# 完\n'
    new = after(
        rows,
        {("rows", 1): {"level": "一等", "subject": "gi:b", "row": "r2"}},
        collection="recognitions",
    )
    assert new == rows.replace("# 一\n", "# 一\n  - {row: r2, subject: gi:b, level: 一等}\n")


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("[乙, '丙', 丁]", ["乙", "戊", "丁"], "[乙, '戊', 丁]"),
        ("[乙, '丙', 丁]", ["乙", "丁"], "[乙, 丁]"),
        ("[乙, '丙', 丁]", ["'丙'", "丁"], "[\"'丙'\", 丁]"),
        ("[乙, 丙]", ["乙", "丙", "丁, 戊"], '[乙, 丙, "丁, 戊"]'),
        ("[乙 ,丙]", ["甲", "乙", "丙"], "[甲, 乙 ,丙]"),
        ("[ 乙, 丙 ]", ["丙"], "[ 丙 ]"),
        ("[ 乙, 丙 ]", ["乙"], "[ 乙 ]"),
        ("乙、丙", ["乙", "丙", "丁"], "乙、丙、丁"),
        ("乙；丙", ["丁", "丙"], "丁；丙"),
        ("乙", ["乙", "丙"], "乙、丙"),
        ('"乙、丙"', ["乙"], '"乙"'),
        ("[乙, 丙]", "乙、丁", "[乙, 丁]"),
        ("\n  - 乙 # 一\n  - 丙 # 二", ["乙", "丁"], "\n  - 乙 # 一\n  - 丁 # 二"),
        ("\n  - 乙 # 一\n  - 丙 # 二", "丙", "\n  - 丙 # 二"),
        (
            "\n  - 乙 # 一\n  # 下面\n  - 丙",
            ["丁", "乙", "丙"],
            "\n  - 丁\n  - 乙 # 一\n  # 下面\n  - 丙",
        ),
        ("\n-   '乙'\n-   '丙'", ["乙", "丙", "丁"], "\n-   '乙'\n-   '丙'\n- '丁'"),
        ("[\n  乙, # 一\n  丙, # 二\n]", ["丙", "丁"], "[\n  丙, # 二\n  丁,\n]"),
        (
            "[\n  乙, # 一\n  丙 # 二\n  ]",
            ["乙", "丙", "丁"],
            "[\n  乙, # 一\n  丙, # 二\n  丁\n  ]",
        ),
        ("[\n  乙, # 一\n  丙 # 二\n  ]", ["乙"], "[\n  乙, # 一\n  ]"),
        # No member keeps its place; the comment goes where its member goes.
        (
            "[\n  乙,\n  乙,\n  丙 # 三\n  ]",
            ["丙", "丙", "乙", "乙"],
            "[\n  丙, # 三\n  丙,\n  乙,\n  乙,\n  ]",
        ),
    ],
)
def test_a_list_keeps_its_form_and_its_other_members(
    old: str, new: list[str] | str, written: str
) -> None:
    entry = "name: 甲\naka: {}\nnote: 注\n"
    assert after(entry.format(old), {"aka": new}) == entry.format(written)


def test_a_text_in_which_marks_mean_nothing_is_not_cut() -> None:
    """A number of a standard is a line of its own: the field does not read 、 as a list."""
    entry = "name: 甲\nstandards: [GB/T 1、2]\n"
    assert after(entry, {"standards": ["GB/T 1、2", "NY/T 3"]}).endswith("[GB/T 1、2, NY/T 3]\n")
    assert after("name: 甲\nstandards: GB/T 1\n", {"standards": ["GB/T 1", "NY/T 3"]}).endswith(
        "standards: [GB/T 1, NY/T 3]\n"
    )


def test_a_long_list_has_a_line_for_each_member() -> None:
    names = [f"很长很长的名称第{n}号" for n in range(12)]
    new = after("name: 甲\n", {"aka": names})
    assert new == "name: 甲\naka:\n" + "".join(f"  - {name}\n" for name in names)


def test_of_equal_members_one_more_or_less_keeps_the_others() -> None:
    entry = "name: 甲\naka:\n  - 乙 # 一\n  - 乙 # 二\n  - 乙 # 三\n"
    assert after(entry, {"aka": ["乙", "乙"]}).count("# ") == 2
    assert after(entry, {"aka": ["乙"] * 4}).startswith(entry[:-1])


def test_members_that_move_take_their_comments_with_them() -> None:
    entry = "name: 甲\naka:\n  # 上\n  - 乙 # 一\n  - 丙 # 二\n  - '丁'\nnote: 注\n"
    new = "name: 甲\naka:\n  - '丁'\n  - 丙 # 二\n  # 上\n  - 乙 # 一\nnote: 注\n"
    assert after(entry, {"aka": ["丁", "丙", "乙"]}) == new
    brackets = "aka: [\n  # 上\n  乙, # 一\n  丙, # 二\n  丁 # 三\n]\n"
    assert after(brackets, {"aka": ["丁", "丙", "乙"]}) == (
        "aka: [\n  丁, # 三\n  丙, # 二\n  # 上\n  乙, # 一\n]\n"
    )


def test_fields_in_braces_over_several_lines_keep_their_comments() -> None:
    entry = "withdrawn: {\n  # 日期\n  on: 2024, # 一\n  reason: 撤 # 二\n}\n"
    assert after(entry, {("withdrawn", "on"): "", ("withdrawn", "document"): "号"}) == (
        "withdrawn: {\n  # 日期\n  # 一\n  reason: 撤, # 二\n  document: 号\n}\n"
    )
