"""The built scripts, templates/js/built/: up to date, small, and fit for every browser meant."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.basic_site import REPOSITORY

JS = REPOSITORY / "templates" / "js"
BUILT = JS / "built"
RECORD: dict[str, Any] = json.loads((BUILT / "built-from.json").read_text("utf-8"))
NAMES = (
    "elder-mode",
    "entry-folds",
    "list-narrowing",
    "makers-table",
    "search-box",
    "search-engine",
    "search-fallbacks",
    "search-home",
    "search-page",
    "status-turns",
    "verify",
)
FOLDERS = ("elder", "facets", "folds", "lists", "makers", "search", "status", "verify")
MODULES = [path for folder in FOLDERS for path in sorted((JS / folder).glob("*.js"))]

LOWERED = """
const { transformSync } = require("esbuild");
const { readFileSync } = require("node:fs");
const code = readFileSync(process.argv[1], "utf8");
const floor = JSON.parse(readFileSync("templates/js/floor.json", "utf8"));
const supported = { destructuring: true, "optional-chain": true };
const as = (target) => transformSync(code, { charset: "utf8", supported, target }).code;
const oldest = Object.entries(floor).map(([name, version]) => name + version);
process.exitCode = as("esnext") === as(oldest) ? 0 : 1;
"""
"""Exits with 1 where esbuild has something to rewrite for the oldest browsers meant."""


RUN_SCRIPTS = """
const { readFileSync } = require("node:fs");
const vm = require("node:vm");
const [folder, scripts, ...queries] = process.argv.slice(1);
const context = vm.createContext({ self: {}, TextDecoder, atob, Uint8Array });
// Browsers that the scripts are meant for, but not Node, lack these.
vm.runInContext("delete Array.prototype.at; delete String.prototype.at;", context);
delete AbortSignal.prototype.throwIfAborted;
const { signal } = new AbortController();
const run = (name) => vm.runInContext(readFileSync(`${scripts}/${name}.js`, "utf8"), context);
run("search-engine");
const engine = context.self.sitegenEngine.open("https://site.example/search/", {
  fetched: async (url) => readFileSync(url.replace("https://site.example/search", folder)),
  loadFallbacks: async () => {
    run("search-fallbacks");
    return context.self.sitegenFallbacks;
  },
});
(async () => {
  const answers = [];
  for (const query of queries) answers.push(await engine.search(query, { signal }));
  console.log(JSON.stringify(answers));
})();
"""
RUN_MODULES = """
const { readFileSync } = require("node:fs");
const [folder, module, ...queries] = process.argv.slice(1);
import(module).then(async ({ open }) => {
  const engine = open(async (name) => new Uint8Array(readFileSync(`${folder}/${name}`)));
  const answers = [];
  for (const query of queries) answers.push(await engine.search(query));
  console.log(JSON.stringify(answers));
});
"""
QUERIES = ("潍县萝卜", "濰縣蘿蔔", "寒亭 萝卜", "wxlb", "weixianlb", "646", "潍县大卜", "kite", "见轻霜时采收",
           "潍坊的萝卜哪里买", "weixiannuobo", "罗卜", "", "12315")  # fmt: skip


def text(name: str) -> str:
    return (BUILT / f"{name}.js").read_text("utf-8")


def digests(folder: Path, names: list[str]) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def locked() -> str:
    """The version of esbuild that package-lock.json names."""
    lock = json.loads((REPOSITORY / "package-lock.json").read_text("utf-8"))
    return str(lock["packages"]["node_modules/esbuild"]["version"])


@pytest.fixture
def node_with_esbuild() -> str:
    """Node, where the locked esbuild is installed too; else the test is skipped."""
    node = shutil.which("node")
    installed = REPOSITORY / "node_modules/esbuild/package.json"
    there = json.loads(installed.read_text("utf-8"))["version"] if installed.is_file() else ""
    if node is None or there != locked():
        pytest.skip(
            f"没有 node 或 esbuild {locked()}，不重新构建脚本来比较 "
            f"(no node or no esbuild {locked()}: the scripts are not built again to compare)"
        )
    return node


def test_the_scripts_were_built_from_the_modules_as_they_are() -> None:
    """Needs no esbuild: what was built from what is on record."""
    sources = ["build.mjs", "floor.json", *(f"{path.parent.name}/{path.name}" for path in MODULES)]
    assert RECORD["sources"] == digests(JS, sources), "run make scripts"
    assert RECORD["scripts"] == digests(BUILT, [f"{name}.js" for name in NAMES]), "run make scripts"
    assert RECORD["esbuild"] == locked(), "run make scripts"


def test_there_is_a_built_script_for_each_entry_point_and_none_besides() -> None:
    assert sorted(path.stem for path in BUILT.glob("*.js")) == list(NAMES)
    assert {path.parent.name for path in JS.rglob("*.js")} == {"built", *FOLDERS}
    stems = {path.stem for path in MODULES}
    assert stems >= set(NAMES) and not [
        stem for stem in stems - set(NAMES) if stem.startswith("search-")
    ]


def test_building_again_gives_the_same_bytes(node_with_esbuild: str, tmp_path: Path) -> None:
    command = [node_with_esbuild, str(JS / "build.mjs"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in BUILT.iterdir()}, "run make scripts"


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("elder-mode", 1_300),
        ("entry-folds", 350),
        ("list-narrowing", 4_400),
        ("search-box", 3_400),
        ("search-home", 3_800),
        ("search-page", 6_100),
        ("search-engine", 11_900),
        ("search-fallbacks", 6_144),
        ("status-turns", 850),
        ("verify", 3_900),
    ],
)
def test_a_script_fits_into_the_bytes_allowed(name: str, most: int) -> None:
    assert len(gzip.compress(text(name).encode(), 9)) <= most


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_a_classic_one_that_leaves_no_name_behind(name: str) -> None:
    """Pages opened from a disk may load nothing else."""
    assert not re.search(r"\b(?:import|export)\b", text(name))
    assert text(name).startswith("(()=>{") and text(name).endswith("})();\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_script_has_no_syntax_that_the_oldest_browsers_lack(
    node_with_esbuild: str, name: str
) -> None:
    command = [node_with_esbuild, "-e", LOWERED, str(BUILT / f"{name}.js")]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_script_looks_behind_in_a_pattern() -> None:
    """Where a browser does not know it (Safari before 16.4), the whole file is an error."""
    files = sorted(JS.rglob("*.js"))
    assert len(files) > 30
    assert not [path.name for path in files if re.search(r"\(\?<[=!]", path.read_text("utf-8"))]


def test_no_module_takes_the_rest_of_an_array_apart() -> None:
    """Safari before 14.1 gets `[first, ...rest] = …` wrong, which build.mjs relies on."""
    rest = re.compile(r"\[[^\[\]]*\.\.\.\w+\s*\]\s*(?:=[^=>]|of\b)")
    assert rest.search("const [first, ...rest] = found;")
    assert not [path.name for path in MODULES if rest.search(path.read_text("utf-8"))]


def test_no_module_spreads_arguments_behind_a_question_mark() -> None:
    """Chrome before 91 gets `ask?.(...words, more)` wrong where `ask` is null, which build.mjs relies on."""
    spread = re.compile(r"\?\.[^;\n]*\(\s*\.\.\.")
    assert spread.search("ask?.(...words)") and spread.search("site?.ask(...words)")
    assert not [path.name for path in MODULES if spread.search(path.read_text("utf-8"))]


def test_the_box_and_the_page_bring_no_engine_along() -> None:
    for name in ("search-box", "search-page"):
        assert "AbortController" in text(name), "turns.js"
        assert "cards/" not in text(name), "engine.js"
    assert "cards/" in text("search-engine")


def test_the_fallbacks_take_the_engines_modules_from_its_script() -> None:
    assert "self.sitegenEngine.shared" in text("search-fallbacks")
    for of_the_engine in ("biscnew", "省市县区"):  # postings.js, match.js
        assert of_the_engine in text("search-engine")
        assert of_the_engine not in text("search-fallbacks")
    for of_the_fallbacks in ("17179869143", "0123456789abcdefghijklmnopqrstuvwxyz"):
        assert of_the_fallbacks in text("search-fallbacks")


def test_the_built_scripts_answer_as_the_modules_do(node: str, search_site: Path) -> None:
    def answers(program: str, source: str) -> Any:
        command = [node, "-e", program, str(search_site / "search"), source, *QUERIES]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    module = (JS / "search" / "engine.js").as_uri()
    assert answers(RUN_SCRIPTS, str(BUILT)) == answers(RUN_MODULES, module)
