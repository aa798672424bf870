"""sitegen collect: the public entries of cities' sites become entries of this one, below content/collected/."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sitegen.building import state
from sitegen.checks import levels
from sitegen.checks.registry import RULES
from sitegen.collecting import exchange, own_entries, unchanged
from sitegen.collecting.city import Day, read_city, root_of
from sitegen.collecting.conversion import city_files
from sitegen.collecting.difference import Difference, difference, standing
from sitegen.collecting.own_entries import OwnEntries
from sitegen.config.site import Site, read_site
from sitegen.loading.nearest import nearest
from sitegen.model.validate import COLLECTED
from sitegen.pipeline.outcome import Clock
from sitegen.problems import Kind, Location, Mistaken, Problem, Report, Severity
from sitegen.publishing import journal

LEAST_ALLOWED = 20
"""So many entries may go from a city, or a tenth of all if that is more."""
NO_CITIES = Kind(
    "collect.no-cities",
    Severity.ERROR,
    zh="site.yaml 里没有写汇集哪些市",
    en="site.yaml names no cities to collect",
    fix_zh="加上 {lines}：前缀、这个市的站点文件夹、它是本站的哪个地区",
    fix_en="add {lines}: the prefix, the folder of the city's site, the region that it is here",
)
UNKNOWN_CITY = Kind(
    "collect.unknown-city",
    Severity.ERROR,
    zh="collect 里没有“{name}”[[，最接近的是“{nearest}”]]",
    en="there is no “{name}” under collect[[; the nearest is “{nearest}”]]",
    fix_zh="能写的：{choices}",
    fix_en="choices: {choices}",
)
TOO_MANY_REMOVED = Kind(
    "collect.too-many-removed",
    Severity.ERROR,
    zh="“{city}”要去掉 {count} 个条目（现有 {before} 个），超过了 {most} 个，没有动",
    en="{count} entries of “{city}” would go (of {before}), more than {most}; nothing was changed",
    fix_zh="先用 --dry-run --all 看是哪些；确实要去掉，加上 --max-removals {count}",
    fix_en="look at them with --dry-run --all; if they are to go, add --max-removals {count}",
)
LEFT_OVER = Kind(
    "collect.left-over",
    Severity.WARNING,
    zh="site.yaml 的 collect 里没有“{prefix}”，以前汇集来的还在",
    en="“{prefix}” is not under collect in site.yaml, but what was collected is still there",
    fix_zh="不再汇集，就删掉 content/collected/{prefix} 和 content/media/collected/{prefix}",
    fix_en="if it is not to be collected, remove content/collected/{prefix} and content/media/collected/{prefix}",
)


EXAMPLE = "collect: {weifang: {from: ../weifang, region: weifang}}"


class Collected(NamedTuple):
    """What became of a city. `change` is None where it was stopped by errors."""

    prefix: str
    name: str
    change: Difference | None
    was_read: bool = True


class Limits(NamedTuple):
    """How a run goes: `most_removed` entries of a city at most may go, None for the usual."""

    workers: int
    dry_run: bool = False
    most_removed: int | None = None


def collect(
    root: Path,
    names: Sequence[str],
    report: Report,
    clock: Clock,
    limits: Limits,
    told: Callable[[int, int], None] = lambda done, all: None,
) -> tuple[Collected, ...]:
    """Collect the cities of these prefixes, all where none is named. One with errors stays as it was. `told` hears
    how many are done, and of how many.

    Raises Busy where another process keeps the site locked.
    """
    with state.locked(root):
        site = report.take(read_site(root))
        if site is None or report.has_errors:
            return ()
        chosen = report.take(_chosen(site, names))
        report.add(_left_over(site))
        run = _Run(site, report, clock, limits)
        done = []
        for prefix in chosen:
            done.append(run.city(prefix))
            told(len(done), len(chosen))
        return tuple(done)


class _Run:
    """One run over the cities. The province's own entries are read once, if at all."""

    def __init__(self, site: Site, report: Report, clock: Clock, limits: Limits) -> None:
        self._site = site
        self._report = report
        self._limits = limits
        as_of = clock.today(site.settings.timezone)
        self._day = Day(as_of, as_of, clock.now())
        self._rules = report.take(levels.chosen(RULES, site))
        self._withdrawals = dict(_withdrawn(site.root))
        self._own_digest = unchanged.own_digest(site, self._withdrawals)
        self._own: OwnEntries | None = None

    def city(self, prefix: str) -> Collected:
        """Collect one city."""
        site, day = self._site, self._day
        folder = root_of(site.root, site.settings.collect[prefix])
        exchange.recover(site.root, prefix)
        if unchanged.is_unchanged(site, prefix, folder, self._own_digest, day.as_of, day.now):
            return Collected(prefix, "", Difference(), was_read=False)
        try:
            return self._read(prefix, folder)
        except Mistaken as mistaken:
            self._report.add([mistaken.problem])
            return Collected(prefix, "", None)

    def _read(self, prefix: str, folder: Path) -> Collected:
        site, day, workers = self._site, self._day, self._limits.workers
        seen = unchanged.look(folder, day.now)
        city, problems = read_city(site, prefix, self._rules, day, workers=workers)
        self._report.add(problems)
        if city is None:
            return Collected(prefix, "", None)
        self._own = self._own or own_entries.read(site, day.now, workers=workers)
        after, problems = city_files(city, self._own, self._withdrawals, workers=workers)
        self._report.add(problems)
        name = city.site.settings.name
        if any(problem.kind.severity is Severity.ERROR for problem in problems):
            return Collected(prefix, name, None)
        before = standing(site.root, prefix)
        change = difference(prefix, before, after)
        if not self._limits.dry_run:
            self._allow(prefix, change)
            if before != after:
                exchange.exchange(site.root, prefix, before, after)
            until = city.catalogue.next_change
            if seen:
                unchanged.remember(site, prefix, seen, self._own_digest, day.as_of, until)
        return Collected(prefix, name, change)

    def _allow(self, prefix: str, change: Difference) -> None:
        usual = max(LEAST_ALLOWED, change.before // 10)
        most = usual if self._limits.most_removed is None else self._limits.most_removed
        gone = len(change.removed_entries)
        if gone > most:
            facts = {
                "city": prefix,
                "count": str(gone),
                "before": str(change.before),
                "most": str(most),
            }
            at = self._site.at("collect", prefix, key=True)
            raise Mistaken(Problem(TOO_MANY_REMOVED, at, facts))


def _chosen(site: Site, names: Sequence[str]) -> tuple[list[str], list[Problem]]:
    known = site.settings.collect
    if not known:
        return [], [Problem(NO_CITIES, Location("site.yaml"), {"lines": EXAMPLE})]
    problems = [
        Problem(
            UNKNOWN_CITY,
            Location("site.yaml"),
            {"name": name, "nearest": nearest(name, known) or "", "choices": "、".join(known)},
        )
        for name in names
        if name not in known
    ]
    return [prefix for prefix in known if not names or prefix in names], problems


def _left_over(site: Site) -> Iterator[Problem]:
    folder = site.root / "content" / COLLECTED
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_dir() and path.name not in site.settings.collect:
                at = Location(f"content/{COLLECTED}/{path.name}")
                yield Problem(LEFT_OVER, at, {"prefix": path.name})


def _withdrawn(root: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """What the province has taken down by command: that stands, whatever the city says."""
    for key, lines in journal.withdrawals(root).items():
        told = lines[-1]
        value = {"on": str(told.get("at"))[:10], "reason": str(told.get("reason"))}
        if told.get("document"):
            value["document"] = str(told["document"])
        yield key, value
