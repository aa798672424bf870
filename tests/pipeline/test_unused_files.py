"""Every file of content/ and templates/ is read, or a problem names it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from sitegen.problems import Problem, Severity
from tests.support import pictures, planned_site
from tests.support.basic_site import REPOSITORY
from tests.support.problem_lines import problem_line
from tests.support.site_test import SiteTest

CARD = "templates/components/card/card.html"
WRONG = {
    "templates/component/card/card.html": CARD,
    "templates/components/card/cards.html": CARD,
    "templates/components/Card/card.htm": CARD,
    "templates/card.html": "templates/pages/card.html",
    "templates/pages/homes.html": "templates/pages/home.html",
    "templates/js/search/engine.js": "templates/js/built/search-engine.js",
    "templates/js/own.js": "templates/js/built/own.js",
    "templates/locale/zh.po": "templates/locale/zh-Hans.po",
    "templates/locale/messages.pot": "templates/locale/zh-Hans.po",
    "templates/file/robots.txt": "templates/files/robots.txt",
    "templates/readme.md": "",
    "templates/fonts/song.woff2": "",
}


def named(problems: list[Problem]) -> dict[str, Problem]:
    return {problem.at.file: problem for problem in problems}


def test_a_file_of_the_theme_that_nothing_reads_is_named_with_the_nearest(tmp_path: Path) -> None:
    _, report = planned_site.plan(tmp_path, dict.fromkeys(WRONG, ""))
    found = named(report.problems)
    assert {problem.kind.code for problem in report.problems} == {"template.unused"}
    assert {file: found[file].facts["nearest"] for file in WRONG} == WRONG


def test_what_is_read_is_not_named(tmp_path: Path) -> None:
    card = (REPOSITORY / CARD).read_text("utf-8")
    files = {
        CARD: card + '{% include "components/own/own.html" %}\n',
        "templates/components/own/own.html": "甲",
        "templates/css/own.css": ".own { color: red }",
        "templates/js/built/own.js": "1;",
        "templates/locale/zh-Hans.po": 'msgid "首页"\nmsgstr "起始页"\n',
        "templates/public/own.txt": "甲",
        "templates/.DS_Store": "",
        "templates/pages/home.html.bak": "",
    }
    assert planned_site.plan(tmp_path, files)[1].problems == []


def test_a_plain_copy_of_the_default_theme_is_not_named(tmp_path: Path) -> None:
    root = SiteTest(tmp_path).root
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    assert planned_site.plan(root)[1].problems == []


def test_a_link_in_the_theme_is_named(tmp_path: Path) -> None:
    root = SiteTest(tmp_path / "site").root
    (root / "templates/css").mkdir(parents=True)
    (root / "templates/css/own.css").symlink_to(tmp_path)
    (problem,) = planned_site.plan(root)[1].problems
    assert problem_line(problem) == "templates/css/own.css file.symlink"


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/etc")])
@pytest.mark.parametrize("name", ["templates", "templates/pages/home.html"])
def test_what_is_no_file_in_the_theme_is_named_and_not_read(
    name: str, make: Callable[[Path], object], tmp_path: Path
) -> None:
    site = SiteTest(tmp_path)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    make(tmp_path / name)
    code = "file.symlink" if (tmp_path / name).is_symlink() else "file.not-a-file"
    site.build().fails_with(f"{name} {code}")


def test_words_that_no_page_says_are_named_with_the_nearest(tmp_path: Path) -> None:
    po = (
        'msgid "按拼音查询"\nmsgstr "按字母"\n\nmsgid "首页"\nmsgstr "起始页"\n\n'
        'msgid "搜索"\nmsgid_plural "搜索"\nmsgstr[0] "找"\n\n'
        'msgid "我家的话"\nmsgstr "我们的话"\n'
    )
    files = {
        "templates/locale/zh-Hans.po": po,
        "templates/components/footer/footer.html": '{{ _("我家的话") }}',
    }
    problems = planned_site.plan(tmp_path, files)[1].sorted()
    assert [problem_line(problem) for problem in problems] == [
        "templates/locale/zh-Hans.po:1 words.unknown-text",
        "templates/locale/zh-Hans.po:7 words.plural",
    ]
    assert problems[0].facts["nearest"] == "按拼音查"


def test_a_picture_that_no_entry_uses_is_a_note_which_stops_nothing(tmp_path: Path) -> None:
    files = {
        "content/media/idle.png": pictures.png(700, 500),
        "content/media/used.png": pictures.png(700, 500),
        "content/articles/more.md": (
            "---\nname: 第二篇\nkind: 动态\npublished: 2025-12-20 08:00\n---\n\n![梨](used.png)\n"
        ),
    }
    outcome = SiteTest(tmp_path, files).build(strict=True)
    assert outcome.built is not None
    (problem,) = outcome.report.problems
    assert problem_line(problem) == "content/media/idle.png image.unused"
    assert problem.kind.severity is Severity.NOTE


FOLDERS = {
    "content": ["", "gi", "gis", "products", "recognitions", "media", "media/2024", "gi/old", "page"],
    "templates": ["", "components", "component", "components/card", "components/own", "css", "js",
                  "js/built", "js/search", "layouts", "locale", "pages", "public", "files", "x/y/z"],
}  # fmt: skip
STEMS = ["card", "home", "new-thing", "own", "zh-Hans", "engine", "search-box", "notes", "base"]
EXTENSIONS = ["html", "css", "js", "po", "md", "yaml", "txt", "png", "json", "svg", "xml", "docx"]


def test_any_file_anywhere_changes_an_output_or_is_named(tmp_path: Path) -> None:
    random = Random(20261128)
    names = {
        "/".join(filter(None, [top, random.choice(FOLDERS[top]), f"{stem}.{extension}"]))
        for top in ("content", "templates")
        for stem in STEMS
        for extension in random.sample(EXTENSIONS, 5)
    }
    assert len(names) > 80
    entry = b"---\nname: x\n---\n\nx\n"
    files = {name: pictures.png(70, 50) if name.endswith("png") else entry for name in names}
    _, report = planned_site.plan(tmp_path / "all", files)
    quiet = sorted(names - named(report.problems).keys())
    before = {output.key for output in planned_site.plan(tmp_path / "none")[0].outputs}
    for number, name in enumerate(quiet):
        made, alone = planned_site.plan(tmp_path / str(number), {name: files[name]})
        changed = {output.key for output in made.outputs} != before
        assert changed or name in named(alone.problems), name
    assert len(quiet) < len(names) / 2


@pytest.mark.parametrize("file", ["content/ledger.json", "content/x/ledger.jsonl"])
def test_the_ledger_is_read_at_its_place_only(tmp_path: Path, file: str) -> None:
    assert file in named(planned_site.plan(tmp_path, {file: ""})[1].problems)
    broken = planned_site.plan(tmp_path / "b", {"content/ledger.jsonl": "x\n"})[1].problems
    assert [problem.kind.code for problem in broken] == ["ledger.bad-line"]
