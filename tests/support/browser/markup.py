"""What html-validate objects to."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path


def faults(command: list[str], *paths: Path) -> list[tuple[str, int, str, str]]:
    """(file, line, rule, message) of all that html-validate objects to."""
    done = subprocess.run(
        [*command, "--formatter", "json", *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout, done.stderr
    return [
        (file["filePath"], fault["line"], fault["ruleId"], fault["message"])
        for file in json.loads(done.stdout)
        for fault in file["messages"]
    ]
