"""The theme: laid over by the site's own files, parsed, its closures exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.commands.build import build
from sitegen.commands.check import check
from sitegen.problems import Mistaken, Report
from sitegen.rendering import jinja, styles, templates
from sitegen.rendering.templates import Theme
from tests.support import planned_site
from tests.support.basic_site import clock, tree, write
from tests.support.large_site import many

PAGE = '{{% include "components/a/a.html" %}}{{% from "components/b/b.html" import b %}}{}'
OWN = {
    "templates/pages/own.html": PAGE.format(""),
    "templates/components/a/a.html": "甲",
    "templates/components/b/b.html": '{% macro b() %}{% include "components/c/c.html" %}{% endmacro %}',
    "templates/components/c/c.html": "丙",
    "templates/pages/other.html": "别的",
}


def theme(root: Path, **changes: str) -> Theme:
    changed = {f"templates/{name}": text for name, text in changes.items()}
    found, problems = templates.find(write(root, {**OWN, **changed}))
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("file", "reached"),
    [
        ("pages/own.html", True),
        ("components/a/a.html", True),
        ("components/c/c.html", True),
        ("pages/other.html", False),
        ("components/d/d.html", False),
    ],
)
def test_a_closure_changes_exactly_with_what_the_template_reaches(
    tmp_path: Path, file: str, reached: bool
) -> None:
    before = theme(tmp_path / "a").closures["pages/own.html"]
    text = PAGE.format("又") if file == "pages/own.html" else "又"
    after = theme(tmp_path / "b", **{file: text}).closures["pages/own.html"]
    assert (before != after) is reached


def test_a_sites_own_file_takes_the_place_of_the_default_one(tmp_path: Path) -> None:
    default, _ = templates.find(tmp_path)
    own = theme(tmp_path, **{"pages/plain.html": "我的"})
    assert own.text("pages/plain.html") == "我的"
    assert own.text("pages/home.html") == default.text("pages/home.html")
    assert default.closures["pages/plain.html"] != own.closures["pages/plain.html"]
    assert default.closures["pages/home.html"] == own.closures["pages/home.html"]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("甲\n{% if x %}\n乙\n", 2, "template.syntax"),
        ("甲\n乙\n{{ x }\n", 3, "template.syntax"),
        ('甲\n{% include "pages/no-such.html" %}', None, "template.missing"),
        ("{% include view.name %}", None, "template.dynamic-include"),
        ('{% include "a" ~ view.name %}', None, "template.dynamic-include"),
    ],
)
def test_a_wrong_template_is_reported_by_file_and_line(
    tmp_path: Path, text: str, line: int | None, code: str
) -> None:
    _made, report = planned_site.plan(tmp_path, {"templates/pages/plain.html": text})
    found = [(p.kind.code, p.at.file) for p in report.problems]
    assert found == [(code, "templates/pages/plain.html")]
    if line and code == "template.syntax":
        assert report.problems[0].at.line in range(line, line + 3)
    if code == "template.missing":
        assert report.problems[0].facts == {"name": "pages/no-such.html"}


def test_a_file_that_is_not_utf_8_is_reported_and_no_crash(tmp_path: Path) -> None:
    files = {
        "templates/pages/plain.html": "甲\n乙".encode("gbk"),
        "templates/css/base.css": "a{}\n/* 乙 */".encode("gbk"),
    }
    _made, report = planned_site.plan(tmp_path, files)
    assert [f"{p.at} {p.kind.code}" for p in report.sorted()] == [
        "templates/css/base.css:2 template.not-utf-8",
        "templates/pages/plain.html:1 template.not-utf-8",
    ]


def test_a_template_escapes_and_refuses_what_is_undefined(tmp_path: Path) -> None:
    other = "甲\n{% if view.no %}乙{% endif %}"
    made = theme(tmp_path, **{"pages/own.html": "{{ view }}", "pages/other.html": other})
    environment = jinja.environment(made, {})
    assert jinja.render(environment, "pages/own.html", "<b>'\"") == "&lt;b&gt;&#39;&#34;"
    with pytest.raises(Mistaken) as caught:
        jinja.render(environment, "pages/other.html", object())
    problem = caught.value.problem
    assert (str(problem.at), problem.kind.code) == (
        "templates/pages/other.html:2",
        "template.failed",
    )
    assert problem.message("zh") == "模板在这一行出错：没有“no”这一项"
    assert "no attribute 'no'" in problem.message("en")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_template_that_goes_wrong_stops_the_build_at_its_line_and_leaves_the_output_as_it_was(
    tmp_path: Path, workers: int
) -> None:
    write(tmp_path, dict(many()))
    output = tmp_path / "output"
    assert build(tmp_path, output, Report(), clock(), workers=workers)
    before = tree(output)
    write(tmp_path, {"templates/pages/entry.html": "甲\n{{ view.name > 3 }}\n"})
    report = Report()
    assert build(tmp_path, output, report, clock(), workers=workers) is None
    assert [f"{p.at} {p.kind.code}" for p in report.problems] == [
        "templates/pages/entry.html:2 template.failed"
    ]
    assert tree(output) == before
    checked = Report()
    check(tmp_path, checked, clock(), workers=workers)
    assert [p.kind.code for p in checked.problems] == ["template.failed"]


def test_words_of_a_template_may_be_replaced_by_the_locale(tmp_path: Path) -> None:
    made = theme(tmp_path, **{"pages/own.html": '{{ _("甲") }}{{ _("乙 %(n)s", n=view) }}'})
    environment = jinja.environment(made, {"甲": "A "})
    assert jinja.render(environment, "pages/own.html", "<3") == "A 乙 &lt;3"


def test_style_sheets_are_joined_in_the_order_of_their_weight(tmp_path: Path) -> None:
    own = {
        f"css/{name}.css": f".own-{name} {{}}"
        for name in ("tokens", "reset", "base", "layout", "utilities", "print", "more")
    }
    own |= {f"components/{n}/{n}.css": f".own-{n} {{}}" for n in ("zz", "aa")}
    sheet = styles.join(theme(tmp_path, **own))
    order = [
        sheet.index(f".own-{n}{{}}") for n in ("tokens", "reset", "base", "layout", "aa", "zz")
    ]
    order += [sheet.index(f".own-{n}{{}}") for n in ("more", "utilities", "print")]
    assert order == sorted(order)


def test_a_new_style_sheet_has_a_new_address(tmp_path: Path) -> None:
    one, _ = planned_site.plan(tmp_path / "a")
    two, _ = planned_site.plan(tmp_path / "b", {"templates/css/print.css": "a{}"})
    assert one.context.plan.shared.style != two.context.plan.shared.style
