"""Where the site stands for a visit, and which page shows each template."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.support import pictures

BASE_PATH = "/a/b/"

OLD_ADDRESS = "old/shiyan-ligao.html"
MOVED = "products/shiyan-ligao/"
SEALED = "products/shiyan-douchi/"
MARKS = "articles/shiyan-xiefa/"
WITHDRAWN = "products/shiyan-xiajia/"
OWN_LOOKS = """\
menu: [地理标志, 县市区, pages:about, {to: "https://www.12315.cn/", text: 举报假冒}]
footer: [{title: 服务, links: [企业与机构, {to: /a-z/, text: 按拼音查}]}]
home: [种类, 推荐, 最近认定, 地区, 文章, 称号, 数字]
colours: {primary: "#b3261e", accent: "#1a5fb4"}
logo: logo.svg
"""
"""Settings that change how every page looks. The primary is as red as what has ended is elsewhere."""
OWN_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M8 8h48v48H8z"/></svg>'
)
EXTRA: dict[str, str | bytes] = {
    f"content/{MOVED[:-1]}.md": """\
---
name: 试验梨膏
pinyin: shì yàn lí gāo
summary: 只在试验里有的梨膏，配一张照片。
kind: farm
region: linqu
categories: fruit
mailable: 是
available: 9-12
images:
  - {file: shiyan.png, alt: 一罐梨膏, caption: 试验用的照片}
  - {file: heng.jpg, alt: 一片梨园, credit: 试验员}
  - {file: shu.jpg, alt: 一棵梨树}
former_urls: /old/shiyan-ligao.html
---

只在试验里有。

![熬膏的锅](heng.jpg)

锅下面烧柴。

![装膏的罐](shu.jpg)
""",
    f"content/{SEALED[:-1]}.md": """\
---
name: 试验豆豉
pinyin: shì yàn dòu chǐ
summary: 没有图片、也没有分类的豆豉，卡片上是一枚印。
kind: farm
region: linqu
---
""",
    f"content/{MARKS[:-1]}.md": """\
---
name: 试验写法
pinyin: shì yàn xiě fǎ
kind: guide
summary: 正文的各种写法。
published: 2026-01-05 09:00
---

　　第一段，~~旧包装~~ 新包装，见 https://example.com/a-very-long-address/that-has-no-place-to-break/in-it 。
　　第二段。

- 鲜食
  - 脆
- [x] 已检
- [ ] 待检

（一）选果
（二）清洗

98. 第九十八条
99. 第九十九条
100. 第一百条

|甲|乙|丙|丁|戊|己|庚|辛|
|---|---|---|---|---|---|---|--:|
|云溪雪梨|青溪雪梨|云溪雪梨|青溪雪梨|云溪雪梨|青溪雪梨|云溪雪梨|12|

|甲|乙|丙|丁|戊|己|庚|
|---|---|---|---|---|---|---|
|1|2|3|4|5|6|7|

|甲|乙|丙|丁|戊|己|
|---|---|---|---|---|---|
|云溪雪梨|青溪雪梨|云溪雪梨|青溪雪梨|云溪雪梨|12345|

```
一段代码，很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长 the end
```
""",
    "content/media/shiyan.png": pictures.png(640, 480),
    "content/media/heng.jpg": pictures.saved(pictures.view(2000, 1300), quality=85),
    "content/media/shu.jpg": pictures.saved(pictures.view(1200, 1800, 2), quality=85),
    f"content/{WITHDRAWN[:-1]}.md": """\
---
name: 试验下架品
pinyin: shì yàn xià jià pǐn
summary: 已经下架。
kind: farm
withdrawn: {on: 2026-01-01, reason: 企业申请下架, document: 试验文件第1号}
---
""",
}
"""What the demo site has none of: a photograph, an old address, a withdrawn entry, a wide table."""

PAGES = {
    "home": "",
    "list": "gi/",
    "list of one kind": "heritage/kind/art/",
    "geographical indication": "gi/weixian-luobo/",
    "product": "products/longsheng-misandao/",
    "product with a photograph": MOVED,
    "organization": "organizations/weichai-dongli/",
    "brand": "brands/qingzhou-yingua/",
    "heritage": "heritage/weifang-fengzheng/",
    "schemes": "schemes/",
    "scheme": "schemes/gi-protection-cnipa/",
    "ended scheme": "schemes/provincial-famous-trademark/",
    "regions": "regions/",
    "region": "regions/shouguang/",
    "second page of a region": "regions/weifang/page/2/",
    "categories": "categories/",
    "category": "categories/vegetables/",
    "articles": "articles/",
    "article with tables": "articles/reconciliation-2025/",
    "article with every mark": MARKS,
    "page": "about/",
    "a-z": "a-z/",
    "letter": "a-z/l/",
    "ledger": "ledger/",
    "numbers": "verify/",
    "number": "v/cnipa-646/",
    "number of a certificate": "v/agi2010-09-00493/",
    "makers": "gi/weixian-luobo/makers/",
    "card": "gi/weixian-luobo/card/",
    "sheet": "heritage/weifang-fengzheng/sheet/",
    "seasons": "seasons/",
    "figures": "figures/",
    "timeline": "timeline/",
    "changes": "changes/",
    "seasons of a month": "seasons/10/",
    "search": "search/",
    "site map": "sitemap/",
    "withdrawn entry": WITHDRAWN,
    "not found": "404.html",
}
"""One page for every template, and for every shape a template takes."""

EQUAL = {"list of one kind", "product", "brand", "a-z"}
"""Pages that show a template in the same shape as another one does."""
DISTINCT = {name: address for name, address in PAGES.items() if name not in EQUAL}


@dataclass(frozen=True)
class Place:
    """A built site: its folder, and the URL of its home page's folder."""

    folder: Path
    root: str
    index: str
    """What stands after an address that ends in "/": nothing on a server, a file on a disk."""
    strays: list[str] = field(default_factory=list)
    """What the server was asked for outside the base path."""

    @property
    def on_server(self) -> bool:
        return self.root.startswith("http:")

    def url(self, address: str) -> str:
        folder = address == "" or address.endswith("/")
        return self.root + address + (self.index if folder else "")

    def address(self, url: str) -> str:
        """The address of a URL below this place, without its fragment."""
        path = url.removeprefix(self.root).partition("#")[0].partition("?")[0]
        return path.removesuffix("index.html") if path.endswith("index.html") else path

    def file(self, address: str) -> Path:
        folder = address == "" or address.endswith("/")
        return self.folder / (address + "index.html" if folder else address)
