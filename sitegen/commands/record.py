"""sitegen record: write the public addresses of a publication into content/ledger.jsonl."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sitegen import files
from sitegen.building import state
from sitegen.catalogue.registered_numbers import RegisteredNumber, registered_numbers
from sitegen.checks.plan import addresses as ledger
from sitegen.checks.plan.addresses import Recorded
from sitegen.loading import ledger_file
from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import addresses
from sitegen.pipeline import stages
from sitegen.pipeline.outcome import Clock
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.problems import Report


def record(root: Path, report: Report, clock: Clock, on: date, *, workers: int) -> int:
    """Append the addresses that are new or changed since the last record, with `on` as their date of
    publication. Returns the number of lines written. Raises Busy where another process keeps the
    site locked."""
    with state.locked(root):
        return _record(root, report, clock, on, workers)


def _record(root: Path, report: Report, clock: Clock, on: date, workers: int) -> int:
    plan = stages.prepare(
        root,
        report,
        today=clock.today,
        now=clock.now(),
        workers=workers,
        use_cache=True,
        keep_cache=True,
    )
    if plan is None or report.has_errors:
        return 0
    text, _ = ledger_file.read(root)
    before, _ = ledger.read(text or "")
    lines = []
    for new in _public(plan, on):
        old = before.get(new.url)
        same = old is not None and (old.id, old.published, old.statuses) == (
            new.id,
            new.published,
            new.statuses,
        )
        if not same:
            lines.append(ledger.write(new))
    if lines:
        path = root / ledger_file.FILE
        written = b"" if text is None else files.read(path)
        files.append(path, written, "".join(lines), through=root / state.FOLDER)
    return len(lines)


def _public(plan: PreparedSite, on: date) -> list[Recorded]:
    """Every address that must stay reachable: the pages of entries and the numbers below /v/."""
    catalogue = plan.catalogue
    recorded = []
    for entry in sorted(catalogue.entries.values(), key=lambda entry: entry.key):
        if not COLLECTIONS[entry.collection].shown:
            continue
        rows = catalogue.by_subject.get(entry.key, ())
        statuses = tuple(f"{row.announcement.id}/{row.row}: {row.status}" for row in rows)
        url = addresses.entry(entry)
        recorded.append(Recorded(entry.key, url, entry.published, statuses, on.isoformat(), 0))
    for slug, number in sorted(registered_numbers(catalogue).items()):
        recorded.append(Recorded(_key(number), addresses.number(slug), "", (), on.isoformat(), 0))
    return recorded


def _key(number: RegisteredNumber) -> str:
    """The entry whose number it is: that which states a credit code, else the announcement."""
    if number.kind == "code":
        return number.entries[0]
    return f"recognitions:{number.rows[-1].announcement.id}"
