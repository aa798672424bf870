"""Rules about finished pages: another one is a file and a line; what they found stays known."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.building import manifest, state
from sitegen.building.manifest import ManifestRow
from sitegen.checks import page_rule
from sitegen.checks.page_rule import FinishedTree, KeptFinding
from sitegen.checks.registry import RULES
from sitegen.problems import Report, Severity
from tests import planned
from tests.building.many import many
from tests.checks import all_wrong, made_up
from tests.checks.made_up import WORD
from tests.sites import BASIC, PEAR, SITE, build, check, tree, write

PEAR_FILE = "content/gi/qingxi-xueli.md"
ARTICLE = "content/articles/first.md"
SAYING = PEAR.replace("皮薄汁多的梨。", f"{WORD}的梨。")
REGISTRY = (*RULES, made_up.FORBIDDEN_WORD)
LINKING = (
    "---\nname: 第一篇\nkind: 动态\n---\n\n看[这](/articles/second/)和[那](pages:about#那)。\n"
)


BUNDLES = ("search/names/", "search/cards/", "search/texts/")
WARNED = SITE + "rules: {test.forbidden-word: 提醒}\n"
LINKS_WARNED = SITE + "rules: {link.no-such-page: 提醒, link.no-such-fragment: 提醒}\n"


def places(report: Report) -> list[str]:
    return sorted({problem.at.file for problem in report.problems})


def rows(root: Path) -> Mapping[str, ManifestRow]:
    return manifest.read(state.folder_of(root, root / "output"))


def test_another_rule_is_a_file_and_a_line_in_the_registry(tmp_path: Path) -> None:
    root = planned.site(tmp_path, {PEAR_FILE: SAYING})
    assert build(root).codes == []
    report = check(root, registry=REGISTRY)
    assert report.has_errors and {p.kind.code for p in report.problems} == {"test.forbidden-word"}
    found = places(report)
    assert PEAR_FILE in found  # a page is named by the entry that it shows
    assert "feed.xml" in found and any(place.startswith(BUNDLES) for place in found)
    before = tree(root / "output")
    outcome = build(root, clean=True, registry=REGISTRY)
    assert outcome.built is None and outcome.report.text("zh") == report.text("zh")
    assert tree(root / "output") == before


def test_what_is_found_on_pages_does_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    root = write(tmp_path, {**many(), "site.yaml": WARNED})
    write(
        root,
        {
            f"content/products/p{n:03}.md": f"---\nname: {WORD}{n}\nkind: 文创\n---\n\n无。\n"
            for n in range(0, 260, 9)
        },
    )
    one = check(root, registry=REGISTRY).text("zh", every=True)
    assert one.count("forbidden-word") > 30
    assert check(root, registry=REGISTRY, workers=2).text("zh", every=True) == one


def test_every_build_tells_again_what_was_found_on_pages_it_keeps(tmp_path: Path) -> None:
    root = planned.site(tmp_path, {PEAR_FILE: SAYING, "site.yaml": WARNED})
    first = build(root, registry=REGISTRY)
    assert first.built is not None and "test.forbidden-word" in first.codes
    text = first.report.text("zh", every=True)
    assert text == check(root, registry=REGISTRY).text("zh", every=True)
    for _ in range(2):
        again = build(root, registry=REGISTRY)
        assert again.remade == set() and again.report.text("zh", every=True) == text
    write(root, {ARTICLE: str(BASIC[ARTICLE]) + "\n又一句。\n"})
    again = build(root, registry=REGISTRY)
    assert "gi/qingxi-xueli/index.html" not in again.remade
    assert again.report.text("zh", every=True) == text
    write(root, {PEAR_FILE: PEAR})
    assert build(root, registry=REGISTRY).codes == []
    assert build(root, registry=REGISTRY).codes == []
    assert not any(row.findings for row in rows(root).values())


def test_what_was_let_pass_counts_again_when_the_site_says_so(tmp_path: Path) -> None:
    """Some files are not made again for that: what was found on them was kept all the same."""
    off = SITE + "rules: {test.forbidden-word: 关闭}\n"
    root = planned.site(tmp_path, {PEAR_FILE: SAYING, "site.yaml": off})
    assert build(root, registry=REGISTRY).codes == []
    write(root, {"site.yaml": WARNED})
    outcome = build(root, registry=REGISTRY)
    assert not any(path.startswith(BUNDLES) for path in outcome.remade)
    assert outcome.report.text(every=True) == check(root, registry=REGISTRY).text(every=True)
    assert any(place.startswith(BUNDLES) for place in places(outcome.report))
    write(root, {"site.yaml": SITE})
    outcome = build(root, registry=REGISTRY)
    assert outcome.built is None
    assert outcome.report.text() == check(root, registry=REGISTRY).text()
    severities = {problem.kind.severity for problem in outcome.report.problems}
    assert severities == {Severity.ERROR}


def test_a_link_that_was_let_pass_is_judged_again_by_every_build(tmp_path: Path) -> None:
    second = "content/articles/second.md"
    about = str(BASIC["content/pages/about.md"])
    root = planned.site(tmp_path, {ARTICLE: LINKING, "site.yaml": LINKS_WARNED})

    def codes() -> list[str]:
        outcome = build(root)
        assert outcome.built is not None
        assert outcome.report.text() == check(root).text()
        page = rows(root)["articles/first/index.html"]
        assert len(page.findings) == len(outcome.codes)
        return outcome.codes

    both = ["link.no-such-page", "link.no-such-fragment"]
    assert codes() == both and codes() == both
    write(root, {second: "---\nname: 第二篇\nkind: 动态\n---\n\n无。\n"})
    assert codes() == both[1:] and codes() == both[1:]
    write(root, {"content/pages/about.md": about + "\n## 那\n\n是。\n"})
    assert codes() == [] and codes() == []
    (root / second).unlink()
    write(root, {"content/pages/about.md": about})
    assert codes() == both and codes() == both


def test_a_site_with_everything_wrong_says_the_same_whatever_is_built(tmp_path: Path) -> None:
    root = planned.site(tmp_path, all_wrong.files("提醒"))
    text = build(root).report.text("zh", every=True)
    assert text.count("提醒") > 10
    assert build(root).report.text("zh", every=True) == text
    assert check(root).text("zh", every=True) == text
    article = str(all_wrong.files("提醒")[ARTICLE]).replace("看", "\n\n再看")
    write(root, {ARTICLE: article})
    assert build(root).report.text("zh", every=True) == check(root).text("zh", every=True)


def test_what_a_rule_found_that_is_no_more_is_forgotten() -> None:
    kept = {"index.html": (KeptFinding("gone.rule", {}), KeptFinding(made_up.FORBIDDEN.code, {}))}
    told: list[str] = []
    tree = FinishedTree(frozenset(), lambda path: None, "/")
    holding = page_rule.judge(
        [made_up.FORBIDDEN_WORD], kept, tree, lambda path, finding: told.append(finding.kind.code)
    )
    assert told == [made_up.FORBIDDEN.code] and holding == {"index.html": kept["index.html"][1:]}


@pytest.mark.parametrize("strict", [False, True])
def test_a_warning_on_a_kept_page_stops_a_strict_build(tmp_path: Path, strict: bool) -> None:
    linking = LINKING.replace("/articles/second/", "/about/#这")
    root = planned.site(tmp_path, {ARTICLE: linking, "site.yaml": LINKS_WARNED})
    assert build(root).built is not None
    outcome = build(root, strict=strict)
    assert len(outcome.codes) == 2 and (outcome.built is None) == strict
