"""The default theme: every template renders from its examples into sound HTML."""

from __future__ import annotations

import gzip
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import meta

from sitegen.rendering import jinja, styles, templates
from tests.support.example_views import EXAMPLES

FOLDER = Path(__file__).parents[2] / "templates"
THEME, _ = templates.find(Path(__file__).parent)
ENVIRONMENT = jinja.environment(THEME, {})
NAMES = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in FOLDER.rglob("*")
    if path.suffix in (".html", ".xml", ".txt", ".svg") and FOLDER / "public" not in path.parents
)
CASES = [(name, variant) for name, variants in EXAMPLES.items() for variant in variants]
PAGES = [case for case in CASES if case[0].startswith("pages/")]
WORDY = [
    "h1",
    "h2",
    "h3",
    "a",
    "p",
    "li",
    "dt",
    "dd",
    "th",
    "button",
    "caption",
    "figcaption",
    "time",
    "title",
]
HOLDING = ["ul", "ol", "dl", "tbody", "section", "aside", "nav", "figure"]
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
WORDS = re.compile(r"_\([^)]*\)|{[{%].*?[%}]}", re.DOTALL)
HAN = re.compile(r"[\u4e00-\u9fff]")


@cache
def render(name: str, variant: str) -> str:
    return jinja.render(ENVIRONMENT, name, EXAMPLES[name][variant])


@cache
def page(name: str, variant: str) -> BeautifulSoup:
    return BeautifulSoup(render(name, variant), "html.parser")


def test_the_theme_has_no_problems() -> None:
    assert jinja.check(ENVIRONMENT, THEME) == []


def test_every_template_is_covered_by_an_example() -> None:
    used = set(EXAMPLES)
    todo = list(EXAMPLES)
    while todo:
        tree = ENVIRONMENT.parse(THEME.text(todo.pop()))
        for other in meta.find_referenced_templates(tree):
            assert other is not None
            if other not in used:
                used.add(other)
                todo.append(other)
    assert sorted(used) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_template_trusts_no_text_and_leaves_its_words_to_the_locale(name: str) -> None:
    text = COMMENT.sub("", THEME.text(name))
    assert not re.search(r"\|\s*safe\b|Markup|autoescape", text)
    assert not HAN.search(WORDS.sub("", text))


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_a_template_renders_from_its_examples(name: str, variant: str) -> None:
    text = render(name, variant)
    assert "&lt;svg" not in text and "&amp;lt;" not in text
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    if name.endswith((".xml", ".svg")):
        ElementTree.fromstring(text)


