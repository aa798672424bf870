"""Who may look at the preview: the browsers that were given its address.

Any user of a machine can open a port of 127.0.0.1, and a preview shows drafts. So the printed address
ends in a key. A request with the key gets a cookie; all further requests must have the cookie. The
key is kept from run to run, so that pages which are open in a browser survive a restart.
"""

from __future__ import annotations

import re
from hmac import compare_digest
from urllib.parse import parse_qsl, urlencode

PARAMETER = "key"
FORM = re.compile(r"[\w-]{22}\Z", re.ASCII)
"""16 random bytes as text."""
COOKIE_LIFE = 30 * 24 * 3600
"""In seconds."""
REFUSED = """\
<!doctype html>
<html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>预览 Preview</title>
<body style="max-width:34em;margin:15vh auto;padding:0 1em;font:1.1em/1.7 system-ui,sans-serif">
<h1 style="font-size:1.4em">这是别人的预览，或者网址不全</h1>
<p>请打开终端里“预览 http://…”那一行的网址，连同后面的 <code>?key=…</code>。
<p lang="en">Open the address that the terminal shows after “preview”, with its <code>?key=…</code>.
"""


def is_key(value: object) -> bool:
    """Whether a value, of a file perhaps, is a key."""
    return isinstance(value, str) and FORM.match(value) is not None


def address(url: str, key: str) -> str:
    """The address to print: `url` with the key."""
    return f"{url}?{urlencode({PARAMETER: key})}"


def cookie_name(port: int) -> str:
    """The name of the cookie: a browser keeps the cookies of all ports of a machine together."""
    return f"sitegen-key-{port}"


def has_key(value: str | None, key: str) -> bool:
    """Whether the cookie, or the parameter of an address, is the key."""
    return value is not None and compare_digest(value.encode(), key.encode())


def key_given(query: str) -> str | None:
    """The key in the query of an address; None where there is none."""
    return dict(parse_qsl(query)).get(PARAMETER)


def without_key(path: str, query: str) -> str:
    """The path and query without the key, as an address on this host."""
    rest = urlencode([pair for pair in parse_qsl(query) if pair[0] != PARAMETER])
    local = "/" + path.lstrip("/\\")
    return f"{local}?{rest}" if rest else local
