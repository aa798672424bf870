"""An address leads where readers see that it leads, wherever it may be written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from sitegen.config.settings import Settings
from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import inner_model, written_name
from sitegen.model.types import is_web_address
from sitegen.model.web_address import host_of, misleading, shows_another

MISLEADING = (
    ("https://www.weifang.gov.cn@evil.example/a", "evil.example", "https://www.weifang.gov.cn/a"),
    ("https://www.gov.cn:80@evil.example/", "evil.example", "https://www.gov.cn/"),
    ("https://u:p@a@evil.example/?x", "evil.example", "https://evil.example/?x"),
    ("https://a.cn\\@b.cn", "a.cn", "https://a.cn/@b.cn"),
    ("https://a.cn/x\\y", "a.cn", "https://a.cn/x/y"),
    ("https://a.cn:8443/x", "a.cn", "https://a.cn/x"),
    ("https://a.cn:443", "a.cn", "https://a.cn"),
    ("https://127.0.0.1/", "127.0.0.1", ""),
    ("https://0x7f.1/", "127.0.0.1", ""),
    ("https://017700000001/", "127.0.0.1", ""),
    ("http://2130706433/", "127.0.0.1", ""),
    ("https://127.0.0.1./", "127.0.0.1", ""),
    ("https://１２７.０.０.１/", "127.0.0.1", ""),
    ("https://192.168.1.1/", "192.168.1.1", ""),
    ("https://[::1]:80/", "[::1]", ""),
    ("https://localhost/", "localhost", ""),
    ("https://LOCALHOST./", "localhost", ""),
    ("https://oa/", "oa", ""),
    ("https://printer.local/", "printer.local", ""),
    ("https://oa.internal/", "oa.internal", ""),
    ("https://www.wеifang.gov.cn/", "www.xn--wifang-3of.gov.cn", ""),
    ("https://www.xn--wifang-3of.gov.cn/", "www.xn--wifang-3of.gov.cn", ""),
    ("https://аррӏе.com/", "xn--80ak6aa92e.com", ""),
    ("https://ɡoogle.cn/", "xn--oogle-qmc.cn", ""),
    ("https://www.gov.cn丿x.evil.example/", "www.gov.xn--cnx-y88d.evil.example", ""),
    ("https://tシャツ.jp/", "xn--t-mfutbzh.jp", ""),
    ("https://ｗｗｗ.gov.cn/", "www.gov.cn", "https://www.gov.cn/"),
    ("https://%77ww.gov.cn/", "www.gov.cn", "https://www.gov.cn/"),
    ("https://潍坊。中国/", "xn--2esr27c.xn--fiqs8s", "https://潍坊.中国/"),
    ("https://a..cn/", "a..cn", ""),
    ("https://xn--zz-.cn/", "xn--zz-.cn", ""),
    ("https://a!b.cn/", "a!b.cn", ""),
    ("https://a%0Ab.cn/", r"a\nb.cn", ""),
    (f"https://{'潍' * 64}.cn/", f"{'潍' * 64}.cn", ""),
    (f"https://{'潍' * 90_000}.cn/", "潍" * 253, ""),
    (f"https://xn--{'a9' * 90_000}.cn/", f"xn--{'a9' * 124}a", ""),
    (f"https://{'9' * 90_000}/", "9" * 253, ""),
)  # fmt: skip
GOOD = (
    "https://www.weifang.gov.cn/",
    "HTTP://WWW.A.CN/a@b:c?d=https://u@h:1/#e@f",
    "https://潍坊.中国/名录",
    "https://xn--2esr27c.xn--fiqs8s/",
    "https://中国abc.cn",
    "https://日本のサイト.jp/",
    "https://münchen.de/",
    "https://россия.рф/",
    "https://佐々木.jp/",
    "https://a_b.example.com./",
    "https://163.com/",
    "https://8i8i8i.com/",
)


@pytest.mark.parametrize(("address", "host", "right"), MISLEADING)
def test_an_address_that_misleads_is_told_with_what_a_browser_opens(
    address: str, host: str, right: str
) -> None:
    wrong = misleading(address)
    assert wrong is not None
    assert (wrong.host, wrong.right) == (host, right)
    assert not right or (is_web_address(right) and misleading(right) is None)


@pytest.mark.parametrize("address", GOOD)
def test_plain_addresses_pass(address: str) -> None:
    assert is_web_address(address) and misleading(address) is None


@given(st.text(st.sampled_from("https:/@.\\[]%xn-0a1潍а。７"), max_size=20))
def test_no_address_is_too_strange_to_be_judged(text: str) -> None:
    for address in (text, f"https://{text}", f"https://a.cn{text}"):
        wrong = misleading(address)
        if wrong is None and is_web_address(address):
            authority = address.partition("://")[2].replace("?", "/").partition("/")[0]
            assert "@" not in authority and ":" not in authority and "." in authority


@pytest.mark.parametrize(
    ("text", "address", "expected"),
    [
        (
            "https://www.weifang.gov.cn",
            "https://evil.example/",
            ("www.weifang.gov.cn", "evil.example"),
        ),
        (" www.gov.cn/a?b ", "https://evil.example", ("www.gov.cn", "evil.example")),
        ("潍坊.中国", "https://evil.example", ("xn--2esr27c.xn--fiqs8s", "evil.example")),
        ("https://oa/x", "https://evil.example", ("oa", "evil.example")),
        ("weifang.gov.cn", "https://www.weifang.gov.cn/x", None),
        ("https://baidu.com", "https://pan.baidu.com/s", None),
        ("潍坊市人民政府", "https://evil.example", None),
        ("公告.pdf", "https://a.cn", None),
        ("见 www.gov.cn 的公告", "https://a.cn", None),
        ("第 1.2 节", "https://a.cn", None),
    ],
)
def test_words_of_a_link_that_are_an_address_are_that_of_the_link(
    text: str, address: str, expected: tuple[str, str] | None
) -> None:
    assert shows_another(text, address) == expected


def test_the_host_is_that_of_the_address_bar() -> None:
    assert host_of("https://WWW.A.CN:1/x") == "www.a.cn"
    assert host_of("mailto:a@b.cn") == ""


def fields(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for attribute, info in model.model_fields.items():
        here = (*path, written_name(attribute, info))
        inner = inner_model(info.annotation)
        if inner is None:
            yield here
        elif inner.__name__.partition("[")[0] != "Stated":
            yield from fields(inner, here)


MODELS = {**{name: one.model for name, one in COLLECTIONS.items()}, "site": Settings}
FIELDS = [(name, path) for name, model in MODELS.items() for path in fields(model)]
OWN_PROGRAMS = ("site", ("publish", "url"))
"""No reader is shown this one: the operator's own programs open it, and it may have a port or be a number."""
ADDRESSES = [
    (name, path)
    for name, path in FIELDS
    if ("url" in path[-1].split("_") or path[-1] == "website") and (name, path) != OWN_PROGRAMS
]


