"""The facets by which the list of a collection can be narrowed, and what is wrong with those that site.yaml names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sitegen.loading.document import FieldPath
from sitegen.loading.nearest import nearest
from sitegen.model import pinyin
from sitegen.model.extra_fields import CHOICE
from sitegen.model.types import is_id
from sitegen.problems import Kind, Severity

UNKNOWN_FACET = Kind(
    "site.unknown-facet",
    Severity.ERROR,
    zh="{collection} 的列表没有“{name}”这一项",
    en="the list of {collection} has no facet “{name}”",
    fix_zh="[[改成 {nearest}；]]可以写 {choices}",
    fix_en="[[write {nearest}; ]]there are {choices}",
)
FACET_CODE = Kind(
    "site.facet-code",
    Severity.ERROR,
    zh="“{field}”要用来缩小列表，它的选项编号“{code}”会出现在网址里，这样写不行",
    en="“{field}” is a facet, so the code “{code}” of a choice stands in addresses, and cannot be written so",
    fix_zh="改成小写字母、数字和减号，如 {right}，条目里也一起改",
    fix_en="write it in letters a–z, digits and hyphens, such as {right}, in entries as well",
)

FACETS = ("region", "category", "kind", "scheme", "status", "year")
"""The facets of every collection, in their order; a list shows those that tell its entries apart."""
FURTHER_FACETS = {"brands": ("tier", "sector")}
"""The facets that one collection has besides."""
FACET_TYPES = (CHOICE, "yes-no")
"""The types of own fields that can be facets."""


def facets_of(collection: str) -> tuple[str, ...]:
    """The facets of a collection in their order, without own fields."""
    return (*FACETS, *FURTHER_FACETS.get(collection, ()))


def check(
    here: FieldPath,
    collection: str,
    facets: Sequence[str],
    combined: Sequence[Sequence[str]],
    own: Mapping[str, Collection[str]],
) -> Iterator[tuple[Kind, FieldPath, dict[str, str]]]:
    """What is wrong with the facets that a collection names: (kind, path in site.yaml, facts).

    `own` are the fields of the site that can be facets (FACET_TYPES), with the codes of their choices.
    """
    known = [*facets_of(collection), *own]
    named: list[tuple[FieldPath, str]] = [
        (("facets", place), name) for place, name in enumerate(facets)
    ]
    for place, names in enumerate(combined):
        named += [(("combined_facets", place, at), name) for at, name in enumerate(names)]
    for path, name in named:
        if name not in known:
            facts = {"collection": collection, "name": name, "choices": "、".join(known)}
            yield UNKNOWN_FACET, (*here, *path), {**facts, "nearest": nearest(name, known) or ""}
    for name, codes in own.items():
        for code in codes if name in facets else ():
            if not is_id(code):
                facts = {"field": name, "code": code, "right": pinyin.slug(code) or "a"}
                yield FACET_CODE, (*here, "fields", name, "choices", code), facts
