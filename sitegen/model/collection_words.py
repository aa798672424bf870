"""What people call the collections, beside their names and titles."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.collections import COLLECTIONS

OTHER_WORDS = {
    "gi": ("地标", "地理标志产品"),
    "products": ("产品", "特产", "商品"),
    "heritage": ("非物质文化遗产",),
    "organizations": ("企业", "机构", "单位", "公司", "合作社", "协会"),
    "schemes": ("体系", "称号", "制度"),
    "recognitions": ("认定", "公告"),
}


def words_for(name: str) -> tuple[str, ...]:
    """All that a collection may be called: its name, its titles, what people say."""
    titles = (COLLECTIONS[name].title, COLLECTIONS[name].in_menus)
    own = (name, *(word for title in titles for word in (title.zh, title.en)))
    return (*dict.fromkeys(own), *OTHER_WORDS.get(name, ()))


def collection_words() -> Iterator[tuple[str, str]]:
    """(collection, word) of each word for a collection."""
    for name in COLLECTIONS:
        yield from ((name, word) for word in words_for(name))


def collection_called(name: str) -> str:
    """The collection with this name or title (品牌); the name itself where there is none."""
    words = {word.lower(): key for key, word in collection_words()}
    return words.get(name.lower(), name)
