"""The pages that show the whole catalogue from one side, and those of what surrounds it, as the footer leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.parts.brand_tiers import has_tiers
from sitegen.outputs.parts.brand_values import has_brand_values
from sitegen.outputs.parts.changes import has_changes
from sitegen.outputs.parts.ladders import TITLE, front_page
from sitegen.outputs.parts.policies import has_goals, has_offers
from sitegen.outputs.parts.seasons import has_seasons
from sitegen.outputs.parts.topics import TOPICS, has_page
from sitegen.outputs.parts.years import has_titles
from sitegen.outputs.showing.table import listed, surrounding
from sitegen.outputs.wording import mark


def has_figures(catalogue: Catalogue) -> bool:
    return any(catalogue.collections[name] for name in (*listed(), "figures"))


OVERVIEWS: tuple[tuple[str, str, Callable[[Catalogue], bool]], ...] = (
    (addresses.SEASONS, mark("时令"), has_seasons),
    (addresses.FIGURES, mark("统计"), has_figures),
    (addresses.TIMELINE, mark("历年认定"), has_titles),
    (addresses.CHANGES, mark("更新记录"), has_changes),
)
"""(address, title, whether the site has such a page) of each."""


def affairs(catalogue: Catalogue) -> Iterator[tuple[str, str | Label]]:
    """(address, title) of the pages of what surrounds the catalogue, as far as the site has them. Published figures
    stand on the page of figures."""
    if page := front_page(catalogue):
        yield page, TITLE
    if has_tiers(catalogue):
        yield addresses.TIERS, mark("品牌梯次")
    for name in surrounding():
        if catalogue.collections[name] and name != "figures":
            yield addresses.collection(name), COLLECTIONS[name].title
        if name == "policies" and has_offers(catalogue):
            yield addresses.REWARDS, mark("扶持和奖励")
        if name == "policies" and has_goals(catalogue):
            yield addresses.TARGETS, mark("目标进度")
    for topic in TOPICS.values():
        if has_page(catalogue, topic):
            yield topic.address, topic.title
    if has_brand_values(catalogue):
        yield addresses.BRAND_VALUES, mark("品牌价值")
