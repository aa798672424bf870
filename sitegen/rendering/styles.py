"""Joins the style sheet from css/ and the files of the components."""

from __future__ import annotations

from sitegen.rendering.templates import Theme

BEFORE = ("css/tokens.css", "css/reset.css", "css/base.css", "css/layout.css")
AFTER = ("css/utilities.css", "css/print.css")


def join(theme: Theme) -> str:
    """One sheet: tokens, reset, base, layout, the components by name, others, utilities, print."""
    components = [name for name in theme.names(".css") if name.startswith("components/")]
    others = [
        name
        for name in theme.names(".css")
        if name not in (*BEFORE, *AFTER) and name not in components
    ]
    order = [*BEFORE, *components, *others, *AFTER]
    return "\n".join(theme.text(name).strip() for name in order if name in theme.digests) + "\n"
