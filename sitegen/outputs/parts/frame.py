"""The frame of every page: title, menu, breadcrumbs, footer, the tags of the gov profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.registered_numbers import has_numbers
from sitegen.catalogue.site_links import targets_of
from sitegen.config.site import Site
from sitegen.model.entry import Entry
from sitegen.model.number_types import whole_number
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts import linked_data, scripts, site_links, turning
from sitegen.outputs.parts.needs import (
    COUNTERFEIT,
    by_need,
    helps_against_counterfeits,
    need_href,
)
from sitegen.outputs.parts.overviews import OVERVIEWS, affairs
from sitegen.outputs.parts.reconciliation import has_ledger
from sitegen.outputs.parts.region_word import menu_title, places, region_word
from sitegen.outputs.parts.seals import seal
from sitegen.outputs.parts.views.frame import Foot, Frame, Logo, Masthead, SearchBox
from sitegen.outputs.parts.views.links import Link, LinkGroup
from sitegen.outputs.plan_context import LogoFile, SharedInputs
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import in_menu
from sitegen.rendering.json_script import in_json

OWN_BOX = (addresses.HOME, addresses.SEARCH, addresses.NOT_FOUND)
"""Pages whose main part has a search box: their masthead has none."""
ICP_REGISTER = "https://beian.miit.gov.cn/"
POLICE_REGISTER = "https://beian.mps.gov.cn/"
LAST = 99
"""The place in the footer of a page that states none."""


def frame_digest(
    site: Site, catalogue: Catalogue, assets: Iterable[str], logo: LogoFile | None, words: str
) -> str:
    """What the frame depends on beside the page's own title: one digest for all pages.

    `assets` are the addresses of the style sheet and the scripts, `words` the digest of the words.
    """
    menu = [name for name in (*in_menu(), "articles") if catalogue.collections[name]]
    pages = [
        (page.id, page.name, page.tree.get("order")) for page in catalogue.collections["pages"]
    ]
    has = [
        bool(catalogue.regions.roots),
        bool(catalogue.categories.roots),
        has_ledger(catalogue),
        has_numbers(catalogue),
    ]
    linked = [
        (
            target,
            catalogue.entries[target.value].label if target.kind == "entry" else "",
            target.kind == "collection" and bool(catalogue.collections[target.value]),
        )
        for target in targets_of(site.settings, catalogue)
    ]
    region = region_word(catalogue).zh
    has.append(turning.has_terms(catalogue))
    has += [exists(catalogue) for _, _, exists in OVERVIEWS]
    around = [address for address, _ in affairs(catalogue)]
    around.append(COUNTERFEIT if helps_against_counterfeits(catalogue) else "")
    return digest_of(
        [site.digest, menu, region, pages, has, around, linked, tuple(assets), logo, words]
    )


def frame(
    context: RenderContext,
    here: str,
    title: str,
    *,
    description: str = "",
    section: str = "",
    trail: Iterable[tuple[str, str]] = (),
    article: Entry | None = None,
    dated: bool = False,
    indexed: bool = True,
    own_scripts: Iterable[str] = (),
    until: str = "",
    about: Iterable[linked_data.Node] = (),
) -> Frame:
    """The frame of the page at `here`. `section` is the address of its column; `trail` are the
    (words, address) of the pages above it, home left out; `article` a page with a publication. `dated` are the
    pages that are made anew for every day of the data; their foot names it. Search engines leave out a page that is
    not `indexed`. `own_scripts` are the names of scripts that not every page has. `until` is the day from
    which on its numbers no longer hold, where it is not `dated`. `about` is what machines are told of the page beside its breadcrumbs."""
    turns = context.once("has terms", lambda: turning.has_terms(context.catalogue))
    own = (*own_scripts, scripts.TURNS) if turns else tuple(own_scripts)
    settings = context.site.settings
    shared = context.plan.shared
    name = settings.name
    closed = context.site.closed
    indexed = indexed and (closed is None or closed.indexed)
    depth = context.href(here, addresses.HOME)
    at = site_links.current(context, here, section)
    steps = [(context.say("首页"), addresses.HOME)] if here != addresses.HOME else []
    steps += trail
    crumbs = [Link(words, context.href(here, address)) for words, address in steps]
    return Frame(
        lang=context.plan.edition.locale,
        title=name if here == addresses.HOME else f"{title} · {name}",
        description=description or settings.description,
        canonical=context.urls.permanent(here),
        site_name=name,
        root=context.urls.shared_root(here),
        css=context.urls.shared_href(here, shared.style),
        elder=context.urls.shared_href(here, shared.scripts[scripts.ELDER]),
        scripts=tuple(
            context.urls.shared_href(here, script)
            for script in scripts.of_page(here, shared.scripts, own)
        ),
        icon=context.urls.shared_href(here, _icon(shared)),
        feed=context.href(here, addresses.FEED) if closed is None else "",
        breadcrumbs=tuple(crumbs),
        places=places(context),
        linked=_linked(context, about, steps) if indexed and here != addresses.NOT_FOUND else "",
        indexed=indexed,
        closed=closed.day.isoformat() if closed is not None else "",
        until=turning.first_of_all(context) if dated else until,
        meta=tuple(_meta(context, here, title, description, section, article)),
        masthead=context.once(
            ("masthead", depth, at, here in OWN_BOX), lambda: _masthead(context, here, at)
        ),
        foot=context.once(("foot", depth, dated), lambda: _foot(context, here, dated=dated)),
    )


def search_box(context: RenderContext, here: str) -> SearchBox:
    root = context.urls.root(here)
    shared = context.plan.shared.scripts
    return SearchBox(
        action=context.href(here, addresses.SEARCH),
        root=root,
        files=root + addresses.SEARCH,
        engine=context.urls.shared_href(here, shared[scripts.ENGINE]),
        fallbacks=context.urls.shared_href(here, shared[scripts.FALLBACKS]),
    )


def _linked(
    context: RenderContext, about: Iterable[linked_data.Node], steps: Sequence[tuple[str, str]]
) -> str:
    """What a page tells machines: only one that search engines take in has something to tell."""
    told = [*about, linked_data.breadcrumbs(context, steps)] if steps else list(about)
    return in_json(linked_data.graph(told)) if told else ""


def _masthead(context: RenderContext, here: str, at: str | None) -> Masthead:
    """The masthead; `at` is the address that the menu marks."""
    settings = context.site.settings
    return Masthead(
        site_name=settings.name,
        tagline=settings.tagline or "",
        seal=seal(settings.seal or settings.name),
        logo=_logo(context, here),
        root=context.urls.shared_root(here),
        home=context.href(here, addresses.HOME),
        menu=tuple(_menu(context, here, at)),
        search=None if here in OWN_BOX else search_box(context, here),
    )


def _logo(context: RenderContext, here: str) -> Logo | None:
    logo = context.plan.shared.logo
    if logo is None:
        return None
    return Logo(context.urls.shared_href(here, logo.address), logo.width, logo.height)


def _icon(shared: SharedInputs) -> str:
    """The address of the icon in the browser's tab."""
    return shared.logo.address if shared.logo and shared.logo.is_icon else addresses.ICON


