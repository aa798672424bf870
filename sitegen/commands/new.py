"""sitegen new: ask an author for the required fields of a new entry, and write its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen import config, files
from sitegen.authoring import drafts
from sitegen.authoring.field_descriptions import asked_fields, describe
from sitegen.authoring.interview import EXISTS, Ask, Interview, InvalidAnswer, Show
from sitegen.authoring.known_entries import KnownEntries
from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.collections import COLLECTIONS
from sitegen.model.validate import tree_file
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
    show: Show,
    language: Language,
) -> str | None:
    """Write a new entry of `collection`; its path below the site, None where the report says why not.

    `given` are answers given beforehand, by field. `name` in it stands for the field with the
    entry's name, whatever that field is called in the collection. `ask` gets the author's answer to
    a question, and `show` the problem of an answer that is not valid.
    """
    site = report.take(config.read(root))
    if site is None or not _has_files(collection, report):
        return None
    model = COLLECTIONS[collection].model
    title = "name" if "name" in model.model_fields else "document"
    answers = {title if field == "name" else field: text for field, text in given.items()}
    interview = Interview(KnownEntries(root, site.options), answers, ask, show, language)
    try:
        interview.check_given_fields(model)
        values = interview.values(model, asked_fields(model))
        if not values[title]:
            facts = {"field": title, "title": describe(model, site.options, "zh")[title].title}
            at = Location(f"content/{collection}")
            raise InvalidAnswer(Problem(faults.MISSING_FIELD, at, facts))
        identifier = interview.identifier(collection, str(values[title]), values)
    except InvalidAnswer as invalid:
        report.add([invalid.problem])
        return None
    if not identifier:
        return None
    file = drafts.entry_file(collection, identifier)
    text = drafts.entry_text(collection, values, site.options, language)
    try:
        files.create(root / file, text.encode())
    except FileExistsError:
        report.add([Problem(EXISTS, Location(file))])
        return None
    return file


def _has_files(collection: str, report: Report) -> bool:
    """Whether the entries of a collection have a file each; else a problem is reported."""
    if collection not in COLLECTIONS:
        names = [name for name, known in COLLECTIONS.items() if not known.tree]
        facts = {"nearest": nearest(collection, names) or "", "choices": "、".join(names)}
        report.add([Problem(NO_COLLECTION, Location("content"), {"name": collection, **facts})])
        return False
    if COLLECTIONS[collection].tree:
        at = Location(f"content/{tree_file(collection)}")
        report.add([Problem(ONE_FILE, at, {"name": collection})])
        return False
    return True
