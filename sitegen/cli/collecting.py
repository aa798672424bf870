"""The command that collects the sites of cities."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo
from sitegen.cli.environment import clock_for, processors
from sitegen.cli.messages import print_report
from sitegen.cli.options import NUMBER, RunOptions, run_options
from sitegen.cli.parameters import Command, argument, option
from sitegen.cli.values import WholeNumber
from sitegen.cli.words import BUSY, Failure, Words
from sitegen.visible import one_line

if TYPE_CHECKING:
    from sitegen.commands.collect import Collected
    from sitegen.problems import Language

EVERY = 2.0
"""Seconds between two lines that say how far it is."""
SHOWN = 8
"""So many entries of a kind are named; --all names all."""
MARKS = {
    "new": Words("新", "new"),
    "changed": Words("改", "changed"),
    "removed": Words("去", "gone"),
}


@click.command(
    cls=Command,
    words=Words(
        "汇集：把各市站点里公开的条目收进本站的 content/collected/，先说会新增、改动、去掉什么；一个市有错误，就只停它一个。",
        "Collects the public entries of cities' sites into content/collected/ and says what is new, changed and gone; "
        "a city with errors stays as it was.",
    ),
)
@argument("cities", nargs=-1, required=False, words=Words("市 …", "CITY …"))
@option(
    "--dry-run",
    is_flag=True,
    words=Words("只说会改什么，不写", "only say what would change"),
)
@option(
    "--max-removals",
    "most_removed",
    type=WholeNumber(0, 10_000_000),
    default=None,
    value=NUMBER,
    words=Words(
        "一个市最多去掉几个条目，默认 20 个或一成",
        "so many entries of a city may go; default: 20, or a tenth of all",
    ),
)
@run_options
def collect(
    options: RunOptions, cities: tuple[str, ...], dry_run: bool, most_removed: int | None
) -> None:
    from sitegen.building.state import Busy
    from sitegen.commands.collect import Limits
    from sitegen.commands.collect import collect as run_collect

    report = options.report()
    limits = Limits(options.workers or processors(), dry_run, most_removed)
    try:
        done = run_collect(
            options.root,
            cities,
            report,
            clock_for(options.as_of),
            limits,
            CityProgress(options.language),
        )
    except Busy:
        raise Failure(BUSY) from None
    print_report(report, options.language, format=options.format, list_all=options.list_all)
    for line in lines(done, options.language, every=options.list_all, dry_run=dry_run):
        echo(line, err=options.format != "text")
    sys.exit(report.exit_code)


class CityProgress:
    """Says now and then how many cities are done."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._last = time.perf_counter()

    def __call__(self, done: int, whole: int) -> None:
        now = time.perf_counter()
        if now - self._last < EVERY or done == whole:
            return
        self._last = now
        words = Words(f"  {whole} 个市，已看过 {done} 个", f"  {done} of {whole} cities done")
        echo(words.of(self._language), err=True)


def lines(
    done: Sequence[Collected], language: Language, *, every: bool = False, dry_run: bool = False
) -> Iterator[str]:
    """What became of each city, and of all."""
    for city in done:
        yield from _city_lines(city, language, every=every)
    if not done:
        return
    changes = [city.change for city in done if city.change is not None]
    stopped = len(done) - len(changes)
    new, changed, gone = (sum(len(getattr(change, name)) for change in changes) for name in MARKS)
    if language == "zh":
        last = f"{len(done)} 个市：新 {new}，改 {changed}，去 {gone}"
        last += f"；{stopped} 个市有错误，没有动" if stopped else ""
        yield ("演练：" + last + "；没有写" if dry_run else last)
    else:
        last = f"{len(done)} cities: {new} new, {changed} changed, {gone} gone"
        last += f"; {stopped} had errors and stay as they were" if stopped else ""
        yield (f"dry run: {last}; nothing was written" if dry_run else last)


def _city_lines(city: Collected, language: Language, *, every: bool) -> Iterator[str]:
    named = one_line(f"{city.prefix}（{city.name}）" if city.name else city.prefix)
    if city.change is None:
        yield Words(f"{named}：有错误，没有动", f"{named}: errors; it stays as it was").of(language)
        return
    if city.change.nothing:
        yield Words(f"{named}：没有变化", f"{named}: nothing changed").of(language)
        return
    counts = {mark: Counter(map(_collection, getattr(city.change, mark))) for mark in MARKS}
    collections = sorted({name for one in counts.values() for name in one})
    parts = (
        f"{_title(name, language)} "
        + " ".join(
            f"{MARKS[mark].of(language)}{' ' if language == 'en' else ''}{one[name]}"
            for mark, one in counts.items()
            if one[name]
        )
        for name in collections
    )
    yield f"{named}：" + "，".join(parts) if language == "zh" else f"{named}: " + ", ".join(parts)
    for mark, words in MARKS.items():
        keys = getattr(city.change, mark)
        # What goes is always named: nobody should find it out from a visitor.
        shown = keys if every or mark == "removed" else keys[:SHOWN] if mark == "changed" else ()
        for key in shown:
            yield f"  {words.of(language)} {one_line(key)}"
        if mark == "changed" and len(keys) > len(shown):
            more = len(keys) - len(shown)
            yield Words(f"  还有 {more} 个改了的（--all）", f"  {more} more (--all)").of(language)


def _collection(key: str) -> str:
    return key.partition(":")[0]


def _title(name: str, language: Language) -> str:
    from sitegen.model.collections import COLLECTIONS

    if name not in COLLECTIONS:
        return Words("图片", "pictures").of(language)
    title = COLLECTIONS[name].title
    return title.zh if language == "zh" else title.en
