"""Opens the photos that come with a table, and tells what is said of all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sitegen.authoring.importing.photos.archives import ZipPhotos
from sitegen.authoring.importing.photos.photo_rows import IMAGES
from sitegen.authoring.importing.photos.sources import FolderPhotos, NoPhotos, PhotoSource
from sitegen.authoring.importing.received import ColumnAnswers, field_words
from sitegen.loading import disk
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import folded
from sitegen.model.options import Options
from sitegen.problems import Location, Problem


def opened(path: Path | None) -> tuple[PhotoSource | None, list[Problem]]:
    """The photos of a folder or a zip file, to be closed by its `with`, or no photos; None where they cannot be
    read, and problems say why."""
    if path is None:
        return NoPhotos(), []
    if not path.exists():
        return None, [Problem(disk.MISSING, Location(path.name))]
    if path.is_dir():
        source: PhotoSource = FolderPhotos(path.resolve())
    elif path.is_file():
        source = ZipPhotos(path)
    else:
        return None, [Problem(disk.NOT_A_FILE, Location(path.name))]
    if source.is_readable:
        return source, []
    with source:
        return None, source.problems


def picture_defaults(
    source: PhotoSource, answers: ColumnAnswers, options: Options
) -> tuple[dict[str, str], ColumnAnswers]:
    """Where there are photos, (what `--set` says of all pictures, by the name of the field; the other answers): without a photo, no entry
    gets a picture of this alone."""
    if not source.is_given:
        return {}, answers
    words = {
        word: column.path[-1]
        for collection in COLLECTIONS
        for word, column in field_words(collection, options).items()
        if column.path[:1] == (IMAGES,)
    }
    defaults = {
        str(words[folded(word)]): text
        for word, text in answers.values.items()
        if folded(word) in words
    }
    rest = {word: text for word, text in answers.values.items() if folded(word) not in words}
    return defaults, replace(answers, values=rest)
