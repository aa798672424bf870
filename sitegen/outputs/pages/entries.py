"""Pages of entries: of every listed collection, and of what surrounds them, such as policies and events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from sitegen.catalogue.references import Uses
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import linked_data, pictures
from sitegen.outputs.parts.actuals import actuals, verdict
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.colophon import colophon, source_lines
from sitegen.outputs.parts.facts import sections
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.handouts import handouts, handouts_digest
from sitegen.outputs.parts.happenings import exact_days, series_of
from sitegen.outputs.parts.makers import makers, makers_href
from sitegen.outputs.parts.mark_users import mark_use, mark_user_rows
from sitegen.outputs.parts.names import english_name, name_en_note
from sitegen.outputs.parts.needs import COUNTERFEIT, need_href
from sitegen.outputs.parts.next_steps import next_steps, next_steps_digest
from sitegen.outputs.parts.policies import Goal
from sitegen.outputs.parts.prose import body
from sitegen.outputs.parts.readings import reading_of
from sitegen.outputs.parts.record_tables import record_tables
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.region_word import kind_word
from sitegen.outputs.parts.scripts import FOLDS
from sitegen.outputs.parts.seals import seal_of
from sitegen.outputs.parts.statuses import status_boxes, statuses_digest
from sitegen.outputs.parts.turning import turning
from sitegen.outputs.parts.views.cards import CardGroup, Picture
from sitegen.outputs.parts.views.facts import Season, Section, SourceLine
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.handouts import Handouts
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.next_steps import NextSteps
from sitegen.outputs.parts.views.recognitions import MarkUse, MarkUserRow, StatusBox
from sitegen.outputs.parts.views.records import RecordTable
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import is_craft, listed, related_groups, showing, surrounding
from sitegen.outputs.wording import mark

TEMPLATE = "pages/entry.html"
NEIGHBOURS = 4
NEIGHBOURS_TITLE = mark("同地区同类")
SERIES_TITLE = mark("同一系列")
NO_USES: Uses = {}
ELSEWHERE = frozenset(["figures"])
"""Collections whose entries have pages of another kind."""


class EntryPage(NamedTuple):
    """一个条目：地理标志、品牌、产品、非遗、企业 | an entry: GI, brand, product, heritage, organization"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    label: str
    """种类；可空 | its kind; may be empty"""
    name: str
    """名称，即一级标题 | its name, the heading of the page"""
    pinyin: str
    """拼音；可空 | its pinyin; may be empty"""
    name_en: str
    """英文名；可空 | its English name; may be empty"""
    name_en_note: str
    """英文名是官方译名还是音译；可空 | whether the English name is official or transliterated; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    craft: bool
    """是否工艺类（用点缀色，不用主色） | whether it is a craft (in the accent colour, not the primary)"""
    places: tuple[Link, ...]
    """地区和类别；可空 | its regions and categories; may be empty"""
    picture: Picture | None
    """第一张图片，自己的或借来的；没有就用 `seal`，也没有就不放 | its first picture, its own or one that is lent; where there is none, `seal` may stand in"""
    more_pictures: tuple[Picture, ...]
    """其余的图片；可空 | the other pictures; may be empty"""
    seal: tuple[str, ...]
    """代替图片的印章，2–4 个字；企业和机构没有印章，空 | the 2–4 characters that stand in for a picture; empty for organizations, which have no seal"""
    may_be_counterfeited: bool
    """是否会有人假冒（地理标志、品牌、产品），要写明到哪里举报 | whether it may be counterfeited (GI, brand, product), so that the page says where to report that"""
    counterfeit_help: str
    """发现假冒能找的服务；没有则空 | the services for who has found a counterfeit; empty where there are none"""
    statuses: tuple[StatusBox, ...]
    """认定，先保护后称号，新的在前；可空 | its recognitions: protections first, the newest before the older; may be empty"""
    turning: bool
    """认定的状态是否由脚本按日子改 | whether a script changes how they stand when their days come"""
    sections: tuple[Section, ...]
    """资料表；可空 | tables of facts; may be empty"""
    records: tuple[RecordTable, ...]
    """政策的措施和目标、公布的数字等，一项一张表；可空 | the measures and targets of a policy, published numbers and the like, a table each; may be empty"""
    season: Season | None
    """采收、有货和可贮存的月份 | months of harvest, on sale and in store"""
    body: Markup
    """正文，可直接写出；可空 | the text, ready to print; may be empty"""
    mark_use: MarkUse | None
    """专用标志现在谁可以用，几句话；没有记录则空 | in a few words who may use the mark today; empty without records"""
    mark_users: tuple[MarkUserRow, ...]
    """获准使用专用标志的企业；可空 | who may use the mark; may be empty"""
    makers: str
    """企业对照表的网址；没有则空 | the table of its enterprises; empty where there is none"""
    contact: str
    """存入通讯录的名片（.vcf）；没有公开电话则空 | its card for an address book (.vcf); empty where it has no public telephone"""
    calendar: str
    """存入日历的文件（.ics），活动才有；不知道是哪一天则空 | of an event, its file for calendars (.ics); empty where it is not known to the day"""
    handouts: Handouts | None
    """可以带走的：二维码、卡片、资料单、海报；没有则空 | what can be taken away: QR code, card, sheet, poster; nothing where it has none"""
    next_steps: NextSteps | None
    """企业和它的品牌：下一步可以申报什么；没有则空 | of an enterprise and its brands: what it can apply for next; nothing where there is none"""
    related: tuple[CardGroup, ...]
    """相关条目；可空 | related entries; may be empty"""
    articles: tuple[Link, ...]
    """提到它的文章；可空 | articles that mention it; may be empty"""
    sources: tuple[SourceLine, ...]
    """资料来源；可空 | the sources; may be empty"""
    colophon: tuple[tuple[str, str], ...]
    """发布、更新、核对、责任：名称和值；可空 | published, updated, checked, in charge: name and value; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    for name in (*listed(), *surrounding()):
        for entry in () if name in ELSEWHERE else context.catalogue.collections[name]:
            shown = [*pictures.picture_digests(context, entry), context.card_image(entry)]
            yield context.page(
                addresses.entry(entry),
                "entry",
                TEMPLATE,
                entry.key,
                in_sitemap=True,
                lastmod=context.catalogue.changed(entry),
                bodies=depends_on("body", [entry]),
                entry=depends_on(
                    "facts",
                    [entry],
                    (shown, seal_of(context, entry), context.catalogue.turns(entry)),
                ),
                reading=digest_of(reading_of(context, entry)),
                statuses=statuses_digest(context, entry.key),
                linked=linked_digest(context, entry),
                related=_related_cards(context, entry),
                makers=str(len(makers(context, entry))),
                verdicts=_verdicts(context, entry),
                handouts=handouts_digest(context, entry),
                next_steps=next_steps_digest(context, entry),
                articles=digest_of([(a.key, a.name) for a in articles(context, entry)]),
            )


