"""A template is compiled once in a process, and again where its text or its translations are others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from sitegen.rendering import compiled, jinja
from sitegen.rendering.templates import Theme, find


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled from now on."""
    found: list[str] = []
    compile_one: Callable[..., object] = Environment.compile

    def counted(self: Environment, source: str, name: str, *more: object) -> object:
        found.append(name)
        return compile_one(self, source, name, *more)

    monkeypatch.setattr(Environment, "compile", counted)
    monkeypatch.setattr(compiled, "_CODES", {})
    return found


def theme_of(root: Path, text: str) -> Theme:
    folder = root / "templates/pages"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "entry.html").write_text(text, "utf-8")
    theme, problems = find(root)
    assert not problems
    return theme


def shown(theme: Theme, translations: dict[str, str]) -> str:
    return jinja.render(jinja.environment(theme, translations), "pages/entry.html", None)


def test_two_sites_with_one_text_share_what_was_compiled(
    tmp_path: Path, compilations: list[str]
) -> None:
    for name in ("one", "two"):
        assert shown(theme_of(tmp_path / name, "{{ _('梨') }}"), {}) == "梨"
    assert compilations == ["pages/entry.html"]


def test_another_text_or_translation_is_compiled_anew(
    tmp_path: Path, compilations: list[str]
) -> None:
    theme = theme_of(tmp_path, "{{ _('梨') }}")
    assert shown(theme, {"梨": "pear"}) == "pear"
    assert shown(theme, {"梨": "poire"}) == "poire"
    assert shown(theme_of(tmp_path, "{{ _('梨') }}!"), {"梨": "pear"}) == "pear!"
    assert len(compilations) == 3


def test_the_memory_is_bounded(
    tmp_path: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "MOST", 2)
    for number in range(5):
        assert shown(theme_of(tmp_path, f"{number}"), {}) == f"{number}"
        assert len(compiled._CODES) <= 2
