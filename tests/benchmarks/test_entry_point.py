"""`python -m benchmarks`: the list of what there is, and the way to run it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHMARKS
from tests.support import basic_site

FOLDER = basic_site.REPOSITORY / "benchmarks"
BY_NAME = {benchmark.name: benchmark for benchmark in BENCHMARKS}


def run(*arguments: str, code: int = 0, folder: bool = False) -> subprocess.CompletedProcess[str]:
    started = [str(FOLDER)] if folder else ["-m", "benchmarks"]
    done = subprocess.run(
        [sys.executable, *started, *arguments],
        cwd=basic_site.REPOSITORY, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return done


def test_without_a_name_every_benchmark_is_told_in_a_line_with_its_time() -> None:
    printed = run().stdout
    lines = {line.split()[0]: line for line in printed.splitlines() if line.strip()}
    for name, benchmark in BY_NAME.items():
        assert benchmark.takes in lines[name] and benchmark.tells in lines[name]
        assert len(lines[name]) <= 120
    assert run("--help").stdout == run(folder=True).stdout == printed


def test_every_program_that_can_be_started_is_listed_once() -> None:
    startable = {
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*.py")
        if ".peers" not in path.parts and 'if __name__ == "__main__":' in path.read_text("utf-8")
    }
    listed = [benchmark.program for benchmark in BENCHMARKS]
    assert {path for path in listed if path.endswith(".py")} == startable - {"__main__.py"}
    assert len(set(listed)) == len(listed) == len(BY_NAME)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_program_says_by_which_name_it_is_run(name: str) -> None:
    program = FOLDER / BY_NAME[name].program
    assert f"python -m benchmarks {name} " in program.read_text("utf-8")


def test_options_and_exit_code_are_those_of_the_program(tmp_path: Path) -> None:
    assert "--per-class" in run("queries", "--help").stdout
    done = run("queries", str(tmp_path), "--seed", "1", code=1)
    assert done.stderr.startswith(f"读不了 {tmp_path}")


@pytest.mark.skipif(not shutil.which("node"), reason="no node")
def test_a_node_program_is_run_by_node() -> None:
    assert "python -m benchmarks ask" in run("ask", code=2).stderr


def test_an_unknown_name_is_an_error_that_tells_the_names() -> None:
    done = run("serach", code=2)
    assert done.stdout == ""
    assert "no benchmark serach" in done.stderr
    assert all(f"\n{name} " in done.stderr for name in BY_NAME)


def test_make_starts_benchmarks_by_their_names_only() -> None:
    words = (basic_site.REPOSITORY / "Makefile").read_text("utf-8").split()
    started = [after for word, after in pairwise(words) if word == "benchmarks"]
    assert {"build", "search", "national"} <= set(started)
    assert not [word for word in words if word.startswith("benchmarks/")]
