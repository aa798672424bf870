"""site.yaml names entries, collections and fields that exist, and asks for what can be done.

A slip in a name would show nothing where something was wanted, in silence. An entry that is not public,
or no longer, is only left out: a day that passes must not stop the builds of a site.

Passes: `featured: [gi:qingxi-xueli]` where that entry is public
Warns: the same where it is a draft or withdrawn, or its title has been revoked; `ladders` with a name for a ladder
       that no scheme has
Fails: the same where there is no such entry; `images: {avif: 是}` where AVIF cannot be written
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.catalogue.names import AMBIGUOUS, MISSING
from sitegen.catalogue.status import CURRENT
from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.config.settings import Settings
from sitegen.loading.document import FieldPath
from sitegen.loading.nearest import nearest
from sitegen.model.collections import COLLECTIONS
from sitegen.model.faults import UNKNOWN_FIELD
from sitegen.model.fields import written_name
from sitegen.model.recognitions import STATUSES
from sitegen.model.types import choices_of
from sitegen.problems import Kind, Severity
from sitegen.rendering.images import library

NOT_SHOWN = Kind(
    "site.not-public",
    Severity.WARNING,
    zh="“{id}”尚未公开或已下架，首页不展示它",
    en="“{id}” is not public, so the home page does not show it",
    fix_zh="换一个条目，或让它公开",
    fix_en="name another entry, or publish this one",
)
TITLE_ENDED = Kind(
    "site.title-ended",
    Severity.WARNING,
    zh="首页推荐的“{id}”，称号{status}（依据：{document}）",
    en="the title of “{id}” on the home page has ended: {status_en} (by “{document}”)",
    fix_zh="换一个条目；留着它，首页会在名称旁写明",
    fix_en="name another entry; if it stays, the home page says so beside its name",
)
NO_AVIF = Kind(
    "image.no-avif",
    Severity.ERROR,
    zh="这台机器上的 Pillow 不会写 AVIF",
    en="the Pillow of this machine cannot write AVIF",
    fix_zh="删掉 images 下的 avif，或安装 Pillow 官方的安装包",
    fix_en="remove avif under images, or install Pillow's own package",
)
NO_LADDER = Kind(
    "site.no-such-ladder",
    Severity.WARNING,
    zh="没有哪个认定体系的 ladder 是“{ladder}”[[，最接近的是“{nearest}”]]",
    en="no scheme has the ladder “{ladder}”[[; the nearest is “{nearest}”]]",
    fix_zh="改成认定体系里写的 ladder，或删掉这一项",
    fix_en="write a ladder that schemes have, or remove it",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    at = catalogue.site.at
    settings = catalogue.site.settings
    for path, key in _named(settings):
        if key in catalogue.known:
            if not catalogue.is_public(key):
                yield Finding(NOT_SHOWN, at(*path), {"id": key})
        elif (problem := catalogue.problem_with(key)) is not None:
            yield Finding(problem[0], at(*path), problem[1])
    yield from _ended(catalogue)
    if settings.images is not None and settings.images.avif and not library.can_write_avif():
        yield Finding(NO_AVIF, at("images", "avif"))
    yield from _ladders(catalogue)
    for name, setting in settings.collections.items():
        if name not in COLLECTIONS:
            continue
        open_to_more = open_choices(name)
        every = "、".join(sorted(open_to_more))
        for field in setting.choices:
            if field not in open_to_more:
                place = at("collections", name, "choices", field, key=True)
                facts = {"field": field, "fields": every} | _near(field, open_to_more)
                yield Finding(UNKNOWN_FIELD, place, facts)


def _ladders(catalogue: CatalogueView) -> Iterator[Finding]:
    """Ladders that have a name and no scheme; nothing is known of them where a scheme did not load."""
    if any(key.startswith("schemes:") for key in catalogue.failed):
        return
    ladders = {scheme.ladder for scheme in catalogue.catalogue.schemes.values() if scheme.ladder}
    for name in catalogue.site.settings.ladders:
        if name not in ladders:
            place = catalogue.site.at("ladders", name, key=True)
            yield Finding(NO_LADDER, place, {"ladder": name} | _near(name, ladders))


def open_choices(collection: str) -> set[str]:
    """The fields of a collection to whose choices a site may add."""
    names = set()
    for attribute, info in COLLECTIONS[collection].model.model_fields.items():
        choices, name = choices_of(info), written_name(attribute, info)
        if choices and not choices.closed and choices.name == f"{collection}.{name}":
            names.add(name)
    return names


def _named(settings: Settings) -> Iterator[tuple[FieldPath, str]]:
    """Keys of the entries that the settings name, and where."""
    for index, reference in enumerate(settings.featured):
        yield ("featured", index), str(reference)
    if settings.home_region is not None:
        yield ("home_region",), str(settings.home_region)


def _ended(catalogue: CatalogueView) -> Iterator[Finding]:
    """Featured entries of which no title is in force, and one is revoked or suspended."""
    for index, reference in enumerate(catalogue.site.settings.featured):
        rows = catalogue.titles(str(reference))
        ended = [row for row in rows if row.status in ("revoked", "suspended")]
        if ended and not any(row.status in CURRENT for row in rows):
            document = [change.document for change in ended[-1].changes][-1]
            status = STATUSES[ended[-1].status]
            facts = {"status": status.zh, "status_en": status.en, "document": document}
            at = catalogue.site.at("featured", index)
            yield Finding(TITLE_ENDED, at, {"id": str(reference), **facts})


def _near(word: str, choices: Mapping[str, str] | list[str] | set[str]) -> dict[str, str]:
    return {"nearest": nearest(word, choices) or ""}


RULE = CatalogueRule(
    kinds=(NOT_SHOWN, TITLE_ENDED, NO_LADDER),
    fixed=(MISSING, AMBIGUOUS, NO_AVIF, UNKNOWN_FIELD),
    check=check,
)