def codes(model: type[BaseModel], path: tuple[str, ...], value: Any) -> set[str]:
    """The codes of the problems of a value at this path."""
    for name in reversed(path[1:]):
        value = {name: value}
    for tree in (value, [value]):
        try:
            model.model_validate({path[0]: tree})
        except ValidationError as error:
            found = {e["type"] for e in error.errors() if e["loc"][-1] == path[-1]}
            if found - {"tuple_type", "model_type"}:
                return found
    return set()


@pytest.mark.parametrize(("name", "path"), ADDRESSES, ids=lambda value: str(value))
def test_every_field_for_an_address_refuses_what_misleads(name: str, path: tuple[str, ...]) -> None:
    assert "address.misleading" in codes(MODELS[name], path, "https://www.gov.cn@evil.example/")


def test_the_fields_for_addresses_are_found() -> None:
    found = {(name, ".".join(path)) for name, path in ADDRESSES}
    assert {
        ("organizations", "website"),
        ("products", "buy.url"),
        ("gi", "sources.url"),
        ("schemes", "verify_url"),
        ("site", "permanent_url"),
        ("site", "gov.report_url"),
        ("site", "gov.police_url"),
    } <= found


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (name, path)
        for name, path in FIELDS
        if path[-1] == "phone" and "contact_private" not in path
    ],
    ids=lambda value: str(value),
)
def test_every_published_telephone_refuses_orders(name: str, path: tuple[str, ...]) -> None:
    assert "schema.not-a-telephone" in codes(MODELS[name], path, "*21*05361234567#")


@pytest.mark.parametrize("field", ["name", "text", "address"])
def test_what_stands_above_the_address_of_a_shop_names_no_other_host(field: str) -> None:
    shop = {"channel": "网店", "name": "甲", "url": "https://evil.example/", field: "www.gov.cn"}
    with pytest.raises(ValidationError) as raised:
        COLLECTIONS["products"].model.model_validate(
            {"name": "甲", "kind": "农产品", "buy": [shop]}
        )
    (error,) = raised.value.errors()
    assert (error["type"], error["loc"][-1]) == ("address.other-host", "url")
