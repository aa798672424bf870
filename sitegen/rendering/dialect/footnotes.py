"""Footnotes of Python-Markdown, numbered in the order in which the text refers to them.

No further footnote is defined in one. Python-Markdown reads the text of each footnote as a body. Another definition in there, `[^1]: [^2]: text`, would change the
list of footnotes while it is gone through; the words would be lost, or the reader would break off. They are
text of the footnote instead.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import (
    NBSP_PLACEHOLDER,
    FootnoteBlockProcessor,
    FootnoteExtension,
)
from markdown.treeprocessors import Treeprocessor

from sitegen.rendering.dialect.tokens import token

BACK = "回到正文 {}"


class Footnotes(FootnoteExtension):
    """The extension `footnotes`; `are_listed` while the texts of the footnotes are read, which then are
    items of `listed`."""

    are_listed = False
    listed: Element | None = None

    def __init__(self) -> None:
        super().__init__(BACKLINK_TITLE=BACK, USE_DEFINITION_ORDER=False)

    def reset(self) -> None:
        super().reset()
        self.listed = None

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(Definitions(self), "footnote", 17)
        # After the text within lines (20), in which the references are, before further links back (15).
        md.treeprocessors.register(Ordered(self), "footnote-reorder", 19)

    def makeFootnotesDiv(self, root: Element) -> Element | None:
        self.are_listed = True
        try:
            made = super().makeFootnotesDiv(root)
        finally:
            self.are_listed = False
        self.listed = made.find("ol") if made is not None else None
        return made


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


class Ordered(Treeprocessor):
    """Puts the footnotes in the order of their numbers. Those to which nothing refers come last, and
    nothing leads back from them."""

    def __init__(self, footnotes: Footnotes) -> None:
        super().__init__()
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        notes = self.footnotes.listed
        if notes is None:
            return
        ranks = {label: rank for rank, label in enumerate(self.footnotes.footnote_order)}
        labelled = zip(self.footnotes.footnotes, list(notes), strict=True)
        in_order = sorted(labelled, key=lambda one: ranks.get(one[0], len(ranks)))
        notes[:] = [note for _, note in in_order]
        for number, (label, note) in enumerate(in_order, start=1):
            last = note[-1] if len(note) else None
            back = last.find("a[@class='footnote-backref']") if last is not None else None
            if last is None or back is None:
                continue
            if label in ranks:
                back.set("title", BACK.format(number))
            else:
                _remove_link(back, last, note)


def _remove_link(back: Element, paragraph: Element, note: Element) -> None:
    """Take the link back out of the paragraph that it ends, with the space before it."""
    paragraph.remove(back)
    if not len(paragraph) and not paragraph.text:
        note.remove(paragraph)
    elif len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").removesuffix(NBSP_PLACEHOLDER)
    elif paragraph.text:
        paragraph.text = paragraph.text.removesuffix(NBSP_PLACEHOLDER)


def _as_text(definition: re.Match[str]) -> str:
    return definition[0].replace("[", token("["), 1)
