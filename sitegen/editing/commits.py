"""A commit of git for each save, where somebody wants them: who changed what and when, for good."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sitegen.publishing.targets.git_program import telling

SECONDS: Final = 20
SETTINGS: Final = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.quotePath": "false",
    "commit.gpgSign": "false",
}
"""git runs no program that the repository names, and asks for no password."""


def commit(root: Path, files: Sequence[str], message: str) -> str:
    """Commit these files of a site as they are now, and nothing else. "" where that is done, or nothing is new;
    else why it could not be."""
    try:
        said = _git(root, "add", "--all", "--", *files)
        if said or not _git(root, "diff", "--cached", "--quiet", "--", *files):
            return said
        return _git(root, "commit", "--quiet", "--only", "--message", message, "--", *files)
    except FileNotFoundError:
        return "git"
    except subprocess.TimeoutExpired:
        return "timeout"


def _git(root: Path, *arguments: str) -> str:
    """What git said where it failed; "" where it did not."""
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    done = subprocess.run(
        ["git", *settings, *arguments],
        cwd=root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS,
        check=False,
    )
    if done.returncode == 0:
        return ""
    said = done.stderr or done.stdout
    return telling(said) if said.strip() else f"git {done.returncode}"
