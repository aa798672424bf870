"""Fields that are new in an entry stand where the model has them; emptied ones keep their name."""

from __future__ import annotations

import pytest

from sitegen.authoring.drafts import entry_text
from sitegen.model.options import ExtraField, Options
from sitegen.model.types import Label
from tests.support.edited_text import after


def test_a_new_field_stands_behind_the_nearest_one_before_it() -> None:
    entry = "# 甲县\nname: 甲\npinyin: jiǎ # 读音\n\n# 产地见下\narea_text: 甲县\n"
    assert after(entry, {"summary": "好", "aka": ["乙", "丙"], "harvest": "秋"}) == (
        "# 甲县\nname: 甲\naka: [乙, 丙]\npinyin: jiǎ # 读音\nsummary: 好\n"
        "\n# 产地见下\narea_text: 甲县\nharvest: 秋\n"
    )


def test_before_all_others_it_stands_above_their_comment() -> None:
    assert after("# 读音\npinyin: jiǎ\n", {"name": "甲"}) == "name: 甲\n# 读音\npinyin: jiǎ\n"
    images = "name: 甲\nimages:\n  - alt: 图\n"
    assert after(images, {("images", 0, "file"): "a.jpg"}) == (
        "name: 甲\nimages:\n  - file: a.jpg\n    alt: 图\n"
    )


def test_own_fields_of_a_site_come_last() -> None:
    own = {"gi": {"height": ExtraField("height", Label("海拔", "Height"), "text")}}
    options = Options(fields=own)
    new = after("name: 甲\nharvest: 秋\n", {"height": "300米", "summary": "好"}, options=options)
    assert new == "name: 甲\nsummary: 好\nharvest: 秋\nheight: 300米\n"
    # Behind them there is only what nobody knows.
    entry = "name: 甲\nheight: 300米\nunknown: x\n"
    new = after(entry, {"summary": "好", "more": "y"}, options=options)
    assert new == "name: 甲\nsummary: 好\nheight: 300米\nunknown: x\nmore: y\n"


def test_a_field_that_the_draft_has_as_a_comment_takes_its_place() -> None:
    entry = entry_text("brands", {"name": "甲"}, Options(), "zh")
    new = after(
        entry,
        {"summary": "好", "sources": [{"title": "公告", "number": "甲, 乙"}, {"title": "报道"}]},
        collection="brands",
    )
    kept = [line for line in new.splitlines() if line in entry.splitlines()]
    gone = [line for line in entry.splitlines() if line not in kept]
    assert gone == [
        "# summary:",
        "# sources:",
        "#     # 题名：文件或文章题名（必填）",
        "#   - title:",
        "#     # 文号：公告号或文号",
        "#     number:",
        "#     # 网址：原文网址",
        "#     url:",
    ]
    assert "# 一句话：一句大白话，不超过 80 字\nsummary: 好\n# 图片" in new
    assert (
        "# 来源：依据的公告和文章\nsources:\n  - title: 公告\n    number: 甲, 乙\n  - title: 报道\n# 所有者"
        in new
    )


def test_a_comment_with_words_of_the_author_stays_above_the_field() -> None:
    entry = "name: 甲\n# note: 原来写的是乙\n# 产地\narea_text: 甲县\n"
    assert after(entry, {"note": "丙"}) == (
        "name: 甲\n# note: 原来写的是乙\nnote: 丙\n# 产地\narea_text: 甲县\n"
    )
    # What only looks like it, in a text of several lines, is none.
    entry = "name: 甲\nprocess: |\n  一\n# note:\n"
    assert after(entry, {"summary": "三"}).startswith("name: 甲\nsummary: 三\nprocess")
    entry = "name: 甲\nprocess: |\n  一\n  # note:\n  二\nharvest: 秋\n"
    assert "  # note:\n  二\n" in after(entry, {"note": "丙"})


