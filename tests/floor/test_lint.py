"""The lint of the browser floor refuses what the oldest browsers meant do not know."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.basic_site import REPOSITORY, write
from tests.support.node import node_or_skip

LINT = REPOSITORY / "tests" / "floor" / "lint.mjs"
NEEDED = ("@mdn/browser-compat-data", "css-tree", "typescript")

CSS = {
    "css.properties.content.alt_text": '.a::before { content: "/" / "" }',
    "css.properties.inset": ".a { inset: 0 }",
    "css.selectors.is": ".a :is(b, i) { top: 0 }",
    "css.selectors.where": ".a :where(b) { top: 0 }",
    "css.selectors.has": ".a:has(b) { top: 0 }",
    "css.properties.aspect-ratio": ".a { aspect-ratio: 1 }",
    "css.properties.margin-inline": ".a { margin-inline: 0 }",
    "css.properties.padding-block": ".a { padding-block: 0 }",
    "css.properties.inset-inline-start": ".a { inset-inline-start: 0 }",
    "css.properties.border-start-start-radius": ".a { border-start-start-radius: 0 }",
    "css.properties.gap.flex_context of .a": ".a { display: flex } .a { gap: 1em }",
    "css.properties.appearance": ".a { appearance: none }",
    "css.selectors.popover-open": ".a:popover-open { top: 0 }",
    "css.selectors.nesting": ".a { & b { top: 0 } }",
    "css.types.length.dvh": ".a { height: 100dvh }",
    "css.types.color-mix": ".a { color: color-mix(in srgb, red, blue) }",
    "css.at-rules.layer": "@layer a { .a { top: 0 } }",
    "css.at-rules.media.range_syntax": "@media (width > 1em) { .a { top: 0 } }",
}
SCRIPTS = {
    "api.URLSearchParams.size": "export const f = (text) => new URLSearchParams(text).size;",
    "checkVisibility of any object": "export const f = (one) => one.checkVisibility();",
    "api.Element.checkVisibility": "document.querySelector('a').checkVisibility();",
    "showPopover of any object": "export const f = (one) => one.showPopover();",
    "ariaBusy of any object": "export const f = (one) => { one.ariaBusy = true; };",
    "javascript.builtins.Array.at": "export const f = (text) => [...text].at(-1);",
    "at of any object": "export const f = (list) => list.at(-1);",
    "throwIfAborted of any object": "export const f = (signal) => signal.throwIfAborted();",
    "javascript.builtins.Object.hasOwn": "Object.hasOwn({}, 'a');",
    "structuredClone": "structuredClone({});",
    "api.AbortSignal.timeout": "AbortSignal.timeout(1);",
}
MARKUP = {
    "html.global_attributes.popover": "<div popover>{{ view }}</div>",
    "html.elements.button.popovertarget": '<p>\n<button type="button" popovertarget="{{ id }}">',
    "html.elements.dialog": "<dialog>{# so new #}</dialog>",
}
FINE = {
    "old.css": '.a { content: "/"; content: "/" / ""; top: 0; padding-block-start: 1em }',
    "asked.css": "@supports selector(:popover-open) { .a:popover-open { inset: 0; height: 1dvh } }",
    "gap.css": ".a { display: flex; gap: 1em } .a > * + * { margin-left: 1em }",
    "prefixed.css": ".a { -webkit-appearance: none; appearance: none }",
    "own.js": "export const f = (one) => [one.at, one.size, new Map().size, { at: 1 }.at];",
    "page.html": '<p class="at" hidden>{% if inset %}<b title="popover">{{ a.at(-1) }}</b>{% endif %}</p>',
}


@pytest.fixture(scope="module")
def node() -> str:
    missing = [name for name in NEEDED if not (REPOSITORY / "node_modules" / name).is_dir()]
    if missing:
        pytest.skip(f"没有 {missing}，不检查旧浏览器的下限 (the browser floor is not looked after)")
    return node_or_skip()


def lint(node: str, *folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [node, str(LINT), *map(str, folder)],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.stderr
    return done.returncode, done.stdout


def told(node: str, folder: Path, files: dict[str, str]) -> dict[str, set[str]]:
    """What the lint says of each file, written alone into a theme."""
    write(folder, files)
    status, said = lint(node, folder)
    assert status == (1 if said else 0)
    found: dict[str, set[str]] = {name: set() for name in files}
    for line in said.splitlines()[:-1]:
        place, _, feature = line.partition(": ")
        found[Path(place.split(":")[0]).name].add(feature.partition(" (")[0])
    return found


def test_the_theme_uses_nothing_above_the_floor_without_a_stated_reason(node: str) -> None:
    assert lint(node) == (0, "")


@pytest.mark.parametrize(("ending", "seeds"), [(".css", CSS), (".js", SCRIPTS), (".html", MARKUP)])
def test_whatever_is_above_the_floor_is_told(
    node: str, tmp_path: Path, ending: str, seeds: dict[str, str]
) -> None:
    """All of one kind at once: the lint takes a second to read its data."""
    files = {f"seed{at}{ending}": text for at, text in enumerate(seeds.values())}
    found = told(node, tmp_path, files)
    wanted = {name: {feature} for name, feature in zip(files, seeds, strict=True)}
    assert {name: found[name] & wanted[name] for name in files} == wanted


def test_what_is_old_enough_or_asked_for_first_is_not_told(node: str, tmp_path: Path) -> None:
    assert told(node, tmp_path, FINE) == {name: set() for name in FINE}


def test_an_older_way_does_not_guard_a_value_with_a_variable(node: str, tmp_path: Path) -> None:
    """Where the browser can make nothing of it, `var()` makes the whole declaration empty."""
    newer = "color-mix(in srgb, var(--a), blue)"
    found = told(node, tmp_path, {"a.css": f".a {{ color: red; color: {newer} }}"})
    assert found == {"a.css": {"css.types.color-mix"}}


def test_the_floor_is_the_one_that_the_decision_names() -> None:
    floor = json.loads((REPOSITORY / "templates" / "js" / "floor.json").read_text("utf-8"))
    decision = (REPOSITORY / "docs" / "decisions" / "0028-browser-floor.md").read_text("utf-8")
    assert floor == {"chrome": "86", "firefox": "91", "safari": "14"}
    assert "Chromium 86, Safari 14, Firefox 91" in decision
