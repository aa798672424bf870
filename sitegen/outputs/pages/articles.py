"""The list of articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.article_lines import article_line, newest
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.lists import ArticleLine
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/articles.html"
SECTION = addresses.collection("articles")


class ArticlesPage(NamedTuple):
    """文章列表 | all articles"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    articles: tuple[ArticleLine, ...]
    """文章，新的在前，不会空 | the articles, the newest first, never empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    articles = context.catalogue.collections["articles"]
    if articles:
        lines = digest_of([(article.key, article.line_digest) for article in newest(articles)])
        yield context.page(SECTION, "articles", TEMPLATE, in_sitemap=True, lines=lines)


def view(context: RenderContext) -> ArticlesPage:
    title = context.label(COLLECTIONS["articles"].title)
    articles = newest(context.catalogue.collections["articles"])
    return ArticlesPage(
        frame=frame(context, SECTION, title, section=SECTION),
        title=title,
        articles=tuple(article_line(context, SECTION, article) for article in articles),
    )


FAMILY = Family("articles", plan=plan, recipes={"articles": Recipe(view, TEMPLATE)})
