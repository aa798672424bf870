"""The rules at work: each class of them looks where the stages of a build have something to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from sitegen.building import stage as staging
from sitegen.building.entry_places import EntryPlaces
from sitegen.building.manifest import ManifestRow
from sitegen.building.stage import Staged
from sitegen.catalogue.catalogue import Catalogue
from sitegen.checks import catalogue_rule, entry_rule, page_rule
from sitegen.checks.catalogue_rule import CatalogueRule
from sitegen.checks.entry_rule import EntryRule
from sitegen.checks.page_rule import HTML, FinishedTree, PageRule
from sitegen.checks.plan_rule import PlannedSite, PlanRule
from sitegen.checks.rule import Finding
from sitegen.loading import ledger_file
from sitegen.model.entry import Entry, Unloaded
from sitegen.outputs import addresses
from sitegen.outputs.output import Output
from sitegen.pipeline.finding_places import FindingPlaces
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.pipeline.site_plan import Inputs
from sitegen.problems import Location, Problem


def in_entries(
    root: Path, inputs: Inputs, entries: Iterable[Entry]
) -> dict[str, tuple[Problem, ...]]:
    """What is wrong in each of these public entries, by its key."""
    rules = inputs.rules
    places = EntryPlaces(root)
    problems: dict[str, list[Problem]] = {}

    def tell(entry: Entry, finding: Finding) -> None:
        if rules.counts(finding.kind):
            at = finding.at if isinstance(finding.at, Location) else places.of(entry, finding.at)
            problem = rules.problem(finding.kind, at, finding.facts)
            problems.setdefault(entry.key, []).append(problem)

    media = inputs.media.digests
    entry_rule.look(rules.of(EntryRule), entries, inputs.site.settings, media, tell)
    return {key: tuple(found) for key, found in problems.items()}


def in_catalogue(root: Path, inputs: Inputs, catalogue: Catalogue) -> list[Problem]:
    """What is wrong with the settings, or between entries."""
    view = catalogue_rule.view_of(
        inputs.site,
        catalogue,
        {entry.key: entry for entry in inputs.entries},
        inputs.failed,
        inputs.media.digests,
        EntryPlaces(root).of,
        inputs.today,
    )
    rules = inputs.rules.of(CatalogueRule)
    return _placed(
        inputs, (finding for rule in rules for finding in rule.findings(view(rule.reads)))
    )


def in_plan(
    root: Path, inputs: Inputs, catalogue: Catalogue, outputs: tuple[Output, ...]
) -> list[Problem]:
    """What is wrong with the addresses of the site."""
    ledger, unread = ledger_file.read(root)
    referrers: dict[str, Entry | Unloaded] = {
        **catalogue.entries,
        **{entry.key: entry for entry in inputs.unloaded},
    }
    places = EntryPlaces(root)
    paths = cache(lambda: frozenset(output.path for output in outputs) | {addresses.RELEASE})
    site = PlannedSite(
        as_of=catalogue.as_of,
        ledger=ledger,
        addresses=cache(lambda: public_addresses(outputs)),
        published=lambda: {
            key: entry.published
            for public in (catalogue.gone, catalogue.entries)
            for key, entry in public.items()
        },
        failed=inputs.failed,
        is_planned=lambda address: addresses.file_of(address) in paths(),
        body_links=lambda: (
            (key, link)
            for key, entry in referrers.items()
            for link in entry.links
            if link.startswith("/")
        ),
        at=lambda key, link: places.of(referrers[key], ("body", link)),
    )
    found = (finding for rule in inputs.rules.of(PlanRule) for finding in rule.findings(site))
    return [*unread, *_placed(inputs, found)]


def public_addresses(outputs: tuple[Output, ...]) -> frozenset[str]:
    """Every address of the site."""
    return frozenset(addresses.address_of(output.path) for output in outputs)


def in_tree(
    plan: PreparedSite,
    staged: Staged,
    old: Mapping[str, ManifestRow],
    target: Path,
    *,
    workers: int,
) -> tuple[Staged, list[Problem]]:
    """What is wrong on the pages of the tree as it will be; with what is staged, findings put down.

    `old` is the tree that was checked before. Where no file or fragment of it goes, the links of pages
    that are kept cannot have broken.
    """
    rules = plan.rules.of(PageRule)
    findings = staged.findings
    if _something_goes(staged, old):
        findings = staging.look_again(rules, plan.outputs, staged, target, workers=workers)
    if not findings:
        return staged, []
    manifest = staged.manifest

    def ids(path: str) -> str | None:
        return manifest[path].ids if path.endswith(HTML) else None

    # Files of bundles are for scripts: their names come and go with what is in them.
    paths = frozenset(path for path, made in manifest.items() if not made.bundle) | {
        addresses.RELEASE
    }
    tree = FinishedTree(paths, ids, plan.site.settings.base_path)
    places = FindingPlaces(plan)
    holding = page_rule.judge(rules, findings, tree, places.add)
    return staging.judged(staged, holding), places.problems()


def _something_goes(staged: Staged, old: Mapping[str, ManifestRow]) -> bool:
    """Whether a file or fragment to which pages may link was there and will be no more."""
    if any(not old[path].bundle for path in old.keys() - staged.manifest.keys()):
        return True
    remade = (output.path for output in staged.made if output.path in old and not output.bundle)
    return any(
        set(old[path].ids.split("\n")) - set(staged.manifest[path].ids.split("\n"))
        for path in remade
        if old[path].ids != staged.manifest[path].ids
    )


def _placed(inputs: Inputs, findings: Iterable[Finding]) -> list[Problem]:
    """Findings that say their places themselves, as problems."""
    problems = []
    for kind, at, facts in findings:
        assert isinstance(at, Location), f"{kind.code} has no place"
        if inputs.rules.counts(kind):
            problems.append(inputs.rules.problem(kind, at, facts))
    return problems
