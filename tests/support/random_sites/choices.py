"""Everything that can be chosen about a little site, and the values it may take.

A choice has a name (`pear summary`, `site page_size`) and its possible values, the first of which
is that of the site at the start; None leaves the field out. `@pear` stands for the entry of that
name, and `@=pear` for the name that it is given: where it is absent, so is whatever refers to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.support import pictures

DOT = pictures.png(1, 1)
WIDE = pictures.png(600, 20)
LYING = pictures.turned(6, 30, 20)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h{}v8z"/></svg>'
DRAWING = {"file": "pear.svg", "alt": "一只梨", "illustration": "是"}
PHOTO = {"file": "dot.png", "alt": "一个点"}
SNAPSHOT = {"file": "shots/pear.jpg", "alt": "拍的梨"}

ENTRIES: dict[str, tuple[str, dict[str, tuple[Any, ...]]]] = {
    "pear": ("gi", {"name": ("青溪雪梨", "青溪梨"), "applicant": ("@union", None, "某协会"),
                    "mark_users": (None, [{"organization": "@union"}], [{"organization": "@coop"}],
                                   [{"organization": "@coop", "from": "2026-01-16", "until": "2026-02", "checked": "2026-01-17"}]),
                    "since": (None, "2026-01-17", {"text": "来年", "sort": "2027"}),
                    "available": ("9-11", None), "taste": ("甜", None), "weight": ("半斤", None)}),
    "tea": ("gi", {"name": ("白山绿茶", "云雾茶"), "applicant": ("@coop", "@union", None),
                   "region": (["@baishan"], ["@qingxi", "@baishan"], None),
                   "taste": ("苦", "香"), "weight": ("一两", None)}),
    "garlic": ("gi", {"name": ("云州大蒜", "大蒜"), "area_text": (None, "沿河三个村。"),
                      "region": (["@yunzhou"], None), "categories": (None, ["@pears"])}),
    "orchard": ("brands", {"name": ("果园", "大果园"), "kind": ("enterprise", "regional", "yard"),
                           "owner": ("@coop", "@union", None), "tier": (None, "national"),
                           "founded": (None, "2026-01-16", [{"value": "1900"}, {"value": "2026-02"}]),
                           "trademarks": (None, [{"number": "1234567", "registered": "2026-01-17"}]),
                           "brand_values": (None, [{"year": year, "amount": "1.5", "publisher": "甲"}
                                                   for year in ("2025", "2026", "2026-01-17")])}),
    "farm": ("brands", {"name": ("田家", "田"), "kind": ("regional", "enterprise")}),
    "paste": ("products", {"name": ("梨膏", "膏"), "kind": ("farm", "handmade"),
                           "gi": ("@pear", "@=pear", "@tea", None), "maker": ("@coop", "某厂"),
                           "brand": ("@orchard", None),
                           "buy": (None, [{"channel": "网店", "name": "店", "checked": "2026-01-16"}])}),
    "kite": ("products", {"name": ("风筝", "纸鸢"), "kind": ("handmade", "farm"),
                          "heritage": ("@kiting", None)}),
    "cake": ("products", {"name": ("云州糕", "年糕"), "kind": ("farm", "creative")}),
    "kiting": ("heritage", {"name": ("扎制", "扎风筝"), "class": ("craft", "art"),
                            "organization": ("@union", "@coop", None)}),
    "union": ("organizations", {"name": ("梨协会", "果业协会"), "kind": ("association", "museum")}),
    "coop": ("organizations", {"name": ("合作社", "联合社"), "kind": ("cooperative", "enterprise"),
                               "merged_into": (None, "@union")}),
    "first": ("articles", {"name": ("第一篇", "头一篇"), "kind": ("news", "guide")}),
    "second": ("articles", {"name": ("第二篇", "又一篇"), "kind": ("case", "news")}),
    "about": ("pages", {"name": ("关于本站", "关于"), "order": (None, 2)}),
    "help": ("pages", {"name": ("帮助", "说明"), "order": (1, 3)}),
    "protection": ("schemes", {"name": ("保护制度", "新保护制度"), "kind": ("protection", "listing"),
                               "regime": ("地理标志产品", None), "authority": ("国家局", "省局"),
                               "level": ("national", "provincial"), "status": ("current", "ended"),
                               "display": ("badge", "record-only", "historic"),
                               "wording": ("protected", "listed"), "badge_text": ("地标", None),
                               "opened": (None, "2026-01-16"), "closed": (None, "2026-01-15")}),
    "award": ("schemes", {"name": ("质量奖", "市长奖"), "kind": ("award",), "authority": ("市政府",),
                          "regime": (None, "农产品"), "level": ("municipal",),
                          "status": ("current", "ended"), "display": ("badge", "historic"),
                          "wording": ("awarded",), "validity_years": (None, 1, 3),
                          "closed": (None, "2025", "2026-02")}),
    "idle": ("schemes", {"name": ("空名录",), "kind": ("listing",), "authority": ("省厅",),
                         "level": ("provincial",), "status": ("current", "ended"),
                         "display": ("badge",), "wording": ("listed",)}),
    "coming": ("schemes", {"name": ("新名录", "名录"), "kind": ("listing",), "draft": ("是", None),
                           "authority": ("省厅", "部里"), "level": ("provincial",),
                           "status": ("current", "ended"), "display": ("badge",),
                           "wording": ("listed",), "badge_text": ("新", None)}),
    "yunzhou": ("regions", {"name": ("云州市", "云市"), "short_name": ("云州", "云", None),
                            "kind": ("city",)}),
    "qingxi": ("regions", {"name": ("青溪县", "清溪县"), "short_name": ("青溪", "溪"),
                           "kind": ("county",), "parent": ("@yunzhou", None), "tile": ("1,1",)}),
    "baishan": ("regions", {"name": ("白山县", "白县"), "short_name": ("白山", None),
                            "kind": ("county", "zone"), "parent": ("@yunzhou", "@qingxi"),
                            "tile": ("1,2", None, "2,1")}),
    "fruit": ("categories", {"name": ("果品", "水果"), "synonyms": (None, ["瓜果"])}),
    "pears": ("categories", {"name": ("梨", "梨子"), "parent": ("@fruit", None)}),
    "crafts": ("categories", {"name": ("工艺", "手工"), "order": (None, -1),
                              "summary": (None, "手做的。")}),
}  # fmt: skip
EVERY: dict[str, tuple[Any, ...]] = {
    "present": (True, False),
    "summary": ("一句话。", None, "另一句话。"),
    "pinyin": (None, "ā", "zǐ"),
}
SHOWN: dict[str, tuple[Any, ...]] = {
    **EVERY,
    "id": ("", "-new"),
    "published": ("2025-12-16 09:00", "2025-12-20", None),
    "updated": (None, "2026-01-05", "2026-01-17"),
    "checked": (None, "2025-12-30", "2026-01-16"),
    "former_names": (None, [{"name": "旧名", "until": "2026-01-16"}]),
    "sources": (None, [{"title": "甲", "date": "2026-01-17"}, {"title": "乙"}]),
    "draft": (None, "是"),
    "withdrawn": (
        None,
        {"on": "2026-01-10", "reason": "停产"},
        {"on": "2026-03-01", "reason": "改"},
    ),
    "publish_from": (None, "2026-01-17"),
    "publish_until": (None, "2026-01-16"),
    "former_urls": (None, "/old/{}.html", "/old/{}.html/more/", "/old/{}/"),
    "images": ([DRAWING], None, [PHOTO], [SNAPSHOT, DRAWING], [PHOTO, SNAPSHOT]),
    "body": (
        "看[雪梨](@pear)。",
        "",
        "## 头\n\n[茶](@tea)、[社](@coop)",
        "![点](media:dot.png)\n",
        "![梨](media:shots/pear.jpg)\n\n![点](media:dot.png)\n",
    ),
}
LISTED: dict[str, tuple[Any, ...]] = {
    **SHOWN,
    "region": (
        ["@qingxi"],
        ["@baishan"],
        ["@=qingxi"],
        ["@qingxi", "@=baishan"],
        ["@yunzhou"],
        None,
    ),
    "categories": (["@pears"], ["@crafts"], ["@fruit", "@crafts"], None),
}
TREES = ("regions", "categories")
PLAIN = ("articles", "pages", "schemes")
ROWS = (
    [("a", "@pear", {}), ("b", "@tea", {"valid_until": "2026-01-15"})],
    [("a", "@pear", {})],
    [("a", "@pear", {}), ("c", "@orchard", {"level": "一等"})],
    [("b", "@tea", {"review_due": "2026-01-15"}), ("d", "@coop", {"number": "7"})],
    [("d", "@garlic", {"as_published": "阿县大蒜"})],
    [],
)
ANNOUNCEMENTS: dict[str, dict[str, tuple[Any, ...]]] = {
    name: {"scheme": schemes, "announced": dates, "rows": rows, "table": tables, "history": history}
    for name, schemes, dates, rows, tables, history in (
        ("700", ("@protection", "@award"), ("2025-11-03", "2025"), ROWS, (False, True),
         (None, {"date": "2026-01-16", "status": "revoked", "document": "文1"},
          {"date": "2024-12-01", "status": "pending", "document": "公示1"})),
        ("701", ("@award", "@protection"), ("2024-03-01", "2025-12-01"), ROWS[2:] + ROWS[:2], (True, False),
         (None, {"date": "2025-12-30", "status": "suspended", "document": "文2"})),
        ("702", ("@coming", "@idle"), ("2025-12-12",), ([("a", "@farm", {})], []), (False,),
         (None,)),
    )
}  # fmt: skip
SITE: dict[str, tuple[Any, ...]] = {
    "name": ("试验名录", "名录"),
    "base_path": ("/", "/zt/"),
    "link_style": ("directory", "file"),
    "page_size": (2, 1, 60),
    "images": (None, {"avif": "yes"}),
    "home_region": ("@yunzhou", None),
    "featured": (None, ["@pear", "@kite"], ["@kite", "@pear"]),
    "own fields": (("taste", "weight"), ("weight", "taste")),
    "own choices": ("大院", "小院"),
}
OVERRIDES: dict[str, tuple[Any, ...]] = {
    "components/card/card.html": (None, ("</li>", "<i>甲</i></li>"), ("</li>", "<i>乙</i></li>")),
    "components/badge/badge.html": (None, ("</span>", "！</span>")),
    "components/footer/footer.html": (None, ("</footer>", "<p>甲</p></footer>")),
    "pages/prose.html": (None, ("</article>", "<p>甲</p></article>")),
    "pages/plain.html": (None, ("<h1>", "<h1>〇")),
    "files/robots.txt": (None, ("Sitemap", "# 甲\nSitemap")),
    "css/print.css": (None, ("", "\nb { color: red }"), ("", "\nb { color: tan }")),
    "components/own/own.css": (None, ("", "i { color: red }")),
    "public/proof.txt": (None, ("", "甲"), ("", "乙")),
}
WORDS = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "{}"\nmsgstr "{}"\n'
OTHERS: dict[str, tuple[Any, ...]] = {
    "regions order": (("yunzhou", "qingxi", "baishan"), ("baishan", "qingxi", "yunzhou")),
    "categories order": (("fruit", "pears", "crafts"), ("crafts", "fruit", "pears")),
    "media pear.svg": (SVG.format(8).encode(), SVG.format(6).encode(), None),
    "media dot.png": (DOT, DOT + b"\0", WIDE, None),
    "media shots/pear.jpg": (None, LYING, pictures.turned(1, 30, 20), pictures.turned(8, 30, 20)),
    "locale zh-Hans": (None, WORDS.format("跳到正文", "到正文"), WORDS.format("截至", "到")),
    "as of": (
        "2026-01-15",
        "2026-01-16",
        "2026-01-17",
        "2026-03-02",
        "2023-01-01",
        "2029-01-01",
        "2024-12-15",
    ),
    "generator": ("", "按音查", "按字母查"),
}


def _choices() -> dict[str, tuple[Any, ...]]:
    made = dict(OTHERS)
    for name, (collection, fields) in ENTRIES.items():
        common = EVERY if collection in TREES else SHOWN if collection in PLAIN else LISTED
        made |= {f"{name} {key}": values for key, values in {**common, **fields}.items()}
    for name, fields in ANNOUNCEMENTS.items():
        made |= {f"{name} {key}": values for key, values in fields.items()}
    made |= {f"site {key}": values for key, values in SITE.items()}
    return made | {f"theme {key}": values for key, values in OVERRIDES.items()}


CHOICES = _choices()
Chosen = Mapping[str, Any]
"""A value for each of CHOICES."""


def start() -> dict[str, Any]:
    return {name: values[0] for name, values in CHOICES.items()}


def weight(name: str) -> int:
    """How often a choice is drawn, so that the many fields of entries do not crowd out the rest."""
    if name == "as of":
        return 20
    return 6 if name.startswith(("site ", "theme ", "media ", "locale ")) else 1
