"""Combining marks that are piled up on one character are refused: normalizing takes the square of the time.

So texts are normalized, compared and searched in time that grows as they do, wherever that is done.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from sitegen.problems import Kind, Location, Problem, Severity

PILED = Kind(
    "text.piled-marks",
    Severity.ERROR,
    zh="这里一个字后面连着 {count} 个附加符号（声调、变音之类），最多 {limit} 个",
    en="{count} combining marks follow one character here; the limit is {limit}",
    fix_zh="多半是乱码，或是故意叠出来的；请删掉它们，重新输入这几个字",
    fix_en="They are garbage, or piled up on purpose; delete them and type these characters again",
)
MOST: Final = 30
"""Maximum number of marks in a row, that of the stream-safe text format of Unicode (UAX 15)."""
_SET = (
    "[\u0300-\u1fff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e\ufe20-\ufe2f"
    "\U00010000-\U0010ffff]"
)
ANY = re.compile(_SET)
PERHAPS = re.compile(f"{_SET}{_SET}{{{MOST},}}")
"""Runs of characters some of which are combining marks. `re` is fast where a pattern begins with a set."""


def problems(text: str, file: str) -> list[Problem]:
    """The problem of the first marks piled up in a text, if there are any."""
    piled = first_piled(text)
    if piled is None:
        return []
    index, count = piled
    start = text.rfind("\n", 0, index) + 1
    at = Location(file, text.count("\n", 0, start) + 1, index - start + 1)
    return [Problem(PILED, at, facts_of(count))]


def facts_of(count: int) -> dict[str, str]:
    return {"count": str(count), "limit": str(MOST)}


def first_piled(text: str) -> tuple[int, int] | None:
    """(index, length) of the first run of more than `MOST` combining marks, None where there is none."""
    # Of more than MOST characters in a row one stands at a multiple of MOST + 1.
    if text.isascii() or not ANY.search(text[:: MOST + 1]):
        return None
    for match in PERHAPS.finditer(text):
        start = match.start()
        for end in range(match.start(), match.end() + 1):
            if end < match.end() and unicodedata.combining(text[end]):
                continue
            if end - start > MOST:
                return start, end - start
            start = end + 1
    return None
