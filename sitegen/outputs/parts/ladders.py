"""Ladders: schemes that stand one above the other, such as the quality awards of district, city and country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.config.site import Site
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.wording import mark

NAMES = {
    "quality": Label(mark("政府质量奖"), "Quality awards"),
    "trademark": Label(mark("商标"), "Trademarks"),
}
"""What ladders are called that site.yaml gives no name."""
TITLE = mark("称号阶梯")


class Rung(NamedTuple):
    """The schemes of one rung; `number` is None of those that state none."""

    number: int | None
    schemes: tuple[Entry, ...]


class Ladder(NamedTuple):
    """A ladder with its rungs, the highest first; those without a number stand last."""

    id: str
    rungs: tuple[Rung, ...]

    @property
    def schemes(self) -> tuple[Entry, ...]:
        return tuple(scheme for rung in self.rungs for scheme in rung.schemes)


def ladders(catalogue: Catalogue) -> dict[str, Ladder]:
    """The ladders that public schemes name, by id; those with a title to aim at before those of records."""
    found: dict[str, dict[int | None, list[Entry]]] = {}
    for entry in catalogue.collections["schemes"]:
        scheme = catalogue.schemes[entry.id]
        if scheme.ladder:
            found.setdefault(scheme.ladder, {}).setdefault(scheme.rung, []).append(entry)
    made = [Ladder(name, _rungs(found[name])) for name in sorted(found)]
    made.sort(key=lambda ladder: not any(is_held_out(catalogue, s) for s in ladder.schemes))
    return {ladder.id: ladder for ladder in made}


def _rungs(by_number: Mapping[int | None, list[Entry]]) -> tuple[Rung, ...]:
    numbers = sorted((n for n in by_number if n is not None), reverse=True)
    order: Iterable[int | None] = (*numbers, None) if None in by_number else numbers
    return tuple(Rung(number, tuple(by_number[number])) for number in order)


def is_current(catalogue: Catalogue, scheme: Entry) -> bool:
    """Whether a scheme still goes on."""
    return bool(catalogue.schemes[scheme.id].status == "current")


def is_held_out(catalogue: Catalogue, scheme: Entry) -> bool:
    """Whether a scheme goes on and is more than a record: what is only on record is shown to nobody as an aim."""
    return is_current(catalogue, scheme) and catalogue.schemes[scheme.id].display == "badge"


def ladder_name(context: RenderContext, ladder: Ladder) -> str:
    """What site.yaml calls it, else its usual name, else the schemes at its ends."""
    own = context.site.settings.ladders.get(ladder.id)
    if own is not None:
        return own.name
    if ladder.id in NAMES:
        return context.label(NAMES[ladder.id])
    first, last = ladder.schemes[-1].name, ladder.schemes[0].name
    return first if first == last else context.say("{first}到{last}", first=first, last=last)


def ladder_note(site: Site, ladder: Ladder) -> str:
    """The sentence of site.yaml on a ladder, "" where it has none."""
    own = site.settings.ladders.get(ladder.id)
    return (own.note or "") if own else ""


def front_page(catalogue: Catalogue) -> str:
    """The page of all ladders, that of the one there is, or "" where there is none."""
    found = ladders(catalogue)
    if len(found) == 1:
        return addresses.ladder(next(iter(found)))
    return addresses.LADDERS if found else ""
