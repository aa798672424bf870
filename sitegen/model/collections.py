"""The table of collections: folder, words, class. Recognitions name the first of them, the subjects."""

from __future__ import annotations

from sitegen.model.affairs import AFFAIRS
from sitegen.model.articles import Article, Page
from sitegen.model.collection import Collection
from sitegen.model.places import Category, Region
from sitegen.model.recognitions import Announcement
from sitegen.model.subjects import SUBJECTS
from sitegen.model.types import Label

COLLECTIONS: dict[str, Collection] = {
    collection.name: collection
    for collection in (
        *SUBJECTS.values(),
        *AFFAIRS.values(),
        Collection("articles", Label("文章", "Articles"), "篇", Article),
        Collection("pages", Label("页面", "Pages"), "页", Page),
        Collection(
            "recognitions", Label("认定记录", "Recognitions"), "份", Announcement, shown=False
        ),
        Collection(
            "regions",
            Label("地区", "Regions"),
            "个",
            Region,
            tree=True,
            menu_title=Label("县市区", "Regions"),
        ),
        Collection("categories", Label("类别", "Categories"), "个", Category, tree=True),
    )
}
