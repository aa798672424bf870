"""The stages that every command shares, in the order of the picture in docs/architecture.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment

from sitegen import config
from sitegen.building import content as contents
from sitegen.building import stage as staging
from sitegen.building import state
from sitegen.building.commit import RELEASE
from sitegen.building.content import NAMES, Content
from sitegen.building.generator import generator_digest
from sitegen.building.manifest import Made
from sitegen.building.stage import Staged
from sitegen.building.variants import Variants
from sitegen.catalogue.catalogue import Catalogue, assemble
from sitegen.checks import addresses as address_check
from sitegen.checks import contacts, credit_codes, gov, images, links, settings
from sitegen.config import Site
from sitegen.files import digest
from sitegen.loading.document import FieldPath
from sitegen.model.entry import Entry, canonical
from sitegen.outputs import recipes, scripts
from sitegen.outputs import urls as addresses
from sitegen.outputs.frame import frame_digest
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output, Planning, Shared
from sitegen.outputs.urls import urls_of
from sitegen.problems import Location, Problem, Report
from sitegen.rendering import markdown, styles, templates, translations
from sitegen.rendering.markdown import Prose
from sitegen.rendering.templates import Theme


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a build needs once nothing has been rendered yet."""

    site: Site
    catalogue: Catalogue
    content: Content
    making: Making
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
    renderers: dict[str, Renderer] | None = None,
) -> Plan | None:
    """Read, validate, assemble and plan the site in `root`; None where site.yaml is unusable.

    `today` gives the as-of date for a time zone, `now` the clock in ns; `tick` hears each stage.
    `renderers` keeps the compiled templates of one run for the next, as the preview does.
    """
    site = report.take(config.read(root))
    if site is None:
        return None
    generator = generator_digest()
    options = digest(canonical([str(site.options)]).encode())[:20]
    content = report.take(
        contents.read(
            root,
            site.options,
            f"{generator}/{options}",
            workers=workers,
            now=now,
            use_cache=use_cache,
            keep_cache=keep_cache,
        )
    )
    tick("read")

    def locate(entry: Entry, path: FieldPath) -> Location:
        return contents.locate(root, entry, path)

    catalogue = report.take(
        assemble(
            content.entries,
            as_of=today(site.settings.timezone),
            options=site.options,
            locate=locate,
            failed=content.failed,
        )
    )
    known = frozenset(entry.key for entry in content.entries)
    report.add(settings.check(site, catalogue, known, content.failed))
    report.add(images.check(catalogue, content.media.digests, locate))
    report.add(credit_codes.check(catalogue, locate))
    report.add(contacts.check(catalogue, locate))
    if site.settings.profile == "gov":
        report.add(gov.check(catalogue, locate))
    tick("assemble")
    making = report.take(_making(root, site, catalogue, content, generator, keep_cache, renderers))
    outputs = report.take(recipes.plan(making.planning, locate))
    report.add(_recorded(root, catalogue, outputs, content.failed))
    tick("plan")
    return Plan(site, catalogue, content, making, outputs)


def _making(
    root: Path,
    site: Site,
    catalogue: Catalogue,
    content: Content,
    generator: str,
    keep_cache: bool,
    renderers: dict[str, Renderer] | None,
) -> tuple[Making, list[Problem]]:
    theme, problems = templates.find(root)
    words = translations.read(theme, "zh-Hans")
    renderer = _renderer(theme, words, renderers)
    problems += _check_theme(root, theme, renderer.environment, keep_cache)
    style = styles.join(theme)
    style_address = f"{addresses.ASSETS}site-{digest(style.encode())[:12]}.css"
    script_addresses = scripts.addresses_of(theme, generator)
    shared = Shared(
        templates={name: theme.closures.get(name, "") for name in recipes.TEMPLATES},
        generator=generator,
        frame=frame_digest(
            site,
            catalogue,
            (style_address, *script_addresses.values()),
            digest(canonical(words).encode()),
        ),
        style=style_address,
        scripts=script_addresses,
    )
    media = content.media
    planning = Planning(site, catalogue, urls_of(site), shared, media.digests, media.images)
    making = Making(
        planning=planning,
        prose=Proses(content.proses),
        drawings=media.drawings,
        render=renderer,
        encoded=Variants(root),
        style=style,
        style_address=style_address,
        theme=theme,
    )
    return making, problems


