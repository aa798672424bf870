"""The directory of services: by what people come with, then by place.

Black lists and credit records are other offices' to publish and to take back: the page leads to their systems and
repeats nothing of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model import telephone
from sitegen.model.collections import COLLECTIONS
from sitegen.model.services import KINDS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.columns import text_value
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.needs import Help, by_need, need_words
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.references import linked_digest, named_value, reference_value
from sitegen.outputs.parts.region_word import places
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, LinkGroup
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing
from sitegen.outputs.wording import mark

TEMPLATE = "pages/services.html"
HERE = addresses.collection("services")
OFFICIAL = (
    (mark("国家企业信用信息公示系统"), "https://www.gsxt.gov.cn/"),
    (mark("信用中国"), "https://www.creditchina.gov.cn/"),
)
"""(name, address) of the systems in which enterprises' records and black lists are looked up."""


class ServiceLine(NamedTuple):
    """一处服务 | a service"""

    link: Link
    """名称和网页；小字是种类 | its name and page; the note is its kind"""
    scope: tuple[str, ...]
    """办什么；可空 | what is done there; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    phones: tuple[Link, ...]
    """电话，能拨的有 `tel:` 网址；可空 | telephone numbers, with a `tel:` address where they can be dialled; may be empty"""
    place: str
    """哪个县；可空 | its county; may be empty"""
    address: str
    """地址；可空 | where it is; may be empty"""
    hours: str
    """何时有人；可空 | when somebody is there; may be empty"""
    website: Value | None
    """网站；没有则空 | its website; empty where it has none"""
    organization: Value | None
    """承办；没有写则空 | who runs it; empty where nobody is named"""


class NeedGroup(NamedTuple):
    """遇到一种事能找的服务 | the services for one need"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: str
    """遇到什么事 | what people come with"""
    lines: tuple[ServiceLine, ...]
    """各处，不会空 | its services, never empty"""


class ServicesPage(NamedTuple):
    """服务名录 | the directory of services"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一句话 | a sentence below the heading"""
    needs: tuple[NeedGroup, ...]
    """按遇到的事分组，不会空 | by need, never empty"""
    places_title: str
    """按地方排列的标题 | the heading of the services by place"""
    places: tuple[LinkGroup, ...]
    """按地方排列，同上；都在一个地方则空 | the same by place; empty where all are in one"""
    official: tuple[Link, ...]
    """查信用和黑名单的官方系统 | the official systems for credit and black lists"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    entries = catalogue.collections["services"]
    if entries:
        shown = [
            (place_of(catalogue, e), linked_digest(context, e), catalogue.turns(e)) for e in entries
        ]
        regions = [(r.key, r.name, r.label) for r in catalogue.collections["regions"]]
        yield context.page(
            HERE,
            "services",
            TEMPLATE,
            in_sitemap=True,
            entries=depends_on("facts", entries, (shown, regions)),
        )


def view(context: RenderContext) -> ServicesPage:
    title = context.label(COLLECTIONS["services"].title)
    lead = context.say(showing("services").lead)
    groups = by_need(context.plan)
    return ServicesPage(
        frame=frame(context, HERE, title, description=lead, section=HERE),
        title=title,
        lead=lead,
        needs=tuple(
            NeedGroup(
                need, need_words(context, need), tuple(_line(context, one) for one in members)
            )
            for need, members in groups.items()
        ),
        places_title=context.say("按{tree}找", tree=places(context)),
        places=_places(context),
        official=tuple(Link(context.say(name), url) for name, url in OFFICIAL),
    )


def _line(context: RenderContext, one: Help) -> ServiceLine:
    entry, record = one
    contact = record.contact_public
    phones = telephone.linked(contact.phone) if contact and contact.phone else ()
    return ServiceLine(
        link=Link(
            entry.name,
            context.entry_href(HERE, entry),
            context.choice("services.kind", KINDS, entry.kind),
        ),
        scope=record.scope,
        summary=entry.summary,
        phones=tuple(Link(number, url) for number, url in phones),
        place=place_of(context.catalogue, entry),
        address=record.address or "",
        hours=record.hours or "",
        website=text_value(record.website) if record.website else None,
        organization=_organization(context, record.organization),
    )


def _organization(context: RenderContext, named: object) -> Value | None:
    if not named:
        return None
    if isinstance(named, str):
        return named_value(context, HERE, "organizations", named)
    return reference_value(context, HERE, named)  # type: ignore[arg-type]


def _places(context: RenderContext) -> tuple[LinkGroup, ...]:
    """The services of each region in the order of the tree; nothing where that is one group."""
    entries = context.catalogue.collections["services"]
    groups = []
    for region in context.catalogue.collections["regions"]:
        links = tuple(
            Link(one.name, context.entry_href(HERE, one))
            for one in entries
            if region.id in one.regions
        )
        if links:
            groups.append(LinkGroup(region.label, links))
    return tuple(groups) if len(groups) > 1 else ()


FAMILY = Family("services", plan=plan, recipes={"services": Recipe(view, TEMPLATE)})
