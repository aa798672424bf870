"""Joins the style sheet from css/ and the files of the components."""

from __future__ import annotations

import re

from sitegen.rendering.templates import Theme

TOKENS = "css/tokens.css"
BEFORE = (TOKENS, "css/reset.css", "css/base.css", "css/layout.css")
AFTER = ("css/utilities.css", "css/print.css")

STRING_COMMENT_OR_SPACE = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|\s+""", re.DOTALL
)
STRING_OR_SPACED_MARK = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?: ?;)? ?(\}) ?| ?([{;,]) ?|(?<=:) """, re.DOTALL
)
"""A mark with the spaces around it, which mean nothing; before a colon a space does, in selectors. The last declaration of a
rule needs no semicolon."""


def join(theme: Theme, colours: str = "") -> str:
    """One sheet: tokens, reset, base, layout, the components by name, others, utilities, print.

    `colours` are the tokens that the site's own colours change; they stand behind the theme's.
    """
    components = [name for name in theme.names(".css") if name.startswith("components/")]
    others = [
        name
        for name in theme.names(".css")
        if name not in (*BEFORE, *AFTER) and name not in components
    ]
    order = [*BEFORE, *components, *others, *AFTER]
    texts = {name: theme.text(name).strip() for name in order if name in theme.digests}
    if colours:
        tokens = texts.pop(TOKENS, "")
        texts = {TOKENS: f"{tokens}\n{colours.strip()}".strip(), **texts}
    return "\n".join(map(compact, texts.values())) + "\n"


def compact(sheet: str) -> str:
    """A style sheet without what browsers do not look at: comments, and spaces that separate nothing."""
    spaced = STRING_COMMENT_OR_SPACE.sub(_kept, sheet).strip()
    return STRING_OR_SPACED_MARK.sub(lambda found: found[1] or found[2] or found[3] or "", spaced)


def _kept(found: re.Match[str]) -> str:
    return found[1] or ("" if found[0].startswith("/*") else " ")
