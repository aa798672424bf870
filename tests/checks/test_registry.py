"""A rule is one file, listed once; it reads and finds what it declares, and nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from sitegen import checks
from sitegen.checks import entry_rule
from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.registry import RULES
from sitegen.checks.rule import AnyRule, Finding, NotDeclared
from sitegen.model.entry import Entry
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.problems import Kind
from tests.support import filled_site, planned_site
from tests.support.basic_site import BASIC
from tests.support.made_up_rules import KIND

FOLDERS = ("entries", "catalogue", "plan", "pages")
ENTRY_RULES = [rule for rule in RULES if isinstance(rule, EntryRule)]


def rule_files() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(checks.__path__, "sitegen.checks."):
        folder, _, name = module.name.removeprefix("sitegen.checks.").partition(".")
        if folder in FOLDERS and name:
            yield importlib.import_module(module.name)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> PreparedSite:
    """A government site in which every field of every collection is filled."""
    root = tmp_path_factory.mktemp("filled")
    files = filled_site.files(lambda path: f"某{path}", "[某](gi:g)")
    plan, report = planned_site.plan(root, {**dict.fromkeys(BASIC), **files})
    assert not report.has_errors, report.text()
    return plan


def look(rule: EntryRule, site: PreparedSite) -> list[Finding]:
    found: list[Finding] = []
    entries = site.catalogue.entries.values()
    media = site.content.media.digests
    entry_rule.look(
        [rule], entries, site.site.settings, media, lambda entry, finding: found.append(finding)
    )
    return found


def test_every_file_of_a_rule_is_in_the_registry_once() -> None:
    files = [module.RULE for module in rule_files()]
    assert len(files) > 8 and len(files) == len(RULES)
    assert all(any(rule is listed for listed in RULES) for rule in files)


@pytest.mark.parametrize("module", list(rule_files()), ids=lambda module: module.__name__)
def test_a_rule_names_its_problems_and_says_why_it_is_there(module: ModuleType) -> None:
    rule: AnyRule = module.RULE
    own = [value for value in vars(module).values() if isinstance(value, Kind)]
    assert own and set(own) <= {*rule.kinds, *rule.fixed}
    assert rule.explanation.startswith(str(module.__doc__).splitlines()[0])
    assert "Passes: " in rule.explanation and "Fails: " in rule.explanation


@pytest.mark.parametrize(
    ("rule", "name"), [(rule, name) for rule in ENTRY_RULES for name in sorted(rule.reads)]
)
def test_a_rule_that_declared_less_than_it_reads_would_be_caught(
    rule: EntryRule, name: str, site: PreparedSite
) -> None:
    """A guard of the guard: whatever name is left out, a look at a full site raises."""
    look(rule, site)
    with pytest.raises(NotDeclared, match=f" {name} of "):
        look(replace(rule, reads=rule.reads - {name}), site)


def test_a_view_shows_what_is_declared_and_nothing_else(site: PreparedSite) -> None:
    entry = site.catalogue.entries["gi:g"]
    bare = EntryView(entry, site.site.settings, ())
    for name in ("collection", "kind", "published", "links", "body"):
        with pytest.raises(NotDeclared):
            getattr(bare, name)
        assert getattr(bare.showing(frozenset({name})), name) == getattr(entry, name)
        bare.showing(frozenset())
    with pytest.raises(NotDeclared):
        bare.field("summary")
    assert bare.showing(frozenset({"summary"})).field("summary") == entry.summary
    with pytest.raises(NotDeclared):  # although the entry has been read by now
        bare.field("aka")
    shown = {name for name in dir(EntryView) if not name.startswith("_")}
    assert shown & {*Entry._fields} == {"key", "collection", "kind", "published", "links"}


def test_what_a_rule_finds_must_be_of_a_kind_that_it_names(tmp_path: Path) -> None:
    rule = EntryRule(reads=frozenset(), check=lambda entry: [Finding(KIND)])
    with pytest.raises(NotDeclared, match=r"does not name test\.made-up"):
        planned_site.plan(tmp_path, registry=(rule,))
