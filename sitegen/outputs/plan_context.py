"""What families plan from, and how they declare an output."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple, TypeVar

from sitegen.catalogue.card_pictures import CardPicture
from sitegen.catalogue.catalogue import Catalogue
from sitegen.config.site import Site
from sitegen.files import digest
from sitegen.model.entry import Entry
from sitegen.outputs.addresses import Urls, file_of
from sitegen.outputs.dependencies import ASPECT_DIGESTS, Aspect, Dependency
from sitegen.outputs.edition import Edition
from sitegen.outputs.output import Output, key_of, ordered
from sitegen.rendering.images.fonts import Fonts
from sitegen.rendering.images.reading import ImageFile

Value = TypeVar("Value")


class LogoFile(NamedTuple):
    """The logo of a site: the address of its file, its size in the masthead in CSS pixels, and whether it
    is the icon in the browser's tab as well."""

    address: str
    width: int
    height: int
    is_icon: bool


@dataclass(frozen=True, slots=True)
class SharedInputs:
    """What pages depend on beside their own facts: digests by name.

    `templates` has the digest of each page template with all that it includes. `frame` covers the
    settings, the menu, the footer, the names of style sheet and scripts, and the words; `words` these
    alone.
    """

    templates: Mapping[str, str]
    generator: str
    frame: str
    words: str
    style: str
    """The address of the style sheet; its content is in its name."""
    scripts: Mapping[str, str]
    """The addresses of the scripts by their names, likewise."""
    public: Mapping[str, str]
    """Digest of each file that the theme publishes as it is, by its name (`public/…`)."""
    logo: LogoFile | None = None
    fonts: Fonts | None = None
    """Those that posters are drawn with, None where there are no posters."""


UNKNOWN: Final = object()
"""What a memo has for a value that was not worked out yet: None may be one that was."""


class Memo(dict[Hashable, Any]):
    """Values worked out once in a process; a process that is sent a context begins without any."""

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        return Memo, ()


