"""Files that are no pages."""

from __future__ import annotations

from sitegen.outputs.files.feed import FeedFile, FeedItem
from sitegen.outputs.files.pictures import DrawingFile, IconFile
from sitegen.outputs.files.sitemap import MapUrl, RobotsFile, SitemapFile
from sitegen.rendering.palette import DEFAULTS
from tests.support.example_views.cards import inline

EXAMPLES: dict[str, dict[str, object]] = {
    "files/sitemap.xml": {
        "rich": SitemapFile(
            (
                MapUrl("https://example.cn/", "2025-12-16"),
                MapUrl("https://example.cn/a?b=1&c=2", ""),
            )
        ),
        "sparse": SitemapFile(()),
    },
    "files/feed.xml": {
        "rich": FeedFile(
            id="https://example.cn/feed.xml",
            url="https://example.cn/",
            self="https://example.cn/feed.xml",
            title="鸢都名录",
            subtitle="最近的变化",
            author="名录编辑部",
            updated="2025-12-16T09:00:00+08:00",
            items=(
                FeedItem(
                    "https://example.cn/gi/a/",
                    "https://example.cn/gi/a/",
                    "桂水芹菜 <第一批> & 其他",
                    "",
                    "2025-12-16T09:00:00+08:00",
                    "2025-12-16T09:00:00+08:00",
                ),
                FeedItem(
                    "https://example.cn/gi/b/",
                    "https://example.cn/gi/b/",
                    "鸢县萝卜",
                    "绿皮绿肉。",
                    "2025-12-16T09:00:00+08:00",
                    "2025-12-16T09:00:00+08:00",
                ),
            ),
        ),
        "sparse": FeedFile(
            "u:1", "u:2", "u:3", "名录", "", "编辑部", "2025-12-16T09:00:00+08:00", ()
        ),
    },
    "files/drawing.svg": {
        "pine": DrawingFile(
            "0 0 400 400", inline("weixian-luobo", "").svg, False, *DEFAULTS["primary"]
        ),
        "cinnabar": DrawingFile(
            "0 0 400 400", inline("weifang-fengzheng", "").svg, True, *DEFAULTS["accent"]
        ),
    },
    "files/icon.svg": {"rich": IconFile("鸢", DEFAULTS["seal"][0])},
    "files/robots.txt": {"rich": RobotsFile(("https://example.cn/sitemap.xml",))},
}
