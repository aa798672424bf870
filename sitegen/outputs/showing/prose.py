"""Articles and pages of one's own: what is read as a text, not looked up."""

from __future__ import annotations

from sitegen.outputs.showing.showing import FactsTable, Showing
from sitegen.outputs.wording import mark

TABLES = (FactsTable("facts", mark("相关信息"), ("aka", "former_names", "region", "categories")),)
ARTICLES = Showing(in_menu=False, mentioned=False, search_weight=0, tables=TABLES)
PAGES = Showing(in_menu=False, mentioned=False, search_weight=0, tables=TABLES)
