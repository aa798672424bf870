"""A folder on another machine, reached by SSH, in the same shape as a folder of this one (see `folder`).

The other machine needs a shell, tar, sha256sum and links, which every Linux server has, and nothing of ours. What did
not change gets a second name there, what did goes over as one tar; then every file is read there and its sha256
compared. What an interrupted publication has put is found by that, too, and is not sent again.
"""

from __future__ import annotations

import io
import shlex
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sitegen import files
from sitegen.problems import Mistaken, Problem
from sitegen.publishing import record as records_of
from sitegen.publishing.payload import Payload
from sitegen.publishing.record import FileRecord, Record, styles_of_open_pages
from sitegen.publishing.target import BUSY, DAMAGED, FOREIGN, Progress, at
from sitegen.publishing.targets.openssh import Ssh

LOCK = """
mkdir -p {path} && cd {path} || exit 1
found=$(ls | grep -v -x -e lock -e incoming -e releases | head -n 1)
if [ ! -d records ] && [ -n "$found" ]; then echo "foreign $found"; exit 0; fi
if command -v flock >/dev/null 2>&1; then
  exec 9>>lock
  if ! flock -n 9; then echo "busy $(cat lock)"; exit 0; fi
else
  if ! mkdir lock.d 2>/dev/null; then echo "busy $(cat lock)"; exit 0; fi
  trap 'rmdir lock.d' EXIT HUP TERM PIPE
fi
printf '%s' {owner} > lock
echo locked
cat > /dev/null
"""
"""Prints whether the lock is ours, and keeps it until its input ends: also where this machine loses its power."""
BEGIN = """
cd {path} && mkdir -p incoming releases records || exit 1
shown=$(readlink current); shown=${{shown##*/}}
for release in releases/*; do
  name=${{release##*/}}
  [ -e "records/$name.json" ] || [ "$name" = "$shown" ] || [ ! -e "$release" ] || rm -rf "$release"
done
if [ -n {before} ] && [ -z "$(ls -A incoming)" ]; then
  rmdir incoming && cp -al releases/{before} incoming
fi
"""
"""Removes what no record knows, and begins a release with second names of the files of the last one."""
DIGESTS = "cd {path}/{folder} && find . -type f -print0 | xargs -0 -r sha256sum --"
REMOVE = "cd {path}/incoming && xargs -0 -r rm -f --"
UNPACK = "cd {path}/incoming && tar -x -f - --no-same-owner"
FINISH = """
cd {path} && cat > records/.new && mv records/.new records/{id}.json && rm -rf releases/{id} \
  && find incoming -type d -empty -delete && mv incoming releases/{id}
"""
LEND = "cd {path}/releases/{before} && xargs -0 cp -al --parents -n -t ../{id} --"
SHOW = """
cd {path} && ln -sfn releases/{id} .current.new \
  && {{ mv -T .current.new current 2>/dev/null || perl -e 'rename $ARGV[0], $ARGV[1] or die $!' .current.new current; }}
"""
RECORDS = """
cd {path} 2>/dev/null || exit 0
for record in records/*.json; do
  name=${{record##*/}}; name=${{name%.json}}
  [ -d "releases/$name" ] && cat "$record" && echo
done
true
"""
IDS = """
cd {path} 2>/dev/null || exit 0
for record in records/*.json; do
  name=${{record##*/}}; name=${{name%.json}}
  [ -d "releases/$name" ] && echo "$name"
done
true
"""
RECORD = (
    "cd {path} 2>/dev/null && [ -d releases/{id} ] && cat records/{id}.json 2>/dev/null || true"
)
HOLDER = """
cd {path} 2>/dev/null && [ -e lock ] || exit 0
if [ -d lock.d ]; then cat lock
elif command -v flock >/dev/null 2>&1; then flock -n lock true || cat lock
fi
"""
"""Prints who is publishing, and nothing where nobody is."""
DROP = """
cd {path} && for name in {names}; do rm -rf "records/$name.json" "releases/$name" || exit 1; done
"""


