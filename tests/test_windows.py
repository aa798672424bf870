"""What Windows does otherwise, as far as that can be shown elsewhere: nothing here was run on Windows.

Calls that it lacks stand behind a question whether they are there; files that are being read, links and locks are
simulated.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import files
from sitegen.files import linking, writing
from sitegen.problems import Mistaken
from sitegen.publishing import releases
from sitegen.publishing.targets.folder import FolderTarget
from tests.support.publications import at, payload, site, tree
from tests.support.source_trees import TREES

LACKING = {
    "os": frozenset(
        ["fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "getgroups", "setsid", "setuid", "chown", "lchown", "fchown", "fchmod", "mkfifo", "mknod", "sched_getaffinity", "killpg", "getpgid", "posix_fallocate", "pipe2", "uname", "wait", "waitid", "statvfs", "sync", "nice", "getloadavg", "O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "O_CLOEXEC"]
    ),
    "signal": frozenset(["SIGKILL", "SIGALRM", "SIGHUP", "SIGUSR1", "SIGUSR2", "alarm", "pthread_sigmask"]),
    "socket": frozenset(["AF_UNIX"]),
    "time": frozenset(["tzset"]),
}  # fmt: skip
MODULES = frozenset(
    ["fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog", "posix", "readline"]
)
GUARDED = {
    ("sitegen.cli.environment", "os.sched_getaffinity"): "hasattr",
    ("sitegen.cli.environment", "os.geteuid"): "win32",
    ("sitegen.files.locking", "fcntl"): "ImportError",
    ("sitegen.building.turns", "fcntl"): "ImportError",
    ("sitegen.building.workers", "fcntl"): "ImportError",
}
"""What only other systems have, and by what the code asks for it before."""


def used(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in LACKING.get(node.value.id, ()):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            yield node.module


def test_what_windows_lacks_is_asked_for_before() -> None:
    found = {(module, name) for module, tree in TREES.items() for name in used(tree)}
    assert found == GUARDED.keys()
    for (module, _), guard in GUARDED.items():
        assert guard in ast.unparse(TREES[module])


def test_a_file_that_is_being_read_is_replaced_a_little_later(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real, refusals = os.replace, [0]

    def refusing(source: object, target: object) -> None:
        refusals[0] += 1
        if refusals[0] < 4:
            raise PermissionError(13, "Access is denied", str(target))
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(writing.os, "replace", refusing)
    monkeypatch.setattr(writing, "PAUSE", 0.001)
    with pytest.raises(PermissionError):
        files.write(tmp_path / "a", b"1")
    refusals[0] = 0
    with monkeypatch.context() as windows:
        windows.setattr(writing.os, "name", "nt")
        writing.replace(str(made(tmp_path / "new")), tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert refusals[0] == 4


def made(path: Path) -> Path:
    path.write_bytes(b"new")
    return path


def test_where_a_link_takes_no_place_a_copy_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As on Windows, where a link to a folder can be made and not replaced."""
    real = os.replace

    def replace(source: object, target: object) -> None:
        if Path(str(source)).is_symlink():
            raise PermissionError(13, "Access is denied", str(target))
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(linking.os, "replace", replace)
    target = FolderTarget("production", tmp_path / "www")
    for number in (1, 2):
        releases.publish(
            target,
            payload(site(number)),
            at(number),
            releases.Terms("a test", keep=2, most_removed=99),
        )
        assert site(number).items() <= tree(tmp_path / "www/current").items()
    assert not (tmp_path / "www/current").is_symlink()
    assert [path.name for path in (tmp_path / "www").iterdir() if path.name.startswith(".")] == []


def test_who_has_locked_a_file_need_not_be_readable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def read(descriptor: int, size: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    target = FolderTarget("production", tmp_path / "www")
    with target.locked("somebody"):
        monkeypatch.setattr(os, "read", read)
        with pytest.raises(Mistaken) as raised, target.locked("other"):
            pass
    assert raised.value.problem.facts["owner"] == "?"
