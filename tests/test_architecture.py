"""The rules of the house, read from the source: docs/architecture.md says why."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support.source_trees import TREES

LAYERS = (
    {"visible"},
    {"problems", "files"},
    {"kinds", "loading", "rendering", "search"},
    {"model"},
    {"config"},
    {"catalogue"},
    {"checks", "outputs"},
    {"building"},
    {"authoring", "pipeline", "publishing", "tables"},
    {"collecting", "editing"},
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
    "pydantic": {"model", "config"},
    "pydantic_core": {"model"},
    "jinja2": {"rendering"},
    "markupsafe": {
        "rendering",
        "outputs.render_context",
        "outputs.parts.views",
        "outputs.parts.prose",
        "outputs.pages",
        "outputs.files.pictures",
        "outputs.files.posters",
    },
    "markdown": {"rendering.markdown", "rendering.dialect"},
    "nh3": {"rendering.cleaning"},
    "numpy": {"search.run_keys", "search.runs"},
    "PIL": {"rendering.images"},
    "pillow_heif": {"rendering.images"},
    "resvg_py": {"rendering.images.raster"},
    "segno": {"rendering.qr_code"},
    "babel": {"rendering.translations"},
    "boto3": {"publishing.targets.s3_client"},
    "botocore": {"publishing.targets.s3_client"},
    "brotli": {"publishing.compression", "publishing.outside.asking"},
    "click": {"cli"},
    "pypinyin": {"model.pinyin_dictionary"},
    "python_calamine": {"loading.workbooks"},
    "stdnum": {"model.identifiers"},
    "multiprocessing": {"building.workers"},
    "xlsxwriter": {"rendering.workbooks", "authoring.sheets.workbook", "rendering.number_workbook"},
    "livereload": {"serving"},
    "tornado": {"serving.server", "serving.preview_handler", "serving.editor_handler"},
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


SEEN_BY_PUBLISHING = {"visible", "files", "problems", "config", "publishing"}


@pytest.mark.parametrize("module", [name for name in TREES if part(name) == "publishing"])
def test_publishing_sees_a_finished_folder_and_no_catalogue(module: str) -> None:
    seen = {part(name) for name in imports(TREES[module]) if name.startswith("sitegen.")}
    assert seen <= SEEN_BY_PUBLISHING, f"{module} may not import {seen - SEEN_BY_PUBLISHING}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports inside functions and for types count: a circle is one idea in several files."""
    graph = {
        module: {
            name
            for imported in imports(tree)
            for name in (imported, f"{imported}.__init__")
            if name in TREES and name != module
        }
        for module, tree in TREES.items()
    }
    assert sum(map(len, graph.values())) > len(TREES), "nothing is compared"
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" ← ".join(error.args[1]))


def floor(module: str) -> str:
    """`sitegen.outputs.pages.home` → `pages`; the kernel's modules stand in no floor."""
    parts = module.split(".")
    return parts[2] if parts[:2] == ["sitegen", "outputs"] and len(parts) > 3 else ""


FLOORS = {"": 0, "showing": 1, "parts": 2, "pages": 3, "files": 3}


@pytest.mark.parametrize("module", [name for name in TREES if part(name) == "outputs"])
def test_outputs_have_floors_and_no_page_imports_a_page(module: str) -> None:
    if module in ("sitegen.outputs.families", "sitegen.outputs.__init__"):
        return
    own = floor(module)
    for name in imports(TREES[module]):
        if part(name) != "outputs" or name not in TREES:
            continue
        assert name != "sitegen.outputs.families", f"{module} may not know all families"
        other = floor(name)
        beside = own == other and own != "pages"
        assert beside or FLOORS[other] < FLOORS[own], f"{module} may not import {name}"


MARKS = {"say", "mark", "Label", "Kind", "Objection"}
"""Calls whose texts are words: said on pages or in problems, or by both languages at once."""
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("module", [name for name in TREES if part(name) == "outputs"])
def test_every_word_of_a_page_is_marked_as_one(module: str) -> None:
    """So that it stands in templates/locale/ and a site can word it in its own way."""
    tree = TREES[module]
    marked: set[ast.AST] = {
        node
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called_name(call) in MARKS
        for node in ast.walk(call)
    }
    docstrings = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and HAN.search(text):
            assert node in marked | docstrings, f"{module}:{node.lineno} “{text}” is not marked"


def called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


@pytest.mark.parametrize("module", TREES)
def test_a_third_party_library_has_one_home(module: str) -> None:
    for name in imports(TREES[module]):
        top = name.partition(".")[0]
        if top in HOMES:
            assert within(module, HOMES[top]), f"{module} may not import {top}"
        else:
            assert top == "sitegen" or top in sys.stdlib_module_names, f"{module}: {top} is new"


PRINTERS = {"print", "echo", "secho", "prompt", "confirm", "echo_via_pager", "pprint", "print_exc"}


@pytest.mark.parametrize("module", TREES)
def test_all_that_is_printed_goes_through_one_module(module: str) -> None:
    """It makes visible what would move the cursor of a terminal or be a command to a CI service."""
    if module == "sitegen.cli.console":
        return
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Call):
            of_click = isinstance(node.func, ast.Attribute)
            name = called_name(node)
            ours = name in ("echo", "prompt") and not of_click
            assert ours or name not in PRINTERS, f"{module}:{node.lineno} prints by itself"
        of_sys = isinstance(node, ast.Attribute) and node.attr == "write"
        if of_sys and ast.unparse(node.value) in ("sys.stdout", "sys.stderr"):
            pytest.fail(f"{module}:{node.lineno} prints by itself")


@pytest.mark.parametrize("module", TREES)
def test_the_clock_the_environment_and_chance_are_read_at_the_edge_only(module: str) -> None:
    if part(module) in ("cli", "commands"):
        return
    for owner, attribute, node in attributes(TREES[module]):
        if module == "sitegen.files.writing" and attribute == "urandom":
            continue  # names of new files, which stay in no output
        read = attribute in CLOCKS.get(owner, set())
        assert not read, f"{module}:{node.lineno} reads {owner}.{attribute}"
    for name in imports(TREES[module]):
        assert name not in ("random", "secrets", "uuid", "tempfile", "os.environ"), module
        assert name not in ("time.time", "time.time_ns", "time.monotonic"), module


@pytest.mark.parametrize("module", TREES)
def test_every_write_goes_through_files(module: str) -> None:
    if part(module) == "files":
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
            assert not writing, f"{module}:{node.lineno}"


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
        for module in TREES
        if part(module) in ("__init__", "__main__", "cli")
        for node in TREES[module].body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imports(node)
    }
    assert not {name for name in top if name.partition(".")[0] in set(HOMES) - {"click"}}
    assert not {name for name in top if part(name) in set(LEVEL) - {"cli", "visible"}}


TESTS = Path(__file__).parent
SHARED = sorted((TESTS / "support").rglob("*.py"))


def test_what_tests_share_stands_in_one_room() -> None:
    others = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if path not in SHARED and not path.name.startswith("test_")
    }
    assert {name for name in others if not name.endswith(("__init__.py", "conftest.py"))} == set()
    for path in TESTS.rglob("test_*.py"):
        for name in imports(ast.parse(path.read_text("utf-8"))):
            shared = name.startswith("tests.support.") or not name.startswith("tests.")
            assert shared or name == "tests.support", f"{path.name} may not import {name}"


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_what_tests_share_is_no_test_and_imports_none(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert not {name for name in names if name.startswith("test_")}
    named = [name for name in imports(tree) if name.startswith("tests.")]
    assert [name for name in named if not name.startswith("tests.support")] == []
