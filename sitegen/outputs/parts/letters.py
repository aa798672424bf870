"""Entries by the first letter of their pinyin."""

from __future__ import annotations

from sitegen.catalogue.catalogue import Catalogue, pinyin_order
from sitegen.model.entry import Entry
from sitegen.model.pinyin import filed_under
from sitegen.outputs import addresses
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed

NO_LETTER = "#"
Letters = list[tuple[str, list[Entry]]]


def letters(context: PlanContext) -> Letters:
    """(letter, entries in pinyin order) for every letter that has any; # comes last."""
    return context.once("letters", lambda: _letters(context.catalogue))


def _letters(catalogue: Catalogue) -> Letters:
    groups: dict[str, list[Entry]] = {}
    for name in listed():
        for entry in catalogue.collections[name]:
            groups.setdefault(filed_under(entry.sort), []).append(entry)
    ordered = sorted(groups, key=lambda letter: (letter == NO_LETTER, letter))
    return [(letter, sorted(groups[letter], key=pinyin_order)) for letter in ordered]


def letter_counts(context: PlanContext) -> list[tuple[str, int]]:
    return [(letter, len(entries)) for letter, entries in letters(context)]


def letter_links(context: RenderContext, here: str, current: str = "") -> tuple[Link, ...]:
    return tuple(
        Link(
            letter,
            context.href(here, addresses.letter(letter)),
            str(count),
            current=letter == current,
        )
        for letter, count in letter_counts(context.plan)
    )
