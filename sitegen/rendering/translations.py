"""The words of templates in a locale: `locale/<locale>.po` replaces what `_("…")` says.

Templates are written in simplified Chinese, so zh-Hans needs no file; a site may add one to word
things its own way.
"""

from __future__ import annotations

import io

from sitegen.rendering.templates import Theme


def read(theme: Theme, locale: str) -> dict[str, str]:
    """Translations by the words they replace; empty where the locale has no file."""
    name = f"locale/{locale}.po"
    if name not in theme.digests:
        return {}
    from babel.messages.pofile import read_po

    catalog = read_po(io.StringIO(theme.text(name)), locale=locale.replace("-", "_"))
    return {
        str(message.id): str(message.string)
        for message in catalog
        if message.id and message.string and not isinstance(message.id, list | tuple)
    }
