"""What the product refuses of a hostile site is taken out again, at the places that its problems say."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from sitegen.problems import Problem

HARMLESS, ADDRESS, PICTURE = "无害", "https://harmless.example/", "pic.png"
SCALAR = re.compile(r'(?P<start>\s*(?:"[^"]*": )?)"(?P<value>(?:[^"\\]|\\.)*)"(?P<end>,?)')
"""A line of JSON with one text."""


def take_out(root: Path, errors: list[Problem]) -> None:
    """Put harmless words, or nothing, in the place of each of these errors."""
    lines: dict[str, set[tuple[int, str]]] = {}
    for one in errors:
        lines.setdefault(one.at.file, set()).add((one.at.line or 0, one.at.field or ""))
    for file, places in lines.items():
        path = root / file
        if file.startswith("content/media/"):
            path.unlink()
        elif file.endswith(".csv"):
            path.write_text(_without_cells(path.read_text("utf-8"), places), "utf-8")
        else:
            left = _without_lines(path.read_text("utf-8"), places, path.stem)
            path.write_text(left, "utf-8")


def _without_lines(text: str, places: set[tuple[int, str]], name: str) -> str:
    """The text with harmless words in place of the scalar on each of these lines, or of the body.

    The words are others in each place, since an announcement or a name must not stand twice.
    """
    lines = text.split("\n")
    closing = max(
        (number for number, line in enumerate(lines, 1) if line == "---"), default=len(lines)
    )
    for line, _ in places:
        match = SCALAR.fullmatch(lines[line - 1])
        if line > closing:
            lines = [*lines[:closing], "", HARMLESS, ""]
        elif match is not None:
            value = _instead(match["start"], f"{HARMLESS}{name}{line}")
            lines[line - 1] = (
                f"{match['start']}{json.dumps(value, ensure_ascii=False)}{match['end']}"
            )
    return "\n".join(lines)


def _instead(key: str, words: str) -> str:
    """What may stand behind a key of the file: a web address, a picture, or the words."""
    if '"file"' in key:
        return PICTURE
    return ADDRESS if re.search(r'url"|website', key) else words


def _without_cells(text: str, places: set[tuple[int, str]]) -> str:
    reader = csv.reader(io.StringIO(text))
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    line = 1
    header: list[str] = []
    for cells in reader:
        header = header or cells
        for place, named in places:
            if place == line > 1:
                cells[header.index(named or "名称")] = HARMLESS
        table.writerow(cells)
        line = reader.line_num + 1
    return stream.getvalue()
