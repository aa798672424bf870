"""site.yaml names entries, collections and fields that exist, and asks for what can be done."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.references import MISSING
from sitegen.config import Site
from sitegen.loading.document import FieldPath
from sitegen.loading.nearest import nearest
from sitegen.model.collections import COLLECTIONS
from sitegen.model.faults import NOT_A_CHOICE, UNKNOWN_FIELD
from sitegen.model.types import choices_of
from sitegen.problems import Kind, Problem, Severity
from sitegen.rendering.images import library

NOT_SHOWN = Kind(
    "site.not-public",
    Severity.WARNING,
    zh="“{id}”尚未公开或已下架，首页不展示它",
    en="“{id}” is not public, so the home page does not show it",
    fix_zh="换一个条目，或让它公开",
    fix_en="name another entry, or publish this one",
)
NO_AVIF = Kind(
    "image.no-avif",
    Severity.ERROR,
    zh="这台机器上的 Pillow 不会写 AVIF",
    en="the Pillow of this machine cannot write AVIF",
    fix_zh="删掉 images 下的 avif，或安装 Pillow 官方的安装包",
    fix_en="remove avif under images, or install Pillow's own package",
)


def check(
    site: Site, catalogue: Catalogue, known: Container[str], failed: frozenset[str]
) -> Iterator[Problem]:
    """`known` are the keys of all entries, public or not; `failed` are entries (or `collection:`)
    that did not load: not reported missing again."""
    settings = site.settings
    named: list[tuple[FieldPath, str]] = [
        (("featured", index), str(one)) for index, one in enumerate(settings.featured)
    ]
    if settings.home_region is not None:
        named.append((("home_region",), str(settings.home_region)))
    for path, key in named:
        collection, _, identifier = key.partition(":")
        if key in known and key not in catalogue.entries:
            yield Problem(NOT_SHOWN, site.at(*path), {"id": key})
        elif key not in known and not {key, f"{collection}:"} & failed:
            ids = [entry.id for entry in catalogue.collections[collection]]
            facts = {"collection": collection, "id": identifier}
            yield Problem(MISSING, site.at(*path), facts | _near(identifier, ids))
    if settings.images is not None and settings.images.avif and not library.can_write_avif():
        yield Problem(NO_AVIF, site.at("images", "avif"), {})
    listed = {name: name for name, collection in COLLECTIONS.items() if collection.listed}
    for index, figure in enumerate(settings.published_figures):
        if figure.collection not in listed:
            facts = {"value": figure.collection, "choices": "、".join(listed)}
            at = site.at("published_figures", index, "collection")
            yield Problem(NOT_A_CHOICE, at, facts | _near(figure.collection, listed))
    for name, setting in settings.collections.items():
        if name not in COLLECTIONS:
            continue
        fields = COLLECTIONS[name].model.model_fields.items()
        open_to_more = {info.alias or field for field, info in fields if choices_of(info)}
        for field in setting.choices:
            if field not in open_to_more:
                at = site.at("collections", name, "choices", field)
                yield Problem(UNKNOWN_FIELD, at, {"field": field} | _near(field, open_to_more))


def _near(word: str, choices: Mapping[str, str] | list[str] | set[str]) -> dict[str, str]:
    return {"nearest": nearest(word, choices) or ""}
