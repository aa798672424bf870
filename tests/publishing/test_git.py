"""Publishing to a branch: real repositories, over file:// and from a git daemon."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from sitegen.problems import Mistaken, Problem
from sitegen.publishing import releases
from sitegen.publishing.target import Target
from sitegen.publishing.targets.git import GitTarget
from sitegen.publishing.targets.git_program import telling
from tests.support.git_server import daemon, git, new_repository, shown
from tests.support.kills import any_change, killed, needs_fork
from tests.support.publications import at, broken_pages, payload, site

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
OLD, NEW = site(1), site(2)
CALM = releases.Terms("a test", keep=3, most_removed=100)
KILLS = int(os.environ.get("SITEGEN_KILLS", "24"))


def publish(target: Target, files: dict[str, bytes], minutes: float) -> releases.Publication:
    return releases.publish(target, payload(files), at(minutes), CALM)


def carried(files: dict[str, bytes], old: dict[str, bytes]) -> dict[str, bytes]:
    styles = {path: data for path, data in old.items() if path.endswith(".css")}
    return {**styles, **files, ".nojekyll": b""}


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "remote.git")


@pytest.fixture
def target(remote: Path, tmp_path: Path) -> GitTarget:
    return of(f"file://{remote}", tmp_path / "own/git")


def of(repository: str, folder: Path) -> GitTarget:
    return GitTarget("production", repository, "pages", folder, dict(os.environ))


def elsewhere(target: GitTarget, folder: Path) -> GitTarget:
    """The same target from another machine, which has nothing of it yet."""
    return of(target.repository, folder)


def refusal(target: GitTarget, files: dict[str, bytes] = NEW) -> Problem:
    with pytest.raises(Mistaken) as raised:
        publish(target, files, 5)
    return raised.value.problem


def test_back_and_forth(target: GitTarget, remote: Path) -> None:
    first = publish(target, OLD, 0)
    assert shown(remote) == {**OLD, ".nojekyll": b""}
    second = publish(target, NEW, 5)
    assert shown(remote) == carried(NEW, OLD) and second.difference.kept == 2
    assert [record.id for record in target.records()] == [second.record.id, first.record.id]
    assert publish(target, NEW, 6).difference.nothing and target.shown() == second.record.id
    chosen, before = releases.roll_back(target, None, owner="a test")
    assert (chosen, before) == (first.record, second.record)
    assert shown(remote) == {**OLD, ".nojekyll": b""} and target.shown() == first.record.id
    releases.roll_back(target, second.record.id, owner="a test")
    assert shown(remote) == carried(NEW, OLD)


def test_the_branch_is_one_commit_with_the_time_of_the_publication(
    target: GitTarget, remote: Path
) -> None:
    publish(target, OLD, 0)
    publish(target, NEW, 5)
    assert git(remote, "log", "--format=%an %at %cn %ct", "pages") == "\n".join(
        [f"sitegen {int(at(5).timestamp())} sitegen {int(at(5).timestamp())}"]
    )
    again = of(target.repository, target.folder.with_name("again"))
    there = git(remote, "for-each-ref", "--format=%(objectname) %(refname)")
    git(remote, "update-ref", "-d", "refs/heads/pages")
    for ref in there.split()[1::2]:
        git(remote, "update-ref", "-d", ref)
    publish(again, OLD, 0)
    publish(again, NEW, 5)
    assert git(remote, "for-each-ref", "--format=%(objectname) %(refname)") == there


def test_from_another_machine(target: GitTarget, remote: Path, tmp_path: Path) -> None:
    first = publish(target, OLD, 0)
    second = publish(elsewhere(target, tmp_path / "b"), NEW, 5)
    assert second.before == first.record and shown(remote) == carried(NEW, OLD)
    publish(target, site(3), 10)
    chosen, _ = releases.roll_back(elsewhere(target, tmp_path / "c"), None, owner="a test")
    assert chosen == second.record and shown(remote) == carried(NEW, OLD)


def test_names_that_git_would_quote(target: GitTarget, remote: Path) -> None:
    odd = {'"a" b.html': b"1", "介绍/梨 \\ 1.html": b"2", ".well-known/x": b"3", "a\u2028b": b"4"}
    publish(target, {**OLD, **odd}, 0)
    publish(target, {**NEW, **odd}, 5)
    assert {path: shown(remote)[path] for path in odd} == odd


def test_the_domain_that_the_host_wrote_stays(target: GitTarget, remote: Path) -> None:
    first = publish(target, OLD, 0)
    by_hand(remote, "CNAME", b"pages.example\n")
    assert target.shown() == first.record.id
    publish(target, NEW, 5)
    assert shown(remote) == {**carried(NEW, OLD), "CNAME": b"pages.example\n"}
    releases.roll_back(target, first.record.id, owner="a test")
    assert shown(remote) == {**OLD, ".nojekyll": b"", "CNAME": b"pages.example\n"}
    assert git(remote, "rev-list", "--count", "pages") == "2"


def test_the_domain_that_the_site_says_comes_and_goes(target: GitTarget, remote: Path) -> None:
    publish(target, {**OLD, "CNAME": b"own.example"}, 0)
    publish(target, NEW, 5)
    assert "CNAME" not in shown(remote)


def by_hand(remote: Path, path: str, data: bytes) -> None:
    """Somebody else commits a file to the branch."""
    clone = remote.with_name("clone")
    git(remote, "clone", "--quiet", "--branch", "pages", str(remote), str(clone))
    (clone / path).write_bytes(data)
    there = ("-C", str(clone), "-c", "user.name=x", "-c", "user.email=x@x")
    git(remote, *there, "add", "--all", bare=False)
    git(remote, *there, "commit", "--quiet", "-m", "by hand", bare=False)
    git(remote, "-C", str(clone), "push", "--quiet", bare=False)
    shutil.rmtree(clone)


def test_a_branch_of_somebody_else_is_left_alone(
    target: GitTarget, remote: Path, tmp_path: Path
) -> None:
    publish(of(target.repository, tmp_path / "x"), OLD, 0)
    for ref in git(remote, "for-each-ref", "--format=%(refname)", "refs/sitegen").split():
        git(remote, "update-ref", "-d", ref)
    before = git(remote, "rev-parse", "pages")
    problem = refusal(target)
    assert problem.kind.code == "publish.foreign" and "pages" in problem.message("zh")
    assert git(remote, "rev-parse", "pages") == before


def test_another_site_is_left_alone(target: GitTarget, remote: Path) -> None:
    publish(target, OLD, 0)
    with pytest.raises(Mistaken) as raised:
        releases.publish(target, payload(NEW, "other"), at(5), CALM)
    assert raised.value.problem.kind.code == "publish.another-site"
    assert shown(remote) == {**OLD, ".nojekyll": b""}


def test_old_releases_go(target: GitTarget, remote: Path) -> None:
    made = [publish(target, site(number), number).record.id for number in range(1, 5)]
    last = publish(target, site(9), 8 * 24 * 60)
    assert last.dropped == tuple(reversed(made[:2]))
    names = git(remote, "for-each-ref", "--format=%(refname)", "refs/sitegen").split()
    kept = sorted([*made[2:], last.record.id])
    assert names == [f"refs/sitegen/{kind}/{n}" for kind in ("records", "releases") for n in kept]


def test_two_at_once(target: GitTarget, remote: Path, tmp_path: Path) -> None:
    publish(target, OLD, 0)
    with target.locked("张三@gateway"):
        problem = refusal(target)
        assert problem.kind.code == "publish.busy" and "张三@gateway" in problem.message("zh")
    other = elsewhere(target, tmp_path / "b")
    with other.locked("on another machine"):
        publish(target, NEW, 5)
        record = other.records()[0]
        with pytest.raises(Mistaken) as raised:
            other.show(record, record)
    assert raised.value.problem.kind.code == "publish.branch-moved"
    assert shown(remote) == carried(NEW, OLD)


@pytest.mark.parametrize("damage", ["objects", "HEAD", "a lock", "all"])
def test_our_own_repository_may_be_damaged(target: GitTarget, remote: Path, damage: str) -> None:
    publish(target, OLD, 0)
    if damage == "objects":
        for pack in target.folder.rglob("*.pack"):
            pack.unlink()
    elif damage == "HEAD":
        (target.folder / "HEAD").write_text("nothing", "utf-8")
    elif damage == "a lock":
        (target.folder / "packed-refs.lock").touch()
        (target.folder / "HEAD.lock").touch()
        (target.folder / "refs/sitegen/releases/x.lock").touch()
    else:
        shutil.rmtree(target.folder)
    publish(target, NEW, 5)
    assert shown(remote) == carried(NEW, OLD)


def test_what_git_says_is_told_without_secrets(tmp_path: Path, remote: Path) -> None:
    problem = refusal(of(f"file://{tmp_path}/nowhere.git", tmp_path / "own"))
    assert problem.kind.code == "publish.unreachable"
    assert "does not appear to be a git repository" in problem.message("zh")
    problem = refusal(of("http://user:geheim@127.0.0.1:1/x.git", tmp_path / "own"))
    assert "geheim" not in problem.message("zh") and "127.0.0.1" in problem.message("zh")
    (remote / "hooks/pre-receive").write_text("#!/bin/sh\necho 'quota exceeded' >&2\nexit 1\n")
    (remote / "hooks/pre-receive").chmod(0o755)
    problem = refusal(of(f"file://{remote}", tmp_path / "own"))
    assert "pre-receive hook declined" in problem.message("zh")
    missing = GitTarget("production", "x", "pages", tmp_path / "p", {"PATH": str(tmp_path)})
    assert refusal(missing).kind.code == "publish.no-git"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "warning: x\nfatal: 'x' does not appear to be a git repository\n"
            "fatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\n"
            "and the repository exists.\n",
            "fatal: 'x' does not appear to be a git repository",
        ),
        (
            "git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.\n",
            "git@x: Permission denied (publickey).",
        ),
        (
            "To https://me:pw@x/y\n ! [rejected] a -> b (stale info)\nerror: failed to push some refs to 'x'",
            "! [rejected] a -> b (stale info)",
        ),
        ("fatal: unable to access 'https://me:pw@x/'", "fatal: unable to access 'https://x/'"),
        ("", "git"),
    ],
)
def test_the_line_that_tells_most(said: str, told: str) -> None:
    assert telling(said) == told


def event(name: str, arguments: tuple[Any, ...]) -> bool:
    return name == "subprocess.Popen" or any_change(name, arguments)


@needs_fork
def test_a_kill_before_any_command_leaves_a_whole_site(target: GitTarget, remote: Path) -> None:
    publish(target, OLD, 0)
    count = 0
    while killed(lambda: publish(target, NEW, 5), count, event):
        assert shown(remote) in ({**OLD, ".nojekyll": b""}, carried(NEW, OLD)), count
        count += 1
    assert shown(remote) == carried(NEW, OLD) and count > 10
    assert publish(target, NEW, 6).difference.nothing


@needs_fork
def test_git_itself_is_killed_at_any_instant(tmp_path: Path) -> None:
    """The client and all its git programs die together; the server lives on, as servers do."""
    drawn, old = random.Random(2), site(1, 60)
    remote = new_repository(tmp_path / "remote.git")
    with daemon(tmp_path) as address:
        target = of(f"{address}/remote.git", tmp_path / "own")
        publish(target, old, 0)
        new, kills, states = site(2, 60), 0, set()
        for number in range(3, 3 + KILLS * 4):
            kills += killed_with_all(lambda: publish(target, new, number), drawn.random() * 0.6)  # noqa: B023
            found = shown(remote)
            assert not broken_pages(found)
            is_new = found.items() >= new.items()
            assert is_new or found.items() >= old.items(), f"after {kills} kills"
            states.add(is_new)
            if is_new or number % 5 == 0:
                publish(target, new, number)
                assert shown(remote).items() >= new.items()
                old, new = new, site(number, 60)
            if kills == KILLS:
                break
    assert kills >= KILLS and states == {True, False}


def killed_with_all(work: Any, seconds: float) -> bool:
    """Do some work in a process group that is killed after some seconds. Whether it was."""
    child = os.fork()
    if child == 0:
        os.setsid()
        try:
            work()
        finally:
            os._exit(0)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if os.waitpid(child, os.WNOHANG)[0]:
            return False
        time.sleep(0.005)
    while True:
        try:
            os.killpg(child, signal.SIGKILL)
            break
        except ProcessLookupError:  # it has no group of its own yet
            time.sleep(0.005)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
