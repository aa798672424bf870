"""Trees as the YAML that an author would write: plain where that is safe, else in double quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

PLAIN = re.compile(
    r"[0-9A-Za-zÀ-ɏ\u4e00-\u9fff\u3400-\u4dbf]"
    r"(?:[ ]?[0-9A-Za-zÀ-ɏ\u4e00-\u9fff\u3400-\u4dbf，。；、（）《》“”～′″°≥≤/%._+-])*"
)
"""Text that means itself in any place: no colon, comma, bracket, quote or hash of YAML's."""


def dump(tree: Mapping[str, Value]) -> bytes:
    """A mapping as a YAML file; blank values are left out."""
    return "".join(f"{line}\n" for line in _lines(tree, "")).encode()


def _lines(tree: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if not value:
            continue
        if isinstance(value, str):
            yield f"{indent}{key}: {scalar(value)}"
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        elif all(isinstance(member, str) for member in value):
            yield f"{indent}{key}: {_flow(value)}"
        else:
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {_flow(member)}" for member in value)


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items() if v) + "}"
    return "[" + ", ".join(_flow(member) for member in value) + "]"


def scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
