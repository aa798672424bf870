"""What publishing and withdrawing share: build what is to be published, put it on its target, remember it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.building import state
from sitegen.commands import targets
from sitegen.commands.candidate import Candidate
from sitegen.commands.verify import Verified, look_at
from sitegen.config.publish_settings import FOR, PublishTarget
from sitegen.pipeline.outcome import Clock
from sitegen.problems import Kind, Location, Mistaken, Problem, Report, Severity
from sitegen.publishing import journal, releases
from sitegen.publishing.difference import Difference
from sitegen.publishing.finished import FinishedSite
from sitegen.publishing.kinds_of_files import is_derived
from sitegen.publishing.payload import Payload, payload
from sitegen.publishing.record import Record
from sitegen.publishing.server_configs.policy import policy_of
from sitegen.publishing.server_configs.writers import WRITERS
from sitegen.publishing.sources import Listing
from sitegen.publishing.target import Progress, ReadableTarget, at
from sitegen.publishing.targets.fragments import as_fragments

SERVER_FILES = {
    "none": {},
    "htaccess": {".htaccess": "htaccess"},
    "iis": {"web.config": "iis"},
    "headers": {"_headers": "headers", "_redirects": "redirects"},
}
"""By the setting of this name, the files and the form of each."""
LEAST_REMOVED = 20
SHARE_REMOVED = 0.1
"""Unless told otherwise so many files may go, or this share of those that are shown."""

LEDGER_CHANGED = Kind(
    "publish.ledger-changed",
    Severity.WARNING,
    zh="发布期间有人改了台账，{day} 这次的网址没有记进去",
    en="somebody changed the ledger during the publication of {day}; its addresses are not in it",
    fix_zh="运行 sitegen record --on {day}",
    fix_en="run sitegen record --on {day}",
)


NO_REPAIR = Kind(
    "publish.no-repair",
    Severity.ERROR,
    zh="“{target}”是 {kind}，没有可以逐个核对的网页",
    en="“{target}” is of kind {kind}, which has no pages to be read and compared",
    fix_zh="不加 --repair，再发布一次",
    fix_en="publish again without --repair",
)


class Request(NamedTuple):
    """How somebody wants to publish. `now` tells the time in a time zone; `who` is written into the journal; with
    `alone` no earlier release stays; with `repair` what is damaged on the target is put again."""

    now: Callable[[str], datetime]
    who: str
    workers: int
    environment: Mapping[str, str]
    dry_run: bool = False
    most_removed: int | None = None
    alone: bool = False
    repair: bool = False
    told: Progress = lambda done, all: None
    tick: Callable[[str], None] = lambda stage: None


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, or would be done: the release that visitors get, the one before, the difference."""

    target: str
    settings: PublishTarget
    record: Record | None
    before: Record | None
    difference: Difference
    payload: Payload
    damaged: tuple[str, ...] | None = None
    """The files that were found damaged on the target; None where nobody looked."""
    dropped: tuple[str, ...] = ()
    """Earlier releases that were removed."""
    stays: bool = False
    """Whether earlier releases should have been removed and could not be."""
    verified: Verified | None = None
    """The look from outside; None where the target has no `url`."""


def publish_listing(
    candidate: Candidate,
    listing: Listing,
    target: tuple[str, PublishTarget],
    report: Report,
    clock: Clock,
    now: datetime,
    request: Request,
) -> Done | None:
    """Build the files of a listing and put the site on a target; None where the report says why not.

    Raises Mistaken where the target cannot be used.
    """
    name, settings = target
    place = targets.opened(name, settings, candidate.root, request.environment)
    if request.repair and not isinstance(place, ReadableTarget):
        facts = {"target": name, "kind": settings.kind}
        raise Mistaken(Problem(NO_REPAIR, at(name), facts))
    built = candidate.build(listing, report, clock, request.tick)
    if built is None or report.has_errors:
        return None
    site, listing_with_ledger = built
    packed = settings.packed and settings.kind in FOR["packed"]
    load = payload(
        site, candidate.packed(site) if packed else (), server_files(site, settings.server_files)
    )
    if settings.kind == "fragments":
        load = as_fragments(load, site.permanent_url)
    if request.dry_run:
        before, change = releases.look(place, load)
        found = releases.damaged(place, before) if request.repair else None
        return Done(name, settings, None, before, change, load, found)
    terms = releases.Terms(
        request.who, settings.keep, _most_removed(request, load), request.alone, request.repair
    )
    done = releases.publish(place, load, now, terms, request.told)
    if not candidate.hand_back_ledger(listing, listing_with_ledger):
        day = clock.today(str(now.tzinfo)).isoformat()
        report.add([Problem(LEDGER_CHANGED, Location("content/ledger.jsonl"), {"day": day})])
    candidate.sources.keep_good(name, done.record.id, listing_with_ledger)
    report.add(done.problems)
    if done.there:
        candidate.sources.keep_only(name, (*done.there, done.record.id))
    candidate.sources.forget_others()
    verified = None
    if settings.url:
        verified = look_at(candidate.root, name, settings, done.record, done.before, report, now)
    return Done(
        name,
        settings,
        done.record,
        done.before,
        done.difference,
        load,
        done.damaged if request.repair else None,
        done.dropped,
        bool(done.problems),
        verified,
    )


def server_files(site: FinishedSite, form: str) -> dict[str, bytes]:
    """The files with settings of the server that lie beside the site, by path."""
    forms = SERVER_FILES[form]
    policy = policy_of(site) if forms else None
    return {
        name: WRITERS[writer](site, policy).encode() for name, writer in forms.items() if policy
    }


def tell_journal(
    root: Path, what: str, target: str, now: datetime, who: str, **facts: object
) -> None:
    """Add a line to the journal of publications."""
    told = {"what": what, "target": target, "at": now.isoformat(timespec="seconds"), "who": who}
    journal.add(root, {**told, **facts}, through=root / state.FOLDER)


def _most_removed(request: Request, load: Payload) -> int:
    if request.most_removed is not None:
        return request.most_removed
    lasting = sum(1 for path in load.items if not is_derived(path))
    return max(LEAST_REMOVED, int(lasting * SHARE_REMOVED))
