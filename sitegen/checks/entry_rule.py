"""Rules that look at one public entry at a time, through a view of what they say they read.

So what is found in an entry depends on that entry, the settings and the names in content/media, and
on nothing else: the preview looks again at the entries that were saved, and at no other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.checks.rule import Finding, NotDeclared, Rule
from sitegen.config.settings import Settings
from sitegen.loading.document import FieldPath, Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.public_texts import public_texts

BETWEEN = r"\s\-‐–—−－.．"
"""What people put between the digits of a number."""
LONG_NUMBER = re.compile(
    rf"[1１][{BETWEEN}]{{0,3}}[3-9３-９](?:[{BETWEEN}]{{0,3}}\d){{9}}"
    r"|\d{6}\s?(?:1[89]|20|１[８９]|２０)\d"
)
"""A quick test for texts with a number like those of mobiles and identity cards: few entries pass it."""
DIGITS = re.compile(rf"[0-9０-９][0-9０-９{BETWEEN}]{{9,}}")
"""A run of digits that is long enough for such a number."""


class EntryView:
    """An entry as a rule sees it: its key, and what the rule declares; NotDeclared for all else.

    `settings` are those of the site, `media` the names of the files in content/media.
    """

    __slots__ = ("_entry", "_reads", "_tree", "media", "settings")

    def __init__(
        self,
        entry: Entry,
        settings: Settings,
        media: Collection[str],
        reads: frozenset[str] = frozenset(),
    ) -> None:
        self._entry = entry
        self._reads = reads
        self._tree: Mapping[str, Tree] | None = None
        self.settings = settings
        self.media = media

    def showing(self, reads: frozenset[str]) -> EntryView:
        """The same view of what another rule reads: what has been read of the entry stays read."""
        self._reads = reads
        return self

    @property
    def key(self) -> str:
        return self._entry.key

    @property
    def collection(self) -> str:
        return self._declared("collection").collection

    @property
    def kind(self) -> str:
        return self._declared("kind").kind

    @property
    def published(self) -> str:
        """ISO text, a space before the clock time; "" where it is not stated."""
        return self._declared("published").published

    @property
    def links(self) -> tuple[str, ...]:
        """The link targets in its body; those of pictures begin with `media:`."""
        return self._declared("links").links

    @property
    def body(self) -> str:
        """The Markdown below its fields."""
        return self._declared("body").body

    def field(self, name: str) -> Tree | None:
        """A field as written, None where it is not. That costs next to nothing where it is not."""
        entry = self._declared(name)
        if self._tree is None:
            if not entry.may_have(name):
                return None
            self._tree = json.loads(entry.tree_json)
        return self._tree.get(name)

    def groups(self, name: str) -> Iterator[tuple[int, dict[str, Tree]]]:
        """The members of a field that is a list of groups, each with its position."""
        members = self.field(name)
        for position, member in enumerate(members if isinstance(members, list) else ()):
            if isinstance(member, dict):
                yield position, member

    def texts_with_digits(self) -> Iterator[tuple[FieldPath, str]]:
        """(path, text) of the public fields, own fields of the site and the body in which a number like
        those of mobiles and identity cards may stand; the body's path is ("body",)."""
        entry = self._declared("texts_with_digits")
        if _may_have_long_number(entry.body_json.decode()):
            yield ("body",), entry.body
        if _may_have_long_number(entry.tree_json.decode()):
            texts = public_texts(COLLECTIONS[entry.collection].model, entry.tree)
            yield from (one for one in texts if LONG_NUMBER.search(one[1]))
        for name, members in entry.extra.items():
            for text in members:
                if LONG_NUMBER.search(text):
                    yield (name,), text

    def texts(self) -> Iterator[tuple[FieldPath, str]]:
        """(path, text) of all public fields, own fields of the site and the body; the body's path is ("body",)."""
        entry = self._declared("texts")
        yield ("body",), entry.body
        yield from public_texts(COLLECTIONS[entry.collection].model, entry.tree)
        for name, members in entry.extra.items():
            yield from (((name,), text) for text in members)

    def _declared(self, name: str) -> Entry:
        if name not in self._reads:
            raise NotDeclared(f"a rule that does not declare it reads {name} of {self._entry.key}")
        return self._entry


def _may_have_long_number(text: str) -> bool:
    """Whether LONG_NUMBER may be in a text. It is looked for in runs of digits only: that is faster."""
    return any(LONG_NUMBER.search(run) for run in DIGITS.findall(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRule(Rule[EntryView]):
    """`reads` are the fields it reads, as written, and the attributes of EntryView.

    It looks at entries of `collections` (of all where none is named), under one `profile` of
    site.yaml where one is named.
    """

    reads: frozenset[str]
    collections: frozenset[str] = frozenset()
    profile: str = ""


def look(
    rules: Sequence[EntryRule],
    entries: Iterable[Entry],
    settings: Settings,
    media: Collection[str],
    tell: Callable[[Entry, Finding], Any],
) -> None:
    """Have all rules look at all these entries; `tell` hears each finding."""
    here = [rule for rule in rules if rule.profile in ("", settings.profile)]
    by_collection = {
        name: [rule for rule in here if not rule.collections or name in rule.collections]
        for name in COLLECTIONS
    }
    for entry in entries:
        view = EntryView(entry, settings, media)
        for rule in by_collection[entry.collection]:
            for finding in rule.findings(view.showing(rule.reads)):
                tell(entry, finding)
