"""A press conference, report or bulletin as a page: its figures in groups, each held against what is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import pictures
from sitegen.outputs.parts.article_lines import newest
from sitegen.outputs.parts.colophon import colophon, source_lines
from sitegen.outputs.parts.facts import sections
from sitegen.outputs.parts.figure_lines import PARTS, figure_line, lines_digest
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.names import english_name, name_en_note
from sitegen.outputs.parts.prose import body
from sitegen.outputs.parts.published import figures_of
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.region_word import kind_word
from sitegen.outputs.parts.turning import day_of_data
from sitegen.outputs.parts.views.cards import Picture
from sitegen.outputs.parts.views.facts import Section, SourceLine
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.published import FigureGroup, FigureLine
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.wording import mark

TEMPLATE = "pages/release.html"
SECTION = addresses.FIGURES
VERDICTS = {
    "same": mark("{count}个相符"),
    "fewer": mark("{count}个没有收全"),
    "more": mark("{count}个收录的更多"),
    "none": mark("{count}个尚未收录"),
}
"""By verdict, in words how many figures it is said of."""


class ReleasePage(NamedTuple):
    """一次公布：新闻发布会、报告、公报，和它的各个数字 | a press conference, report or bulletin with its figures"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    label: str
    """场合 | what it was"""
    name: str
    """名称，即一级标题 | its name, the heading of the page"""
    name_en: str
    """英文名；可空 | its English name; may be empty"""
    name_en_note: str
    """英文名是官方译名还是音译；可空 | whether the English name is official or transliterated; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    said: str
    """多少个数字，能对照的怎样，一句话；没有数字则空 | in words how many figures there are, and how those stand that are held against what is recorded; empty without figures"""
    sections: tuple[Section, ...]
    """公布的情况 | facts of the release"""
    contents: tuple[Link, ...]
    """到各组的链接，小字是几个；只有一组则空 | links to the groups, the note says how many; empty where there is one"""
    groups: tuple[FigureGroup, ...]
    """各组数字；可空 | the groups; may be empty"""
    body: Markup
    """正文，可直接写出；可空 | the text, ready to print; may be empty"""
    pictures: tuple[Picture, ...]
    """图片；可空 | its pictures; may be empty"""
    articles: tuple[Link, ...]
    """提到它的文章；可空 | articles that mention it; may be empty"""
    sources: tuple[SourceLine, ...]
    """资料来源；可空 | the sources; may be empty"""
    colophon: tuple[tuple[str, str], ...]
    """发布、更新、核对、责任：名称和值；可空 | published, updated, checked, in charge: name and value; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for release in catalogue.collections["figures"]:
        mentioned = newest(catalogue.used_by(release.key, "articles"))
        yield context.page(
            addresses.entry(release),
            "release",
            TEMPLATE,
            release.key,
            in_sitemap=True,
            lastmod=catalogue.changed(release),
            bodies=depends_on("body", [release]),
            entry=depends_on(
                "facts",
                [release],
                (pictures.picture_digests(context, release), catalogue.turns(release)),
            ),
            linked=linked_digest(context, release),
            recorded=lines_digest(context, figures_of(catalogue, release)),
            articles=digest_of([(one.key, one.name) for one in mentioned]),
            as_of=day_of_data(context),
        )


def view(context: RenderContext, key: str) -> ReleasePage:
    release = context.catalogue.entries[key]
    record = context.catalogue.record(release)
    here = addresses.entry(release)
    groups = tuple(_groups(context, here, release))
    name_en = english_name(release.collection, record)
    return ReleasePage(
        frame=frame(
            context,
            here,
            release.name,
            description=release.summary,
            section=SECTION,
            trail=((context.say("统计"), SECTION),),
            article=release,
            dated=True,
        ),
        label=kind_word(context, release),
        name=release.name,
        name_en=name_en,
        name_en_note=name_en_note(context, record) if name_en else "",
        summary=release.summary,
        said=_said(context, [line for group in groups for line in group.lines]),
        sections=sections(context, here, release, record),
        contents=_contents(context, groups) if len(groups) > 1 else (),
        groups=groups,
        body=body(context, here, release),
        pictures=pictures.page_pictures(context, here, record.images),
        articles=tuple(
            Link(one.name, context.entry_href(here, one))
            for one in newest(context.catalogue.used_by(key, "articles"))
        ),
        sources=source_lines(context, record),
        colophon=colophon(context, record),
    )


def _groups(context: RenderContext, here: str, release: Entry) -> Iterator[FigureGroup]:
    """The groups in the order in which each is first named; those without one stand last."""
    found: dict[str, list[FigureLine]] = {}
    for one in figures_of(context.catalogue, release):
        found.setdefault(one.row.group or "", []).append(figure_line(context, here, one))
    named = [name for name in found if name]
    for number, name in enumerate([*named, *([""] if "" in found else [])], 1):
        title = name or (context.say("其他") if named else context.say("各个数字"))
        yield FigureGroup(f"group-{number}", Link(title, ""), (), tuple(found[name]))


def _contents(context: RenderContext, groups: tuple[FigureGroup, ...]) -> tuple[Link, ...]:
    return tuple(Link(one.title.text, f"#{one.id}", str(len(one.lines))) for one in groups)


def _said(context: RenderContext, lines: list[FigureLine]) -> str:
    say = context.say
    if not lines:
        return ""
    words = [say("共{count}个数字", count=len(lines))]
    counts = Counter(line.recorded.verdict for line in lines if line.recorded)
    if counts:
        parts = [say(VERDICTS[one], count=counts[one]) for one in VERDICTS if counts[one]]
        words.append(
            say(
                "其中{count}个和本名录对照：{parts}",
                count=counts.total(),
                parts=say("，").join(parts),
            )
        )
    return say("，").join(words) + say("。")


FAMILY = Family(
    "releases",
    plan=plan,
    recipes={"release": Recipe(view, TEMPLATE)},
    parts={**PARTS, "articles": Label("提到它的文章", "articles that mention it")},
)