def test_an_emptied_field_keeps_its_name_and_the_comments_around() -> None:
    entry = "name: 甲\n# 说明\nnote: 乙 # 待核对\nsummary: '丙'\n"
    assert after(entry, {"note": "", "summary": ""}) == (
        "name: 甲\n# 说明\n# 待核对\nnote:\nsummary:\n"
    )
    assert after("name: 甲\nnote: |-\n  乙\n  丙\nsummary: 丁\n", {"note": ""}) == (
        "name: 甲\nnote:\nsummary: 丁\n"
    )
    entry = "name: 甲\nimages:  # 三张\n  # 封面\n  - file: a\n    # alt:\n# 一句话\nsummary: 丁\n"
    assert after(entry, {"images": []}) == "name: 甲\n# 三张\nimages:\n# 一句话\nsummary: 丁\n"
    entry = "name: 甲\nimages:\n  - file: a # 封面\n    alt: 图\n"
    assert after(entry, {("images", 0, "file"): ""}) == (
        "name: 甲\nimages:\n  - # 封面\n    file:\n    alt: 图\n"
    )


def test_in_braces_an_emptied_field_goes() -> None:
    entry = "name: 甲\nwithdrawn: {on: 2024, reason: 撤, document: 一号} # 注\n"
    for name, left in (
        ("on", "{reason: 撤, document: 一号}"),
        ("reason", "{on: 2024, document: 一号}"),
        ("document", "{on: 2024, reason: 撤}"),
    ):
        assert after(entry, {("withdrawn", name): ""}) == f"name: 甲\nwithdrawn: {left} # 注\n"
    assert after(entry, {"withdrawn": {}}) == "name: 甲\n# 注\nwithdrawn:\n"


def test_emptied_and_filled_again_is_the_same() -> None:
    entry = "name: 甲\n# 说明\nnote: 乙\nwithdrawn: {on: 2024, reason: 撤}\nsummary: 丁\n"
    path = ("withdrawn", "reason")
    emptied = after(entry, {"note": "", path: ""})
    assert after(emptied, {"note": "乙", path: "撤"}) == entry


def test_an_empty_field_is_filled_where_it_is() -> None:
    entry = "summary:   \nname: 甲\nimages:\n  # - file:\nwithdrawn: {on: , reason: 撤}\nnote: ''\n"
    new = after(
        entry,
        {"summary": "好", "images": [{"file": "a"}], ("withdrawn", "on"): "2024", "note": "乙"},
    )
    assert new == (
        "summary: 好\nname: 甲\nimages:\n  - file: a\n  # - file:\n"
        "withdrawn: {on: 2024, reason: 撤}\nnote: '乙'\n"
    )


@pytest.mark.parametrize(
    ("entry", "lines"),
    [
        ("name: 甲\nquality:\n    sensory: 脆\n", "withdrawn:\n    on: 2024\n    reason: 撤\n"),
        ("name: 甲\nquality:\n  sensory: 脆\n", "withdrawn:\n  on: 2024\n  reason: 撤\n"),
    ],
)
def test_new_groups_are_indented_as_the_others_are(entry: str, lines: str) -> None:
    new = after(entry, {"withdrawn": {"reason": "撤", "on": "2024"}})
    assert new.startswith(f"name: 甲\n{lines}quality:")


@pytest.mark.parametrize("dash", ["", "  ", "    "])
def test_new_lists_are_indented_as_the_others_are(dash: str) -> None:
    entry = f"name: 甲\nformer_names:\n{dash}- name: 乙\n"
    assert (
        after(entry, {"sources": [{"title": "公告"}]}) == f"{entry}sources:\n{dash}- title: 公告\n"
    )


def test_a_group_becomes_another_kind_of_value_and_keeps_the_comment_of_its_name() -> None:
    entry = "name: 甲\narea_text: 甲县 # 照录\nnote: 乙\n"
    claims = [{"value": "甲县", "source": "公告"}, {"value": "乙县", "source": "县志"}]
    new = after(entry, {"area_text": claims})
    assert new == (
        "name: 甲\narea_text: # 照录\n  - value: 甲县\n    source: 公告\n  - value: 乙县\n"
        "    source: 县志\nnote: 乙\n"
    )
    assert after(new, {"area_text": "甲县"}) == entry
