"""Code between lines of three or more ``` or ~~~. Nothing else is code but `words between backticks`."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from sitegen.problems import Kind, Severity
from sitegen.rendering.dialect.findings import Finding, Line

FENCE_NOT_CLOSED = Kind(
    "markdown.fence-not-closed",
    Severity.WARNING,
    zh="代码从这一行的“{fence}”开始，后面没有结束的一行，到末尾都成了代码",
    en="code begins at this “{fence}” and no line ends it, so that all the rest is code",
    fix_zh="在代码后面单独写一行 {fence}",
    fix_en="write a line {fence} after the code",
)
OPENING = re.compile(r"([ >\u3000]*)(`{3,}|~{3,}) *[A-Za-z0-9+#._-]* *\Z")
"""The line before code, with the name of its language at most: any other word there would be lost."""
QUOTE = re.compile(r" {0,3}> ?")


def without_fences(
    lines: list[str], store: Callable[[str], str], findings: list[Finding]
) -> list[Line]:
    """The lines, numbered, with each fenced piece of code as one line: the placeholder that `store` gives.

    `store` takes the HTML of the code and keeps it until the end.
    """
    kept: list[Line] = []
    number = 0
    while number < len(lines):
        text = lines[number]
        opening = OPENING.match(text) if "```" in text or "~~~" in text else None
        if opening is None:
            kept.append(Line(number + 1, text))
            number += 1
            continue
        end = _end(lines, number + 1, opening[2], quoted=">" in opening[1])
        if end is None:
            findings.append(Finding(FENCE_NOT_CLOSED, number + 1, {"fence": opening[2]}))
        code = [_inner(line, opening[1]) for line in lines[number + 1 : end]]
        if end is None:
            while code and not code[-1].strip():
                code.pop()
        html = "".join(f"{line}\n" for line in code)
        placeholder = store(f"<pre><code>{escape(html, quote=False)}</code></pre>")
        kept.append(Line(number + 1, opening[1] + placeholder))
        number = len(lines) if end is None else end + 1
    return kept


def _end(lines: list[str], start: int, fence: str, *, quoted: bool) -> int | None:
    """The index of the line that ends the code; None where it runs to the end of the body."""
    for index in range(start, len(lines)):
        inner = lines[index].lstrip(" >\u3000" if quoted else " \u3000").rstrip()
        if inner.startswith(fence) and not inner.strip(fence[0]):
            return index
    return None


def _inner(line: str, lead: str) -> str:
    """A line of code without the indentation and the quotation marks of the line that begins the code."""
    for _ in range(lead.count(">")):
        line = QUOTE.sub("", line, count=1)
    indent = len(lead) - len(lead.rstrip(" \u3000")) if ">" not in lead else 0
    return line[min(indent, len(line) - len(line.lstrip(" \u3000"))) :]
