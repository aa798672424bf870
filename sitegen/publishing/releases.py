"""Publishing and rolling back, whatever the target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sitegen.problems import Kind, Mistaken, Problem, Severity
from sitegen.publishing.difference import Difference, difference
from sitegen.publishing.kinds_of_files import is_derived
from sitegen.publishing.payload import TIME, Payload
from sitegen.publishing.record import Record, recorded
from sitegen.publishing.target import Progress, Target, at

AT_LEAST = timedelta(days=7)
"""A release stays so long, however many came after it."""

TOO_MANY_REMOVED = Kind(
    "publish.too-many-removed",
    Severity.ERROR,
    zh="这次会从“{target}”去掉 {removed} 个文件，超过 {most} 个（{examples} ……）",
    en="this would remove {removed} files from “{target}”, more than {most} ({examples} …)",
    fix_zh="看看是不是少了内容；确实要去掉，加 --max-removals {removed}",
    fix_en="see whether content is missing; if they are to go, add --max-removals {removed}",
)
OLD_STAYS = Kind(
    "publish.old-release-stays",
    Severity.WARNING,
    zh="已经发布，但“{target}”上旧的版本 {releases} 没能去掉[[（{cause}）]]",
    en="it is published, but old releases on “{target}” could not be removed: {releases}[[ ({cause})]]",
    fix_zh="下一次发布会再试；还是这样，就看那里的权限和磁盘",
    fix_en="the next publication tries again; if that does not help, look at the rights and the disk there",
)
NOTHING_THERE = Kind(
    "rollback.nothing-there",
    Severity.ERROR,
    zh="“{target}”上没有可以退回的版本",
    en="there is no release on “{target}” to go back to",
    fix_zh="先发布一次",
    fix_en="publish first",
)
NO_SUCH_RELEASE = Kind(
    "rollback.no-such-release",
    Severity.ERROR,
    zh="“{target}”上没有版本“{wanted}”[[，有 {known}]]",
    en="there is no release “{wanted}” on “{target}”[[; there are {known}]]",
    fix_zh="用 sitegen rollback {target} --list 看有哪些",
    fix_en="sitegen rollback {target} --list shows them",
)
ANOTHER_SITE = Kind(
    "publish.another-site",
    Severity.ERROR,
    zh="“{target}”上是另一个网站（{other}），不是 {own}",
    en="“{target}” has another site ({other}), not {own}",
    fix_zh="检查 site.yaml 里 publish 写的位置；站点编号改过的，换一个空的位置",
    fix_en="look at the place that publish in site.yaml names; where the id of the site was changed, choose an empty one",
)


class Publication(NamedTuple):
    """What a publication did: the release that is shown now, the one before it, and the difference.

    `dropped` are old releases that were removed, `there` all that are on the target or may be; `problems` what went
    wrong after the release was shown.
    """

    record: Record
    before: Record | None
    difference: Difference
    dropped: tuple[str, ...]
    there: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def look(target: Target, payload: Payload) -> tuple[Record | None, Difference]:
    """The release that is shown, and what publishing would change."""
    before = _shown(target)
    return before, difference(payload, before)


def publish(
    target: Target,
    payload: Payload,
    now: datetime,
    *,
    owner: str,
    keep: int,
    most_removed: int,
    told: Progress = lambda done, all: None,
) -> Publication:
    """Put a payload on a target and show it. Where nothing changes, nothing is done.

    `keep` releases stay, and all that are younger than AT_LEAST. Raises Mistaken where more than
    `most_removed` files would go (packed forms and files with a digest in their name do not count), or the
    target cannot be used; visitors get what they got then.
    """
    with target.locked(owner):
        before, change = look(target, payload)
        _allow(target, payload, before, change, most_removed)
        if before is not None and change.nothing:
            return Publication(before, before, change, (), tuple(target.ids()))
        record = recorded(payload, before, now)
        target.put(payload, record, before, told)
        target.show(record, before)
        return _without_old(target, Publication(record, before, change, (), ()), keep, now)


def roll_back(
    target: Target,
    wanted: str | None,
    *,
    owner: str,
    objection: Callable[[Record], Problem | None] = lambda record: None,
) -> tuple[Record, Record | None]:
    """Show an earlier release again: the one whose id begins with `wanted`, else the one before that which is
    shown. Gives it and the release that was shown. Raises Mistaken where there is none, or there is an objection."""
    with target.locked(owner):
        before = _shown(target)
        chosen = _chosen(target, before, wanted)
        objected = objection(chosen)
        if objected is not None:
            raise Mistaken(objected)
        if before is None or chosen.id != before.id:
            target.show(chosen, before)
        return chosen, before


def _chosen(target: Target, before: Record | None, wanted: str | None) -> Record:
    ids = target.ids()
    if wanted is None:
        older = (target.record(one) for one in ids if before is None or one < before.id)
        found = next(filter(None, older), None)
        if found is None:
            raise Mistaken(Problem(NOTHING_THERE, at(target.name), {"target": target.name}))
        return found
    meant = [one for one in ids if one.startswith(wanted)]
    record = target.record(meant[0]) if len(meant) == 1 else None
    if record is None:
        known = "、".join(ids[:5])
        facts = {"target": target.name, "wanted": wanted, "known": known}
        raise Mistaken(Problem(NO_SUCH_RELEASE, at(target.name), facts))
    return record


def _shown(target: Target) -> Record | None:
    shown = target.shown()
    return target.record(shown) if shown is not None else None


def _allow(
    target: Target,
    payload: Payload,
    before: Record | None,
    change: Difference,
    most_removed: int,
) -> None:
    if before is not None and before.site != payload.site:
        facts = {"target": target.name, "other": before.site, "own": payload.site}
        raise Mistaken(Problem(ANOTHER_SITE, at(target.name), facts))
    lost = [path for path in change.removed if not is_derived(path)]
    if len(lost) > most_removed:
        facts = {
            "target": target.name,
            "removed": str(len(lost)),
            "most": str(most_removed),
            "examples": "、".join(lost[:3]),
        }
        raise Mistaken(Problem(TOO_MANY_REMOVED, at(target.name), facts))


def _without_old(target: Target, done: Publication, keep: int, now: datetime) -> Publication:
    """Remove releases beyond those that stay. Where that fails, the publication is one all the same."""
    try:
        ids = tuple(target.ids())
    except Mistaken as mistaken:
        return done._replace(problems=(_stays(target, (), mistaken),))
    old = tuple(one for one in ids[keep:] if one != done.record.id and _age(one, now) > AT_LEAST)
    try:
        if old:
            target.drop(old)
    except Mistaken as mistaken:
        return done._replace(there=ids, problems=(_stays(target, old, mistaken),))
    there = tuple(one for one in ids if one not in old)
    return done._replace(dropped=old, there=there)


def _stays(target: Target, old: Sequence[str], mistaken: Mistaken) -> Problem:
    facts = {
        "target": target.name,
        "releases": "、".join(old) or "?",
        "cause": mistaken.problem.facts.get("cause", ""),
    }
    return Problem(OLD_STAYS, at(target.name), facts)


def _age(release: str, now: datetime) -> timedelta:
    """How old a release is by its name, which has the time of the site's time zone; what has another name is young."""
    try:
        then = datetime.strptime(release[:15], TIME)
    except ValueError:
        return timedelta(0)
    return now.replace(tzinfo=None) - then
