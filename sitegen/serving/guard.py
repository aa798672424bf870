"""Whom the preview answers: a browser on this machine that asks for the preview itself.

A name that resolves to 127.0.0.1 (DNS rebinding) would let any web site read a draft, so the Host
header must be one of ours; a page of another site may open a WebSocket, so its Origin must be too.
"""

from __future__ import annotations

from collections.abc import Sequence

ADDRESS = "127.0.0.1"
NAMES = (ADDRESS, "localhost")


def knows_host(given: Sequence[str], port: int) -> bool:
    """Whether the request names this preview, exactly once."""
    return len(given) == 1 and given[0].lower() in _hosts(port)


def knows_origin(given: Sequence[str], port: int) -> bool:
    """Whether a page of this preview sent the request."""
    return len(given) == 1 and given[0].lower() in {f"http://{host}" for host in _hosts(port)}


def _hosts(port: int) -> set[str]:
    return {host for name in NAMES for host in (name, f"{name}:{port}")}
