"""The home page: what this list is, how many, how to find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.registered_numbers import has_numbers
from sitegen.config.settings import HOME_SECTIONS
from sitegen.model.collections import COLLECTIONS
from sitegen.model.products import KINDS
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import linked_data
from sitegen.outputs.parts.announcements import rows_digest
from sitegen.outputs.parts.article_lines import article_line, newest
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.checked import checked, entry_checks
from sitegen.outputs.parts.featured import HERO, example_links, examples, featured, recent
from sitegen.outputs.parts.figure_lines import lines_digest, recorded
from sitegen.outputs.parts.frame import frame, search_box
from sitegen.outputs.parts.home_affairs import home_affairs, home_affairs_digest
from sitegen.outputs.parts.home_rows import rows_of
from sitegen.outputs.parts.kinds import kind_address, kind_counts
from sitegen.outputs.parts.month_rows import month_row, month_rows_digest
from sitegen.outputs.parts.reconciliation import Totals, published_total, totals
from sitegen.outputs.parts.region_word import places
from sitegen.outputs.parts.seasons import MONTHS, seasonal
from sitegen.outputs.parts.titles import badge, holdings, tally, title_of
from sitegen.outputs.parts.trees import members, tiles
from sitegen.outputs.parts.turning import day_of_data
from sitegen.outputs.parts.views.cards import Card
from sitegen.outputs.parts.views.frame import Frame, SearchBox
from sitegen.outputs.parts.views.links import Link, LinkGroup
from sitegen.outputs.parts.views.lists import ArticleLine, Checked, Figure, HomeRow, Tile
from sitegen.outputs.parts.views.recognitions import RecentLine
from sitegen.outputs.parts.views.seasons import MonthRow
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_title, listed

TEMPLATE = "pages/home.html"
ARTICLES = 3
NAMES_OF_A_MONTH = 4
"""So many entries are named of each state in a month."""
LINE_BREAK = "／"
FIELDS = {name: (name,) for name in HOME_SECTIONS} | {
    "places": ("tiles", "zones"),
    "seasons": ("months",),
}
"""What a section shows, as fields of the view."""


class HomePage(NamedTuple):
    """首页 | the home page"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    headline: tuple[str, ...]
    """大标题，一行一项 | the headline, line by line"""
    lead: str
    """标题下的一两句话 | a sentence or two below the headline"""
    checked: Checked | None
    """核对至；没有核对日期则空 | up to which day it was checked; empty where no day is stated"""
    updated: str
    """条目自己写明的最近日期；可空 | the newest date that an entry states; may be empty"""
    hero: tuple[Card, ...]
    """标题旁的几个条目；可空 | the entries beside the headline; may be empty"""
    search: SearchBox
    """搜索框 | the search box"""
    examples: tuple[Link, ...]
    """可以试的搜索；可空 | searches to try; may be empty"""
    verify: str
    """查登记的网址；没有号码则空 | the page where numbers are looked up; empty where there are none"""
    rows: tuple[HomeRow, ...]
    """下面各部分的排列，照 site.yaml 的 `home`；没有列入的部分是空的 | how the sections below are laid out, as `home` in site.yaml says; one that is not named there is empty"""
    figures: tuple[Figure, ...]
    """名录里有多少；可空 | how many there are; may be empty"""
    featured: tuple[Card, ...]
    """其余的推荐条目；可空 | the other featured entries; may be empty"""
    kinds: tuple[Link, ...]
    """产品的种类；小字是件数；可空 | the kinds of products; the note says how many; may be empty"""
    tiles: tuple[Tile, ...]
    """方格图；地区没有排位则空 | the tile grid; empty where regions have no places in one"""
    zones: tuple[Link, ...]
    """方格图以外的功能区；没有方格图时是所辖各地；小字是条目数；可空 | zones beside the grid, or all places where there is none; the note is the number of entries; may be empty"""
    months: tuple[MonthRow, ...]
    """十二个月，各有哪些条目；由脚本挑出本月；可空 | the twelve months with their entries, of which a script shows the present one; may be empty"""
    seasons: str
    """时令页；没有则空 | the page of the calendar; empty where there is none"""
    recent: tuple[RecentLine, ...]
    """最近的认定；可空 | the latest recognitions; may be empty"""
    schemes: tuple[Link, ...]
    """有记录的认定体系；小字是现在有多少件，已撤销等另列；可空 | the schemes with records; the note says how many titles are held, and names revoked and other ones apart; may be empty"""
    affairs: tuple[LinkGroup, ...]
    """能找的服务、接下来的活动、政策，各一组；可空 | services by need, events to come, policies, a group each; may be empty"""
    articles: tuple[ArticleLine, ...]
    """最新的文章；可空 | the newest articles; may be empty"""


