"""Photos that come with a form: made smaller, freed of all that a camera notes, and put into content/media."""

from __future__ import annotations

import unicodedata
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from sitegen import files
from sitegen.authoring.importing.photos.judging import Judged, picture_of
from sitegen.authoring.importing.photos.media_folder import MediaFolder
from sitegen.building.inspection import FOLDER
from sitegen.building.turns import turn
from sitegen.editing.requests import EditAnswer, Upload
from sitegen.files import Folder
from sitegen.problems import Problem
from sitegen.rendering.images import making, reading
from sitegen.rendering.images.making import Variant

LONGEST_SIDE: Final = 2560
"""In pixels: twice the widest that pages show."""
TYPES: Final = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
}


def stored(root: Path, identifier: str, upload: Upload) -> tuple[str, list[Problem]]:
    """The name in content/media of a photo that was sent; "" where the problems say why it cannot be used.

    It is named for the entry. The same photo is there once.
    """
    picture, problems = picture_of(upload.data, upload.name, partial(turn, root))
    image = None
    if picture is not None:
        image, _ = reading.inspect(picture.data, f"photo{picture.extension}", partial(turn, root))
    if picture is None or image is None:
        return "", problems
    scale = min(1.0, LONGEST_SIDE / max(image.width, image.height))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    with turn(root, reading.memory_to_decode(picture.data)):
        _, data = next(making.encode(picture.data, [Variant(*size, image.extension)]))
    judged = Judged(files.digest(data), len(data), f".{image.extension}", ())
    name, is_new = MediaFolder(root).place(identifier, judged)
    if is_new:
        with Folder(root) as folder:
            folder.create(f"{FOLDER}/{name}", data)
    return name, problems


def names(root: Path) -> frozenset[str]:
    """The files of content/media, also those that came after the last build."""
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return frozenset()
    return frozenset(unicodedata.normalize("NFC", path) for path, _ in files.walk(folder))


def shown(root: Path, name: str) -> EditAnswer | None:
    """A picture of content/media for its row in a form; None where there is none of this name."""
    kind = TYPES.get(PurePosixPath(name).suffix.lower())
    if kind is None or name not in names(root):
        return None
    try:
        data = files.read(files.inside(root / FOLDER, name))
    except (OSError, ValueError):
        return None
    # A drawing may hold a script: opened by itself it can do nothing.
    return EditAnswer(200, data, kind, {"Content-Security-Policy": "default-src 'none'; sandbox"})
