"""The rules of the house, read from the source: docs/architecture.md says why."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SITEGEN = Path(__file__).parent.parent / "sitegen"
TREES = {
    path.relative_to(SITEGEN.parent).with_suffix("").as_posix().replace("/", "."): ast.parse(
        path.read_text("utf-8")
    )
    for path in sorted(SITEGEN.rglob("*.py"))
}
LAYERS = (
    {"problems", "files"},
    {"loading", "rendering", "search"},
    {"model"},
    {"config"},
    {"catalogue"},
    {"outputs"},
    {"building"},
    {"checks"},
    {"authoring", "pipeline", "publishing", "tables"},
    {"serving"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
BESIDE = {
    ("model", "model"),
    ("files", "problems"),
}
"""Within one layer a package may import itself, and only these pairs know each other."""
HOMES = {
    "yaml": {"loading"},
    "pydantic": {"model", "config", "authoring.drafts"},
    "pydantic_core": {"model"},
    "jinja2": {"rendering"},
    "markupsafe": {
        "rendering",
        "outputs.parts.views",
        "outputs.page_views",
        "outputs.file_views",
        "outputs.render_context",
    },
    "markdown": {"rendering.markdown"},
    "nh3": {"rendering.cleaning"},
    "numpy": {"search.runs"},
    "PIL": {"rendering.images"},
    "babel": {"rendering.translations"},
    "click": {"cli"},
    "pypinyin": {"model.pinyin"},
    "stdnum": {"model.identifiers"},
    "multiprocessing": {"building.workers"},
    "ruamel": {"authoring"},
    "livereload": {"serving"},
    "tornado": {"serving.server"},
    "watchfiles": {"serving.watcher"},
}
CLOCKS = {
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "localtime"},
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
    "os": {"environ", "environb", "getenv", "urandom", "getlogin", "cpu_count"},
}
WRITERS = {
    "os": {"replace", "rename", "renames", "link", "symlink", "truncate", "open"},
    "shutil": {"rmtree", "move", "copy", "copy2", "copyfile", "copytree"},
}
PATH_WRITERS = {"write_text", "write_bytes", "rename", "touch", "symlink_to", "hardlink_to"}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, also inside functions and for types only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level and node.module, "relative imports hide the direction"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(module: str) -> str:
    """`sitegen.loading.text` → `loading`."""
    return module.split(".")[1] if "." in module else ""


def attributes(tree: ast.AST) -> Iterator[tuple[str, str, ast.Attribute]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr, node


def within(module: str, homes: set[str]) -> bool:
    inside = module.removeprefix("sitegen.")
    return any(inside == home or inside.startswith(f"{home}.") for home in homes)


@pytest.mark.parametrize("module", TREES)
def test_imports_point_down_only(module: str) -> None:
    own = part(module)
    for name in imports(TREES[module]):
        other = part(name)
        if not name.startswith("sitegen.") or own in ("", other) or other == "__version__":
            continue
        assert other in LEVEL and own in LEVEL, f"{module}: {name} has no layer"
        down = LEVEL[other] < LEVEL[own]
        assert down or (own, other) in BESIDE, f"{module} may not import {name}"


@pytest.mark.parametrize("module", TREES)
def test_a_third_party_library_has_one_home(module: str) -> None:
    for name in imports(TREES[module]):
        top = name.partition(".")[0]
        if top in HOMES:
            assert within(module, HOMES[top]), f"{module} may not import {top}"
        else:
            assert top == "sitegen" or top in sys.stdlib_module_names, f"{module}: {top} is new"


@pytest.mark.parametrize("module", TREES)
def test_the_clock_the_environment_and_chance_are_read_at_the_edge_only(module: str) -> None:
    if part(module) in ("cli", "commands"):
        return
    for owner, attribute, node in attributes(TREES[module]):
        read = attribute in CLOCKS.get(owner, set())
        assert not read, f"{module}:{node.lineno} reads {owner}.{attribute}"
    for name in imports(TREES[module]):
        assert name not in ("random", "secrets", "uuid", "tempfile", "os.environ"), module
        assert name not in ("time.time", "time.time_ns", "time.monotonic"), module


@pytest.mark.parametrize("module", TREES)
def test_every_write_goes_through_files(module: str) -> None:
    if module == "sitegen.files":
        return
    for owner, attribute, node in attributes(TREES[module]):
        wrote = attribute in WRITERS.get(owner, set())
        assert not wrote, f"{module}:{node.lineno} calls {owner}.{attribute}"
    for node in ast.walk(TREES[module]):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        assert name not in PATH_WRITERS, f"{module}:{node.lineno} calls {name}"
        if name == "open" or (isinstance(node.func, ast.Name) and node.func.id == "open"):
            modes = [*node.args, *(k.value for k in node.keywords)]
            given = {mode.value for mode in modes if isinstance(mode, ast.Constant)}
            writing = any(isinstance(m, str) and set(m) & set("wax+") for m in given)
            assert not writing or module == "sitegen.building.state", f"{module}:{node.lineno}"


@pytest.mark.parametrize("module", TREES)
def test_no_module_is_a_drawer(module: str) -> None:
    drawers = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
    # In the content model `common` is the field's own word: what every entry has in common.
    assert module == "sitegen.model.common" or not drawers & set(module.split("."))


@pytest.mark.parametrize("module", TREES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    docstring = ast.get_docstring(TREES[module])
    assert module == "sitegen.__main__" or docstring, f"{module} has no docstring"


def test_help_loads_no_heavy_library() -> None:
    top = {
        name
        for module in (
            "sitegen.cli.__init__",
            "sitegen.cli.site",
            "sitegen.cli.console",
            "sitegen.cli.telling",
            "sitegen.__init__",
            "sitegen.__main__",
        )
        for node in TREES[module].body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imports(node)
    }
    assert not {name for name in top if name.partition(".")[0] in set(HOMES) - {"click"}}
    assert not {name for name in top if part(name) in set(LEVEL) - {"cli"}}
