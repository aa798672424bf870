"""The body of an entry as its page will show it, while it is being written."""

from __future__ import annotations

import re
from collections.abc import Container
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from sitegen.building.parsing import NAMES
from sitegen.editing.site_now import SiteNow
from sitegen.outputs.parts.prose import resolved
from sitegen.pipeline.contexts import plan_contexts
from sitegen.rendering import markdown

PICTURE: Final = re.compile("<img[^<>]*>")
SOURCE: Final = re.compile(' src="media:([^"]*)"')


def preview_page(site: SiteNow, body: str, title: str) -> str:
    """A page with this body, in the style of the site. Links lead to pages of the preview."""
    context = plan_contexts(site.plan.inputs, site.plan.catalogue, site.theme, kept=True)[0]
    wording = site.theme.wordings[context.edition.locale]
    made = with_known_pictures(markdown.render(body, NAMES).html, context.images)
    html = resolved(context, wording.say, "", made)
    base, style = escape(site.base_path), escape(context.shared.style)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(context.edition.locale)}">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<base href="{base}" target="_blank">\n<link rel="stylesheet" href="{style}">\n</head>\n'
        f'<body>\n<main class="wrap"><div class="prose">{html}</div></main>\n</body>\n</html>\n'
    )


def with_known_pictures(html: str, known: Container[str]) -> str:
    """The HTML of a body with the names of pictures that are not in content/media in place of these."""

    def shown(picture: re.Match[str]) -> str:
        source = SOURCE.search(picture[0])
        name = unquote(unescape(source[1])) if source else ""
        return f"<strong>[{escape(name)}]</strong>" if source and name not in known else picture[0]

    return PICTURE.sub(shown, html)
