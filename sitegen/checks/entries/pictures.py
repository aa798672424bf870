"""Every picture that an entry names is in content/media, and a body holds no drawings.

A page cannot be made of a picture that is not there. A drawing (SVG) becomes part of the page that shows
it, which a body, being cleaned of all but plain elements, cannot hold.

Passes: `images: [{file: pear.jpg, alt: 一只雪梨}]` where content/media/pear.jpg exists
Fails: the same where it does not exist; `![梨](pear.svg)` in a body
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.loading.nearest import nearest
from sitegen.problems import Kind, Severity

MISSING = Kind(
    "image.missing",
    Severity.ERROR,
    zh="content/media 里没有图片“{file}”[[，最接近的是“{nearest}”]]",
    en="there is no picture “{file}” in content/media[[; the nearest is “{nearest}”]]",
    fix_zh="放入图片，或改正文件名",
    fix_en="add the picture or correct its name",
)
DRAWING_IN_BODY = Kind(
    "image.drawing-in-body",
    Severity.ERROR,
    zh="正文里不能放 SVG 图“{file}”",
    en="the drawing “{file}” cannot stand in a body",
    fix_zh="写进 images，或换成 PNG、JPEG、WebP",
    fix_en="list it under images, or use a PNG, JPEG or WebP",
)


FOLDER = "content/media/"
"""What stands before no name of a picture, though some write it."""


def check(entry: EntryView) -> Iterator[Finding]:
    named = [
        (("images", position, "file"), unicodedata.normalize("NFC", str(image.get("file", ""))))
        for position, image in entry.groups("images")
    ]
    in_body = [link.removeprefix("media:") for link in entry.links if link.startswith("media:")]
    for path, file in (*named, *((("body", file), file) for file in in_body)):
        if file not in entry.media:
            name = file.removeprefix(FOLDER)
            close = name if name in entry.media else nearest(name, entry.media)
            facts = {"file": file, "nearest": close or ""}
            yield Finding(MISSING, path, facts)
    for file in in_body:
        if file in entry.media and file.endswith(".svg"):
            yield Finding(DRAWING_IN_BODY, ("body", file), {"file": file})


RULE = EntryRule(
    reads=frozenset({"images", "links"}), fixed=(MISSING, DRAWING_IN_BODY), check=check
)
