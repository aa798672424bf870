"""sitegen withdraw: take one entry down now, whatever state the rest of the content is in.

The entry's own file says so first, so that every later publication agrees. Then what visitors get on each target is built
again with that one entry withdrawn, and put there; a target that cannot be reached keeps no other from losing it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sitegen import files
from sitegen.authoring.edits.edited import NotEdited
from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.withdrawals import proposed_text, with_withdrawal, withdrawn_in_copy
from sitegen.building import state
from sitegen.commands import targets
from sitegen.commands.candidate import Candidate
from sitegen.commands.named_entry import key_of
from sitegen.commands.publication import Done, Request, publish_listing, tell_journal
from sitegen.commands.targets import UNKNOWN
from sitegen.config.publish_settings import PublishTarget
from sitegen.config.site import Site, read_site
from sitegen.loading.nearest import nearest
from sitegen.model.groups import Withdrawn as WithdrawnFields
from sitegen.model.options import Options
from sitegen.model.record_problems import fault_of
from sitegen.pipeline.outcome import Clock
from sitegen.problems import Kind, Location, Mistaken, Problem, Report, Severity
from sitegen.publishing.sources import Listing
from sitegen.publishing.target import at

NOT_KEPT = Kind(
    "withdraw.nothing-kept",
    Severity.ERROR,
    zh="这台机器上没有留下现在公开的那个版本的内容[[（{target}：{release}）]]",
    en="what visitors get now is not kept on this machine[[ ({target}: {release})]]",
    fix_zh="在条目里写上 withdrawn（日期、原因），再运行 sitegen publish；内容正改着的，见 docs/operating/at-night.md",
    fix_en="write withdrawn with its day and reason into the entry, then run sitegen publish; while the content is being "
    "changed, see docs/operating/at-night.md",
)
NOTHING_SHOWN = Kind(
    "withdraw.nothing-shown",
    Severity.ERROR,
    zh="“{target}”上看不到公开的版本，这台机器却往那里发布过",
    en="“{target}” shows no release, though this machine has published there",
    fix_zh="看看那个文件夹、网络盘或存储桶还在不在，再运行一次",
    fix_en="see whether its folder, network drive or bucket is still there, then run this again",
)
OWN_FILE = Kind(
    "withdraw.own-file",
    Severity.WARNING,
    zh="这个文件没能改：{entry} 还没有写 withdrawn",
    en="this file could not be changed: {entry} has no withdrawn yet",
    fix_zh="这里写上 {proposed}；不写，下一次发布会停下来提醒",
    fix_en="add here {proposed_en}; without it the next publication stops and says so",
)


class Withdrawal(NamedTuple):
    """Which entry goes, why, and on the ground of which document."""

    entry: str
    reason: str
    document: str

    def fields(self, day: date) -> dict[str, str]:
        """The fields by which the entry says so."""
        fields = {"on": day.isoformat(), "reason": self.reason}
        return {**fields, "document": self.document} if self.document else fields


class Withdrawn(NamedTuple):
    """What was done: the entry, on which targets it is gone now, on which not, which had none, and whether its own file
    says so, too."""

    entry: str
    done: tuple[Done, ...]
    failed: tuple[str, ...]
    absent: tuple[str, ...]
    in_own_file: bool


def withdraw(
    root: Path,
    wanted: Withdrawal,
    target: str | None,
    report: Report,
    clock: Clock,
    request: Request,
) -> Withdrawn | None:
    """Take an entry down on one target, or on all that this machine has published to; None where the report says
    why nothing was done. Raises Busy where another process keeps the site locked."""
    if wrong := list(_wrong_words(wanted)):
        report.add(wrong)
        return None
    with state.locked(root):
        candidate = Candidate(root, request.workers)
        try:
            names = _targets(candidate, target)
            key, timezone = _found(candidate, names, wanted, clock)
        except Mistaken as mistaken:
            report.add([mistaken.problem])
            return None
        day = clock.today(timezone)
        in_own_file = _write_into_own_file(root, key, wanted, day, report)
        # What goes with the entry goes: a list with one entry less may be none. Earlier releases have the entry.
        request = request._replace(most_removed=sys.maxsize, alone=True)
        done: list[Done] = []
        failed: list[str] = []
        absent: list[str] = []
        for name in names:
            of_target = Report()
            try:
                one = _taken_down(candidate, name, key, wanted, of_target, clock, request)
            except _NotThere:
                absent.append(name)
                continue
            except Mistaken as mistaken:
                of_target.add([mistaken.problem])
                one = None
            if one is None:
                failed.append(name)
                now = request.now(timezone)
                facts = {**_facts(key, wanted), "failed": _first_error(of_target)}
                tell_journal(root, "withdraw", name, now, request.who, **facts)
            else:
                done.append(one)
            report.add(of_target.problems)
        return Withdrawn(key, tuple(done), tuple(failed), tuple(absent), in_own_file)


def _wrong_words(wanted: Withdrawal) -> Iterator[Problem]:
    """What is wrong with the reason and the document, before anything is written."""
    for name, text in (("reason", wanted.reason), ("document", wanted.document)):
        found = fault_of(WithdrawnFields, name, text, Options()) if text else None
        if found is not None:
            yield Problem(found.kind, Location(f"--{name}"), found.facts)


class _NotThere(Exception):
    """What a target shows has no such entry."""


def restore(root: Path, entry: str, report: Report, request: Request) -> None:
    """Let an entry that was withdrawn by command be published again."""
    with state.locked(root):
        site = report.take(read_site(root))
        if site is not None:
            now = request.now(site.settings.timezone)
            tell_journal(root, "restore", "", now, request.who, entry=entry)


def _targets(candidate: Candidate, target: str | None) -> list[str]:
    kept = candidate.sources.targets()
    settings = Location("site.yaml", field="publish")
    if not kept:
        raise Mistaken(Problem(NOT_KEPT, settings, {"target": "", "release": ""}))
    if target is not None and target not in kept:
        facts = {"name": target, "choices": "、".join(kept), "nearest": nearest(target, kept) or ""}
        raise Mistaken(Problem(UNKNOWN, settings, facts))
    return [target] if target is not None else kept


def _found(
    candidate: Candidate, names: list[str], wanted: Withdrawal, clock: Clock
) -> tuple[str, str]:
    """The key of the entry, and the time zone of the site. What was published last is looked through first. Raises
    Mistaken where no release has the entry, or its file cannot be edited."""
    first: Mistaken | None = None
    for listing in candidate.sources.listings(names):
        try:
            candidate.sources.lay_out(listing)
            site = _site(candidate)
            key = key_of(candidate.sources.site, site, wanted.entry)
            timezone = site.settings.timezone
            _withdrawn_in_copy(candidate, site, key, wanted, clock.today(timezone))
            return key, timezone
        except Mistaken as mistaken:
            first = first or mistaken
    assert first is not None, "a target has a listing"
    raise first


def _withdrawn_in_copy(
    candidate: Candidate, site: Site, key: str, wanted: Withdrawal, day: date
) -> dict[str, bytes | None]:
    """The files of the copy that change where an entry is withdrawn, None for one that goes. Raises _NotThere, or
    Mistaken where the entry's file cannot be read."""
    root = candidate.sources.site
    file = KnownEntries(root, site.options).file_of_id(*_parts(key))
    if not file:
        raise _NotThere
    return withdrawn_in_copy(root, file, key, wanted.fields(day), site.options)


