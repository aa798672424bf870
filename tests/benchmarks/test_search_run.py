"""benchmarks/search/run.mjs on an invented engine: what it counts and how it adds up."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support import basic_site

RUN = basic_site.REPOSITORY / "benchmarks" / "search" / "run.mjs"
OPENED = """
self.sitegenEngine = {
  open: (folder, { fetched, loadFallbacks }) =>
    open(async (name) => new Uint8Array(await fetched(folder + name)), loadFallbacks),
};
"""
ENGINE = """
const book = {
  甲: [["gi", "a", "甲"]],
  乙: [["gi", "x", "别的"], ["gi", "b", "乙"]],
  丙: [],
  丁: [["products", "d", "《丁》"]],
};
export const open = (read, loadFallbacks) => {
  let loaded = false;
  return {
    ready: () => Promise.all([read("root.bin"), read("table.json")]),
    search: async (text, { limit }) => {
      if (text === "戊") throw new Error("戊 is too much");
      if (!loaded) await read("pack.json");
      loaded = true;
      await read(text === "丙" ? "shard-2.bin" : "shard-1.bin");
      if (text === "丙" && loadFallbacks) await loadFallbacks();
      const results = book[text].slice(0, limit).map(([collection, id, name]) =>
        ({ key: `${collection}:${id}`, collection, id, name, url: `${collection}/${id}/`, tier: "name",
           label: "", marks: [] }));
      return { query: text, tier: "name", total: results.length, results, facets: {} };
    },
  };
};
"""
QUERIES = (
    {"q": "甲", "class": "one", "ids": ["gi:a"]},
    {"q": "乙", "class": "one", "ids": ["gi:b", "gi:c"]},
    {"q": "丙", "class": "two", "ids": ["gi:c"]},
    {"q": "丁", "class": "two", "ids": ["gi:d"], "names": ["丁"]},
)
PACK = b'{"words": "' + b"ab" * 500 + b'"}'
pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="no node")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of which only the search files are there, the engine and queries beside it."""
    folder = basic_site.write(
        tmp_path / "output",
        {
            "search/root.bin": bytes(300),
            "search/table.json": b"{}",
            "search/pack.json": PACK,
            "search/shard-1.bin": bytes(100),
            "search/shard-2.bin": bytes(200),
            "assets/style-1234.css": "a {}",
        },
    )
    lines = [json.dumps(query, ensure_ascii=False) for query in QUERIES]
    basic_site.write(tmp_path, {"engine.mjs": ENGINE, "queries.jsonl": "\n".join(lines) + "\n"})
    return folder


def run(site: Path, *more: str, code: int = 0) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    beside = site.parent
    command = ["node", RUN, "--site", site, "--queries", beside / "queries.jsonl"]
    command += ["--engine", beside / "engine.mjs", *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == code, done.stderr
    *lines, last = map(json.loads, done.stdout.splitlines())
    return lines, last["totals"]


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))


def test_a_line_tells_what_was_found_and_what_it_cost(site: Path) -> None:
    lines, _ = run(site)
    first = lines[0]
    assert first["q"] == "甲"
    assert first["results"] == [
        {"id": "a", "collection": "gi", "url": "gi/a/", "name": "甲", "tier": "name"}
    ]
    assert (first["rank"], first["requests"]) == (1, 2)
    assert first["bytes"] == pytest.approx(100 + packed(PACK), abs=12)
    assert first["ms"] >= 0


def test_one_visitor_is_sent_nothing_twice(site: Path) -> None:
    lines, _ = run(site)
    assert [line["requests"] for line in lines] == [2, 0, 1, 0]
    assert [line["bytes"] for line in lines[1:]] == [0, 200, 0]


def test_every_cold_query_pays_for_itself_but_not_for_the_one_time_files(site: Path) -> None:
    lines, totals = run(site, "--cold")
    assert [line["requests"] for line in lines] == [2, 2, 2, 2]
    assert totals["once"]["files"] == ["root.bin", "table.json"]
    assert totals["once"]["bytes"] == 302
    assert totals["once"]["script"] == pytest.approx(packed(ENGINE.encode()), abs=12)
    assert totals["once"]["total"] == 302 + totals["once"]["script"]


