"""site.yaml becomes the Site: frozen, checked like any entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sitegen.config.settings import GOV_REQUIRED, Gov, Settings
from sitegen.files import digest
from sitegen.loading import documents
from sitegen.loading.document import Document, FieldPath, Places
from sitegen.model import collection_settings, faults
from sitegen.model.entry import canonical
from sitegen.model.fields import words
from sitegen.model.options import Options
from sitegen.model.validate import apart_from, problems_of, without_blanks
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
FATAL = (
    BAD_TIMEZONE,
    faults.BAD_FORM,
    collection_settings.FIELD_NEEDS,
    collection_settings.FIELD_HAS_NO,
)
"""Kinds of problems with which no entry can be read."""


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of a site. `root` is its folder; `digest` is that of the settings alone."""

    root: Path
    settings: Settings
    options: Options
    digest: str
    places: Places

    def at(self, *path: str | int, key: bool = False) -> Location:
        """The place of a setting, or with `key` that of its name."""
        return Document("site.yaml", {}, "", 1, "", self.places).at(path, key=key)


def read_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """The Site in `root`, None where site.yaml cannot be used."""
    if not (root / "site.yaml").exists():
        return None, [Problem(MISSING_SITE, Location("site.yaml"))]
    document, problems = documents.load(root, "site.yaml")
    if document is None:
        return None, problems
    written: Any = without_blanks(dict(document.tree))
    wrong = collection_settings.problems(document, written.get("collections") or {})
    if wrong:
        written = {name: value for name, value in written.items() if name != "collections"}
    try:
        settings = Settings.model_validate(written)
    except ValidationError as error:
        of_fields = problems_of(document, (), Settings, error, {})
        return None, problems + wrong + apart_from(document, of_fields)
    if wrong or document.wrong_lines:
        return None, problems + wrong
    wrong = _check(document, settings)
    problems += wrong
    if any(problem.kind in FATAL for problem in wrong):
        return None, problems
    options = collection_settings.options_of(settings.collections)
    tree: Mapping[str, Any] = document.tree
    # The order in which a site writes its own fields and choices is their order on pages.
    key = digest(canonical([tree, str(options)]).encode())[:20]
    return Site(root, settings, options, key, document.places), problems


def _check(document: Document, settings: Settings) -> list[Problem]:
    from zoneinfo import ZoneInfo

    problems: list[Problem] = []

    def add(kind: Kind, path: FieldPath, **facts: str) -> None:
        problems.append(Problem(kind, document.at(path), facts))

    try:
        ZoneInfo(settings.timezone)
    except (KeyError, ValueError, OSError):
        add(BAD_TIMEZONE, ("timezone",), value=settings.timezone)
    if not 1 <= settings.page_size <= 60:
        add(
            faults.BAD_FORM,
            ("page_size",),
            value=str(settings.page_size),
            wanted="1 到 60",
            wanted_en="1 to 60",
        )
    if settings.profile == "gov":
        for name in GOV_REQUIRED:
            if settings.gov is None or not getattr(settings.gov, name):
                title, title_en, *_ = words(Gov.model_fields[name])
                add(GOV_MISSING, ("gov",), field=name, title=title, title_en=title_en)
    for kind, path, facts in collection_settings.check(settings.collections):
        problems.append(Problem(kind, document.at(path, key=True), facts))
    return problems
