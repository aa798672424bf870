"""The table of engines, what the others are told of a site, and the server that they are asked on."""

from __future__ import annotations

import gzip
import shutil
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path

import pytest

from benchmarks.search.browsing.server import serving
from benchmarks.search.peers import pagefind
from benchmarks.search.peers.documents import documents
from benchmarks.search.peers.measured import Measured, scored
from benchmarks.search.peers.table import table
from tests.support import basic_site

ALL = {"recall@1": 0.5, "recall@5": 0.75, "mrr": 0.6, "zero": 0.25}
ONE = Measured(
    name="One", version="1.2", quality={"": ALL, "exact": {"recall@1": 1}}, once=1_500,
    first=[10_000, 30_000, 20_000, 40_000], index=2_000_000, seconds=1.25, peak=64_000_000,
    heap=3_000_000, ms=0.5,
)  # fmt: skip
OTHER = Measured(
    name="Other", version="", quality={"": ALL, "typo": {"recall@1": 0}}, once=None, first=[],
    index=None, seconds=None, peak=None, heap=None, ms=None,
)  # fmt: skip


def test_the_table_has_a_column_for_each_engine_and_a_row_for_each_class() -> None:
    rows = dict(
        line.strip("| \n").split(" | ", 1) for line in table([ONE, OTHER]).splitlines() if line
    )
    assert rows["recall@1"] == "One 1.2 | Other"
    assert rows["exact"] == "1.000 | –"
    assert rows["typo"] == "– | 0.000"
    assert rows["**all**, recall@1"] == "0.500 | 0.500"
    assert rows["sent for a first query, p50"] == "20.0 KB | –"
    assert rows["sent for a first query, p95"] == "40.0 KB | –"
    assert rows["memory while building"] == "64.0 MB | –"


@pytest.mark.skipif(not shutil.which("node"), reason="no node")
def test_other_engines_are_scored_as_the_site_s_own() -> None:
    def answer(rank: int, *keys: str) -> dict[str, object]:
        found = [dict(zip(("collection", "id"), key.split(":"), strict=True)) for key in keys]
        return {"q": str(rank), "class": "c", "ids": ["gi:a"], "results": found, "ms": rank}

    totals = scored([answer(1, "gi:a"), answer(2, "gi:b", "gi:a"), answer(3)])
    assert totals["classes"]["c"] == {
        "queries": 3, "recall@1": 0.3333, "recall@5": 0.6667, "mrr": 0.5, "zero": 0.3333,
    }  # fmt: skip
    assert totals["ms"] == {"p50": 2, "p95": 3, "max": 3}


def test_documents_hold_all_that_a_searcher_may_type(tmp_path: Path) -> None:
    found = {one["key"]: one for one in documents(basic_site.basic(tmp_path), date(2026, 1, 1))}
    assert "recognitions:cnipa-700" not in found
    pear = found["gi:qingxi-xueli"]
    assert (pear["name"], pear["pinyin"], pear["initials"]) == ("青溪雪梨", "qingxixueli", "qxxl")
    assert pear["place"].split() == ["青溪县", "青溪", "云州市", "云州"]
    assert pear["category"] == "梨"
    assert pear["numbers"] == "国家知识产权局公告第700号"
    assert "种梨的协会说了算" in pear["text"]


def test_pagefind_is_shown_pages_of_entries_and_no_lists(tmp_path: Path) -> None:
    assert pagefind._glob(basic_site.basic(tmp_path)).endswith(",articles/*,about}/index.html")


def test_the_server_sends_text_packed_and_counts_what_it_sends(tmp_path: Path) -> None:
    page = "<p>青溪雪梨</p>" * 50
    basic_site.write(tmp_path, {"gi/index.html": page, "search/a.bin": bytes(100)})
    with serving(tmp_path, {"bench/x.html": b"<p>x</p>", "engine/": tmp_path / "gi"}) as served:

        def get(path: str) -> tuple[bytes, str | None]:
            with urllib.request.urlopen(served.address + path) as answer:
                return answer.read(), answer.headers["Content-Encoding"]

        data, encoding = get("gi/")
        assert (gzip.decompress(data).decode(), encoding) == (page, "gzip")
        assert get("search/a.bin") == (bytes(100), None)
        assert get("bench/x.html") == (b"<p>x</p>", None)
        assert get("engine/index.html")[0] == data
        assert served.bytes == 2 * len(data) + 100 + 8
        for path in ("gi/none.html", "../secret", "%2e%2e/secret"):
            with pytest.raises(urllib.error.HTTPError):
                get(path)


def test_the_minimal_page_names_no_other_host() -> None:
    folder = basic_site.REPOSITORY / "benchmarks" / "search"
    for page in (folder / "browsing" / "minimal.html", folder / "peers" / "pagefind.html"):
        assert "//" not in page.read_text("utf-8").replace("http://127.0.0.1", "")
