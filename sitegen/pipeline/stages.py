"""The stages that every command shares, in the order of the picture in docs/architecture.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen import config
from sitegen.building import content as contents
from sitegen.building import stage as staging
from sitegen.building.commit import RELEASE
from sitegen.building.content import Content
from sitegen.building.generator import generator_digest
from sitegen.building.manifest import ManifestRow
from sitegen.building.media import Media
from sitegen.building.parsing import NAMES, locate
from sitegen.building.rendered import Rendered
from sitegen.building.stage import Staged
from sitegen.building.variants import Variants
from sitegen.catalogue.assembly import assemble
from sitegen.catalogue.catalogue import Catalogue
from sitegen.checks import addresses as address_check
from sitegen.checks import contacts, credit_codes, gov, images, links, settings
from sitegen.config import Site
from sitegen.files import digest
from sitegen.loading.document import FieldPath
from sitegen.model.entry import Entry, canonical
from sitegen.outputs import addresses, families
from sitegen.outputs.addresses import urls_of
from sitegen.outputs.edition import EDITIONS
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame_digest
from sitegen.outputs.plan_context import PlanContext, SharedInputs
from sitegen.outputs.render_context import RenderContext
from sitegen.pipeline import loaded_theme
from sitegen.pipeline.loaded_theme import LoadedTheme
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.pipeline.site_plan import Inputs, SitePlan
from sitegen.problems import Location, Problem, Report
from sitegen.rendering import markdown


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """All that a build needs once nothing has been rendered yet."""

    site: Site
    catalogue: Catalogue
    content: Content
    context: RenderContext
    outputs: tuple[Output, ...]


def prepare(
    root: Path,
    report: Report,
    *,
    today: Callable[[str], date],
    now: int,
    workers: int,
    use_cache: bool,
    keep_cache: bool,
    tick: Callable[[str], None] = lambda stage: None,
    memory: PreviewMemory | None = None,
    saved: Set[str] | None = None,
) -> PreparedSite | None:
    """Read, validate, assemble and plan the site in `root`; None where site.yaml is unusable.

    `today` gives the as-of date for a time zone, `now` the clock in ns; `tick` hears each stage.
    `memory` is what the last run of this process left, and is filled for the next; `saved` are the
    files of the site that alone may have changed since, None where that is not known.
    """
    site = report.take(config.read(root))
    if site is None:
        return None
    options = digest(canonical([str(site.options)]).encode())[:20]
    content = report.take(
        contents.read(
            root,
            site.options,
            f"{generator_digest()}/{options}",
            workers=workers,
            now=now,
            use_cache=use_cache,
            keep_cache=keep_cache,
            memory=memory.entries if memory else None,
            saved=saved,
        )
    )
    tick("read")
    before = memory.theme if memory else None
    ready = report.take(loaded_theme.load(root, keep_cache=keep_cache, before=before, saved=saved))
    inputs = Inputs(
        site=site,
        as_of=today(site.settings.timezone),
        theme=ready.key,
        media=content.media,
        failed=content.failed,
        entries=content.entries,
    )
    last = memory.site_plan if memory else None
    planned = None
    if last is not None:
        planned = last.with_edits(
            inputs,
            lambda catalogue: _plan_contexts(site, catalogue, content.media, ready, kept=True),
        )
    if planned is None:
        planned = _planned(root, inputs, ready, tick, kept=memory is not None)
    if memory:
        memory.theme, memory.site_plan = ready, planned
    report.add(planned.problems)
    report.add(_recorded(root, planned.catalogue, planned.outputs, content.failed))
    tick("plan")
    context = _render_context(root, planned, ready, content)
    return PreparedSite(site, planned.catalogue, content, context, planned.outputs)


def _planned(
    root: Path, inputs: Inputs, ready: LoadedTheme, tick: Callable[[str], None], *, kept: bool
) -> SitePlan:
    said = Report()
    site = inputs.site

    def place(entry: Entry, path: FieldPath) -> Location:
        return locate(root, entry, path)

    catalogue = said.take(
        assemble(
            inputs.entries,
            as_of=inputs.as_of,
            options=site.options,
            locate=place,
            failed=inputs.failed,
        )
    )
    known = frozenset(entry.key for entry in inputs.entries)
    said.add(settings.check(site, catalogue, known, inputs.failed))
    said.add(images.check(catalogue, inputs.media.digests, place))
    said.add(credit_codes.check(catalogue, place))
    said.add(contacts.check(catalogue, place))
    if site.settings.profile == "gov":
        said.add(gov.check(catalogue, place))
    tick("assemble")
    contexts = _plan_contexts(site, catalogue, inputs.media, ready, kept=kept)
    outputs = said.take(families.plan(contexts, place))
    return SitePlan(inputs, catalogue, outputs, tuple(said.problems))


def _plan_contexts(
    site: Site, catalogue: Catalogue, media: Media, theme: LoadedTheme, *, kept: bool = False
) -> list[PlanContext]:
    """What each edition is planned from. `kept`: the plan will be put right for later edits."""
    assets = (theme.style_address, *theme.script_addresses.values())
    contexts = []
    for edition in EDITIONS:
        words = theme.word_digests[edition.locale]
        shared = SharedInputs(
            templates=theme.closures,
            generator=generator_digest(),
            frame=frame_digest(site, catalogue, assets, words),
            words=words,
            style=theme.style_address,
            scripts=theme.script_addresses,
            public=theme.public,
        )
        urls = urls_of(site, edition.prefix)
        contexts.append(
            PlanContext(site, catalogue, edition, urls, shared, media.digests, media.images, kept)
        )
    return contexts


def _render_context(
    root: Path, plan: SitePlan, theme: LoadedTheme, content: Content
) -> RenderContext:
    media = content.media
    html, encoded = Bodies(content.rendered), Variants(root)
    others: dict[str, RenderContext] = {}
    contexts = [
        RenderContext(
            plan=context,
            wording=theme.wordings[context.edition.locale],
            outputs=plan.outputs,
            html=html,
            drawings=media.drawings,
            render=theme.renderers[context.edition.locale],
            encoded=encoded,
            style=theme.style,
            theme=theme.theme,
            others=others,
        )
        for context in _plan_contexts(plan.inputs.site, plan.catalogue, media, theme)
    ]
    others.update((context.plan.edition.locale, context) for context in contexts[1:])
    return contexts[0]


@dataclass(frozen=True, slots=True)
class Bodies:
    """An entry's body as HTML: rendered in this run already, or now."""

    known: Rendered

    def __call__(self, entry: Entry) -> str:
        html = self.known.get(entry.prose)
        return markdown.render(entry.body, NAMES).html if html is None else html


