"""A target: whether it can be reached, what is shown there and since when, whether somebody is publishing."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sitegen.commands import targets
from sitegen.commands.doctor.finding import Finding, Machine, wrong
from sitegen.commands.doctor.folder import MUCH
from sitegen.config.publish_settings import FOR, PublishTarget
from sitegen.config.settings import Settings
from sitegen.model.types import Label
from sitegen.problems import Kind, Mistaken, Severity
from sitegen.publishing import journal
from sitegen.publishing.record import Record
from sitegen.publishing.releases import ANOTHER_SITE
from sitegen.publishing.sources import Sources
from sitegen.publishing.target import Target

ON_THIS_MACHINE = ("folder", "zip", "fragments")
"""The kinds of targets that take no network."""
POINTED = ("folder", "ssh", "fragments")
"""The kinds of targets in which `current` leads to what is shown."""
OLD_DAYS = 3

NOTHING_SHOWN = Kind(
    "doctor.nothing-shown",
    Severity.ERROR,
    zh="有 {count} 个版本，却没有指明给人看哪一个[[（{missing} 没有了）]]",
    en="there are {count} releases, and nothing says which is shown[[ ({missing} is gone)]]",
    fix_zh="运行 {example}",
    fix_en="run {example}",
)
UNKNOWN_RELEASE = Kind(
    "doctor.unknown-release",
    Severity.ERROR,
    zh="现在给人看的 {release} 没有记录",
    en="there is no record of {release}, which is shown",
    fix_zh="再发布一次：{example}",
    fix_en="publish again: {example}",
)
OLD = Kind(
    "doctor.old-data",
    Severity.WARNING,
    zh="网站的数据截至 {date}，已经 {days} 天没有更新：到期的状态没有变过来",
    en="the site has the data of {date}, {days} days ago: statuses that ended since are not shown",
    fix_zh="看看定时任务还在不在：docs/operating/releasing.md",
    fix_en="see whether the timer still runs: docs/operating/releasing.md",
)
LATER = Kind(
    "doctor.later-release",
    Severity.ERROR,
    zh="版本 {release} 的时间比这台机器的时钟晚 {minutes} 分钟：下一次发布会排在它前面",
    en="release {release} is {minutes} minutes later than the clock of this machine: the next one would come before it",
    fix_zh="对准这台机器的时钟",
    fix_en="set the clock of this machine right",
)
LOCKED = Kind(
    "doctor.locked",
    Severity.WARNING,
    zh="{owner} 正在发布",
    en="{owner} is publishing at this moment",
    fix_zh="等它结束；确实没有人在发布，看 docs/operating/at-night.md",
    fix_en="wait for the end; where certainly nobody is, see docs/operating/at-night.md",
)
UNREADABLE = Kind(
    "doctor.unreadable",
    Severity.WARNING,
    zh="别的用户读不了 {path}，网页服务器多半也读不了",
    en="other users cannot read {path}, and web servers mostly are one",
    fix_zh="运行 {example}；以后用 umask 022 发布",
    fix_en="run {example}; publish with umask 022 from now on",
)
NOT_WRITABLE = Kind(
    "doctor.target-not-writable",
    Severity.ERROR,
    zh="写不了 {folder}，发布不到那里",
    en="{folder} cannot be written to, so nothing can be published there",
    fix_zh="看看它是不是文件夹、归谁；网络盘有没有连上",
    fix_en="see whether it is a folder, whose it is, and whether the network drive is there",
)
NOT_KEPT = Kind(
    "doctor.nothing-kept",
    Severity.WARNING,
    zh="这台机器上没有 {release} 的内容，sitegen withdraw 在这里做不了",
    en="this machine has not what {release} was built from, so sitegen withdraw does not work here",
    fix_zh="从这里发布一次；或照 docs/operating/at-night.md 的第二种办法",
    fix_en="publish from here once, or take the second way of docs/operating/at-night.md",
)


class There(NamedTuple):
    """What lies on a target: the ids of the releases, the latest first, which is shown, and two records."""

    ids: Sequence[str]
    shown: str | None
    record: Record | None
    """Of the release that is shown."""
    latest: Record | None
    holder: str | None
    """Who is publishing there."""


class Shown(NamedTuple):
    """What visitors get of a target, as far as it could be looked at."""

    findings: list[Finding]
    record: Record | None


def about(name: str) -> Label:
    return Label(f"目标“{name}”", f"target “{name}”")


def look(machine: Machine, root: Path, settings: Settings, name: str, *, offline: bool) -> Shown:
    """Everything about one target."""
    where = settings.publish[name]
    if offline and where.kind not in ON_THIS_MACHINE:
        return Shown([Finding(about(name), Label("没有看", "not looked at"))], None)
    try:
        there = _there(targets.opened(name, where, root, machine.environment))
    except Mistaken as mistaken:
        return Shown([Finding(about(name), problem=mistaken.problem)], None)
    found = list(_locked(name, there.holder))
    path = root / Path(where.path or "").expanduser()
    if where.kind in ON_THIS_MACHINE:
        found += _writable(path, name)
    found += _releases(machine, root, settings, name, there)
    if there.record is not None:
        found += _kept(root, name, there.record)
        if where.kind == "folder" and machine.platform != "win32":
            found += _readable(path, name)
    return Shown(found, there.record)


def _there(target: Target) -> There:
    ids, shown = target.ids(), target.shown()
    record = target.record(shown) if shown is not None else None
    latest = target.record(ids[0]) if ids and ids[0] != shown else record
    return There(ids, shown, record, latest, target.holder())


def _locked(name: str, holder: str | None) -> Iterator[Finding]:
    if holder is not None:
        yield wrong(about(name), LOCKED, owner=holder)


def _writable(path: Path, name: str) -> Iterator[Finding]:
    """Whether a publication can write there; the folder itself may be yet to come."""
    place = next(folder for folder in (path, *path.parents) if folder.exists())
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        yield wrong(about(name), NOT_WRITABLE, folder=path)


def _releases(
    machine: Machine,
    root: Path,
    settings: Settings,
    name: str,
    there: There,
) -> Iterator[Finding]:
    ids, shown, record = there.ids, there.shown, there.record
    if not ids and shown is None:
        yield Finding(about(name), Label("还没有发布过", "nothing is published yet"))
        return
    if shown is None:
        kind = settings.publish[name].kind
        way = f"publish {name}" if kind == "zip" else f"rollback {name} {ids[0]}"
        facts = {"missing": "current" if kind in POINTED else "", "example": f"sitegen {way}"}
        yield wrong(about(name), NOTHING_SHOWN, count=len(ids), **facts)
        return
    if record is None:
        yield wrong(about(name), UNKNOWN_RELEASE, release=shown, example=f"sitegen publish {name}")
        return
    zone = ZoneInfo(settings.timezone)
    since = _since(root, name, record, zone)
    of = (
        f"{record.id}，{since:%Y-%m-%d %H:%M} 起，数据截至 {record.data_date}；共 {len(ids)} 个版本"
    )
    in_english = (
        f"{record.id} since {since:%Y-%m-%d %H:%M}, data of {record.data_date}; {len(ids)} releases"
    )
    yield Finding(about(name), Label(of, in_english))
    if record.site != settings.id:
        yield wrong(about(name), ANOTHER_SITE, target=name, other=record.site, own=settings.id)
    days = (datetime.fromtimestamp(machine.now, zone).date() - _day(record)).days
    if days > OLD_DAYS:
        yield wrong(about(name), OLD, date=record.data_date, days=days)
    latest = there.latest
    if latest is not None and latest.published - machine.now > MUCH:
        minutes = int((latest.published - machine.now) // 60)
        yield wrong(about(name), LATER, release=latest.id, minutes=minutes)


def _day(record: Record) -> date:
    return date.fromisoformat(record.data_date)


def _since(root: Path, name: str, record: Record, zone: ZoneInfo) -> datetime:
    """When visitors began to get a release: the journal knows of ways back."""
    for told in reversed(journal.read(root)):
        if told.get("target") == name and told.get("release") == record.id:
            try:
                return datetime.fromisoformat(str(told.get("at"))).astimezone(zone)
            except ValueError:
                break
    return record.time.astimezone(zone)


def _kept(root: Path, name: str, record: Record) -> Iterator[Finding]:
    sources = Sources(root / targets.FOLDER)
    listing = sources.good(name, record.id)
    whole = listing is not None and not sources.damaged(listing)
    if not whole:
        yield wrong(about(name), NOT_KEPT, release=record.id)
    else:
        said = Label("留着它的内容，可以随时下架", "what it was built from is kept for withdrawals")
        yield Finding(about(name), said)


def _readable(path: Path, name: str) -> Iterator[Finding]:
    """Whether others may read the pages, and pass through the folders that lead there."""
    page = path / "current" / "index.html"
    places = [(page, stat.S_IROTH)]
    places += [(folder, stat.S_IXOTH) for folder in (page.parent, path)]
    for place, bit in places:
        try:
            mode = place.stat().st_mode
        except OSError:
            continue
        if not mode & bit:
            unread = place.relative_to(path.parent)
            yield wrong(about(name), UNREADABLE, path=unread, example=f"chmod -R a+rX {path}")
            return


def address_of(settings: Settings, where: PublishTarget) -> str | None:
    """Where visitors see a target; None where they see what people make of it elsewhere."""
    return (where.url or settings.permanent_url) if where.kind in FOR["url"] else None
