"""Publishing and rolling back, whatever the target."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sitegen.problems import Kind, Mistaken, Problem, Severity
from sitegen.publishing.difference import Difference, difference
from sitegen.publishing.kinds_of_files import is_derived
from sitegen.publishing.payload import TIME, Payload
from sitegen.publishing.record import Record, recorded
from sitegen.publishing.target import Progress, ReadableTarget, Target, at

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
STAYS_AFTER_WITHDRAWAL = Kind(
    "withdraw.old-releases-stay",
    Severity.ERROR,
    zh="条目已经下架，但“{target}”上以前的版本 {releases} 没能去掉[[（{cause}）]]：知道地址的人还取得到",
    en="the entry is down, but earlier releases on “{target}” could not be removed: {releases}[[ ({cause})]]: who knows "
    "their names can still get it",
    fix_zh="看那里的权限和磁盘，再下架一次",
    fix_en="look at the rights and the disk there, then withdraw the entry again",
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
    wrong after the release was shown; `damaged` the files of the last one that were not as they had been put.
    """

    record: Record
    before: Record | None
    difference: Difference
    dropped: tuple[str, ...]
    there: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    damaged: tuple[str, ...] = ()


class Terms(NamedTuple):
    """On which terms a site is published by `owner`. `keep` releases stay, and all that are younger than AT_LEAST;
    `alone` removes every earlier one. More than `most_removed` files may not go (packed forms and files with a digest
    in their name do not count). With `repair` what is shown is read, and what is damaged put again."""

    owner: str
    keep: int
    most_removed: int
    alone: bool = False
    repair: bool = False


def look(target: Target, payload: Payload) -> tuple[Record | None, Difference]:
    """The release that is shown, and what publishing would change."""
    before = _shown(target)
    return before, difference(payload, before)


def damaged(target: Target, record: Record | None) -> tuple[str, ...]:
    """The files of the release that is shown which are not as they were put, where a target can be read."""
    if record is None or not isinstance(target, ReadableTarget):
        return ()
    return tuple(target.damaged(record))


def publish(
    target: Target,
    payload: Payload,
    now: datetime,
    terms: Terms,
    told: Progress = lambda done, all: None,
) -> Publication:
    """Put a payload on a target and show it. Where nothing changes and nothing is damaged, nothing is done.

    Raises Mistaken where too many files would go, or the target cannot be used; visitors get what they got then.
    """
    with target.locked(terms.owner):
        before, change = look(target, payload)
        _allow(target, payload, before, change, terms.most_removed)
        broken = damaged(target, before) if terms.repair else ()
        if before is not None and change.nothing and not broken:
            same = Publication(before, before, change, (), ())
            return _without_old(target, same, terms, now)
        # A release beside the damaged one: it has nothing of what is damaged, so that this is put anew.
        sound = _without(before, broken)
        record = recorded(payload, sound, now)
        target.put(payload, record, sound, told)
        target.show(record, sound)
        done = Publication(record, before, change, (), (), damaged=broken)
        return _without_old(target, done, terms, now)


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


def _without(record: Record | None, paths: Sequence[str]) -> Record | None:
    """A release as if it had not these files."""
    if record is None or not paths:
        return record
    gone = set(paths)
    kept = {path: file for path, file in record.files.items() if path not in gone}
    carried = {path: file for path, file in record.carried.items() if path not in gone}
    return replace(record, files=kept, carried=carried)


def _without_old(target: Target, done: Publication, terms: Terms, now: datetime) -> Publication:
    """Remove releases that are not to stay. Where that fails, the publication is one all the same."""
    ids: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    try:
        ids = tuple(target.ids())
        old = tuple(_old(ids, done, terms, now))
        if old:
            target.drop(old)
    except Mistaken as mistaken:
        kind = STAYS_AFTER_WITHDRAWAL if terms.alone else OLD_STAYS
        cause = mistaken.problem.facts.get("cause", "")
        facts = {"target": target.name, "releases": "、".join(old) or "?", "cause": cause}
        return done._replace(there=ids, problems=(Problem(kind, at(target.name), facts),))
    there = tuple(one for one in ids if one not in old)
    return done._replace(dropped=old, there=there)


def _old(ids: tuple[str, ...], done: Publication, terms: Terms, now: datetime) -> Iterator[str]:
    """The releases that are to go."""
    is_new = done.before is None or done.record.id != done.before.id
    for number, one in enumerate(ids):
        aged = is_new and number >= terms.keep and _age(one, now) > AT_LEAST
        if one != done.record.id and (aged or (terms.alone and one < done.record.id)):
            yield one


def _age(release: str, now: datetime) -> timedelta:
    """How old a release is by its name, which has the time of the site's time zone; what has another name is young."""
    try:
        then = datetime.strptime(release[:15], TIME)
    except ValueError:
        return timedelta(0)
    return now.replace(tzinfo=None) - then
