"""The page of a number, `v/<slug>/`: all that is registered under it, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.registered_numbers import RegisteredNumber
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.announcements import announcement_address, rows_digest, source_of
from sitegen.outputs.parts.credit_codes import code_dependencies, marks, organizations
from sitegen.outputs.parts.facts import own_facts
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.number_links import announcement_title, numbers
from sitegen.outputs.parts.number_lists import KINDS
from sitegen.outputs.parts.registered_rows import (
    one_announcement,
    registered_rows,
    scheme_link,
    tone_of,
)
from sitegen.outputs.parts.reporting import report_link, report_page
from sitegen.outputs.parts.scheme_words import verify_words
from sitegen.outputs.parts.titles import holdings_of, tally_of
from sitegen.outputs.parts.turning import turning
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import Tone
from sitegen.outputs.parts.views.registered import MarkUsed, RegisteredRow
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/number.html"


class NumberPage(NamedTuple):
    """一个公告号、证书号或信用代码下登记的全部 | all that is registered under a number of an announcement, a certificate or an organization"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    kind: str
    """是哪一种号 | what kind of number it is"""
    title: str
    """号码，即一级标题 | the number, the heading of the page"""
    tone: Tone
    """下面这些条总的语气：都现行、要留意、都已终止 | the tone of all its titles: all in force, to be minded, all ended"""
    verdict: str
    """一句话的结论 | the answer in a few words"""
    counted: str
    """有几件，已撤销等另列；没有则空 | how many titles, revoked and other ones named apart; empty where there are none"""
    covers: str
    """公告自己说一共多少件，本站收录多少；可空 | how many the announcement lists in all by its own word, and how many this site; may be empty"""
    facts: tuple[Fact, ...]
    """各行共同的：认定体系、机关、日期、来源；可空 | what all rows share: scheme, authority, date, source; may be empty"""
    note: str
    """说明；可空 | a note; may be empty"""
    holders: tuple[Link, ...]
    """这个信用代码的企业；别的号则空 | the organizations with this credit code; empty for other numbers"""
    turning: bool
    """各条的状态是否由脚本按日子改 | whether a script changes how the titles stand when their days come"""
    rows: tuple[RegisteredRow, ...]
    """登记的各条；可空 | the titles; may be empty"""
    marks: tuple[MarkUsed, ...]
    """这家企业获准使用的专用标志；可空 | the marks that the enterprise may use; may be empty"""
    links: tuple[Link, ...]
    """到哪里再核对 | where to check further"""
    report: Link | None
    """本站讲 12315 的网页；可空 | the site's own page about 12315; may be empty"""
    verify: str
    """查登记的网址 | the page where numbers are looked up"""


def plan(context: PlanContext) -> Iterator[Output]:
    report = report_page(context.catalogue)
    reported = digest_of((report.key, report.name) if report else None)
    for slug, number in numbers(context).items():
        parts: dict[str, str | Dependency] = {
            "number": digest_of(
                (number.kind, number.text, turning(context.catalogue, number.rows))
            ),
            "rows": rows_digest(context, number.rows),
            "scheme_facts": digest_of(_schemes(context, number)),
            "report": reported,
            **code_dependencies(context, number),
        }
        yield context.page(
            addresses.number(slug),
            "number",
            TEMPLATE,
            slug,
            in_sitemap=True,
            lastmod="",
            **parts,
        )


def _schemes(context: PlanContext, number: RegisteredNumber) -> list[object]:
    """What the page shows of the schemes of its rows."""
    digests = context.catalogue.scheme_digests
    return [(digests.get(row.scheme), announcement_address(context, row)) for row in number.rows]