class HomeCounts(NamedTuple):
    """The numbers on the home page. `regions` are the regions from which entries of a listed collection
    come, `product_kinds` the products of each kind, `ended_schemes` those that have stopped."""

    entries: dict[str, int]
    regions: dict[str, int]
    product_kinds: dict[str, int]
    ended_schemes: int
    protections: Totals
    updated: str


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    lists = catalogue.collections
    rows = recent(catalogue)
    regions = lists["regions"]
    places = [(r.key, r.line_digest, r.facts_digest, len(members(catalogue, r))) for r in regions]
    yield context.page(
        addresses.HOME,
        "home",
        TEMPLATE,
        in_sitemap=True,
        as_of=day_of_data(context),
        checks=digest_of(entry_checks(context, listed())),
        counts=digest_of(counts(catalogue)),
        published=_published(context),
        cards=depends_on("card", featured(context)),
        examples=digest_of(examples(context)),
        places=digest_of(places),
        recent=digest_of([rows_digest(context, rows), [title_of(catalogue, row) for row in rows]]),
        schemes=digest_of([(s.key, s.line_digest, tally(context, s.id)) for s in lists["schemes"]]),
        months=month_rows_digest(context, NAMES_OF_A_MONTH),
        affairs=home_affairs_digest(context),
        newest_articles=digest_of(
            [(a.key, a.line_digest) for a in newest(lists["articles"])[:ARTICLES]]
        ),
    )


def _published(context: PlanContext) -> Dependency:
    """The published figures beside the numbers of the lists."""
    figures = [one for name in listed() if (one := published_total(context.catalogue, name))]
    return depends_on("facts", [one.release for one in figures], lines_digest(context, figures))


def counts(catalogue: Catalogue) -> HomeCounts:
    lists = catalogue.collections
    product_kinds = dict.fromkeys(KINDS, 0)
    for product in lists["products"]:
        product_kinds[product.kind] = product_kinds.get(product.kind, 0) + 1
    dates = (catalogue.changed(entry) for entry in catalogue.entries.values())
    return HomeCounts(
        entries={name: len(entries) for name, entries in lists.items()},
        regions={
            name: len({region for entry in lists[name] for region in entry.regions})
            for name in listed()
        },
        product_kinds=product_kinds,
        ended_schemes=sum(catalogue.schemes[s.id].status == "ended" for s in lists["schemes"]),
        protections=totals(catalogue),
        # The newest date that an entry itself states, never the day of the build.
        updated=max(dates, default=""),
    )


def view(context: RenderContext) -> HomePage:
    here = addresses.HOME
    catalogue = context.catalogue
    settings = context.site.settings
    lists = catalogue.collections
    chosen = featured(context.plan)
    numbers = counts(catalogue)
    stated = bool(seasonal(context.plan))
    page = HomePage(
        frame=frame(
            context,
            here,
            settings.name,
            section=here,
            dated=True,
            about=(linked_data.about_site(context),),
        ),
        headline=tuple((settings.headline or settings.name).split(LINE_BREAK)),
        lead=settings.description,
        checked=checked(context, entry_checks(context.plan, listed())),
        updated=numbers.updated,
        hero=cards(context, chosen[:HERO]),
        search=search_box(context, here),
        examples=example_links(context, here),
        verify=context.href(here, addresses.VERIFY) if has_numbers(catalogue) else "",
        rows=(),
        figures=tuple(_figures(context, here, numbers)),
        featured=cards(context, chosen[HERO:]),
        kinds=tuple(_kinds(context, here, numbers)),
        tiles=tiles(context, here),
        zones=tuple(_zones(context, here)),
        months=tuple(
            month_row(context, here, month, most=NAMES_OF_A_MONTH) for month in MONTHS if stated
        ),
        seasons=context.href(here, addresses.SEASONS) if stated else "",
        recent=tuple(_recent(context, here)),
        schemes=tuple(_schemes(context, here)),
        affairs=tuple(home_affairs(context, here)),
        articles=tuple(
            article_line(context, here, article) for article in newest(lists["articles"])[:ARTICLES]
        ),
    )
    return _arranged(page, settings.home or tuple(HOME_SECTIONS))


