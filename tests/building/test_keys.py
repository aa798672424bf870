"""Equal keys mean equal views: a key holds all that its page reads.

Pages are planned for very many states of a site; whenever a key comes again, so must the view.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from sitegen.files import digest
from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import families
from sitegen.pipeline import stages
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Report
from tests.support.attack.rounds import ATTACKING
from tests.support.random_sites.choices import CHOICES, ENTRIES, start, weight
from tests.support.random_sites.edited_site import EditedSite

MIXED = 60
CHOOSING = [
    (name, value)
    for name in CHOICES
    if name != "generator"
    for value in CHOICES[name] * weight(name)
]


EDITED = 15
EDITS = [
    name
    for name in CHOICES
    if name.endswith((" summary", " taste", " weight", " area_text"))
    and COLLECTIONS[ENTRIES[name.partition(" ")[0]][0]].listed
]
"""What an editor changes that shapes nothing."""
SHAPING = ("site page_size", "site featured", "tea region", "700 rows", "coop draft", "as of")

UNDATED = {name: None for name in CHOICES if name.endswith((" published", " updated"))}
CORNERS = [
    [UNDATED | {"as of": day} for day in CHOICES["as of"]],
    [
        {"site featured": ["@pear"], "orchard region": [one], "kite region": [other]}
        for one, other in (("@qingxi", "@baishan"), ("@baishan", "@qingxi"))
    ],
]
"""Changes that show only together with others."""


class Views:
    """The digest of the view behind each key that was planned, and the state of the site then.

    A state is planned from what lies on the disk and, `remembering`, from what the plan before left in memory, which
    must be the same.
    """

    def __init__(self, folder: Path) -> None:
        self.site = EditedSite(folder, {}, 0)
        self.memory = PreviewMemory()
        self.seen: dict[str, tuple[str, dict[str, Any]]] = {}
        self.put_right = 0
        """How often a plan was not made anew."""

    def planned(self, memory: PreviewMemory | None) -> tuple[PreparedSite, Report]:
        report = Report()
        plan = stages.prepare(
            self.site.root,
            report,
            today=self.site.clock.today,
            now=self.site.clock.now(),
            workers=1,
            use_cache=True,
            keep_cache=True,
            memory=memory,
        )
        assert plan is not None and not report.has_errors, report.text("zh")
        return plan, report

    def compare(self, chosen: dict[str, Any], *, remembering: bool = True) -> None:
        self.site.edit([("choose", name, value) for name, value in (start() | chosen).items()])
        plan, report = self.planned(None)
        if remembering:
            before = self.memory.site_plan
            remembered, repeated = self.planned(self.memory)
            uses = remembered.catalogue.uses
            self.put_right += before is not None and uses is before.catalogue.uses
            assert remembered.outputs == plan.outputs and remembered.catalogue == plan.catalogue
            assert repeated.text("zh", every=True) == report.text("zh", every=True)
        for output in plan.outputs:
            view = digest(repr(families.view_of(plan.context, output)).encode())
            known, then = self.seen.setdefault(output.key, (view, chosen))
            assert known == view, f"{output.path} has one key but two views: {then} and {chosen}"


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Views:
    found = Views(tmp_path_factory.mktemp("keys"))
    found.compare({})
    return found


def test_whatever_single_thing_is_changed_equal_keys_mean_equal_views(views: Views) -> None:
    changes = [
        {name: value}
        for name, values in CHOICES.items()
        # Each first other value; `make attack` tries all.
        for value in (values[1 : None if ATTACKING else 2] if name != "generator" else ())
    ]
    for number, change in enumerate(changes):
        views.compare(change, remembering=number % 4 == 0)


def test_a_plan_that_is_put_right_is_the_one_that_would_be_made(views: Views) -> None:
    drawn = random.Random(20261127)
    edits = [(name, value) for name in EDITS for value in CHOICES[name]]
    for shaping in [{}, *({name: CHOICES[name][-1]} for name in SHAPING)]:
        views.compare(shaping)
        before = views.put_right
        for _ in range(EDITED):
            views.compare(shaping | dict(drawn.choices(edits, k=drawn.choice([1, 2, 5]))))
        assert views.put_right > before + EDITED / 2


@pytest.mark.parametrize("states", CORNERS)
def test_in_odd_corners_equal_keys_mean_equal_views(
    states: list[dict[str, Any]], views: Views
) -> None:
    for chosen in states:
        views.compare(chosen)


def test_whatever_many_things_are_changed_equal_keys_mean_equal_views(views: Views) -> None:
    drawn = random.Random(20260115)
    for _ in range(MIXED):
        views.compare(dict(drawn.choices(CHOOSING, k=drawn.choice([2, 3, 5, 10, 40]))))
