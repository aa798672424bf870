"""The browser's half, run by Node: golden vectors, and properties on the built demo site."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.outputs.files.search_facts import searchable
from sitegen.search.folding import fold
from tests.support import demo_site

REPOSITORY = Path(__file__).parent.parent.parent
MODULES = REPOSITORY / "templates" / "js" / "search"
BUILT = REPOSITORY / "templates" / "js" / "built"
HAN = re.compile(r"[\u3400-\u9fff]+")

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search/ folder of the demo site, and beside it what its entries are called."""
    context = demo_site.plan().context
    folder = tmp_path_factory.mktemp("search")
    for name, files in demo_site.search(context).items():
        for file, data in files.items():
            path = folder / "search" / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    rows = [
        {
            "key": entry.key,
            "name": entry.name,
            "folded": [fold(entry.name), *(fold(other) for other, _ in entry.called)],
            "sounds": ["".join(entry.sort.split()), *("".join(r.split()) for _, r in entry.called)],
            "spelt": len(entry.sort.split()) == len(fold(entry.name))
            and entry.sort.replace(" ", "").isalpha(),
            "han": max(HAN.findall(entry.name), key=len, default=""),
        }
        for entry in searchable(context.catalogue)
    ]
    (folder / "entries.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    return folder


def node(*arguments: str, env: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["node", *arguments], capture_output=True, text=True, env={**os.environ, **env}, timeout=300
    )


def test_the_tests_of_the_modules_pass(built: Path) -> None:
    tests = sorted(str(path) for path in (Path(__file__).parent / "js").glob("*.test.js"))
    env = {"SEARCH_SITE": str(built / "search"), "SEARCH_ENTRIES": str(built / "entries.json")}
    made = node("--test", *tests, env=env)
    assert made.returncode == 0, made.stdout[-6000:]


RUN = """
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
const read = async (name) => new Uint8Array(readFileSync(`${folder}/${name}`));
const engine = context.self.sitegenEngine.open(read, async () => {
  run("search-fallbacks");
  return context.self.sitegenFallbacks;
});
(async () => {
  const answers = [];
  for (const query of queries) answers.push(await engine.search(query, { signal }));
  console.log(JSON.stringify(answers));
})();
"""
MODULE_RUN = """
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


def test_the_built_scripts_answer_as_the_modules_do(built: Path) -> None:
    folder = str(built / "search")
    scripts = node("-e", RUN, folder, str(BUILT), *QUERIES)
    modules = node("-e", MODULE_RUN, folder, (MODULES / "engine.js").as_uri(), *QUERIES)
    assert scripts.returncode == 0, scripts.stderr
    assert json.loads(scripts.stdout) == json.loads(modules.stdout)
