"""Documents are validated: they become items with typed records, or problems with their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from sitegen.loading import formats
from sitegen.loading.document import Document, FieldPath, Tree
from sitegen.loading.formats import extension_of
from sitegen.loading.nearest import nearest
from sitegen.model import extra_fields as extra_values
from sitegen.model import faults
from sitegen.model.collection_words import collection_called
from sitegen.model.collections import COLLECTIONS
from sitegen.model.dates import partial_date
from sitegen.model.options import Options
from sitegen.model.pinyin import slug
from sitegen.model.record_problems import problem_of, problems_of
from sitegen.model.shapes import shape_facts
from sitegen.model.types import is_id
from sitegen.problems import Kind, Location, Problem, Severity

BAD_FILE_NAME = Kind(
    "entry.bad-file-name",
    Severity.ERROR,
    zh="文件名“{name}”不能用作编号",
    en="the file name “{name}” cannot be an id",
    fix_zh="[[把文件改名为 {right}；]]只用小写字母、数字和连字符，最多 60 个",
    fix_en="[[rename the file to {right}; ]]use lower-case letters, digits and hyphens, at most 60",
)
NO_COLLECTION = Kind(
    "entry.no-collection",
    Severity.ERROR,
    zh="不知道这个文件属于哪一类[[，最接近的文件夹是“{nearest}”]]",
    en="this file belongs to no collection[[; the nearest folder is “{nearest}”]]",
    fix_zh="放进 {folders} 之一",
    fix_en="put it into one of {folders}",
)
FOLDER_IN_FOLDER = Kind(
    "entry.folder-in-folder",
    Severity.ERROR,
    zh="{folder} 里面不能再分文件夹，这个文件没有读",
    en="there are no folders within {folder}; this file was not read",
    fix_zh="把文件移到 {folder}",
    fix_en="move the file into {folder}",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a document. `root` is the path of its part of the document, `tree` that part as
    written, without blank fields and without `extra`, the site's own facts (`extra_fields.read`);
    `extra_days` are the first days of those of them that are dates, `extra_mentions` the references in
    these."""

    collection: str
    id: str
    root: FieldPath
    tree: Mapping[str, Tree]
    extra: Mapping[str, tuple[str, ...]]
    extra_days: Mapping[str, date]
    extra_mentions: tuple[tuple[FieldPath, str], ...]
    record: Any


COLLECTED = "collected"
"""The folder of content/, and of content/media/, that `sitegen collect` owns. It has a folder for each city, laid
out as content/ is."""
LISTS_IN_TABLES = "recognitions"
"""The collection in whose folder a table is a list of an entry, not a list of entries."""


def holds_entries(file: str) -> bool:
    """Whether a content file is read for the entries that it holds."""
    if formats.is_table(file):
        return collection_of(file) is not None
    return formats.is_entry_file(file)


def is_collected(file: str) -> bool:
    """Whether a content file was written by `sitegen collect`."""
    return file.startswith(f"content/{COLLECTED}/")


@lru_cache(maxsize=1 << 16)
def collection_of(file: str) -> tuple[str, str] | None:
    """(collection, id) of a content file; None where it is in no collection. The id is "" for a file
    that holds several entries: that of a tree, or a table of entries."""
    parts = file.split("/")[1:]
    if is_collected(file):
        parts = parts[2:]
    is_table = formats.is_table(file)
    if len(parts) == 1:
        name = parts[0].removesuffix(extension_of(file))
        fits = is_table or file.endswith(formats.YAML.extension)
        return (name, "") if fits and name in COLLECTIONS and COLLECTIONS[name].tree else None
    if len(parts) == 2 and parts[0] in COLLECTIONS and not COLLECTIONS[parts[0]].tree:
        if is_table:
            return None if parts[0] == LISTS_IN_TABLES else (parts[0], "")
        return parts[0], parts[1].rpartition(".")[0]
    return None


