"""A new entry's text: every field of the model, read back as it was meant."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.authoring.drafts import front_matter
from sitegen.authoring.edits.scalars import scalar
from sitegen.authoring.field_descriptions import describe
from sitegen.loading import documents
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import ExtraField, Options
from sitegen.model.types import Label
from sitegen.problems import Language

OPEN = [name for name, collection in COLLECTIONS.items() if not collection.tree]
HAN = re.compile(r"[\u4e00-\u9fff]")


def drafted(
    collection: str, language: Language = "zh", *, full: bool = True, **known: object
) -> str:
    return front_matter(collection, known, Options(), language, full=full)  # type: ignore[arg-type]


def plain(text: str) -> Any:
    """Read as YAML in which every scalar is text and a blank is ""."""
    return yaml.load(text, yaml.BaseLoader)


def uncommented(text: str) -> str:
    """The text with every optional field put in force."""
    return re.sub(r"^( *)# ( *(?:- )?[a-z_]+:)", r"\1\2", text, flags=re.MULTILINE)


@pytest.mark.parametrize("collection", OPEN)
def test_every_field_stands_there_once_and_reads_as_yaml_once_uncommented(collection: str) -> None:
    text = drafted(collection)
    fields = describe(COLLECTIONS[collection].model, Options(), "zh")
    assert set(plain(uncommented(text))) == set(fields)
    required = {name for name, field in fields.items() if field.is_required}
    assert set(plain(text)) == required
    document, problems = documents.parse(uncommented(text).encode(), "content/x/x.yaml")
    assert document is not None and problems == []


def test_a_short_draft_has_what_most_entries_have_and_names_the_rest() -> None:
    text = drafted("brands", full=False)
    tree = plain(uncommented(text))
    assert set(tree["images"][0]) == {"file", "alt"}
    assert {"name", "kind", "summary", "region", "owner", "sources"} <= set(tree)
    assert not {"review", "former_urls", "brand_values"} & set(tree)
    assert "三审三校" in text and "品牌价值" in text and "--full" in text
    assert len(text.splitlines()) < 50 < len(drafted("brands").splitlines())


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("collection", OPEN)
def test_nothing_stands_behind_a_field_where_a_value_is_typed(collection: str, full: bool) -> None:
    lines = uncommented(drafted(collection, full=full)).splitlines()
    assert all(not line.partition(":")[2] for line in lines if re.match(r" *(- )?[a-z_]+:", line))


def test_groups_and_lists_of_groups_keep_their_shape() -> None:
    tree = plain(uncommented(drafted("gi")))
    assert set(tree["quality"]["measures"][0]) == {"name", "op", "value", "unit", "note"}
    assert set(tree["withdrawn"]) == {"on", "reason", "document"}
    assert tree["area_text"] == ""
    rows = plain(drafted("recognitions"))["rows"]
    assert rows == [{"row": "", "subject": ""}]


@pytest.mark.parametrize("collection", OPEN)
def test_each_field_says_what_it_is_in_the_language_asked_for(collection: str) -> None:
    for line in drafted(collection).splitlines():
        is_field = re.match(r" *# *(- )?[a-z_]+:$", line)
        assert not line or is_field or "#" not in line or HAN.search(line), line
    for line in drafted(collection, "en").splitlines():
        assert not HAN.search(line.replace("清道光年间", "")), line


def test_choices_and_the_sites_own_fields_and_choices_are_named() -> None:
    options = Options(
        choices={"products.kind": {"tea": Label("茶礼", "tea gift")}},
        fields={"products": {"shelf": ExtraField("shelf", "text", Label("货架", "shelf"))}},
    )
    zh = front_matter("products", {"name": "x"}, options, "zh")
    assert "可选：地标、手造、非遗、文创、农产品、老字号、茶礼）\nkind:\n" in zh
    assert "\n# 货架\n# shelf:\n" in zh
    en = front_matter("products", {"name": "x"}, options, "en")
    assert "landmark, handmade" in en and "tea)" in en and "\n# shelf\n# shelf:\n" in en


def test_what_is_known_is_filled_in() -> None:
    text = drafted(
        "recognitions",
        scheme="gi-protection",
        document="示例公告: 第1号",
        rows=[{"row": "a", "subject": "gi:qingxi-xueli", "level": "正奖"}],
    )
    assert plain(text) == {
        "scheme": "gi-protection",
        "document": "示例公告: 第1号",
        "rows": [{"row": "a", "subject": "gi:qingxi-xueli", "level": "正奖"}],
    }
    assert "\nregion: qingxi\n" in drafted("gi", name="x", region=["qingxi"])
    assert "\nregion: [qingxi, baishan]\n" in drafted("gi", name="x", region=["qingxi", "baishan"])


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1))
@example("- x")
@example("名称：值")
@example("a: b # c")
@example("'引号'")
@example('"')
@example("\\")
@example("&x *y !z |")
@example("\ufeffx")
@example("\u034f")
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    for written in (f"x: {scalar(text)}\n", f"x: [{scalar(text, in_list=True)}]\n"):
        document, problems = documents.parse(written.encode(), "content/x/x.yaml")
        if document is None:
            # Some characters count as printable and cannot be seen.
            unseen = [problem.kind.code for problem in problems] == ["text.invisible-character"]
            assert unseen or not text.isprintable()
            continue
        found = document.tree["x"]
        assert (found[0] if isinstance(found, list) else found) == text
