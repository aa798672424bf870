"""The extension of Python-Markdown that makes it read our dialect."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from sitegen.rendering.dialect.addresses import ADDRESS, look_at_addresses
from sitegen.rendering.dialect.counting import count_lines, count_source
from sitegen.rendering.dialect.fences import without_fences
from sitegen.rendering.dialect.findings import Finding, Line
from sitegen.rendering.dialect.labels import Labels
from sitegen.rendering.dialect.layout import Layout
from sitegen.rendering.dialect.lists import (
    BracketList,
    BulletList,
    IndentedList,
    KeptNumbers,
    NumberedList,
)
from sitegen.rendering.dialect.markup import look_at_pictures, settle_markup
from sitegen.rendering.dialect.tables import pasted_with_tabs
from sitegen.rendering.dialect.tokens import restore
from sitegen.rendering.dialect.work import Work

STRUCK = r"~~(?=[^\s~])((?:[^~]|~(?!~))+)(?<!\s)~~"
CODE = re.compile(r"`[^`]*`")


class Dialect(Extension):
    """Registers what our dialect adds.

    `lines` are those of the body that was read last, without its code; `findings` what was found in it,
    `labels` its labels in square brackets.
    `work` is what may still be done for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.findings: list[Finding] = []
        self.labels = Labels([])
        self.work = Work()

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        # Before the normalising of spaces (30), which turns tabs into them.
        md.preprocessors.register(_Tabs(md, self), "tabs", 35)
        # After the normalising of spaces (30), before blocks of HTML are set aside (20).
        md.preprocessors.register(_Source(md, self), "dialect", 25)
        md.parser.blockprocessors.register(NumberedList(md.parser), "olist", 40)
        md.parser.blockprocessors.register(BracketList(md.parser), "bracketed", 35)
        md.parser.blockprocessors.register(BulletList(md.parser), "ulist", 30)
        md.parser.blockprocessors.register(IndentedList(md.parser), "indent", 90)
        md.parser.blockprocessors.deregister("code")
        # Before backslashes escape (180), after code (190).
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash", 185)
        # After links (160) and HTML (90), before emphasis (60).
        md.inlinePatterns.register(_Address(ADDRESS.pattern, md), "address", 85)
        md.inlinePatterns.register(_Struck(STRUCK, md), "struck", 65)
        md.treeprocessors.register(KeptNumbers(md), "numbers", 30)
        md.postprocessors.register(_Restored(md), "tokens", 5)

    def reset(self) -> None:
        self.lines = []
        self.findings = []
        self.labels = Labels([])
        self.work.begin()


class _Tabs(Preprocessor):
    """Finds tables that were pasted with tabs; it changes nothing."""

    def __init__(self, md: Markdown, dialect: Dialect) -> None:
        super().__init__(md)
        self.dialect = dialect

    def run(self, lines: list[str]) -> list[str]:
        if any("\t" in text for text in lines):
            self.dialect.findings += pasted_with_tabs(lines)
        return lines


class _Source(Preprocessor):
    """The source, rewritten as Markdown that Python-Markdown reads in the meant sense."""

    def __init__(self, md: Markdown, dialect: Dialect) -> None:
        super().__init__(md)
        self.dialect = dialect

    def run(self, lines: list[str]) -> list[str]:
        findings = self.dialect.findings
        count_lines(lines, self.dialect.work)
        kept = without_fences(lines, self.md.htmlStash.store, findings)
        for line in kept:
            if "://" in line.text:
                findings += look_at_addresses(line.number, CODE.sub("", line.text))
            if "![" in line.text:
                findings += look_at_pictures(line.number, CODE.sub(_blank, line.text))
        self.dialect.lines = settle_markup(kept, findings)
        self.dialect.labels = Labels(lines)
        laid_out = Layout(findings, self.dialect.labels).read(self.dialect.lines)
        self.dialect.work.spend(100 * len(findings), "\n".join(lines))
        count_source(laid_out, self.dialect.work)
        return laid_out


def _blank(code: re.Match[str]) -> str:
    return " " * len(code[0])


class _Address(InlineProcessor):
    """Keeps emphasis out of a bare address. It becomes a link when the HTML is finished."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return m[0], m.start(0), m.end(0)


class _Struck(InlineProcessor):
    """`~~text~~` as text that no longer holds."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        struck = etree.Element("del")
        struck.text = m[1]
        return struck, m.start(0), m.end(0)


class _Restored(Postprocessor):
    """The HTML with characters in place of tokens."""

    def run(self, text: str) -> str:
        return restore(text)
