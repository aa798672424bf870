"""The style sheet: css/ and the components' own files, joined in a fixed order."""

from __future__ import annotations

from sitegen.rendering.templates import Theme

BEFORE = ("css/tokens.css", "css/reset.css", "css/base.css", "css/layout.css")
AFTER = ("css/utilities.css", "css/print.css")


def join(theme: Theme) -> str:
    """One sheet: tokens, reset, base, layout, the components by name, utilities, print."""
    components = [name for name in theme.names(".css") if name.startswith("components/")]
    others = [
        name
        for name in theme.names(".css")
        if name not in (*BEFORE, *AFTER) and name not in components
    ]
    order = [*BEFORE, *components, *others, *AFTER]
    return "\n".join(theme.text(name).strip() for name in order if name in theme.digests) + "\n"
