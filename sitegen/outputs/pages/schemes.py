"""Scheme pages: what a title means, its announcements and who is in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.schemes import KINDS, LEVELS
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.announcements import announcement_groups, page_digest, scheme_pages
from sitegen.outputs.parts.batches import batch_table, batches_digest
from sitegen.outputs.parts.colophon import colophon, source_lines
from sitegen.outputs.parts.facts import facts
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.ladders import ladder_name, ladders
from sitegen.outputs.parts.names import name_en_note
from sitegen.outputs.parts.narrowing import FACET_COUNTS
from sitegen.outputs.parts.paging import numbered, pager
from sitegen.outputs.parts.pictures import page_pictures, picture_digests
from sitegen.outputs.parts.policies import offers_for, section_of
from sitegen.outputs.parts.prose import body
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.scheme_progress import later, pending, progress_digest, steps
from sitegen.outputs.parts.scheme_words import ended_words, kind_words
from sitegen.outputs.parts.scopes import shares_digest
from sitegen.outputs.parts.scripts import LISTS
from sitegen.outputs.parts.share_facets import REGION, held_shares, share_facets
from sitegen.outputs.parts.titles import apart, holdings, tally
from sitegen.outputs.parts.turning import first_turn, turning
from sitegen.outputs.parts.views.cards import Picture
from sitegen.outputs.parts.views.facets import HeldShare, ShareFacet
from sitegen.outputs.parts.views.facts import Fact, SourceLine, Value
from sitegen.outputs.parts.views.figures import NumberTable
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.parts.views.recognitions import AnnouncementGroup, SchemeLine
from sitegen.outputs.parts.views.scheme_progress import LaterLine, PendingLine, SchemeStep
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

INDEX_TEMPLATE = "pages/schemes.html"
TEMPLATE = "pages/scheme.html"
SECTION = addresses.collection("schemes")


class SchemesPage(NamedTuple):
    """全部认定体系 | all schemes"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话；可空 | a sentence or two below the heading; may be empty"""
    current: tuple[SchemeLine, ...]
    """现行的；可空 | those in force; may be empty"""
    ended: tuple[SchemeLine, ...]
    """已停止的；可空 | those that have ended; may be empty"""


