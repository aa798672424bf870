"""The tier of a brand beside the ledger: the one place where an entry names a title in words of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.catalogue.ledger import Recognition
from sitegen.model.brands import TIERS
from sitegen.model.options import Options
from sitegen.model.types import Label


def tier_words(options: Options) -> Mapping[str, Label]:
    """The tiers by their codes, the site's own among them."""
    return {**TIERS, **options.choices.get("brands.tier", {})}


def tier_code(written: str, words: Mapping[str, Label]) -> str:
    """The code of a tier written as such or as its Chinese word."""
    text = written.strip()
    return next(code for code, label in words.items() if text in (code, label.zh))


def tiers_named(level: str, words: Mapping[str, Label]) -> frozenset[str]:
    """The tiers that a level names: 国内领先品牌 names `national`."""
    text = level.casefold()
    return frozenset(
        code
        for code, label in words.items()
        if label.zh in level or label.en.casefold() in text or code == text
    )


def rows_behind(
    tier: str, rows: Iterable[Recognition], words: Mapping[str, Label]
) -> tuple[Recognition, ...]:
    """The titles on which a tier rests: those whose level names it; else those whose level names no
    tier; else all."""
    named = [(row, tiers_named(row.level, words)) for row in rows]
    same = tuple(row for row, tiers in named if tier in tiers)
    none = tuple(row for row, tiers in named if not tiers)
    return same or none or tuple(row for row, _ in named)
