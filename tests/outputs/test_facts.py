"""What an author may write is told to readers, unless the model says that it is private or steers."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from bs4 import BeautifulSoup
from pydantic.fields import FieldInfo

from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import is_on_card, is_private, steers, written_name
from sitegen.model.references import collections_of
from sitegen.model.types import choices_of
from tests.support import filled_site
from tests.support.basic_site import tree, write
from tests.support.nested_models import nested_models
from tests.support.site_test import SiteTest

PAGES = {
    "gi": ("gi/g",),
    "brands": ("brands/b",),
    "products": ("products/p",),
    "heritage": ("heritage/h",),
    "organizations": ("organizations/o",),
    "people": ("people/x",),
    "schemes": ("schemes/s",),
    "policies": ("policies/l",),
    "figures": ("figures/f",),
    "events": ("events/e",),
    "services": ("services/v",),
    "clusters": ("clusters/c",),
    "articles": ("articles/a",),
    "pages": ("about",),
    "recognitions": ("schemes/s", "gi/g", "brands/b"),
    "regions": ("regions/city", "regions/town"),
    "categories": ("categories/fruit", "categories/pears"),
}
"""Where readers look for what was written in each collection; a withdrawn entry has gi/gone."""
ATTRIBUTES = ("alt", "href", "src", "aria-label", "datetime", "id", "content")


class Leaf(NamedTuple):
    """A field that holds a value itself: its dotted path and its declaration, outermost first."""

    path: str
    infos: tuple[FieldInfo, ...]

    @property
    def is_shown(self) -> bool:
        return not any(is_private(info) or steers(info) for info in self.infos)


def token(path: str) -> str:
    return f"【{path}】"


def leaves(model: type, path: str = "", above: tuple[FieldInfo, ...] = ()) -> Iterator[Leaf]:
    for attribute, info in model.model_fields.items():  # type: ignore[attr-defined]
        name = f"{path}.{written_name(attribute, info)}".lstrip(".")
        groups = list(nested_models(info.annotation))
        for group in groups:
            yield from leaves(group, name, (*above, info))
        if not groups:
            yield Leaf(name, (*above, info))


def written() -> dict[str, list[dict[str, Any]]]:
    """By collection, the entries of the filled site as they are written."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, entry in filled_site.entries(token).items():
        found.setdefault(name.partition("/")[0], []).append(entry)
    for name, nodes in filled_site.trees(token).items():
        found[name] = list(nodes.values())
    gone = json.loads(filled_site.files(token)["content/gi/gone.yaml"])
    found["gi"].append({"withdrawn": gone["withdrawn"]})
    return found


NAMES = {
    "g": token("gi.name"),
    "b": token("brands.name"),
    "h": token("heritage.name"),
    "o": token("organizations.name"),
    "o2": "另一家",
    "l2": "旧文件",
    "s": token("schemes.name"),
    "city": token("regions.city.name"),
    "town": token("regions.town.name"),
    "fruit": token("categories.fruit.name"),
    "pears": token("categories.pears.name"),
}
"""What the entries are called to which others refer."""


def words_for(info: FieldInfo, value: str) -> set[str]:
    """The words in which readers may be told a value: any of them will do."""
    choices = choices_of(info)
    if choices is not None:
        return {value, *(o.zh for code, o in choices.options.items() if value in (code, o.zh))}
    if collections_of(info):
        return {NAMES.get(value.rpartition(":")[2], value)}
    return {value.partition(".")[0] if value.endswith(".png") else value}


def is_word(info: FieldInfo) -> bool:
    """Whether a value of the field can be told by its own words: not so yes, no and months."""
    return info.annotation != tuple[int, ...] and "bool" not in str(info.annotation)


LEAVES = [(name, leaf) for name, own in COLLECTIONS.items() for leaf in leaves(own.model)]
SHOWN = [
    pytest.param(name, leaf, id=f"{name}.{leaf.path}")
    for name, leaf in LEAVES
    if leaf.is_shown and is_word(leaf.infos[-1])
]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = write(tmp_path_factory.mktemp("facts"), filled_site.files(token))
    outcome = SiteTest.at(root).build()
    assert outcome.built is not None, outcome.report.text()
    return tree(root / "output")


@pytest.fixture(scope="module")
def said(output: dict[str, bytes]) -> dict[str, str]:
    """The words of <main> of each page, with its alternative texts and link targets; and those of the
    names in the search index."""
    pages = {path: told(data) for path, data in output.items() if path.endswith("index.html")}
    names = b"".join(data for path, data in output.items() if path.startswith("search/names/"))
    return pages | {"search": names.decode("utf-8", "replace")}


def told(page: bytes) -> str:
    main = BeautifulSoup(page, "html.parser").select_one("main")
    assert main is not None
    attributes = (
        str(tag[name]) for name in ATTRIBUTES for tag in main.find_all(attrs={name: True})
    )
    return main.get_text() + "\n".join(attributes)


