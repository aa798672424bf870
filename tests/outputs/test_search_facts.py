"""What the search knows of regions and categories."""

from __future__ import annotations

from pathlib import Path

from sitegen.outputs.files import search_facts
from sitegen.outputs.wording import Wording
from tests.support import planned_site
from tests.support.basic_site import BASIC


def test_each_synonym_of_one_text_is_a_name_of_the_category(tmp_path: Path) -> None:
    text = str(BASIC["content/categories.yaml"]).replace("[水果]", '"水果、果子,鲜果"')
    site, _ = planned_site.plan(tmp_path, {"content/categories.yaml": text})
    fruit = search_facts.categories(site.catalogue)[0]
    assert [name.text for name in fruit.names] == ["果品", "水果", "果子", "鲜果"]


def test_each_group_of_the_site_is_split_at_any_comma(tmp_path: Path) -> None:
    site, _ = planned_site.plan(tmp_path)
    words = search_facts.search_facts(
        site.catalogue, Wording("zh-Hans", {}), ["梨、snow pear,雪梨子；梨子"]
    )
    assert words.synonyms == (("梨", "snow pear", "雪梨子", "梨子"),)


def test_the_grade_of_a_title_is_among_the_texts_of_its_entry(tmp_path: Path) -> None:
    name = "content/recognitions/cnipa-700.yaml"
    graded = str(BASIC[name]).replace("xueli}", "xueli, level: 国际一流}")
    catalogue = planned_site.plan(tmp_path, {name: graded})[0].catalogue
    entry = catalogue.entries["gi:qingxi-xueli"]
    assert search_facts.grades(catalogue, entry.key) == ("国际一流",)
    assert "国际一流" in search_facts.text_of(catalogue, entry, lambda _: "")
