"""The body of an entry as its page will show it, while it is being written."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from sitegen.building.parsing import NAMES
from sitegen.editing.site_now import SiteNow
from sitegen.outputs.parts.prose import resolved
from sitegen.pipeline.contexts import plan_contexts
from sitegen.rendering import markdown

PICTURE: Final = re.compile(r'<img[^<>]* src="media:([^"<>]*)"[^<>]*>')
"""A picture in a rendered body. One that is not in content/media is shown by its name."""


def preview_page(site: SiteNow, body: str, title: str) -> str:
    """A page with this body, in the style of the site. Links lead to pages of the preview."""
    context = plan_contexts(site.plan.inputs, site.plan.catalogue, site.theme, kept=True)[0]
    wording = site.theme.wordings[context.edition.locale]

    def known(picture: re.Match[str]) -> str:
        name = unquote(unescape(picture[1]))
        return picture[0] if name in context.images else f"<strong>[{escape(name)}]</strong>"

    made = PICTURE.sub(known, markdown.render(body, NAMES).html)
    html = resolved(context, wording.say, "", made)
    base, style = escape(site.base_path), escape(context.shared.style)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<base href="{base}" target="_blank">\n<link rel="stylesheet" href="{style}">\n</head>\n'
        f'<body>\n<main class="wrap"><div class="prose">{html}</div></main>\n</body>\n</html>\n'
    )
