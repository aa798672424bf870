"""site.yaml becomes the Site: frozen, checked like any entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sitegen.config import collect_settings, publish_settings, stand_ins
from sitegen.config.settings import GOV_REQUIRED, Gov, Settings
from sitegen.files import digest
from sitegen.loading import documents
from sitegen.loading.document import Document, FieldPath, Places
from sitegen.model import collection_settings
from sitegen.model.entry import canonical
from sitegen.model.fields import words
from sitegen.model.options import Options
from sitegen.model.record_problems import apart_from, problems_of
from sitegen.model.validate import without_blanks
from sitegen.problems import Kind, Location, Problem, Severity

MISSING_SITE = Kind(
    "site.missing",
    Severity.ERROR,
    zh="这个文件夹里没有 site.yaml",
    en="there is no site.yaml in this folder",
    fix_zh="换到站点文件夹再运行，或用 --site 指明它",
    fix_en="run it in the site's folder, or name that with --site",
)
BAD_TIMEZONE = Kind(
    "site.unknown-timezone",
    Severity.ERROR,
    zh="不认识时区“{value}”",
    en="unknown time zone “{value}”",
    fix_zh="中国内地写 Asia/Shanghai",
    fix_en="mainland China is Asia/Shanghai",
)
GOV_MISSING = Kind(
    "gov.missing-setting",
    Severity.ERROR,
    zh="政府网站规范要求填写“{field}”（{title}）",
    en="the gov profile requires “{field}” ({title_en})",
    fix_zh="在 site.yaml 的 gov 下补上；不是政府网站就删掉 profile: gov",
    fix_en="add it under gov in site.yaml, or remove profile: gov",
)
COLLECTIONS = "collections"
"""The setting that says which fields entries have."""
OF_NO_PAGE = frozenset(["publish", "collect"])
"""The settings that change no page: where a site is published, and from where entries are collected."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A site that is kept as it was on a day, and never changes again."""

    day: date
    indexed: bool
    """Whether search engines may still take its pages in."""


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of a site. `root` is its folder; `digest` is that of the settings alone.

    `faulty` has the names of the settings with mistakes, which have been reported. They stand at their
    defaults or at stand-ins, so that what is wrong elsewhere can be told as well. `closed` is set where it is built
    for the last time; `digest` stands for that, too.
    """

    root: Path
    settings: Settings
    options: Options
    digest: str
    places: Places
    faulty: frozenset[str] = frozenset()
    closed: Closed | None = None

    def as_closed(self, closed: Closed) -> Site:
        """The same site, closed."""
        key = digest(f"{self.digest} {closed}".encode())[:20]
        return replace(self, closed=closed, digest=key)

    def at(self, *path: str | int, key: bool = False) -> Location:
        """The place of a setting, or with `key` that of its name."""
        return Document("site.yaml", {}, "", 1, "", self.places).at(path, key=key)


def read_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """The Site in `root`, None where there is no site.yaml.

    Where it has errors the Site is `faulty`: good for checking entries, not for publishing them.
    """
    if not (root / "site.yaml").exists():
        return None, [Problem(MISSING_SITE, Location("site.yaml"))]
    document, problems = documents.load(root, "site.yaml")
    if document is None:
        every = frozenset(Settings.model_fields)
        return Site(root, stand_ins.settings_of({}), Options(), "", Places(), every), problems
    written: Any = without_blanks(dict(document.tree))
    wrong = collection_settings.problems(document, written.get(COLLECTIONS) or {})
    faulty = set(document.left_out)
    if wrong or document.wrong_lines:
        # A mistake in the YAML may have hidden any setting, also the fields that entries have.
        faulty.add(COLLECTIONS)
        written.pop(COLLECTIONS, None)
    try:
        settings = Settings.model_validate(written)
    except ValidationError as error:
        wrong += problems_of(document, (), Settings, error, {})
        faulty |= {str(detail["loc"][0]) for detail in error.errors(include_url=False)}
        settings = stand_ins.settings_of(written)
    of_meaning = [p for p in _meaningless(document, settings) if p[0][0] not in faulty]
    if of_meaning:
        faulty |= {str(path[0]) for path, _ in of_meaning}
        settings = stand_ins.settings_of({k: v for k, v in written.items() if k not in faulty})
    wrong += (problem for _, problem in of_meaning)
    if not document.wrong_lines and "gov" not in faulty:
        problems += _missing_for_gov(document, settings)
    problems += apart_from(document, wrong)
    options = collection_settings.options_of(settings.collections)
    tree = {name: value for name, value in document.tree.items() if name not in OF_NO_PAGE}
    # The order in which a site writes its own fields and choices is their order on pages.
    key = digest(canonical([tree, str(options)]).encode())[:20]
    return Site(root, settings, options, key, document.places, frozenset(faulty)), problems


def _meaningless(document: Document, settings: Settings) -> Iterator[tuple[FieldPath, Problem]]:
    """The values of the right form that mean nothing, with their paths."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(settings.timezone)
    except (KeyError, ValueError, OSError):
        path: FieldPath = ("timezone",)
        yield path, Problem(BAD_TIMEZONE, document.at(path), {"value": settings.timezone})
    found = [
        *collection_settings.check(settings.collections),
        *publish_settings.faults(settings.publish),
        *collect_settings.faults(settings.collect),
    ]
    for kind, path, facts in found:
        yield path, Problem(kind, document.at(path, key=True), facts)


def _missing_for_gov(document: Document, settings: Settings) -> Iterator[Problem]:
    """What the government profile requires and the settings do not have."""
    if settings.profile == "gov":
        for name in GOV_REQUIRED:
            if settings.gov is None or not getattr(settings.gov, name):
                title, title_en, *_ = words(Gov.model_fields[name])
                facts = {"field": name, "title": title, "title_en": title_en}
                yield Problem(GOV_MISSING, document.at(("gov",)), facts)
