"""A document becomes entries: all its problems at once, each at its line and column, in words."""

from __future__ import annotations

from collections import defaultdict

import pytest

from sitegen.model.options import ExtraField, Options
from sitegen.model.types import Label
from tests.support.one_document import problem_places, product, read


def test_every_problem_of_a_file_is_told_at_once_where_it_stands() -> None:
    text = (
        "nmae: 甲\n"
        "kind: 农产\n"
        "gift: 也许\n"
        "available: 13\n"
        "buy:\n"
        "  - channel: 门店\n"
        "    url: www.a.cn\n"
        "    checked: 2024-02-30\n"
        "hs_code: 十\n"
        "region: place:青溪\n"
    )
    items, problems = read("content/products/p.yaml", text)
    assert items == ()
    assert problem_places(problems) == [
        "1:1 schema.unknown-field",
        "2:7 schema.not-a-choice",
        "3:7 schema.not-yes-no",
        "4:12 schema.not-months",
        "6:5 schema.missing-field",
        "7:10 schema.not-an-address",
        "8:14 schema.not-a-day",
        "9:10 schema.bad-form",
        "10:9 schema.not-a-reference",
    ]
    facts = {problem.kind.code: problem.facts for problem in problems}
    assert facts["schema.unknown-field"] == {"field": "nmae", "nearest": "name", "fields": ""}
    assert facts["schema.not-a-choice"]["nearest"] == "农产品"
    assert "地标、手造、非遗" in facts["schema.not-a-choice"]["choices"]


def test_a_required_field_that_is_misspelt_is_not_missing_as_well() -> None:
    assert problem_places(read("content/gi/a.yaml", "nmae: 甲\n")[1]) == [
        "1:1 schema.unknown-field"
    ]
    _, problems = product("buy:\n  - {chanel: 店, name: 甲}\n  - {name: 乙}\n")
    assert problem_places(problems) == ["4:6 schema.unknown-field", "5:5 schema.missing-field"]


def test_a_missing_field_is_named_in_the_authors_words() -> None:
    _, (problem,) = read("content/gi/a.yaml", "region: x\n")
    assert problem.facts == {"field": "name", "title": "名称", "title_en": "Name"}
    assert "缺少必填的“name”（名称）" in problem.message("zh")
    assert "the required field “name” (Name) is missing" in problem.message("en")


@pytest.mark.parametrize(
    ("lines", "place", "wanted", "given"),
    [
        ("aka: {俗名: 乙}\n", "3:6", "列表", "分组"),
        ("buy: 门店\n", "3:6", "列表", "一段文字"),
        ("buy:\n  - 门店\n", "4:5", "分组", "一段文字"),
        ("review: 张三\n", "3:9", "分组", "一段文字"),
        ("summary: [甲]\n", "3:10", "一段文字", "列表"),
        ("published: {day: 1}\n", "3:12", "日期", "列表或分组"),
    ],
)
def test_a_wrong_shape_says_what_is_wanted_and_what_stands_there(
    lines: str, place: str, wanted: str, given: str
) -> None:
    item, (problem,) = product(lines)
    assert item is None and problem_places([problem]) == [f"{place} schema.wrong-shape"]
    assert (problem.facts["wanted"], problem.facts["given"]) == (wanted, given)


def test_an_unknown_field_in_a_group_is_compared_with_that_group() -> None:
    _, (problem,) = product("buy:\n  - {channel: 店, name: 甲, adress: 乙}\n")
    assert problem_places([problem]) == ["4:27 schema.unknown-field"]
    assert problem.facts["nearest"] == "address"


def test_nothing_similar_gives_no_hint() -> None:
    _, (problem,) = product("qqqq: 甲\n")
    assert problem.facts["nearest"] == ""
    assert "最接近" not in problem.message("zh")


def test_a_field_with_nothing_behind_it_counts_as_not_written() -> None:
    item, problems = product("hs_code:\nbuy:\n  - {channel: 店, name: 甲, phone: }\nreview:\n")
    assert problems == [] and item is not None
    assert item.record.hs_code is None and "hs_code" not in item.tree
    assert item.tree["buy"] == [{"channel": "店", "name": "甲"}]


def test_a_choice_is_its_code_or_its_chinese_word() -> None:
    for word in ("老字号", "time-honoured"):
        items, problems = read("content/products/p.yaml", f"name: 甲\nkind: {word}\n")
        assert problems == [] and items[0].record.kind == "time-honoured"


def test_claims_are_one_word_or_several_with_their_sources() -> None:
    def origin(lines: str) -> list[tuple[str, str | None]]:
        text = f"name: 甲\nclass: 民俗\norigin: {lines}\n"
        items, problems = read("content/heritage/h.yaml", text)
        assert problems == []
        return [(stated.value, stated.source) for stated in items[0].record.origin]

    assert origin("明代") == [("明代", None)]
    assert origin("{value: 明代, source: 县志}") == [("明代", "县志")]
    assert origin("[{value: 明代, source: 县志}, {value: 清初}]") == [
        ("明代", "县志"),
        ("清初", None),
    ]


