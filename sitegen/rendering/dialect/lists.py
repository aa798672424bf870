"""Lists that keep the numbers of their author, and that never mix bullets and numbers."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.treeprocessors import Treeprocessor

NUMBERED = re.compile(r" {0,3}(\d+)\.[ ]+")
BULLET = re.compile(r" {0,3}[*+-][ ]+")


class NumberedList(OListProcessor):
    """Items as numbered by their author; `KeptNumbers` decides which of the numbers HTML has to say."""

    SIBLING_TAGS = ["ol"]  # noqa: RUF012 - as in the class above

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block, rest = _until(blocks[0], BULLET)
        blocks[0] = block
        numbers = [match[1] for line in block.split("\n") if (match := NUMBERED.match(line))]
        super().run(parent, blocks)
        numbered = parent[-1] if parent[-1].tag == "ol" else parent
        for from_end, number in enumerate(reversed(numbers), start=1):
            numbered[-from_end].set("value", number)
        if rest:
            blocks.insert(0, rest)


class BulletList(UListProcessor):
    """Items with bullets; a number after them begins another list."""

    SIBLING_TAGS = ["ul"]  # noqa: RUF012 - as in the class above

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        blocks[0], rest = _until(blocks[0], NUMBERED)
        super().run(parent, blocks)
        if rest:
            blocks.insert(0, rest)


def _until(block: str, other: re.Pattern[str]) -> tuple[str, str]:
    """The lines of a block before the first item of the other kind of list, and the lines from there."""
    lines = block.split("\n")
    for index, line in enumerate(lines[1:], start=1):
        if other.match(line):
            return "\n".join(lines[:index]), "\n".join(lines[index:])
    return block, ""


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
