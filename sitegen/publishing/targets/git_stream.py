"""Commits as `git fast-import` reads them."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.publishing.record import Record

AUTHOR = "sitegen <sitegen@invalid>"


def beginning(ref: str, record: Record, subject: str, parent: str = "") -> Iterator[bytes]:
    """The beginning of a commit, dated as the publication. It has no parent but the one that is named."""
    message = f"{subject}\n".encode()
    yield f"reset {ref}\n\ncommit {ref}\n".encode()
    yield f"committer {AUTHOR} {record.published} +0000\ndata {len(message)}\n".encode()
    yield message
    if parent:
        yield f"from {parent}\n".encode()


def file_line(path: str, data: bytes) -> Iterator[bytes]:
    """A file of a commit."""
    yield f"M 100644 inline {quoted(path)}\ndata {len(data)}\n".encode()
    yield data
    yield b"\n"


def quoted(path: str) -> str:
    """A path as fast-import reads it."""
    if not path.startswith('"'):
        return path
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
