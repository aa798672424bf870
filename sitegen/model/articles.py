"""Articles and plain pages."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Common
from sitegen.model.fields import REQUIRED, field
from sitegen.model.number_types import Integer
from sitegen.model.outline import Outline
from sitegen.model.types import Label, choice

KINDS = {
    "news": Label("动态", "news"),
    "case": Label("案例", "case"),
    "guide": Label("说明", "guide"),
    "repost": Label("转载", "repost"),
}


class Article(Common):
    kind: Annotated[str, *choice("articles.kind", KINDS)] = field(
        "类型",
        "Kind",
        "动态、案例、说明、转载；转载须写来源",
        "a repost needs a source",
        default=REQUIRED,
        on_card=True,
    )

    def outline(self) -> Outline:
        return super().outline()._replace(kind=self.kind)


class Page(Common):
    order: Integer | None = field(
        "次序",
        "Order",
        "页脚里的先后",
        "position in the footer",
        steers=("页脚里的先后", "the order in the footer"),
    )
