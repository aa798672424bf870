"""sitegen publish: build what there is now, and put it where visitors get it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.authoring.known_entries import KnownEntries
from sitegen.building import state
from sitegen.commands import targets
from sitegen.commands.candidate import Candidate
from sitegen.commands.publication import Done, Request, publish_listing, tell_journal
from sitegen.config.site import Site, read_site
from sitegen.pipeline.outcome import Clock
from sitegen.problems import Kind, Location, Mistaken, Problem, Report, Severity
from sitegen.publishing import journal

WITHDRAWN_AGAIN = Kind(
    "publish.withdrawn-again",
    Severity.ERROR,
    zh="{entry} 在 {day} 下架了（{reason}），这里却没有写 withdrawn：一发布它又公开了",
    en="{entry} was withdrawn on {day} ({reason}), but there is no withdrawn here: it would be public again",
    fix_zh="写上 withdrawn（日期、原因）；确实要重新公开，先运行 sitegen withdraw {entry} --restore",
    fix_en="write withdrawn with its day and reason; if it is to be public again, run sitegen withdraw {entry} --restore",
)


def publish(
    root: Path, target: str | None, report: Report, clock: Clock, request: Request
) -> Done | None:
    """Build the site in `root` anew and publish it; None where the report says why not.

    Raises Busy where another process keeps the site locked.
    """
    with state.locked(root):
        site = report.take(read_site(root))
        if site is None or report.has_errors:
            return None
        report.add(_withdrawn_again(root, site))
        try:
            where = targets.chosen(
                site.settings.publish, target, command="publish", site=site.settings.id
            )
            # Where an entry should have gone and did not, earlier releases go with it.
            request = request._replace(alone=journal.is_still_there(root, where[0]))
            candidate = Candidate(root, request.workers)
            now = request.now(site.settings.timezone)
            listing = candidate.sources.take(root)
            done = publish_listing(candidate, listing, where, report, clock, now, request)
        except Mistaken as mistaken:
            report.add([mistaken.problem])
            return None
        if done is not None and done.record is not None and done.record != done.before:
            change = done.difference
            more = {"repaired": len(done.damaged)} if done.damaged else {}
            if done.stays:
                more["stays"] = True
            tell_journal(
                root,
                "publish",
                done.target,
                now,
                request.who,
                release=done.record.id,
                before=done.before.id if done.before else "",
                data_date=done.record.data_date,
                new=len(change.new),
                changed=len(change.changed),
                removed=len(change.removed),
                **more,
            )
        return done


def _withdrawn_again(root: Path, site: Site) -> Iterator[Problem]:
    """Entries that were taken down by command, and whose files do not say so."""
    known = KnownEntries(root, site.options)
    for key, lines in journal.withdrawals(root).items():
        told = lines[-1]
        collection, _, identifier = key.partition(":")
        entry = known.entry(collection, identifier)
        if entry is not None and not entry[1].get("withdrawn"):
            facts = {
                "entry": key,
                "day": str(told.get("at"))[:10],
                "reason": str(told.get("reason")),
            }
            yield Problem(WITHDRAWN_AGAIN, Location(entry[0], field="withdrawn"), facts)
