"""The folder that a build fills: whose it is, what is in it, what an interrupted build left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.building import commit as committing
from sitegen.building import manifest as manifests
from sitegen.building import ownership, staging_folder
from sitegen.building import stage as staging
from sitegen.building.manifest import Manifest, ManifestMemory
from sitegen.building.stat import Stat
from sitegen.outputs.addresses import RELEASE
from sitegen.pipeline.outcome import Clock
from sitegen.problems import Problem


@dataclass(frozen=True, slots=True)
class ExistingFiles:
    """What is in the output folder before the commit.

    `manifest` describes the files of the last build (empty for a clean build) and `built` are the paths
    of what builds have put there: nothing else may be removed. `disk` has the stats of the files that are really there; None where nobody has
    looked, since they are known to be as the manifest says.
    """

    manifest: Manifest
    built: frozenset[str]
    disk: Mapping[str, Stat] | None

    @property
    def paths(self) -> Set[str]:
        return self.manifest.keys() if self.disk is None else self.disk.keys()


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """The output folder at `path`. `records` is the folder with its manifest and journal, `memory`
    what this process remembers of both."""

    path: Path
    records: Path
    clock: Clock
    memory: ManifestMemory | None

    def finish_interrupted_build(self) -> None:
        """Complete a commit that was interrupted; remove files that were staged but not committed."""
        committing.finish(self.path, self.records, self.clock.now(), self.memory)

    def new_staging_folder(self) -> Path:
        """A new folder beside this one, in which files are made."""
        return staging_folder.begin(self.path, self.records)

    def discard_staged_files(self) -> None:
        """Remove what this build has staged. Its commit has not begun, so that is all it leaves."""
        staging_folder.remove(self.path, self.records)

    def owned_by(self, site_id: str) -> list[Problem]:
        """A problem if it is neither empty nor a release of the site with this id."""
        return ownership.owned(self.path, site_id, self.records)

    def is_as_remembered(self) -> bool:
        """Whether no other process seems to have built into the folder since this one did.

        The files in it are not looked at, except that release.json must be there.
        """
        return (
            self.memory is not None
            and self.memory.holds(self.records)
            and (self.path / RELEASE).is_file()
        )

    def existing_files(
        self, planned: Iterable[str], *, clean: bool, look_at_disk: bool
    ) -> ExistingFiles:
        """The files in the folder: those of the last build, and what is at the `planned` paths.

        A `clean` build makes all of them anew, and removes what a killed build left of them. What others
        have put there, a repository, say, stays.
        """
        last = manifests.read(self.records, self.memory)
        built = frozenset(last or ownership.released(self.path))
        if clean:
            built |= ownership.released(self.path).keys()
            built |= set(self._unfinished(built))
        disk = None
        if look_at_disk:
            disk = staging.on_disk(self.path, self.clock.now(), built.union(planned))
        return ExistingFiles({} if clean else last, built, disk)

    def _unfinished(self, built: Iterable[str]) -> Iterator[str]:
        """The files that a killed build left beside those it had `built`."""
        for folder in {path.rpartition("/")[0] for path in built}:
            for name in files.temporaries(self.path / folder):
                yield f"{folder}/{name}" if folder else name
