"""sitegen init: write a small site that builds at once, or one with the settings of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sitegen import files
from sitegen.building.inspection import FOLDER as MEDIA
from sitegen.config.site import MISSING_SITE
from sitegen.loading import documents, formats
from sitegen.loading.document import Document
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Kind, Location, Problem, Report, Severity

NOT_EMPTY = Kind(
    "init.not-empty",
    Severity.ERROR,
    zh="这个文件夹不是空的，没有动它",
    en="this folder is not empty and was left alone",
    fix_zh="换一个新文件夹的名字，它会自己建好",
    fix_en="name a new folder: it will be made",
)
STARTER = Path(__file__).parent.parent / "starter"
OTHER_NAMES = {
    "gitignore": ".gitignore",
    "edit.bat": "编辑网站.bat",
    "edit.command": "编辑网站.command",
    "edit.desktop": "编辑网站.desktop",
}
"""Files of the starter that a site has under another name: hidden ones, and those that open the editor by a
double click on Windows, macOS and Linux."""
LAUNCHERS = tuple(name for name in OTHER_NAMES if name.startswith("edit."))
LINES_OF_WINDOWS = ".bat"
RUNS = (".command", ".desktop")
"""Ends of the names of files that the system may run."""
SETTINGS = "site.yaml"
SHARED = ("content/regions.", "content/categories.", "content/schemes/", "templates/")
"""What a second site of the same place needs, beside site.yaml: the files below a site whose paths
begin like this."""
COPIED = ("regions", "categories", "schemes")
"""The collections whose entries are among them."""
LINK = re.compile(rf"\[([^\[\]\n]*)\]\(({'|'.join(COLLECTIONS)}):[^()\s]*\)")
"""A link to an entry in the body of another: its words, and the collection."""
PICTURE = re.compile(r"\bfile: *[\"']?([^\s\"',{}]+)")
"""The name of a picture in `images`, as YAML has it."""
OF_ONE_SITE = ("featured",)
"""Settings that are about the entries of one site."""


def init(folder: Path, report: Report) -> list[str]:
    """Write the starter site into `folder`, which must be new or empty. Returns the paths of the
    files written, none where the report says why not."""
    if not _is_free(folder, report):
        return []
    return [_start(folder, name) for name, _ in files.walk(STARTER)]


def init_from(folder: Path, other: Path, report: Report) -> list[str]:
    """Write a site with the settings, regions, categories, schemes and templates of the site in `other`
    into `folder`, which must be new or empty, and the pictures that these name. It has no entries; the settings that name entries
    become comments, and links to entries in the texts of schemes just their words. Returns the paths of the files written, none where the report says why not."""
    if not _is_free(folder, report):
        return []
    if not (other / SETTINGS).is_file():
        report.add([Problem(MISSING_SITE, Location(str(other / SETTINGS)))])
        return []
    document = report.take(documents.load(other, SETTINGS))
    if document is None or report.has_errors:
        return []
    text = "\n".join(_settings(document, (other / SETTINGS).read_text("utf-8-sig").split("\n")))
    written = [_create(folder, SETTINGS, text.encode())]
    written += [_start(folder, name) for name in ("gitignore", *LAUNCHERS)]
    texts = []
    for root in ("content", "templates"):
        for name, item in files.walk(other / root) if files.is_folder(other / root) else ():
            path = f"{root}/{name}"
            if path.startswith(SHARED) and item.is_file(follow_symlinks=False):
                data = files.read(other / path)
                if path.endswith(formats.MARKDOWN.extension):
                    data = without_links(data)
                texts.append(data)
                written.append(_create(folder, path, data))
    return [*written, *_pictures(folder, other, b"\n".join(texts))]


def _pictures(folder: Path, other: Path, texts: bytes) -> list[str]:
    """Copy the pictures that are named in the texts copied before: those of categories and schemes."""
    named = set(PICTURE.findall(texts.decode("utf-8", "replace")))
    media = other / MEDIA
    return [
        _create(folder, f"{MEDIA}/{name}", files.read(other / MEDIA / name))
        for name, item in (files.walk(media) if files.is_folder(media) else ())
        if name in named and item.is_file(follow_symlinks=False)
    ]


def without_links(data: bytes) -> bytes:
    """A Markdown file whose links to entries that are not copied are just their words."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return data
    return LINK.sub(lambda link: link[1] if link[2] not in COPIED else link[0], text).encode()


def _is_free(folder: Path, report: Report) -> bool:
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        report.add([Problem(NOT_EMPTY, Location(str(folder)))])
        return False
    return True


def _start(folder: Path, name: str) -> str:
    """Write a file of the starter into a new site."""
    data = (STARTER / name).read_bytes()
    if name.endswith(LINES_OF_WINDOWS):
        data = data.replace(b"\n", b"\r\n")
    return _create(folder, OTHER_NAMES.get(name, name), data)


def _create(folder: Path, path: str, data: bytes) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    with files.Folder(folder) as made:
        made.create(path, data, runs=path.endswith(RUNS))
    return path


def _settings(document: Document, lines: list[str]) -> Iterator[str]:
    """The lines of a site.yaml, those of settings about its entries turned into comments."""
    starts = sorted(
        (place[0], str(path[0])) for path, place in document.places.keys.items() if len(path) == 1
    )
    for number, line in enumerate(lines, start=1):
        name = next((name for start, name in reversed(starts) if start <= number), "")
        commented = name in OF_ONE_SITE and line.strip() and not line.lstrip().startswith("#")
        yield f"# {line}" if commented else line
