"""Lists that keep the numbers of their author, and that never mix bullets, `1.` and `1)`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.blockparser import BlockParser
from markdown.blockprocessors import ListIndentProcessor, OListProcessor, UListProcessor
from markdown.treeprocessors import Treeprocessor

ANY = r"(\d+[.)]|[*+-])[ ]+"
"""How an item of any kind begins. Python-Markdown knows no `1)`."""
BRACKETED = "bracketed"
"""The class of a list whose numbers were typed with a bracket."""
MARKS = {"ul": "[*+-]", "ol": r"\d+\.", f"ol {BRACKETED}": r"\d+\)"}
"""The marks of items by the kind of their list: its tag and its class."""


class ListOfAKind(OListProcessor):
    """A list of one of the kinds of MARKS; an item of another kind after its items begins another list."""

    kind: str

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        mark = MARKS[self.kind]
        self.RE = re.compile(rf" {{0,3}}{mark}[ ]+(.*)")
        self.CHILD_RE = re.compile(rf" {{0,3}}(({mark}))[ ]+(.*)")
        self.INDENT_RE = re.compile(rf" {{4,7}}{ANY}.*")
        self.other = re.compile(rf"\n(?= {{0,3}}(?!{mark}){ANY})")

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        blocks[0], rest = _until(self.other, blocks[0])
        self.read(parent, blocks)
        if rest:
            blocks.insert(0, rest)

    def read(self, parent: etree.Element, blocks: list[str]) -> None:
        """Read the items at the head of the first block into the parent."""
        OListProcessor.run(self, parent, blocks)

    def lastChild(self, parent: etree.Element) -> etree.Element | None:
        """The last child, but for a list of another kind, which no item of this one goes on with."""
        last = super().lastChild(parent)
        return None if last is not None and _kind_of(last) not in ("", self.kind) else last


class BulletList(ListOfAKind, UListProcessor):
    """Items with bullets."""

    kind = "ul"
    SIBLING_TAGS = ["ul"]  # noqa: RUF012 - as in the class above


class NumberedList(ListOfAKind):
    """Items as numbered by their author; `KeptNumbers` decides which of the numbers HTML has to say."""

    kind = "ol"
    SIBLING_TAGS = ["ol"]  # noqa: RUF012 - as in the class above

    def read(self, parent: etree.Element, blocks: list[str]) -> None:
        numbers = [
            match[1] for line in blocks[0].split("\n") if (match := self.CHILD_RE.match(line))
        ]
        super().read(parent, blocks)
        numbered = parent[-1] if parent[-1].tag == "ol" else parent
        for from_end, number in enumerate(reversed(numbers), start=1):
            numbered[-from_end].set("value", number[:-1])


class BracketList(NumberedList):
    """The same with a bracket: `1)`. It is a list of its own beside one with points."""

    kind = f"ol {BRACKETED}"

    def read(self, parent: etree.Element, blocks: list[str]) -> None:
        count = len(parent)
        super().read(parent, blocks)
        if len(parent) > count and parent[-1].tag == "ol":
            parent[-1].set("class", BRACKETED)


class IndentedList(ListIndentProcessor):
    """What is indented below an item: an item of another kind than the list that ends there begins one."""

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        last = _kind_of(parent[-1]) if parent.tag == "li" and len(parent) else ""
        item = re.match(rf"( *){ANY}", blocks[0])
        rest = ""
        if not last or item is None:
            super().run(parent, blocks)
        elif re.match(MARKS[last], item[2]):
            another = re.compile(rf"\n(?={item[1]}(?!{MARKS[last]}){ANY})")
            blocks[0], rest = _until(another, blocks[0])
            super().run(parent, blocks)
        else:
            block = blocks.pop(0)
            level, _ = self.get_level(parent, block)
            self.parser.state.set("detabbed")
            self.parser.parseBlocks(parent, [self.looseDetab(block, level)])
            self.parser.state.reset()
        if rest:
            blocks.insert(0, rest)


def _until(other: re.Pattern[str], block: str) -> tuple[str, str]:
    """The lines of a block before the item of another kind that `other` finds behind a line, and those from there."""
    found = other.search(block)
    return (block[: found.start()], block[found.end() :]) if found else (block, "")


def _kind_of(element: etree.Element) -> str:
    """The kind of a list; "" for what is none."""
    if element.tag not in ("ol", "ul"):
        return ""
    return f"{element.tag} {element.get('class', '')}".rstrip()


class KeptNumbers(Treeprocessor):
    """Leaves out the numbers that browsers count by themselves.

    Where all items have the same number (1. 1. 1.) the author leaves counting to the browser.
    """

    def run(self, root: etree.Element) -> None:
        for numbered in root.iter("ol"):
            items = [item for item in numbered if item.get("value")]
            numbers = [int(item.attrib.pop("value")) for item in items]
            if not numbers:
                continue
            if numbers[0] != 1:
                numbered.set("start", str(numbers[0]))
            if len(set(numbers)) == 1:
                continue
            expected = numbers[0]
            for item, number in zip(items, numbers, strict=True):
                if number != expected:
                    item.set("value", str(number))
                expected = number + 1
