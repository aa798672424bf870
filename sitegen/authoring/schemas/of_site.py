"""The schemas of a site: one for the files of each collection, with the entries that it has by now, and one for
site.yaml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.schemas.records import SchemaWriter
from sitegen.authoring.schemas.texts import BLANK, Schema, escaped, one, whole
from sitegen.building.parsing import LISTS
from sitegen.checks.levels import settable
from sitegen.checks.registry import RULES
from sitegen.config.settings import Settings
from sitegen.loading import formats
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.model.types import ID_FORM, ID_LIMIT
from sitegen.model.validate import LISTS_IN_TABLES
from sitegen.problems import Language

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
MADE: Final[Mapping[Language, str]] = {
    "zh": "由 sitegen schema 写出，不要手改。",
    "en": "Written by sitegen schema; do not edit.",
}


@dataclass(frozen=True, slots=True)
class SiteSchemas:
    """`entries` has (id, name) of the entries of each collection."""

    options: Options
    entries: Mapping[str, tuple[tuple[str, str], ...]]
    language: Language

    def of_settings(self) -> Schema:
        """The schema of site.yaml."""
        writer = self._writer()
        schema = writer.record(Settings)
        of_rules, of_collections = (
            next(one for one in schema["properties"][name]["anyOf"] if one.get("type") == "object")
            for name in ("rules", "collections")
        )
        of_rules["propertyNames"] = {"enum": sorted(settable(RULES))}
        of_collections["propertyNames"] = {"enum": list(COLLECTIONS)}
        return self._document("site.yaml", schema, writer)

    def of_collection(self, name: str) -> Schema:
        """The schema of the fields of an entry; of a tree, that of the file with all its entries."""
        collection = COLLECTIONS[name]
        title = collection.title.zh if self.language == "zh" else collection.title.en
        writer = self._writer()
        schema = writer.record(collection.model, self.options.fields.get(name))
        if name == LISTS_IN_TABLES:
            _allow_tables(schema)
        if collection.tree:
            writer.definitions["entry"] = schema
            schema = {
                "type": "object",
                "propertyNames": {"pattern": whole(ID_FORM.pattern), "maxLength": ID_LIMIT},
                "additionalProperties": {"$ref": "#/$defs/entry"},
            }
        return self._document(title, schema, writer)

    def _writer(self) -> SchemaWriter:
        return SchemaWriter(self.options, self._known, self.language)

    def _document(self, title: str, schema: Schema, writer: SchemaWriter) -> Schema:
        head = {"$schema": DRAFT, "title": title, "description": MADE[self.language]}
        return {**head, **schema, "$defs": dict(sorted(writer.definitions.items()))}

    def _known(self, collections: tuple[str, ...]) -> Schema | None:
        """Ids, then the names that only one entry has: both are right in a reference."""
        several = len(collections) > 1
        told = {
            f"{collection}:{identifier}" if several else identifier: name
            for collection in collections
            for identifier, name in self.entries.get(collection, ())
        }
        if not told:
            return None
        counted = Counter(told.values())
        names = {
            name: reference
            for reference, name in told.items()
            if counted[name] == 1 and name not in told
        }
        told |= names
        return {"enum": list(told), "enumDescriptions": list(told.values())}


def entries_of(known: KnownEntries) -> dict[str, tuple[tuple[str, str], ...]]:
    """(id, name) of the entries of each collection, as their files have them."""
    return {name: known.choices((name,)) for name in COLLECTIONS}


def _allow_tables(schema: Schema) -> None:
    """The lists of an announcement may stand in a table that is named, or that lies beside it."""
    endings = [escaped(one.extension) for one in formats.FORMATS.values() if one.read_tables]
    table = {"type": "string", "pattern": f"(?:{'|'.join(endings)})$"}
    for name in LISTS:
        described = schema["properties"][name]
        listed = {key: described.pop(key) for key in ("type", "items", "anyOf") if key in described}
        alternatives = listed.get("anyOf") or [listed, BLANK]
        described |= one([table, *alternatives])
    schema["required"] = [name for name in schema["required"] if name not in LISTS]
