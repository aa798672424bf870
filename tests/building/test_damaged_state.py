"""State that was damaged or lost costs time and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building.test_commit import CHANGED, PAGE, clean, state_of
from tests.support.basic_site import basic, build, tree, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    basic(tmp_path)
    assert build(tmp_path).built
    return tmp_path


DAMAGE = ["", "{", "null", "[]", "{}", '{"version": 1, "outputs": []}', "\0", '{"moves": 5}']
DAMAGE += ['{"moves": ["../../x"], "removed": [], "release": {}, "manifest": {"outputs": {}}}']


@pytest.mark.parametrize("text", DAMAGE)
@pytest.mark.parametrize("name", ["manifest.json", "journal.json", "entries.jsonl", "theme.json"])
def test_damaged_state_costs_time_and_nothing_else(name: str, text: str, site: Path) -> None:
    write(site, {"content/gi/qingxi-xueli.md": CHANGED})
    (site / "content/products/li-gao.md").unlink()
    folder = state_of(site) if name in ("manifest.json", "journal.json") else site / ".sitegen"
    (folder / name).write_text(text, "utf-8")
    assert build(site).built
    assert tree(site / "output") == clean(site)


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
    damage: Callable[[str], str], site: Path
) -> None:
    path = site / ".sitegen" / "entries.jsonl"
    head, *lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([head, *map(damage, lines[:-1]), ""]), "utf-8")
    outcome = build(site)
    assert outcome.built and outcome.remade == set()


def test_a_table_that_no_walk_finds_is_still_read_again_when_it_changes(site: Path) -> None:
    """A hidden CSV file is used where a recognitions file names it."""
    name = "content/recognitions/cnipa-700.yaml"
    text = (site / name).read_text("utf-8")
    write(site, {
        name: text[: text.index("rows:")] + "rows: .rows.csv\n",
        "content/recognitions/.rows.csv": "row,subject\na,gi:qingxi-xueli\n",
    })  # fmt: skip
    assert build(site).built
    write(site, {"content/recognitions/.rows.csv": "row,subject,number\na,gi:qingxi-xueli,7号\n"})
    assert PAGE in build(site).remade
    assert "7号" in (site / "output" / PAGE).read_text("utf-8")
