"""What the program itself puts into every key."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.building.generator import sources
from tests.support.basic_site import REPOSITORY, write


@pytest.mark.parametrize("name", ["a.py", "search/data/readings.txt"])
def test_a_source_or_a_table_that_changes_is_told(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"a.py": "1", "search/data/readings.txt": "wei 潍"})
    before = list(sources(tmp_path))
    write(tmp_path, {name: "2"})
    after = list(sources(tmp_path))
    assert len(set(before) - set(after)) == len(set(after) - set(before)) == 1


def test_every_file_that_a_build_reads_of_the_program_is_told() -> None:
    folder = REPOSITORY / "sitegen"
    listed = {line.partition("=")[0] for line in sources(folder)}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    other = {name for name in found - listed if "__pycache__" not in name}
    # The preview and the editor serve their own files, `init` copies the starter; a wheel's theme has digests apart.
    parts = {name.partition("/")[0] for name in other}
    assert parts <= {"serving", "editing", "starter", "theme", "py.typed"}
