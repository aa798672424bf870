"""The search page and the box: where they stand, and what they lead to without a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.outputs.families import view_of
from sitegen.outputs.files import search_facts
from sitegen.outputs.pages import search as search_page
from sitegen.outputs.parts import featured
from sitegen.outputs.parts.trees import upper_levels
from tests.support import planned_site
from tests.support.basic_site import CATEGORIES, REGIONS
from tests.support.site_test import Files


def page(root: Path, path: str, changes: Files = {}) -> object:  # noqa: B006
    made, report = planned_site.plan(root, changes)
    assert not report.problems, report.text()
    output = next(output for output in made.outputs if output.path == path)
    return view_of(made.context, output)


def test_every_page_but_those_that_begin_with_a_box_has_one_in_its_masthead(
    tmp_path: Path,
) -> None:
    made, _ = planned_site.plan(tmp_path)
    boxes = {
        output.path: view_of(made.context, output).frame.masthead.search
        for output in made.outputs
        if output.path.endswith(".html")
    }
    assert {path for path, box in boxes.items() if box is None} == {
        "404.html",
        "index.html",
        "search/index.html",
    }
    assert boxes["gi/qingxi-xueli/index.html"].action == "../../search/"
    assert boxes["gi/qingxi-xueli/index.html"].files == "../../search/"
    (lost,) = (output for output in made.outputs if output.path == "404.html")
    own = view_of(made.context, lost).search
    assert own.root == made.context.site.settings.base_path


def test_the_search_page_leads_on_by_letter_list_place_and_category(tmp_path: Path) -> None:
    found = page(tmp_path, "search/index.html")
    assert "../a-z/q/" in [link.url for link in found.letters]
    ways = {group.title: [(link.text, link.note) for link in group.links] for group in found.ways}
    assert ways["按栏目看"][0] == ("地理标志", "1")
    assert ("青溪", "3") in ways["按县市区找"]
    assert "云州" not in dict(ways["按县市区找"]), "a sole root narrows nothing"
    assert ways["按类别找"] == [("梨", "1")]


def test_of_very_many_places_the_upper_ones_stand_on_the_page(tmp_path: Path) -> None:
    towns = "".join(
        f"c{at}: {{name: 第{at}县, short_name: 县{at}, kind: 县市区, parent: yunzhou}}\n"
        f"t{at}: {{name: 第{at}镇, short_name: 镇{at}, kind: 镇街, parent: c{at}}}\n"
        for at in range(search_page.MOST_NODES)
    )
    entries = {
        f"content/gi/e{at}.md": f"---\nname: 甲{at}\npinyin: jiǎ\nregion: t{at}\n---\n"
        for at in range(search_page.MOST_NODES)
    }
    made, _ = planned_site.plan(tmp_path, {"content/regions.yaml": REGIONS + towns, **entries})
    shown = [node.id for node, _ in upper_levels(made.catalogue, "regions", search_page.MOST_NODES)]
    assert "c1" in shown and "t1" not in shown


def test_examples_are_searches_of_different_kinds(tmp_path: Path) -> None:
    made, _ = planned_site.plan(tmp_path)
    assert featured.examples(made.context.plan)[:2] == ("qingxixueli", "qxxl")
    assert "青溪 雪梨" in featured.examples(made.context.plan)


@pytest.mark.parametrize("words", ["[水果, 鲜果]", "水果、鲜果", "水果，鲜果"])
def test_each_synonym_of_a_category_is_found(tmp_path: Path, words: str) -> None:
    categories = CATEGORIES.replace("[水果]", words)
    made, report = planned_site.plan(tmp_path, {"content/categories.yaml": categories})
    assert not report.problems, report.text()
    fruit = next(node for node in search_facts.categories(made.catalogue) if node.id == "fruit")

    assert [name.text for name in fruit.names[1:3]] == ["水果", "鲜果"]
