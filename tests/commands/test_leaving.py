"""How a run ends: at once, with all that was said and the code that was meant."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from sitegen.cli.console import exit_at_once
print("said", end="")
print("warned", end="", file=sys.stderr)
class Last:
    def __del__(self):
        print("let go")
kept = Last()
exit_at_once(SystemExit({code}))
"""


@pytest.mark.parametrize(("code", "meant"), [("0", 0), ("None", 0), ("3", 3), ("True", 1)])
def test_all_is_said_and_nothing_is_let_go(code: str, meant: int) -> None:
    command = [sys.executable, "-c", PROGRAM.format(code=code)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (meant, "said", "warned")


def test_an_exit_with_words_says_them() -> None:
    command = [sys.executable, "-c", PROGRAM.format(code="'sorry'")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1 and run.stderr == "warnedsorry\n" and "said" in run.stdout


def test_a_reader_that_is_gone_is_no_traceback_of_ours() -> None:
    command = f"{sys.executable} -m sitegen --help | true"
    run = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "console.py" not in run.stderr
