"""The order of the fields in an entry and in its groups, and what is written in them means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from sitegen.authoring.drafts import commented_out
from sitegen.authoring.field_descriptions import FieldDescription, describe
from sitegen.loading.document import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.field_values import extra_value_of, value_of
from sitegen.model.fields import Record
from sitegen.model.options import ExtraField, Options
from sitegen.model.record_problems import owner_of


@dataclass(frozen=True, eq=False, slots=True)
class _TheseOptions:
    """Options as a key: they hold dicts, and are one object in a run."""

    options: Options

    def __hash__(self) -> int:
        return id(self.options)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheseOptions) and other.options is self.options


class Fields:
    """The fields of an entry, or of a group in it. Of a tree file as a whole (`of_tree`) the fields are
    entries by their id, in any order."""

    def __init__(
        self,
        model: type[Record] | None,
        options: Options,
        own: dict[str, ExtraField] | None = None,
        each: Fields | None = None,
        collection: str = "",
    ) -> None:
        self._model = model
        self._options = options
        self._own = own or {}
        self._each = each
        self._collection = collection
        self._inner: dict[str, Fields] = {}

    @staticmethod
    def of_entry(collection: str, options: Options) -> Fields:
        """The fields of the entries of a collection. They are described once for all entries of a run."""
        return _of_entry(collection, _TheseOptions(options))

    @staticmethod
    def of_tree(collection: str, options: Options) -> Fields:
        return Fields(None, options, each=Fields.of_entry(collection, options))

    @property
    def are_entries(self) -> bool:
        return self._each is not None

    @cached_property
    def described(self) -> dict[str, FieldDescription]:
        return describe(self._model, self._options, "zh") if self._model else {}

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {name: n for n, name in enumerate((*self.described, *self._own))}

    def position(self, name: str) -> int:
        """The position of a field; one that nobody knows comes behind all others."""
        return self._positions.get(name, len(self._positions))

    def sorted(self, tree: dict[str, Tree]) -> dict[str, Tree]:
        return {name: tree[name] for name in sorted(tree, key=self.position)}

    def inside(self, name: str) -> Fields:
        """The fields of the group that a field holds, or of each group in its list."""
        if self._each is not None:
            return self._each
        if name not in self._inner:
            described = self.described.get(name)
            # The statements of a claim are groups too, though no author is asked for their fields.
            group = described.group if described else None
            self._inner[name] = Fields(group or self._claim(name), self._options)
        return self._inner[name]

    def _claim(self, name: str) -> type[Record] | None:
        if self._model is None:
            return None
        owner = owner_of(self._model, (name,))
        return owner if owner is not self._model and issubclass(owner, Record) else None

    def draft_lines(self, name: str) -> frozenset[str]:
        """The lines that the draft of a new entry may have, as comments, for what is in a field of an entry."""
        if not self._collection:
            return frozenset()
        drafts = commented_out(self._collection, name, self._options)
        return frozenset(line for lines in drafts for line in lines[2:])

    def value(self, name: str, written: Tree) -> Any:
        """What is meant by what is written in a field; None where that is not valid, or the field is not
        known."""
        if name in self._own:
            return extra_value_of(self._own[name], written)
        if self._model is None or name not in self.described:
            return None
        return value_of(self._model, name, written, self._options)


@lru_cache(maxsize=32)
def _of_entry(collection: str, these: _TheseOptions) -> Fields:
    own = dict(these.options.fields.get(collection, {}))
    model = COLLECTIONS[collection].model
    return Fields(model, these.options, own, collection=collection)
