"""sitegen new: ask an author for the required fields of a new entry, and write its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sitegen.authoring import drafts
from sitegen.authoring.field_descriptions import asked_fields, describe
from sitegen.authoring.interview import EXISTS, ID, Ask, Interview, InvalidAnswer, Show
from sitegen.authoring.known_entries import KnownEntries
from sitegen.config.site import read_site
from sitegen.files import Folder
from sitegen.loading.nearest import nearest
from sitegen.model.collection_words import collection_called, collection_words
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
NO_NAME = Kind(
    "new.no-name",
    Severity.ERROR,
    zh="没有给出{title}；不在终端里或加了 --yes 时不提问",
    en="there is no {title_en}; outside a terminal, or with --yes, no questions are asked",
    fix_zh="写在命令后面：sitegen new {right} {title}",
    fix_en="put it at the end of the command: sitegen new {right} {title_en}",
)


def new(
    root: Path,
    name: str,
    given: Mapping[str, str],
    report: Report,
    *,
    ask: Ask,
    show: Show,
    language: Language,
    full: bool = False,
) -> str | None:
    """Write a new entry of the collection with this name or title; its path below the site, None where the report says why not.

    `given` are answers given beforehand, by field. `name` in it stands for the field with the
    entry's name, whatever that field is called in the collection. `ask` gets the author's answer to
    a question, and `show` the problem of an answer that is not valid. The draft has the fields that most
    entries have, or with `full` all of them.
    """
    site = report.take(read_site(root))
    collection = _with_files(name, report) if site is not None else None
    if site is None or collection is None or report.has_errors:
        return None
    model = COLLECTIONS[collection].model
    title = "name" if "name" in model.model_fields else "document"
    titles: dict[str, str] = {}
    for one in ("en", "zh"):
        titles |= {f.title.lower(): name for name, f in describe(model, site.options, one).items()}
    titles |= {"编号": ID, "name": title, "名称": title}
    named = describe(model, site.options, language)
    answers = {
        field if field in named or field == ID else titles.get(field.lower(), field): text
        for field, text in given.items()
    }
    interview = Interview(KnownEntries(root, site.options), answers, ask, show, language)
    try:
        interview.check_given_fields(model)
        values = interview.values(model, asked_fields(model))
        if not values[title]:
            in_zh, in_en = (describe(model, site.options, one)[title].title for one in ("zh", "en"))
            facts = {"title": in_zh, "title_en": in_en, "right": name}
            raise InvalidAnswer(Problem(NO_NAME, Location(f"content/{collection}"), facts))
        identifier = interview.identifier(collection, str(values[title]), values)
    except InvalidAnswer as invalid:
        report.add([invalid.problem])
        return None
    if not identifier:
        return None
    file = drafts.entry_file(collection, identifier)
    text = drafts.entry_text(collection, values, site.options, language, full=full)
    try:
        with Folder(root) as folder:
            folder.create(file, text.encode())
    except FileExistsError:
        report.add([Problem(EXISTS, Location(file))])
        return None
    return file


def known_collection(name: str, choices: Sequence[str], report: Report) -> str | None:
    """The collection of `choices` with this name or title; None, and a problem, where there is none."""
    collection = collection_called(name)
    if collection in choices:
        return collection
    words = {word: other for other, word in collection_words() if other in choices}
    shown = [f"{other}（{COLLECTIONS[other].title.zh}）" for other in choices]
    close = words.get(nearest(name, words) or "", "")
    facts = {"name": name, "nearest": close, "choices": "、".join(shown)}
    report.add([Problem(NO_COLLECTION, Location("content"), facts)])
    return None


def _with_files(name: str, report: Report) -> str | None:
    """The collection with this name or title; None, and a problem, where its entries have no file each."""
    collection = collection_called(name)
    if collection in COLLECTIONS and COLLECTIONS[collection].tree:
        at = Location(f"content/{tree_file(collection)}")
        report.add([Problem(ONE_FILE, at, {"name": collection})])
        return None
    choices = [other for other, known in COLLECTIONS.items() if not known.tree]
    return known_collection(name, choices, report)
