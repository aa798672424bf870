"""`SiteTest` sees what it is asked about: each of its assertions fails where it does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

PEAR = "content/gi/qingxi-xueli.md"
NOWHERE = f"{PEAR}:5:9 reference.missing"
WARNED = {"site.yaml": f"{SITE}rules: {{link.no-such-page: 提醒}}\n"}
DEAD_LINK = "---\nname: 甲\nkind: 动态\n---\n\n看[这](/nowhere/)。\n"
ARTICLE = "content/articles/first.md"


def test_what_stops_a_build_is_told_from_what_does_not(tmp_path: Path) -> None:
    wrong = SiteTest(tmp_path / "wrong").change(PEAR, "region: qingxi", "region: qinxi").build()
    wrong.fails_with(NOWHERE)
    warned = SiteTest(tmp_path / "warned", {**WARNED, ARTICLE: DEAD_LINK}).build()
    warned.warns_of(*warned.problems)
    assert warned.codes == ["link.no-such-page"]
    sound = SiteTest(tmp_path / "sound").build().passes()
    for assertion in (
        wrong.passes,
        lambda: wrong.warns_of(NOWHERE),
        wrong.fails_with,
        lambda: wrong.fails_with(NOWHERE, NOWHERE),
        warned.passes,
        lambda: warned.fails_with(*warned.problems),
        sound.fails_with,
        lambda: sound.warns_of(NOWHERE),
    ):
        with pytest.raises(AssertionError):
            assertion()


def test_a_difference_is_shown_line_by_line_with_the_words_of_the_report(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).change(PEAR, "region: qingxi", "region: qinxi").build()
    with pytest.raises(AssertionError) as caught:
        site.fails_with(f"{PEAR}:5:1 reference.missing")
    assert "“地区”里没有“qinxi”" in str(caught.value)
    lines = [line.strip() for line in str(caught.value).splitlines()]
    assert lines[:2] == [f"- {PEAR}:5:1 reference.missing", f"+ {NOWHERE}"]


def test_an_output_that_a_clean_build_would_not_make_is_seen(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build().equals_clean_build()
    page = site.text("gi/index.html").replace("</main>", "别的\n</main>")
    (site.target / "gi/index.html").write_text(page, "utf-8")
    with pytest.raises(AssertionError, match=r"gi/index\.html(.|\n)*\+别的"):
        site.equals_clean_build()
    site.build().equals_clean_build()
    (site.target / "mine.txt").write_text("我的", "utf-8")
    with pytest.raises(AssertionError, match=r"\+ mine\.txt"):
        site.equals_clean_build()


def test_only_text_that_is_there_is_changed_and_only_files_that_were_made_are_read(
    tmp_path: Path,
) -> None:
    site = SiteTest(tmp_path, {ARTICLE: None}).build()
    assert not (tmp_path / ARTICLE).exists()
    with pytest.raises(AssertionError, match="no “region: nowhere”"):
        site.change(PEAR, "region: nowhere", "region: qingxi")
    with pytest.raises(AssertionError, match="articles/first/"):
        site.page("articles/first/")
    with pytest.raises(AssertionError, match="没有"):
        _ = site.change(PEAR, "region: qingxi", "region: qinxi").build().remade


def test_a_preview_looks_at_what_was_saved_and_at_everything_when_asked(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).preview().build().passes()
    site.write("content/pages/more.md", "---\nname: 多一页\n---\n\n文\n")
    site.save({PEAR: (tmp_path / PEAR).read_text("utf-8") + "\n又添一句。\n"})
    assert "又添一句" in site.text("gi/qingxi-xueli/index.html")
    assert "more/index.html" not in site.output
    assert "more/index.html" in site.build().output
    with pytest.raises(AssertionError, match="only a preview"):
        SiteTest.at(tmp_path).save({})
