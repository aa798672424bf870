"""The colours of site.yaml can be read as text.

Links, the menu and buttons are written in them, on paper and on their own light tints. WCAG 2 wants a
contrast of 4.5 there (AA). The tints of dark pages, and of pages for old people, are worked out so that they
reach theirs.

Passes: `colours: {primary: "#1a5fb4"}`
Fails: `colours: {primary: "#6cb3f0"}`, whose nearest is `#2970ad`
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity
from sitegen.rendering import palette

FAINT = Kind(
    "site.faint-colour",
    Severity.ERROR,
    zh="“{value}”太浅，写在浅色底上的字看不清：对比度只有 {given}，至少要 {wanted}",
    en="“{value}” is too faint for text on a light ground: its contrast is {given_en}, at least "
    "{wanted_en} is needed",
    fix_zh="改成 {right}：同一色相里最接近的",
    fix_en="write {right}, the nearest of the same hue",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    colours = catalogue.site.settings.colours
    for name in ("primary", "accent") if colours else ():
        value = getattr(colours, name)
        if value and palette.too_faint(value):
            # Rounded down: what is just below the limit is not said to reach it.
            given = f"{int(10 * palette.contrast_on_light(value)) / 10:.1f}"
            wanted = f"{palette.READABLE}"
            facts = {
                "value": value,
                "given": given,
                "given_en": given,
                "wanted": wanted,
                "wanted_en": wanted,
                "right": f'"{palette.readable(value)}"',
            }
            yield Finding(FAINT, catalogue.site.at("colours", name), facts)


RULE = CatalogueRule(fixed=(FAINT,), check=check)