def test_any_of_the_ids_counts_and_so_does_an_entry_of_the_same_name(site: Path) -> None:
    lines, totals = run(site)
    assert [line["rank"] for line in lines] == [1, 2, 0, 1]
    assert totals["classes"] == {
        "one": {"queries": 2, "recall@1": 0.5, "recall@5": 1, "mrr": 0.75, "zero": 0},
        "two": {"queries": 2, "recall@1": 0.5, "recall@5": 0.5, "mrr": 0.5, "zero": 0.5},
    }
    assert totals["all"] == {
        "queries": 4, "recall@1": 0.5, "recall@5": 0.75, "mrr": 0.625, "zero": 0.25,
    }  # fmt: skip


def test_percentiles_are_of_the_nearest_rank(site: Path) -> None:
    _, totals = run(site, "--cold")
    least = 100 + packed(PACK)
    assert totals["bytes"]["p50"] == pytest.approx(least, abs=12)
    assert totals["bytes"]["p95"] == totals["bytes"]["max"] == pytest.approx(least + 100, abs=12)
    assert totals["requests"] == {"p50": 2, "p95": 2, "max": 2}


def test_a_file_that_lies_packed_beside_it_is_sent_packed(site: Path) -> None:
    (site / "search" / "shard-2.bin.gz").write_bytes(bytes(40))
    lines, _ = run(site)
    assert lines[2]["bytes"] == 40


def test_totals_alone_and_queries_without_labels(site: Path) -> None:
    (site.parent / "queries.jsonl").write_text('{"q": "甲"}\n{"q": "乙"}\n', "utf-8")
    lines, totals = run(site, "--totals")
    assert lines == []
    assert totals["queries"] == 2
    assert "all" not in totals
    assert totals["heap"] > 0


def test_a_line_that_is_no_query_is_named(site: Path) -> None:
    (site.parent / "queries.jsonl").write_text('{"q": "甲"}\n{"query": "乙"}\n', "utf-8")
    with pytest.raises(AssertionError, match=r"queries\.jsonl:2: no text"):
        run(site)


def test_an_engine_that_throws_is_told_of_and_does_not_end_the_run(site: Path) -> None:
    (site.parent / "queries.jsonl").write_text(
        '{"q": "戊", "ids": ["gi:e"]}\n{"q": "甲"}\n', "utf-8"
    )
    lines, totals = run(site, code=1)
    assert "戊 is too much" in lines[0]["error"]
    assert (lines[0]["rank"], lines[0]["results"]) == (0, [])
    assert (totals["failed"], totals["all"]["zero"]) == (1, 1)
    assert "error" not in lines[1]


def test_modules_count_with_all_that_they_import(site: Path) -> None:
    other = "export const words = 'abcdefghijklmnopqrstuvwxyz0123456789';\n"
    (site.parent / "other.mjs").write_text(other, "utf-8")
    _, alone = run(site)
    engine = site.parent / "engine.mjs"
    for way in (
        'import { words } from "./other.mjs";',
        'const later = () => import("./other.mjs");',
    ):
        engine.write_text(f"{way}\n{ENGINE}", "utf-8")
        _, both = run(site)
        assert both["once"]["script"] > alone["once"]["script"] + 30, way


def test_a_built_site_is_asked_with_its_own_scripts(site: Path) -> None:
    engine = ENGINE.replace("export const open", "const open")
    script = f"(() => {{ {engine}\n{OPENED}\n}})();"
    box = "let a = 1;\n" * 9
    fallbacks = "self.sitegenFallbacks = { words: 'last' };\n" * 9
    basic_site.write(
        site,
        {
            "assets/search-engine-12ab.js": script,
            "assets/search-box-34cd.js": box,
            "assets/search-page-56ef.js": "let b = 1;\n" * 9,
            "assets/search-fallbacks-12ab.js": fallbacks,
        },
    )
    command = ["node", RUN, "--site", site, "--queries", site.parent / "queries.jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    *lines, last = map(json.loads, done.stdout.splitlines())
    assert [line["rank"] for line in lines] == [1, 2, 0, 1]
    assert [line["requests"] for line in lines] == [2, 0, 2, 0], "the fallbacks come with 丙"
    assert lines[2]["bytes"] == pytest.approx(200 + packed(fallbacks.encode()), abs=12)
    totals = last["totals"]
    assert totals["engine"].endswith("assets/search-engine-12ab.js")
    sent = packed(script.encode()) + packed(box.encode())
    assert totals["once"]["script"] == pytest.approx(sent, abs=24)