def _menu(context: RenderContext, here: str, at: str | None) -> Iterator[Link]:
    own = context.site.settings.menu
    if own:
        for link in site_links.links(context, here, own):
            is_current = at is not None and link.url == context.href(here, at)
            yield link._replace(current=is_current)
        return
    for name in in_menu():
        if context.catalogue.collections[name]:
            address = addresses.collection(name)
            text = menu_title(context, name)
            yield Link(text, context.href(here, address), current=at == address)
    if has_numbers(context.catalogue):
        url = context.href(here, addresses.VERIFY)
        yield Link(context.say("查登记"), url, current=at == addresses.VERIFY)


def _foot_groups(context: RenderContext, here: str) -> Iterator[LinkGroup]:
    if context.site.settings.footer:
        for group in context.site.settings.footer:
            yield LinkGroup(group.title, tuple(site_links.links(context, here, group.links)))
        return
    yield LinkGroup(context.say("查找"), tuple(_ways_to_find(context, here)))
    yield LinkGroup(context.say("政策和服务"), tuple(_affairs(context, here)))
    yield LinkGroup(context.say("关于"), tuple(_about_the_site(context, here)))


def _foot(context: RenderContext, here: str, *, dated: bool) -> Foot:
    settings = context.site.settings
    return Foot(
        site_name=settings.name,
        keeper=settings.keeper,
        notice=settings.notice or "",
        root=context.urls.shared_root(here),
        groups=tuple(_foot_groups(context, here)),
        gov=tuple(_gov(context, here)),
        as_of=context.catalogue.as_of.isoformat() if dated else "",
    )


