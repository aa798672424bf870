"""One file of content becomes a Document or a Table: from bytes (pure), or from disk."""

from __future__ import annotations

from pathlib import Path

from sitegen import files
from sitegen.loading import front_matter, tables, text, yaml_events
from sitegen.loading.disk import EXTENSION, read
from sitegen.loading.disk import scan as scan
from sitegen.loading.document import Document, Table
from sitegen.problems import Location, Problem


def load(root: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """Read `file` ('/'-separated, below `root`); None exactly when there is an error."""
    data, problems = read(root, file, limit=text.LIMIT)
    return (None, problems) if data is None else parse(data, file)


def load_table(root: Path, file: str) -> tuple[Table | None, list[Problem]]:
    """Read the CSV `file` ('/'-separated, below `root`); None exactly when there is an error."""
    data, problems = read(root, file, limit=tables.LIMIT)
    return (None, problems) if data is None else parse_table(data, file)


def parse(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """The document in the bytes of a `.md` or `.yaml` file; None exactly when there is an error.

    Touches no disk: `file` only says what kind of file it is and stands in the problems.
    """
    if not file.endswith((".md", ".yaml")):
        facts = {"extension": Path(file).suffix, "wanted": ".yaml / .md"}
        return None, [Problem(EXTENSION, Location(file), facts)]
    source, problems = text.decode(data, file)
    if source is None:
        return None, problems
    body, body_line, first_line = "", source.count("\n") + 1, 1
    if file.endswith(".md"):
        parts, wrong = front_matter.split(source, file)
        if parts is None:
            return None, problems + wrong
        source, first_line, body, body_line = (
            parts.yaml,
            parts.yaml_line,
            parts.body,
            parts.body_line,
        )
    tree, places, wrong = yaml_events.read(source, file, first_line=first_line)
    problems += wrong
    if tree is None:
        return None, problems
    return Document(file, tree, body, body_line, files.digest(data), places), problems


def parse_table(data: bytes, file: str) -> tuple[Table | None, list[Problem]]:
    """The table in the bytes of a `.csv` file; None exactly when there is an error."""
    if Path(file).suffix != ".csv":
        facts = {"extension": Path(file).suffix, "wanted": ".csv"}
        return None, [Problem(EXTENSION, Location(file), facts)]
    return tables.parse(data, file)
