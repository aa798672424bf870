"""Of an entry that was withdrawn, or is past its last day, no output has more than the name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.support.basic_site import tree
from tests.support.site_test import SiteTest

ENTRY = """---
name: {name}
aka: 别名{word}
summary: 简介{word}
region: qingxi
published: 2025-06-01
{kind}
{until}
---

正文{word}
"""
GONE = {
    "withdrawn: {on: 2026-01-05, reason: 内容有误}": "甲乙丙丁戊",
    "publish_until: 2026-01-05": "己庚辛壬癸",
    "draft: 是": "子丑寅卯辰",
    "publish_from: 2026-03-01": "巳午未申酉",
}


def texts(site: SiteTest) -> Iterator[tuple[str, bytes]]:
    """The files of the output, and those packed in them."""
    for path, data in tree(site.target).items():
        yield path, data
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                yield from ((f"{path}/{name}", packed.read(name)) for name in packed.namelist())


def test_what_is_not_public_stands_in_no_file(tmp_path: Path) -> None:
    entries = {
        f"content/{collection}/gone-{number}.md": ENTRY.format(
            name=f"不在的{number}", kind=kind, until=until, word=word
        )
        for number, (until, word) in enumerate(GONE.items())
        for collection, kind in (("gi", ""), ("articles", "kind: 动态"))
    }
    site = SiteTest(tmp_path, entries).build()
    assert site.built is not None, site.report.text("zh")
    for path, data in texts(site):
        for word in GONE.values():
            assert word.encode() not in data, path
            assert word.encode("unicode_escape") not in data, path
