"""What converting a body may cost. It is counted in steps, so that every machine refuses the same bodies."""

from __future__ import annotations

import re
from typing import Final

from sitegen.problems import Kind, Severity
from sitegen.rendering.dialect.findings import Finding

STEPS: Final = 10_000_000
"""The steps that a body may take, each about a tenth of a microsecond (decision 22)."""
TOO_MUCH = Kind(
    "markdown.too-much",
    Severity.ERROR,
    zh="从“{text}”起记号太密，处理整篇正文超出了限度",
    en="the marks from “{text}” on are so dense that the body takes more work than is allowed",
    fix_zh="误粘贴的代码或乱码就删去，不是就拆成几段或几篇",
    fix_en="remove it if it was pasted by mistake, or else split it into several paragraphs or pages",
)
TOKENS = re.compile("\x02[^\x02\x03]*\x03|\n|  +")
SHOWN = 20


class TooMuchWork(Exception):
    """Raised when a body has used up its steps. `text` is the part that was being read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Work:
    """The steps that are left for one body."""

    def __init__(self) -> None:
        self.left = STEPS

    def begin(self) -> None:
        """Begin with another body."""
        self.left = STEPS

    def spend(self, steps: int, text: str, start: int = 0) -> None:
        """Count `steps` for what is done with `text` from `start` on."""
        self.left -= steps
        if self.left < 0:
            raise TooMuchWork(text[start:])


def too_much(source: str, text: str) -> Finding:
    """The finding for a body whose steps were used up while `text` was read: at its place in the source.

    Parts of `text` may be tokens by then; its longest part without any is looked for.
    """
    part = max(TOKENS.split(text), key=len)[:SHOWN]
    place = max(source.find(part), 0)
    line_start = source.rfind("\n", 0, place) + 1
    line = source.count("\n", 0, place) + 1
    return Finding(TOO_MUCH, line, {"text": part.strip()}, place - line_start + 1)