def _verdicts(context: PlanContext, entry: Entry) -> str | Dependency:
    """What the targets of a policy are held against, and what comes of it on the day."""
    if entry.collection != "policies" or not entry.may_have("targets"):
        return ""
    catalogue = context.catalogue
    figures = catalogue.collections["figures"]
    found = [Goal(entry, row) for row in catalogue.record(entry).targets]
    return depends_on(
        "facts", figures, [verdict(catalogue, goal, actuals(context, goal)) for goal in found]
    )


def related(
    context: PlanContext, entry: Entry
) -> tuple[tuple[str | Label, tuple[Entry, ...]], ...]:
    """(title, entries) of the groups that refer to this one, those of the site's own fields last; then
    its neighbours in category and region."""
    return context.once(("related", entry.key), lambda: _related(context, entry))


def _related(
    context: PlanContext, entry: Entry
) -> tuple[tuple[str | Label, tuple[Entry, ...]], ...]:
    catalogue = context.catalogue
    uses = catalogue.uses.get(entry.key, NO_USES)
    groups: list[tuple[str | Label, tuple[Entry, ...]]] = [
        (group.title, catalogue.used_by(entry.key, collection, *group.fields))
        for collection, group in (context.once("related groups", related_groups) if uses else ())
        if any((collection, field) in uses for field in group.fields)
    ]
    groups += _by_own_fields(context, entry, uses)
    if entry.collection == "events" and (others := series_of(context, entry)):
        groups.append((SERIES_TITLE, others))
    shown = {entry.key, *(other.key for _, group in groups for other in group)}
    near = catalogue.neighbours(entry, shown, NEIGHBOURS)
    return (*groups, (NEIGHBOURS_TITLE, near)) if near else tuple(groups)


def _by_own_fields(
    context: PlanContext, entry: Entry, uses: Uses
) -> Iterator[tuple[Label, tuple[Entry, ...]]]:
    """The listed entries that refer to this one in a field of the site's own, by that field."""
    catalogue = context.catalogue
    for collection, field in uses:
        own = catalogue.options.fields.get(collection, {}).get(field)
        if own is not None and COLLECTIONS[collection].listed:
            title, label = COLLECTIONS[collection].title, own.label
            words = Label(f"{title.zh}（{label.zh}）", f"{title.en} ({label.en})")
            yield words, catalogue.used_by(entry.key, collection, field)


