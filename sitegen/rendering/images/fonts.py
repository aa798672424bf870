"""The two fonts that posters are drawn with: one for names, one for all else.

They are the site's own, in templates/fonts/, or Noto CJK (思源) where the machine has it. No other font of the
machine is taken: many may be shown on a screen, but not be given away in pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FOLDER: Final = "fonts"
ENDINGS: Final = (".otf", ".ttf", ".ttc")
ROLES: Final = ("heading", "text")
PLACES: Final = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/truetype/noto",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
NAMES: Final = {
    "heading": (
        "NotoSerifCJK-Bold",
        "NotoSerifSC-Bold",
        "NotoSerifCJKsc-Bold",
        "SourceHanSerifSC-Bold",
    ),
    "text": (
        "NotoSansCJK-Regular",
        "NotoSansSC-Regular",
        "NotoSansCJKsc-Regular",
        "SourceHanSansSC-Regular",
    ),
}
"""By role, what the files of Noto CJK and Source Han are called by those who package them."""
SIMPLIFIED: Final = "SC"
MOST_FACES: Final = 20
MEASURED: Final = 100
"""The size at which texts are measured."""
NO_CHARACTER: Final = "\U0010fffe"
"""What no font has: it shows what stands in for characters that are absent."""


class Font(NamedTuple):
    """A face of a font file: `face` is its place in a collection, `family` what SVG calls it. `bold` is its
    weight. `size` is the size of the file in bytes: with the names it tells one version from another."""

    path: str
    face: int
    family: str
    bold: bool
    size: int


class Fonts(NamedTuple):
    heading: Font
    text: Font

    @property
    def identity(self) -> str:
        """What tells these fonts from others, wherever they lie."""
        return repr([(font.family, font.bold, font.size) for font in self])


def find(root: Path) -> Fonts | None:
    """The fonts of the site in `root`, else those of the machine; None where a role has none."""
    found = {role: next(_faces(root, role), None) for role in ROLES}
    heading, text = found["heading"], found["text"]
    return Fonts(heading, text) if heading and text else None


def _faces(root: Path, role: str) -> Iterator[Font]:
    own = [root / "templates" / FOLDER / f"{role}{ending}" for ending in ENDINGS]
    of_machine = (
        Path(place) / f"{name}{ending}"
        for name in NAMES[role]
        for place in PLACES
        for ending in ENDINGS
    )
    for path in (*own, *of_machine):
        if path.is_file():
            stat = path.stat()
            if face := _face(str(path), stat.st_size, stat.st_mtime_ns):
                yield face


# The preview asks at every save.
@lru_cache(maxsize=8)
def _face(path: str, size: int, changed: int) -> Font | None:
    """The face for simplified Chinese, the first one where none says so; None where the file is no font. `changed`
    is when it was, in ns: a file that was replaced is read anew."""
    from PIL import ImageFont

    first: Font | None = None
    for index in range(MOST_FACES):
        try:
            family, style = ImageFont.truetype(path, 16, index=index).getname()
        except OSError:
            break
        font = Font(path, index, family or "", "bold" in (style or "").lower(), size)
        if SIMPLIFIED in font.family.split():
            return font
        first = first or font
    return first


def width(font: Font, text: str, size: float) -> float:
    """The width of a text in this font at a size, in the unit of `size`."""
    return _opened(font).getlength(text) * size / MEASURED


@lru_cache(maxsize=8)
def missing(font: Font, text: str) -> str:
    """The characters of a text that the font does not have."""
    face = _opened(font)
    nothing = bytes(face.getmask(NO_CHARACTER))
    return "".join(
        char
        for char in dict.fromkeys(text)
        if not char.isspace() and bytes(face.getmask(char)) == nothing
    )


@lru_cache(maxsize=4)
def _opened(font: Font) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(font.path, MEASURED, index=font.face)
