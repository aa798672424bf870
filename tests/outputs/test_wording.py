"""Every word of a page that no author wrote stands in the catalogue of words, and can be reworded."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Comment

from sitegen.outputs import families
from sitegen.outputs.wording import Wording
from sitegen.pipeline.loaded_theme import Renderer
from tests.support import demo_site
from tests.support.basic_site import REPOSITORY
from tests.support.site_test import SiteTest

POT = REPOSITORY / "templates" / "locale" / "messages.pot"
HAN = re.compile(r"[\u4e00-\u9fff]+")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")


def words() -> list[str]:
    with POT.open(encoding="utf-8") as file:
        return [str(message.id) for message in read_po(file) if message.id]


def test_the_catalogue_is_what_make_words_would_write() -> None:
    spec = importlib.util.spec_from_file_location("words", REPOSITORY / "docs" / "words.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert POT.read_text("utf-8") == module.page(), "run make words"


def unmarked(html: str) -> list[str]:
    """Runs of Chinese characters that readers see or hear and that no translation has put there."""
    soup = BeautifulSoup(html, "html.parser")
    texts = [str(node) for node in soup.find_all(string=True) if not isinstance(node, Comment)]
    attributes = ("title", "aria-label", "alt", "placeholder", "content", "data-transitions")
    for tag in soup.find_all(True):
        texts += [str(tag[name]) for name in attributes if tag.has_attr(name)]
    joined = "\n".join(texts)
    while MARKED.search(joined):
        joined = MARKED.sub("\n", joined)
    return HAN.findall(joined)


def test_all_words_of_all_pages_can_be_reworded() -> None:
    """Each text of the catalogue is put into brackets: what stands outside of them an author wrote."""
    prepared = demo_site.plan()
    reworded = {text: f"⟦{text}⟧" for text in words()}
    context = prepared.context
    context = replace(
        context,
        wording=Wording("zh-Hans", reworded),
        render=Renderer(context.theme, reworded),
        memo={},
    )
    written = "".join(
        path.read_text("utf-8")
        for path in [REPOSITORY / "site.yaml", *sorted((REPOSITORY / "content").rglob("*.*"))]
        if path.suffix in (".yaml", ".md", ".csv", ".svg")
    )
    recipes: dict[str, int] = {}
    for output in prepared.outputs:
        if not output.path.endswith(".html") or recipes.get(output.recipe, 0) >= 25:
            continue
        recipes[output.recipe] = recipes.get(output.recipe, 0) + 1
        html = families.make(context, output)
        assert isinstance(html, str)
        left = [run for run in unmarked(html) if run not in written]
        assert not left, f"{output.path}: {left}"
    assert len(recipes) > 10


def test_a_site_words_a_text_of_code_and_of_templates_in_its_own_way(tmp_path: Path) -> None:
    po = 'msgid "关于"\nmsgstr "本站"\n\nmsgid "共{count}{unit}"\nmsgstr "总计 {count}{unit}"\n'
    site = SiteTest(tmp_path, {"templates/locale/zh-Hans.po": po})
    site.build().passes()
    page = site.text("gi/index.html")
    assert "总计 1件" in page and "共1件" not in page and ">本站<" in page


@pytest.mark.parametrize(
    ("po", "line", "code"),
    [
        ('msgid "关于"\nmsgstr "本站\n', 2, "words.bad-file"),
        (
            'msgid "关于"\nmsgstr "本站"\n\nmsgid "共{count}{unit}"\nmsgstr "共{number}件"\n',
            4,
            "words.bad-placeholder",
        ),
        ('msgid "共{count}{unit}"\nmsgstr "共 {count 件"\n', 1, "words.bad-placeholder"),
        ('msgid "停止于%(when)s"\nmsgstr "停止于%(day)s"\n', 1, "words.bad-placeholder"),
        ('msgid "停止于%(when)s"\nmsgstr "占 %(when)s %"\n', 1, "words.bad-placeholder"),
    ],
)
def test_a_mistake_in_a_sites_words_is_told_at_its_line(
    tmp_path: Path, po: str, line: int, code: str
) -> None:
    site = SiteTest(tmp_path, {"templates/locale/zh-Hans.po": po})
    site.build()
    assert site.built is None
    (problem,) = site.report.problems
    assert problem.kind.code == code
    assert (problem.at.file, problem.at.line) == ("templates/locale/zh-Hans.po", line)


def test_words_of_the_search_index_are_made_anew_when_a_site_words_them(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.build().passes()
    site.write("templates/locale/zh-Hans.po", 'msgid "农产品"\nmsgstr "田里的"\n')
    assert "search/cards/" in site.build().remade
    text = b"".join(file.read_bytes() for file in (site.root / "output/search/cards").iterdir())
    assert "田里的".encode() in text


def test_no_word_of_ours_has_a_space_typed_beside_a_figure() -> None:
    """Browsers put a gap there, so a typed one would make two kinds of gap on a page."""
    ours = words()
    assert "共{count}{unit}" in ours
    figure = r"(?:[0-9A-Za-z]|\{\w+\}|%\(\w+\)s)"
    typed = re.compile(rf"[\u3400-\u9fff] +{figure}|{figure} +[\u3400-\u9fff]")
    assert not [message for message in ours if typed.search(message)]
