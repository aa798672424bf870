"""site.yaml sets what a rule finds to off, warning or error, by the code of the problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen import kinds
from sitegen.checks.levels import settable
from sitegen.checks.registry import RULES
from sitegen.problems import Severity
from tests.support import faulty_site, pictures, planned_site
from tests.support.basic_site import PEAR, SITE
from tests.support.site_test import SiteTest

GI = "content/gi/qingxi-xueli.md"
WITHOUT_ALT: dict[str, str | bytes | None] = {
    "content/media/pear.png": pictures.png(20, 20),
    GI: PEAR.replace("name:", "images: [{file: pear.png}]\nname:", 1),
}


def setting(line: str) -> str:
    return f"{SITE}rules:\n  {line}\n"


@pytest.mark.parametrize(
    ("level", "severity"),
    [
        ("warning", Severity.WARNING),
        ("提醒", Severity.WARNING),
        ("error", Severity.ERROR),
        ("错误", Severity.ERROR),
        ("off", None),
        ("关闭", None),
    ],
)
def test_a_problem_is_as_severe_as_the_site_wants_it(
    tmp_path: Path, level: str, severity: Severity | None
) -> None:
    line = setting(f"image.no-alt: {level}")
    outcome = SiteTest(tmp_path, {**WITHOUT_ALT, "site.yaml": line}).build()
    assert [problem.kind.severity for problem in outcome.report.problems] == (
        [severity] if severity else []
    )
    assert (outcome.built is None) == (severity is Severity.ERROR)
    if severity is Severity.WARNING:
        assert f"{GI}:2:10: 提醒: 图片“pear.png”没有图片说明" in outcome.report.text("zh")


def test_a_warning_may_be_made_an_error_and_others_stay_as_they_are(tmp_path: Path) -> None:
    firm = "name: 甲\nkind: 企业\ncredit_code: 91110000600037341X\n"
    changes = {
        **WITHOUT_ALT,
        "content/organizations/firm.yaml": firm,
        "site.yaml": setting("organization.credit-code: 错误"),
    }
    _, report = planned_site.plan(tmp_path, changes)
    levels = {problem.kind.code: problem.kind.severity for problem in report.problems}
    assert levels == {
        "organization.credit-code": Severity.ERROR,
        "image.no-alt": Severity.ERROR,
    }


@pytest.mark.parametrize(
    ("line", "expected", "nearest"),
    [
        ("image.no-atl: 关闭", "site.yaml:8:3 site.unknown-rule", "image.no-alt"),
        ("qqqqqq: 关闭", "site.yaml:8:3 site.unknown-rule", ""),
        ("image.missing: 提醒", "site.yaml:8:3 site.fixed-rule", None),
        ("reference.missing: 关闭", "site.yaml:8:3 site.fixed-rule", None),
        ("schema.unknown-field: off", "site.yaml:8:3 site.fixed-rule", None),
        ("image.no-alt: of", "site.yaml:8:17 schema.not-a-choice", "off"),
    ],
)
def test_what_cannot_be_set_is_told_at_its_place(
    tmp_path: Path, line: str, expected: str, nearest: str | None
) -> None:
    site = SiteTest(tmp_path, {"site.yaml": setting(line)})
    site.build().fails_with(expected)
    (problem,) = site.report.problems
    assert problem.facts.get("nearest") == (
        nearest if nearest != "提醒" else problem.facts["nearest"]
    )


def test_no_problem_of_loading_assembling_or_committing_can_be_set() -> None:
    free = settable(RULES)
    assert "image.no-alt" in free and "link.broken" in free
    areas = {code.partition(".")[0] for code in {kind.code for kind in kinds.every()} - set(free)}
    assert {"schema", "yaml", "reference", "recognition", "output", "number"} <= areas
    assert not {"schema", "yaml", "reference", "output"} & {c.partition(".")[0] for c in free}


def test_a_new_level_makes_every_page_anew(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    pages = {path for path in site.build().passes().output if path.endswith(".html")}
    site.write("site.yaml", setting("image.no-alt: 提醒"))
    assert pages and pages <= site.build().remade


def test_a_site_may_let_everything_pass_that_can_be_set(tmp_path: Path) -> None:
    outcome = SiteTest(tmp_path / "a", faulty_site.files("提醒")).build()
    assert outcome.built is not None and set(outcome.codes) == set(settable(RULES))
    assert {problem.kind.severity for problem in outcome.report.problems} == {Severity.WARNING}
    outcome = SiteTest(tmp_path / "b", faulty_site.files("关闭")).build()
    assert outcome.built is not None and outcome.codes == []
