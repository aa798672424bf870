"""Whatever field is edited, a preview that remembers says of it what a cold check says.

So it holds for a rule that is still to be written, whichever fields it reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.checks.entry_rule import EntryRule
from sitegen.checks.registry import RULES
from sitegen.checks.rule import AnyRule, NotDeclared
from sitegen.model.collections import COLLECTIONS
from sitegen.pipeline import stages
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Report
from tests.support import faulty_site, filled_site, made_up_rules
from tests.support.basic_site import clock, write
from tests.support.made_up_rules import WORD
from tests.support.site_test import SiteTest

START = "某"
BODY = "见[某](gi:g)。\n"
CODE = "91110000600037341X"
WRITTEN_IN = {"texts_with_digits": "summary", "texts": "summary"}
"""The field to edit for what a rule reads, where it is no field itself."""
OBJECTIONABLE: dict[str, Any] = {
    "texts_with_digits": "电话13912345678",
    "contact_public": {"phone": "13912345678"},
    "credit_code": CODE,
    "mark_users": [{"organization": "某社", "credit_code": CODE}],
    "images": [{"file": "pic.png"}, {"file": "no.png", "alt": "某"}],
    "links": "![某](no.png)\n",
    "published": "2024-05-06",
    "kind": "转载",
    "sources": [],
    "status": "已停止",
    "closed": None,
    "closed_by": None,
    "summary": "6月采收",
    "harvest": "9",
    "available": "10",
    "stored": "11",
    "verify_url": "https://front.example/",
    "verify_query": None,
    "starts": "2026-04-20",
    "ends": "2026-04-02",
    "basis": "本人同意",
    "consent": None,
    "texts": "电话0536-3212345",
    "review": {"drafted": "甲", "checked": "甲"},
    "method": None,
    "sample": None,
}
"""What rules object to, by the fields they read, alone or together; for `links` it is a body."""
KINDS = {"figures": "调查"}
"""The kinds that rules object to in single collections, by these."""
ENTRY_RULES = [rule for rule in RULES if isinstance(rule, EntryRule)]
TREES = filled_site.entries(lambda path: START + path)
LISTED = {path: tree for path, tree in TREES.items() if COLLECTIONS[path.partition("/")[0]].listed}
REGISTRY = (*RULES, made_up_rules.TWO_SUMMARIES, made_up_rules.FORBIDDEN_WORD)


class Previewed:
    """The filled site, edited and looked at with what is remembered of it and without."""

    def __init__(self, root: Path, registry: tuple[AnyRule, ...] = REGISTRY) -> None:
        self.root = root
        self.registry = registry
        self.memory = PreviewMemory()
        self.put_right = 0
        """How often the plan was not made anew."""
        write(root, filled_site.files(lambda path: START + path, BODY))
        self.compare()

    def prepared(self, memory: PreviewMemory | None) -> tuple[PreparedSite, Report]:
        report = Report()
        plan = stages.prepare(
            self.root,
            report,
            today=clock().today,
            now=clock().now(),
            workers=1,
            use_cache=True,
            keep_cache=memory is None,
            memory=memory,
            registry=self.registry,
        )
        assert plan is not None
        return plan, report

    def compare(self) -> set[str]:
        """The codes that both report."""
        before = self.memory.site_plan
        remembered, warm = self.prepared(self.memory)
        plan, report = self.prepared(None)
        assert warm.text(every=True) == report.text(every=True)
        assert remembered.outputs == plan.outputs and remembered.catalogue == plan.catalogue
        self.put_right += before is not None and remembered.catalogue.uses is before.catalogue.uses
        return {problem.kind.code for problem in report.problems}

    def edit(self, path: str, changes: dict[str, Any], body: str = BODY) -> set[str]:
        """What is reported once fields of an entry are others (None: left out)."""
        tree = {**TREES[path], **changes}
        written = {name: value for name, value in tree.items() if value is not None}
        write(
            self.root, {f"content/{path}.md": f"---\n{filled_site.dumped(written)}---\n\n{body}\n"}
        )
        return self.compare()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Previewed:
    return Previewed(tmp_path_factory.mktemp("previewed"))


def others(path: str, field: str) -> Iterator[Any]:
    """Other values of a field: with another text in it, else none; and what a rule objects to."""
    value = TREES[path][field]
    text = json.dumps(value, ensure_ascii=False)
    other = text.replace(f'"{START}', f'"{START}{START}')
    yield json.loads(other) if other != text else None
    if any(field in rule.reads for rule in ENTRY_RULES):
        yield deepcopy(OBJECTIONABLE[field])


@pytest.mark.parametrize(
    ("path", "field"), [(path, field) for path, tree in LISTED.items() for field in tree]
)
def test_whatever_field_of_a_listed_entry_is_edited_the_preview_says_what_a_check_says(
    site: Previewed, path: str, field: str
) -> None:
    for value in others(path, field):
        site.edit(path, {field: value})
        site.edit(path, {field: value}, f"又一句。\n\n{BODY}")
    assert site.edit(path, {}) == set()


def test_an_edit_of_what_shapes_nothing_does_not_plan_anew(site: Previewed) -> None:
    before = site.put_right
    edits = [
        (path, field)
        for path in LISTED
        for field in ("notes_private", "responsible", "review", "sources")
    ]
    for path, field in edits:
        site.edit(path, {field: next(others(path, field))})
        site.edit(path, {})
    assert site.put_right == before + 2 * len(edits)


@pytest.mark.parametrize("rule", ENTRY_RULES, ids=lambda rule: rule.check.__module__)
def test_what_a_rule_objects_to_is_said_as_soon_as_it_is_saved_and_until_it_is_mended(
    site: Previewed, rule: EntryRule
) -> None:
    codes = {kind.code for kind in (*rule.kinds, *rule.fixed)}
    assert rule.reads <= OBJECTIONABLE.keys()
    objected = set()
    for path in TREES:
        collection = path.partition("/")[0]
        if (
            rule.collections and collection not in rule.collections
        ) or collection == "recognitions":
            continue
        objectionable = {**OBJECTIONABLE, "kind": KINDS.get(collection, OBJECTIONABLE["kind"])}
        fields = {
            WRITTEN_IN.get(name, name): objectionable[name] for name in rule.reads - {"links"}
        }
        for changes in (*({name: value} for name, value in fields.items()), fields):
            objected |= site.edit(path, changes)
            objected |= site.edit(path, changes, f"\n\n{BODY}")
        if "links" in rule.reads:
            objected |= site.edit(path, {}, OBJECTIONABLE["links"])
        assert not codes & site.edit(path, {})
    assert objected & codes


def test_a_rule_about_all_entries_is_asked_again_where_a_field_is_edited_that_it_reads(
    site: Previewed,
) -> None:
    code = made_up_rules.SAME_SUMMARY.code
    for _ in range(2):
        assert code not in site.edit("brands/b", {"summary": "又一句"})
        assert code in site.edit("gi/g", {"summary": "又一句"})
        assert code in site.edit("gi/g", {"summary": "又一句"}, f"\n\n{BODY}")
        assert code not in site.edit("gi/g", {})
    site.edit("brands/b", {})


def test_one_that_does_not_say_so_cannot_be_put_into_a_registry(tmp_path: Path) -> None:
    rule = replace(made_up_rules.TWO_SUMMARIES, reads=frozenset())
    with pytest.raises(NotDeclared, match=" summary of "):
        Previewed(tmp_path, (rule,))


def test_a_preview_that_builds_says_of_everything_what_a_check_says(tmp_path: Path) -> None:
    """Also of pages that a save leaves as they are, with everything wrong that may be let pass."""
    site = SiteTest(tmp_path, faulty_site.files("提醒"))
    rules = "test.forbidden-word: 提醒, test.same-summary: 提醒"
    settings = str(faulty_site.files("提醒")["site.yaml"]).replace(
        "rules: {", f"rules: {{{rules}, "
    )
    site.write("site.yaml", settings).preview().build(registry=REGISTRY)
    codes = set()
    pear = (site.root / faulty_site.GI).read_text("utf-8")
    firm = "content/organizations/firm.yaml"
    saves: list[dict[str, str]] = [
        {faulty_site.GI: pear.replace("皮薄汁多的梨", f"{WORD}的梨")},
        {faulty_site.GI: pear.replace("---\n\n", "---\n\n\n\n又一句。\n\n")},
        {firm: (site.root / firm).read_text("utf-8").replace("13912345678", "0536-1234567")},
        {firm: (site.root / firm).read_text("utf-8")},
        {faulty_site.ARTICLE: "---\nname: 乙\nkind: 转载\n---\n\n看[这](/about/)。\n"},
        {
            faulty_site.GI: pear,
            faulty_site.ARTICLE: f"---\nname: {WORD}\nkind: 动态\n---\n\n无。\n",
        },
        {"site.yaml": settings.replace('no-alt": "提醒', 'no-alt": "关闭')},
    ]
    for files in ({}, *saves):
        if files:
            site.save(files)
        assert site.built is not None
        cold = SiteTest.at(site.root).check(registry=REGISTRY)
        assert site.report.text(every=True) == cold.report.text(every=True)
        codes |= set(site.codes)
    assert {"test.forbidden-word", "link.broken", "address.lost", "image.no-alt"} <= codes
