"""A commit of git for each save, where somebody wants them: who changed what and when, for good."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sitegen.publishing.targets.git_program import telling

SECONDS: Final = 20
NO_GIT: Final = "这台电脑上没有装 git"
NO_ANSWER: Final = "git 很久没有回答"
SETTINGS: Final = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.quotePath": "false",
    "commit.gpgSign": "false",
}
"""git runs no program that the repository names, and asks for no password."""


def commit(root: Path, files: Sequence[str], message: str) -> str:
    """Commit these files of a site as they are now, and nothing else. "" where that is done, or nothing is new;
    else why it could not be: a text of the editor, or what git said."""
    try:
        # A file that is gone and that git never had is no news.
        known = [
            file for file in files if (root / file).exists() or _run(root, "ls-files", file).stdout
        ]
        if not known:
            return ""
        said = _git(root, "add", "--all", "--", *known)
        is_same = _run(root, "diff", "--cached", "--quiet", "--", *known).returncode == 0
        if said or is_same:
            return said
        return _git(root, "commit", "--quiet", "--only", "--message", message, "--", *known)
    except FileNotFoundError:
        return NO_GIT
    except subprocess.TimeoutExpired:
        return NO_ANSWER


def _git(root: Path, *arguments: str) -> str:
    """What git said where it failed; "" where it did not."""
    done = _run(root, *arguments)
    if done.returncode == 0:
        return ""
    said = done.stderr or done.stdout
    return telling(said) if said.strip() else f"git {done.returncode}"


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    return subprocess.run(
        ["git", *settings, *arguments],
        cwd=root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS,
        check=False,
    )