@dataclass(frozen=True, slots=True)
class PlanContext:
    """What the families of one edition plan from."""

    site: Site
    catalogue: Catalogue
    edition: Edition
    urls: Urls
    shared: SharedInputs
    media: Mapping[str, str]
    """Digest of each file of content/media by its name."""
    images: Mapping[str, ImageFile]
    """Those of them that are pictures to be made smaller."""
    kept: bool = False
    """Whether the plan is kept for later edits (`replan`): then its outputs keep their dependencies."""
    memo: Memo = field(default_factory=Memo)
    """Values that many outputs share, worked out once, for the plan and for the pages: see `once`."""

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `make()`, worked out at the first call with this key."""
        value: Value = self.memo.get(key, UNKNOWN)
        if value is UNKNOWN:
            value = self.memo[key] = make()
        return value

    def page(
        self,
        address: str,
        recipe: str,
        template: str,
        *args: str,
        in_sitemap: bool,
        lastmod: str = "",
        **parts: str | Dependency,
    ) -> Output:
        """A page of this edition at `address`. `parts` are the digests of what it alone shows, or which
        entries it depends on."""
        return self._output(
            self.edition.prefix + file_of(address),
            recipe,
            args,
            {
                "template": self.shared.templates[template],
                "frame": self.shared.frame,
                "generator": self.shared.generator,
                **parts,
            },
            locale=self.edition.locale,
            in_sitemap=in_sitemap,
            lastmod=lastmod,
        )

    def file(
        self, path: str, recipe: str, *args: str, batch: str = "", **parts: str | Dependency
    ) -> Output:
        """A file that is no page and that all editions share."""
        inputs = {"generator": self.shared.generator, **parts}
        return self._output(path, recipe, args, inputs, batch=batch)

    def edition_file(
        self, path: str, recipe: str, *args: str, batch: str = "", **parts: str | Dependency
    ) -> Output:
        """A file of this edition that is no page."""
        inputs = {"generator": self.shared.generator, **parts}
        path = self.edition.prefix + path
        return self._output(path, recipe, args, inputs, locale=self.edition.locale, batch=batch)

    def bundle(self, prefix: str, recipe: str, *args: str, **parts: str | Dependency) -> Output:
        """Files of this edition below `prefix` (it ends with a slash) whose names are known only when
        they are made.

        The recipe gives their bytes by name, relative to the prefix.
        """
        return self.edition_file(prefix, recipe, *args, batch="", **parts)

    def _output(
        self,
        path: str,
        recipe: str,
        args: tuple[str, ...],
        parts: Mapping[str, str | Dependency],
        *,
        locale: str = "",
        batch: str = "",
        in_sitemap: bool = False,
        lastmod: str = "",
    ) -> Output:
        dependencies = []
        digests: dict[str, str] = {}
        for name, part in parts.items():
            if isinstance(part, Dependency):
                if self.kept:
                    dependencies.append((name, part))
                digests[name] = self.digest(part)
            else:
                digests[name] = part
        sorted_parts = ordered(digests)
        key = key_of(path, recipe, args, sorted_parts)
        return Output(
            path,
            recipe,
            args,
            sorted_parts,
            key,
            locale,
            batch,
            in_sitemap,
            lastmod,
            tuple(dependencies),
        )

    def replan(self, output: Output, changed: Set[str], aspects: Set[Aspect]) -> Output:
        """An output planned before, where nothing it depends on has changed but these aspects of these
        entries."""
        stale = [
            (name, dependency)
            for name, dependency in output.dependencies
            if dependency.aspect in aspects and not changed.isdisjoint(dependency.keys)
        ]
        if not stale:
            return output
        digests = dict(output.parts)
        digests |= {name: self.digest(dependency) for name, dependency in stale}
        parts = ordered(digests)
        key = key_of(output.path, output.recipe, output.args, parts)
        return replace(output, parts=parts, key=key)

    def digest(self, dependency: Dependency) -> str:
        """The digest that stands for a dependency in a key."""
        if dependency.aspect == "card":
            digests = list(map(self.once("cards", self._cards).__getitem__, dependency.keys))
        elif dependency.aspect == "words":
            digests = list(map(self.once("words", self._words).__getitem__, dependency.keys))
        else:
            public, gone = self.catalogue.entries, self.catalogue.gone
            entries = (public.get(key) or gone[key] for key in dependency.keys)
            digests = list(map(ASPECT_DIGESTS[dependency.aspect], entries))
        if len(digests) == 1 and not dependency.more:
            return digests[0]
        return digest("\n".join([*digests, dependency.more]).encode())[:20]

    def _words(self) -> dict[str, str]:
        """By key of an entry, the digest of the words on its card."""
        gone = {entry.key: entry.line_digest for entry in self.catalogue.gone.values()}
        return {**gone, **self.catalogue.card_digests}

    def _cards(self) -> dict[str, str]:
        """The same with what the card shows of its picture."""
        words = self.once("words", self._words)
        entries = (*self.catalogue.entries.values(), *self.catalogue.gone.values())
        return {entry.key: words[entry.key] + self.card_image(entry) for entry in entries}

    def card_picture(self, entry: Entry) -> CardPicture | None:
        """What an entry shows on cards; many pages ask."""
        key = ("card picture", entry.key)
        return self.once(key, lambda: self.catalogue.card_picture(entry))

    def card_image(self, entry: Entry) -> str:
        """What a card depends on of the picture that the entry shows, "" where it has none. Of one that is
        lent to it that is also what it is of."""
        shown = self.card_picture(entry)
        if shown is None:
            return ""
        file = self.image_digest(shown.image.file)
        if shown.lender is None:
            return file
        return digest(repr((shown.lender.key, shown.lender.name, shown.image, file)).encode())[:20]

    def image_digest(self, file: str) -> str:
        """What a page depends on of a file in content/media. Of a picture that is made smaller that is
        its size: its pixels are in files of their own."""
        image = self.images.get(file)
        if image is None:
            return self.media.get(file, "")
        return f"{image.width}x{image.height}.{image.extension}"
