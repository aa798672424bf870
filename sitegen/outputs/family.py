"""A family of outputs: one kind of page or file, declared in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sitegen.model.types import Label
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext


@dataclass(frozen=True, slots=True)
class Recipe:
    """How an output is made. `view` gives the data and `template` the text; without a template, `view`
    gives the bytes (or those of each file of a bundle, by name).

    `finish` makes the bytes of the file from that text, where the file is not the text itself.
    `checked_before` says that making it finds no problem that was not found when content was read.
    """

    view: Callable[..., Any]
    template: str = ""
    finish: Callable[[Any, str], bytes] | None = None
    checked_before: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """`plan` gives its outputs, `recipes` what makes them, by the names that the outputs carry.

    `parts` explains the parts of their keys that are not among COMMON_PARTS. `addresses` are
    the first parts of its addresses where they are no collection's: no page of an author may take them.
    A family is planned for each edition, or (`over="site"`) once for all of them. A family whose files
    list the pages of the site has `plan_after_pages` instead of `plan`: it is given all other outputs.
    """

    name: str
    recipes: Mapping[str, Recipe]
    plan: Callable[[PlanContext], Iterator[Output]] | None = None
    plan_after_pages: Callable[[PlanContext, tuple[Output, ...]], Iterator[Output]] | None = None
    parts: Mapping[str, Label] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()
    over: Literal["edition", "site"] = "edition"


COMMON_PARTS: Mapping[str, Label] = {
    "template": Label("模板或它引入的组件", "its template or a component in it"),
    "frame": Label("站点设置、菜单、页脚或样式表", "settings, menu, footer or style sheet"),
    "generator": Label("sitegen 本身或它用的库", "sitegen itself or a library"),
    "as_of": Label("数据截至日期", "the as-of date"),
    "bodies": Label("正文", "the body"),
    "cards": Label("列出的卡片或它们的次序", "the cards listed, or their order"),
    "checks": Label("核对日期", "the days of checks"),
    "count": Label("条目数", "the number of entries"),
    "counts": Label("统计数字", "counts"),
    "entries": Label("列出的条目", "the entries listed"),
    "entry": Label("条目本身的内容", "the entry's own content"),
    "examples": Label("搜索的例子", "the examples of searches"),
    "file": Label("文件本身", "the file itself"),
    "letters": Label("拼音首字母", "the letters of the alphabet in use"),
    "lines": Label("列出的各行", "the lines listed"),
    "linked": Label("它链接到的条目的名称或网址", "names or addresses of entries it links to"),
    "pages": Label("页数或列出的网页", "the number of pages, or the pages listed"),
    "rows": Label("列出的认定记录", "the recognitions listed"),
    "tree": Label("上下级地区或类别", "the regions or categories above and below"),
}
"""Parts of keys that several families have. The first three are those of every page."""
