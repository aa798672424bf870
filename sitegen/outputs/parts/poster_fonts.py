"""The fonts of posters, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.config.site import Site
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.problems import Kind, Problem, Severity
from sitegen.rendering.images import fonts
from sitegen.rendering.images.fonts import Fonts

NO_FONT = Kind(
    "posters.no-font",
    Severity.WARNING,
    zh="没有中文字体，海报都没有做",
    en="there is no Chinese font: no poster was made",
    fix_zh="装上思源字体（“fonts-noto-cjk”），或把两个字体文件放进 templates/fonts/："
    "heading.otf（名称）和 text.otf（其余）；不要海报就写 posters: 无",
    fix_en="install Noto CJK (“fonts-noto-cjk”), or put two font files into "
    "templates/fonts/: heading.otf (names) and text.otf (all else); without posters: posters: none",
)
NO_GLYPH = Kind(
    "posters.no-glyph",
    Severity.WARNING,
    zh="海报的字体里没有“{characters}”，“{name}”的海报上会是方框",
    en="the fonts of posters have no “{characters}”: the poster of “{name}” shows boxes there",
    fix_zh="把有这些字的字体放进 templates/fonts/：heading.otf（名称）和 text.otf（其余）",
    fix_en="put fonts that have them into templates/fonts/: heading.otf (names) and text.otf (all else)",
)


def find(root: Path, site: Site, entries: Iterable[Entry]) -> tuple[Fonts | None, list[Problem]]:
    """The fonts that the site's posters are drawn with, None where there are no posters."""
    if site.settings.posters == "none":
        return None, []
    found = fonts.find(root)
    if found is None:
        return None, [Problem(NO_FONT, site.at("posters"))]
    return found, list(_without_glyphs(site, found, entries))


def _without_glyphs(site: Site, found: Fonts, entries: Iterable[Entry]) -> Iterator[Problem]:
    """A character that neither font has is shown as a box: one font stands in for the other."""
    shown = [entry for entry in entries if _may_be_shown(site, entry)]
    every = "".join(sorted({char for entry in shown for char in entry.name + entry.summary}))
    absent = set(fonts.missing(found.text, fonts.missing(found.heading, every)))
    for entry in shown:
        characters = "".join(dict.fromkeys(c for c in entry.name + entry.summary if c in absent))
        if characters:
            facts = {"characters": characters, "name": entry.name}
            yield Problem(NO_GLYPH, site.at("posters"), facts)


def _may_be_shown(site: Site, entry: Entry) -> bool:
    if site.settings.posters == "featured":
        return entry.key in {str(key) for key in site.settings.featured}
    return COLLECTIONS[entry.collection].listed
