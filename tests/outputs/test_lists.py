"""The narrower lists that a list leads to: as fine as a reader can take in."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.outputs.pages.lists import facets
from sitegen.outputs.parts.trees import AT_A_GLANCE
from tests.support import planned_site
from tests.support.basic_site import BASIC


@pytest.mark.parametrize("counties", [AT_A_GLANCE // 3, AT_A_GLANCE // 3 + 1])
def test_places_are_shown_at_the_finest_level_that_is_not_too_many(
    tmp_path: Path, counties: int
) -> None:
    regions = "yunzhou: {name: 云州市, short_name: 云州, kind: 市}\n"
    files = dict.fromkeys(BASIC)
    for province in "abc":
        regions += f"{province}: {{name: {province}省, kind: 省}}\n"
        for number in range(counties):
            place = f"{province}{number}"
            regions += f"{place}: {{name: {place}县, kind: 县市区, parent: {province}}}\n"
            files[f"content/gi/{place}.md"] = (
                f"---\nname: 梨{place}\npinyin: lí\nregion: {place}\n---\n"
            )
    files |= {"site.yaml": BASIC["site.yaml"], "content/regions.yaml": regions}
    site, _ = planned_site.plan(tmp_path, files)
    (places, _) = facets(site.catalogue, "gi", "").nodes
    shown = [(words, count) for _, words, count in places[1]]
    if 3 * counties <= AT_A_GLANCE:
        assert len(shown) == 3 * counties and {count for _, count in shown} == {1}
    else:
        assert shown == [(f"{province}省", counties) for province in "abc"]
    assert sum(count for _, count in shown) == 3 * counties


def test_a_place_whose_parts_hold_nothing_stands_for_itself(tmp_path: Path) -> None:
    pear = BASIC["content/gi/qingxi-xueli.md"].replace("region: qingxi", "region: yunzhou")
    catalogue = planned_site.catalogue(tmp_path, {"content/gi/qingxi-xueli.md": pear})
    assert facets(catalogue, "gi", "").nodes[0][1] == [("regions:yunzhou", "云州", 1)]
