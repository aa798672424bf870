"""The part of a workbook that holds its styles: fonts, fills and the like, each in a list of its own by number."""

from __future__ import annotations

from typing import Final

from sitegen.authoring.marking.xml_edits import (
    Edit,
    Element,
    check_encoding,
    edited,
    prefix_of,
    tree,
    with_attributes,
)
from sitegen.loading.workbooks.facts import Damaged

NEW: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet '
    b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>'
)
CONTAINERS: Final = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
)
"""In their order in the part."""
FIRST: Final = {
    "fonts": '<{0}font><{0}sz val="11"/><{0}name val="等线"/></{0}font>',
    "fills": '<{0}fill><{0}patternFill patternType="none"/></{0}fill>'
    '<{0}fill><{0}patternFill patternType="gray125"/></{0}fill>',
    "borders": "<{0}border><{0}left/><{0}right/><{0}top/><{0}bottom/><{0}diagonal/></{0}border>",
    "cellStyleXfs": '<{0}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<{0}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    "cellStyles": '<{0}cellStyle name="Normal" xfId="0" builtinId="0"/>',
}
"""What a container has to have that is not there or empty."""


class StylePart:
    """The lists of the part, to which others can be added. `elements` are those that were there, `raws` the bytes
    of all. Raises Damaged, TooLarge."""

    def __init__(self, part: bytes | None) -> None:
        self._part = part or NEW
        check_encoding(self._part)
        self.prefix = prefix_of(self._part)
        self._root = tree(self._part)
        if self._root.is_empty_tag:
            raise Damaged("styles")
        self._old = {name: self._root.child(name) for name in CONTAINERS}
        self.elements: dict[str, list[Element]] = {
            name: old.children if old else [] for name, old in self._old.items()
        }
        self.raws = {
            name: [self._part[one.start : one.end] for one in elements]
            for name, elements in self.elements.items()
        }
        self._counts = {name: len(raws) for name, raws in self.raws.items()}

    def added(self, container: str, form: str) -> int:
        """The number of a font, fill or the like, which is added where there is none like it. `form` has {0} for
        the prefix."""
        self.ensure(container)
        raws = self.raws[container]
        raw = form.format(self.prefix).encode()
        if raw not in raws:
            raws.append(raw)
        return raws.index(raw)

    def ensure(self, container: str) -> list[bytes]:
        """The list with at least what it has to have."""
        raws = self.raws[container]
        if not raws:
            raws += _split(FIRST[container].format(self.prefix).encode())
        return raws

    def written(self) -> bytes:
        """The part with all that was added."""
        edits: list[Edit] = []
        at = self._root.inner
        for name in CONTAINERS:
            old, raws = self._old[name], self.raws[name]
            if old is not None:
                at = old.end
            if len(raws) == self._counts[name]:
                continue
            tag = f"{self.prefix}{name}"
            if old is None or old.is_empty_tag:
                new = (
                    f'<{tag} count="{len(raws)}">'.encode() + b"".join(raws) + f"</{tag}>".encode()
                )
                edits.append((old.start if old else at, at, new))
            else:
                head = self._part[old.start : old.inner]
                edits.append(
                    (old.start, old.inner, with_attributes(head, {"count": str(len(raws))}))
                )
                more = b"".join(raws[self._counts[name] :])
                edits.append((old.close, old.close, more))
        return edited(self._part, edits)


def _split(raws: bytes) -> list[bytes]:
    """The elements that stand beside each other in a short text."""
    root = tree(b"<r>" + raws + b"</r>")
    return [raws[one.start - 3 : one.end - 3] for one in root.children]
