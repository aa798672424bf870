"""Footnotes of Python-Markdown, in which no further footnote is defined.

It reads the text of each footnote as a body. Another definition in there, `[^1]: [^2]: text`, would change the
list of footnotes while it is gone through; the words would be lost, or the reader would break off. They are
text of the footnote instead.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension

from sitegen.rendering.dialect.tokens import token


class Footnotes(FootnoteExtension):
    """The extension `footnotes`; `are_listed` while the texts of the footnotes are read."""

    are_listed = False

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(Definitions(self), "footnote", 17)

    def makeFootnotesDiv(self, root: Element) -> Element | None:
        self.are_listed = True
        try:
            return super().makeFootnotesDiv(root)
        finally:
            self.are_listed = False


class Definitions(FootnoteBlockProcessor):
    """Takes definitions out of a body. In the text of a footnote it turns their brackets into plain ones."""

    footnotes: Footnotes

    def run(self, parent: Element, blocks: list[str]) -> bool:
        if not self.footnotes.are_listed:
            return bool(super().run(parent, blocks))
        blocks[0] = self.RE.sub(lambda match: match[0].replace("[", token("["), 1), blocks[0])
        return False
