"""A branch of a git repository, from which GitHub, Gitee, GitLab and others serve pages. On the remote:

    refs/heads/<branch>                 the release that is shown
    refs/sitegen/releases/<id>          the files of a release: one commit without parents
    refs/sitegen/records/<id>           its record: one commit with record.json

Commits have no parents, so that a release that is dropped takes its files with it. The branch is pushed only where it
still is what it was when the publication began; that is the lock among machines. No file of the site is written to
a working tree: `git fast-import` is told them.

A host may put commits on top of ours: GitHub writes the own domain of a site into CNAME that way. Such a CNAME stays,
as one commit on top of the release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sitegen.problems import Mistaken, Problem
from sitegen.publishing import record as records_of
from sitegen.publishing.payload import Payload
from sitegen.publishing.record import Record
from sitegen.publishing.target import DAMAGED, FOREIGN, Progress, at
from sitegen.publishing.targets.git_program import Git
from sitegen.publishing.targets.git_stream import beginning, file_line, quoted
from sitegen.publishing.targets.local import holder_of, locked_by, refusals_told

RELEASES, RECORDS = "refs/sitegen/releases/", "refs/sitegen/records/"
ADDED = {".nojekyll": b""}
"""Without it GitHub's pages leave out what begins with an underscore or a dot."""


