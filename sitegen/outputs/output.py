"""An output: a path, the recipe that makes it, and the key that says when it must be made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeVar

from sitegen.catalogue.catalogue import Catalogue
from sitegen.config import Site
from sitegen.files import digest
from sitegen.model.entry import Entry
from sitegen.outputs.addresses import Urls, file_of
from sitegen.rendering.images.reading import ImageFile

Value = TypeVar("Value")
Parts = tuple[tuple[str, str], ...]
Aspect = Literal["facts", "prose", "line", "words", "card"]
"""`facts`: all of an entry's; `prose`: its body; `line`: what the entry itself gives to its card, as a
line of a list shows it; `words`: all words on its card, also those of its place and its titles;
`card`: these with the picture."""
ASPECT: Mapping[Aspect, Callable[[Entry], str]] = {
    "facts": attrgetter("facts"),
    "prose": attrgetter("prose"),
    "line": attrgetter("card"),
    "words": attrgetter("card"),
    "card": attrgetter("card"),
}
"""The digest of an entry without a change of which an edit changes no such part."""


class Dependency(NamedTuple):
    """A part of a key that stands for one aspect of some entries, in their order; `rest` says what
    else it stands for."""

    aspect: Aspect
    keys: tuple[str, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site, or several under one prefix. Nothing is rendered yet.

    `recipe` names the function that makes it and `args` what it is told. `parts` are the named
    digests of everything it reads: the key is made of them, and `sitegen explain` compares them.
    The `path` of a bundle ends with a slash: its recipe gives the bytes of each file below it.
    Outputs of one `batch` are made one after the other in one process: they share costly work.
    `reads` are those of the parts, by name, that stand for entries: no part reads their facts, what
    only their cards show, or their bodies, in any other way. They are there where the plan is kept.
    """

    path: str
    recipe: str
    args: tuple[str, ...]
    parts: Parts
    key: str
    batch: str = ""
    reads: tuple[tuple[str, Dependency], ...] = field(default=(), compare=False)

    @classmethod
    def of(
        cls,
        path: str,
        recipe: str,
        args: tuple[str, ...],
        parts: Mapping[str, str],
        reads: tuple[tuple[str, Dependency], ...] = (),
        batch: str = "",
    ) -> Output:
        ordered = tuple(sorted(parts.items()))
        key = digest(repr((path, recipe, args, ordered)).encode())[:32]
        return cls(path, recipe, args, ordered, key, batch, reads)

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
class PlanContext:
    """What the families plan from."""

    site: Site
    catalogue: Catalogue
    urls: Urls
    shared: Shared
    media: Mapping[str, str]
    """Digest of each file of content/media by its name."""
    images: Mapping[str, ImageFile]
    """Those of them that are pictures to be made smaller."""
    kept: bool = False
    """Whether the plan may be put right later (`again`): then its outputs say what they read."""
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
        **parts: str | Dependency,
    ) -> Output:
        """A page at `address`; `parts` are the digests of the facts that it alone reads, or of which
        entries it reads what."""
        every = {
            "template": self.shared.templates[template],
            "frame": self.shared.frame,
            "generator": self.shared.generator,
            **parts,
        }
        return self._output(file_of(address), recipe, args, every)

    def file(
        self, path: str, recipe: str, *args: str, batch: str = "", **parts: str | Dependency
    ) -> Output:
        """A file that is no page."""
        every = {"generator": self.shared.generator, **parts}
        return self._output(path, recipe, args, every, batch)

    def bundle(self, prefix: str, recipe: str, *args: str, **parts: str | Dependency) -> Output:
        """Files below `prefix` (it ends with a slash) whose names only their making tells.

        The recipe gives their bytes by name, relative to the prefix.
        """
        return self._output(prefix, recipe, args, {"generator": self.shared.generator, **parts})

    def _output(
        self,
        path: str,
        recipe: str,
        args: tuple[str, ...],
        parts: Mapping[str, str | Dependency],
        batch: str = "",
    ) -> Output:
        reads = []
        digests: dict[str, str] = {}
        for name, part in parts.items():
            if isinstance(part, Dependency):
                if self.kept:
                    reads.append((name, part))
                digests[name] = self.digest(part)
            else:
                digests[name] = part
        return Output.of(path, recipe, args, digests, tuple(reads), batch)

    def again(self, output: Output, changed: Set[str], aspects: Set[Aspect]) -> Output:
        """An output planned before, where of all it reads only `aspects` of these entries may have
        changed."""
        stale = [
            (name, read)
            for name, read in output.reads
            if read.aspect in aspects and not changed.isdisjoint(read.keys)
        ]
        if not stale:
            return output
        digests = dict(output.parts) | {name: self.digest(read) for name, read in stale}
        return Output.of(
            output.path, output.recipe, output.args, digests, output.reads, output.batch
        )

    def digest(self, read: Dependency) -> str:
        """What a part of a key that stands for entries is now."""
        if read.aspect == "card":
            found = list(map(self.once("cards", self._cards).__getitem__, read.keys))
        elif read.aspect == "words":
            found = list(map(self.once("words", self._words).__getitem__, read.keys))
        else:
            public, gone = self.catalogue.entries, self.catalogue.gone
            entries = (public.get(key) or gone[key] for key in read.keys)
            found = list(map(ASPECT[read.aspect], entries))
        if len(found) == 1 and not read.rest:
            return found[0]
        return digest("\n".join([*found, read.rest]).encode())[:20]

    def _words(self) -> dict[str, str]:
        """The digest of the words on the card of each entry."""
        gone = {entry.key: entry.card for entry in self.catalogue.gone.values()}
        return {**gone, **self.catalogue.cards}

    def _cards(self) -> dict[str, str]:
        """The same with what is seen of its picture."""
        words = self.once("words", self._words)
        entries = (*self.catalogue.entries.values(), *self.catalogue.gone.values())
        return {entry.key: words[entry.key] + self.picture(entry) for entry in entries}

    def picture(self, entry: Entry) -> str:
        return self.seen(entry.picture.file) if entry.picture else ""

    def seen(self, file: str) -> str:
        """What a page reads of a picture. Of one that is made smaller that is its size: its pixels
        are in files of their own."""
        image = self.images.get(file)
        if image is None:
            return self.media.get(file, "")
        return f"{image.width}x{image.height}.{image.extension}"


def read(aspect: Aspect, entries: Iterable[Entry], rest: object = None) -> Dependency:
    """The part of a key that stands for an aspect of these entries; `rest` is as for `short`."""
    keys = tuple(entry.key for entry in entries)
    return Dependency(aspect, keys, "" if rest is None else repr(rest))


def short(value: object) -> str:
    """A digest of plain data: tuples, lists, dicts and frozen values of text and numbers."""
    return digest(repr(value).encode())[:20]
