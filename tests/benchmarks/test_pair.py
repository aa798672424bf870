"""Hugo and Pagefind as one row of the table: two programs, one time, an index that is looked into."""

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import report, structure
from benchmarks.generator import Generator
from benchmarks.peers import pagefind
from benchmarks.processes import Failed, Run, together
from benchmarks.rounds import PAIR, YARDSTICK, Measured, Subject, rounds_for
from benchmarks.structure import Incomplete, Written
from benchmarks.synthetic.entries import Dataset
from tests.support import basic_site

DATA = Dataset(60)


def program(text: str) -> list[str]:
    return [sys.executable, "-c", text]


def bundle(output: Path, keys: list[str], counted: int) -> None:
    """The files of Pagefind that are looked into."""
    table = {"languages": {"zh-hans": {"hash": "1", "page_count": counted}}}
    folder = basic_site.write(
        output / "pagefind",
        {"pagefind-entry.json": json.dumps(table), "index/1.pf_index": b"words"},
    )
    for number, key in enumerate(keys):
        fragment = b"pagefind_dcd" + json.dumps({"url": f"/{key}/", "content": "…"}).encode()
        basic_site.write(folder, {f"fragment/{number}.pf_fragment": gzip.compress(fragment)})


def pages(output: Path) -> None:
    made = {f"{address}index.html": "<p>…</p>" for address in structure.addresses(DATA)}
    basic_site.write(output, {**made, "sitemap.xml": "<urlset/>", "feed.xml": "<rss/>"})


GENERATOR = Generator(
    name=PAIR,
    version="1 + 2",
    write=lambda data, site: None,
    command=lambda site, output: program("print('pages')"),
    source=lambda entry: entry.key,
    searchable=pagefind.searchable,
)


def test_programs_in_a_row_take_their_times_together_and_the_larger_memory() -> None:
    runs = [Run(1.5, 2.0, 300, "one"), Run(0.5, 1.0, 200, ""), Run(1.0, 0.5, None, "two")]
    assert together(runs) == Run(3.0, 3.5, 300, "one\ntwo")
    assert together(runs[2:]).peak is None


def test_a_following_program_runs_on_what_the_first_one_made(tmp_path: Path) -> None:
    def first(site: Path, output: Path) -> list[str]:
        return program(f"open({str(output)!r}, 'w').write('pages')")

    def second(site: Path, output: Path) -> list[str]:
        return program(f"print(open({str(output)!r}).read() + ' read')")

    both = replace(GENERATOR, command=first, then=(second,))
    run = Subject(both, DATA, tmp_path, tmp_path / "output").run()
    assert run.output == "pages read"


def test_a_following_program_that_fails_ends_the_run(tmp_path: Path) -> None:
    failing = replace(GENERATOR, then=(lambda site, output: program("raise SystemExit('no')"),))
    with pytest.raises(Failed, match="no"):
        Subject(failing, DATA, tmp_path, tmp_path / "output").run()


def test_an_index_of_all_entries_is_complete(tmp_path: Path) -> None:
    pages(tmp_path)
    bundle(tmp_path, [entry.key for entry in DATA.entries], counted=60)
    written = structure.check(GENERATOR, DATA, tmp_path)
    assert written.pages == len(set(structure.addresses(DATA)))


def test_an_index_without_one_entry_or_with_a_list_is_an_error(tmp_path: Path) -> None:
    pages(tmp_path)
    keys = [entry.key for entry in DATA.entries]
    bundle(tmp_path, [*keys[1:], "gi"], counted=60)
    with pytest.raises(Incomplete, match=r"finds 59 of 60 entries and 1 other pages.*gi/"):
        structure.check(GENERATOR, DATA, tmp_path)


def test_an_index_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    pages(tmp_path)
    with pytest.raises(Incomplete, match="no search index"):
        structure.check(GENERATOR, DATA, tmp_path)
    bundle(tmp_path, ["gi/a"], counted=1)
    (tmp_path / "pagefind" / "index" / "1.pf_index").unlink()
    with pytest.raises(Incomplete, match="no search index"):
        pagefind.searchable(tmp_path)


def test_an_index_that_counts_other_than_its_pages_is_an_error(tmp_path: Path) -> None:
    bundle(tmp_path, ["gi/a", "gi/b"], counted=1)
    with pytest.raises(Incomplete, match="1 pages in the index, 2 to be shown"):
        pagefind.searchable(tmp_path)


def test_every_row_is_compared_with_hugo_and_with_the_pair_round_by_round() -> None:
    written = Written(files=3, pages=2, entry_bytes=1000)
    seconds = {"sitegen": (4.0, 6.0), YARDSTICK: (2.0, 2.0), PAIR: (8.0, 6.0)}
    builds = [
        Measured(name, "1", dict(enumerate(times)), [1.0], 2**20, written)
        for name, times in seconds.items()
    ]
    text = report.text_of(report.Section(60, builds, [], [], {"Zola": "not to be had"}, ()))
    head, _, *rows = [line for line in text.splitlines() if line.startswith("|")]
    columns = [cell.strip() for cell in head.strip("|").split("|")]
    own, hugo, pair, missing = (
        [cell.strip() for cell in row.strip("|").split("|")] for row in rows
    )
    at, beside = columns.index("× Hugo"), columns.index("× Hugo + Pagefind")
    assert (own[at], own[beside]) == ("2.50", "0.75")
    assert (hugo[at], pair[beside]) == ("1.00", "1.00")
    assert len(own) == len(missing) == len(columns)


def test_the_pair_runs_as_often_as_sitegen_but_not_on_the_largest_site() -> None:
    for count in (60, 1_300, 10_000):
        assert rounds_for(PAIR, count) == rounds_for("sitegen, plain theme", count)
    assert rounds_for(PAIR, 100_000) == 0
