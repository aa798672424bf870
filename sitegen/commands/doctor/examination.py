"""All that doctor looks at, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.commands.doctor import address, folder, machine, repository, target
from sitegen.commands.doctor.finding import Finding, Machine, wrong
from sitegen.config.settings import Settings
from sitegen.config.site import read_site
from sitegen.model.types import Label
from sitegen.problems import Kind, Severity
from sitegen.publishing.record import Record

SETTINGS, ADDRESSES = Label("site.yaml", "site.yaml"), Label("网址", "addresses")

WRONG_SETTINGS = Kind(
    "doctor.settings",
    Severity.ERROR,
    zh="有 {count} 处错误",
    en="it has {count} errors",
    fix_zh="运行 sitegen check，它逐条列出",
    fix_en="run sitegen check, which lists them",
)


def examine(root: Path, of: Machine, *, offline: bool) -> Iterator[Finding]:
    """Look at everything. Nothing is changed; with `offline` nothing goes over a network."""
    site, problems = read_site(root)
    settings = site.settings if site is not None else None
    yield from machine.look(of, root, settings)
    errors = [problem for problem in problems if problem.kind.severity is Severity.ERROR]
    if errors:
        yield wrong(SETTINGS, WRONG_SETTINGS, count=len(errors))
    if settings is None:
        return
    yield from folder.look(of, root, settings)
    yield from repository.look(root)
    if not settings.publish:
        yield Finding(
            target.about("–"), Label("没有写发布到哪里", "site.yaml names no place to publish to")
        )
    yield from _published(root, of, settings, offline=offline)


def _published(root: Path, of: Machine, settings: Settings, *, offline: bool) -> Iterator[Finding]:
    seen: dict[str, Record] = {}
    for name, where in settings.publish.items():
        shown = target.look(of, root, settings, name, offline=offline)
        yield from shown.findings
        url = target.address_of(settings, where)
        if shown.record is not None and url is not None:
            seen.setdefault(url, shown.record)
    if offline:
        yield Finding(ADDRESSES, Label("没有看（--offline）", "not looked at (--offline)"))
        return
    for url, record in seen.items():
        yield from address.look(of, url, record)
