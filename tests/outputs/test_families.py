"""A kind of page is declared in one place: what the tables of all families say holds for every output."""

from __future__ import annotations

from typing import Any

import pytest

from sitegen.outputs import families
from sitegen.outputs.addresses import address_of
from sitegen.outputs.family import COMMON_PARTS
from sitegen.outputs.output import Output
from tests.support import demo_site, planned_site

BY_RECIPE = {name: family for family in families.FAMILIES for name in family.recipes}


@pytest.fixture(scope="module", params=["basic", "demo"])
def outputs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    if request.param == "demo":
        return demo_site.plan().outputs
    return planned_site.plan(tmp_path_factory.mktemp("families"))[0].outputs


def test_no_two_families_have_one_recipe_or_one_name() -> None:
    assert len(BY_RECIPE) == sum(len(family.recipes) for family in families.FAMILIES)
    assert len({family.name for family in families.FAMILIES}) == len(families.FAMILIES)


def test_a_family_plans_either_with_the_others_or_after_all_pages() -> None:
    for family in families.FAMILIES:
        assert (family.plan is None) != (family.plan_after_pages is None), family.name


def test_every_part_of_a_key_is_explained_by_its_family(outputs: tuple[Output, ...]) -> None:
    for output in outputs:
        family = BY_RECIPE[output.recipe]
        unexplained = {name for name, _ in output.parts} - {*COMMON_PARTS, *family.parts}
        assert not unexplained, f"{family.name}: {output.path}"


def test_two_families_say_the_same_of_a_part_of_one_name() -> None:
    words: dict[str, object] = dict(COMMON_PARTS)
    for family in families.FAMILIES:
        for name, label in family.parts.items():
            assert words.setdefault(name, label) == label, f"{family.name}: {name}"


def test_every_address_begins_with_a_reserved_word_or_is_an_authors(
    outputs: tuple[Output, ...],
) -> None:
    """So no page of an author can take the address of a family's page."""
    for output in outputs:
        first, slash, _ = address_of(output.path).partition("/")
        family = BY_RECIPE[output.recipe]
        if slash and family.name not in ("prose", "withdrawn"):
            assert first in families.RESERVED, output.path


def test_only_pages_stand_in_the_sitemap(outputs: tuple[Output, ...]) -> None:
    listed = [output for output in outputs if output.in_sitemap]
    assert listed and all(
        output.path.endswith("/index.html") or output.path == "index.html" for output in listed
    )
    hidden = {output.recipe for output in outputs if not output.in_sitemap}
    assert not {"withdrawn", "redirect", "not-found"} & {output.recipe for output in listed}
    assert {"not-found", "sitemap.xml"} <= hidden
