"""The scripts of pages: joined from modules of the theme, each under an address of its own."""

from __future__ import annotations

from pathlib import Path

from sitegen.outputs.files import scripts
from sitegen.rendering import templates
from sitegen.rendering.templates import Theme

from ..sites import write


def theme(root: Path, **own: str) -> Theme:
    files = {f"templates/js/search/{name}.js": text for name, text in own.items()}
    found, problems = templates.find(write(root, files))
    assert problems == []
    return found


def test_the_default_theme_can_be_joined(tmp_path: Path) -> None:
    assert list(scripts.check(theme(tmp_path))) == []


def test_a_script_is_one_classic_script_without_modules(tmp_path: Path) -> None:
    read = scripts.reader(theme(tmp_path))
    for make in scripts.SCRIPTS.values():
        text = make(read)
        assert text == make(read)
        assert not [line for line in text.splitlines() if line.startswith(("import", "export"))]


def test_the_box_brings_no_engine_along(tmp_path: Path) -> None:
    read = scripts.reader(theme(tmp_path))
    for name in ("site", "found"):
        text = scripts.SCRIPTS[name](read)
        assert "AbortController" in text, "turns.js"
        assert '"cards/"' not in text, "engine.js"
    assert '"cards/"' in scripts.SCRIPTS["engine"](read)


def test_an_address_changes_with_any_module_and_with_the_generator(tmp_path: Path) -> None:
    before = scripts.addresses_of(theme(tmp_path / "a"), "g")
    assert before == scripts.addresses_of(theme(tmp_path / "b"), "g")
    own = scripts.addresses_of(theme(tmp_path / "c", turns="export class Turns {}\n"), "g")
    newer = scripts.addresses_of(theme(tmp_path / "a"), "h")
    assert all(before[name] not in (own[name], newer[name]) for name in before)


def test_modules_of_ones_own_that_cannot_be_joined_are_reported(tmp_path: Path) -> None:
    own = theme(tmp_path, site='import everything from "https://example.com/all.js";\n')
    assert [(str(p.at), p.kind.code) for p in scripts.check(own)] == [
        ("templates/js/search/site.js", "template.not-joinable")
    ]
    lost = theme(tmp_path / "b", box='import { gone } from "./gone.js";\n')
    assert [p.facts for p in scripts.check(lost)] == [{"message": "gone.js?"}]
