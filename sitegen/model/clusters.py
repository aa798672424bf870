"""Clusters: patent pools, brands of a trade or a place, one village with one product and one mark."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Common
from sitegen.model.dates import Partial
from sitegen.model.fields import REQUIRED, field
from sitegen.model.outline import Outline
from sitegen.model.quantities import Quantity
from sitegen.model.references import Reference, References, reference_or_name
from sitegen.model.types import Label, Line, Name, choice

KINDS = {
    "patent-pool": Label("专利池", "patent pool"),
    "trade": Label("行业品牌集群", "cluster of a trade"),
    "place": Label("区域品牌集群", "cluster of a place"),
    "village": Label("一村一品一标", "one village, one product, one mark"),
    "programme": Label("培育工程", "programme"),
}


class ClusterFigure(Quantity):
    name: Name = field("数字", "Figure", "如 入池企业", "what is counted", default=REQUIRED)
    as_of: Partial | None = field(
        "截至", "As of", "数字截至何时", "the day it stands for", dated="group"
    )
    source: Line | None = field("出处", "Source", "谁说的", "who says so")


class Cluster(Common):
    kind: Annotated[str, *choice("clusters.kind", KINDS)] = field(
        "种类",
        "Kind",
        "专利池、行业品牌集群、区域品牌集群、一村一品一标、培育工程",
        "patent pool, cluster of a trade or place, one village one product …",
        default=REQUIRED,
        on_card=True,
    )
    industry: Line | None = field("行业", "Industry", "哪个行业", "of what trade")
    leads: References[Annotated[Reference | str, reference_or_name("organizations")]] = field(
        "牵头",
        "Led by",
        "编号或名称，用 、 隔开",
        "ids or names, 、 between them",
        default=(),
        usual=True,
    )
    members: References[Annotated[Reference | str, reference_or_name("organizations")]] = field(
        "成员", "Members", "编号或名称，用 、 隔开", "ids or names, 、 between them", default=()
    )
    founded: Partial | None = field("成立", "Founded", "何时成立", "since when", dated="field")
    ways: Line | None = field(
        "做法", "How it works", "如 一站式许可", "such as one licence for all"
    )
    figures: tuple[ClusterFigure, ...] = field(
        "数字", "Figures", "成员、专利等的数目", "numbers of members, patents …", default=()
    )

    def outline(self) -> Outline:
        return super().outline()._replace(kind=self.kind)
