"""Where the table is in a file: its header below titles, its last row above totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sitegen.problems import Kind, Severity

ABOVE_HEADER = Kind(
    "table.above-header",
    Severity.NOTE,
    zh="表头在第 {header} 行，这一行在它上面，不发布：{text}",
    en="the header is in row {header}; this row above it is not published: {text}",
    fix_zh="要发布的内容写在表头下面",
    fix_en="what is to be published stands below the header",
)
TOTAL = Kind(
    "table.total",
    Severity.NOTE,
    zh="这一行是“{word}”，不当作条目",
    en="this row is a total (“{word}”), no entry",
    fix_zh="真是一个条目的，把“{word}”改成它的名称",
    fix_en="if it is an entry, write its name in place of “{word}”",
)
TOTALS: Final = frozenset(
    ["合计", "总计", "共计", "小计", "累计", "总数", "total", "subtotal", "sum"]
)
LOOKED_AT: Final = 30
"""Among so many rows with content the header is looked for."""


def find_header(
    rows: Sequence[tuple[int, Sequence[str]]], is_header: Callable[[str], bool]
) -> int | None:
    """The index of the header among rows (number, cells), None where no row can be one.

    Where no name of a column is known, it is the first row with several cells; the names nearest to
    what stands there can then be proposed.
    """
    first = rows[:LOOKED_AT]
    known = [sum(1 for cell in set(cells) if cell and is_header(cell)) for _, cells in first]
    if any(known):
        return known.index(max(known))
    several = (index for index, (_, cells) in enumerate(first) if sum(map(bool, cells)) > 1)
    return next(several, None)


def name_of(cell: str) -> str:
    """The text of a cell as the name of a column: in one line, without spaces between Han characters."""
    parts = cell.split("\n")
    joined = "".join(part.strip() for part in parts) if not cell.isascii() else " ".join(parts)
    return " ".join(joined.split())


def total(texts: Sequence[str]) -> tuple[int, str]:
    """(column from 0, word) of the word for a total with which a row begins; the word is "" where it begins
    with another."""
    first = next((column for column, text in enumerate(texts) if text), 0)
    word = "".join(texts[first].split()).rstrip(":：") if texts else ""
    return first, word if word.lower() in TOTALS else ""
