"""The fonts of posters, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.config.site import Site
from sitegen.model.entry import Entry
from sitegen.outputs.parts.handouts import on_posters
from sitegen.outputs.parts.places import region_name
from sitegen.outputs.parts.poster_text import MOST_TITLES
from sitegen.outputs.parts.titles import card_titles, title_of
from sitegen.outputs.plan_context import PlanContext
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


def find(root: Path, site: Site) -> tuple[Fonts | None, list[Problem]]:
    """The fonts that the site's posters are drawn with, None where there are no posters."""
    if site.settings.posters == "none":
        return None, []
    found = fonts.find(root)
    return found, [] if found else [Problem(NO_FONT, site.at("posters"))]


def without_glyphs(context: PlanContext) -> Iterator[Problem]:
    """A character that neither font has is shown as a box: one font stands in for the other."""
    found = context.shared.fonts
    texts = {entry.name: _shown(context, entry) for entry in on_posters(context)}
    if found is None or not texts:
        return
    every = "".join(sorted(set("".join(texts.values()))))
    absent = set(fonts.missing(found.text, fonts.missing(found.heading, every)))
    for name, text in texts.items() if absent else ():
        characters = "".join(dict.fromkeys(char for char in text if char in absent))
        if characters:
            facts = {"characters": characters, "name": name}
            yield Problem(NO_GLYPH, context.site.at("posters"), facts)


def _shown(context: PlanContext, entry: Entry) -> str:
    """What a poster shows of what authors write: name, sentence, place, site, titles and their numbers."""
    catalogue, settings = context.catalogue, context.site.settings
    titles = list(card_titles(catalogue, entry))[:MOST_TITLES]
    parts = [entry.name, entry.summary, settings.name, settings.seal or ""]
    parts += [region_name(catalogue, region) for region in entry.regions[:1]]
    parts += [title_of(catalogue, row) + row.announcement.document for row in titles]
    return "".join(parts)
