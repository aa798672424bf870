"""Which entry somebody means who names one on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.authoring.known_entries import KnownEntries
from sitegen.config.site import Site
from sitegen.loading.formats import extension_of, is_entry_file
from sitegen.loading.nearest import nearest
from sitegen.model.collections import COLLECTIONS
from sitegen.model.validate import collection_of
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity

NO_ENTRY = Kind(
    "withdraw.no-such-entry",
    Severity.ERROR,
    zh="上一次发布的内容里没有条目“{entry}”[[，最接近的是 {nearest}]]",
    en="what was published last has no entry “{entry}”[[; the nearest is {nearest}]]",
    fix_zh="写它的编号或名称；sitegen list 列出全部",
    fix_en="give its id or name; sitegen list shows all",
)


def key_of(root: Path, site: Site, entry: str) -> str:
    """The key of the entry of the site in `root` that somebody names by its key, address, file or name. Raises Mistaken
    where there is none."""
    known = KnownEntries(root, site.options)
    for collection, identifier in _readings(entry, site):
        if collection in COLLECTIONS and known.file_of_id(collection, identifier):
            return f"{collection}:{identifier}"
    every = [name for name, collection in COLLECTIONS.items() if collection.shown]
    named = {name: key for key, name in known.choices(tuple(every))}
    if entry in named:
        return named[entry]
    close = nearest(entry, [*named.values(), *named])
    facts = {"entry": entry, "nearest": named.get(close, close) if close else ""}
    raise Mistaken(Problem(NO_ENTRY, Location("content"), facts))


def _readings(entry: str, site: Site) -> Iterator[tuple[str, str]]:
    """What the words for an entry may mean: gi:pear, gi/pear, /gi/pear/, an address, content/gi/pear.md."""
    text = entry.strip().removeprefix(site.settings.permanent_url.rstrip("/"))
    named = collection_of(text) if text.startswith("content/") else None
    if named is not None and named[1]:
        yield named
    text = text.removeprefix("content/").strip("/")
    if is_entry_file(text):
        text = text.removesuffix(extension_of(text))
    for separator in (":", "/"):
        collection, found, identifier = text.partition(separator)
        if found:
            yield collection, identifier
    yield "pages", text
