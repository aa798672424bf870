"""What the preview adds to a page on its way to the browser; the built files never hold it."""

from __future__ import annotations

import html
import re

HOME = "/__sitegen__/"
"""Below this path stand the preview's own files; no site has an address that starts so."""
RELOAD = f"{HOME}reload.js"
LIVE = f"{HOME}live"
POLICY = re.compile(
    r"""(<meta\s+http-equiv=["']?Content-Security-Policy["']?\s+content=)("[^"]*"|'[^']*')""",
    re.IGNORECASE,
)
HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)


def with_reload(page: str, build: str, host: str, *, behind: bool) -> str:
    """The page with the script that reloads it, which its policy then allows.

    `build` is the one that made the page; `behind` says that a later one failed.
    """
    page = POLICY.sub(lambda found: found[1] + _allowing(found[2], host), page)
    script = f'<script src="{RELOAD}" data-build="{html.escape(build)}"'
    script += f"{' data-behind' if behind else ''} defer></script>\n"
    end = HEAD_END.search(page)
    at = end.start() if end else len(page)
    return page[:at] + script + page[at:]


def _allowing(quoted: str, host: str) -> str:
    policy = html.unescape(quoted[1:-1])
    policy = allow(policy, "script-src", "'self'")
    # An older browser does not take 'self' for the WebSocket of the same host.
    policy = allow(policy, "connect-src", "'self'", f"ws://{host}")
    return f'"{html.escape(policy, quote=False)}"'


def allow(policy: str, directive: str, *sources: str) -> str:
    """A Content-Security-Policy that also allows `sources` for `directive`."""
    rules = [rule.split() for rule in policy.split(";") if rule.strip()]
    named = {rule[0].lower(): rule[1:] for rule in reversed(rules)}
    if directive not in named and "default-src" not in named:
        return policy
    before = named.get(directive, named.get("default-src", []))
    kept = [source for source in before if source.lower() != "'none'" and source not in sources]
    named[directive] = [*kept, *sources]
    order = dict.fromkeys([*(rule[0].lower() for rule in rules), directive])
    return "; ".join(" ".join([name, *named[name]]) for name in order)
