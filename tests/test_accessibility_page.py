"""What /accessibility/ of the demo says is tested, is tested; what it says is not, no test claims."""

from __future__ import annotations

import re

import pytest

from tests.support.basic_site import REPOSITORY

PAGE = (REPOSITORY / "content/pages/accessibility.md").read_text("utf-8")
TESTED = {
    "axe（": ("test_accessibility.py", "test_axe_finds_no_violation"),
    "只用键盘": ("test_keyboard.py", "test_the_skip_link_comes_first_and_leads_past_the_menu"),
    "手指点": ("test_keyboard.py", '"high": 44'),
    "320像素": ("test_reflow.py", 'look("320 px")'),
    "字放大到200%": ("test_reflow.py", 'look("1280 px, text at 200 %")'),
    "长者版": ("test_elder_mode.py", "color-contrast-enhanced"),
    "系统指定的颜色": ("test_print.py", "test_forced_colours_keep_what_colour_alone_would_say"),
    "关掉脚本": ("test_without_scripts.py", "test_a_page_reads_without_scripts"),
}
ROW = re.compile(r"^\| (?!---|试什么)([^|]+) \|", re.MULTILINE)


def test_every_row_of_the_page_names_a_test() -> None:
    rows = ROW.findall(PAGE)
    assert [next((name for name in TESTED if row.startswith(name)), row) for row in rows] == list(
        TESTED
    )


@pytest.mark.parametrize(("file", "code"), TESTED.values(), ids=TESTED)
def test_what_the_page_says_is_tested_is_tested(file: str, code: str) -> None:
    assert code in (REPOSITORY / "tests/browser" / file).read_text("utf-8")


def test_the_large_letters_are_as_large_as_the_page_says() -> None:
    size = re.search(r"字不小于(\d+)像素", PAGE)
    assert size is not None
    test = (REPOSITORY / "tests/browser/test_elder_mode.py").read_text("utf-8")
    assert f"evaluate(SMALLEST) >= {size[1]}" in test


def test_the_old_browsers_named_are_those_that_are_tried() -> None:
    named = re.search(r"用Chromium ([\d、]+)", PAGE)
    assert named is not None
    old = (REPOSITORY / "tests/browser/old/conftest.py").read_text("utf-8")
    at_floor = re.search(r"AT_FLOOR = \((.*)\)", old)
    assert at_floor is not None
    assert named[1].split("、") == re.findall(r"Chromium (\d+)", at_floor[1])


@pytest.mark.parametrize("word", ["读屏软件", "iOS", "语音控制", "老人", "WCAG"])
def test_the_page_says_what_nobody_has_tried(word: str) -> None:
    untried = PAGE.partition("## 没有试过的")[2].partition("\n## ")[0]
    assert word in untried
