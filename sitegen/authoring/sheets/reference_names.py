"""References as people read them: names of entries in place of ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.authoring.known_entries import KnownEntries
from sitegen.catalogue.names import folded, is_by_name
from sitegen.model.collections import COLLECTIONS
from sitegen.model.references import BY_NAME, Reference


class ReferenceNames:
    """The names of all entries. Each collection is read once, when it is first asked for."""

    def __init__(self, entries: KnownEntries) -> None:
        self._entries = entries
        self._names: dict[str, Mapping[str, str]] = {}
        self._keys: dict[tuple[str, ...], Mapping[str, str]] = {}

    def meaning(self, value: Any) -> Any:
        """The value of a field with the keys of entries in place of its references: what it means,
        whether an author wrote names or ids."""
        if isinstance(value, Reference):
            return self._key(value)
        return tuple(map(self.meaning, value)) if isinstance(value, tuple) else value

    def shown(self, reference: Reference, collections: tuple[str, ...]) -> str:
        """The name of an entry with its id behind it: 青溪雪梨（qingxi-xueli）; of one that does not exist, what is
        written."""
        key = self._key(reference)
        collection, _, identifier = key.partition(":")
        name = self._names_in(collection).get(identifier, "") if collection else ""
        written = identifier if len(collections) == 1 else key
        if not name:
            return reference.id.removeprefix(BY_NAME) if is_by_name(key) else written
        return f"{name}（{written}）"

    def plain(self, reference: Reference) -> str:
        """The name of an entry alone."""
        collection, _, identifier = self._key(reference).partition(":")
        return self._names_in(collection).get(identifier, "") if collection else ""

    def ids(self, collection: str) -> Iterable[str]:
        """The ids of a collection's entries in their order."""
        return self._names_in(collection)

    def _key(self, reference: Reference) -> str:
        """The key of a reference, looked up where it gives a name that exactly one entry has."""
        key = str(reference)
        if not is_by_name(key):
            return key
        collections = (reference.collection,) if reference.collection else tuple(COLLECTIONS)
        return self._keys_of(collections).get(folded(reference.id.removeprefix(BY_NAME)), key)

    def _keys_of(self, collections: tuple[str, ...]) -> Mapping[str, str]:
        """The keys of the entries of these collections by folded name, where no other has that name."""
        if collections not in self._keys:
            named = [
                (folded(name), f"{collection}:{identifier}")
                for collection in collections
                for identifier, name in self._names_in(collection).items()
            ]
            count = Counter(name for name, _ in named)
            taken = {folded(key.partition(":")[2]) for _, key in named}
            self._keys[collections] = {
                name: key for name, key in named if count[name] == 1 and name not in taken
            }
        return self._keys[collections]

    def _names_in(self, collection: str) -> Mapping[str, str]:
        if collection not in self._names:
            self._names[collection] = {
                identifier: str(tree.get("name") or tree.get("document") or "").strip()
                for identifier, tree in self._entries.trees(collection)
            }
        return self._names[collection]
