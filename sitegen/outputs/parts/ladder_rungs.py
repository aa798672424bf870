"""What stands on the rungs of a ladder: each scheme with those who hold it today, by sort, place and name."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.catalogue import pinyin_order
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.schemes import LEVELS
from sitegen.outputs.parts.count_tables import REST, Count, CountTable
from sitegen.outputs.parts.holders import Group, holder_groups, holder_table
from sitegen.outputs.parts.ladders import Ladder, Rung, is_held_out
from sitegen.outputs.parts.offers import offer_lines
from sitegen.outputs.parts.scheme_words import ended_words
from sitegen.outputs.parts.titles import apart
from sitegen.outputs.parts.views.ladders import Holders, KeptScheme, LadderRung, RungScheme
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.wording import mark

MOST_NAMES = 24
"""So many holders of one kind are named; of more, the list that the number leads to has them."""
WHO = {"organizations": mark("单位"), "people": mark("个人")}


def groups_of(context: PlanContext, ladder: Ladder) -> tuple[Group, ...]:
    """The holders under the schemes in force, by scheme, sort and grade."""
    catalogue = context.catalogue
    current = [scheme for scheme in ladder.schemes if is_held_out(catalogue, scheme)]
    return context.once(
        ("ladder holders", ladder.id),
        lambda: tuple(g for scheme in current for g in holder_groups(catalogue, scheme.id)),
    )


def table_of(context: PlanContext, ladder: Ladder) -> CountTable:
    """How many of each group there are, by place."""
    return context.once(
        ("ladder table", ladder.id), lambda: holder_table(context, groups_of(context, ladder))
    )


def named_holders(context: PlanContext, group: Group) -> list[tuple[str, str]]:
    """(key, name) of the holders that a page names; none where they are too many."""
    entries = context.catalogue.entries
    return [(key, entries[key].name) for key in group.keys if len(group.keys) <= MOST_NAMES]


def rungs_of(context: RenderContext, here: str, ladder: Ladder) -> Iterator[LadderRung]:
    """The rungs with a scheme in force, from the highest down."""
    for rung in ladder.rungs:
        current = [scheme for scheme in rung.schemes if is_held_out(context.catalogue, scheme)]
        if current:
            yield LadderRung(
                _rung_words(context, rung),
                tuple(_scheme(context, here, ladder, scheme) for scheme in current),
            )


def _rung_words(context: RenderContext, rung: Rung) -> str:
    return "" if rung.number is None else context.say("第{rung}级", rung=rung.number)


def _scheme(context: RenderContext, here: str, ladder: Ladder, scheme: Entry) -> RungScheme:
    record = context.catalogue.schemes[scheme.id]
    level = context.choice("schemes.level", LEVELS, record.level)
    holders = tuple(_holders(context, here, ladder, scheme))
    said = apart(context, scheme.id)
    if not holders:
        said = context.say("本站还没有收录持有它的单位或个人。")
    return RungScheme(
        id=scheme.id,
        link=Link(scheme.name, context.entry_href(here, scheme), level),
        summary=scheme.summary,
        holders=holders,
        said=said,
        offers=offer_lines(context, here, scheme.id),
    )


def _holders(context: RenderContext, here: str, ladder: Ladder, scheme: Entry) -> Iterator[Holders]:
    """The sorts of holders of a scheme, each with its numbers by place."""
    table = table_of(context.plan, ladder)
    groups = groups_of(context.plan, ladder)
    for place, group in enumerate(groups):
        if group.scheme != scheme.id:
            continue
        counts = [(row.region, row.counts[place]) for row in table.rows]
        # Places count what is listed; persons are not.
        listed = COLLECTIONS[group.collection].listed
        spread = [(region, count) for region, count in counts if count.number and listed]
        yield Holders(
            whole=_whole(context, here, group, table.totals[place]),
            places=tuple(_place(context, here, *one) for one in spread) if len(spread) > 1 else (),
            names=_names(context, here, group),
        )


def _whole(context: RenderContext, here: str, group: Group, count: Count) -> Link:
    collection = COLLECTIONS[group.collection]
    sort = WHO.get(group.collection)
    who = context.say(sort) if sort else context.label(collection.title)
    text = context.say("{who} · {grade}", who=who, grade=group.grade) if group.grade else who
    unit = context.say(collection.unit)
    note = context.say("{count} {unit}", count=count.number, unit=unit)
    return Link(text, context.href(here, count.address) if count.address else "", note)


def _place(context: RenderContext, here: str, region: str, count: Count) -> Link:
    entry = context.catalogue.entries.get(f"regions:{region}") if region != REST else None
    text = entry.label if entry else context.say("未细分或未注明")
    url = context.href(here, count.address) if count.address else ""
    return Link(text, url, str(count.number))


def _names(context: RenderContext, here: str, group: Group) -> tuple[Link, ...]:
    if len(group.keys) > MOST_NAMES:
        return ()
    entries = [context.catalogue.entries[key] for key in group.keys]
    return tuple(
        Link(entry.name, context.entry_href(here, entry))
        for entry in sorted(entries, key=pinyin_order)
    )


def kept_schemes(context: RenderContext, here: str, ladder: Ladder) -> Iterator[KeptScheme]:
    """The schemes that are history, or a record and no honour, in the order of their rungs."""
    catalogue, say = context.catalogue, context.say
    for rung in ladder.rungs:
        for scheme in rung.schemes:
            if is_held_out(catalogue, scheme):
                continue
            rows = len(catalogue.by_scheme.get(scheme.id, ()))
            words = _rung_words(context, rung)
            yield KeptScheme(
                link=Link(scheme.name, context.entry_href(here, scheme), words),
                said=ended_words(context, catalogue.schemes[scheme.id]) or say("只作记录。"),
                records=say("有{count}条记录", count=rows) if rows else "",
            )
