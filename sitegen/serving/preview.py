"""The preview's state: it builds when told what was saved, and knows what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sitegen import config
from sitegen.problems import Language, Report
from sitegen.serving.answers import Answer, Request, State, answer

Rebuild = Callable[[set[str]], Report]
"""Builds the site; told which files were saved ('/'-separated, below the site), none at first."""


class Preview:
    """A site and its last build. `run` is a name that no other run of the preview has; `shown` is
    called when what a build made is what `answer` gives, `catch_up` when there is time for what
    `rebuild` leaves undone after a save: it gives a report where it found what no save had told of.

    `build` and `rest` may be called in a thread, one call at a time; `answer` at any time, in any
    thread.
    """

    def __init__(
        self,
        root: Path,
        output: Path,
        rebuild: Rebuild,
        catch_up: Callable[[], Report | None],
        *,
        run: str,
        language: Language,
        shown: Callable[[], None],
    ) -> None:
        self.root = root
        self.output = output
        self._rebuild = rebuild
        self._catch_up = catch_up
        self._run = run
        self._shown = shown
        self._builds = 0
        self.state = State(f"{run}-0", Report(), base_path(root, "/"), language)

    def build(self, saved: set[str]) -> None:
        self._show(self._rebuild(saved), settings=not saved or "site.yaml" in saved)

    def rest(self) -> bool:
        """Whether there is something new to be shown."""
        report = None if self.state.report.has_errors else self._catch_up()
        if report is not None:
            self._show(report, settings=True)
        return report is not None

    def _show(self, report: Report, *, settings: bool) -> None:
        before = self.state
        self._builds += 1
        path = base_path(self.root, before.base_path) if settings else before.base_path
        self.state = State(f"{self._run}-{self._builds}", report, path, before.language)
        self._shown()

    def answer(self, request: Request) -> Answer:
        return answer(self.state, self.root, self.output, request)


def base_path(root: Path, before: str) -> str:
    """Where the site stands on its server; as before, while site.yaml cannot be read."""
    site, _ = config.read(root)
    return site.settings.base_path if site else before
