"""Under `profile: gov` every content page states when it was published, to the minute."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.assembly import Locate
from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Kind, Problem, Severity

NO_TIME = Kind(
    "gov.no-publication-time",
    Severity.ERROR,
    zh="政府网站的内容页必须写明发布时间（年月日 时:分）",
    en="a content page of a government site needs its publication time, to the minute",
    fix_zh="补上 published，如 published: 2025-12-16 09:00；这是真实的发布时间，不能改动",
    fix_en="add published, such as published: 2025-12-16 09:00; it is a fact and never changes",
)


def check(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    for entry in catalogue.entries.values():
        collection = COLLECTIONS[entry.collection]
        if not collection.shown or collection.tree or entry.collection == "pages":
            continue
        if " " not in entry.published:
            yield Problem(NO_TIME, locate(entry, ("published",)))
