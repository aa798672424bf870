"""Every number under which something is registered has one permanent address."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.catalogue.numbers import certificate_slug, ending
from sitegen.catalogue.registered_numbers import RegisteredNumber, registered_numbers
from sitegen.model.types import is_id
from tests.support import planned_site
from tests.support.basic_site import BASIC

CODE = "91110000600037341L"
HEAD = "scheme: gi-protection\ndocument: 国家知识产权局公告第{}号\nannounced: {}\nrows:\n"


def numbers(root: Path, files: dict[str, str]) -> dict[str, RegisteredNumber]:
    plan, report = planned_site.plan(root, {**BASIC, **files})
    assert not report.has_errors, report.text("zh")
    return registered_numbers(plan.catalogue)


@pytest.mark.parametrize(
    ("number", "slug"),
    {
        "AGI2017-03-2119": "agi2017-03-2119",
        "agi2017032119": "agi2017-03-2119",
        "ＡＧＩ２０１７—０３—２１１９": "agi2017-03-2119",
        "国家知识产权局公告第646号": "cnipa-646",
        "11346204": "mark-no-11346204",
        " A/12 (b) ": "mark-no-a-12-b",
        "Ⅶ-59": "mark-no-vii-59",
        "甲字第12号": "mark-no-12-201357c8",
        "乙字第12号": "mark-no-12-ea829a93",
        "甲": "mark-no-33e3580c",
        "1" * 80: "mark-no-" + "1" * 43 + "-399125dc",
    }.items(),
)
def test_a_certificate_has_an_address_worked_out_from_its_number_alone(
    number: str, slug: str
) -> None:
    """These are permanent: a change here would break addresses that were printed."""
    assert certificate_slug("mark", number) == slug and is_id(slug)


def test_a_certificate_that_two_announcements_name_has_one_page(tmp_path: Path) -> None:
    row = "  - {{row: a, subject: {}, number: AGI2017-03-2119}}\n"
    found = numbers(
        tmp_path,
        {
            "content/recognitions/cnipa-700.yaml": HEAD.format(700, "2025-11-03")
            + row.format("gi:qingxi-xueli"),
            "content/recognitions/cnipa-701.yaml": HEAD.format(701, "2025-12-03")
            + row.format("products:li-gao").replace("2017-03-", "201703"),
        },
    )
    assert set(found) == {"cnipa-700", "cnipa-701", "agi2017-03-2119"}
    subjects = [row.subject for row in found["agi2017-03-2119"].rows]
    assert subjects == ["products:li-gao", "gi:qingxi-xueli"]


def test_a_credit_code_has_the_titles_of_its_organization_and_of_the_brands_it_owns(
    tmp_path: Path,
) -> None:
    organization = str(BASIC["content/organizations/qingxi-li-xiehui.yaml"])
    pear = str(BASIC["content/gi/qingxi-xueli.md"])
    user = f"mark_users:\n  - {{organization: 某社, credit_code: {CODE}}}\n---\n\n青溪"
    found = numbers(
        tmp_path,
        {
            "content/organizations/qingxi-li-xiehui.yaml": f"{organization}credit_code: {CODE}\n",
            "content/gi/qingxi-xueli.md": pear.replace("---\n\n青溪", user),
            "content/brands/b.md": "---\nname: 青溪牌\npinyin: qīng xī pái\nregion: qingxi\n"
            "kind: 企业品牌\nowner: qingxi-li-xiehui\n---\n\n牌。\n",
            "content/recognitions/cnipa-701.yaml": HEAD.format(701, "2025-12-03")
            + "  - {row: a, subject: brands:b}\n"
            + "  - {row: b, subject: organizations:qingxi-li-xiehui}\n",
        },
    )
    number = found[CODE.lower()]
    assert number.kind == "code" and number.text == CODE
    assert number.entries == ("organizations:qingxi-li-xiehui", "gi:qingxi-xueli")
    assert sorted(row.subject for row in number.rows) == [
        "brands:b",
        "organizations:qingxi-li-xiehui",
    ]


@pytest.mark.parametrize(
    ("number", "digits"),
    {
        "国家质检总局公告2006年第126号": "26",
        "第5号": "05",
        "ＡＧＩ２０１０-05-00284": "84",
        CODE: "41",
        "第三批名单": "",
    }.items(),
)
def test_a_number_is_listed_by_its_last_two_digits(number: str, digits: str) -> None:
    assert ending(number) == digits
