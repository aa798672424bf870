"""Two entries of one collection, place and maker do not have the same name.

Mostly one thing was entered twice, and readers would not know which of the two counts. Two makers, or
those of two places, may well have goods of one name.

Passes: 梨膏 of 青溪 and 梨膏 of 白山; 梨膏 of 青溪 by two makers
Fails: 梨膏 of 青溪 in two files, both by one maker or by nobody in particular
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

SAME_NAME = Kind(
    "entry.same-name",
    Severity.WARNING,
    zh="和 {other} 同名，读者分不清是一件还是两件",
    en="this has the name of {other}: readers cannot tell whether it is one thing or two",
    fix_zh="是同一件就合成一个文件；是两件就在名称里写出区别，或各写各的地区、企业",
    fix_en="merge them if they are one; else let names, regions or makers tell them apart",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    first: dict[tuple[str, str, str], str] = {}
    for key, name, whose in catalogue.names():
        same = (key.partition(":")[0], name, whose)
        other = first.setdefault(same, key)
        if other != key:
            yield Finding(SAME_NAME, catalogue.at(key, "name"), {"other": other})


RULE = CatalogueRule(kinds=(SAME_NAME,), check=check)
