"""Hostile text in every field stays text; private fields never reach output/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from sitegen.config.settings import Settings
from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import is_private
from sitegen.rendering.cleaning import TAGS
from tests.support import filled_site
from tests.support.basic_site import tree, write
from tests.support.nested_models import nested_models
from tests.support.site_test import SiteTest

PAYLOAD = "\"'><svg/onload=1>{{7*7}}"
HARMLESS = re.sub(r"[^a-z0-9]", "-", PAYLOAD)
BODY = '前面<b>{0}</b>后面 {0}\n\n[{0}](gi:g "{0}")\n\n| {0} | 乙 |\n|---|---|\n| 丙 | {0} |\n'
PRIVATE = ("notes_private", "review", "contact_private", "consent")


def marked(start: str, path: str) -> str:
    """The text of one field: the payload with a number of its own."""
    return f"{start}{NUMBERS.setdefault(path, len(NUMBERS) + 1000)}"


NUMBERS: dict[str, int] = {}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The filled site with the payload in every text, and with harmless text of equal length."""
    made = []
    for start in (PAYLOAD, HARMLESS):
        root = tmp_path_factory.mktemp("taint")
        write(root, filled_site.files(partial(marked, start), BODY.format(start)))
        outcome = SiteTest.at(root).build()
        assert outcome.built is not None, outcome.report.text()
        made.append(tree(root / "output"))
    return made[0], made[1]


def pages(output: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    return ((path, data.decode()) for path, data in output.items() if path.endswith(".html"))


def shape(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with its attributes, the bodies left out: Markdown may make elements there."""
    soup = BeautifulSoup(html, "html.parser")
    for body in soup.select(".prose"):
        body.decompose()
    return [(tag.name, tuple(sorted(tag.attrs))) for tag in soup.find_all(True)]


def test_the_filled_site_fills_every_field_there_is() -> None:
    trees = filled_site.entries(str)
    whole = {name.partition("/")[0]: tree for name, tree in trees.items()}
    whole["gi"]["withdrawn"] = {"on": "x", "reason": "x", "document": "x"}
    written = {
        f"{name}.{path}" for name, tree in whole.items() for path, _ in filled_site.leaves(tree)
    }
    for name, nodes in filled_site.trees(str).items():
        written |= {
            f"{name}.{path}" for node in nodes.values() for path, _ in filled_site.leaves(node)
        }
    settings = {
        re.sub(r"^(publish|collect|ladders)\.\w+", r"\1", path)
        for path, _ in filled_site.leaves(filled_site.settings(str))
    }
    wanted = {path for name, c in COLLECTIONS.items() for path in declared(c.model, name)}
    wanted = {re.sub(r"^(?!gi)\w+\.withdrawn\..*", "gi.withdrawn.reason", path) for path in wanted}
    assert wanted - written == set()
    assert set(declared(Settings, "")) - settings - {"collections", "rules"} == set()


def declared(model: type, path: str) -> Iterator[str]:
    """Dotted paths of the fields that hold a value themselves."""
    for attribute, info in model.model_fields.items():  # type: ignore[attr-defined]
        name = f"{path}.{info.alias or attribute}" if path else info.alias or attribute
        groups = list(nested_models(info.annotation))
        if name == "collections":
            yield name
        elif groups:
            for group in groups:
                yield from declared(group, name)
        else:
            yield name


def test_no_element_and_no_attribute_comes_from_a_field(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    hostile, harmless = sites
    hashed = {p for p in hostile if p.startswith(("assets/", "search/"))}
    assert set(hostile) - hashed <= set(harmless)
    compared = 0
    plain = dict(pages(harmless))
    for path, html in pages(hostile):
        soup = BeautifulSoup(html, "html.parser")
        assert not soup.find_all(onload=True), path
        assert "<svg/onload" not in html.lower(), path
        assert {tag.name for tag in soup.select(".prose *")} <= TAGS | {"div"}, path
        assert shape(html) == shape(plain[path]), path
        compared += 1
    assert compared > 30
    body = BeautifulSoup(hostile["gi/g/index.html"], "html.parser").select_one(".prose")
    assert body is not None and "{{7*7}}" in body.get_text()


def test_no_template_expression_in_a_field_is_evaluated(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    seen = 0
    for path, html in pages(sites[0]):
        text = BeautifulSoup(html, "html.parser").get_text()
        assert "=1>49" not in text and ">49" not in html, path
        seen += text.count("{{7*7}}")
    assert seen > 100


def test_the_text_itself_is_shown_whole(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    soup = BeautifulSoup(sites[0]["gi/g/index.html"].decode(), "html.parser")
    shown = soup.get_text()
    for path in ("gi.name", "gi.aka", "gi.quality.sensory", "recognitions.document"):
        assert marked(PAYLOAD, path) in shown, path
    assert [tag["alt"] for tag in soup.select("img[alt]") if PAYLOAD in str(tag["alt"])]


def test_the_feed_and_the_sitemap_are_xml_and_hold_the_text(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    hostile = sites[0]
    sitemap = ElementTree.fromstring(hostile["sitemap.xml"])
    assert len(list(sitemap)) > 5
    feed = ElementTree.fromstring(hostile["feed.xml"])
    titles = [title.text or "" for title in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert any(marked(PAYLOAD, "gi.name") in title for title in titles)
    assert not [element for element in feed.iter() if "svg" in element.tag]


def test_a_link_to_a_script_never_leaves_a_field(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    for path, html in pages(sites[0]):
        for tag in BeautifulSoup(html, "html.parser").find_all(href=True):
            assert not re.match(r"\s*(?:javascript|data|vbscript):", str(tag["href"]), re.I), path


def test_what_is_private_is_nowhere_in_the_output(tmp_path: Path) -> None:
    def text(path: str) -> str:
        secret = any(part in PRIVATE for part in path.split("."))
        if secret:
            return f"canary{path.replace('.', '')}"
        # The entry beside it in the list is called 公开: no list names one twice.
        return "别家" if path.endswith(("exhibitors", "leads", "members")) else "公开"

    write(tmp_path, filled_site.files(text))
    secrets = {text for _, text in leaves_of_every_entry(tmp_path) if text.startswith("canary")} | {
        "2001-01-01"
    }
    assert len(secrets) > 40
    SiteTest.at(tmp_path).build().passes()
    for path, data in tree(tmp_path / "output").items():
        found = [secret for secret in secrets if secret.encode() in data]
        assert not found, f"{path}: {found}"


def leaves_of_every_entry(root: Path) -> Iterator[tuple[str, str]]:
    import json

    for file in sorted((root / "content").rglob("*")):
        if file.suffix in (".md", ".yaml"):
            yield from filled_site.leaves(json.loads(file.read_text("utf-8").replace("---\n", "")))


def test_every_private_field_is_one_the_canary_test_fills() -> None:
    for collection in COLLECTIONS.values():
        for name, info in collection.model.model_fields.items():
            assert not is_private(info) or name in PRIVATE, f"{collection.name}.{name}"
