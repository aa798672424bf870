"""A template is compiled once in a process, one of the default theme once on a machine, and again where its text
or its translations are others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.rendering import compiled, jinja
from sitegen.rendering.templates import Theme, find

FACTS = "components/facts/facts.html"


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


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled templates are kept from now on."""
    kept = tmp_path / "kept"
    monkeypatch.setattr(compiled, "FOLDER", kept)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return kept


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


def in_next_process(monkeypatch: pytest.MonkeyPatch, words: dict[str, str]) -> str:
    """What a template of the default theme makes in a process that has compiled nothing yet."""
    monkeypatch.setattr(compiled, "_CODES", {})
    theme, problems = find(Path("no-site"))
    assert not problems
    module = jinja.environment(theme, words).get_template(FACTS).module
    values = (Value("甲说", source="甲"), Value("乙说"))
    return str(vars(module)["facts"]([Fact("产量", values, disputed=True)]))


def test_the_default_theme_is_compiled_once_on_a_machine(
    folder: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = in_next_process(monkeypatch, {})
    assert "说法不一" in first
    assert in_next_process(monkeypatch, {}) == first
    assert compilations == [FACTS]


def test_what_was_kept_for_other_words_is_not_used(
    folder: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "VERSIONS", 1)
    for word in ("disputed", "uncertain", "disputed"):
        assert word in in_next_process(monkeypatch, {"说法不一": word})
    assert len(list(folder.iterdir())) == 1


def test_what_another_compiler_has_kept_is_not_used(
    folder: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_next_process(monkeypatch, {})
    monkeypatch.setattr(compiled, "_compiler", lambda: "another")
    in_next_process(monkeypatch, {})
    assert compilations == [FACTS, FACTS]


@pytest.mark.parametrize("damage", [b"", b"x", lambda data: data[:-9], lambda data: data[9:]])
def test_what_is_damaged_is_compiled_anew(
    damage: bytes | Callable[[bytes], bytes],
    folder: Path,
    compilations: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = in_next_process(monkeypatch, {})
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage if isinstance(damage, bytes) else damage(whole))
    assert in_next_process(monkeypatch, {}) == first
    assert kept.read_bytes() == whole


def test_nothing_is_kept_where_python_is_told_to_leave_no_bytecode(
    folder: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    in_next_process(monkeypatch, {})
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_to_is_no_fault(
    folder: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("a file", "utf-8")
    assert "说法不一" in in_next_process(monkeypatch, {})


def test_the_templates_of_a_site_are_never_kept(
    folder: Path, tmp_path: Path, compilations: list[str]
) -> None:
    assert shown(theme_of(tmp_path / "site", "甲"), {}) == "甲"
    assert compilations
    assert not folder.exists()
