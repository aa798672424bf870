"""An output: a path, the recipe that makes it, and the key that says when it must be made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sitegen.catalogue.catalogue import Catalogue
from sitegen.config import Site
from sitegen.files import digest
from sitegen.model.entry import Entry
from sitegen.outputs.urls import Urls, file_of
from sitegen.rendering.images.reading import ImageFile

Value = TypeVar("Value")
Parts = tuple[tuple[str, str], ...]
BODIES = "bodies"
"""The part of a key that stands for the bodies an output reads."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site, or several under one prefix. Nothing is rendered yet.

    `recipe` names the function that makes it and `args` what it is told. `parts` are the named
    digests of everything it reads: the key is made of them, and `sitegen explain` compares them.
    The `path` of a bundle ends with a slash: its recipe gives the bytes of each file below it.
    Outputs of one `batch` are made one after the other in one process: they share costly work.
    `bodies` are the keys of the entries whose bodies it reads: nothing else of a plan reads any.
    """

    path: str
    recipe: str
    args: tuple[str, ...]
    parts: Parts
    key: str
    batch: str = ""
    bodies: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        path: str,
        recipe: str,
        args: tuple[str, ...],
        parts: Mapping[str, str],
        batch: str = "",
        bodies: Sequence[Entry] = (),
    ) -> Output:
        if bodies:
            parts = {**parts, BODIES: prose_digest(bodies)}
        ordered = tuple(sorted(parts.items()))
        key = digest(repr((path, recipe, args, ordered)).encode())[:32]
        return cls(path, recipe, args, ordered, key, batch, tuple(entry.key for entry in bodies))

    def with_bodies(self, bodies: Sequence[Entry]) -> Output:
        """The same output for other bodies of the entries that it reads."""
        others = {name: part for name, part in self.parts if name != BODIES}
        return Output.of(self.path, self.recipe, self.args, others, self.batch, bodies)

    @property
    def bundle(self) -> bool:
        return self.path.endswith("/")

    @property
    def costly(self) -> bool:
        """Whether making it takes far longer than a page: pictures, and indexes of everything."""
        return bool(self.batch) or self.bundle


@dataclass(frozen=True, slots=True)
class Shared:
    """What every page reads beside its own facts: digests by name.

    `templates` has the digest of each page template's closure; `frame` covers the settings, the
    menu, the footer, the style sheet's name, the words of the locale and the generator itself.
    """

    templates: Mapping[str, str]
    generator: str
    frame: str
    style: str
    """The address of the style sheet, its content in its name."""
    scripts: Mapping[str, str]
    """The addresses of the scripts by their names, likewise."""


@dataclass(frozen=True, slots=True)
class Planning:
    """What the families plan from."""

    site: Site
    catalogue: Catalogue
    urls: Urls
    shared: Shared
    media: Mapping[str, str]
    """Digest of each file of content/media by its name."""
    images: Mapping[str, ImageFile]
    """Those of them that are pictures to be made smaller."""
    memo: dict[Hashable, Any] = field(default_factory=dict)
    """Values that many outputs share, worked out once: see `once`."""

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `make()`, worked out at the first call with this key."""
        if key not in self.memo:
            self.memo[key] = make()
        found: Value = self.memo[key]
        return found

    def page(
        self,
        address: str,
        recipe: str,
        template: str,
        *args: str,
        bodies: Sequence[Entry] = (),
        **parts: str,
    ) -> Output:
        """A page at `address`; `parts` are the digests of the facts that it alone reads, `bodies`
        the entries whose bodies it shows."""
        every = {
            "template": self.shared.templates[template],
            "frame": self.shared.frame,
            "generator": self.shared.generator,
            **parts,
        }
        return Output.of(file_of(address), recipe, args, every, bodies=bodies)

    def file(
        self,
        path: str,
        recipe: str,
        *args: str,
        batch: str = "",
        bodies: Sequence[Entry] = (),
        **parts: str,
    ) -> Output:
        """A file that is no page."""
        every = {"generator": self.shared.generator, **parts}
        return Output.of(path, recipe, args, every, batch, bodies)

    def bundle(
        self, prefix: str, recipe: str, *args: str, bodies: Sequence[Entry] = (), **parts: str
    ) -> Output:
        """Files below `prefix` (it ends with a slash) whose names only their making tells.

        The recipe gives their bytes by name, relative to the prefix.
        """
        return self.file(prefix, recipe, *args, bodies=bodies, **parts)

    def cards(self, entries: Iterable[Entry]) -> str:
        """The digest of a list of cards, order included, with their pictures."""
        return short(
            [(entry.key, self.catalogue.cards[entry.key], self.picture(entry)) for entry in entries]
        )

    def picture(self, entry: Entry) -> str:
        return self.seen(entry.picture.file) if entry.picture else ""

    def seen(self, file: str) -> str:
        """What a page reads of a picture. Of one that is made smaller that is its size: its pixels
        are in files of their own."""
        image = self.images.get(file)
        if image is None:
            return self.media.get(file, "")
        return f"{image.width}x{image.height}.{image.extension}"


def prose_digest(entries: Iterable[Entry]) -> str:
    """What an output reads of the bodies of these entries."""
    return short([entry.prose for entry in entries])


def short(value: object) -> str:
    """A digest of plain data: tuples, lists, dicts and frozen values of text and numbers."""
    return digest(repr(value).encode())[:20]