def _ways_to_find(context: RenderContext, here: str) -> Iterator[Link]:
    say, catalogue = context.say, context.catalogue
    yield Link(say("搜索"), context.href(here, addresses.SEARCH))
    if has_numbers(catalogue):
        yield Link(say("查登记"), context.href(here, addresses.VERIFY))
    yield Link(say("按拼音查"), context.href(here, addresses.A_TO_Z))
    if catalogue.categories.roots:
        yield Link(say("按类别找"), context.href(here, addresses.collection("categories")))
    if catalogue.regions.roots:
        yield Link(
            say("按{tree}找", tree=places(context)),
            context.href(here, addresses.collection("regions")),
        )
    if has_ledger(catalogue):
        yield Link(say("公告对账"), context.href(here, addresses.LEDGER))
    for address, title, exists in OVERVIEWS:
        if exists(catalogue):
            yield Link(say(title), context.href(here, address))


def _affairs(context: RenderContext, here: str) -> Iterator[Link]:
    for address, title in affairs(context.catalogue):
        words = context.label(title) if isinstance(title, Label) else context.say(title)
        yield Link(words, context.href(here, address))
        if address == addresses.collection("services") and COUNTERFEIT in by_need(context.plan):
            yield Link(context.say("发现假冒找谁"), need_href(context, here, COUNTERFEIT))


def _about_the_site(context: RenderContext, here: str) -> Iterator[Link]:
    say, lists = context.say, context.catalogue.collections
    if lists["articles"]:
        yield Link(say("文章"), context.href(here, addresses.collection("articles")))
    for page in sorted(lists["pages"], key=_place_in_footer):
        yield Link(page.name, context.entry_href(here, page))
    yield Link(say("网站地图"), context.href(here, addresses.SITE_MAP))
    if context.site.closed is None:
        yield Link(say("更新订阅"), context.href(here, addresses.FEED))


def _place_in_footer(page: Entry) -> tuple[int, str]:
    order = page.tree.get("order")
    return whole_number(str(order)) if order else LAST, page.id


def _meta(
    context: RenderContext,
    here: str,
    title: str,
    description: str,
    section: str,
    article: Entry | None,
) -> Iterator[tuple[str, str]]:
    """The tags of 《政府网站发展指引》: site tags on every page, column or article tags besides."""
    settings = context.site.settings
    if settings.profile != "gov" or settings.gov is None:
        return
    yield "SiteName", settings.name
    yield "SiteDomain", settings.gov.site_domain or ""
    yield "SiteIDCode", settings.gov.site_id_code or ""
    if article is not None:
        yield "ArticleTitle", title
        if published := context.catalogue.past(article.published):
            yield "PubDate", published
        named = article.tree.get("responsible") if article.may_have("responsible") else None
        yield "ContentSource", str(named or settings.keeper)
        yield "Description", description or settings.description
        yield "Url", context.urls.permanent(here)
    elif section == here and here:
        yield "ColumnName", title
        yield "ColumnDescription", description or settings.description
        yield "ColumnKeywords", f"{settings.name},{title}"
        yield "ColumnType", context.say("专题")


def _gov(context: RenderContext, here: str) -> Iterator[Link]:
    settings, say = context.site.settings, context.say
    if settings.profile != "gov" or settings.gov is None:
        return
    gov = settings.gov
    yield Link(say("主办单位：{name}", name=gov.sponsor), "")
    yield Link(say("承办单位：{name}", name=gov.operator), "")
    yield Link(say("联系方式：{contact}", contact=gov.contact), "")
    yield Link(say("网站标识码：{code}", code=gov.site_id_code), "")
    yield Link(str(gov.icp), ICP_REGISTER)
    yield Link(str(gov.police), gov.police_url or POLICE_REGISTER)
    yield Link(say("党政机关标识：{number}", number=gov.party_mark), "")
    yield Link(say("我为政府网站找错"), str(gov.report_url))
    yield Link(say("网站地图"), context.href(here, addresses.SITE_MAP))
