"""The address where titles are verified opens the query, or the page says what to look for.

A reader who wants to check a title is lost on the front page of a ministry. Where the address of the query
itself is not known, its name on that site helps; the link then says both that it opens a front page and what to
look for there.

Passes: `verify_url: https://www.example.gov.cn/chaxun`
Passes: `verify_url: https://www.example.gov.cn/` with `verify_query: 商标查询`
Fails: `verify_url: https://www.example.gov.cn/` alone
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.model.web_address import is_front_page
from sitegen.problems import Kind, Severity

FRONT_PAGE = Kind(
    "scheme.verify-front-page",
    Severity.WARNING,
    zh="核验网址“{address}”只是网站首页，读者到了那里不知道找什么",
    en="the address to verify at, {address}, is only a front page: readers do not know what to look for there",
    fix_zh="换成查询页的网址；不知道的，在 verify_query 写到首页找什么，如 verify_query: 商标查询",
    fix_en="give the address of the query; where that is not known, say in verify_query what to look for",
)


def check(entry: EntryView) -> Iterator[Finding]:
    address, query = (str(entry.field(name) or "") for name in ("verify_url", "verify_query"))
    if is_front_page(address) and not query:
        yield Finding(FRONT_PAGE, ("verify_url",), {"address": address})


RULE = EntryRule(
    collections=frozenset({"schemes"}),
    reads=frozenset({"verify_url", "verify_query"}),
    kinds=(FRONT_PAGE,),
    check=check,
)