class SchemePage(NamedTuple):
    """一个认定体系和它的公告；第二页起只接着列公告 | a scheme with its announcements; pages after the first only go on with these"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    name: str
    """名称，即一级标题 | its name, the heading of the page"""
    name_en: str
    """英文名；可空 | its English name; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    ended: str
    """已停止时的一句话；仍实行则空 | the sentence on its end; empty where it goes on"""
    facts: tuple[Fact, ...]
    """认定体系的情况；可空 | facts of the scheme; may be empty"""
    body: Markup
    """正文，可直接写出；可空 | the text, ready to print; may be empty"""
    held: tuple[HeldShare, ...]
    """现在持有它的，按类，各地区有多少；可空 | those who hold it today, by collection, with how many in each region; may be empty"""
    facets: tuple[ShareFacet, ...]
    """它们的其他分面，分类列出；可空 | their other facets, by collection; may be empty"""
    apart: str
    """没有算进去的：已撤销、已过登记有效期等各多少，一句话；可空 | those not counted: how many are revoked, expired and so on, in words; may be empty"""
    policies: tuple[Link, ...]
    """有它能申请什么，和提到它的政策；可空 | what its holders can apply for, and the policies that name it; may be empty"""
    announcements: tuple[AnnouncementGroup, ...]
    """各份公告，新的在前；可空 | the announcements, the newest first; may be empty"""
    pager: Pager
    """分页 | the pages of the list"""
    sources: tuple[SourceLine, ...]
    """资料来源；可空 | the sources; may be empty"""
    colophon: tuple[tuple[str, str], ...]
    """发布、更新、核对、责任：名称和值；可空 | published, updated, checked, in charge: name and value; may be empty"""
    name_en_note: str = ""
    """英文名是官方译名还是音译；可空 | whether the English name is official or transliterated; may be empty"""
    pictures: tuple[Picture, ...] = ()
    """图片；可空 | its pictures; may be empty"""
    kind_note: str = ""
    """它是培育名单时，说明这不是奖；其余空 | of a list of cultivation, that this is no award; else empty"""
    steps: tuple[SchemeStep, ...] = ()
    """怎样得到，一步一步；可空 | how it is obtained, step by step; may be empty"""
    pending: tuple[PendingLine, ...] = ()
    """公示中的；可空 | those under public notice; may be empty"""
    batches: NumberTable | None = None
    """各批次各地有多少；没有几批则空 | how many of each batch are in each place; empty where there are not several"""
    later: tuple[LaterLine, ...] = ()
    """暂停、撤销和恢复，新的在前；可空 | what was suspended, revoked or put in force again, the newest first; may be empty"""
    turning: bool = False
    """认定的状态是否由脚本按日子改 | whether a script changes how they stand when their days come"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    schemes = catalogue.collections["schemes"]
    if schemes:
        lines = [
            (s.key, catalogue.scheme_digests[s.id], tally(context, s.id), _until(catalogue, s))
            for s in schemes
        ]
        yield context.page(
            SECTION, "schemes", INDEX_TEMPLATE, in_sitemap=True, lines=digest_of(lines)
        )
    steps = {
        name: digest_of([(rung.number, s.key, s.name) for rung in one.rungs for s in rung.schemes])
        for name, one in ladders(catalogue).items()
    }
    for scheme in schemes:
        facets = shares_digest(context, scheme)
        pages = scheme_pages(context, scheme.id)
        for number, parts in enumerate(pages, start=1):
            first = number == 1
            yield context.page(
                addresses.page(addresses.entry(scheme), number),
                "scheme",
                TEMPLATE,
                scheme.key,
                str(number),
                in_sitemap=first,
                lastmod=catalogue.changed(scheme),
                bodies=depends_on("body", [scheme] if first else []),
                entry=depends_on(
                    "facts", [scheme], (picture_digests(context, scheme), catalogue.turns(scheme))
                ),
                ladder=steps.get(catalogue.schemes[scheme.id].ladder or "", ""),
                linked=linked_digest(context, scheme),
                rows=page_digest(context, parts),
                counts=digest_of((tally(context, scheme.id), _until(catalogue, scheme)))
                if first
                else "",
                facets=facets if first else "",
                progress=progress_digest(context, scheme) if first else "",
                batches=batches_digest(context, scheme.id) if first else "",
                policies=_policies_digest(context, scheme) if first else "",
                pages=str(len(pages)),
            )


def index(context: RenderContext) -> SchemesPage:
    title = context.label(COLLECTIONS["schemes"].title)
    lead = context.say(showing("schemes").lead)
    lines: dict[str, list[SchemeLine]] = {"current": [], "ended": []}
    schemes = context.catalogue.collections["schemes"]
    for entry in schemes:
        record = context.catalogue.schemes[entry.id]
        lines[record.status].append(
            SchemeLine(
                link=Link(
                    entry.name, context.entry_href(SECTION, entry), holdings(context, entry.id)
                ),
                authority=record.authority,
                summary=entry.summary,
                kind=context.choice("schemes.kind", KINDS, record.kind),
                level=context.choice("schemes.level", LEVELS, record.level),
                ended=record.closed.text if record.closed else "",
            )
        )
    return SchemesPage(
        frame=frame(
            context,
            SECTION,
            title,
            description=lead,
            section=SECTION,
            until=min(filter(None, (_until(context.catalogue, s) for s in schemes)), default=""),
        ),
        title=title,
        lead=lead,
        current=tuple(lines["current"]),
        ended=tuple(lines["ended"]),
    )


def view(context: RenderContext, key: str, number_text: str) -> SchemePage:
    """The first page says what the scheme is; further ones only go on with its announcements."""
    catalogue = context.catalogue
    entry = catalogue.entries[key]
    record = catalogue.schemes[entry.id]
    number = int(number_text)
    first = number == 1
    base = addresses.entry(entry)
    here = addresses.page(base, number)
    pages = scheme_pages(context.plan, entry.id)
    # The regions stand by themselves, in view.
    facets_shown = share_facets(context, here, entry, but=REGION) if first else ()
    held = tuple(held_shares(context, here, entry)) if first else ()
    return SchemePage(
        frame=frame(
            context,
            here,
            numbered(context, entry.name, number),
            description=entry.summary,
            section=SECTION,
            trail=((context.label(COLLECTIONS["schemes"].title), SECTION),),
            article=entry,
            own_scripts=(LISTS,) if held else (),
            until=_until(catalogue, entry) if first else "",
        ),
        name=entry.name,
        name_en=record.name_en or "",
        summary=entry.summary,
        ended=ended_words(context, record),
        facts=(
            (*facts(context, here, entry, record), *_ladder(context, here, entry)) if first else ()
        ),
        body=body(context, here, entry) if first else Markup(),
        held=held,
        facets=facets_shown,
        apart=apart(context, entry.id) if first else "",
        policies=tuple(_policies(context, here, entry)) if first else (),
        announcements=announcement_groups(context, here, pages[number - 1]),
        pager=pager(context, here, base, number, len(pages)),
        sources=source_lines(context, record) if first else (),
        colophon=colophon(context, record) if first else (),
        name_en_note=name_en_note(context, record),
        pictures=page_pictures(context, here, record.images) if first else (),
        kind_note=kind_words(context, record),
        steps=steps(context, entry, record) if first else (),
        pending=pending(context, here, entry, record) if first else (),
        batches=batch_table(context, here, entry.id) if first else None,
        later=later(context, here, entry) if first else (),
        turning=turning(catalogue, [row for part in pages[number - 1] for row in part.rows]),
    )


def _policies_digest(context: PlanContext, scheme: Entry) -> str | Dependency:
    policies = context.catalogue.used_by(scheme.key, "policies")
    return depends_on("facts", policies, bool(offers_for(context, scheme.id))) if policies else ""


def _policies(context: RenderContext, here: str, scheme: Entry) -> Iterator[Link]:
    if offers_for(context.plan, scheme.id):
        at = section_of(context.catalogue, scheme.id)
        url = context.urls.href(here, addresses.REWARDS, at)
        yield Link(context.say("有这个称号能申请什么、奖多少"), url)
    for policy in context.catalogue.used_by(scheme.key, "policies"):
        number = context.catalogue.record(policy).number or ""
        yield Link(policy.name, context.entry_href(here, policy), number)


def _until(catalogue: Catalogue, scheme: Entry) -> str:
    """The day until which the numbers of a scheme hold."""
    return first_turn(catalogue, catalogue.by_scheme.get(scheme.id, ()))


def _ladder(context: RenderContext, here: str, entry: Entry) -> Iterator[Fact]:
    """The ladder of a scheme and its schemes, the highest rung first; a rung alone where it is on no ladder."""
    record = context.catalogue.schemes[entry.id]
    if not record.ladder:
        if record.rung is not None:
            yield Fact(context.say("阶梯"), (_step(context, here, entry, entry, record.rung),))
        return
    ladder = ladders(context.catalogue)[record.ladder]
    url = context.href(here, addresses.ladder(ladder.id))
    steps = (
        _step(context, here, entry, scheme, rung.number)
        for rung in ladder.rungs
        for scheme in rung.schemes
    )
    yield Fact(context.say("阶梯"), (Value(ladder_name(context, ladder), url), *steps))


def _step(
    context: RenderContext, here: str, entry: Entry, scheme: Entry, rung: int | None
) -> Value:
    url = "" if scheme == entry else context.entry_href(here, scheme)
    return Value(
        scheme.name, url, note="" if rung is None else context.say("第{rung}级", rung=rung)
    )


FAMILY = Family(
    "schemes",
    plan=plan,
    recipes={
        "schemes": Recipe(index, INDEX_TEMPLATE),
        "scheme": Recipe(view, TEMPLATE),
    },
    parts={
        "ladder": Label("同一阶梯上的认定体系", "the schemes on its ladder"),
        "facets": FACET_COUNTS,
        "progress": Label("公示中的，暂停和撤销的", "what is under notice, suspended or revoked"),
        "batches": Label("各批次各地有多少", "how many of each batch are in each place"),
        "policies": Label("提到它的政策", "the policies that name it"),
    },
)
