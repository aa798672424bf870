"""The pages of docs/operating/ at work: their places below a folder of ours, their commands in a real shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.support.basic_site import REPOSITORY, basic, tree

PAGES = REPOSITORY / "docs" / "operating"
PLACE = "/srv/yunzhou"
"""Where all pages have their folders."""
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def blocks(page: str, language: str = "sh") -> dict[str, list[str]]:
    """The blocks in a language below each heading of a page, its title first; headings without any are left out."""
    parts = _HEADING.split((PAGES / page).read_text("utf-8").removeprefix("# "))
    parts = [*parts[0].split("\n", 1), *parts[1:]]
    found = {
        heading: [text for kind, text in _BLOCK.findall(body) if kind == language]
        for heading, body in zip(parts[::2], parts[1::2], strict=True)
    }
    return {heading: texts for heading, texts in found.items() if texts}


class World:
    """A machine as the pages see it: a site in a git repository with an origin, and `sitegen` on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.www = folder / "www"
        self.home = folder / "home"
        self.bin = folder / "bin"
        for place in (self.home, self.bin, folder / "backup"):
            place.mkdir(parents=True)
        self.program("sitegen", f'exec "{sys.executable}" -m sitegen "$@"')
        self.program("sudo", "exit 0")
        settings = (
            "[user]\nname = a test\nemail = test@yunzhou.example\n[init]\ndefaultBranch = main\n"
        )
        (self.home / ".gitconfig").write_text(settings, "utf-8")
        basic(self.site)
        self.sh(
            "git init -q . && git init -q --bare ../origin.git && git remote add origin ../origin.git"
        )
        self.write(".gitignore", ".sitegen/\noutput/\n")
        self.commit("first")
        self.sh("git push -q -u origin main")

    def program(self, name: str, text: str) -> None:
        """Put a program on the path."""
        (self.bin / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        (self.bin / name).chmod(0o755)

    def write(self, path: str, text: str) -> None:
        place = self.site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.site / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def commit(self, message: str) -> None:
        self.sh(f"git add -A && git commit -q -m '{message}'")

    def settings(self, block: str) -> None:
        """Add a block of a page to site.yaml, in place of the same part."""
        before = (self.site / "site.yaml").read_text("utf-8").partition("publish:\n")[0]
        self.write("site.yaml", before + self.here(block))

    def here(self, text: str) -> str:
        return text.replace(PLACE, str(self.folder))

    def sh(
        self, script: str, *, cwd: Path | None = None, more: Mapping[str, str] | None = None
    ) -> str:
        """What a block of a page prints; each of its commands must succeed."""
        done = self.tried(script, cwd=cwd, more=more)
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def tried(
        self, script: str, *, cwd: Path | None = None, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [shutil.which("bash") or "sh", "-e", "-c", self.here(script)],
            cwd=cwd or self.site,
            env={
                "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(self.home),
                "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *sys.path]),
                "PYTHONDONTWRITEBYTECODE": "1",
                **(more or {}),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    @property
    def shown(self) -> dict[str, bytes]:
        return tree(self.www / "current")

    def page(self, path: str) -> str:
        return (self.www / "current" / path / "index.html").read_text("utf-8")


def steps(workflow: str) -> list[dict[str, Any]]:
    """The steps of the one job in a workflow file, or in a list of steps."""
    told = yaml.safe_load(workflow)
    if isinstance(told, list):
        return told
    (job,) = told["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found
