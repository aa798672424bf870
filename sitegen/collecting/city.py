"""A city's site as it is read: with the same validation as any site, and nothing of it is believed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.building import content as contents
from sitegen.building.content import Content
from sitegen.building.entry_loading import NoReadings
from sitegen.building.entry_places import EntryPlaces
from sitegen.building.media import Media
from sitegen.catalogue.assembly import assemble
from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.references_by_name import ReferencesByName
from sitegen.checks import entry_rule
from sitegen.checks.entry_rule import EntryRule
from sitegen.checks.levels import RulesInForce
from sitegen.checks.rule import Finding
from sitegen.config.collect_settings import CollectedCity
from sitegen.config.site import Site, read_site
from sitegen.model.entry import Entry
from sitegen.problems import Kind, Location, Problem, Severity

NO_SITE = Kind(
    "collect.no-site",
    Severity.ERROR,
    zh="“{folder}”里没有 site.yaml，不是一个站点文件夹",
    en="there is no site.yaml in “{folder}”, so it is no folder of a site",
    fix_zh="在 from 后面写这个市的站点文件夹：相对本站的 site.yaml，或完整的路径",
    fix_en="write the folder of the city's site after from: as seen from this site.yaml, or its whole path",
)
ITSELF = Kind(
    "collect.itself",
    Severity.ERROR,
    zh="“{folder}”就是本站，或在本站的 content 里",
    en="“{folder}” is this site itself, or lies in its content",
    fix_zh="在 from 后面写市的站点文件夹",
    fix_en="write the folder of the city's site after from",
)


@dataclass(frozen=True, slots=True)
class Day:
    """`as_of` is the day that the data stand for, `today` the real one, `now` the clock in ns."""

    as_of: date
    today: date
    now: int


@dataclass(frozen=True, slots=True)
class City:
    """The site of a city. `prefix` is what its ids get; `shown` is its folder as site.yaml names it.

    `links` are the links in the body of each entry as written, in the order of `Entry.links`, which have ids in
    place of names.
    """

    prefix: str
    shown: str
    root: Path
    setting: CollectedCity
    site: Site
    catalogue: Catalogue
    media: Media
    links: Mapping[str, tuple[str, ...]]

    entries: Mapping[str, Entry]
    """All that is public of it by key, and what was: entries that were withdrawn say so to visitors."""

    names: Mapping[str, str]
    """The name of each entry by key, also of those that are not public: pages show it where others refer to them."""

    def record(self, entry: Entry) -> Any:
        return entry.record(self.site.options)

    def place(self, entry: Entry, path: tuple[str | int, ...] = ()) -> Location:
        """The place of a field of an entry, as it is found from the province's site."""
        return told(self.shown, EntryPlaces(self.root).of(entry, path))


def told(shown: str, at: Location) -> Location:
    """A place in a city's site, seen from the province's."""
    return replace(at, file=f"{shown}/{at.file}")


def root_of(root: Path, setting: CollectedCity) -> Path:
    return Path(os.path.normpath(root.resolve() / setting.from_))


def read_city(
    province: Site, prefix: str, rules: RulesInForce, day: Day, *, workers: int
) -> tuple[City | None, list[Problem]]:
    """The site of the city with this prefix; None, and why, where it has errors. `rules` are the province's, which
    it would break as well."""
    setting = province.settings.collect[prefix]
    shown = setting.from_.rstrip("/\\")
    root = root_of(province.root, setting)
    if (objection := _is_no_city(province, prefix, root)) is not None:
        return None, [objection]
    site, problems = read_site(root)
    if site is None or site.faulty or _errors(problems):
        return None, _told(shown, _errors(problems))
    content, entries, catalogue, problems = _read_content(root, site, day, workers)
    public = catalogue.entries.values()
    problems += _broken_rules(province, rules, public, content.media, EntryPlaces(root))
    if wrong := _errors(problems):
        return None, _told(shown, wrong)
    city = City(
        prefix,
        shown,
        root,
        setting,
        site,
        catalogue,
        content.media,
        links={entry.key: entry.links for entry in content.entries},
        entries={**catalogue.entries, **catalogue.gone},
        names={entry.key: entry.name for entry in entries},
    )
    return city, []


def _read_content(
    root: Path, site: Site, day: Day, workers: int
) -> tuple[Content, tuple[Entry, ...], Catalogue, list[Problem]]:
    """The content as it is, its entries with ids in place of names, and the catalogue of them. No cache that
    somebody else wrote is used."""
    content, problems = contents.read(
        root,
        site.options,
        "",
        workers=workers,
        now=day.now,
        use_cache=False,
        keep_cache=False,
        readings=NoReadings(),
    )
    entries = ReferencesByName().resolved(content.entries, site.options)
    catalogue, faults = assemble(
        entries,
        as_of=day.as_of,
        today=max(day.today, day.as_of),
        options=site.options,
        locate=EntryPlaces(root).of,
        failed=content.failed,
        unloaded=content.unloaded,
    )
    return content, entries, catalogue, [*problems, *faults]


def _is_no_city(province: Site, prefix: str, root: Path) -> Problem | None:
    at = province.at("collect", prefix, "from")
    facts = {"folder": province.settings.collect[prefix].from_}
    own = province.root.resolve()
    if root == own or root.is_relative_to(own / "content"):
        return Problem(ITSELF, at, facts)
    return None if (root / "site.yaml").is_file() else Problem(NO_SITE, at, facts)


def _broken_rules(
    province: Site,
    rules: RulesInForce,
    entries: Iterable[Entry],
    media: Media,
    places: EntryPlaces,
) -> list[Problem]:
    """What the rules of the province have against public entries of the city."""
    problems: list[Problem] = []

    def tell(entry: Entry, finding: Finding) -> None:
        if rules.counts(finding.kind):
            at = finding.at if isinstance(finding.at, Location) else places.of(entry, finding.at)
            problems.append(rules.problem(finding.kind, at, finding.facts))

    of_entries = rules.of(EntryRule)
    entry_rule.look(of_entries, entries, province.settings, media.digests, tell)
    return problems


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    """A city's warnings are its own business, and the province's build tells of those that stay."""
    return [problem for problem in problems if problem.kind.severity is Severity.ERROR]


def _told(shown: str, problems: Iterable[Problem]) -> list[Problem]:
    return [replace(problem, at=told(shown, problem.at)) for problem in problems]
