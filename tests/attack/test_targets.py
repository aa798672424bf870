"""Every target of fuzzing holds for bytes made by chance: what a fuzzer does for hours, for a second."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from tests.support.attack.findings import Findings, minimised, signature
from tests.support.attack.mutation import mutants
from tests.support.attack.rounds import SEED, rounds
from tests.support.attack.targets import TARGETS
from tests.support.basic_site import REPOSITORY

ROUNDS = rounds(usual=400, attack=20_000)
SLOW = {"state": rounds(usual=60, attack=2_500), "pictures": rounds(usual=400, attack=10_000)}
"""Targets that write files or encode pictures."""


@pytest.mark.parametrize("name", TARGETS)
def test_no_bytes_break_the_promise_of_a_room(name: str, did: Callable[[str], None]) -> None:
    start = time.monotonic()
    target, times = TARGETS[name], SLOW.get(name, ROUNDS)
    findings = Findings(target.run)
    for data in mutants(target.seeds(), target.words, times, SEED):
        findings(data)
    short = {what: minimised(target.run, data, what) for what, data in findings.found.items()}
    assert short == {}
    assert findings.executions > times
    did(f"{name}: {findings.executions} inputs in {time.monotonic() - start:.0f} s: nothing broken")


def test_a_broken_promise_is_found_and_its_bytes_made_short() -> None:
    def run(data: bytes) -> None:
        assert b"x" not in data or b"y" not in data

    findings = Findings(run)
    for data in mutants([b"before x between y after", b"harmless"], [b"x"], 50, SEED):
        findings(data)
    ((what, data),) = findings.found.items()
    assert what[0] == "AssertionError" and signature(run, data) == what
    assert sorted(minimised(run, data, what)) == sorted(b"xy")


def test_the_same_seed_gives_the_same_bytes() -> None:
    first, again, other = (list(mutants([b"abc" * 9], [b"w"], 40, seed)) for seed in (1, 1, 2))
    assert first == again != other


def test_without_atheris_one_is_told_how_to_get_it() -> None:
    code = (
        "import sys; sys.modules['atheris'] = None; sys.argv = ['fuzz', 'markup'];"
        " from tests.support.attack.fuzz import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "--only-binary :all: atheris" in done.stderr and "没有 atheris" in done.stderr