def tree_file(collection: str) -> str:
    """The name of the one file in content/ that holds all entries of a tree collection."""
    return f"{collection}{formats.YAML.extension}"


def read(document: Document, options: Options) -> tuple[tuple[Item, ...], list[Problem]]:
    """The entries of a document, and all problems in it. An entry with a problem is left out."""
    home = collection_of(document.file)
    if home is None:
        folders = [tree_file(name) if own.tree else name for name, own in COLLECTIONS.items()]
        folder, *below = document.file.split("/")[1:]
        if len(below) > 1 and folder in COLLECTIONS and not COLLECTIONS[folder].tree:
            facts = {"folder": f"content/{folder}"}
            return (), [Problem(FOLDER_IN_FOLDER, Location(document.file), facts)]
        meant = collection_called(folder)
        close = meant if meant in folders else nearest(folder, folders) or ""
        facts = {"nearest": close, "folders": "、".join(folders)}
        return (), [Problem(NO_COLLECTION, document.at(()), facts)]
    name, identifier = home
    if not (COLLECTIONS[name].tree or formats.is_table(document.file)):
        if not is_id(identifier):
            proposal = slug(identifier)
            right = proposal + extension_of(document.file) if is_id(proposal) else ""
            facts = {"name": identifier, "right": right}
            return (), [Problem(BAD_FILE_NAME, document.at(()), facts)]
        item, problems = read_entry(document, name, identifier, (), document.tree, options)
        return ((item,) if item else ()), problems
    items: list[Item] = []
    problems = []
    for key, tree in document.tree.items():
        if not is_id(key):
            at = document.at((key,), key=True)
            right = proposal if is_id(proposal := slug(key)) else ""
            problems.append(Problem(faults.NOT_AN_ID, at, {"value": key, "right": right}))
        elif not isinstance(tree, dict):
            facts = shape_facts("model_type", tree, model=COLLECTIONS[name].model)
            problems.append(Problem(faults.WRONG_SHAPE, document.at((key,)), facts))
        else:
            item, item_problems = read_entry(document, name, key, (key,), tree, options)
            items += [item] if item else []
            problems += item_problems
    return tuple(items), problems


def read_entry(
    document: Document,
    collection: str,
    identifier: str,
    root: FieldPath,
    tree: Mapping[str, Tree],
    options: Options,
) -> tuple[Item | None, list[Problem]]:
    """The entry that is written as `tree`, and all problems in it; with a problem there is no entry. `root` is
    the path of the entry in the document, which says places."""
    extra_fields = options.fields.get(collection, {})
    written = {
        key: filled
        for key, value in tree.items()
        if (filled := without_blanks(value)) not in ("", {}, [])
    }
    extra_tree = {key: written.pop(key) for key in list(written) if key in extra_fields}
    model = COLLECTIONS[collection].model
    problems: list[Problem] = []
    record = None
    try:
        record = model.model_validate(written, context=options.context)
    except ValidationError as error:
        problems += problems_of(document, root, model, error, extra_fields)
    extra: dict[str, tuple[str, ...]] = {}
    extra_days: dict[str, date] = {}
    for key, value in extra_tree.items():
        try:
            extra[key] = extra_values.read(extra_fields[key], value)
            if extra_fields[key].type == extra_values.DATE:
                extra_days[key] = partial_date(value).first
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                detail["loc"] = (key, *detail["loc"])
                problems.append(problem_of(document, root, model, detail, extra_fields))
    if problems or record is None:
        return None, problems
    mentions = tuple(
        mention
        for key, members in extra.items()
        for mention in extra_values.targets(extra_fields[key], members)
    )
    return Item(collection, identifier, root, written, extra, extra_days, mentions, record), []


def without_blanks(value: Tree) -> Tree:
    """The value without blank members: a field `name:` without a value counts as not written."""
    if isinstance(value, dict):
        return {k: new for k, v in value.items() if (new := without_blanks(v)) not in ("", {}, [])}
    if isinstance(value, list):
        return [without_blanks(member) for member in value]
    return value
