"""Links of bodies, menus and facts open what they say, and do nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.building.deceptive_links import problems
from sitegen.building.parsing import NAMES
from sitegen.loading.document import Document, Places
from sitegen.loading.links import LinkPlaces
from sitegen.problems import Problem
from sitegen.rendering import markdown
from tests.support.basic_site import BASIC
from tests.support.site_test import SiteTest


def found(body: str) -> list[Problem]:
    document = Document("a.md", {}, body, 5, "", Places())
    return problems(document, markdown.render(body, NAMES), LinkPlaces(document))


@pytest.mark.parametrize(
    ("body", "code", "column", "fact"),
    [
        (
            "看[这](https://www.gov.cn@evil.example/)",
            "address.misleading",
            6,
            ("host", "evil.example"),
        ),
        ("https://www.gov.cn@evil.example/ 见", "address.misleading", 1, ("host", "evil.example")),
        ("<https://www.gov.cn@evil.example/>", "address.misleading", 2, ("host", "evil.example")),
        ("看[这][1]\n\n[1]: https://a.cn:81/", "address.misleading", 6, ("right", "https://a.cn/")),
        ('<a href="https://10.0.0.1/">x</a>', "address.misleading", 10, ("host", "10.0.0.1")),
        ("[x](https://xn--wifang-3of.cn/)", "address.misleading", 5, ("host", "xn--wifang-3of.cn")),
        (
            "[x](https://www.wеifang.cn/)",
            "address.misleading",
            5,
            ("host", "www.xn--wifang-3of.cn"),
        ),
        (
            "见https://www.wеifang.cn/ 。",
            "address.misleading",
            2,
            ("host", "www.xn--wifang-3of.cn"),
        ),
        ("[x](https:evil.example)", "schema.not-an-address", 5, ("value", "https:evil.example")),
        ("[www.gov.cn](https://evil.example/)", "address.other-host", 14, ("shown", "www.gov.cn")),
        (
            "[**www.gov.cn**](https://evil.example/)",
            "address.other-host",
            18,
            ("host", "evil.example"),
        ),
        ("[打](tel:*21*0536#)", "link.not-telephone", 5, ("right", "")),
        ("[打](TEL:%2A21%23)", "link.not-telephone", 5, ("right", "")),
        ("[打](tel:0536-3212345;x=1)", "link.not-telephone", 5, ("right", "tel:0536-3212345")),
        ("[信](mailto:a@b.cn?bcc=c@d.cn)", "link.not-mail", 5, ("right", "mailto:a@b.cn")),
        ("[信](mailto:a@b.cn,c@d.cn)", "link.not-mail", 5, ("right", "mailto:a@b.cn")),
        ("[信](mailto:a@b.cn%3Fbody=x)", "link.not-mail", 5, ("right", "mailto:a@b.cn")),
        ("[信](mailto:?body=x)", "link.not-mail", 5, ("right", "")),
        ("[信](mailto:a@localhost)", "address.misleading", 5, ("host", "localhost")),
    ],
)
def test_a_deceptive_link_is_told_once_at_its_place(
    body: str, code: str, column: int, fact: tuple[str, str]
) -> None:
    (problem,) = found(body)
    assert (problem.kind.code, problem.at.column) == (code, column)
    assert problem.facts[fact[0]] == fact[1]


@pytest.mark.parametrize(
    "body",
    [
        "[政府网](https://www.gov.cn/) 和 https://www.gov.cn/a?b=c@d 查询",
        "见https://www.gov.cn查询，[www.gov.cn](https://www.gov.cn/x)",
        "[中国](https://潍坊.中国/)，https://潍坊.中国/",
        "[打](tel:+86-536-3212345)、[信](mailto:a.b@c.cn)、<a@b.cn>",
        "`https://a@b.cn` 是代码",
        "[梨](gi:qingxi-xueli#x) ![](a.png)",
    ],
)
def test_plain_links_pass(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    "scheme", ["sms:1?body=x", "weixin://dl", "ftp://a.cn", "data:text/html,x"]
)
def test_no_other_scheme_gets_into_a_page(scheme: str) -> None:
    prose = markdown.render(f"[x]({scheme})", NAMES)
    assert prose.refused and "href" not in prose.html


def test_a_body_with_entities_is_refused_at_its_place(tmp_path: Path) -> None:
    file = "content/articles/x.md"
    text = "---\nname: 甲\nkind: 说明\n---\n\n乙&#x202E;丙 `&#x202E;`\n"
    SiteTest(tmp_path, {file: text}).check().fails_with(f"{file}:6:2 text.direction-character")


@pytest.mark.parametrize(
    ("link", "at", "code"),
    [
        ("{to: https://a.cn@evil.example/, text: 甲}", "8", "address.misleading"),
        ("{to: https://evil.example/, text: www.gov.cn}", "8", "address.other-host"),
        ("{to: 'https://a b', text: 甲}", "8", "schema.not-an-address"),
    ],
)
def test_links_of_the_menu_are_looked_at(tmp_path: Path, link: str, at: str, code: str) -> None:
    settings = f"{BASIC['site.yaml']}menu:\n  - {link}\n"
    site = SiteTest(tmp_path, {"site.yaml": settings}).check()
    (problem,) = site.report.problems
    assert (problem.kind.code, problem.at.file) == (code, "site.yaml")
    assert problem.at.line == settings.count("\n") and problem.at.column == 10


@pytest.mark.parametrize("file", sorted(name for name in BASIC if not name.endswith(".csv")))
def test_no_text_file_of_a_site_may_have_a_character_that_turns_text_round(
    tmp_path: Path, file: str
) -> None:
    text = str(BASIC[file])
    at = text.index("name: ") + 7 if "name: " in text else len(text.rstrip())
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    site = SiteTest(tmp_path, {file: f"{text[:at]}\u202e{text[at:]}"}).check()
    assert f"{file}:{line}:{column} text.direction-character" in site.problems


def test_on_pages_only_numbers_and_sound_addresses_are_links(tmp_path: Path) -> None:
    firm = "name: 甲%s\nkind: 企业\nindustry: %s\ncontact_public: {phone: '%s'}\n"
    texts = {
        "a": ("https://www.gov.cn@evil.example/", "0536-3212345、0536-3212346"),
        "b": ("https://www.gov.cn/ 可查", "0536-3212345（办公室）"),
        "c": ("https://www.gov.cn/", "0536 3212345 转 1"),
    }
    files = {
        f"content/organizations/{name}.yaml": firm % (name, *one) for name, one in texts.items()
    }
    site = SiteTest(tmp_path, files).build().passes()
    links = {
        name: [
            str(link["href"])
            for link in site.page(f"organizations/{name}/").select("main dd a, main td a")
        ]
        for name in texts
    }
    assert links == {
        "a": ["tel:0536-3212345", "tel:0536-3212346"],
        "b": [],
        "c": ["https://www.gov.cn/", "tel:05363212345"],
    }
