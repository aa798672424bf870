"""Pictures once encoded, kept in .sitegen/images under a name that says all they were made from.

So neither `--clean` nor a lost output encodes again. A kept file begins with the digest of its
bytes: a damaged one is made anew, as is one whose name another encoder would not give it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen import files
from sitegen.building import media, state
from sitegen.files import digest
from sitegen.outputs.parts import pictures
from sitegen.outputs.plan_context import PlanContext
from sitegen.rendering.images import library, making
from sitegen.rendering.images.making import Variant
from sitegen.rendering.images.reading import ImageFile

FOLDER = "images"
SEAL = 32
"""Bytes of the digest at the head of a kept file."""


@dataclass(frozen=True, slots=True)
class Variants:
    """`(name, image, wanted, variant)` → the bytes of one variant of the picture `name`.

    All of `wanted` are made when one is missing, since decoding is what they share. Two processes
    must not ask for variants of the same content at once: they would write the same files.
    """

    root: Path

    def __call__(
        self, name: str, image: ImageFile, wanted: Iterable[Variant], variant: Variant
    ) -> bytes:
        kept = self._kept(image, variant)
        if kept is not None:
            return kept
        data = media.read_bytes(self.root, name)
        if digest(data) != image.digest:
            file = f"{media.FOLDER}/{name}"
            raise OSError(errno.EBUSY, "changed while it was being read", file)
        missing = [one for one in wanted if one != variant and self._kept(image, one) is None]
        found = b""
        for one, encoded in making.encode(data, [variant, *missing]):
            files.write(path(self.root, image, one), sha256(encoded).digest() + encoded)
            if one == variant:
                found = encoded
        return found

    def _kept(self, image: ImageFile, variant: Variant) -> bytes | None:
        try:
            kept = path(self.root, image, variant).read_bytes()
        except OSError:
            return None
        return kept[SEAL:] if sha256(kept[SEAL:]).digest() == kept[:SEAL] else None


def path(root: Path, image: ImageFile, variant: Variant) -> Path:
    """Where a variant is kept."""
    made_of = f"{image.digest} {variant.width}x{variant.height} {library.encoder()}"
    return root / state.FOLDER / FOLDER / f"{digest(made_of.encode())[:40]}.{variant.extension}"


def prune(root: Path, planning: PlanContext) -> None:
    """Remove what is kept but no picture that the site shows has any more."""
    folder = root / state.FOLDER / FOLDER
    if not folder.is_dir():
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