def test_a_faulty_claim_is_reported_inside_the_list() -> None:
    text = (
        "name: 甲\nkind: 产品品牌\nfounded:\n  - {value: 1692, source: 档案}\n  - {value: 古代}\n"
    )
    _, problems = read("content/brands/b.yaml", text)
    assert problem_places(problems) == ["5:13 schema.not-a-date"]
    _, problems = read("content/brands/b.yaml", "name: 甲\nkind: 产品品牌\nfounded: 古代\n")
    assert problem_places(problems) == ["3:10 schema.not-a-date"]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("content/gi/潍县萝卜.md", "entry.bad-file-name"),
        ("content/gi/Weixian.yaml", "entry.bad-file-name"),
        ("content/gi/con.yaml", "entry.bad-file-name"),
        ("content/product/a.yaml", "entry.no-collection"),
        ("content/gi/more/a.yaml", "entry.folder-in-folder"),
        ("content/region.yaml", "entry.no-collection"),
        ("content/regions/a.yaml", "entry.no-collection"),
    ],
)
def test_a_file_must_have_a_home_and_a_usable_name(file: str, code: str) -> None:
    text = "---\nname: 甲\n---\n" if file.endswith(".md") else "name: 甲\n"
    items, (problem,) = read(file, text)
    assert items == () and problem.kind.code == code
    if file == "content/product/a.yaml":
        assert problem.facts["nearest"] == "products"


def test_a_fault_in_one_node_of_a_tree_leaves_the_others() -> None:
    text = (
        "fruit: {name: 果品}\nPears: {name: 梨}\nnuts: 坚果\n"
        "melons: {nmae: 瓜}\ntea: {name: 茶, order: 一}\n"
    )
    items, problems = read("content/categories.yaml", text)
    assert [item.id for item in items] == ["fruit"]
    assert problem_places(problems) == [
        "2:1 schema.not-an-id",
        "3:7 schema.wrong-shape",
        "4:10 schema.unknown-field",
        "5:23 schema.not-a-number",
    ]


CHOICES = defaultdict(tuple, choice=(("a", Label("甲等", "a")), ("b", Label("乙等", "b"))))
REFERRED = defaultdict(tuple, reference=("organizations", "gi"))
EXTRAS = Options(
    choices={"products.kind": {"tea": Label("茶", "tea")}},
    fields={
        "products": {
            name: ExtraField(name, kind, Label(name, name), CHOICES[kind], REFERRED[kind])
            for name, kind in {
                "altitude": "number",
                "picked": "date",
                "season": "months",
                "organic": "yes-no",
                "shop": "address",
                "taste": "text",
                "grade": "choice",
                "awards": "list",
                "growers": "reference",
            }.items()
        }
    },
)


def test_a_site_may_add_facts_and_choices_of_its_own() -> None:
    text = (
        "name: 甲\nkind: 茶\naltitude: 0800\npicked: {text: 谷雨前, sort: 2024-04-19}\n"
        "season: [4, 9-10]\norganic: yes\nshop: https://a.cn/\ntaste: 清\n"
        "grade: 乙等\nawards: [金奖, 银奖]\ngrowers: [gi:a, organizations:b]\n"
    )
    (item,), problems = read("content/products/p.yaml", text, EXTRAS)
    assert problems == [] and item.record.kind == "tea"
    assert item.extra == {
        "altitude": ("800",),
        "picked": ("谷雨前",),
        "season": ("4", "9", "10"),
        "organic": ("yes",),
        "shop": ("https://a.cn/",),
        "taste": ("清",),
        "grade": ("b",),
        "awards": ("金奖", "银奖"),
        "growers": ("gi:a", "organizations:b"),
    }
    assert item.extra_mentions == ((("growers", 0), "gi:a"), (("growers", 1), "organizations:b"))


def test_a_sites_own_facts_are_checked_and_hinted_like_all_others() -> None:
    _, problems = product("altitude: 高\npickd: 2024\norganic: 1\nshop: a.cn\n", EXTRAS)
    assert problem_places(problems) == [
        "3:11 schema.not-a-number",
        "4:1 schema.unknown-field",
        "5:10 schema.not-yes-no",
        "6:7 schema.not-an-address",
    ]
    assert {p.facts.get("nearest") for p in problems} >= {"picked"}
    _, problems = product("grade: 甲\nawards: [[金奖]]\ngrowers: place:a\n", EXTRAS)
    assert problem_places(problems) == [
        "3:8 schema.not-a-choice",
        "4:10 schema.wrong-shape",
        "5:10 schema.not-a-reference",
    ]
    assert problems[0].facts["choices"] == "甲等、乙等" and problems[0].facts["nearest"] == "甲等"
    _, problems = read("content/products/p.yaml", "name: 甲\nkind: 茶叶\n", EXTRAS)
    assert problems[0].facts["nearest"] == "茶"
