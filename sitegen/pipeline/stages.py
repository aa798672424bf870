"""The stages that every command shares, in the order of the picture in docs/architecture.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.building import content as contents
from sitegen.building.content import Content
from sitegen.building.entry_places import EntryPlaces
from sitegen.building.generator import generator_digest
from sitegen.catalogue.assembly import assemble
from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.references_by_name import ReferencesByName, in_settings
from sitegen.checks import levels
from sitegen.checks.levels import RulesInForce
from sitegen.checks.registry import RULES
from sitegen.checks.rule import AnyRule
from sitegen.config.site import Closed, Site, read_site
from sitegen.files import digest
from sitegen.model import faults
from sitegen.model.entry import canonical
from sitegen.model.table_columns import UNKNOWN_COLUMN
from sitegen.outputs import families
from sitegen.outputs.parts import logo, poster_fonts
from sitegen.outputs.parts.colours import palette_of
from sitegen.outputs.plan_context import PlanContext
from sitegen.pipeline import checking, loaded_theme
from sitegen.pipeline.contexts import plan_contexts, render_context
from sitegen.pipeline.loaded_theme import LoadedTheme
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.pipeline.site_plan import Inputs, SitePlan
from sitegen.problems import Problem, Report

UNKNOWN = (faults.UNKNOWN_FIELD, faults.NOT_A_CHOICE, UNKNOWN_COLUMN)
"""Kinds of problems of fields and choices that site.yaml may add."""


def prepare(
    root: Path,
    report: Report,
    *,
    today: Callable[[str], date],
    archive: bool = False,
    closed: bool = False,
    indexed: bool = True,
    now: int,
    workers: int,
    use_cache: bool,
    keep_cache: bool,
    tick: Callable[[str], None] = lambda stage: None,
    memory: PreviewMemory | None = None,
    saved: Set[str] | None = None,
    registry: tuple[AnyRule, ...] = RULES,
) -> PreparedSite | None:
    """Read, validate, assemble and plan the site in `root`; None where there is no site.yaml.

    `today` gives the as-of date for a time zone, and `archive` says that it was asked for; `now` is the clock in ns; `tick` hears each stage.
    `closed` says that the site is built for the last time, `indexed` whether search engines may take it in then.
    `memory` is what the last run of this process left, and is filled for the next; `saved` are the
    files of the site that alone may have changed since, None where that is not known. `registry` has the
    rules, which site.yaml may set.
    """
    site = report.take(read_site(root))
    if site is None:
        return None
    if closed:
        site = site.as_closed(Closed(today(site.settings.timezone), indexed))
    rules = report.take(levels.chosen(registry, site))
    content, problems = contents.read(
        root,
        site.options,
        _entries_key(site),
        workers=workers,
        now=now,
        use_cache=use_cache,
        keep_cache=keep_cache,
        memory=memory.entries if memory else None,
        saved=saved,
    )
    report.add(problem for problem in problems if not _is_of_faulty_settings(problem, site))
    by_name = memory.by_name if memory else ReferencesByName()
    content = replace(content, entries=by_name.resolved(content.entries, site.options))
    site = in_settings(site, content.entries)
    tick("read")
    before = memory.theme if memory else None
    colours = palette_of(site.settings).css()
    theme = report.take(
        loaded_theme.load(root, colours=colours, keep_cache=keep_cache, before=before, saved=saved)
    )
    report.take(logo.find(site, theme.theme, theme.public, content.media.digests))
    inputs = _inputs(site, theme, content, rules, today=today, archive=archive, now=now)
    inputs = replace(inputs, fonts=report.take(poster_fonts.find(root, site)))
    plan, contexts = _checked_plan(root, inputs, theme, report, tick, memory)
    report.add(poster_fonts.without_glyphs(contexts[0]))
    context = render_context(root, plan, contexts, theme, content)
    return PreparedSite(site, rules, plan.catalogue, content, context, plan.outputs)


def _is_of_faulty_settings(problem: Problem, site: Site) -> bool:
    """Whether it may only be there because site.yaml, which says which fields entries have, has mistakes."""
    return "collections" in site.faulty and problem.kind in UNKNOWN


def _entries_key(site: Site) -> str:
    """What shapes an entry besides its file: the generator, the site's own fields and choices."""
    options = digest(canonical([str(site.options)]).encode())[:20]
    return f"{generator_digest()}/{options}"


def _inputs(
    site: Site,
    theme: LoadedTheme,
    content: Content,
    rules: RulesInForce,
    *,
    today: Callable[[str], date],
    archive: bool,
    now: int,
) -> Inputs:
    zone = site.settings.timezone
    return Inputs(
        site=site,
        as_of=today(zone),
        archive=archive,
        today=datetime.fromtimestamp(now / 10**9, ZoneInfo(zone)).date(),
        theme=theme.key,
        media=content.media,
        failed=content.failed,
        unloaded=content.unloaded,
        rules=rules,
        entries=content.entries,
    )


def _checked_plan(
    root: Path,
    inputs: Inputs,
    theme: LoadedTheme,
    report: Report,
    tick: Callable[[str], None],
    memory: PreviewMemory | None,
) -> tuple[SitePlan, Sequence[PlanContext]]:
    """The plan in `memory`, put right for edits, or else one made anew, and what it was made from. It is kept in
    `memory`, and all that is wrong in it goes to `report`."""
    contexts: Sequence[PlanContext] = ()

    def contexts_of(catalogue: Catalogue) -> Sequence[PlanContext]:
        nonlocal contexts
        contexts = plan_contexts(inputs, catalogue, theme, kept=memory is not None)
        return contexts

    plan = None
    if memory and memory.site_plan:
        plan = memory.site_plan.with_edits(
            inputs,
            contexts_of,
            lambda entries: checking.in_entries(root, inputs, entries),
        )
    if plan is None:
        plan = _plan(root, inputs, contexts_of, tick)
    if memory:
        memory.theme, memory.site_plan = theme, plan
    report.add(plan.problems)
    report.add(problem for problems in plan.in_entries.values() for problem in problems)
    report.add(checking.in_plan(root, inputs, plan.catalogue, plan.outputs))
    tick("plan")
    return plan, contexts


def _plan(
    root: Path,
    inputs: Inputs,
    contexts_of: Callable[[Catalogue], Sequence[PlanContext]],
    tick: Callable[[str], None],
) -> SitePlan:
    report = Report()
    site = inputs.site

    place = EntryPlaces(root).of
    catalogue = report.take(
        assemble(
            inputs.entries,
            as_of=inputs.as_of,
            archive=inputs.archive,
            today=max(inputs.today, inputs.as_of),
            options=site.options,
            locate=place,
            failed=inputs.failed,
            unloaded=inputs.unloaded,
        )
    )
    report.add(checking.in_catalogue(root, inputs, catalogue))
    in_entries = checking.in_entries(root, inputs, catalogue.entries.values())
    tick("assemble")
    outputs = report.take(families.plan(contexts_of(catalogue), place))
    return SitePlan(inputs, catalogue, outputs, tuple(report.problems), in_entries)
