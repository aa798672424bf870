"""The cache of encoded pictures in .sitegen/images, so that not even a clean build encodes them again.

The name of a file is a digest of what it was made from: picture, size and encoder. The file begins with
the digest of its bytes, so that a damaged one is noticed and encoded again.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen import files
from sitegen.building import inspection, media, state
from sitegen.building.turns import turn
from sitegen.files import digest
from sitegen.outputs.parts import pictures
from sitegen.outputs.plan_context import PlanContext
from sitegen.rendering.images import library, making, reading
from sitegen.rendering.images.making import Variant
from sitegen.rendering.images.reading import ImageFile

FOLDER = "images"
DIGEST_SIZE = 32
"""Length in bytes of the digest at the head of a cached file."""


@dataclass(frozen=True, slots=True)
class Variants:
    """`(name, image, wanted, variant)` → the bytes of one variant of the picture `name`.

    Where it is not cached, all missing ones of `wanted` are encoded with it, so that the picture is
    decoded once. Two processes must not ask for variants of the same content at the same time: they
    would write the same files.
    """

    root: Path

    def __call__(
        self, name: str, image: ImageFile, wanted: Iterable[Variant], variant: Variant
    ) -> bytes:
        cached = self._cached(image, variant)
        if cached is not None:
            return cached
        data = media.read_bytes(self.root, name)
        if digest(data) != image.digest:
            file = f"{inspection.FOLDER}/{name}"
            raise OSError(errno.EBUSY, "changed while it was being read", file)
        missing = [one for one in wanted if one != variant and self._cached(image, one) is None]
        result = b""
        with turn(self.root / inspection.FOLDER, reading.memory_to_decode(data)):
            for one, encoded in making.encode(data, [variant, *missing]):
                state.write(path(self.root, image, one), sha256(encoded).digest() + encoded)
                if one == variant:
                    result = encoded
        return result

    def _cached(self, image: ImageFile, variant: Variant) -> bytes | None:
        try:
            data = files.read(path(self.root, image, variant))
        except OSError:
            return None
        seal, encoded = data[:DIGEST_SIZE], data[DIGEST_SIZE:]
        return encoded if sha256(encoded).digest() == seal else None


def path(root: Path, image: ImageFile, variant: Variant) -> Path:
    """The place of a variant in the cache."""
    made_of = f"{image.digest} {variant.width}x{variant.height} {library.encoder()}"
    return root / state.FOLDER / FOLDER / f"{digest(made_of.encode())[:40]}.{variant.extension}"


def prune(root: Path, planning: PlanContext) -> None:
    """Remove cached files of pictures or variants that the site no longer shows."""
    folder = root / state.FOLDER / FOLDER
    if not files.is_folder(folder):
        return
    images = [planning.images[name] for name in pictures.used(planning)]
    keep = {
        path(root, image, variant)
        for image in images
        for variant in pictures.variants(planning, image)
    }
    for name, _ in files.walk(folder):
        if folder / name not in keep:
            files.remove(folder / name, folder)
