"""People are named with consent on record, without telephones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.basic_site import SCHEME
from tests.support.site_test import SiteTest

PERSON = """\
name: 李青
pinyin: lǐ qīng
kind: 工匠
basis: 本人同意
consent: 2025-11-01 书面同意，存档12号
organization: qingxi-li-xiehui
post: 熬梨膏的师傅
"""
FILE = "content/people/li-qing.yaml"
AWARD = SCHEME.replace("regime: 地理标志产品\n", "").replace("地理标志产品保护", "市长质量奖")
FILES = {
    FILE: PERSON,
    "content/people/bai-shan.yaml": "name: 白山\nkind: 企业家\nbasis: 官方公布\n",
    "content/schemes/award.yaml": AWARD,
    "content/recognitions/award-2025.yaml": (
        "scheme: award\ndocument: 云政发〔2025〕9号\nannounced: 2025-12-01\nnumber_slug: award-2025-9\n"
        "rows:\n  - {row: a, subject: people:li-qing}\n"
    ),
}


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ").split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    return SiteTest(tmp_path_factory.mktemp("people"), FILES).build().passes()


def test_people_stand_by_kind(site: SiteTest) -> None:
    page = site.page("people/")
    assert [words(h) for h in page.select("h2[id]")][:2] == ["工匠", "企业家"]


def test_a_person_has_awards_and_stands_on_the_page_of_the_organization(site: SiteTest) -> None:
    page = site.page("people/li-qing/")
    assert "市长质量奖" in words(page.select_one(".entry__aside"))
    assert page.select_one('a[href="../../organizations/qingxi-li-xiehui/"]')
    assert "李青" in words(site.page("organizations/qingxi-li-xiehui/"))


def test_the_record_of_consent_is_never_published(site: SiteTest) -> None:
    for path in site.target.rglob("*"):
        assert not path.is_file() or "存档12号".encode() not in path.read_bytes(), path


@pytest.mark.parametrize("basis", ["本人同意", "consent"])
def test_consent_is_asked_for(tmp_path: Path, basis: str) -> None:
    text = PERSON.replace("consent: 2025-11-01 书面同意，存档12号\n", "")
    site = SiteTest(tmp_path, {FILE: text.replace("本人同意", basis)}).check()
    site.fails_with(f"{FILE}:4:8 person.without-consent")
    assert "补上 consent" in site.report.text()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("post: 师傅，电话0536-3212345", "person.telephone"),
        ("post: 师傅，电话 （0536）3212345", "person.telephone"),
        ("summary: 热线400-123-4567", "person.telephone"),
        ("post: 师傅，13912345678", "privacy.mobile-number"),
        ("post: 师傅，11010519491231002X", "privacy.identity-number"),
    ],
)
def test_no_number_of_a_person_is_published(tmp_path: Path, line: str, code: str) -> None:
    text = PERSON.replace("post: 熬梨膏的师傅\n", f"{line}\n")
    site = SiteTest(tmp_path, {FILE: text}).check()
    place = text.splitlines().index(line) + 1
    column = line.index(":") + 3
    site.fails_with(f"{FILE}:{place}:{column} {code}")


@pytest.mark.parametrize("line", ["post: 1949-10-01 生", "summary: 编号 2025-0536", "post: 第3届"])
def test_other_numbers_are_no_telephones(tmp_path: Path, line: str) -> None:
    text = PERSON.replace("post: 熬梨膏的师傅\n", f"{line}\n")
    SiteTest(tmp_path, {FILE: text}).check().passes()


def test_a_person_who_is_withdrawn_leaves_a_tombstone(tmp_path: Path) -> None:
    text = PERSON + "withdrawn: {on: 2026-01-10, reason: 本人要求撤下}\n"
    site = SiteTest(tmp_path, {FILE: text}).build().passes()
    page = words(site.page("people/li-qing/"))
    assert "本人要求撤下" in page and "熬梨膏" not in page
    assert not (site.target / "people/index.html").exists(), "nobody is left"
    assert "李青" not in words(site.page("organizations/qingxi-li-xiehui/").main)
