"""Web addresses that lead elsewhere than they seem to, judged as a browser reads them (WHATWG URL).

Readers see where an address begins; a browser goes where its host says. In `https://www.gov.cn@evil.example/`
the first is a user name. So an address may have nothing but a scheme, the plain name of a host in public
use, and a path (decision 0025).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sitegen.model.host_names import LONGEST, in_ascii, number_of, spelt, wrong_host

PARTS = re.compile(r"(https?):[/\\]*([^/\\?#]*)(.*)\Z", re.IGNORECASE | re.DOTALL)
SHOWN_HOST = re.compile(
    r"\s*(?:https?://)?((?:[\w-]+\.)+(?:cn|com|net|org|gov|edu|info|top|vip|shop|xyz|example|中国|公司|网络))"
    r"(?:[:/?#]\S*)?\s*\Z|\s*https?://([^\s/?#]+)\S*\s*\Z",
    re.IGNORECASE,
)


FRONT_PAGE = re.compile(r"/?(?:(?:index|default|home)\.[a-z]{3,5})?(?:#[\w-]*)?\Z", re.IGNORECASE)
"""What follows the host where an address opens the front page; `#/query` is a page of its own on some sites."""


class Misleading(NamedTuple):
    """Why an address misleads, the host that a browser would open, and the address as it should be; "" where
    that cannot be known."""

    why: str
    why_en: str
    host: str
    right: str = ""


# An address is judged when it is read and again where it is shown, and many entries have the same source.
@lru_cache(maxsize=4096)
def misleading(address: str) -> Misleading | None:
    """What is wrong with where an address of http or https leads; None where nothing is."""
    match = PARTS.match(address)
    if match is None:
        return None
    scheme, authority, rest = match.groups()
    user, at, server = authority.rpartition("@")
    written, port = _without_port(server)
    rest = rest.replace("\\", "/")

    def told(why: str, why_en: str, name: str = "") -> Misleading:
        right = f"{scheme.lower()}://{name}{rest}" if name else ""
        return Misleading(why, why_en, host_of(address), right)

    name = spelt(written)
    fault = wrong_host(written, name)
    if at:
        sound = next((part for part in (user.partition(":")[0], written) if _is_sound(part)), "")
        shown = f"{user[:40]}@"
        return told(f"在域名前面写了“{shown}”", f"has “{shown}” in front of its host", sound)
    if "\\" in address:
        return told("里有反斜杠", "has a backslash", "" if fault else written)
    if fault:
        return told(*fault, name if _is_sound(name) else "")
    if port is not None:
        return told(f"带了端口“{port}”", f"has the port “{port}”", written)
    return None


def host_of(address: str) -> str:
    """The host that a browser opens for an address of http or https, as it stands in the address bar; "" where
    there is none."""
    match = PARTS.match(address)
    if match is None:
        return ""
    written = _without_port(match[2].rpartition("@")[2])[0]
    name = spelt(written)[:LONGEST]
    host = number_of(name) or ".".join(map(in_ascii, name.split(".")))
    return host if host.isprintable() else ascii(host)[1:-1]


def is_front_page(address: str) -> bool:
    """Whether an address of http or https opens the front page of a host, and no page on it."""
    match = PARTS.match(address)
    return match is not None and FRONT_PAGE.match(match[3]) is not None


def shows_another(text: str, address: str) -> tuple[str, str] | None:
    """(host that the text of a link shows, host that it opens) where these differ."""
    match = SHOWN_HOST.match(text)
    if match is None:
        return None
    shown = host_of(f"https://{match[1] or match[2]}")
    opened = host_of(address)
    names = [f".{name.removeprefix('www.')}" for name in (shown, opened)]
    related = names[0].endswith(names[1]) or names[1].endswith(names[0])
    return None if not opened or related else (shown, opened)


def _without_port(server: str) -> tuple[str, str | None]:
    if server.startswith("["):
        name, _, port = server.partition("]")
        return name + "]", port.removeprefix(":") if port else None
    name, colon, port = server.partition(":")
    return name, port if colon else None


def _is_sound(name: str) -> bool:
    return "." in name and wrong_host(name, spelt(name)) is None
