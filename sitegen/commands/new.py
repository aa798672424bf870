"""sitegen new: a new entry, its id proposed, what is required asked, all else commented out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen import config, files
from sitegen.authoring import drafts
from sitegen.authoring.interview import EXISTS, Ask, Interview, Refused, Tell
from sitegen.authoring.known_entries import KnownEntries
from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.collections import COLLECTIONS
from sitegen.model.common import Common
from sitegen.model.fields import Record, words
from sitegen.model.types import collections_of
from sitegen.problems import Kind, Language, Location, Problem, Report, Severity

NO_COLLECTION = Kind(
    "new.no-collection",
    Severity.ERROR,
    zh="没有“{name}”这一类[[，最接近的是“{nearest}”]]",
    en="there is no collection “{name}”[[; the nearest is “{nearest}”]]",
    fix_zh="可选：{choices}",
    fix_en="choices: {choices}",
)
ONE_FILE = Kind(
    "new.one-file",
    Severity.ERROR,
    zh="“{name}”的条目都写在一个文件里，不必新建",
    en="all of “{name}” stands in one file",
    fix_zh="打开 content/{name}.yaml 照样子加一段",
    fix_en="open content/{name}.yaml and add a block like the others",
)


def new(
    root: Path,
    collection: str,
    given: Mapping[str, str],
    report: Report,
    *,
    ask: Ask,
    tell: Tell,
    language: Language,
) -> str | None:
    """Write a new entry of `collection`; its file, None where the report says why not.

    `given` are answers known beforehand, by field; `name` stands for whatever names an entry there.
    """
    site = report.take(config.read(root))
    if site is None or not _is_open(collection, report):
        return None
    shelf = KnownEntries(root, site.options)
    model = COLLECTIONS[collection].model
    title = "name" if "name" in model.model_fields else "document"
    answers = {title if field == "name" else field: text for field, text in given.items()}
    interview = Interview(shelf, answers, ask, tell, language)
    try:
        interview.refuse_unknown(model)
        known = interview.about(model, asked(model))
        if not known[title]:
            facts = {"field": title, "title": words(dict(drafts.named(model))[title])[0]}
            raise Refused(Problem(faults.MISSING_FIELD, Location(f"content/{collection}"), facts))
        identifier = interview.identifier(collection, str(known[title]), known)
    except Refused as refused:
        report.add([refused.problem])
        return None
    if not identifier:
        return None
    shown = COLLECTIONS[collection].shown
    file = f"content/{collection}/{identifier}{'.md' if shown else '.yaml'}"
    text = drafts.front_matter(collection, model, known, site.options, language)
    try:
        files.create(root / file, (f"---\n{text}---\n\n" if shown else text).encode())
    except FileExistsError:
        report.add([Problem(EXISTS, Location(file))])
        return None
    return file


def _is_open(collection: str, report: Report) -> bool:
    if collection not in COLLECTIONS:
        open_ones = [name for name, known in COLLECTIONS.items() if not known.tree]
        facts = {"nearest": nearest(collection, open_ones) or "", "choices": "、".join(open_ones)}
        report.add([Problem(NO_COLLECTION, Location("content"), {"name": collection, **facts})])
        return False
    if COLLECTIONS[collection].tree:
        at = Location(f"content/{collection}.yaml")
        report.add([Problem(ONE_FILE, at, {"name": collection})])
        return False
    return True


def asked(model: type[Record]) -> list[str]:
    """What is asked of a new entry: what is required, and where readers look for it – the two trees
    that every entry may stand in."""

    def is_place(name: str, collections: tuple[str, ...]) -> bool:
        return name in Common.model_fields and any(COLLECTIONS[c].tree for c in collections)

    return [
        name
        for name, info in drafts.named(model)
        if info.is_required() or is_place(name, collections_of(info))
    ]
