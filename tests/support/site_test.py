"""The helper that most tests need: a small whole site, changed, built and looked at.

    def test_a_region_that_is_nowhere_is_refused(tmp_path: Path) -> None:
        site = SiteTest(tmp_path)
        site.change("content/gi/qingxi-xueli.md", "region: qingxi", "region: qinxi")
        site.build().fails_with("content/gi/qingxi-xueli.md:5:9 reference.missing")

Methods that edit or run give the site back, so that calls can follow each other. Methods that hold
the site against something do their own asserting.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Self

from bs4 import BeautifulSoup

from sitegen.checks.registry import RULES
from sitegen.checks.rule import AnyRule
from sitegen.commands import build as building
from sitegen.commands import check as checking
from sitegen.pipeline.outcome import BuildResult
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, BASIC, clock, tree, write
from tests.support.differences import difference, text_difference
from tests.support.problem_lines import problem_lines

Files = Mapping[str, str | bytes | None]
"""Contents by path, relative to the folder of the site; None where there is to be no such file."""

MADE = ("output", ".sitegen")
"""What builds write into the folder of a site."""


class SiteTest:
    """A site in a folder, with what the last build or check gave.

    It begins as the basic site, `basic_site.BASIC`. Every run is real: the stages of the command
    line, with a clock that stands at `basic_site.AS_OF` unless `as_of` says another date.
    """

    root: Path
    """The folder of the site."""
    target: Path
    """The folder that it is built into."""
    report: Report
    """The problems of the last run."""
    built: BuildResult | None
    """What the last build did; None where it failed, and after a check."""

    def __init__(self, root: Path, changes: Files = {}) -> None:  # noqa: B006
        """Write the basic site into `root`, with files changed, added or (None) left out."""
        files = {**BASIC, **changes}
        write(root, {path: text for path, text in files.items() if text is not None})
        self._begin(root, root / "output")

    @classmethod
    def at(cls, root: Path, target: Path | None = None) -> Self:
        """The site that stands in `root` already, as it is; built into `target` or its output/."""
        site = cls.__new__(cls)
        site._begin(root, target or root / "output")
        return site

    def _begin(self, root: Path, target: Path) -> None:
        self.root = root
        self.target = target
        self.report = Report()
        self.built = None
        self._memory: PreviewMemory | None = None
        self._options: dict[str, Any] = {}

    # Editing

    def write(self, path: str, text: str | bytes) -> Self:
        """Write a file, new or not."""
        write(self.root, {path: text})
        return self

    def change(self, path: str, old: str, new: str) -> Self:
        """Put `new` where `old` stands first in a file; `old` must stand there."""
        text = (self.root / path).read_text("utf-8")
        assert old in text, f"{path} has no “{old}”:\n{text}"
        return self.write(path, text.replace(old, new, 1))

    def remove(self, path: str) -> Self:
        """Remove a file."""
        (self.root / path).unlink()
        return self

    # Running

    def build(
        self,
        *,
        as_of: date = AS_OF,
        archive: bool = False,
        workers: int = 1,
        strict: bool = False,
        clean: bool = False,
        registry: tuple[AnyRule, ...] = RULES,
        postponed: tuple[str, ...] = (),
    ) -> Self:
        """Build the site, as `sitegen build` does; an archive, as it does with `--as-of`."""
        self._options = {
            "as_of": as_of,
            "archive": archive,
            "workers": workers,
            "registry": registry,
        }
        return self._build(None, strict=strict, clean=clean, postponed=postponed)

    def preview(self) -> Self:
        """From now on remember from build to build, as `sitegen serve` does."""
        self._memory = PreviewMemory()
        return self

    @property
    def memory(self) -> PreviewMemory:
        """What a preview remembers."""
        assert self._memory is not None, "this is no preview"
        return self._memory

    def save(self, files: Files) -> Self:
        """Write or (None) remove files, and let the preview build what was saved."""
        for path, text in files.items():
            self.remove(path) if text is None else self.write(path, text)
        return self.build_saved(*files)

    def build_saved(self, *paths: str) -> Self:
        """Build as a preview that is told of changes at these files and folders, and of no others."""
        assert self._memory is not None, "only a preview is told what was saved"
        return self._build(set(paths))

    def _build(self, saved: set[str] | None, *, strict: bool = False, **more: Any) -> Self:
        options = dict(self._options)
        today = clock(options.pop("as_of", AS_OF), archive=options.pop("archive", False))
        self.report = Report(strict=strict)
        self.built = building.build(
            self.root,
            self.target,
            self.report,
            today,
            **{"workers": 1, **options, **more},
            memory=self._memory,
            saved=saved,
        )
        return self

    def check(
        self,
        *,
        as_of: date = AS_OF,
        workers: int = 1,
        registry: tuple[AnyRule, ...] = RULES,
    ) -> Self:
        """Check the site, as `sitegen check` does: nothing is written."""
        self.report, self.built = Report(), None
        checking.check(self.root, self.report, clock(as_of), workers=workers, registry=registry)
        return self

    # Looking

    @property
    def problems(self) -> list[str]:
        """The problems of the last run as lines `place code`, in the order of the report."""
        return problem_lines(self.report)

    @property
    def codes(self) -> list[str]:
        """The codes of these problems, where a test has nothing to say about their places."""
        return [problem.kind.code for problem in self.report.sorted()]

    @property
    def remade(self) -> set[str]:
        """The files that the last build made, as paths in the output; bundles end with "/"."""
        assert self.built is not None, self.report.text("zh")
        return set(self.built.remade)

    @property
    def output(self) -> dict[str, bytes]:
        """Every file of the output with its bytes."""
        return tree(self.target)

    def text(self, path: str) -> str:
        """A text file of the output."""
        assert (self.target / path).is_file(), f"no {path} among {sorted(self.output)}"
        return (self.target / path).read_text("utf-8")

    def page(self, address: str) -> BeautifulSoup:
        """The page at an address such as `gi/qingxi-xueli/` or `404.html`, parsed."""
        path = f"{address}index.html" if address == "" or address.endswith("/") else address
        return BeautifulSoup(self.text(path), "html.parser")

    # Asserting

    def passes(self) -> Self:
        """The last run went through and had nothing to say."""
        return self.warns_of()

    def warns_of(self, *lines: str) -> Self:
        """The last run went through, with exactly these problems, all of them warnings."""
        self._holds_just(lines)
        assert not self.report.has_errors, self.report.text("zh")
        return self

    def fails_with(self, *lines: str) -> Self:
        """The last run was stopped by exactly these problems (errors and warnings)."""
        self._holds_just(lines)
        assert self.report.has_errors and self.built is None, "these problems stop no build"
        return self

    def _holds_just(self, lines: tuple[str, ...]) -> None:
        """The problems of the last run are just these lines, in this order."""
        report = self.report.text("zh", every=True)
        assert self.problems == list(lines), f"{difference(lines, self.problems)}\n\n{report}"

    def equals_clean_build(self, *, archive: bool = False) -> Self:
        """The output is, byte for byte, what the last build gives in a folder never built in.

        `archive` says that a build of another process was one, where the last was not of this object.
        """
        with tempfile.TemporaryDirectory() as folder:
            fresh = SiteTest.at(Path(folder) / "site")
            made = {self.root / name for name in (*MADE, self.target.name)}
            shutil.copytree(
                self.root,
                fresh.root,
                ignore=lambda at, names: [name for name in names if Path(at) / name in made],
            )
            fresh.build(**{"archive": archive, **self._options})
            assert fresh.built is not None, fresh.report.text("zh")
            clean, own = fresh.output, self.output
        assert own.keys() == clean.keys(), difference(sorted(clean), sorted(own))
        changed = [path for path, data in own.items() if clean[path] != data]
        assert not changed, "\n".join(text_difference(path, clean, own) for path in changed)
        return self
