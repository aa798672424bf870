"""The copy of a site's content that a publication builds: nobody edits it meanwhile, and it stays for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.building import state
from sitegen.building.variants import FOLDER as IMAGES
from sitegen.commands.build import build
from sitegen.commands.record import record
from sitegen.commands.targets import FOLDER
from sitegen.config.site import read_site
from sitegen.loading import ledger_file
from sitegen.pipeline.outcome import Clock
from sitegen.problems import Report
from sitegen.publishing.compression import PackedFile, Packer
from sitegen.publishing.finished import FinishedSite, open_site
from sitegen.publishing.sources import Listing, Sources


@dataclass(frozen=True, slots=True)
class Candidate:
    """The site in `root` as it is to be published."""

    root: Path
    workers: int

    @property
    def sources(self) -> Sources:
        return Sources(self.root / FOLDER)

    @property
    def output(self) -> Path:
        return self.root / FOLDER / "output"

    def build(
        self,
        listing: Listing,
        report: Report,
        clock: Clock,
        tick: Callable[[str], None],
    ) -> tuple[FinishedSite, Listing] | None:
        """Build the files of a listing. New addresses are published on the day that the data stand for.

        Gives the site, and the listing with its ledger; None where the report says why not.
        """
        sources = self.sources
        sources.lay_out(listing)
        self._lend_pictures()
        # What record has to say, the build says, too.
        site, _ = read_site(sources.site)
        if site is not None:
            on = clock.today(site.settings.timezone)
            record(sources.site, Report(), clock, on, workers=self.workers)
        result = build(sources.site, self.output, report, clock, workers=self.workers, tick=tick)
        if result is None:
            return None
        return open_site(self.output), self._with_ledger(listing)

    def packed(self, site: FinishedSite) -> Iterable[PackedFile]:
        """The packed forms of the site's files."""
        packer = Packer(self.root / FOLDER / "packed", self.workers)
        packer.forget_others(site)
        return packer.packed(site)

    def hand_back_ledger(self, before: Listing, after: Listing) -> bool:
        """Give the site its ledger with the lines of this publication. False where somebody has changed that
        file meanwhile."""
        old, new = before.get(ledger_file.FILE), after.get(ledger_file.FILE)
        if old == new or new is None:
            return True
        place = self.root / ledger_file.FILE
        now = files.digest(files.read(place)) if place.exists() else None
        if now != old:
            return False
        data = self.sources.read(after, ledger_file.FILE)
        if data is None:
            return False
        files.write(place, data, through=self.root / state.FOLDER)
        return True

    def _with_ledger(self, listing: Listing) -> Listing:
        place = self.sources.site / ledger_file.FILE
        if not place.exists():
            return listing
        return {**listing, ledger_file.FILE: self.sources.keep(files.read(place))}

    def _lend_pictures(self) -> None:
        """Let the copy use the pictures that builds of the site have encoded already."""
        own, lent = self.sources.site / state.FOLDER / IMAGES, self.root / state.FOLDER / IMAGES
        if not own.exists() and files.is_folder(lent):
            for path, entry in files.walk(lent):
                files.link_or_copy(Path(entry.path), files.inside(own, path))
