"""Has Python-Markdown count what it does, since it takes more than linear time for some bodies (decision 22).

It looks for the end of some marks up to the end of their paragraph, copies a paragraph for each mark that
it replaces, and looks through lists of what it has found. It has no place to hook in for that, so methods
of its processors are replaced by ones that count and then do the same. The factors are measured times, in
tenths of a microsecond; `tests/rendering/test_work.py` says whether they still hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import BacktickInlineProcessor, DelimiterProcessor, LinkInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from sitegen.rendering.dialect.work import Work

OPEN_LABEL = re.compile(r"^ {0,3}\[\^[^\]\n]*$", re.MULTILINE)
"""A line that begins a footnote's label and does not end it."""
GAP = re.compile(" {64,}")
"""Spaces before an attribute list, which is looked for from each of them on."""
TICKS = re.compile("`+")
TOC = "[TOC]"
MARKS = {
    **dict.fromkeys(("reference", "link", "short_reference"), "["),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), "!["),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    **{"footnote": "[^", "entity": "&", "address": "://", "struck": "~~", "linebreak": "  \n"},
    **{"backtick": "`", "backslash": "\\\n", "escape": "\\"},
}
"""What a text has in it where an inline pattern matches, by the name of the pattern."""


def count_work(md: Markdown, work: Work) -> None:
    """Have `md`, with all its extensions, spend steps of `work`."""
    md.treeprocessors.register(_Inline(md, work), "inline", 20)
    md.parser.blockprocessors.register(_Blocks(md.parser, work), "work", 1000)
    for processor in md.parser.blockprocessors:
        if isinstance(processor, TableProcessor):
            _count_cells(processor, work)
    for pattern in md.inlinePatterns:
        if isinstance(pattern, LinkInlineProcessor):
            _count_brackets(pattern, work)
        elif isinstance(pattern, BacktickInlineProcessor):
            _count_backticks(pattern, work)
        elif isinstance(pattern, DelimiterProcessor):
            _count_delimiters(pattern, work)
        elif isinstance(pattern, FootnoteInlineProcessor):
            _count_footnotes(pattern, work)


def count_lines(lines: list[str], work: Work) -> None:
    """Spend steps for reading the lines of a body as they are written."""
    text = "\n".join(lines)
    work.spend(30 * len(lines) + 15 * (text.count("<") + text.count("{")), text)


