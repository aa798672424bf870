"""What every target can do. A publication is put beside the release that is shown, then shown in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, runtime_checkable

from sitegen.problems import Kind, Location, Mistaken, Problem, Severity
from sitegen.publishing.payload import Payload
from sitegen.publishing.record import Record

Progress = Callable[[int, int], None]
"""Told how many bytes have been put, and how many there are."""

UNREACHABLE = Kind(
    "publish.unreachable",
    Severity.ERROR,
    zh="到不了发布目标“{target}”：{cause}",
    en="the target “{target}” cannot be reached: {cause}",
    fix_zh="看看网络、地址、权限；目标上的网站没有动",
    fix_en="look at the network, the address and the rights; the site there is as it was",
)
BUSY = Kind(
    "publish.busy",
    Severity.ERROR,
    zh="“{target}”正在被另一次发布使用（{owner}；锁是 {lock}）",
    en="another publication is using “{target}” ({owner}; the lock is {lock})",
    fix_zh="等它结束再试；确实没有别的发布在进行，就删去那个锁",
    fix_en="try again when it has ended; if there certainly is none, remove that lock",
)
FOREIGN = Kind(
    "publish.foreign",
    Severity.ERROR,
    zh="“{target}”里已有别的东西（{found}），不敢动它",
    en="“{target}” holds something else ({found}), which is left alone",
    fix_zh="换一个空的位置，或先把那里的东西挪开",
    fix_en="choose an empty place, or move away what is there",
)
DAMAGED = Kind(
    "publish.not-as-sent",
    Severity.ERROR,
    zh="“{target}”上收到的“{path}”和送出的不一样，没有换上",
    en="“{path}” did not arrive at “{target}” as it was sent; nothing was switched",
    fix_zh="再发布一次；还是这样就检查那边的磁盘",
    fix_en="publish again; if that does not help, look at the disk there",
)


class Target(Protocol):
    """A place where releases are put.

    `put` and `show` may be interrupted at any instant: what is shown is a whole release then, and the
    same call made again finishes the work.
    """

    @property
    def name(self) -> str:
        """What site.yaml calls it."""

    def locked(self, owner: str) -> AbstractContextManager[None]:
        """Keep others from publishing here meanwhile. Raises Mistaken where somebody else does."""

    def holder(self) -> str | None:
        """Who is publishing here at this moment; None where nobody is. Nothing is changed."""

    def ids(self) -> Sequence[str]:
        """The releases that are there, the latest first. Their records, which are large, are not read."""

    def record(self, release: str) -> Record | None:
        """What is in a release; None where it is not there, or nobody can read its record."""

    def records(self) -> Sequence[Record]:
        """All that can be read of the releases that are there, the latest first."""

    def shown(self) -> str | None:
        """The id of the release that visitors get; None where there is none."""

    def put(self, payload: Payload, record: Record, before: Record | None, told: Progress) -> None:
        """Put a release beside what is shown, and see that it is whole. Nobody sees it yet."""

    def show(self, record: Record, before: Record | None) -> None:
        """Let visitors get this release, `before` being the one they got so far."""

    def drop(self, releases: Sequence[str]) -> None:
        """Remove releases that are not shown."""


@runtime_checkable
class ReadableTarget(Target, Protocol):
    """A target whose files can be read as visitors get them."""

    def damaged(self, record: Record) -> Sequence[str]:
        """The paths of the release that is shown which are missing there, or are not as they were put."""


def unreachable(target: str, cause: str) -> Mistaken:
    """What is raised where a target does not answer, or refuses."""
    facts = {"target": target, "cause": cause.strip()}
    return Mistaken(Problem(UNREACHABLE, at(target), facts))


def at(target: str) -> Location:
    """Where the settings of a target stand."""
    return Location("site.yaml", field=f"publish.{target}")
