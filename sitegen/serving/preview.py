"""The preview of a site: it builds after files were saved, and keeps the result for the answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sitegen.config.site import read_site
from sitegen.problems import Language, Report
from sitegen.serving.answers import Answer, Request, State, answer

Rebuild = Callable[[set[str]], Report]
"""Builds the site. The argument has the saved files ('/'-separated, relative to the site).

It is empty at the first build.
"""


class Preview:
    """A site and its last build.

    `run` is a unique name of this run of the preview, `key` what a visitor must know. `shown` is called as soon as `answer` uses
    the result of a new build. `catch_up` does the work that `rebuild` postpones after a save. It
    returns a report if it noticed changes that were not among the saved files, otherwise None.

    The methods `build` and `catch_up` may run in a thread, one of them at a time; `answer` may run
    at any time, in any thread.
    """

    def __init__(
        self,
        root: Path,
        output: Path,
        rebuild: Rebuild,
        catch_up: Callable[[], Report | None],
        *,
        run: str,
        key: str,
        language: Language,
        shown: Callable[[], None],
    ) -> None:
        self.root = root
        self.output = output
        self.key = key
        self._rebuild = rebuild
        self._catch_up = catch_up
        self._run = run
        self._shown = shown
        self._builds = 0
        self.state = State(f"{run}-0", Report(), base_path(root, "/"), language)

    def build(self, saved: set[str]) -> None:
        self._show(self._rebuild(saved), settings=not saved or "site.yaml" in saved)

    def catch_up(self) -> bool:
        """Do the postponed work; return whether there is something new to show."""
        report = None if self.state.report.has_errors else self._catch_up()
        if report is not None:
            self._show(report, settings=True)
        return report is not None

    def _show(self, report: Report, *, settings: bool) -> None:
        """Make `report` the current state. `settings`: read site.yaml again, it may have changed."""
        previous = self.state
        self._builds += 1
        site_path = base_path(self.root, previous.base_path) if settings else previous.base_path
        self.state = State(f"{self._run}-{self._builds}", report, site_path, previous.language)
        self._shown()

    def answer(self, request: Request) -> Answer:
        return answer(self.state, self.root, self.output, request)


def base_path(root: Path, before: str) -> str:
    """The path of the site on its server; `before` if site.yaml cannot be read."""
    site, _ = read_site(root)
    return before if site is None or site.faulty else site.settings.base_path