def count_source(lines: list[str], work: Work) -> None:
    """Spend steps for reading the lines of a body, once they are rewritten for Python-Markdown."""
    text = "\n".join(lines)
    size = len(text)
    marks = 30 * text.count("\x02") + 5 * text.count("|") + 20 * text.count("#")
    work.spend(30 * len(lines) + size + marks, text)
    for gap in GAP.finditer(text):
        work.spend((gap.end() - gap.start()) ** 2 >> 6, text, gap.start())
    if "<" in text or "&" in text:
        tags, comments, closed = text.count("<"), text.count("<!--"), text.count("</")
        steps = 200 * tags + 50 * text.count("&") + tags * (size >> 10)
        nested = (tags - comments - closed) ** 2 >> 6
        work.spend(steps + nested + comments * (10 * (tags - comments) + (size >> 7)), text)
    if "#" in text:
        headings = sum(len(line) for line in lines if line.lstrip(" ").startswith("#"))
        work.spend(10 * headings, text, text.index("#"))
    if "[^" in text:
        for label in OPEN_LABEL.finditer(text):
            work.spend(size - label.start() >> 4, text, label.start())
    if TOC in text:
        tables = sum(line.strip() == TOC for line in lines)
        headings = sum(line.lstrip().startswith("#") for line in lines)
        work.spend(tables * (len(lines) // 4 + 50 * headings), TOC)
    for line in lines if "`" in text else ():
        if ticks := line.count("`"):
            work.spend(ticks * (ticks + line.count("|")) >> 3, line)


class _Blocks(BlockProcessor):
    """Counts each block that is tried on the block processors, and leaves it to them."""

    def __init__(self, parser: Any, work: Work) -> None:
        super().__init__(parser)
        self.work = work

    def test(self, parent: Element, block: str) -> bool:
        return True

    def run(self, parent: Element, blocks: list[str]) -> bool:
        self.work.spend(100 + (len(blocks[0]) >> 1) + (len(blocks) >> 7), blocks[0])
        return False


class _Inline(InlineProcessor):
    """Applies the inline patterns, and counts how far each is searched.

    Where there is a match, the text is copied, and the elements in it are counted off one by one. A pattern is
    not tried on a text without its mark, which saves more time than counting takes.
    """

    def __init__(self, md: Markdown, work: Work) -> None:
        super().__init__(md)
        self.work = work
        registered = md.inlinePatterns
        self.patterns = list(registered)
        self.marks = [
            next((mark for name, mark in MARKS.items() if registered[name] is pattern), "")
            for pattern in self.patterns
        ]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """The text with a placeholder for each element that patterns from this one on make of it."""
        if isinstance(data, AtomicString):
            return data
        elements = 0
        for index in range(patternIndex, len(self.patterns)):
            matched = self.marks[index] in data
            start = 0
            while matched:
                self.work.spend(60 + (len(data) - start >> 9) + (elements >> 3), data, start)
                elements += 1
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    self.patterns[index], data, index, start
                )
        return data


class _UpToTheLast:
    """A pattern that is searched up to the last of its closing marks only: it ends with one."""

    def __init__(self, pattern: re.Pattern[str], closing: str) -> None:
        self.pattern = pattern
        self.closing = closing

    def finditer(self, data: str, start: int = 0) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(data, start, data.rfind(self.closing) + 1)


def _count_brackets(pattern: Any, work: Work) -> None:
    """Links: the end of their text and of their address is looked for character by character."""
    pattern.getText = _up_to("]", pattern.getText, ("", 0, False), work)
    pattern.getLink = _up_to(")", pattern.getLink, ("", None, 0, False), work)


def _up_to(
    closing: str, read: Callable[[str, int], Any], nothing: Any, work: Work
) -> Callable[[str, int], Any]:
    """`read`, which begins at an index and returns the one after `closing`, and whether it is there."""

    def counted(data: str, index: int) -> Any:
        if data.find(closing, index) < 0:
            work.spend(len(data) - index >> 5, data, index)
            return nothing
        result = read(data, index)
        *_, end, found = result
        # With a quotation mark an address may have been looked through to the end all the same.
        whole = not found or (closing == ")" and ('"' in data[index:end] or "'" in data[index:end]))
        work.spend((len(data) if whole else end) - index, data, index)
        return result

    return counted


def _count_backticks(pattern: Any, work: Work) -> None:
    """Code: where no other run of backticks is as long as the first, all are looked at."""
    find = pattern.find_code_spans

    def counted(start: int, text: str) -> Any:
        begin, end = find(start, text)
        ticks = TICKS.match(text, start)
        exact = end is not None and ticks is not None and begin == ticks.end()
        work.spend((end if exact else len(text)) - start, text, start)
        return begin, end

    pattern.find_code_spans = counted


def _count_delimiters(pattern: Any, work: Work) -> None:
    """Emphasis: the next mark is looked for character by character, and compared with all open ones."""
    search = pattern.search

    def counted(data: str, start: int) -> Any:
        found = search(data, start)
        open_marks = sum(len(delimiter.stack) for delimiter in pattern.delimiters.values())
        end = found.end() if found else len(data)
        work.spend(end - start + open_marks, data, start)
        return found

    pattern.search = counted


def _count_footnotes(pattern: Any, work: Work) -> None:
    """References to footnotes: each is looked for among all, and numbered by counting those before."""
    handle = pattern.handleMatch

    def counted(match: re.Match[str], data: str) -> Any:
        before = pattern.footnotes.found_refs.get(f"fnref:{match[1]}", 0)
        work.spend((len(pattern.footnotes.footnotes) >> 2) + 10 * before, data, match.start())
        return handle(match, data)

    pattern.handleMatch = counted
    pattern.compiled_re = _UpToTheLast(pattern.getCompiledRegExp(), "]")


def _count_cells(processor: Any, work: Work) -> None:
    """Tables: each row gets as many cells as the head has."""
    run = processor.run

    def counted(parent: Element, blocks: list[str]) -> Any:
        cells = len(processor.separator) * blocks[0].count("\n")
        work.spend(100 * cells, blocks[0])
        return run(parent, blocks)

    processor.run = counted
