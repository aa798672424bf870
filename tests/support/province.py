"""A province with the sites of cities beside it, collected by the real command."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Self

from sitegen.commands.collect import Collected, Limits, collect
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, BASIC, clock, tree, write
from tests.support.problem_lines import problem_lines
from tests.support.site_test import SiteTest

SHARED = ("content/regions.yaml", "content/categories.yaml", "content/schemes/", "content/pages/")
"""What the province has in common with its cities: the files of the basic site that begin so."""
Files = Mapping[str, str | bytes | None]


class Province(SiteTest):
    """The site of a province in `folder`/province; its cities are basic sites beside it."""

    folder: Path
    done: tuple[Collected, ...]
    """What the last run of collect did."""

    @classmethod
    def of(cls, folder: Path, *cities: str, changes: Files = {}, settings: str = "") -> Self:  # noqa: B006
        """A province that collects these cities; `changes` are those of its own files."""
        files: dict[str, str | bytes | None] = {
            path: text for path, text in BASIC.items() if path.startswith(SHARED)
        }
        lines = "".join(f"  {name}: {{from: ../{name}, region: yunzhou}}\n" for name in cities)
        files["site.yaml"] = f"{BASIC['site.yaml']}collect:\n{lines}{settings}"
        files.update(changes)
        write(folder / "province", {path: text for path, text in files.items() if text is not None})
        site = cls.at(folder / "province")
        site.folder = folder
        for name in cities:
            site.city(name)
        return site

    def city(self, name: str, changes: Files = {}) -> Self:  # noqa: B006
        """Write a city, or files of one: None takes a file away."""
        root = self.folder / name
        if not root.exists():
            title = BASIC["site.yaml"].replace("https://test", f"https://{name}")
            write(root, {**BASIC, "site.yaml": title})
        for path, text in changes.items():
            if text is None:
                (root / path).unlink()
            else:
                write(root, {path: text})
        return self

    def collect(
        self,
        *cities: str,
        as_of: date = AS_OF,
        dry_run: bool = False,
        most_removed: int | None = None,
        workers: int = 1,
    ) -> Self:
        """Run `sitegen collect`."""
        self.report = Report()
        limits = Limits(workers, dry_run, most_removed)
        self.done = collect(self.root, cities, self.report, clock(as_of), limits)
        return self

    def told(self, *wanted: str) -> Self:
        """The last run told of these problems, `place code`, and of no others."""
        assert problem_lines(self.report) == sorted(wanted)
        return self

    def changes(self, city: str) -> tuple[tuple[str, ...], ...] | None:
        """(new, changed, removed) of a city in the last run; None where it was stopped."""
        change = next(one.change for one in self.done if one.prefix == city)
        return None if change is None else change[:3]

    @property
    def collected(self) -> dict[str, str]:
        """The texts below content/collected by their paths there."""
        folder = self.root / "content/collected"
        return {path: data.decode() for path, data in tree(folder).items()}


__all__ = ["Province"]
