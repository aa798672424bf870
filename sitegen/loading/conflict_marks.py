"""Marks that Git leaves in a text where two changes meet: one of them would be published beside the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.problems import Kind, Location, Problem, Severity

CONFLICT = Kind(
    "text.merge-conflict",
    Severity.ERROR,
    zh="从这里到第 {end} 行是 git 合并时冲突的两份文字，还没有选定",
    en="from here to line {end} stand both versions of a conflict in git, of which none has been chosen",
    fix_zh="留下要的文字，删去另一份和以 <<<<<<<、=======、>>>>>>> 开头的行",
    fix_en="keep one of them; remove the other and the lines that begin with <<<<<<<, ======= and >>>>>>>",
)
OPENING, CLOSING = "<<<<<<< ", ">>>>>>> "
MARK = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def problems(text: str, file: str) -> Iterator[Problem]:
    """A problem for each conflict in a text with LF line ends."""
    if OPENING not in text or CLOSING not in text:
        return
    start = line = place = 0
    for mark in MARK.finditer(text):
        line += text.count("\n", place, mark.start())
        place = mark.start()
        if mark[0] == OPENING:
            start = line + 1
        elif start:
            yield Problem(CONFLICT, Location(file, start, 1), {"end": str(line + 1)})
            start = 0
