"""Which requests the preview accepts: those of a browser on this machine, for the preview itself.

Any web site could read drafts through a host name that resolves to 127.0.0.1 (DNS rebinding), so
the Host header must be one of ours. Pages of other sites could open a WebSocket to the preview, so
its Origin header must be one of ours, too.
"""

from __future__ import annotations

from collections.abc import Sequence

ADDRESS = "127.0.0.1"
NAMES = (ADDRESS, "localhost")
HTTP = 80
"""The port that browsers leave out."""


def knows_host(headers: Sequence[str], port: int) -> bool:
    """Whether there is exactly one Host header and it is of this preview."""
    return len(headers) == 1 and headers[0].lower() in _hosts(port)


def knows_origin(headers: Sequence[str], port: int) -> bool:
    """Whether there is exactly one Origin header and it is of this preview."""
    return len(headers) == 1 and headers[0].lower() in {f"http://{host}" for host in _hosts(port)}


def _hosts(port: int) -> set[str]:
    return {name if port == HTTP else f"{name}:{port}" for name in NAMES}