@pytest.mark.parametrize(("name", "variant"), PAGES)
def test_a_page_has_one_h1_and_its_headings_skip_no_level(name: str, variant: str) -> None:
    main = page(name, variant).find("main")
    assert isinstance(main, Tag)
    levels = [int(heading.name[1]) for heading in main.find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page(name, variant).find_all("h1") == main.find_all("h1")


@pytest.mark.parametrize(("name", "variant"), PAGES)
def test_a_page_names_each_place_once_and_points_at_places_that_exist(
    name: str, variant: str
) -> None:
    soup = page(name, variant)
    ids = [str(tag["id"]) for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    pointed = [str(tag["href"])[1:] for tag in soup.find_all(href=re.compile(r"^#."))]
    pointed += [
        word
        for tag in soup.select("[aria-labelledby]")
        for word in str(tag["aria-labelledby"]).split()
    ]
    pointed += [str(tag["popovertarget"]) for tag in soup.find_all(popovertarget=True)]
    assert set(pointed) <= set(ids)


@pytest.mark.parametrize(("name", "variant"), PAGES)
def test_a_page_keeps_to_its_security_policy(name: str, variant: str) -> None:
    soup = page(name, variant)
    assert not soup.find_all(style=True)
    assert not soup.find_all(["style", "iframe", "object", "embed"])
    for script in soup.find_all("script", type=False):
        assert not script.contents and not re.match(r"https?:|//", str(script["src"]))
    for form in soup.find_all("form", action=True):
        assert form["method"] == "get" and not re.match(r"https?:|//", str(form["action"]))
    assert not [tag for tag in soup.find_all() if any(key.startswith("on") for key in tag.attrs)]
    for link in soup.find_all("a", href=re.compile(r"^https?:")):
        assert link["rel"][:2] == ["noopener", "noreferrer"]


@pytest.mark.parametrize(("name", "variant"), PAGES)
def test_nothing_on_a_page_is_empty(name: str, variant: str) -> None:
    soup = page(name, variant)
    for tag in soup.find_all(WORDY):
        assert tag.get_text(strip=True) or tag.find_parent("template"), tag
    for tag in soup.find_all(HOLDING):
        assert tag.find(True) or tag.find_parent("template"), tag
    for image in soup.find_all("img"):
        assert image.has_attr("alt")
    for drawn in soup.find_all(role="img"):
        assert drawn["aria-label"]


@pytest.mark.parametrize(("name", "variant"), PAGES)
def test_tables_have_captions_and_scopes(name: str, variant: str) -> None:
    for table in page(name, variant).select("table"):
        assert all(head.get("scope") for head in table.find_all("th"))
        if not table.find_parent(class_="prose"):
            assert table.find("caption")


@pytest.mark.parametrize(("name", "variant"), PAGES)
def test_the_skip_link_comes_first_and_leads_to_the_main_part(name: str, variant: str) -> None:
    body = page(name, variant).body
    assert body is not None
    first = body.find(["a", "button", "input"])
    assert isinstance(first, Tag) and first["href"] == "#main"


def test_text_is_escaped() -> None:
    text = render("files/feed.xml", "rich")
    assert "&lt;第一批&gt; &amp; 其他" in text


def test_a_status_tells_on_which_days_it_changes() -> None:
    boxes = page("pages/entry.html", "rich").select("[data-transitions]")
    assert [box["data-transitions"] for box in boxes] == [
        "2026-01-01 expired ended 过期, 2026-06-01 revoked ended 已撤销"
    ]


def test_an_entry_without_records_shows_no_empty_parts() -> None:
    main = page("pages/entry.html", "sparse").find("main")
    assert isinstance(main, Tag)
    assert [heading.get_text() for heading in main.find_all(re.compile("^h"))] == ["景酿"]
    assert "12315" in main.get_text()


def test_a_redirect_goes_on_at_once() -> None:
    refresh = page("pages/plain.html", "redirect").find("meta", attrs={"http-equiv": "refresh"})
    assert isinstance(refresh, Tag) and refresh["content"] == "0; url=../new/"
    assert not page("pages/plain.html", "missing").find("meta", attrs={"http-equiv": "refresh"})


def test_the_style_sheet_is_small_and_names_colours_in_one_place() -> None:
    sheets = sorted(FOLDER.rglob("*.css"))
    whole = "".join(path.read_text("utf-8") for path in sheets)
    assert len(gzip.compress(styles.join(THEME).encode())) < 15 * 1024
    assert "url(" not in whole and "@import" not in whole and "!important" not in whole
    for path in sheets:
        if path.name not in ("tokens.css", "print.css"):
            text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
            assert not re.search(r"#[0-9a-f]{3,8}\b", text), path


def test_every_token_in_use_is_defined() -> None:
    whole = "".join(path.read_text("utf-8") for path in FOLDER.rglob("*.css"))
    defined = set(re.findall(r"(--[\w-]+):", whole))
    used = set(re.findall(r"var\((--[\w-]+)", whole))
    assert used == defined


def test_every_class_in_the_style_sheet_is_used_by_a_template() -> None:
    whole = "".join(
        re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        for path in FOLDER.rglob("*.css")
    )
    markup = " ".join(render(*case) for case in PAGES)
    styled = set(re.findall(r"\.([a-z][\w-]*)(?=[\s,.:{)>\[+])", whole))
    written = {
        word for names in re.findall(r"class=[\"']([^\"']*)[\"']", markup) for word in names.split()
    }
    allowed = {"r4", "r5", "r6", "r7", "r8", "c6", "c7", "c8", "align-center", "bracketed"}
    assert styled - written <= allowed