def _recorded(
    root: Path, catalogue: Catalogue, outputs: tuple[Output, ...], failed: frozenset[str]
) -> list[Problem]:
    path = root / address_check.FILE
    if not path.is_file():
        return []
    recorded, problems = address_check.read(path.read_text("utf-8", "replace"), catalogue.as_of)
    public = {**catalogue.gone, **catalogue.entries}
    published = {key: entry.published for key, entry in public.items()}
    addresses_now = public_addresses(catalogue, outputs)
    problems += address_check.check(recorded, addresses_now, published, failed)
    return problems


def public_addresses(catalogue: Catalogue, outputs: tuple[Output, ...]) -> frozenset[str]:
    """Every address of the site: its pages and the numbers that will be looked up under /v/."""
    pages = {addresses.address_of(output.path) for output in outputs}
    numbers = {
        addresses.number(row.announcement.slug) for row in catalogue.ledger if row.announcement.slug
    }
    return frozenset(pages | numbers)


def check_tree(
    plan: PreparedSite,
    staged: Staged,
    old: Mapping[str, ManifestRow],
    output: Path,
    *,
    workers: int,
) -> list[Problem]:
    """Problems of the tree as it will be: links and fragments of every page.

    `old` is the tree that was checked before. Where no file or fragment of it goes, the pages that
    are kept cannot have broken.
    """
    manifest = staged.manifest
    base_path = plan.site.settings.base_path
    doubts = staged.doubts
    if _something_goes(staged, old):
        doubts += staging.look_again(plan.context, plan.outputs, staged, output, workers=workers)

    if not doubts:
        return []
    sources = {planned.path: planned.args[0] for planned in plan.outputs if planned.args}

    def place(page: str) -> Location:
        source = sources.get(page, "")
        entry = plan.catalogue.entries.get(source) or plan.catalogue.gone.get(source)
        return Location(entry.file if entry else source or page)

    def ids(path: str) -> str | None:
        return manifest[path].ids if path.endswith(".html") else None

    # Files of bundles are for scripts: their names come and go with what is in them.
    paths = frozenset(path for path, made in manifest.items() if not made.bundle) | {RELEASE}
    return list(links.check(doubts, paths, ids, base_path, place))


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
