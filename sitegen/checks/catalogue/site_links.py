"""The links that site.yaml puts into menu and footer lead somewhere, and have words.

An entry or a collection gives its own words; a bare address has none. Whether there is a page at an
address is seen when pages are made. An entry that is not public, or no longer, is only left out: a day that
passes must not stop the builds of a site.

Passes: `menu: [品牌, pages:about, {to: /ledger/, text: 对账}]`
Warns: `menu: [pages:about]` where that page is a draft or withdrawn
Fails: `menu: [品排]`; `menu: [/ledger/]`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.catalogue.site_links import site_links, target_of, words_for_targets
from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.config.settings import SiteLink
from sitegen.loading.nearest import nearest
from sitegen.model.faults import MISLEADING_ADDRESS, NOT_AN_ADDRESS, OTHER_HOST
from sitegen.model.types import is_web_address
from sitegen.model.web_address import misleading, shows_another
from sitegen.problems import Kind, Severity

NO_TARGET = Kind(
    "site.no-such-link",
    Severity.ERROR,
    zh="“{to}”不是一类条目、一个公开的条目或网址[[，最接近的是“{nearest}”]]",
    en="“{to}” is no collection, public entry or address[[; the nearest is “{nearest}”]]",
    fix_zh="写类别（品牌）、条目（类别:编号）、本站网址（/ 开头）或 https:// 开头的网址",
    fix_en="write a collection, an entry (collection:id), an address of the site (with a / in front), or one "
    "that starts with https://",
)
NOT_SHOWN = Kind(
    "site.link-not-public",
    Severity.WARNING,
    zh="“{to}”尚未公开或已下架，菜单和页脚里没有它",
    en="“{to}” is not public, so menu and footer leave it out",
    fix_zh="换成别的，或让它公开",
    fix_en="name something else, or publish this one",
)
NO_WORDS = Kind(
    "site.link-without-words",
    Severity.ERROR,
    zh="“{to}”是网址，没有显示的字",
    en="“{to}” is an address, so the link has no words",
    fix_zh="写成 {{to: {to}, text: 显示的字}}",
    fix_en="write {{to: {to}, text: the words}}",
)


def check(view: CatalogueView) -> Iterator[Finding]:
    for path, link in site_links(view.site.settings):
        target = target_of(view.catalogue, link.to)
        at = view.site.at(*path)
        if target is None and link.to in view.known:
            yield Finding(NOT_SHOWN, at, {"to": link.to})
        elif target is None:
            close = nearest(link.to, words_for_targets(view.catalogue)) or ""
            yield Finding(NO_TARGET, at, {"to": link.to, "nearest": close})
        elif target.kind == "outside" and (wrong := _wrong_address(link)):
            yield Finding(wrong[0], view.site.at(*path, "to"), wrong[1])
        elif target.kind in ("address", "outside") and not link.text:
            yield Finding(NO_WORDS, at, {"to": link.to})


def _wrong_address(link: SiteLink) -> tuple[Kind, Mapping[str, str]] | None:
    """What is wrong with an address outside the site, or with the words that lead to it."""
    if not is_web_address(link.to):
        return NOT_AN_ADDRESS, {"value": link.to}
    if wrong := misleading(link.to):
        return MISLEADING_ADDRESS, {"value": link.to[:80], **wrong._asdict()}
    other = shows_another(link.text or "", link.to)
    return (OTHER_HOST, {"shown": other[0], "host": other[1]}) if other else None


RULE = CatalogueRule(
    kinds=(NOT_SHOWN,),
    fixed=(NO_TARGET, NO_WORDS, NOT_AN_ADDRESS, MISLEADING_ADDRESS, OTHER_HOST),
    check=check,
)
