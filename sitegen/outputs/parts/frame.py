"""The frame of every page: title, menu, breadcrumbs, footer, the tags of the gov profile."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.catalogue.catalogue import Catalogue
from sitegen.config import Site
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.output import short
from sitegen.outputs.parts.views import Foot, FooterGroup, Frame, Link, Masthead, SearchBox
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.words import seal

MENU = ("gi", "brands", "products", "heritage", "organizations")
OWN_BOX = (addresses.HOME, addresses.SEARCH)
"""Pages whose main part begins with a search box: their masthead has none."""


def frame_digest(site: Site, catalogue: Catalogue, assets: Iterable[str], locale: str) -> str:
    """What the frame reads beside the page's own title: one digest for all pages.

    `assets` are the addresses of the style sheet and the scripts.
    """
    menu = [name for name in (*MENU, "schemes", "articles") if catalogue.collections[name]]
    pages = [
        (page.id, page.name, page.tree.get("order")) for page in catalogue.collections["pages"]
    ]
    has = [
        bool(catalogue.regions.roots),
        bool(catalogue.categories.roots),
        bool(catalogue.protections),
    ]
    return short([site.digest, menu, pages, has, tuple(assets), locale])


def frame(
    context: RenderContext,
    here: str,
    title: str,
    *,
    description: str = "",
    section: str = "",
    trail: Iterable[tuple[str, str]] = (),
    article: Entry | None = None,
) -> Frame:
    """The frame of the page at `here`. `section` is the address of its column; `trail` are the
    (words, address) of the pages above it, home left out; `article` a page with a publication."""
    settings = context.site.settings
    href = context.urls.href
    scripts = context.plan.shared.scripts
    name = settings.name
    depth = href(here, addresses.HOME)
    crumbs = [Link("首页", depth)] if here != addresses.HOME else []
    crumbs += [Link(words, href(here, address)) for words, address in trail]
    return Frame(
        lang="zh-Hans",
        title=name if here == addresses.HOME else f"{title} · {name}",
        description=description or settings.description,
        canonical=context.urls.permanent(here),
        site_name=name,
        css=href(here, context.style_address),
        script=href(here, scripts["found" if here == addresses.SEARCH else "site"]),
        icon=href(here, addresses.ICON),
        feed=href(here, addresses.FEED),
        breadcrumbs=tuple(crumbs),
        meta=tuple(_meta(context, here, title, description, section, article)),
        masthead=context.once(
            ("masthead", depth, section, here in OWN_BOX),
            lambda: _masthead(context, here, section),
        ),
        foot=context.once(("foot", depth), lambda: _foot(context, here)),
    )


def _masthead(context: RenderContext, here: str, section: str) -> Masthead:
    settings = context.site.settings
    return Masthead(
        site_name=settings.name,
        tagline=settings.tagline or "",
        seal=seal(settings.seal or settings.name),
        home=context.urls.href(here, addresses.HOME),
        menu=tuple(_menu(context, here, section)),
        search=None if here in OWN_BOX else search_box(context, here),
    )


def search_box(context: RenderContext, here: str) -> SearchBox:
    root = context.urls.root(here)
    scripts = context.plan.shared.scripts
    return SearchBox(
        action=context.urls.href(here, addresses.SEARCH),
        root=root,
        files=root + addresses.SEARCH,
        engine=context.urls.href(here, scripts["engine"]),
        far=context.urls.href(here, scripts["far"]),
    )


def _foot(context: RenderContext, here: str) -> Foot:
    settings = context.site.settings
    return Foot(
        site_name=settings.name,
        keeper=settings.keeper,
        notice=settings.notice or "",
        groups=tuple(_footer(context, here)),
        gov=tuple(_gov(context, here)),
    )


def _menu(context: RenderContext, here: str, section: str) -> Iterable[Link]:
    lists = context.catalogue.collections
    for name in (*MENU, "schemes"):
        if lists[name]:
            address = addresses.collection(name)
            text = COLLECTIONS[name].title.zh
            yield Link(text, context.urls.href(here, address), current=section == address)
    if context.catalogue.regions.roots:
        yield Link("县市区", context.urls.href(here, "regions/"), current=section == "regions/")


def _footer(context: RenderContext, here: str) -> Iterable[FooterGroup]:
    href = context.urls.href
    lists = context.catalogue.collections
    find = [
        Link("搜索", href(here, addresses.SEARCH)),
        Link("按拼音查", href(here, addresses.A_TO_Z)),
    ]
    if context.catalogue.categories.roots:
        find.append(Link("按类别找", href(here, "categories/")))
    if context.catalogue.regions.roots:
        find.append(Link("按县市区找", href(here, "regions/")))
    if context.catalogue.protections:
        find.append(Link("公告对账", href(here, addresses.LEDGER)))
    yield FooterGroup("查找", tuple(find))
    pages = sorted(
        lists["pages"], key=lambda page: (int(str(page.tree.get("order") or 99)), page.id)
    )
    about = [Link(page.name, href(here, addresses.entry(page))) for page in pages]
    if lists["articles"]:
        about.append(Link("文章", href(here, "articles/")))
    about += [
        Link("网站地图", href(here, addresses.SITE_MAP)),
        Link("更新订阅", href(here, addresses.FEED)),
    ]
    yield FooterGroup("关于", tuple(about))


def _meta(
    context: RenderContext,
    here: str,
    title: str,
    description: str,
    section: str,
    article: Entry | None,
) -> Iterable[tuple[str, str]]:
    """The tags of 《政府网站发展指引》: site tags on every page, column or article tags besides."""
    settings = context.site.settings
    if settings.profile != "gov" or settings.gov is None:
        return
    yield "SiteName", settings.name
    yield "SiteDomain", settings.gov.site_domain or ""
    yield "SiteIDCode", settings.gov.site_id_code or ""
    if article is not None:
        yield "ArticleTitle", title
        yield "PubDate", article.published
        named = article.tree.get("responsible") if article.may_have("responsible") else None
        yield "ContentSource", str(named or settings.keeper)
        yield "Description", description or settings.description
        yield "Url", context.urls.permanent(here)
    elif section == here and here:
        yield "ColumnName", title
        yield "ColumnDescription", description or settings.description
        yield "ColumnKeywords", f"{settings.name},{title}"
        yield "ColumnType", "专题"


def _gov(context: RenderContext, here: str) -> Iterable[Link]:
    settings = context.site.settings
    if settings.profile != "gov" or settings.gov is None:
        return
    gov = settings.gov
    yield Link(f"主办单位：{gov.sponsor}", "")
    yield Link(f"承办单位：{gov.operator}", "")
    yield Link(f"联系方式：{gov.contact}", "")
    yield Link(f"网站标识码：{gov.site_id_code}", "")
    yield Link(str(gov.icp), "https://beian.miit.gov.cn/")
    yield Link(str(gov.police), gov.police_url or "https://beian.mps.gov.cn/")
    yield Link(f"党政机关标识：{gov.party_mark}", "")
    yield Link("我为政府网站找错", str(gov.report_url))
    yield Link("网站地图", context.urls.href(here, addresses.SITE_MAP))
