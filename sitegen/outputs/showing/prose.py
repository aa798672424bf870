"""Articles and pages of one's own: what is read as a text, not looked up."""

from __future__ import annotations

from sitegen.outputs.showing.showing import Showing

ARTICLES = Showing(in_menu=False, mentioned=False, search_weight=0)
PAGES = Showing(in_menu=False, mentioned=False, search_weight=0)
