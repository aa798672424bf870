"""The styles of marked cells. A marked cell has its own style with another fill, and a named cell style of ours.

The named style has the fill of before, and in its name the author's named style. Spreadsheet programs keep both with
the cell, wherever it is sorted or copied to, so the fill of before is found in the cell itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sitegen.authoring.marking.style_part import StylePart
from sitegen.authoring.marking.xml_edits import Element, quoted, tree, with_attributes
from sitegen.loading.workbook_marks import MARKED_STYLE
from sitegen.loading.workbooks.facts import Damaged
from sitegen.problems import Severity

COLOURS: Final = {Severity.ERROR: "FFFFA7A7", Severity.WARNING: "FFFFE896"}
"""As bright as this they differ in print without colours, too. No program offers just these by itself."""
HEADER_COLOUR: Final = "FF7A1212"
NAME: Final = re.compile(rf"{MARKED_STYLE} \d+(?:：(.*))?\Z", re.DOTALL)


class Styles:
    """The styles of a workbook, to which others are added. Raises Damaged, TooLarge."""

    def __init__(self, part: bytes | None) -> None:
        self._part = StylePart(part)
        raws = self._part.raws["cellXfs"]
        self._places = {raw: number for number, raw in reversed(list(enumerate(raws)))}
        self._named = self._names()
        self._ours = self._find_ours()
        self._marked: dict[tuple[int, Severity], int] = {}
        self.restored: Mapping[int, int] = {}
        """The style of before for each style of a marked cell."""
        self.restored_in_marked_rows: Mapping[int, int] = {}
        """The same with styles that have a colour of ours but no named style, which some programs do not keep: the
        fill of before is not known then."""
        self.restored, self.restored_in_marked_rows = self._restored()

    def marked(self, style: int, severity: Severity) -> int:
        """The style of a cell with this one once it is marked."""
        known = self._marked.get((style, severity))
        if known is None:
            known = self._marked[style, severity] = self._make_marked(style, severity)
        return known

    def header(self) -> int:
        """The style of the header of the column of problems."""
        font = self._part.added(
            "fonts",
            '<{0}font><{0}b/><{0}sz val="11"/><{0}color rgb="FFFFFFFF"/><{0}name val="等线"/></{0}font>',
        )
        return self._text_style(font, self._fill(HEADER_COLOUR), "center")

    def text(self) -> int:
        """The style of the texts in the column of problems."""
        font = self._part.added(
            "fonts", '<{0}font><{0}sz val="11"/><{0}name val="等线"/></{0}font>'
        )
        return self._text_style(font, 0, "top")

    def written(self) -> bytes:
        """The part with all that was added."""
        return self._part.written()

    def _names(self) -> dict[int, str]:
        """The names of the named styles by their number."""
        names = self._part.elements["cellStyles"]
        return {_number(one, "xfId"): one.attributes.get("name", "") for one in names}

    def _find_ours(self) -> dict[int, tuple[int, str]]:
        """(fill of before, name of the author's named style) for the number of each named style of ours."""
        styles = self._part.elements["cellStyleXfs"]
        ours = {}
        for number, name in self._named.items():
            match = NAME.match(name)
            if match and number < len(styles):
                ours[number] = (_number(styles[number], "fillId"), match[1] or "")
        return ours

    def _restored(self) -> tuple[dict[int, int], dict[int, int]]:
        """`restored` and `restored_in_marked_rows`."""
        styles, fills = self._part.elements["cellXfs"], self._part.elements["fills"]
        raws = self._part.raws["cellXfs"]
        by_name = {name: number for number, name in self._named.items() if number not in self._ours}
        found = {
            _likeness(style, raws[number], {}): number
            for number, style in reversed(list(enumerate(styles)))
        }
        restored: dict[int, int] = {}
        without_fill: dict[int, int] = {}
        for number, style in enumerate(styles):
            ours = self._ours.get(_number(style, "xfId"))
            fill = _number(style, "fillId")
            has_our_colour = fill < len(fills) and _is_ours(fills[fill])
            if ours is not None:
                before, name = ours
                # Another colour is one that the author has given since.
                values = {
                    "fillId": str(before if has_our_colour else fill),
                    "xfId": str(by_name.get(name, 0)),
                }
                restored[number] = self._like(style, raws[number], values, found)
            elif has_our_colour:
                values = {"fillId": "0"}
                without_fill[number] = self._like(style, raws[number], values, found)
        return restored, {**without_fill, **restored}

    def _like(
        self, style: Element, raw: bytes, values: Mapping[str, str], found: dict[object, int]
    ) -> int:
        """The number of the style that is like this one but for `values`, which is added where there is none."""
        like = _likeness(style, raw, values)
        if like not in found:
            raws = self._part.raws["cellXfs"]
            found[like] = len(raws)
            raws.append(_with_values(raw, values))
        return found[like]

    def _make_marked(self, style: int, severity: Severity) -> int:
        raws = self._part.ensure("cellXfs")
        raw = raws[style] if style < len(raws) else raws[0]
        element = tree(raw)
        before, base = _number(element, "fillId"), _number(element, "xfId")
        values = {
            "fillId": str(self._fill(COLOURS[severity])),
            "xfId": str(self._named_style(before, base)),
            "applyFill": "1",
        }
        return self._place(_with_values(raw, values))

    def _place(self, raw: bytes) -> int:
        """The number of a style, which is added where there is none like it."""
        if raw not in self._places:
            self._places[raw] = len(self._part.raws["cellXfs"])
            self._part.raws["cellXfs"].append(raw)
        return self._places[raw]

    def _named_style(self, fill: int, base: int) -> int:
        """The named style of ours for cells that had this fill and this named style."""
        name = self._named.get(base, "") if base else ""
        for number, ours in self._ours.items():
            if ours == (fill, name):
                return number
        for container in ("fonts", "fills", "borders", "cellStyles"):
            self._part.ensure(container)
        raws = self._part.ensure("cellStyleXfs")
        raw = raws[base] if base < len(raws) else raws[0]
        raws.append(_with_values(raw, {"fillId": str(fill), "applyFill": "1"}))
        number = len(raws) - 1
        used = {one.partition("：")[0] for one in self._named.values()}
        free = next(n for n in range(1, len(used) + 2) if f"{MARKED_STYLE} {n}" not in used)
        title = f"{MARKED_STYLE} {free}" + (f"：{name}" if name else "")
        style = f'<{self._part.prefix}cellStyle name="{quoted(title)}" xfId="{number}"/>'
        self._part.raws["cellStyles"].append(style.encode())
        self._ours[number] = (fill, name)
        self._named[number] = title
        return number

    def _fill(self, colour: str) -> int:
        return self._part.added(
            "fills",
            '<{0}fill><{0}patternFill patternType="solid"><{0}fgColor rgb="'
            + colour
            + '"/><{0}bgColor indexed="64"/></{0}patternFill></{0}fill>',
        )

    def _text_style(self, font: int, fill: int, vertical: str) -> int:
        form = (
            f'numFmtId="49" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" '
            'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"'
        )
        prefix = self._part.prefix
        for name in ("borders", "cellStyleXfs", "cellXfs"):
            self._part.ensure(name)
        raw = f'<{prefix}xf {form}><{prefix}alignment vertical="{vertical}" wrapText="1"/></{prefix}xf>'
        return self._place(raw.encode())


def _likeness(style: Element, raw: bytes, values: Mapping[str, str]) -> object:
    """What two styles have in common that look the same. `raw` are the bytes of the style."""
    shown = {**style.attributes, **values}
    shown.pop("applyFill", None)
    return (tuple(sorted(shown.items())), raw[style.inner - style.start :])


def _with_values(raw: bytes, values: Mapping[str, str]) -> bytes:
    inner = tree(raw).inner
    return with_attributes(raw[:inner], values) + raw[inner:]


def _is_ours(fill: Element) -> bool:
    pattern = fill.child("patternFill")
    colour = pattern.child("fgColor") if pattern else None
    rgb = colour.attributes.get("rgb", "") if colour else ""
    return rgb.upper()[-6:] in {one[-6:] for one in COLOURS.values()}


def _number(element: Element, name: str) -> int:
    text = element.attributes.get(name, "0")
    if not (text.isascii() and text.isdecimal() and len(text) < 8):
        raise Damaged(name)
    return int(text)