def _related_cards(context: PlanContext, entry: Entry) -> Dependency:
    groups = related(context, entry)
    titles = [(title, len(group)) for title, group in groups]
    return depends_on("card", [other for _, group in groups for other in group], titles)


def articles(context: PlanContext, entry: Entry) -> tuple[Entry, ...]:
    """The articles that mention an entry."""
    return context.catalogue.used_by(entry.key, "articles")


def view(context: RenderContext, key: str) -> EntryPage:
    entry = context.catalogue.entries[key]
    record = context.catalogue.record(entry)
    here = addresses.entry(entry)
    collection = COLLECTIONS[entry.collection]
    section = addresses.collection(entry.collection)
    shown = pictures.entry_pictures(context, here, entry, record.images)
    months = (entry.harvest, entry.available, entry.stored)
    season = context.once(("season", months), lambda: Season(*months))
    users = getattr(record, "mark_users", ())
    name_en = english_name(entry.collection, record)
    turns = turning(context.catalogue, context.catalogue.by_subject.get(entry.key, ()))
    tables = sections(context, here, entry, record)
    return EntryPage(
        frame=frame(
            context,
            here,
            entry.name,
            description=entry.summary,
            section=section,
            trail=((context.label(collection.title), section),),
            article=entry,
            own_scripts=(FOLDS,) if any(table.reference for table in tables) else (),
            about=linked_data.about_entry(context, entry, record),
        ),
        label=kind_word(context, entry),
        name=entry.name,
        pinyin=reading_of(context.plan, entry),
        name_en=name_en,
        name_en_note=name_en_note(context, record) if name_en else "",
        summary=entry.summary,
        craft=is_craft(entry),
        places=tuple(_places(context, here, entry)),
        picture=shown[0] if shown else None,
        more_pictures=shown[1:],
        seal=seal_of(context.plan, entry),
        may_be_counterfeited=showing(entry.collection).sold,
        counterfeit_help=need_href(context, here, COUNTERFEIT)
        if showing(entry.collection).sold
        else "",
        statuses=status_boxes(context, here, entry.key),
        turning=turns,
        sections=tables,
        records=record_tables(context, here, entry, record),
        season=season if any(season) else None,
        body=body(context, here, entry, below_picture=bool(shown)),
        mark_use=mark_use(context, here, users),
        mark_users=tuple(mark_user_rows(context, here, users)),
        next_steps=next_steps(context, here, entry),
        makers=makers_href(context, here, entry),
        contact=context.href(here, addresses.contact(entry)) if entry.has_telephone else "",
        calendar=_calendar(context, here, entry, record),
        handouts=handouts(context, here, entry),
        related=tuple(
            CardGroup(
                context.label(title) if isinstance(title, Label) else context.say(title),
                cards(context, group),
            )
            for title, group in related(context.plan, entry)
        ),
        articles=tuple(
            Link(article.name, context.entry_href(here, article))
            for article in articles(context.plan, entry)
        ),
        sources=source_lines(context, record),
        colophon=colophon(context, record),
    )


def _calendar(context: RenderContext, here: str, entry: Entry, record: Any) -> str:
    if entry.collection != "events" or exact_days(record) is None:
        return ""
    return context.href(here, addresses.event_calendar(entry))


def _places(context: RenderContext, here: str, entry: Entry) -> Iterator[Link]:
    for tree, nodes in (("regions", entry.regions), ("categories", entry.categories)):
        for identifier in nodes:
            node = context.catalogue.entries.get(f"{tree}:{identifier}")
            if node is not None:
                yield Link(node.name, context.entry_href(here, node))


FAMILY = Family(
    "entries",
    plan=plan,
    recipes={"entry": Recipe(view, TEMPLATE)},
    parts={
        "statuses": Label("认定记录或其状态", "its recognitions or their status"),
        "reading": Label("名称的拼音", "the reading of its name"),
        "related": Label("相关条目的卡片", "the cards of related entries"),
        "verdicts": Label("目标的结果", "what became of its targets"),
        "makers": Label("企业对照表", "the table of its enterprises"),
        "handouts": Label("卡片、资料单和海报", "its card, sheet and poster"),
        "next_steps": Label("下一步可以申报什么", "what can be applied for next"),
        "articles": Label("提到它的文章", "articles that mention it"),
    },
)
