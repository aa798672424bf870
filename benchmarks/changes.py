"""One entry changed, or nothing: how long until the site is right again."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import partial

from benchmarks import warm
from benchmarks.processes import Run
from benchmarks.rounds import YARDSTICK, Clock, Measured, Subject, rounds_for, say
from benchmarks.synthetic.entries import Dataset, Entry

Change = Callable[[str, Dataset, Entry, int], tuple[str, str]]
"""(the source as it was, data, entry, number) → (the source changed, words to be found on the page)."""
SUMMARY = re.compile(r"^summary: .*$", re.MULTILINE)
MADE = re.compile(r"made (\d+), kept")


def nothing(source: str, data: Dataset, entry: Entry, number: int) -> tuple[str, str]:
    return source, entry.name


def body(source: str, data: Dataset, entry: Entry, number: int) -> tuple[str, str]:
    words = f"这一段是第{number}次修改时添上的。"
    return f"{source}\n{words}\n", words


def card(source: str, data: Dataset, entry: Entry, number: int) -> tuple[str, str]:
    """The summary, which stands on cards: on its page, on lists, on pages of its neighbours.

    The whole line is replaced: on a small site the entry may have been changed before.
    """
    words = f"第{number}次修改的{entry.good}简介。"
    return SUMMARY.sub(f"summary: {words}", source, count=1), words


NOTHING = "nothing changed"
CHANGES: dict[str, Change] = {
    NOTHING: nothing,
    "one body changed": body,
    "one summary (on cards) changed": card,
}
HUGO_REMAKES_ALL: dict[str, Change] = {"one body changed": body}
"""Hugo's cold process makes every page whatever has changed: so one change stands for all."""


SETTLED = 2.5
"""Seconds after which a file's stat is believed: what a run has just written is read once more by
the next, which is no part of "nothing changed"."""


class Unchanged(Exception):
    """A change that did not reach its page."""


def cold_changes(subject: Subject, hugo: Subject | None, clock: Clock) -> list[Measured]:
    """Cold processes over the output of the last build, in turn with Hugo's.

    Every change is made to an entry of its own and stays: so each is one change and no more.
    """
    subject.run()
    sides = [(subject, CHANGES)] + ([(hugo, HUGO_REMAKES_ALL)] if hugo else [])
    by_title: dict[str, Measured] = {}
    fresh = iter(subject.data.by_collection["products"])
    longest = 0.0
    for number in range(rounds_for(YARDSTICK, subject.data.count)):
        if number and not clock.has(longest):
            break
        longest = 0.0
        for side, changes in sides:
            for name, change in changes.items():
                title = YARDSTICK if side is hugo else name
                measured = by_title.setdefault(title, Measured(title, side.generator.version))
                if name == NOTHING:
                    time.sleep(SETTLED)
                    side.run()
                run = _changed(side, change, next(fresh), number + 1)
                made = MADE.search(run.output)
                measured.note = made[1] if made else ""
                measured.add(number, run)
                longest += run.seconds
                say(f"{side.generator.name}, {name}: {run.seconds:.3f} s {measured.note}")
    return list(by_title.values())


def _changed(side: Subject, change: Change, entry: Entry, number: int) -> Run:
    """One run after a change, which must have reached the page."""
    path = side.site / side.generator.source(entry)
    source = path.read_text("utf-8")
    changed, words = change(source, side.data, entry, number)
    if changed != source:
        path.write_text(changed, "utf-8")
    run = side.run()
    page = (side.output / f"{entry.key}/index.html").read_text("utf-8")
    if words not in page:
        raise Unchanged(f"{side.generator.name}: “{words}” is not on the page of {entry.key}")
    return run


def warm_changes(subject: Subject) -> list[Measured]:
    """The same changes in the preview: seconds from a save until the page is served anew."""

    def of(entry: Entry, change: Change, source: str, number: int) -> tuple[str, str]:
        return change(source, subject.data, entry, 100 + number)

    kinds = {
        name: partial(of, change=change) for name, change in CHANGES.items() if name != NOTHING
    }
    return warm.changes(subject, kinds)
