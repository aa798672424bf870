"""The bytes of an entry file become a Document: YAML alone, or front matter above a Markdown body."""

from __future__ import annotations

from sitegen import files
from sitegen.loading import front_matter, text, yaml_events
from sitegen.loading.document import Document
from sitegen.problems import Problem


def read_markdown(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """The document in a `.md` file; None exactly when there is an error."""
    source, problems = text.decode(data, file)
    if source is None:
        return None, problems
    parts, faults = front_matter.split(source, file)
    if parts is None:
        return None, problems + faults
    tree, places, faults = yaml_events.read(parts.yaml, file, first_line=parts.yaml_line)
    if tree is None:
        return None, problems + faults
    digest = files.digest(data)
    return Document(file, tree, parts.body, parts.body_line, digest, places), problems


def read_yaml(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """The document in a `.yaml` file, which has no body; None exactly when there is an error."""
    source, problems = text.decode(data, file)
    if source is None:
        return None, problems
    tree, places, faults = yaml_events.read(source, file)
    if tree is None:
        return None, problems + faults
    body_line = source.count("\n") + 1
    return Document(file, tree, "", body_line, files.digest(data), places), problems
