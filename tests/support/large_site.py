"""A site with so many entries that a build spreads its work over processes."""

from __future__ import annotations

from tests.support.basic_site import BASIC

COUNT = 260


def many() -> dict[str, str]:
    """The basic site with many products."""
    files = dict(BASIC)
    for number in range(COUNT):
        region = ("qingxi", "baishan")[number % 2]
        name = chr(0x4E00 + number * 7)
        files[f"content/products/p{number:03}.md"] = (
            f"---\nname: {name}产品\nkind: {('农产品', '手造', '文创')[number % 3]}\n"
            f"region: {region}\ncategories: [pears, crafts]\nsummary: 第 {number} 件。\n---\n\n"
            f"## 来历\n\n第 {number} 件，见[梨膏](products:li-gao)。\n"
        )
    return files
