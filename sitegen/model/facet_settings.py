"""The facets by which the list of a collection can be narrowed, and what is wrong with those that site.yaml names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

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


class OwnField(Protocol):
    """A field that site.yaml adds: its type, and its choices by code."""

    @property
    def type(self) -> str: ...
    @property
    def choices(self) -> Mapping[str, str]: ...


class FacetSetting(Protocol):
    """What site.yaml says of a collection, as far as facets go."""

    @property
    def fields(self) -> Mapping[str, OwnField]: ...
    @property
    def facets(self) -> tuple[str, ...]: ...
    @property
    def combined_facets(self) -> tuple[tuple[str, ...], ...]: ...


def facets_of(collection: str) -> tuple[str, ...]:
    """The facets of a collection in their order, without own fields."""
    return (*FACETS, *FURTHER_FACETS.get(collection, ()))


def check(
    here: FieldPath, collection: str, setting: FacetSetting
) -> Iterator[tuple[Kind, FieldPath, dict[str, str]]]:
    """What is wrong with the facets that a collection names: (kind, path in site.yaml, facts)."""
    own = [name for name, extra in setting.fields.items() if extra.type in FACET_TYPES]
    known = [*facets_of(collection), *own]
    named: list[tuple[FieldPath, str]] = [
        (("facets", place), name) for place, name in enumerate(setting.facets)
    ]
    for place, names in enumerate(setting.combined_facets):
        named += [(("combined_facets", place, at), name) for at, name in enumerate(names)]
    for path, name in named:
        if name not in known:
            facts = {"collection": collection, "name": name, "choices": "、".join(known)}
            yield UNKNOWN_FACET, (*here, *path), {**facts, "nearest": nearest(name, known) or ""}
    for name in own:
        for code in setting.fields[name].choices if name in setting.facets else ():
            if not is_id(code):
                facts = {"field": name, "code": code, "right": pinyin.slug(code) or "a"}
                yield FACET_CODE, (*here, "fields", name, "choices", code), facts
