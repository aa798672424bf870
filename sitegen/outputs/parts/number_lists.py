"""The list of all numbers: by scheme, on a large site over pages by the last two digits."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.catalogue.numbers import ending
from sitegen.catalogue.registered_numbers import RegisteredNumber
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.parts.number_links import announcement_title, numbers
from sitegen.outputs.parts.registered_rows import tone_of
from sitegen.outputs.parts.titles import holdings_of, tally_of
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.registered import NumberGroup, NumberLine
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

ALL_ON_ONE_PAGE = 400
"""The most numbers that stand on one page; where there are more, each ending has a page."""
CODES = "code"
KINDS = {
    "announcement": Label("公告", "announcement"),
    "certificate": Label("证书号", "certificate"),
    CODES: Label("统一社会信用代码", "unified social credit code"),
}
NO_DIGITS = "other"


def endings(context: PlanContext) -> dict[str, list[RegisteredNumber]]:
    """Numbers by the page they stand on: by their endings, or all under "" where one page holds them."""

    def grouped() -> dict[str, list[RegisteredNumber]]:
        every = list(numbers(context).values())
        if len(every) <= ALL_ON_ONE_PAGE:
            return {"": every}
        groups: dict[str, list[RegisteredNumber]] = {}
        for number in every:
            groups.setdefault(ending(number.text or number.slug) or NO_DIGITS, []).append(number)
        return dict(sorted(groups.items()))

    return context.once("numbers by ending", grouped)


def ending_links(context: RenderContext, here: str, current: str) -> tuple[Link, ...]:
    """The pages of the endings; none where all numbers stand on one page."""
    return tuple(
        Link(
            context.say("没有数字的") if name == NO_DIGITS else name,
            context.href(here, addresses.numbers_ending(name)),
            str(len(members)),
            current=name == current,
        )
        for name, members in endings(context.plan).items()
        if name
    )


def number_groups(
    context: RenderContext, here: str, members: Iterable[RegisteredNumber]
) -> tuple[NumberGroup, ...]:
    """The numbers by scheme: in each the announcements, then the certificates, the newest first. Credit
    codes come last."""
    groups: dict[str, list[RegisteredNumber]] = {}
    for number in members:
        groups.setdefault(
            CODES if number.kind == CODES else f"scheme-{_scheme(number)}", []
        ).append(number)
    ordered = sorted(groups, key=lambda name: (name == CODES, name))
    return tuple(_group(context, here, name, groups[name]) for name in ordered)


def _scheme(number: RegisteredNumber) -> str:
    return number.rows[0].scheme


def _group(
    context: RenderContext, here: str, name: str, members: list[RegisteredNumber]
) -> NumberGroup:
    if name == CODES:
        title = context.label(KINDS[CODES])
    else:
        scheme = context.catalogue.schemes.get(_scheme(members[0]))
        title = scheme.name if scheme is not None else _scheme(members[0])
    newest = sorted(members, key=lambda number: (_announced(number), number.slug), reverse=True)
    newest.sort(key=lambda number: number.kind)
    return NumberGroup(name, title, tuple(_line(context, here, number) for number in newest))


def _announced(number: RegisteredNumber) -> str:
    return number.rows[0].announcement.announced if number.rows else ""


def _line(context: RenderContext, here: str, number: RegisteredNumber) -> NumberLine:
    text = number.text or announcement_title(context, number.rows[0].announcement)
    counted = holdings_of(context, tally_of(number.rows))
    days = [day for row in number.rows for day, _ in row.transitions[:1]]
    return NumberLine(
        link=Link(text, context.href(here, addresses.number(number.slug)), counted),
        tone=tone_of(number.rows) if number.rows else "current",
        year=_announced(number)[:4] if number.kind == "announcement" else "",
        turn=min(days).isoformat() if days else "",
    )
