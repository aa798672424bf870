"""The bytes of an entry file become a Document: YAML alone, or front matter above a Markdown body."""

from __future__ import annotations

from dataclasses import replace

from sitegen import files
from sitegen.loading import front_matter, text, yaml_events
from sitegen.loading.document import Document
from sitegen.problems import Problem


def read_markdown(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """The document in a `.md` file; None where an error leaves nothing to go on with."""
    source, problems = text.decode(data, file, body_start=front_matter.body_start)
    if source is None:
        return None, problems
    parts, faults = front_matter.split(source, file)
    if parts is None:
        return None, problems + faults
    tree, places, faults = yaml_events.read(parts.yaml, file, first_line=parts.yaml_line)
    if tree is None:
        return None, problems + faults
    document = Document(file, tree, parts.body, parts.body_line, files.digest(data), places)
    return _with_lines(document, faults), problems + faults


def read_yaml(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """The document in a `.yaml` file, which has no body; None where an error leaves nothing to go on with."""
    source, problems = text.decode(data, file)
    if source is None:
        return None, problems
    tree, places, faults = yaml_events.read(source, file)
    if tree is None:
        return None, problems + faults
    body_line = source.count("\n") + 1
    document = Document(file, tree, "", body_line, files.digest(data), places)
    return _with_lines(document, faults), problems + faults


def _with_lines(document: Document, faults: list[Problem]) -> Document:
    lines = frozenset(fault.at.line or 1 for fault in faults)
    return replace(document, wrong_lines=lines) if lines else document
