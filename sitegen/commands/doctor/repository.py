"""The repository of the site's folder: whether what must not be lost is in it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from sitegen.building import state
from sitegen.commands.doctor.finding import Finding, wrong
from sitegen.loading import ledger_file
from sitegen.model.types import Label
from sitegen.problems import Kind, Severity
from sitegen.publishing import journal
from sitegen.publishing.sources import INPUTS

REPOSITORY = Label("版本库", "repository")
SECONDS = 60
RECORDS = (ledger_file.FILE, journal.FILE)
PRODUCTS = (state.FOLDER, "output")

NO_GIT = Kind(
    "doctor.no-git",
    Severity.WARNING,
    zh="没有 git，看不了站点的历史",
    en="there is no git to look at the history of the site",
    fix_zh="装上 git；站点的文件夹应当是一个版本库",
    fix_en="install git; the folder of the site should be a repository",
)
NO_REPOSITORY = Kind(
    "doctor.no-repository",
    Severity.WARNING,
    zh="站点的文件夹不在版本库里[[（{cause}）]]",
    en="the folder of the site is in no repository[[ ({cause})]]",
    fix_zh="建一个，提交一次，推到另一处，那就是备份：{example}",
    fix_en="make one, commit, push it elsewhere, which is the backup: {example}",
)
UNCOMMITTED = Kind(
    "doctor.uncommitted",
    Severity.WARNING,
    zh="有 {count} 个文件没有提交：{examples}",
    en="{count} files are not committed: {examples}",
    fix_zh="提交它们：没提交的不在备份里，CI 也看不到",
    fix_en="commit them: no backup has them, nor does CI see them",
)
IGNORED = Kind(
    "doctor.record-ignored",
    Severity.ERROR,
    zh="{path} 被 .gitignore 挡在版本库外：换一台机器就没有了",
    en="{path} is kept out of the repository by .gitignore: another machine will not have it",
    fix_zh="从 .gitignore 里去掉，提交它",
    fix_en="take it out of .gitignore and commit it",
)
PRODUCT_KEPT = Kind(
    "doctor.product-committed",
    Severity.WARNING,
    zh="版本库里有 {path}：它是做出来的，.sitegen 里还有不公开的内容",
    en="{path} is in the repository: it is made by builds, and .sitegen has what is not public",
    fix_zh="运行 {example}，再写进 .gitignore",
    fix_en="run {example}, and put it into .gitignore",
)


def look(root: Path) -> Iterator[Finding]:
    """Everything about the repository."""
    try:
        code, _, cause = _git(root, "rev-parse", "--show-toplevel")
    except (OSError, subprocess.TimeoutExpired):
        yield wrong(REPOSITORY, NO_GIT)
        return
    if code:
        dubious = cause.strip().splitlines()[0] if "dubious" in cause else ""
        yield wrong(REPOSITORY, NO_REPOSITORY, cause=dubious, example="git init")
        return
    found = [*_uncommitted(root), *_ignored(root), *_products(root)]
    yield from found
    if not found:
        yield Finding(REPOSITORY, Label("都提交了", "all is committed"))


def _uncommitted(root: Path) -> Iterator[Finding]:
    own = [name for name in (*INPUTS, journal.FILE) if (root / name).exists()]
    status = ("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", *own)
    changed = [line[3:] for line in _git(root, *status)[1].split("\0") if line]
    if changed:
        examples = "、".join(changed[:3])
        yield wrong(REPOSITORY, UNCOMMITTED, count=len(changed), examples=examples)


def _ignored(root: Path) -> Iterator[Finding]:
    for path in RECORDS:
        if _git(root, "check-ignore", "-q", path)[0] == 0:
            yield wrong(REPOSITORY, IGNORED, path=path)


def _products(root: Path) -> Iterator[Finding]:
    for path in PRODUCTS:
        if _git(root, "ls-files", "--", path)[1]:
            yield wrong(REPOSITORY, PRODUCT_KEPT, path=path, example=f"git rm -r --cached {path}")


def _git(root: Path, *arguments: str) -> tuple[int, str, str]:
    """(exit code, output, messages) of git, which runs no program that the repository names."""
    done = subprocess.run(
        ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *arguments],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
