"""Every picture named in an entry exists, and says in words what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.catalogue.assembly import Locate
from sitegen.catalogue.catalogue import Catalogue
from sitegen.loading.nearest import nearest
from sitegen.model.types import YES
from sitegen.problems import Kind, Problem, Severity

MISSING = Kind(
    "image.missing",
    Severity.ERROR,
    zh="content/media 里没有图片“{file}”[[，最接近的是“{nearest}”]]",
    en="there is no picture “{file}” in content/media[[; the nearest is “{nearest}”]]",
    fix_zh="放入图片，或改正文件名",
    fix_en="add the picture or correct its name",
)
NO_ALT = Kind(
    "image.no-alt",
    Severity.ERROR,
    zh="图片“{file}”没有图片说明",
    en="the picture “{file}” has no alternative text",
    fix_zh="补上 alt，一句话说清图上是什么；纯装饰的写 decorative: 是",
    fix_en="add alt: one sentence on what it shows; or decorative: yes",
)
DRAWING_IN_BODY = Kind(
    "image.drawing-in-body",
    Severity.ERROR,
    zh="正文里不能放 SVG 图“{file}”",
    en="the drawing “{file}” cannot stand in a body",
    fix_zh="写进 images，或换成 PNG、JPEG、WebP",
    fix_en="list it under images, or use a PNG, JPEG or WebP",
)
FIELDS = frozenset({"images"})
"""What is read here in the tree of an entry."""


def check(catalogue: Catalogue, media: Mapping[str, str], locate: Locate) -> Iterator[Problem]:
    """Pictures of public entries, in `images` and in bodies."""
    for entry in catalogue.entries.values():
        images = entry.tree.get("images", ()) if entry.may_have("images") else ()
        for index, image in enumerate(images if isinstance(images, list) else ()):
            if not isinstance(image, dict):
                continue
            file = str(image.get("file", ""))
            if file not in media:
                facts = {"file": file, "nearest": nearest(file, media) or ""}
                yield Problem(MISSING, locate(entry, ("images", index, "file")), facts)
            decorative = str(image.get("decorative", "")).strip().lower() in YES
            if not image.get("alt") and not decorative:
                yield Problem(NO_ALT, locate(entry, ("images", index)), {"file": file})
        for link in entry.links:
            if not link.startswith("media:"):
                continue
            file = link.removeprefix("media:")
            if file not in media:
                facts = {"file": file, "nearest": nearest(file, media) or ""}
                yield Problem(MISSING, locate(entry, ("body", file)), facts)
            elif file.endswith(".svg"):
                yield Problem(DRAWING_IN_BODY, locate(entry, ("body", file)), {"file": file})
