"""Labelled queries: every class has some, and their labels hold against the files themselves."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
import yaml

from benchmarks.search.labelled import edits, numbers, sounds
from benchmarks.search.labelled.classes import CLASSES, draw
from benchmarks.search.labelled.records import Unreadable, read
from benchmarks.search.labelled.shelf import Shelf
from benchmarks.search.queries import lines
from tests.support import basic_site

DEMO = basic_site.REPOSITORY
EVERYDAY = DEMO / "benchmarks" / "search" / "everyday.jsonl"
PAGES = (
    *("gi", "brands", "products", "heritage", "organizations", "schemes", "articles", "pages"),
    *("policies", "figures", "events", "services", "clusters"),
)
DAY = date(2026, 1, 1)
Source = dict[str, object]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(*read(DEMO, DAY))


@pytest.fixture(scope="module")
def drawn(shelf: Shelf) -> dict[str, dict[str, frozenset[str]]]:
    """Answers by query by class."""
    found: dict[str, dict[str, frozenset[str]]] = {name: {} for name in CLASSES}
    for name, query in draw(shelf, seed=11, per_class=25):
        found[name][query.text] = query.keys
    return found


@pytest.fixture(scope="module")
def sources() -> dict[str, tuple[Source, str]]:
    """The front matter of every entry file with a page, and the whole file, by key."""
    found = {}
    for collection in PAGES:
        for path in sorted((DEMO / "content" / collection).glob("*.*")):
            text = path.read_text("utf-8")
            head = text.split("---\n")[1] if path.suffix == ".md" else text
            found[f"{collection}:{path.stem}"] = (yaml.safe_load(head), text)
    return found


def names(source: Source) -> list[str]:
    """What an entry is called, read without the program."""
    former = [str(one["name"]) for one in source.get("former_names", ())]  # type: ignore[attr-defined]
    short = [str(source["short_name"])] if "short_name" in source else []
    return [str(source["name"]), *short, *source.get("aka", ()), *former]  # type: ignore[misc]


def letters(text: str) -> str:
    flat = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[^\w]|_", "", flat)


def unmarked(pinyin: str) -> list[str]:
    plain = unicodedata.normalize("NFD", pinyin.replace("ü", "v").replace("ǜ", "v"))
    return re.sub(r"[^a-z ]", "", plain.lower()).split()


def test_every_class_has_queries_on_the_demo_site(
    drawn: dict[str, dict[str, frozenset[str]]],
) -> None:
    few = {name: len(queries) for name, queries in drawn.items() if len(queries) < 20}
    assert few.keys() <= {"further-place"}, "only three entries lie in several counties"
    assert all(few.values())


def test_the_same_seed_draws_the_same_and_another_seed_another_set() -> None:
    first, again, other = (lines(DEMO, seed, 5, list(CLASSES), DAY) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_class_is_drawn_alike_whatever_stands_beside_it() -> None:
    alone = lines(DEMO, 7, 5, ["mixed"], DAY)
    together = lines(DEMO, 7, 5, ["exact", "mixed"], DAY)
    assert alone == [line for line in together if json.loads(line)["class"] == "mixed"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("exact", lambda q, s: letters(str(s["name"])) == letters(q)),
        ("middle-2", lambda q, s: any(q in letters(n) for n in names(s))),
        ("middle-3", lambda q, s: any(q in letters(n) for n in names(s))),
        ("brand", lambda q, s: any(q in letters(n) for n in names(s))),
        ("everyday-name", lambda q, s: letters(q) in map(letters, names(s))),
    ],
)
def test_labels_of_names_are_all_that_the_files_say_and_no_more(
    name: str,
    right: Callable[[str, Source], bool],
    drawn: dict[str, dict[str, frozenset[str]]],
    sources: dict[str, tuple[Source, str]],
) -> None:
    for text, keys in drawn[name].items():
        assert keys == {key for key, (source, _) in sources.items() if right(text, source)}, text


def test_labels_of_pinyin_are_all_entries_whose_own_pinyin_it_is(
    drawn: dict[str, dict[str, frozenset[str]]], sources: dict[str, tuple[Source, str]]
) -> None:
    for name, spelt in (("pinyin", "".join), ("initials", lambda s: "".join(x[0] for x in s))):
        for text, keys in drawn[name].items():
            own = {
                key
                for key, (source, _) in sources.items()
                if spelt(unmarked(str(source.get("pinyin", "")))) == text.replace(" ", "").lower()
            }
            assert own and own <= keys, text


def test_a_body_phrase_stands_in_the_file_of_every_entry_it_is_labelled_with(
    drawn: dict[str, dict[str, frozenset[str]]], sources: dict[str, tuple[Source, str]]
) -> None:
    for text, keys in drawn["body"].items():
        for key in keys:
            whole = letters(re.sub(r"\]\([^)]*\)", "", sources[key][1]))
            assert text in whole, (text, key)


def test_a_place_and_a_product_are_answered_by_entries_of_that_place(
    drawn: dict[str, dict[str, frozenset[str]]], shelf: Shelf
) -> None:
    for text, keys in drawn["place-product-space"].items():
        place, product = text.split(" ")
        for key in keys:
            record = shelf.by_key[key]
            tree = shelf.catalogue.regions
            nodes = {n for r in record.regions for n in (r, *tree.ancestors(r))}
            lies = any(region in nodes for region in shelf.place_words[place])
            assert lies or place in record.folded, (text, key)
            kinds = shelf.category_words.get(product, ())
            assert product in record.folded or set(record.categories) & set(kinds), (text, key)


def test_a_slip_is_no_name_and_no_part_of_one(
    drawn: dict[str, dict[str, frozenset[str]]], shelf: Shelf
) -> None:
    for name in ("homophone", "typo"):
        assert not [text for text in drawn[name] if shelf.holding(text)]


def test_a_number_is_answered_by_its_announcement_and_by_those_it_names(
    drawn: dict[str, dict[str, frozenset[str]]], shelf: Shelf
) -> None:
    found = numbers.answer(shelf, "646")
    assert {"articles:notice-646", "recognitions:cnipa-646", "gi:shouguang-ji"} <= found
    assert "gi:weixian-luobo" not in found
    assert drawn["number"] and drawn["number-fragment"]


def test_writing_a_name_in_parts() -> None:
    name, syllables = "潍县萝卜", ("wei", "xian", "luo", "bo")
    for text in ("潍县萝卜", "潍xian萝卜", "weixianlb", "潍县lb", "wxlb", "weixianluobo"):
        assert sounds.writes(text, name, syllables), text
    for text in ("潍县", "weixianlbx", "潍坊萝卜", "wxl"):
        assert not sounds.writes(text, name, syllables), text


def test_initials_may_be_two_letters() -> None:
    assert sounds.abbreviations(("yu", "cheng", "cha")) == {"ycc", "ychc", "ycch", "ychch"}
    assert sounds.writes("ychc", "禹城茶", ("yu", "cheng", "cha"))


def test_southern_ears() -> None:
    assert set(sounds.slurred("zhang")) == {"zang", "zhan"}
    assert set(sounds.slurred("lan")) == {"nan", "lang"}
    assert sounds.blurred("zhang") == sounds.blurred("zan")
    assert sounds.blurred("ning") == sounds.blurred("lin")
    assert sounds.blurred("shui") != sounds.blurred("hui")


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("潍县萝卜", "潍县罗卜", True),
        ("潍县萝卜", "潍萝卜", True),
        ("潍县萝卜", "潍县大萝卜", True),
        ("潍县萝卜", "潍萝县卜", True),
        ("潍县萝卜", "潍县萝卜", False),
        ("潍县萝卜", "潍县大葱", False),
        ("潍县萝卜", "潍卜萝县", False),
        ("甲乙", "甲乙丙丁", False),
    ],
)
def test_one_slip_apart(one: str, other: str, close: bool) -> None:
    assert edits.one_slip(one, other) is close
    assert edits.one_slip(other, one) is close


def test_the_index_of_slips_finds_what_comparing_all_finds() -> None:
    random = Random(3)
    words = ["".join(random.choices("甲乙丙丁", k=random.randint(2, 5))) for _ in range(150)]
    index = edits.index(set(words))
    for word in words:
        assert edits.near(word, index) == {w for w in words if edits.one_slip(word, w)}


def test_a_folder_without_a_site_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read(tmp_path, DAY)


def test_everyday_queries_name_entries_that_exist(shelf: Shelf) -> None:
    queries = [json.loads(line) for line in EVERYDAY.read_text("utf-8").splitlines()]
    assert len(queries) >= 80
    assert len({query["q"] for query in queries}) == len(queries)
    for query in queries:
        assert query["class"] in {"everyday", "spoken", "far"}
        assert query["ids"]
        assert set(query["ids"]) <= shelf.catalogue.entries.keys(), query["q"]


def test_an_entry_that_names_its_region_stands_in_it(tmp_path: Path) -> None:
    product = "---\nname: 青溪梨膏\nkind: 农产品\npinyin: lí gāo\nregion: 青溪县\n---\n\n"
    root = basic_site.write(tmp_path, {**basic_site.BASIC, "content/products/li-gao.md": product})
    _, records = read(root, DAY)
    assert {r.key: r.regions for r in records}["products:li-gao"] == ("qingxi",)