def places(collection: str, leaf: Leaf, said: dict[str, str]) -> list[str]:
    """The pages on which readers look for the field. For what cards show any page will do, and the
    names in the search: a region that has no card is found by its short name."""
    if any(is_on_card(info) for info in leaf.infos):
        return list(said)
    pages = PAGES[collection]
    if leaf.path.startswith("withdrawn."):
        pages = ("gi/gone",)
    return [f"{page}/index.html" for page in pages]


@pytest.mark.parametrize(("collection", "leaf"), SHOWN)
def test_a_value_that_may_be_written_is_told_on_a_page(
    said: dict[str, str], collection: str, leaf: Leaf
) -> None:
    if leaf.path.startswith("withdrawn."):
        collection = "gi"  # the group is common to all; one withdrawn entry stands for them
    values = {
        value
        for entry in written()[collection]
        for path, value in filled_site.leaves(entry)
        if path == leaf.path or (path == leaf.path.removesuffix(".value"))
    }
    assert values, "the filled site has none"
    pages = places(collection, leaf, said)
    for value in values:
        wanted = words_for(leaf.infos[-1], value)
        assert any(word in said[page] for word in wanted for page in pages), wanted


OTHERWISE = {
    "gi.harvest": ["1"],
    "gi.available": ["1"],
    "gi.stored": ["1"],
    "products.available": ["1"],
    "products.stored": ["1"],
    "products.mailable": "否",
    "products.gift": "是",
    "brands.trademarks.madrid": "否",
    **{
        f"{name}.images.illustration": "否"
        for name in COLLECTIONS
        if name in PAGES and "images" in COLLECTIONS[name].model.model_fields
    },
}
"""Another value for each field whose value no single word tells."""


def test_every_field_that_no_word_tells_has_another_value_to_compare() -> None:
    wordless = {f"{n}.{leaf.path}" for n, leaf in LEAVES if leaf.is_shown}
    wordless -= {f"{param.values[0]}.{param.values[1].path}" for param in SHOWN}
    assert wordless == OTHERWISE.keys()


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The filled site with these values, its words by page."""
    root = write(tmp_path_factory.mktemp("other"), filled_site.files(token))
    for field, value in OTHERWISE.items():
        collection, *path = field.split(".")
        if COLLECTIONS[collection].tree:
            nodes = root / "content" / f"{collection}.yaml"
            changed = json.loads(nodes.read_text("utf-8"))
            change(next(iter(changed.values())), path, value)
            nodes.write_text(filled_site.dumped(changed), "utf-8")
            continue
        file = next((root / "content" / collection).glob("[abcefghlopsvx]*.md"))
        front = json.loads(file.read_text("utf-8").split("---\n")[1])
        change(front, path, value)
        file.write_text(f"---\n{filled_site.dumped(front)}---\n\n\n", "utf-8")
    outcome = SiteTest.at(root).build()
    assert outcome.built is not None, outcome.report.text()
    return {p: told(d) for p, d in tree(root / "output").items() if p.endswith("index.html")}


def change(tree: Any, path: list[str], value: Any) -> None:
    for name in path[:-1]:
        tree = tree[name][0]
    tree[path[-1]] = copy.copy(value)


@pytest.mark.parametrize(
    ("field", "word"),
    {
        "gi.harvest": "采收 9、10月",
        "gi.available": "有货 1、2、11、12月",
        "gi.stored": "可贮存 1–4、10–12月",
        "products.available": "有货 3月",
        "products.stored": "可贮存 5、6月",
        "products.mailable": "可邮寄是",
        "products.gift": "适合送礼否",
        "brands.trademarks.madrid": "马德里国际注册",
        **{name: "示意图" for name in OTHERWISE if name.endswith("illustration")},
    }.items(),
)
def test_a_value_that_no_word_of_its_own_tells_changes_its_page(
    said: dict[str, str], other: dict[str, str], field: str, word: str
) -> None:
    page = f"{PAGES[field.partition('.')[0]][0]}/index.html"
    squeezed = "".join(said[page].split())
    assert "".join(word.split()) in squeezed or field.endswith(("harvest", "available", "stored"))
    assert said[page] != other[page]
    if not field.endswith(("harvest", "available", "stored")):
        assert "".join(word.split()) not in "".join(other[page].split())


def test_what_is_private_or_steers_alone_is_neither_said_nor_searched(
    output: dict[str, bytes],
) -> None:
    text = b"".join(data for path, data in output.items() if path.endswith((".html", ".json")))
    hidden = [
        value
        for name, leaf in LEAVES
        if any(is_private(info) for info in leaf.infos)
        for entry in written()[name]
        for path, value in filled_site.leaves(entry)
        if path == leaf.path
    ]
    assert len(hidden) > 40
    assert not [value for value in hidden if value.encode() in text]
