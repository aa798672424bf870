"""Footnotes of Python-Markdown, in which no further footnote is defined.

It reads the text of each footnote as a body. Another definition in there, `[^1]: [^2]: text`, would change the
list of footnotes while it is gone through; the words would be lost, or the reader would break off. They are
text of the footnote instead.
"""

from __future__ import annotations

import re
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
    """Takes definitions out of a body. In the text of a footnote it turns their brackets into plain ones, and also
    those of a second definition of one label: in a list within a quotation, say, nobody has counted it before, and
    it would put out the first."""

    footnotes: Footnotes

    def run(self, parent: Element, blocks: list[str]) -> bool:
        if self.footnotes.are_listed:
            blocks[0] = self.RE.sub(_as_text, blocks[0])
            return False
        known = set(self.footnotes.footnotes)

        def first_of_each(definition: re.Match[str]) -> str:
            if definition[1] in known:
                return _as_text(definition)
            known.add(definition[1])
            return definition[0]

        blocks[0] = self.RE.sub(first_of_each, blocks[0])
        return bool(super().run(parent, blocks))


def _as_text(definition: re.Match[str]) -> str:
    return definition[0].replace("[", token("["), 1)
