"""A random site on disk with its output, edited and built step by step."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.building import staging_folder, state
from sitegen.commands.build import build as run_build
from sitegen.pipeline.outcome import Clock
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Report
from tests.support.basic_site import tree, write
from tests.support.random_sites.choices import start
from tests.support.random_sites.files import files_of

Edit = tuple[str, Any, Any]
"""("choose", choice, value), ("damage", which file, how), ("state", file, how) or
("staging", path, text)."""


class EditedSite:
    """A site on disk with its output, edited and built step by step."""

    def __init__(
        self, folder: Path, generators: Mapping[str, Path], ahead: int, *, preview: bool = False
    ) -> None:
        """`ahead` (ns) is what its clock is fast; a `preview` remembers between builds."""
        self.folder = folder
        self.root = folder / "site"
        self.output = folder / "site" / "output"
        self.chosen = start()
        self.generators = generators
        self.ahead = ahead
        self.memory = PreviewMemory() if preview else None
        self.saved: set[str] | None = None
        """What is known to be all that has changed since the last build."""
        self.written: dict[str, bytes] = {}

    @property
    def as_of(self) -> date:
        return date.fromisoformat(self.chosen["as of"])

    @property
    def clock(self) -> Clock:
        return Clock(lambda timezone: self.as_of, lambda: time.time_ns() + self.ahead)

    def edit(self, edits: Iterable[Edit]) -> None:
        time.sleep(0.01)  # let the file system's clock tick, as between any two edits by people
        for kind, what, how in edits:
            if kind == "choose":
                self.chosen[what] = how
                continue
            self.saved = None
            if kind == "staging":
                records = state.folder_of(self.root, self.output)
                write(staging_folder.begin(self.output, records), {what: how})
            if kind == "damage":
                files = sorted(path for path in self.output.rglob("*") if path.is_file())
                files = [path for path in files if path.name != "release.json"]
                if files:
                    damage(files[what % len(files)], how)
            elif kind == "state":
                for path in (self.root / ".sitegen").rglob(what):
                    damage(path, how)
        files = files_of(self.chosen)
        for gone in self.written.keys() - files.keys():
            (self.root / gone).unlink()
        changed = {path: data for path, data in files.items() if self.written.get(path) != data}
        write(self.root, changed)
        if self.saved is not None:
            self.saved |= {*changed, *(self.written.keys() - files.keys())}
        self.written = files

    def build(self, root: Path | None = None, *, whole: bool = False) -> None:
        """Build in the site's folder, or a copy; by the generator that was chosen.

        A preview looks only at what was saved, unless the `whole` is asked for.
        """
        root = root or self.root
        if self.chosen["generator"]:
            folder = self.generators[self.chosen["generator"]]
            command = [sys.executable, "-m", "sitegen", "build", "--site", str(root)]
            command += ["--as-of", self.as_of.isoformat(), "--workers", "1"]
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            assert run.returncode == 0, run.stderr
            return
        report = Report()
        kept = self.memory if root == self.root else None
        saved = self.saved if kept and not whole else None
        built = run_build(
            root, root / "output", report, self.clock, workers=1, memory=kept, saved=saved
        )
        assert built is not None, report.text("zh")
        if kept:
            self.saved = set()

    def clean(self) -> dict[str, bytes]:
        """The output of the same content in a folder that was never built."""
        fresh = write(self.folder / "fresh", files_of(self.chosen))
        self.build(fresh)
        return tree(fresh / "output")


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    if how == "delete folder":
        shutil.rmtree(path.parent) if path.parent.name != "output" else path.unlink()
    elif how == "delete":
        path.unlink()
    elif how == "flip":
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:] if data else b"")
    else:
        path.write_bytes(data + b"x" if how == "append" else data[: len(data) // 2])
