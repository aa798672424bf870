"""Published figures as lines of a page: with their scope, day and rank, and held against what is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sitegen.model.public_figures import PublicFigure
from sitegen.model.quantities import bounds
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.counted import Counted, address_of, counted
from sitegen.outputs.parts.published import Published, again, judged, scale_of
from sitegen.outputs.parts.quantities import change_words, plain, quantity_words, scope_words
from sitegen.outputs.parts.references import reference_value
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.published import Earlier, FigureLine, Recorded
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.wording import mark

PARTS = {
    "recorded": Label("收录的数和以前公布的数", "what is recorded, and earlier figures"),
    "releases": Label("公布的数字", "published figures"),
}
"""What a key depends on of figures: `releases` are their files, `recorded` what stands beside them."""
UNSTATED = mark("口径没有写明")


def lines_digest(context: PlanContext, figures: Iterable[Published]) -> str:
    """What lines show beside the facts of the releases: what is recorded of each, and where; other releases."""
    parts: list[object] = []
    for one in figures:
        found = counted(context, one)
        parts.append((one.release.key, one.row.row, one.as_of, one.place))
        if found is not None:
            parts.append((found.number, len(found.rows), address_of(one, found)))
        parts += [
            (o.release.key, o.release.name, o.as_of, repr(o.row))
            for o in _stated_before(context, one)
        ]
    return digest_of(parts)


def figure_line(
    context: RenderContext, here: str, one: Published, *, elsewhere: bool = False
) -> FigureLine:
    """A figure as a line; on another page than its own it leads there."""
    row = one.row
    before, _, after = quantity_words(context, row).partition(row.value)
    url = _href(context, here, one) if elsewhere else ""
    return FigureLine(
        id=f"{one.release.id}-{row.row}" if elsewhere else f"figures-{row.row}",
        name=Link(row.name, url),
        before=before,
        value=row.value,
        after=after,
        scope=scope_words(context, row) or context.say(UNSTATED),
        as_of=one.as_of,
        place=reference_value(context, here, row.region) if row.region else None,
        rank=_rank(context, row),
        includes=row.includes or "",
        says=row.says or "",
        caution=row.caution or "",
        recorded=recorded(context, here, one),
        earlier=tuple(
            earlier(context, here, other, difference_words(context, other, one))
            for other in _stated_before(context.plan, one)
        ),
    )


def recorded(context: RenderContext, here: str, one: Published) -> Recorded | None:
    """What this catalogue has of a figure, and in words how the two numbers differ."""
    found = counted(context.plan, one)
    if found is None:
        return None
    verdict, difference = judged(one.row, found.number)
    unit = "" if scale_of(one.row) > 1 else one.row.unit or ""
    number = f"{plain(difference)}{unit}"
    words = {
        "same": context.say("两数相符"),
        "none": context.say("尚未收录"),
        "fewer": context.say("还有{number}没有收录", number=number),
        "more": context.say("收录的多{number}", number=number),
    }
    if one.row.op in ("≥", ">"):
        words["fewer"] = (
            context.say("至少还有{number}没有收录", number=number)
            if difference
            else context.say("收录的还不到公布的数")
        )
    address = address_of(one, found)
    return Recorded(
        verdict=verdict,
        numbers=context.say(
            "公布{published} · 收录{number}",
            published=quantity_words(context, one.row),
            number=f"{found.number}{unit}",
        ),
        url=context.href(here, address) if address else "",
        word=words[verdict],
        note=several(context, found),
    )


def several(context: RenderContext, found: Counted) -> str:
    """In words that some of those counted have the title several times, "" where none has."""
    times = Counter(row.subject for row in found.rows)
    repeated = sum(count > 1 for count in times.values())
    if not repeated:
        return ""
    return context.say(
        "{titles}条认定，{names}个名称：{repeated}个名称公布过不止一次",
        titles=len(found.rows),
        names=len(times),
        repeated=repeated,
    )


def difference_words(context: RenderContext, then: Published, now: Published) -> str:
    """By how much the later of two figures differs, "" where they cannot be subtracted."""
    if (then.row.unit or "") != (now.row.unit or "") or "～" in then.row.value + now.row.value:
        return ""
    first, last = (bounds(one.row.value)[0] for one in (then, now))
    return change_words(context, first, last, now.row.unit or "")


def _stated_before(context: PlanContext, one: Published) -> list[Published]:
    """The same figure in earlier releases, the oldest first."""
    every = context.once("figures published again", lambda: again(context.catalogue))
    return [
        other
        for other in every.get(one.same_as, ())
        if other.release.id != one.release.id and other.day < one.day
    ]


def earlier(context: RenderContext, here: str, one: Published, change: str) -> Earlier:
    """A figure as a line of another one: where and when it was published, and what changed since."""
    link = Link(quantity_words(context, one.row), _href(context, here, one), one.release.name)
    return Earlier(link, one.as_of, change)


def _href(context: RenderContext, here: str, one: Published) -> str:
    return context.urls.href(here, addresses.entry(one.release), f"figures-{one.row.row}")


def _rank(context: RenderContext, row: PublicFigure) -> str:
    """全省第2, 位居全省前列; "" where none is stated."""
    within, parts = row.rank_within or "", []
    if row.rank is not None:
        parts.append(context.say("{within}第{place}", within=within, place=row.rank))
    if row.rank_words:
        known = "" if parts else within
        parts.append(context.say("位居{within}{words}", within=known, words=row.rank_words))
    return context.say("，").join(parts) or within
