"""An entry given by its name is linked as by its id, where the name is that of one entry alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pydantic import BaseModel

from sitegen.model.collections import COLLECTIONS
from sitegen.model.references import named_collection
from sitegen.model.referring import names
from tests.support import planned_site
from tests.support.basic_site import tree
from tests.support.nested_models import nested_models
from tests.support.problem_lines import problem_line
from tests.support.site_test import SiteTest

GI, PRODUCT = "content/gi/qingxi-xueli.md", "content/products/li-gao.md"
ORGANIZATION = "content/organizations/qingxi-guoye.yaml"
FIRM = (
    "name: 青溪果业（集团）有限公司\nshort_name: 青溪果业\nkind: 企业\n"
    "former_names: [{name: 青溪果品厂}]\naka: 老果品厂\n"
)
KEY = "organizations:qingxi-guoye"


def inner_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The classes of the groups in a class, at any depth."""
    for info in model.model_fields.values():
        for inner in nested_models(info.annotation):
            yield inner
            yield from inner_models(inner)


def product(maker: str) -> str:
    return f"---\nname: 梨膏\nkind: 农产品\nmaker: {maker}\n---\n\n梨。\n"


@pytest.mark.parametrize(
    ("written", "target"),
    {
        "青溪果业（集团）有限公司": KEY,
        "青溪果业(集团) 有限公司": KEY,
        "青溪果业": KEY,
        "青溪果品厂": KEY,
        "老果品厂": "",
        "青溪果业有限公司": "",
    }.items(),
)
def test_a_name_short_name_or_former_name_leads_to_the_entry(
    tmp_path: Path, written: str, target: str
) -> None:
    files = {ORGANIZATION: FIRM, PRODUCT: product(written)}
    catalogue = planned_site.catalogue(tmp_path, files)
    mentions = {mention.target for mention in catalogue.entries["products:li-gao"].mentions}
    assert mentions == ({target} if target else set())
    users = catalogue.used_by(KEY, "products", "maker")
    assert [user.id for user in users] == (["li-gao"] if target else [])


def test_a_name_of_several_entries_is_not_linked_and_they_are_listed(tmp_path: Path) -> None:
    other = FIRM.replace("青溪果业（集团）有限公司", "另一家")
    files = {
        ORGANIZATION: FIRM,
        "content/organizations/zz.yaml": other,
        PRODUCT: product("青溪果业"),
    }
    made, report = planned_site.plan(tmp_path, files)
    (problem,) = report.problems
    assert problem_line(problem) == f"{PRODUCT}:4:8 reference.ambiguous-name"
    assert problem.facts == {"name": "青溪果业", "ids": "qingxi-guoye、zz"}
    assert not made.catalogue.entries["products:li-gao"].mentions


def test_a_name_of_an_entry_that_is_not_public_is_not_linked(tmp_path: Path) -> None:
    files = {ORGANIZATION: FIRM + "draft: 是\n", PRODUCT: product("青溪果业")}
    assert not planned_site.catalogue(tmp_path, files).entries["products:li-gao"].mentions


def test_every_field_that_takes_a_name_is_looked_up(tmp_path: Path) -> None:
    """Also in groups: the user of a mark."""
    fields = {
        f"{model.__name__}.{name}"
        for collection in COLLECTIONS.values()
        for model in (collection.model, *inner_models(collection.model))
        for name, info in model.model_fields.items()
        if named_collection(info)
    }
    assert fields == {
        "Cluster.leads",
        "Cluster.members",
        "Event.exhibitors",
        "GeographicalIndication.applicant",
        "Heritage.organization",
        "MarkUser.organization",
        "Person.organization",
        "Product.maker",
        "Service.organization",
    }
    record = COLLECTIONS["gi"].model.model_validate(
        {"name": "梨", "applicant": "青溪果业", "mark_users": [{"organization": "青溪果品厂"}]}
    )
    assert list(names(record)) == [
        (("applicant",), "organizations", "青溪果业"),
        (("mark_users", 0, "organization"), "organizations", "青溪果品厂"),
    ]
    cluster = COLLECTIONS["clusters"].model.model_validate(
        {
            "name": "梨业",
            "kind": "行业品牌集群",
            "leads": ["青溪果业"],
            "members": ["青溪果品厂", "organizations:hu"],
        }
    )
    assert list(names(cluster)) == [
        (("leads", 0), "organizations", "青溪果业"),
        (("members", 0), "organizations", "青溪果品厂"),
    ]


def test_pages_link_what_was_written_and_list_it_on_the_other_side(tmp_path: Path) -> None:
    pear = (
        "---\nname: 青溪雪梨\nregion: qingxi\napplicant: 青溪果品厂\n"
        "mark_users: [{organization: 青溪果业(集团)有限公司}]\n---\n\n梨。\n"
    )
    heritage = "---\nname: 熬梨膏\nclass: 传统技艺\norganization: 青溪果业\n---\n\n熬。\n"
    files = {ORGANIZATION: FIRM, GI: pear, "content/heritage/ao.md": heritage}
    root = SiteTest(tmp_path, {**files, "content/products/li-gao.md": product("青溪果业")}).root
    assert SiteTest.at(root).build().built is not None
    output = tree(root / "output")
    pages = {
        "gi/qingxi-xueli": ["青溪果品厂", "青溪果业(集团)有限公司"],
        "heritage/ao": ["青溪果业"],
        "products/li-gao": ["青溪果业"],
    }
    for page, words in pages.items():
        soup = BeautifulSoup(output[f"{page}/index.html"], "html.parser")
        links = soup.select('main a[href$="organizations/qingxi-guoye/"]')
        assert {link.get_text() for link in links} >= set(words), page
    firm = BeautifulSoup(output["organizations/qingxi-guoye/index.html"], "html.parser")
    assert {a["href"] for a in firm.select("main .card a")} >= {
        "../../gi/qingxi-xueli/",
        "../../heritage/ao/",
        "../../products/li-gao/",
    }


def test_a_firm_that_gets_the_name_is_linked_by_the_next_build(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {PRODUCT: product("青溪果业")}).build()
    assert site.built is not None
    site.write(ORGANIZATION, FIRM).build()
    assert "products/li-gao/index.html" in site.remade
    page = site.target / "products/li-gao/index.html"
    assert b"organizations/qingxi-guoye/" in page.read_bytes()
