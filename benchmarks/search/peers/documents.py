"""The entries of a site as JSON documents, as somebody who knows Chinese would index them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.search.labelled.records import Record, names_of, read
from benchmarks.search.labelled.sounds import initials
from sitegen.catalogue.catalogue import Catalogue


def documents(root: Path, as_of: date) -> Iterator[dict[str, str]]:
    """One document for each public entry. Words of one field stand with spaces between them."""
    catalogue, records = read(root, as_of)
    for record in records:
        yield {
            "key": record.key,
            "name": record.name,
            "aka": " ".join(record.names[1:]),
            "pinyin": "".join(record.syllables),
            "syllables": " ".join(record.syllables),
            "initials": initials(record.syllables),
            "english": record.english,
            "place": " ".join(_places(record, catalogue)),
            "category": " ".join(_categories(record, catalogue)),
            "numbers": " ".join(record.numbers),
            "text": f"{record.summary} {record.body}",
        }


def _places(record: Record, catalogue: Catalogue) -> Iterator[str]:
    for region in record.regions:
        for node in (region, *catalogue.regions.ancestors(region)):
            entry = catalogue.entries[f"regions:{node}"]
            yield from names_of(entry.record(catalogue.options))


def _categories(record: Record, catalogue: Catalogue) -> Iterator[str]:
    for category in record.categories:
        node = catalogue.entries[f"categories:{category}"].record(catalogue.options)
        yield from (*names_of(node), *getattr(node, "synonyms", ()))