@dataclass(frozen=True, slots=True)
class SshTarget:
    """A folder on a host as a target."""

    name: str
    path: str
    ssh: Ssh
    _connection: list[Ssh] = field(default_factory=list)
    """The shared connection, while the lock is held."""

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:
        with self.ssh.connected() as shared:
            self._connection.append(shared)
            try:
                with shared.held(self._script(LOCK, owner=shlex.quote(owner))) as line:
                    self._see_locked(line)
                    yield
            finally:
                self._connection.clear()

    def holder(self) -> str | None:
        return self._run(HOLDER).decode(errors="replace").strip() or None

    def ids(self) -> Sequence[str]:
        return sorted(self._run(IDS).decode(errors="replace").splitlines(), reverse=True)

    def record(self, release: str) -> Record | None:
        try:
            return records_of.read(self._run(RECORD, id=release))
        except files.OutsideRoot:
            return None

    def records(self) -> Sequence[Record]:
        found = records_of.readable(map(records_of.read, self._run(RECORDS).splitlines()))
        return sorted(found, key=lambda record: record.id, reverse=True)

    def shown(self) -> str | None:
        link = self._run("readlink {path}/current || true").decode(errors="replace").strip()
        return link.rpartition("/")[2] or None

    def put(self, payload: Payload, record: Record, before: Record | None, told: Progress) -> None:
        self._run(BEGIN, before=shlex.quote(before.id if before else ""))
        there = self._digests("incoming")
        every = record.all_files
        wrong = [path for path, sha256 in there.items() if not _is(every.get(path), sha256)]
        if wrong:
            self._run(REMOVE, given="\0".join(wrong).encode())
        missing = [path for path, file in every.items() if not _is(file, there.get(path, ""))]
        if missing:
            self._run(UNPACK, given=_tar(payload, every, missing, told))
            there = self._digests("incoming")
        for path, file in every.items():
            if not _is(file, there.get(path, "")):
                facts = {"target": self.name, "path": path}
                raise Mistaken(Problem(DAMAGED, at(self.name), facts))
        self._run(FINISH, id=record.id, given=records_of.written(record))

    def show(self, record: Record, before: Record | None) -> None:
        styles = sorted(styles_of_open_pages(record, before))
        if before is not None and styles:
            names = "\0".join(styles).encode()
            self._run(LEND, id=record.id, before=shlex.quote(before.id), given=names)
        self._run(SHOW, id=record.id)

    def drop(self, releases: Sequence[str]) -> None:
        names = (shlex.quote(files.checked_parts(release)[0]) for release in releases)
        self._run(DROP, names=" ".join(names))

    def damaged(self, record: Record) -> Sequence[str]:
        there = self._digests("current")
        return [
            path for path, file in record.all_files.items() if not _is(file, there.get(path, ""))
        ]

    def _run(self, script: str, *, given: bytes | Iterable[bytes] = b"", **values: str) -> bytes:
        ssh = self._connection[0] if self._connection else self.ssh
        return ssh.run(self._script(script, **values), given)

    def _script(self, script: str, **values: str) -> str:
        if "id" in values:
            values["id"] = shlex.quote(files.checked_parts(values["id"])[0])
        return script.format(path=shlex.quote(self.path), **values)

    def _digests(self, folder: str) -> dict[str, str]:
        """sha256 by path of all that lies in a folder of the target."""
        found = {}
        for line in self._run(DIGESTS, folder=folder).decode(errors="surrogateescape").splitlines():
            sha256, _, path = line.partition("  ")
            found[path.removeprefix("./")] = sha256
        return found

    def _see_locked(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word == "foreign":
            facts = {"target": self.name, "found": rest}
            raise Mistaken(Problem(FOREIGN, at(self.name), facts))
        if word != "locked":
            facts = {"target": self.name, "owner": rest or "?", "lock": f"{self.path}/lock"}
            raise Mistaken(Problem(BUSY, at(self.name), facts))


def _is(file: FileRecord | None, sha256: str) -> bool:
    return file is not None and file.sha256 == sha256


def _tar(
    payload: Payload, every: dict[str, FileRecord], paths: Sequence[str], told: Progress
) -> Iterator[bytes]:
    """A tar of these files, one part for each; those that are in no payload are left out."""
    sent = [path for path in paths if path in payload.items]
    done, whole = 0, sum(every[path].size for path in sent)
    for path in sent:
        data = payload.items[path].read()
        entry = tarfile.TarInfo(path)
        entry.size, entry.mtime, entry.mode = len(data), every[path].time, 0o644
        head = entry.tobuf(tarfile.PAX_FORMAT)
        padding = -len(data) % tarfile.BLOCKSIZE
        yield b"".join([head, data, bytes(padding)])
        done += len(data)
        told(done, whole)
    yield bytes(io.DEFAULT_BUFFER_SIZE)
