"""Publishing and rolling back, whatever the target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sitegen.problems import Kind, Mistaken, Problem, Severity
from sitegen.publishing.difference import Difference, difference
from sitegen.publishing.kinds_of_files import is_derived
from sitegen.publishing.payload import Payload
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
    """What a publication did: the release that is shown now, the one before it, and the difference."""

    record: Record
    before: Record | None
    difference: Difference
    dropped: tuple[str, ...]


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
            return Publication(before, before, change, ())
        record = recorded(payload, before, now)
        target.put(payload, record, before, told)
        target.show(record, before)
        return Publication(record, before, change, _drop_old(target, record, keep, now))


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
        records = target.records()
        before = _shown(target, records)
        chosen = _chosen(target, records, before, wanted)
        objected = objection(chosen)
        if objected is not None:
            raise Mistaken(objected)
        if before is None or chosen.id != before.id:
            target.show(chosen, before)
        return chosen, before


def _chosen(
    target: Target, records: Sequence[Record], before: Record | None, wanted: str | None
) -> Record:
    if wanted is None:
        older = [r for r in records if before is None or r.id < before.id]
        if not older:
            raise Mistaken(Problem(NOTHING_THERE, at(target.name), {"target": target.name}))
        return older[0]
    found = [record for record in records if record.id.startswith(wanted)]
    if len(found) != 1:
        known = "、".join(record.id for record in records[:5])
        facts = {"target": target.name, "wanted": wanted, "known": known}
        raise Mistaken(Problem(NO_SUCH_RELEASE, at(target.name), facts))
    return found[0]


def _shown(target: Target, records: Sequence[Record] | None = None) -> Record | None:
    shown = target.shown()
    every = target.records() if records is None else records
    return next((record for record in every if record.id == shown), None)


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


def _drop_old(target: Target, shown: Record, keep: int, now: datetime) -> tuple[str, ...]:
    """Remove releases beyond those that stay; their ids."""
    dropped = []
    for number, record in enumerate(target.records()):
        old = now.timestamp() - record.published > AT_LEAST.total_seconds()
        if number >= keep and old and record.id != shown.id:
            target.drop(record)
            dropped.append(record.id)
    return tuple(dropped)
