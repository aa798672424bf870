"""The theme of a site, ready to make pages with."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.building import state
from sitegen.files import digest
from sitegen.model.entry import canonical
from sitegen.outputs import addresses, families
from sitegen.outputs.edition import EDITIONS
from sitegen.outputs.files import public
from sitegen.outputs.parts import scripts
from sitegen.outputs.wording import Wording
from sitegen.pipeline import unused_files
from sitegen.problems import Problem
from sitegen.rendering import jinja, styles, templates, translations
from sitegen.rendering.templates import Theme


class Renderer:
    """Fills templates. It crosses to a worker as its inputs and sets itself up there again."""

    def __init__(self, theme: Theme, words: Mapping[str, str]) -> None:
        self._inputs = (theme, words)
        self.environment = jinja.environment(theme, words)

    def forget(self) -> None:
        """Let go of the values of the build before, which many pages of it shared."""
        once = self.environment.globals["once"]
        assert isinstance(once, jinja.Once)
        once.clear()

    def warm_up(self) -> None:
        """Compile every template now, so that the next page need not wait for any."""
        theme, _ = self._inputs
        jinja.compile_all(self.environment, theme)

    def __reduce__(self) -> tuple[type[Renderer], tuple[Theme, Mapping[str, str]]]:
        return Renderer, self._inputs

    def __call__(self, name: str, view: object) -> str:
        return jinja.render(self.environment, name, view)


@dataclass(frozen=True, slots=True)
class LoadedTheme:
    """A theme with its compiled templates, its style sheet, its scripts and the words of each locale.

    `key` changes with any file of it, its place, any word and the site's own colours; `closures` has the digest of each page
    template with all it includes, `public` that of each file that is published as it is. `renderers`,
    `wordings` and `word_digests` are by locale. `sound` says that nothing is wrong in it.
    """

    key: str
    theme: Theme
    renderers: Mapping[str, Renderer]
    wordings: Mapping[str, Wording]
    word_digests: Mapping[str, str]
    closures: Mapping[str, str]
    colours: str
    style: str
    style_address: str
    script_addresses: Mapping[str, str]
    public: Mapping[str, str]
    sound: bool = True

    def forget(self) -> None:
        """Let go of what pages of the build before have shared."""
        for renderer in self.renderers.values():
            renderer.forget()

    def warm_up(self) -> None:
        """Compile every template now, so that the next page need not wait for any."""
        for renderer in self.renderers.values():
            renderer.warm_up()


def load(
    root: Path,
    *,
    colours: str,
    keep_cache: bool,
    before: LoadedTheme | None,
    saved: Set[str] | None = None,
) -> tuple[LoadedTheme, list[Problem]]:
    """The theme of the site in `root`, and what is wrong in it; that of the build `before` where
    nothing of it has changed. `colours` are the tokens of the site's own colours; `saved` are the files that may have, None where any may."""
    touched = saved is None or any(file.startswith("templates") for file in saved)
    same_colours = before is not None and before.colours == colours
    if before is not None and before.sound and same_colours and not touched:
        before.forget()
        return before, []
    theme, problems = templates.find(root)
    published, refused = public.read(theme)
    problems += refused
    locales = [edition.locale for edition in EDITIONS]
    translated = {locale: translations.read(theme, locale) for locale in locales}
    problems += [problem for _, wrong in translated.values() for problem in wrong]
    problems += unused_files.find(theme, families.TEMPLATES, locales)
    if theme.default:
        for locale, (_, wrong) in translated.items():
            if not any(problem.kind is translations.BAD_FILE for problem in wrong):
                problems += unused_files.unknown_texts(theme, locale)
    words = {locale: translation for locale, (translation, _) in translated.items()}
    places = {name: str(path) for name, path in theme.paths.items()}
    places |= {name: str(theme.public[name]) for name in published}
    key = digest(canonical([theme.digests, published, places, words, colours]).encode())
    if before is not None and before.key == key:
        before.forget()
        loaded = before
    else:
        style = styles.join(theme, colours)
        loaded = LoadedTheme(
            key=key,
            theme=theme,
            renderers={locale: Renderer(theme, words[locale]) for locale in locales},
            wordings={locale: Wording(locale, words[locale]) for locale in locales},
            word_digests={locale: digest(canonical(words[locale]).encode()) for locale in locales},
            closures={name: theme.closures.get(name, "") for name in families.TEMPLATES},
            colours=colours,
            style=style,
            style_address=f"{addresses.ASSETS}site-{digest(style.encode())[:12]}.css",
            script_addresses=scripts.addresses_of(theme),
            public=published,
        )
    problems += _check(root, theme, loaded.renderers[locales[0]], keep_cache)
    return replace(loaded, sound=not problems), problems


def _check(root: Path, theme: Theme, renderer: Renderer, keep_cache: bool) -> list[Problem]:
    """Parse every template of the site's own, unless these very ones were found good before."""
    key = digest(canonical(theme.digests).encode())
    path = root / state.FOLDER / "theme.json"
    if state.read_json(path) == {"good": key}:
        return []
    problems = jinja.check(renderer.environment, theme)
    if keep_cache and not problems:
        state.write_json(path, {"good": key})
    return problems
