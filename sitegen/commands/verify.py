"""sitegen verify: look at the published site from outside, as visitors get it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen import files
from sitegen.commands import targets
from sitegen.config.publish_settings import PublishTarget
from sitegen.config.site import read_site
from sitegen.problems import Kind, Mistaken, Problem, Report, Severity
from sitegen.publishing.outside import report as reports
from sitegen.publishing.outside.asking import Asker
from sitegen.publishing.outside.looking import Look
from sitegen.publishing.record import Record
from sitegen.publishing.target import at

NO_URL = Kind(
    "verify.no-url",
    Severity.ERROR,
    zh="“{target}”没有写 url，不知道从外面怎么看到它",
    en="“{target}” has no url, so it is not known where to look at it",
    fix_zh="在 site.yaml 的这个目标里写 url，如 https://www.yunzhou.example/",
    fix_en="write url into this target in site.yaml, such as https://www.yunzhou.example/",
)
NOTHING_SHOWN = Kind(
    "verify.nothing-shown",
    Severity.ERROR,
    zh="“{target}”上还没有发布过",
    en="nothing has been published to “{target}” yet",
    fix_zh="先运行 sitegen publish",
    fix_en="run sitegen publish first",
)


class Verified(NamedTuple):
    """What was looked at, and where the report lies."""

    target: str
    url: str
    files: int
    page: Path


def verify(
    root: Path,
    target: str | None,
    report: Report,
    now: datetime,
    environment: Mapping[str, str],
) -> Verified | None:
    """Look at what a target shows; None where there is nothing to look at."""
    site = report.take(read_site(root))
    if site is None:
        return None
    settings = site.settings
    try:
        name, where = targets.chosen(settings.publish, target, command="verify", site=settings.id)
        place = targets.opened(name, where, root, environment)
        shown = place.shown()
        record = place.record(shown) if shown is not None else None
        older = (place.record(one) for one in place.ids() if record and one < record.id)
        before = next(filter(None, older), None)
    except Mistaken as mistaken:
        report.add([mistaken.problem])
        return None
    if record is None or not where.url:
        kind = NO_URL if record is not None else NOTHING_SHOWN
        report.add([Problem(kind, at(name), {"target": name})])
        return None
    return look_at(root, name, where, record, before, report, now)


def look_at(
    root: Path,
    name: str,
    where: PublishTarget,
    record: Record,
    before: Record | None,
    report: Report,
    now: datetime,
) -> Verified:
    """Look at a release that has just been shown, and write the report."""
    url = f"{str(where.url).rstrip('/')}/"
    with Asker() as asker:
        look = Look(url, record, before, now, asker)
        problems = look.problems()
    report.add(problems)
    folder = root / targets.FOLDER / "reports"
    page = folder / f"{name}.html"
    files.write(page, reports.as_page(look, problems))
    files.write(folder / f"{name}.json", reports.as_json(look, problems))
    return Verified(name, url, len(look.looked_at()), page)
