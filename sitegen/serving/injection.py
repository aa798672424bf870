"""What the preview adds to a page on its way to the browser. Built files never contain it."""

from __future__ import annotations

import html
import re

HOME = "/__sitegen__/"
"""The preview's own files are below this path. No address of a site starts with it."""
RELOAD = f"{HOME}reload.js"
LIVE = f"{HOME}live"
POLICY = re.compile(
    r"""(<meta\s+http-equiv=["']?Content-Security-Policy["']?\s+content=)("[^"]*"|'[^']*')""",
    re.IGNORECASE,
)
HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)


def with_reload(page: str, build: str, host: str, *, behind: bool) -> str:
    """The page with the reload script, and a Content-Security-Policy that allows it.

    `build` is the name of the build that made the page. `behind`: a later build failed.
    """
    page = POLICY.sub(lambda match: match[1] + _allowing(match[2], host), page)
    script = f'<script src="{RELOAD}" data-build="{html.escape(build)}"'
    script += f"{' data-behind' if behind else ''} defer></script>\n"
    end = HEAD_END.search(page)
    position = end.start() if end else len(page)
    return page[:position] + script + page[position:]


def _allowing(quoted: str, host: str) -> str:
    policy = html.unescape(quoted[1:-1])
    policy = allow(policy, "script-src", "'self'")
    # In older browsers 'self' does not include the WebSocket of the same host.
    policy = allow(policy, "connect-src", "'self'", f"ws://{host}")
    return f'"{html.escape(policy, quote=False)}"'


def allow(policy: str, directive: str, *sources: str) -> str:
    """A Content-Security-Policy that also allows `sources` for `directive`."""
    rules = [rule.split() for rule in policy.split(";") if rule.strip()]
    sources_of = {rule[0].lower(): rule[1:] for rule in reversed(rules)}
    if directive not in sources_of and "default-src" not in sources_of:
        return policy
    current = sources_of.get(directive, sources_of.get("default-src", []))
    kept = [source for source in current if source.lower() != "'none'" and source not in sources]
    sources_of[directive] = [*kept, *sources]
    order = dict.fromkeys([*(rule[0].lower() for rule in rules), directive])
    return "; ".join(" ".join([name, *sources_of[name]]) for name in order)
