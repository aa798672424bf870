"""Words that pages take from data rather than from templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sitegen.model import articles, brands, heritage, organizations, places, products, schemes
from sitegen.model.entry import Entry
from sitegen.model.options import Options
from sitegen.model.types import Label

KINDS: Mapping[str, Mapping[str, Label]] = {
    "brands": brands.KINDS,
    "products": products.KINDS,
    "heritage": heritage.CLASSES,
    "organizations": organizations.KINDS,
    "schemes": schemes.KINDS,
    "articles": articles.KINDS,
    "regions": places.REGION_KINDS,
}
CRAFTS = frozenset(["heritage"])
CRAFT_KINDS = frozenset(["handmade", "heritage", "creative"])
PUNCTUATION = frozenset("（）()·、，。：:“”‘’《》〈〉【】—-… ")


def kind_options(collection: str, options: Options) -> Mapping[str, Label]:
    """The kinds of a collection: the model's, then the site's own."""
    field = "class" if collection == "heritage" else "kind"
    return {**KINDS.get(collection, {}), **options.choices.get(f"{collection}.{field}", {})}


def kind_label(entry: Entry, options: Options) -> str:
    """The word for an entry's kind: 区域公用品牌; for a GI it is 地理标志."""
    if entry.collection == "gi":
        return "地理标志"
    label = kind_options(entry.collection, options).get(entry.kind)
    return label.zh if label else ""


def is_craft(entry: Entry) -> bool:
    """Craft entries wear cinnabar, all others pine."""
    return entry.collection in CRAFTS or (
        entry.collection == "products" and entry.kind in CRAFT_KINDS
    )


ORGANIZATION_TAILS = ("股份有限公司", "有限责任公司", "有限公司", "集团", "专业合作社")


def entry_seal(entry: Entry, places: tuple[str, ...]) -> tuple[str, ...]:
    """The characters of an entry's seal: its name without the place it begins with.

    Where more than four are left, the goods at the end of the name (韭菜 of 独根红韭菜) or the start
    of an organization's name stand for it. `places` are the names of its regions, the longest first.
    """
    name = entry.label.split("（")[0]
    for place in places:
        rest = name.removeprefix(place)
        if rest != name and len(rest) >= 2:
            name = rest
            break
    if entry.collection in ("organizations", "schemes"):
        for tail in ORGANIZATION_TAILS:
            name = name.removesuffix(tail) or name
        return seal(name)
    return seal(name if len(name) <= 4 else name[-2:])


def seal(name: str) -> tuple[str, ...]:
    """Two to four characters of a name for its seal: what stands in brackets is left out."""
    text = name.split("（")[0].split("(")[0]
    characters = [char for char in text if char not in PUNCTUATION] or [
        char for char in name if char not in PUNCTUATION
    ]
    return tuple(characters[:4]) if len(characters) > 1 else tuple(characters * 2 or ["名", "录"])


def chosen(options: Mapping[str, Label], code: Any) -> str:
    label = options.get(str(code))
    return label.zh if label else str(code)
