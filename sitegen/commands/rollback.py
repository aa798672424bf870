"""sitegen rollback: let visitors get an earlier release again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.building import state
from sitegen.commands import targets
from sitegen.commands.publication import Request, tell_journal
from sitegen.commands.verify import look_at
from sitegen.config.site import Site, read_site
from sitegen.problems import Kind, Location, Mistaken, Problem, Report, Severity
from sitegen.publishing import journal, releases
from sitegen.publishing.record import Record
from sitegen.publishing.target import Target


class Listed(NamedTuple):
    """A release on a target, and how many files are different from the one before it."""

    record: Record
    is_shown: bool
    new: int
    changed: int
    removed: int


class RolledBack(NamedTuple):
    """The release that is shown again, and the one that was shown."""

    target: str
    record: Record
    before: Record | None


BRINGS_BACK = Kind(
    "rollback.brings-back",
    Severity.ERROR,
    zh="版本 {release} 里还有已经下架的 {entry}（{day} 下架，{reason}）",
    en="release {release} still has {entry}, which was withdrawn on {day} ({reason})",
    fix_zh="退到下架以后的版本；确实要退到这一个，加 --even-withdrawn，再下架一次",
    fix_en="go back to a later release; if it must be this one, add --even-withdrawn, then withdraw the entry again",
)


def rollback(
    root: Path,
    target: str | None,
    release: str | None,
    report: Report,
    request: Request,
    *,
    even_withdrawn: bool = False,
) -> RolledBack | None:
    """Show the release whose id begins with `release`, or the one before that which is shown; None where the
    report says why not. A release from before a withdrawal is not shown, unless `even_withdrawn`.

    Raises Busy where another process keeps the site locked.
    """
    with state.locked(root):
        site = report.take(read_site(root))
        if site is None:
            return None
        try:
            name, place = _opened(site, root, target, request.environment)
            record, before = releases.roll_back(
                place,
                release,
                owner=request.who,
                objection=lambda chosen: (
                    None if even_withdrawn else _brought_back(root, name, chosen)
                ),
            )
        except Mistaken as mistaken:
            report.add([mistaken.problem])
            return None
        now = request.now(site.settings.timezone)
        where = site.settings.publish[name]
        if where.url:
            look_at(root, name, where, record, before, report, now)
        shown = before.id if before else ""
        tell_journal(root, "rollback", name, now, request.who, release=record.id, before=shown)
        return RolledBack(name, record, before)


def _brought_back(root: Path, target: str, chosen: Record) -> Problem | None:
    """The objection to a release that is older than a withdrawal on this target."""
    for entry, lines in journal.withdrawals(root).items():
        for told in lines:
            if told.get("target") == target and _is_older(chosen, told):
                facts = {
                    "release": chosen.id,
                    "entry": entry,
                    "day": str(told.get("at"))[:10],
                    "reason": str(told.get("reason")),
                }
                return Problem(BRINGS_BACK, Location(journal.FILE), facts)
    return None


def _is_older(record: Record, withdrawal: Mapping[str, object]) -> bool:
    """Whether a release is from before a withdrawal; of one that failed there is the time alone."""
    if "failed" not in withdrawal:
        return record.id < str(withdrawal.get("release"))
    try:
        return record.time < datetime.fromisoformat(str(withdrawal.get("at")))
    except (ValueError, TypeError):
        return True


def listed(
    root: Path, target: str | None, report: Report, environment: Mapping[str, str]
) -> Sequence[Listed] | None:
    """The releases on a target, the latest first; None where the report says why not."""
    site = report.take(read_site(root))
    if site is None:
        return None
    try:
        _, place = _opened(site, root, target, environment)
        records, shown = place.records(), place.shown()
    except Mistaken as mistaken:
        report.add([mistaken.problem])
        return None
    return [
        _listed(record, records[number + 1] if number + 1 < len(records) else None, shown)
        for number, record in enumerate(records)
    ]


def _listed(record: Record, before: Record | None, shown: str | None) -> Listed:
    old = before.files if before is not None else {}
    new = record.files.keys() - old.keys()
    changed = [
        path
        for path in record.files.keys() & old.keys()
        if record.files[path].sha256 != old[path].sha256
    ]
    gone = old.keys() - record.files.keys()
    return Listed(record, record.id == shown, len(new), len(changed), len(gone))


def _opened(
    site: Site, root: Path, target: str | None, environment: Mapping[str, str]
) -> tuple[str, Target]:
    settings = site.settings
    name, where = targets.chosen(settings.publish, target, command="rollback", site=settings.id)
    return name, targets.opened(name, where, root, environment)
