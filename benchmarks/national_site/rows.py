"""The data folder becomes rows: one protection each, with the text of its announcement."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

RECORDS = "gi_records.csv"
TEXTS = "gi_fulltext.jsonl"
CODES = "admin/xiangyuecn_level3_pinyin.csv"


@dataclass(frozen=True, slots=True)
class Row:
    """One protection of one name, as its announcement states it; "" where it is silent.

    `counties` and `codes` run side by side where both are known. `guessed` says that no
    announcement backs the place.
    """

    name: str
    province: str
    cities: tuple[str, ...]
    counties: tuple[str, ...]
    codes: tuple[str, ...]
    year: str
    date: str
    number: str
    authority: str
    applicant: str
    area: str
    text: str
    sensory: str
    guessed: bool

    @property
    def announced(self) -> str:
        return self.date or self.year

    @property
    def cited(self) -> str:
        """The row as a person looks it up."""
        return f"{self.name}（{self.number or self.authority or '出处不详'}）"


def missing(data: Path) -> list[str]:
    """The files that are needed and not there."""
    return [name for name in (RECORDS, TEXTS, CODES) if not (data / name).is_file()]


def table(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return [
            {key: _clean(cell or "") for key, cell in row.items()} for row in csv.DictReader(stream)
        ]


def read(data: Path) -> tuple[Row, ...]:
    """Every protection, in the order of the file."""
    texts: dict[tuple[str, str], dict[str, str]] = {}
    with open(data / TEXTS, encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                record = json.loads(line)
                texts[_clean(record["name"]), _clean(record["notice_no"])] = record
    return tuple(
        _row(record, texts.get((record["name"], record["notice_no"]), {}))
        for record in table(data / RECORDS)
    )


def by_name(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    """The protections of each name, oldest first; names in the order of their characters."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.name, []).append(row)
    return {
        name: tuple(sorted(groups[name], key=lambda row: (row.announced, row.number)))
        for name in sorted(groups)
    }


def _row(record: dict[str, str], text: dict[str, str]) -> Row:
    return Row(
        name=record["name"],
        province=record["province"],
        cities=_several(record["city"]),
        counties=_several(record["county"]),
        codes=_several(record["county_codes"]),
        year=record["year"],
        date=record["notice_date"],
        number=record["notice_no"],
        authority=record["authority"],
        applicant=record["applicant"],
        area=record["area"] or _clean(text.get("area", "")),
        text=_clean(text.get("text", "")),
        sensory=_clean(text.get("sensory", "")),
        guessed="upstream-json" in (record["province_basis"], record["city_basis"]),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