def _check_theme(
    root: Path, theme: Theme, environment: Environment, keep_cache: bool
) -> list[Problem]:
    """Parse every template and join every script, unless these very ones were found good before."""
    key = digest(canonical(theme.digests).encode())
    path = root / state.FOLDER / "theme.json"
    if state.read_json(path) == {"good": key}:
        return []
    problems = [*templates.check(environment, theme), *scripts.check(theme)]
    if keep_cache and not problems:
        state.write_json(path, {"good": key})
    return problems


@dataclass(frozen=True, slots=True)
class Proses:
    """An entry's body as HTML: rendered in this run already, or now."""

    known: Mapping[str, Prose]

    def __call__(self, entry: Entry) -> Prose:
        return self.known.get(entry.prose) or markdown.render(entry.body, NAMES)


def _renderer(theme: Theme, words: Mapping[str, str], kept: dict[str, Renderer] | None) -> Renderer:
    """The renderer of these templates and words: the kept one where nothing of them has changed."""
    key = digest(canonical([theme.digests, words]).encode())
    found = kept.get(key) if kept is not None else None
    if found is None:
        found = Renderer(theme, words)
    found.forget()
    if kept is not None:
        kept.clear()
        kept[key] = found
    return found


class Renderer:
    """Fills templates. It crosses to a worker as its inputs and sets itself up there again."""

    def __init__(self, theme: Theme, words: Mapping[str, str]) -> None:
        self._inputs = (theme, words)
        self.environment = templates.environment(theme, words)

    def forget(self) -> None:
        """Let go of the values of the build before, which many pages of it shared."""
        once = self.environment.globals["once"]
        assert isinstance(once, templates.Once)
        once.clear()

    def __reduce__(self) -> tuple[type[Renderer], tuple[Theme, Mapping[str, str]]]:
        return Renderer, self._inputs

    def __call__(self, name: str, view: object) -> str:
        return templates.render(self.environment, name, view)


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
    plan: Plan, staged: Staged, old: Mapping[str, Made], output: Path, *, workers: int
) -> list[Problem]:
    """Problems of the tree as it will be: links and fragments of every page.

    `old` is the tree that was checked before. Where no file or fragment of it goes, the pages that
    are kept cannot have broken.
    """
    manifest = staged.manifest
    sources = {planned.path: planned.args[0] for planned in plan.outputs if planned.args}
    base_path = plan.site.settings.base_path
    doubts = staged.doubts
    if _something_goes(staged, old):
        doubts += staging.look_again(plan.making, plan.outputs, staged, output, workers=workers)

    def place(page: str) -> Location:
        source = sources.get(page, "")
        entry = plan.catalogue.entries.get(source) or plan.catalogue.gone.get(source)
        return Location(entry.file if entry else source or page)

    def ids(path: str) -> str | None:
        return manifest[path].ids if path.endswith(".html") else None

    # Files of bundles are for scripts: their names come and go with what is in them.
    paths = frozenset(path for path, made in manifest.items() if not made.bundle) | {RELEASE}
    return list(links.check(doubts, paths, ids, base_path, place))


def _something_goes(staged: Staged, old: Mapping[str, Made]) -> bool:
    """Whether a file or fragment to which pages may link was there and will be no more."""
    if any(not old[path].bundle for path in old.keys() - staged.manifest.keys()):
        return True
    remade = ((old[path], staged.manifest[path]) for path in staged.manifest if path in old)
    return any(
        set(before.ids.split("\n")) - set(now.ids.split("\n"))
        for before, now in remade
        if before.ids != now.ids
    )
