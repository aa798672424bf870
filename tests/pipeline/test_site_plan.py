"""What an editor may change without a new plan is read by nothing that plans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sitegen.catalogue.assembly import assemble
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import families
from sitegen.outputs.dependencies import ASPECT_DIGESTS
from sitegen.pipeline.site_plan import BODY, EDITABLE
from sitegen.problems import Location
from tests.support import filled_site, planned_site
from tests.support.basic_site import BASIC

DIGESTS = {"facts_digest", "line_digest", "body_digest"}
"""Those of the fields that parts of keys stand for (`ASPECT_DIGESTS`)."""
asked: set[tuple[str, str]] = set()


def watched_field(name: str) -> property:
    place = Entry._fields.index(name)

    def read(entry: Entry) -> Any:
        asked.add((entry.collection, name))
        return entry[place]

    return property(read)


WATCHED: Callable[[Entry], Entry] = type(
    "Watched", (Entry,), {name: watched_field(name) for name in {*EDITABLE} - DIGESTS}
)._make
"""An entry that tells which of its editable fields are read."""


def test_nothing_is_planned_from_what_may_be_edited_but_through_the_aspects_of_outputs(
    tmp_path: Path,
) -> None:
    files = filled_site.files(lambda path: f"某{path}", "见[某](gi:g)。\n")
    plan, _ = planned_site.plan(tmp_path, {**dict.fromkeys(BASIC), **files})

    def place(entry: Entry, path: object) -> Location:
        return Location(entry.file)

    asked.clear()
    catalogue, problems = assemble(
        [WATCHED(entry) for entry in plan.content.entries],
        as_of=plan.catalogue.as_of,
        options=plan.site.options,
        locate=place,
    )
    context = replace(plan.context.plan, catalogue=catalogue, memo={})
    outputs, more = families.plan([context], place)
    assert outputs == plan.outputs and not problems and not more
    assert ("schemes", "tree_json") in asked  # so it is noticed where one is read
    assert not {(name, field) for name, field in asked if COLLECTIONS[name].listed}
    assert not {(name, field) for name, field in asked if field in BODY}


def test_every_digest_that_may_change_is_an_aspect_of_outputs() -> None:
    entry = Entry(*range(len(Entry._fields)))  # type: ignore[arg-type]
    assert {digest(entry) for digest in ASPECT_DIGESTS.values()} == {
        getattr(entry, name) for name in DIGESTS
    }
    assert {*BODY} < {*EDITABLE} <= {*Entry._fields}
