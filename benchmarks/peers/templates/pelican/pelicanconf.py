"""Pelican's settings: the same pages at the same addresses as everybody's."""

import json
from pathlib import Path

SITENAME = "试验名录"
SITEURL = "https://bench.example"
PATH = "content"
THEME = "theme"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
ARTICLE_PATHS = ["gi", "brands", "products", "organizations"]
PAGE_PATHS = []
STATIC_PATHS = []
USE_FOLDER_AS_CATEGORY = True
ARTICLE_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "{slug}/"
TAG_SAVE_AS = "{slug}/index.html"
TAG_REGEX_SUBSTITUTIONS = []
AUTHOR_SAVE_AS = ""
AUTHORS_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
TAGS_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sitemap", "data"]
SITEMAP_SAVE_AS = "sitemap.xml"
DATA_SAVE_AS = "index.json"
PAGINATED_TEMPLATES = {"category": 24, "tag": 24}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FORMATTED_FIELDS = []
SUMMARY_MAX_LENGTH = None
MARKDOWN = {"extensions": ["markdown.extensions.tables", "markdown.extensions.meta"]}
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["by_key"]
JINJA_GLOBALS = {"LABELS": json.loads(Path("labels.json").read_text("utf-8"))}
