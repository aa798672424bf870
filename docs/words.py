"""Write templates/locale/messages.pot: every text that pages show and no author wrote.

Templates mark them as `_("…")`, code as `say("…")` and `mark("…")`; the words of the content model
(titles of collections and fields, choices) are labels. A test compares the file with what this program
would write: run `make words` after changing a text.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from babel.messages.catalog import Catalog  # noqa: E402
from babel.messages.extract import extract_from_file  # noqa: E402
from babel.messages.pofile import write_po  # noqa: E402
from pydantic import BaseModel  # noqa: E402

from sitegen import files  # noqa: E402
from sitegen.model import extra_fields, recognitions, schemes  # noqa: E402
from sitegen.model.collections import COLLECTIONS  # noqa: E402
from sitegen.model.common import NAME_BASES  # noqa: E402
from sitegen.model.fields import words  # noqa: E402
from sitegen.model.subjects import SUBJECTS  # noqa: E402
from sitegen.model.types import Label, choices_of  # noqa: E402
from sitegen.outputs.showing.table import showing  # noqa: E402

FILE = "templates/locale/messages.pot"
HEADER = """\
# 网页上不是作者写的字都在这里。要改说法：把要改的几条抄进站点自己的 templates/locale/zh-Hans.po，填上 msgstr。
# Every text that pages show and no author wrote. To word some in another way, copy these into the site's
# own templates/locale/zh-Hans.po and fill in msgstr. Made by `make words`; do not edit.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

"""
Text = tuple[str, str]
"""(text, file it stands in)."""


def texts() -> Iterator[Text]:
    yield from _of_templates()
    yield from _of_code()
    yield from _of_the_model()


def _of_templates() -> Iterator[Text]:
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.suffix in (".html", ".xml", ".txt", ".svg"):
            options = {"trimmed": "false"}
            for _, message, _, _ in extract_from_file(
                "jinja2.ext:babel_extract", path, keywords={"_": None}, options=options
            ):
                yield str(message), path.relative_to(ROOT).as_posix()


def _of_code() -> Iterator[Text]:
    for path in sorted((ROOT / "sitegen" / "outputs").rglob("*.py")):
        keywords = {"say": None, "mark": None}
        for _, message, _, _ in extract_from_file("python", path, keywords=keywords):
            yield str(message), path.relative_to(ROOT).as_posix()


def _of_the_model() -> Iterator[Text]:
    for name, collection in COLLECTIONS.items():
        if not collection.shown:
            continue
        file = f"sitegen/model/{collection.model.__module__.rpartition('.')[2]}.py"
        table = "subjects" if name in SUBJECTS else "collections"
        for text in (collection.title.zh, collection.unit, collection.in_menus.zh):
            yield text, f"sitegen/model/{table}.py"
        for facts in showing(name).tables:
            for field in facts.fields:
                yield from ((title, file) for title in _titles(collection.model, field))
        for label in showing(name).kind_titles.values():
            yield label.zh, f"sitegen/outputs/showing/{name}.py"
        for info in collection.model.model_fields.values():
            choices = choices_of(info)
            if choices is not None:
                yield from ((label.zh, file) for label in choices.options.values())
    for labels in (
        recognitions.STATUSES,
        recognitions.EVENTS,
        schemes.WORDINGS,
        NAME_BASES,
        extra_fields.YES_NO,
    ):
        yield from ((label.zh, "sitegen/model/") for label in _labels(labels))


def _titles(model: type[BaseModel], field: str) -> Iterator[str]:
    """The titles of a field; a dotted name leads into a group of fields."""
    name, _, rest = field.partition(".")
    for attribute, info in model.model_fields.items():
        if (info.alias or attribute) == name:
            if rest:
                yield from (t for group in _groups(info.annotation) for t in _titles(group, rest))
            else:
                yield words(info)[0]


def _groups(annotation: object) -> Iterator[type[BaseModel]]:
    """The classes of records in an annotation, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _groups(argument)


def _labels(options: dict[str, Label]) -> Iterator[Label]:
    yield from options.values()


def page() -> str:
    """The text of the file."""
    catalog = Catalog()
    for text, file in texts():
        if not text.isascii():
            catalog.add(text, locations=[(file, 0)])
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0, include_lineno=False, omit_header=True)
    return HEADER + buffer.getvalue().decode()


def main() -> None:
    files.write(ROOT / FILE, page().encode())


if __name__ == "__main__":
    main()
