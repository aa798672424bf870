"""State that was damaged or lost costs time and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.building import entry_cache, state
from sitegen.building.entry_cache import BLOCK, CachedFile
from sitegen.building.stat import Stat
from tests.support.basic_site import EDITED_PEAR, write
from tests.support.site_test import SiteTest


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path).build().passes()


PAGE = "gi/qingxi-xueli/index.html"
DAMAGE = ["", "{", "null", "[]", "{}", '{"version": 1, "outputs": []}', "\0", '{"moves": 5}']
DAMAGE += ['{"moves": ["../../x"], "removed": [], "release": {}, "manifest": {"outputs": {}}}']


@pytest.mark.parametrize("text", DAMAGE)
@pytest.mark.parametrize("name", ["manifest.json", "journal.json", "entries.jsonl", "theme.json"])
def test_damaged_state_costs_time_and_nothing_else(name: str, text: str, site: SiteTest) -> None:
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR)
    site.remove("content/products/li-gao.md")
    folder = (
        state.folder_of(site.root, site.target)
        if name in ("manifest.json", "journal.json")
        else site.root / ".sitegen"
    )
    (folder / name).write_text(text, "utf-8")
    site.build().passes()
    site.equals_clean_build()


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line[: len(line) // 2],
        lambda line: line.replace("\t", " "),
        lambda line: line.partition("\t")[0] + "\t[[5]]",
        lambda line: line.partition("\t")[0] + "\t{}x",
        lambda line: "[]\t[]",
        lambda line: "",
        lambda line: f"{line[:-3]}x{line[-2:]}",
    ],
    ids=["cut", "no tab", "no entry", "no JSON", "no file", "empty", "altered"],
)
def test_damaged_rows_of_the_entry_cache_are_read_again(
    damage: Callable[[str], str], site: SiteTest
) -> None:
    path = site.root / ".sitegen" / "entries.jsonl"
    head, *lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([head, *map(damage, lines[:-1]), ""]), "utf-8")
    assert site.build().remade == set()


def test_a_cache_of_many_entries_is_written_whole_where_a_folder_has_its_place(
    tmp_path: Path,
) -> None:
    """It is written in blocks, and all of them a second time once the folder is gone."""
    rows = {f"content/gi/{n}.md": row(f"content/gi/{n}.md") for n in range(2 * BLOCK + 1)}
    write(tmp_path, {f".sitegen/{entry_cache.FILE}/inner": ""})
    entry_cache.write(tmp_path, "key", rows)
    assert entry_cache.read(tmp_path, "key") == rows
    assert list(entry_cache.read(tmp_path, "key")) == list(rows)


def row(file: str) -> CachedFile:
    return CachedFile(((file, "0" * 64, Stat(1, 2, 3, 4, 5)),), f'[["{file}"]]\t{{}}\t""'.encode())


def test_a_table_that_no_walk_finds_is_still_read_again_when_it_changes(site: SiteTest) -> None:
    """A hidden CSV file is used where a recognitions file names it."""
    name = "content/recognitions/cnipa-700.yaml"
    text = (site.root / name).read_text("utf-8")
    write(site.root, {
        name: text[: text.index("rows:")] + "rows: .rows.csv\n",
        "content/recognitions/.rows.csv": "row,subject\na,gi:qingxi-xueli\n",
    })  # fmt: skip
    site.build().warns_of("content/recognitions/.rows.csv file.hidden")
    site.write("content/recognitions/.rows.csv", "row,subject,number\na,gi:qingxi-xueli,7号\n")
    assert PAGE in site.build().remade
    assert "7号" in site.text(PAGE)
