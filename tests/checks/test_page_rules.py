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
from tests.support import faulty_site, made_up_rules
from tests.support.basic_site import BASIC, PEAR, SITE, write
from tests.support.large_site import many
from tests.support.made_up_rules import WORD
from tests.support.site_test import SiteTest

PEAR_FILE = "content/gi/qingxi-xueli.md"
ARTICLE = "content/articles/first.md"
SAYING = PEAR.replace("皮薄汁多的梨。", f"{WORD}的梨。")
REGISTRY = (*RULES, made_up_rules.FORBIDDEN_WORD)
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
    site = SiteTest(tmp_path, {PEAR_FILE: SAYING})
    site.build().passes()
    report = site.check(registry=REGISTRY).report
    assert report.has_errors and {p.kind.code for p in report.problems} == {"test.forbidden-word"}
    found = places(report)
    assert PEAR_FILE in found  # a page is named by the entry that it shows
    assert "feed.xml" in found and any(place.startswith(BUNDLES) for place in found)
    before = site.output
    site.build(clean=True, registry=REGISTRY)
    assert site.built is None and site.report.text("zh") == report.text("zh")
    assert site.output == before


def test_what_is_found_on_pages_does_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    saying = {
        f"content/products/p{n:03}.md": f"---\nname: {WORD}{n}\nkind: 文创\n---\n\n无。\n"
        for n in range(0, 260, 9)
    }
    site = SiteTest(tmp_path, {**many(), **saying, "site.yaml": WARNED})
    one = site.check(registry=REGISTRY).report.text("zh", every=True)
    assert one.count("forbidden-word") > 30
    assert site.check(registry=REGISTRY, workers=2).report.text("zh", every=True) == one


def test_every_build_tells_again_what_was_found_on_pages_it_keeps(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {PEAR_FILE: SAYING, "site.yaml": WARNED})
    site.build(registry=REGISTRY)
    assert site.built is not None and "test.forbidden-word" in site.codes
    text = site.report.text("zh", every=True)
    assert text == site.check(registry=REGISTRY).report.text("zh", every=True)
    for _ in range(2):
        site.build(registry=REGISTRY)
        assert site.remade == set() and site.report.text("zh", every=True) == text
    site.write(ARTICLE, str(BASIC[ARTICLE]) + "\n又一句。\n")
    site.build(registry=REGISTRY)
    assert "gi/qingxi-xueli/index.html" not in site.remade
    assert site.report.text("zh", every=True) == text
    site.write(PEAR_FILE, PEAR)
    site.build(registry=REGISTRY).passes()
    site.build(registry=REGISTRY).passes()
    assert not any(row.findings for row in rows(site.root).values())


def test_what_was_let_pass_counts_again_when_the_site_says_so(tmp_path: Path) -> None:
    """Some files are not made again for that: what was found on them was kept all the same."""
    off = SITE + "rules: {test.forbidden-word: 关闭}\n"
    site = SiteTest(tmp_path, {PEAR_FILE: SAYING, "site.yaml": off})
    site.build(registry=REGISTRY).passes()
    site.write("site.yaml", WARNED)
    site.build(registry=REGISTRY)
    assert not any(path.startswith(BUNDLES) for path in site.remade)
    assert site.report.text(every=True) == site.check(registry=REGISTRY).report.text(every=True)
    assert any(place.startswith(BUNDLES) for place in places(site.report))
    site.write("site.yaml", SITE)
    site.build(registry=REGISTRY)
    assert site.built is None
    assert site.report.text() == site.check(registry=REGISTRY).report.text()
    severities = {problem.kind.severity for problem in site.report.problems}
    assert severities == {Severity.ERROR}


def test_a_link_that_was_let_pass_is_judged_again_by_every_build(tmp_path: Path) -> None:
    second = "content/articles/second.md"
    about = str(BASIC["content/pages/about.md"])
    site = SiteTest(tmp_path, {ARTICLE: LINKING, "site.yaml": LINKS_WARNED})

    def codes() -> list[str]:
        assert site.build().built is not None
        assert site.report.text() == site.check().report.text()
        page = rows(site.root)["articles/first/index.html"]
        assert len(page.findings) == len(site.codes)
        return site.codes

    both = ["link.no-such-page", "link.no-such-fragment"]
    assert codes() == both and codes() == both
    write(site.root, {second: "---\nname: 第二篇\nkind: 动态\n---\n\n无。\n"})
    assert codes() == both[1:] and codes() == both[1:]
    site.write("content/pages/about.md", about + "\n## 那\n\n是。\n")
    assert codes() == [] and codes() == []
    (site.root / second).unlink()
    site.write("content/pages/about.md", about)
    assert codes() == both and codes() == both


def test_a_site_with_everything_wrong_says_the_same_whatever_is_built(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, faulty_site.files("提醒"))
    text = site.build().report.text("zh", every=True)
    assert text.count("提醒") > 10
    assert site.build().report.text("zh", every=True) == text
    assert site.check().report.text("zh", every=True) == text
    article = str(faulty_site.files("提醒")[ARTICLE]).replace("看", "\n\n再看")
    site.write(ARTICLE, article)
    assert site.build().report.text("zh", every=True) == site.check().report.text("zh", every=True)


def test_what_a_rule_found_that_is_no_more_is_forgotten() -> None:
    kept = {
        "index.html": (KeptFinding("gone.rule", {}), KeptFinding(made_up_rules.FORBIDDEN.code, {}))
    }
    codes: list[str] = []
    tree = FinishedTree(frozenset(), lambda path: None, "/")
    holding = page_rule.judge(
        [made_up_rules.FORBIDDEN_WORD],
        kept,
        tree,
        lambda path, finding: codes.append(finding.kind.code),
    )
    assert codes == [made_up_rules.FORBIDDEN.code] and holding == {
        "index.html": kept["index.html"][1:]
    }


@pytest.mark.parametrize("strict", [False, True])
def test_a_warning_on_a_kept_page_stops_a_strict_build(tmp_path: Path, strict: bool) -> None:
    linking = LINKING.replace("/articles/second/", "/about/#这")
    site = SiteTest(tmp_path, {ARTICLE: linking, "site.yaml": LINKS_WARNED})
    assert site.build().built is not None
    site.build(strict=strict)
    assert len(site.codes) == 2 and (site.built is None) == strict
