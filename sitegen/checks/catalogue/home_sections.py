"""The home page has each of its sections once.

Which names there are is said with the setting itself. A section written twice would be on the page with
the same heading twice.

Passes: `home: [推荐, 文章]`
Fails: `home: [推荐, 文章, featured]`
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.config.settings import HOME_SECTIONS
from sitegen.problems import Kind, Severity

TWICE = Kind(
    "site.section-twice",
    Severity.ERROR,
    zh="首页的“{title}”写了两次",
    en="the section “{title_en}” of the home page is named twice",
    fix_zh="删掉其中一个",
    fix_en="remove one of them",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    sections = catalogue.site.settings.home
    for index, name in enumerate(sections):
        if name in sections[:index]:
            label = HOME_SECTIONS[name]
            facts = {"title": label.zh, "title_en": label.en}
            yield Finding(TWICE, catalogue.site.at("home", index), facts)


RULE = CatalogueRule(fixed=(TWICE,), check=check)
