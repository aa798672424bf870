"""A sheet: columns and rows of text, before it is written in any format."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.authoring.sheets.columns import Column


@dataclass(frozen=True, slots=True)
class Sheet:
    """`columns` begin with the id. Each row has a text for each of them, "" for an empty cell. The first
    `examples` rows only show how to fill the others in."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    examples: int = 0