def _taken_down(
    candidate: Candidate,
    target: str,
    key: str,
    wanted: Withdrawal,
    report: Report,
    clock: Clock,
    request: Request,
) -> Done | None:
    """Publish what is shown on a target without an entry; None where the report says why not."""
    good, where = _shown(candidate, target, request)
    candidate.sources.lay_out(good)
    site = _site(candidate)
    now = request.now(site.settings.timezone)
    day = clock.today(site.settings.timezone)
    changed = _withdrawn_in_copy(candidate, site, key, wanted, day)
    kept = {file: text for file, text in good.items() if file not in changed}
    new = {file: candidate.sources.keep(data) for file, data in changed.items() if data is not None}
    listing: Listing = {**kept, **new}
    done = publish_listing(candidate, listing, (target, where), report, clock, now, request)
    if done is not None and done.record is not None:
        before = done.before.id if done.before else ""
        facts = {**_facts(key, wanted), "release": done.record.id, "before": before}
        more = {"stays": True} if done.stays else {}
        tell_journal(candidate.root, "withdraw", target, now, request.who, **facts, **more)
    return done


def _first_error(report: Report) -> str:
    return next((p.kind.code for p in report.problems if p.kind.severity is Severity.ERROR), "")


def _facts(key: str, wanted: Withdrawal) -> dict[str, str]:
    return {"entry": key, "reason": wanted.reason, "document": wanted.document}


def _shown(candidate: Candidate, target: str, request: Request) -> tuple[Listing, PublishTarget]:
    """What the release that is shown on a target was built from: somebody may have gone back to it, or have published
    from another machine. Also the settings of the target, as of the last publication."""
    latest = candidate.sources.latest(target)
    assert latest is not None
    candidate.sources.lay_out(latest)
    where = _site(candidate).settings.publish[target]
    place = targets.opened(target, where, candidate.root, request.environment)
    release = place.shown()
    if release is None:
        raise Mistaken(Problem(NOTHING_SHOWN, at(target), {"target": target}))
    good = candidate.sources.good(target, release)
    if good is None:
        facts = {"target": target, "release": release}
        raise Mistaken(Problem(NOT_KEPT, at(target), facts))
    return good, where


def _site(candidate: Candidate) -> Site:
    site, _ = read_site(candidate.sources.site)
    assert site is not None, "it was published"
    return site


def _parts(key: str) -> tuple[str, str]:
    collection, _, identifier = key.partition(":")
    return collection, identifier


def _write_into_own_file(
    root: Path, key: str, wanted: Withdrawal, day: date, report: Report
) -> bool:
    """Write the withdrawal into the site's own file. Where that is not possible, the report says so."""
    site, _ = read_site(root)
    options = site.options if site is not None else Options()
    file = KnownEntries(root, options).file_of_id(*_parts(key))
    if not file:
        return True
    fields = wanted.fields(day)
    try:
        new = with_withdrawal(root, file, key, fields, options)
    except (Mistaken, NotEdited) as error:
        at = error.problem.at if isinstance(error, Mistaken) else error.at
        proposed, proposed_en = proposed_text(file, key, fields)
        facts = {"entry": key, "proposed": proposed, "proposed_en": proposed_en}
        report.add([Problem(OWN_FILE, at if at.file == file else Location(file), facts)])
        return False
    files.write(root / file, new, through=root / state.FOLDER)
    return True
