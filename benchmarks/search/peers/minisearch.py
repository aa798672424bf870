"""MiniSearch: the whole index is one file that every searcher is sent."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from benchmarks.generator import Missing
from benchmarks.peers import install
from benchmarks.processes import Failed, run
from benchmarks.search.peers.documents import documents
from benchmarks.search.peers.measured import Measured, Subject, json_of, quality, scored
from benchmarks.search.queries import DAY

PROGRAM = Path(__file__).with_name("minisearch.mjs")


def measure(subject: Subject, folder: Path) -> Measured:
    modules = install.from_npm(folder / "minisearch", "minisearch")
    package = json.loads((modules / "minisearch" / "package.json").read_text("utf-8"))
    work = subject.work / "minisearch"
    work.mkdir(parents=True, exist_ok=True)
    written, index = work / "documents.jsonl", work / "index.json"
    with open(written, "w", encoding="utf-8") as stream:
        for document in documents(subject.source, DAY):
            stream.write(json.dumps(document, ensure_ascii=False) + "\n")
    command = ["node", "--max-old-space-size=12000", str(PROGRAM)]
    try:
        built = run(
            [*command, "build", str(modules), str(written), str(index)], work, {}, watch=True
        )
    except Failed as error:
        raise Missing(str(error)[-300:]) from None
    asked = [*command, "ask", str(modules), str(index), str(subject.queries)]
    *answers, last = json_of(asked)
    totals = scored(answers)
    script = (modules / "minisearch" / "dist" / "umd" / "index.js").read_bytes()
    sent = len(gzip.compress(index.read_bytes(), 6, mtime=0))
    return Measured(
        name="MiniSearch",
        version=package["version"],
        quality=quality(totals),
        once=len(gzip.compress(script, 6, mtime=0)),
        first=[sent],
        index=index.stat().st_size,
        seconds=json.loads(built.output.splitlines()[-1])["seconds"],
        peak=built.peak,
        heap=last["heap"],
        ms=totals["ms"]["p50"],
    )
