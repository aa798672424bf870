"""A link in a body to an address of the site (`/about/`) leads to a page or file that is planned.

It is looked at before any page is made, so that an author hears of it together with all other mistakes,
and sees the link as written, at its place. Fragments are known only once pages are made:
`checks/pages/links.py` looks at them.

Passes: `[关于](/about/)` where there is a page `about`
Fails: `[关于](/abuot/)`
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.checks.plan_rule import PlannedSite, PlanRule
from sitegen.checks.rule import Finding
from sitegen.loading.nearest import nearest
from sitegen.problems import Kind, Severity

NO_PAGE = Kind(
    "link.no-such-page",
    Severity.ERROR,
    zh="本站没有“{link}”这个网页[[，最接近的是“{nearest}”]]",
    en="this site has no page “{link}”[[; the nearest is “{nearest}”]]",
    fix_zh="改正链接；指向条目时写“类别:编号”，条目改名也不会断",
    fix_en="correct it; a link to an entry is best written as collection:id",
)
HINTS = 20
"""The nearest address is looked up for so many links; with more of them something else is wrong."""


def check(site: PlannedSite) -> Iterator[Finding]:
    hints = 0
    for key, link in site.body_links():
        path = unquote(link.partition("#")[0].partition("?")[0])[1:]
        if site.is_planned(path) or may_have_failed(path, site.failed):
            continue
        near = None
        if hints < HINTS:
            hints += 1
            near = nearest(path, site.addresses())
        facts = {"link": link, "nearest": f"/{near}" if near else ""}
        yield Finding(NO_PAGE, site.at(key, link), facts)


def may_have_failed(address: str, failed: frozenset[str]) -> bool:
    """Whether the page of this address may only be missing because an entry did not load."""
    collection = address.partition("/")[0]
    return any(key.partition(":")[0] in (collection, "pages") for key in failed)


RULE = PlanRule(kinds=(NO_PAGE,), check=check)