def _arranged(page: HomePage, wanted: Sequence[str]) -> HomePage:
    """The page with these sections in this order, and nothing in the others."""
    left_out = [field for name in FIELDS if name not in wanted for field in FIELDS[name]]
    nothing: dict[str, Any] = dict.fromkeys(left_out, ())
    page = page._replace(**nothing)
    filled = [name for name in wanted if any(getattr(page, field) for field in FIELDS[name])]
    return page._replace(rows=rows_of(filled))


def _zones(context: RenderContext, here: str) -> Iterator[Link]:
    """Functional zones beside the tile grid; without a grid, all places below the home region."""
    catalogue = context.catalogue
    home = context.site.settings.home_region
    children = catalogue.regions.children.get(home.id, ()) if home else ()
    gridded = any(region.tree.get("tile") for region in catalogue.collections["regions"])
    for region in catalogue.collections["regions"]:
        apart = region.kind == "zone" and not region.tree.get("tile")
        wanted = apart if gridded else region.id in children
        count = len(members(catalogue, region))
        if wanted and count:
            yield Link(region.label, context.entry_href(here, region), str(count))


def _figures(context: RenderContext, here: str, numbers: HomeCounts) -> Iterator[Figure]:
    say = context.say
    for name in listed():
        if numbers.entries[name]:
            yield Figure(
                numbers.entries[name],
                context.label(COLLECTIONS[name].title),
                _note(context, name, numbers),
                context.href(here, addresses.collection(name)),
            )
    if numbers.entries["schemes"]:
        stopped = numbers.ended_schemes
        yield Figure(
            numbers.entries["schemes"],
            context.label(COLLECTIONS["schemes"].title),
            say("其中{count}个已停止", count=stopped) if stopped else say("都还在实行"),
            context.href(here, addresses.collection("schemes")),
        )


def _note(context: RenderContext, name: str, numbers: HomeCounts) -> str:
    """What a figure means, in one small line; announced against listed where both are known."""
    say, entries = context.say, numbers.entries[name]
    announced = published_total(context.catalogue, name)
    notes = []
    if announced and (line := recorded(context, addresses.HOME, announced)):
        notes.append(line.numbers)
    if name == "gi":
        notes.append(
            say(
                "{announcements}份公告、{approvals}条批准",
                announcements=numbers.protections.announcements,
                approvals=numbers.protections.approvals,
            )
        )
    elif not announced:
        regions = numbers.regions[name]
        notes.append(
            say("来自{count}个{places}", count=regions, places=places(context))
            if regions > 1
            else say("收录{count}", count=entries)
        )
    return say("；").join(notes)


def _kinds(context: RenderContext, here: str, numbers: HomeCounts) -> Iterator[Link]:
    paged = kind_counts(context.catalogue, "products")
    for kind, count in numbers.product_kinds.items():
        if count:
            address = kind_address("products", kind if kind in paged else "")
            unit = context.say("{count}种", count=count)
            title = kind_title("products", kind, context.catalogue.options)
            yield Link(context.label(title), context.href(here, address), unit)


def _recent(context: RenderContext, here: str) -> Iterator[RecentLine]:
    catalogue = context.catalogue
    for row in recent(catalogue):
        entry = catalogue.entries[row.subject]
        link = Link(entry.name, context.entry_href(here, entry))
        yield RecentLine(row.start, link, badge(context, row))


def _schemes(context: RenderContext, here: str) -> Iterator[Link]:
    """The schemes that have rows, with how many titles are held."""
    catalogue = context.catalogue
    for scheme in catalogue.collections["schemes"]:
        if catalogue.by_scheme.get(scheme.id):
            yield Link(scheme.name, context.entry_href(here, scheme), holdings(context, scheme.id))


FAMILY = Family(
    "home",
    plan=plan,
    recipes={"home": Recipe(view, TEMPLATE)},
    parts={
        "published": Label("公布的数字", "published figures"),
        "places": Label("地区的名称或统计", "the names or counts of regions"),
        "months": Label("各月有哪些条目", "the entries of each month"),
        "recent": Label("最近的认定", "the latest recognitions"),
        "schemes": Label("认定体系的名称或统计", "the names or counts of schemes"),
        "affairs": Label("政策、服务和活动", "policies, services and events"),
        "newest_articles": Label("最新的文章", "the newest articles"),
    },
)
