"""Little sites for tests: written from a dict of files, built by the real stages."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sitegen.pipeline.outcome import Clock

REPOSITORY = Path(__file__).parents[2]
AS_OF = date(2026, 1, 15)

SITE = """\
id: test-site
name: 试验名录
description: 一个用来试验的名录。
keeper: 试验编辑部
permanent_url: https://test.example/
home_region: yunzhou
"""
REGIONS = """\
yunzhou: {name: 云州市, short_name: 云州, kind: 市}
qingxi: {name: 青溪县, short_name: 青溪, kind: 县市区, parent: yunzhou, tile: "1,1"}
baishan: {name: 白山县, short_name: 白山, kind: 县市区, parent: yunzhou, tile: "1,2"}
"""
CATEGORIES = """\
fruit: {name: 果品, synonyms: [水果]}
pears: {name: 梨, parent: fruit}
crafts: {name: 工艺}
"""
SCHEME = """\
name: 地理标志产品保护
pinyin: dì lǐ biāo zhì
kind: 保护
regime: 地理标志产品
authority: 国家知识产权局
level: 国家级
status: 现行
display: 标牌
wording: 保护
badge_text: 地理标志产品
"""
PEAR = """\
---
name: 青溪雪梨
pinyin: qīng xī xuě lí
summary: 皮薄汁多的梨。
region: qingxi
categories: pears
published: 2025-12-16 09:00
applicant: qingxi-li-xiehui
---

青溪的梨，[种梨的协会](organizations:qingxi-li-xiehui)说了算。
"""
EDITED_PEAR = PEAR.replace("青溪的梨", "本地的梨")
"""The same with other words in its body, which only its page and the texts of the search show."""
BASIC = {
    "site.yaml": SITE,
    "content/regions.yaml": REGIONS,
    "content/categories.yaml": CATEGORIES,
    "content/schemes/gi-protection.yaml": SCHEME,
    "content/gi/qingxi-xueli.md": PEAR,
    "content/organizations/qingxi-li-xiehui.yaml": (
        "name: 青溪县雪梨协会\npinyin: qīng xī xiàn xuě lí xié huì\nkind: 协会\nregion: qingxi\n"
    ),
    "content/products/li-gao.md": (
        "---\nname: 梨膏\npinyin: lí gāo\nkind: 农产品\ngi: qingxi-xueli\nregion: qingxi\n"
        "maker: qingxi-li-xiehui\n---\n\n用雪梨熬的膏。\n"
    ),
    "content/recognitions/cnipa-700.yaml": (
        "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2025-11-03\n"
        "rows:\n  - {row: a, subject: gi:qingxi-xueli}\n"
    ),
    "content/pages/about.md": "---\nname: 关于本站\n---\n\n这是试验用的站。\n",
    "content/articles/first.md": (
        "---\nname: 第一篇\nkind: 动态\npublished: 2025-12-20 08:00\n---\n\n"
        "看[青溪雪梨](gi:qingxi-xueli)。\n"
    ),
}
"""A small whole site of which every file is right."""


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files (paths relative to `root`) and give `root` back."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def basic(root: Path) -> Path:
    """The basic site, written into `root`."""
    return write(root, dict(BASIC))


def clock(as_of: date = AS_OF, *, archive: bool = False) -> Clock:
    return Clock(lambda timezone: as_of, time.time_ns, archive=archive)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
