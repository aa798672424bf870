"""The numbers under which titles are registered: of announcements, certificates and organizations.

Each has an address of its own, `v/<slug>/`, which is worked out from the number alone and stays for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.numbers import certificate_slug, fold
from sitegen.model.entry import Entry

CODE = re.compile(r"[0-9A-Z]{18}", re.ASCII)
"""A unified social credit code."""
NumberKind = Literal["announcement", "certificate", "code"]


@dataclass(frozen=True, slots=True)
class RegisteredNumber:
    """A number with all that is registered under it.

    `text` is the number as printed, "" for a public notice without one; `rows` are the titles, the newest
    first. `entries` are the keys of entries that state a credit code: the organization itself, and the
    geographical indications whose mark it may use.
    """

    slug: str
    kind: NumberKind
    text: str
    rows: tuple[Recognition, ...]
    entries: tuple[str, ...] = ()


def certificate_address(row: Recognition, schemes: Mapping[str, Any]) -> str:
    """The slug of a row's own number, "" where it has none. It stands under the scheme's `number_slug`, or
    under its id: authors choose both once."""
    prefix = getattr(schemes.get(row.scheme), "number_slug", None) or row.scheme
    return certificate_slug(prefix, row.number) if row.number else ""


def has_numbers(catalogue: Catalogue) -> bool:
    """Whether the site has any number, so that it can be looked up."""
    return bool(catalogue.ledger) or any(True for _ in _codes(catalogue))


def registered_numbers(catalogue: Catalogue) -> dict[str, RegisteredNumber]:
    """Every number by its slug. Where two have one slug, a page tells of both: announcements first."""
    found: dict[str, RegisteredNumber] = {}
    for number in (*_announcements(catalogue), *_certificates(catalogue), *_codes(catalogue)):
        known = found.get(number.slug)
        found[number.slug] = _joined(known, number) if known else number
    return found


def _joined(first: RegisteredNumber, other: RegisteredNumber) -> RegisteredNumber:
    return RegisteredNumber(
        first.slug,
        first.kind,
        first.text,
        _newest(dict.fromkeys((*first.rows, *other.rows))),
        tuple(dict.fromkeys((*first.entries, *other.entries))),
    )


def _announcements(catalogue: Catalogue) -> Iterator[RegisteredNumber]:
    groups: dict[str, list[Recognition]] = {}
    for row in catalogue.ledger:
        if row.announcement.slug:  # else it is refused: a problem says so
            groups.setdefault(row.announcement.slug, []).append(row)
    for slug, rows in groups.items():
        # Rows keep the order of the announcement.
        yield RegisteredNumber(slug, "announcement", rows[0].announcement.document, tuple(rows))


def _certificates(catalogue: Catalogue) -> Iterator[RegisteredNumber]:
    groups: dict[str, list[Recognition]] = {}
    for row in catalogue.ledger:
        if slug := certificate_address(row, catalogue.schemes):
            groups.setdefault(slug, []).append(row)
    for slug, rows in groups.items():
        yield RegisteredNumber(slug, "certificate", rows[0].number, _newest(rows))


def _codes(catalogue: Catalogue) -> Iterator[RegisteredNumber]:
    holders: dict[str, list[str]] = {}
    for entry in _with_codes(catalogue):
        for code in dict.fromkeys(stated_codes(entry)):
            holders.setdefault(code, []).append(entry.key)
    for code, keys in holders.items():
        rows = _newest(row for key in keys for row in _titles(catalogue, key))
        yield RegisteredNumber(code.lower(), "code", code, rows, tuple(keys))


def _with_codes(catalogue: Catalogue) -> Iterator[Entry]:
    """Organizations before geographical indications; those that were withdrawn, too."""
    for collection in ("organizations", "gi"):
        yield from catalogue.collections[collection]
        yield from (entry for entry in catalogue.gone.values() if entry.collection == collection)


def stated_codes(entry: Entry) -> list[str]:
    """The credit codes that an entry states: an organization's own, of a geographical indication those of its
    mark users, also of those whose time is still to come. They are known by their form: no plan is made of the
    record of an entry, which may be edited without anything being planned anew."""
    return [code for number in entry.numbers if CODE.fullmatch(code := fold(number).upper())]


def _titles(catalogue: Catalogue, key: str) -> tuple[Recognition, ...]:
    """The titles of an organization and of the brands it owns; of other entries nothing."""
    if not key.startswith("organizations:"):
        return ()
    owned = catalogue.used_by(key, "brands", "owner")
    keys = (key, *(brand.key for brand in owned))
    return tuple(row for each in keys for row in catalogue.by_subject.get(each, ()))


def _newest(rows: Iterable[Recognition]) -> tuple[Recognition, ...]:
    return tuple(sorted(rows, key=lambda row: row.order, reverse=True))