def view(context: RenderContext, slug: str) -> NumberPage:
    say = context.say
    here = addresses.number(slug)
    number = numbers(context.plan)[slug]
    shared = one_announcement(number)
    announcement = shared.announcement if shared else None
    title = number.text or (announcement_title(context, announcement) if announcement else slug)
    counted = holdings_of(context, tally_of(number.rows))
    turns = turning(context.catalogue, number.rows)
    holders = tuple(organizations(context, here, number))
    used = tuple(marks(context, here, number))
    tone, verdict = _verdict(context, number, has_entries=bool(holders or used))
    return NumberPage(
        frame=frame(
            context,
            here,
            title,
            description=say("；").join(part for part in (title, verdict, counted) if part),
            section=addresses.VERIFY,
            trail=((say("查登记"), addresses.VERIFY),),
        ),
        kind=context.label(KINDS[number.kind]),
        title=title,
        tone=tone,
        verdict=verdict,
        counted=counted,
        covers=_covers(context, number) if number.kind == "announcement" else "",
        facts=tuple(_facts(context, here, number)),
        note=announcement.note if announcement else "",
        holders=holders,
        rows=registered_rows(context, here, number),
        turning=turns,
        marks=used,
        links=tuple(_links(context, number)),
        report=report_link(context, here),
        verify=context.href(here, addresses.VERIFY),
    )


def _verdict(
    context: RenderContext, number: RegisteredNumber, *, has_entries: bool
) -> tuple[Tone, str]:
    """The tone of the whole, and the answer in words."""
    say = context.say
    if not number.rows:
        if has_entries:
            return "current", say("名录里有这个代码")
        return "notice", say("现在没有登记的内容")
    tone = tone_of(number.rows)
    if tone == "current":
        return tone, say("在名录里")
    if tone == "ended":
        return tone, say("登记过，状态已变")
    return tone, say("在名录里，状态请看下面各条")


def _covers(context: RenderContext, number: RegisteredNumber) -> str:
    """How many the announcement lists by its own word, beside how many this site lists of it."""
    row = one_announcement(number)
    if row is None or not row.announcement.covers:
        return ""
    scheme = context.catalogue.schemes.get(row.scheme)
    counts = {"covers": row.announcement.covers, "count": len(number.rows)}
    if scheme is not None and scheme.level == "national":
        return context.say(
            "公告全国共列{covers}件（公告自己的数），本名录收录其中{count}件。", **counts
        )
    return context.say("公告共列{covers}件（公告自己的数），本名录收录其中{count}件。", **counts)


def _facts(context: RenderContext, here: str, number: RegisteredNumber) -> Iterator[Fact]:
    """What all rows share."""
    say = context.say
    row = one_announcement(number)
    if row is None:
        return
    announcement = row.announcement
    scheme = scheme_link(context, here, row)
    yield Fact(say("认定体系"), (Value(scheme.text, scheme.url),))
    authority = getattr(context.catalogue.schemes.get(row.scheme), "authority", "")
    if authority:
        yield Fact(say("机关"), (Value(authority),))
    if number.kind != "announcement":
        document = announcement_title(context, announcement)
        url = context.href(here, addresses.number(announcement.slug))
        yield Fact(say("公告"), (Value(document, url),))
    if announcement.announced:
        yield Fact(say("日期"), (Value(announcement.announced),))
    if announcement.batch:
        yield Fact(say("批次"), (Value(announcement.batch),))
    if source := source_of(context, announcement):
        yield Fact(say("来源"), (Value(source, announcement.url),))
    if announcement.checked:
        yield Fact(say("核对至"), (Value(announcement.checked),))
    yield from own_facts(context, here, "recognitions", dict(announcement.extra))


def _links(context: RenderContext, number: RegisteredNumber) -> Iterator[Link]:
    """Where the announcement itself stands, and where the authority answers."""
    say, schemes = context.say, context.catalogue.schemes
    found: dict[tuple[str, str], Link] = {}
    for row in number.rows:
        if url := row.announcement.url:
            found.setdefault((url, ""), Link(say("看公告原文"), url))
        scheme = schemes.get(row.scheme)
        if scheme is not None and scheme.verify_url:
            where = verify_words(context, scheme)
            text = where or say("到{authority}查", authority=scheme.authority)
            found.setdefault((scheme.verify_url, where), Link(text, scheme.verify_url))
    yield from found.values()


FAMILY = Family(
    "numbers",
    plan=plan,
    recipes={"number": Recipe(view, TEMPLATE)},
    parts={
        "number": Label("号码本身", "the number itself"),
        "report": Label("讲 12315 的网页", "the page about 12315"),
        "scheme_facts": Label("认定体系", "the schemes"),
    },
    addresses=("v",),
)
