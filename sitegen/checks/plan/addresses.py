"""No address that was public gets lost, no publication time is rewritten.

Others link to a public address and cite it, and an archive rests on its date. `sitegen record` writes
both into content/ledger.jsonl when a site is published; from then on they hold.

Passes: an entry that moved and names its old address in `former_urls`, or that is `withdrawn`
Fails: an entry that was recorded and whose file is gone; another time in `published`
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sitegen.checks.plan_rule import PlannedSite, PlanRule
from sitegen.checks.rule import Finding
from sitegen.loading.ledger_file import FILE
from sitegen.problems import Kind, Location, Severity

LOST = Kind(
    "address.lost",
    Severity.ERROR,
    zh="曾经公开的网址 /{address}（{id}）不见了",
    en="the public address /{address} ({id}) is gone",
    fix_zh="条目改了名就在新条目里写 former_urls；要下架就写 withdrawn，不要删文件",
    fix_en="if it moved, add former_urls to the new entry; to withdraw it, add withdrawn to it",
)
REDATED = Kind(
    "address.redated",
    Severity.ERROR,
    zh="发布时间从 {before} 改成了 {after}，已公开的发布时间不能改",
    en="the publication time was changed from {before} to {after}; a public one never changes",
    fix_zh="改回 {before}；内容有修改就写 updated",
    fix_en="change it back to {before}; a change of content goes into updated",
)
BAD_LINE = Kind(
    "ledger.bad-line",
    Severity.ERROR,
    zh="台账的这一行读不出来",
    en="this line of the ledger cannot be read",
    fix_zh="这个文件只由 sitegen record 写入；请从版本库恢复它",
    fix_en="only sitegen record writes this file; restore it from version control",
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """The latest word of the ledger on one public address."""

    id: str
    url: str
    published: str
    statuses: tuple[str, ...]
    on: str
    line: int


def read(text: str, until: date = date.max) -> tuple[dict[str, Recorded], list[Finding]]:
    """The latest record of each address up to a day, and lines that cannot be read.

    An archive as of an earlier day knows nothing of what was published after it.
    """
    latest: dict[str, Recorded] = {}
    unread: list[Finding] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row: dict[str, Any] = json.loads(line)
            record = Recorded(
                id=str(row["id"]),
                url=str(row["url"]),
                published=str(row["published"]),
                statuses=tuple(str(status) for status in row["statuses"]),
                on=str(row["date"]),
                line=number,
            )
        except (ValueError, KeyError, TypeError, RecursionError):
            unread.append(Finding(BAD_LINE, Location(FILE, number, 1)))
            continue
        if record.on <= until.isoformat():
            latest[record.url] = record
    return latest, unread


def write(record: Recorded) -> str:
    """One line of the ledger."""
    row = {
        "id": record.id,
        "url": record.url,
        "published": record.published,
        "statuses": list(record.statuses),
        "date": record.on,
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def check(site: PlannedSite) -> Iterator[Finding]:
    """Of what failed to load nothing is said: its own problem is reported where it is. No address is
    said to be lost meanwhile: it may be one of the former addresses of what failed."""
    if site.ledger is None:
        return
    recorded, unread = read(site.ledger, site.as_of)
    yield from unread
    addresses, published = site.addresses(), site.published()
    for record in recorded.values():
        if record.id in site.failed or record.id.partition(":")[0] + ":" in site.failed:
            continue
        at = Location(FILE, record.line, 1)
        if record.url not in addresses and not site.failed:
            yield Finding(LOST, at, {"address": record.url, "id": record.id})
        now = published.get(record.id, record.published)
        if record.published and now != record.published:
            facts = {"before": record.published, "after": now or "（空）"}
            yield Finding(REDATED, at, facts)


RULE = PlanRule(kinds=(LOST, REDATED), fixed=(BAD_LINE,), check=check)