@dataclass
class GitTarget:
    """A branch as a target. `folder` is where our own bare repository lies; it may be removed at any time."""

    name: str
    repository: str
    branch: str
    folder: Path
    environment: Mapping[str, str] = field(repr=False)
    _held: dict[str, str] | None = field(default=None, repr=False)
    """The remote's refs while we have the lock."""

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with locked_by(self.name, self._lock, owner):
            try:
                self._git.repair()
                self._held = self._listed()
                self._see_own(self._held)
                yield
            finally:
                self._held = None

    def holder(self) -> str | None:
        """Who is publishing from this machine: of others nothing is known, since the branch itself is the lock."""
        with refusals_told(self.name, self._lock):
            return holder_of(self._lock)

    def ids(self) -> Sequence[str]:
        refs = self._refs()
        known = (name.removeprefix(RECORDS) for name in refs if name.startswith(RECORDS))
        return sorted((one for one in known if RELEASES + one in refs), reverse=True)

    def record(self, release: str) -> Record | None:
        refs, name = self._refs(), RECORDS + release
        if name not in refs or RELEASES + release not in refs:
            return None
        self._fetch({name: refs[name]})
        return records_of.read(self._git.run("show", f"{refs[name]}:record.json"))

    def records(self) -> Sequence[Record]:
        refs = self._refs()
        self._fetch({name: refs[name] for name in refs if name.startswith(RECORDS)})
        return records_of.readable(map(self.record, self.ids()))

    def shown(self) -> str | None:
        return self._release_shown(self._refs())

    def put(self, payload: Payload, record: Record, before: Record | None, told: Progress) -> None:
        release, about = RELEASES + record.id, RECORDS + record.id
        there = self._blobs(before)

        def stream() -> Iterator[bytes]:
            yield from beginning(release, record, f"{record.site} {record.id}")
            yield from self._files(payload, record, there, told)
            yield from beginning(about, record, f"record of {record.id}")
            yield from file_line("record.json", records_of.written(record))
            yield b"done\n"

        self._git.run("fast-import", "--quiet", "--done", "--force", given=stream())
        self._push(f"+{release}:{release}", f"+{about}:{about}")

    def show(self, record: Record, before: Record | None) -> None:
        refs, release = self._refs(), RELEASES + record.id
        tip = refs.get(self._head, "")
        self._fetch({release: refs[release], **({self._head: tip} if tip else {})})
        commit = refs[release]
        if tip and "CNAME" not in record.files and not (before and "CNAME" in before.files):
            commit = self._with_cname(commit, tip, record)
        lease = f"--force-with-lease={self._head}:{tip}"
        self._push(f"{commit}:{self._head}", lease=lease)

    def drop(self, releases: Sequence[str]) -> None:
        names = [kind + release for release in releases for kind in (RELEASES, RECORDS)]
        self._push(*(f":{name}" for name in names))
        for name in names:
            self._git.run("update-ref", "-d", name)
        with suppress(Mistaken):  # our own repository may as well stay large
            self._git.run("-c", "gc.auto=6700", "-c", "gc.autoDetach=false", "gc", "--auto")

    @cached_property
    def _git(self) -> Git:
        return Git(self.name, self.folder, self.environment)

    @property
    def _lock(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}.lock")

    @property
    def _head(self) -> str:
        return f"refs/heads/{self.branch}"

    def _refs(self) -> dict[str, str]:
        """The refs of the remote."""
        if self._held is not None:
            return self._held
        self._git.prepare()
        return self._listed()

    def _listed(self) -> dict[str, str]:
        wanted = [self._head, f"{RELEASES}*", f"{RECORDS}*"]
        lines = self._git.text("ls-remote", "--", self.repository, *wanted).splitlines()
        return {name: commit for commit, _, name in (line.partition("\t") for line in lines)}

    def _release_shown(self, refs: Mapping[str, str]) -> str | None:
        """The release that is the branch, or on which others put commits since."""
        tip = refs.get(self._head)
        by_commit = {commit: name for name, commit in refs.items() if name.startswith(RELEASES)}
        if tip is None or not by_commit:
            return None
        commits = [tip]
        if tip not in by_commit:
            self._fetch({self._head: tip})
            commits = self._git.text("rev-list", "--first-parent", tip).splitlines()
        found = next((by_commit[commit] for commit in commits if commit in by_commit), None)
        return found and found.removeprefix(RELEASES)

    def _see_own(self, refs: Mapping[str, str]) -> None:
        """See that the branch is ours, or not there."""
        if self._head in refs and self._release_shown(refs) is None:
            facts = {"target": self.name, "found": f"{self.branch} {refs[self._head][:10]}"}
            raise Mistaken(Problem(FOREIGN, at(self.name), facts))

    def _fetch(self, refs: Mapping[str, str]) -> None:
        """Have these refs here, too."""
        if refs and not self._git.has(*refs.values()):
            specs = [f"+{name}:{name}" for name in refs]
            quietly = ("--quiet", "--no-tags", "--no-write-fetch-head")
            self._git.run("fetch", *quietly, "--", self.repository, *specs)

    def _push(self, *specs: str, lease: str = "--quiet") -> None:
        """Push all of these or none; what we know of the remote follows."""
        atomic = ("--quiet", "--atomic", "--no-verify", "--no-follow-tags")
        self._git.run("push", *atomic, lease, "--", self.repository, *specs)
        if self._held is None:
            return
        for spec in specs:
            source, _, name = spec.removeprefix("+").partition(":")
            if source:
                self._held[name] = self._git.text("rev-parse", source)
            else:
                self._held.pop(name, None)

    def _blobs(self, before: Record | None) -> dict[tuple[str, str], str]:
        """The git blobs of a release by path and sha256."""
        commit = self._refs().get(RELEASES + before.id) if before else None
        if before is None or commit is None:
            return {}
        self._fetch({RELEASES + before.id: commit})
        found, known = {}, before.all_files
        for line in self._git.run("ls-tree", "-r", "-z", commit).split(b"\0")[:-1]:
            about, _, name = line.partition(b"\t")
            path = name.decode()
            if path in known:
                found[path, known[path].sha256] = about.split()[2].decode()
        return found

    def _files(
        self,
        payload: Payload,
        record: Record,
        there: Mapping[tuple[str, str], str],
        told: Progress,
    ) -> Iterator[bytes]:
        """A release as fast-import reads it. Files that git has are named only."""
        done = 0
        for path, file in record.all_files.items():
            blob = there.get((path, file.sha256))
            if blob is not None:
                yield f"M 100644 {blob} {quoted(path)}\n".encode()
            elif path in payload.items:
                yield from file_line(path, payload.items[path].read())
            else:
                facts = {"target": self.name, "path": path}
                raise Mistaken(Problem(DAMAGED, at(self.name), facts))
            done += file.size
            told(min(done, payload.size), payload.size)
        for path, data in ADDED.items():
            if path not in record.files:
                yield from file_line(path, data)

    def _with_cname(self, commit: str, tip: str, record: Record) -> str:
        """The commit with the CNAME of the branch on top, where it has one."""
        entry = self._git.text("ls-tree", tip, "CNAME").split()
        if not entry:
            return commit
        top = "refs/sitegen/top"
        stream = [
            *beginning(top, record, "Keep CNAME of the branch", parent=commit),
            f"M 100644 {entry[2]} CNAME\ndone\n".encode(),
        ]
        self._git.run("fast-import", "--quiet", "--done", "--force", given=stream)
        return self._git.text("rev-parse", top)
