"""QR codes (ISO/IEC 18004) as a path of SVG."""

from __future__ import annotations

from itertools import groupby
from typing import Final, NamedTuple

QUIET_ZONE: Final = 4
"""So many light modules the standard wants around a code."""
CORRECTION: Final = "m"
"""The level of error correction: 15 % of a code may be dirty or torn. It is raised where that costs no module."""


class QrCode(NamedTuple):
    """二维码 | a QR code"""

    side: int
    """边长，单位是格，连同四周的空白 | its side in modules, with the quiet zone around it"""
    path: str
    """深色格子：一条宽 1 的线的 d | the dark modules: the `d` of a line of width 1"""


def qr_code(text: str) -> QrCode:
    """The code that holds `text`."""
    # Imported here: few commands draw codes.
    import segno

    matrix = segno.make_qr(text, error=CORRECTION).matrix
    return QrCode(len(matrix) + 2 * QUIET_ZONE, "".join(map(_line, range(len(matrix)), matrix)))


def _line(number: int, modules: bytearray) -> str:
    """The dark modules of one row as strokes through their middle."""
    strokes, at = [], QUIET_ZONE
    for is_dark, run in groupby(modules, key=bool):
        length = len(list(run))
        if is_dark:
            strokes.append(f"M{at} {number + QUIET_ZONE}.5h{length}")
        at += length
    return "".join(strokes)
