"""Where the table is in a file: its header below titles, its last row above totals."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

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
NOTE_ROW = Kind(
    "table.note-row",
    Severity.NOTE,
    zh="“{word}”开头的一行是说明或落款，不当作条目：{text}",
    en="a row that begins with “{word}” is a note or a signature, no entry: {text}",
    fix_zh="真是一个条目的，去掉开头的“{word}”",
    fix_en="if it is an entry, take “{word}” away at its start",
)
NOTE_WORD: Final = re.compile(
    r"(?:附?注|备注|说明|(?:填[表报写]|制表|编制|注意|其他)(?:说明|要求|事项)|数据来源|资料来源"
    r"|(?:填[表报写]|制表|上报|报送|编制|申报|审核|复核|推荐)?(?:单位|部门|日期|时间|人员?)"
    r"|制表|审核|复核|经办人|(?:单位|主管|分管)?(?:负责人|领导)|联系人|联系电话|盖章)"
    r"\s{0,9}(?:[（(][^（()）]{0,20}[）)]\s{0,9})?[:：]"
)
"""How notes and signatures below a table begin: 填表说明：, 制表人：, 填报单位（盖章）："""
BLANK_BELOW: Final = frozenset(["以下空白", "（以下空白）", "(以下空白)", "以下无正文"])
LOOKED_AT: Final = 30
"""Among so many rows with content the header is looked for."""

EXPONENT: Final = re.compile(r"\d(?:\.\d+)?[eE]\+(\d{2,3})\Z")


def lost_digits(text: str) -> bool:
    """Whether a text is a long number as Excel shows it, 1.38E+10: the code that was typed is lost."""
    match = EXPONENT.match(text)
    return match is not None and int(match[1]) >= 10


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


class LeftOut(NamedTuple):
    """Why a row is no entry; `column` counts from 0."""

    kind: Kind
    column: int
    facts: Mapping[str, str]


class Footer:
    """Tells which of the rows below a header, looked at in their order, are no entries: totals, notes, signatures."""

    def __init__(self) -> None:
        self._in_note = ""

    def left_out(self, texts: Sequence[str]) -> LeftOut | None:
        """Why a row is left out; None for an entry. Below a note, rows with a single cell go on with it."""
        first, word = total(texts)
        if word:
            return LeftOut(TOTAL, first, {"word": word})
        parts = [text for text in texts if text]
        match = NOTE_WORD.match(texts[first][:60]) if parts else None
        if match:
            self._in_note = match[0]
        elif len(parts) != 1:
            self._in_note = ""
        begin = self._in_note or (parts[0] if parts and parts[0] in BLANK_BELOW else "")
        if not begin:
            return None
        text = " ".join(" ".join(parts).split())
        return LeftOut(NOTE_ROW, first, {"word": begin, "text": text})
