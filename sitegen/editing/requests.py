"""What a browser asks of the editor, and the answer: plain values, no web server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

HTML = "text/html; charset=utf-8"
JSON = "application/json"


class Upload(NamedTuple):
    """A file that a browser sent: the name of its input, its own name, its bytes."""

    input: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class EditRequest:
    """A request that the guard has accepted. `path` starts below the editor's own: `entry/gi/qingxi-xueli`."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    pairs: Sequence[tuple[str, str]] = ()
    uploads: Sequence[Upload] = ()


@dataclass(frozen=True, slots=True)
class EditAnswer:
    """The answer. A page has a policy that lets it use this editor's own files alone."""

    status: int
    body: bytes = b""
    type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)


def redirect(path: str) -> EditAnswer:
    """To another page of this host, by GET."""
    return EditAnswer(303, headers={"Location": path})
