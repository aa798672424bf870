"""The program git on a bare repository of our own: run without a shell, asking nobody, its refusals told.

What it is run with comes from the environment it is given, less what would lead it to another repository.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen import files
from sitegen.problems import Kind, Mistaken, Problem, Severity
from sitegen.publishing.target import at, unreachable

NO_GIT = Kind(
    "publish.no-git",
    Severity.ERROR,
    zh="发布到“{target}”要用 git，这里没有装",
    en="publishing to “{target}” needs git, which is not installed",
    fix_zh="装上 git（Debian：apt-get install git；Windows：https://git-scm.com/）",
    fix_en="install git (Debian: apt-get install git; Windows: https://git-scm.com/)",
)
MOVED = Kind(
    "publish.branch-moved",
    Severity.ERROR,
    zh="“{target}”的分支在发布时被别人改了（{cause}），没有换上",
    en="somebody else changed the branch of “{target}” meanwhile ({cause}); nothing was switched",
    fix_zh="再发布一次",
    fix_en="publish again",
)
ELSEWHERE = re.compile(
    r"GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX"
    r"|QUARANTINE_PATH|TRACE.*)\Z"
)
"""Variables that are set where this is run from a hook, say."""
SETTINGS = {
    "core.hooksPath": "/dev/null",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "core.quotePath": "false",
    "fetch.recurseSubmodules": "false",
    "fetch.unpackLimit": "1",
    "fastimport.unpackLimit": "1",
}
"""Nothing runs beside the command that was asked for. Objects come as packs, which are there whole or not at all: so
a commit that is there has all its files, whenever the last run was killed."""
SECRET = re.compile(r"(?<=://)[^/@\s]+@")
SAYS_NOTHING = re.compile(
    r"fatal: Could not read from remote|error: failed to push some refs|Please make sure you have the correct"
    r"|and the repository exists|warning: |hint: "
)
"""Lines that stand after one that tells more."""
TELLING = re.compile(r"(fatal|error|remote): ")


@dataclass(frozen=True, slots=True)
class Git:
    """git in the bare repository at `folder`, for the target of this name."""

    target: str
    folder: Path
    environment: Mapping[str, str] = field(repr=False)
    program: str = "git"

    def run(self, *arguments: str, given: bytes | Iterable[bytes] = b"") -> bytes:
        """What a command prints, told these bytes. Raises Mistaken where it fails."""
        settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [self.program, f"--git-dir={self.folder}", *settings, *arguments]
        try:
            running = subprocess.Popen(
                command,
                env=self._variables(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except FileNotFoundError:
            raise Mistaken(Problem(NO_GIT, at(self.target), {"target": self.target})) from None
        with running:
            try:
                printed, said = _talk(running, given)
            except BaseException:
                running.kill()
                raise
        if running.returncode:
            raise self._refusal(said.decode(errors="replace"))
        return printed

    def text(self, *arguments: str) -> str:
        """The same as text without the last line's end."""
        return self.run(*arguments).decode(errors="surrogateescape").rstrip("\n")

    def has(self, *names: str) -> bool:
        """Whether all these objects are in the repository."""
        given = "".join(f"{name}\n" for name in names).encode()
        return b" missing\n" not in self.run("cat-file", "--batch-check", given=given)

    def prepare(self) -> None:
        """See that there is a repository."""
        if not files.is_folder(self.folder / "objects"):
            self.folder.mkdir(parents=True, exist_ok=True)
            self.run("init", "--bare", "--quiet", str(self.folder))

    def repair(self) -> None:
        """See that the repository can be used, while nobody else does: what a kill left goes, and where more is
        wrong, all of it, since it lies on the remote, too."""
        for left in [*self.folder.rglob("*.lock"), *self.folder.rglob("tmp_*")]:
            files.remove_tree(left)
        self.prepare()
        try:
            self.run("for-each-ref")
        except Mistaken:
            files.remove_tree(self.folder)
            self.prepare()

    def _variables(self) -> dict[str, str]:
        given = {
            name: value for name, value in self.environment.items() if not ELSEWHERE.match(name)
        }
        return {**given, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "LANGUAGE": "C"}

    def _refusal(self, said: str) -> Mistaken:
        cause = telling(said)
        if "(stale info)" in cause or "(fetch first)" in cause or "cannot lock ref" in said:
            facts = {"target": self.target, "cause": cause}
            return Mistaken(Problem(MOVED, at(self.target), facts))
        return unreachable(self.target, cause)


def telling(said: str) -> str:
    """The line of what git said that tells most, without the name and password of an address."""
    every = [SECRET.sub("", line).strip() for line in said.splitlines() if line.strip()]
    lines = [line for line in every if not SAYS_NOTHING.match(line)] or every or ["git"]
    for line in lines:
        if line.startswith("! ["):
            return line
    return next((line for line in reversed(lines) if TELLING.match(line)), lines[-1])


def _talk(running: subprocess.Popen[bytes], given: bytes | Iterable[bytes]) -> tuple[bytes, bytes]:
    """What a command prints on both ways. What it is told in parts it must not answer at length."""
    if isinstance(given, bytes):
        return running.communicate(given)
    assert running.stdin is not None
    try:
        for part in given:
            running.stdin.write(part)
    except BrokenPipeError:  # it has ended; what it said tells why
        pass
    return running.communicate()
