"""The editor explains itself, in both languages, in the words that stand on its buttons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.editing.words import WORDS
from sitegen.problems import Language
from tests.support.editing import EditedSite

NAMED = ("更多", "审核", "待复核", "待审定", "打印审批单", "下架", "改编号", "导入表格")


@pytest.mark.parametrize(
    ("language", "heading"), [("zh", "用表单改条目"), ("en", "Editing with forms")]
)
def test_the_help_is_a_page(tmp_path: Path, language: Language, heading: str) -> None:
    site = EditedSite(tmp_path / "site", {}, language)
    page = site.get("help")
    assert page.status == 200
    assert [one.get_text() for one in page.soup.select("h1")] == [heading]
    assert len(page.soup.select("main h2")) >= 8
    link = site.get("").soup.find("a", string="怎么用" if language == "zh" else "Help")
    assert link is not None


def test_it_calls_things_as_the_buttons_do(tmp_path: Path) -> None:
    help_of = {
        language: EditedSite(tmp_path / language, {}, language).get("help").soup.get_text()
        for language in ("zh", "en")
    }
    for word in NAMED:
        assert f"“{word}”" in help_of["zh"], word
        (of_button,) = {WORDS[key] for key in WORDS if re.sub("（.*", "", key) == word}
        english = re.sub(r" \(.*", "", of_button)
        assert english in help_of["en"] or word.startswith("待"), english
