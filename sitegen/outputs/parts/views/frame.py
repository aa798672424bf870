"""What every page has around its main part: head, search box, foot."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link, LinkGroup


class SearchBox(NamedTuple):
    """搜索框；除 `action` 以外都交给脚本，照写到 data- 属性里 | a search box; all but `action` is for the script and goes into data- attributes"""

    action: str
    """搜索页的网址，表单交到这里 | the search page, to which the form is sent"""
    root: str
    """网站根目录的相对网址 | the folder of the site, relative to the page"""
    files: str
    """搜索索引的目录 | the folder of the search index"""
    engine: str
    """读索引的脚本 | the script that reads the index"""
    fallbacks: str
    """它什么也没找到时再取的脚本 | the script that it loads where it finds nothing"""


class Logo(NamedTuple):
    """网站的标志，名称写在旁边 | the logo of the site; its name stands beside it"""

    url: str
    """图片的网址 | the address of the picture"""
    width: int
    """显示的宽，像素 | how wide it is shown, in pixels"""
    height: int
    """显示的高，像素 | how high it is shown, in pixels"""


class Masthead(NamedTuple):
    """页眉；同一栏、同一层的网页是同一个值，用 `once` 只写一次 | the head of a page; one value for all pages of one column at one depth, so `once` renders it once"""

    site_name: str
    """网站名称 | the name of the site"""
    tagline: str
    """名称旁的一句话；可空 | the line beside the name; may be empty"""
    seal: tuple[str, ...]
    """印章上的 2–4 个字 | the 2–4 characters of the seal"""
    logo: Logo | None
    """代替印章的标志；没有就用印章 | the logo in place of the seal; where there is none, the seal stands"""
    root: str
    """网站根目录，写在 `templates/public/` 的文件名前面 | the root of the site, to stand before the name of a file of `templates/public/`"""
    home: str
    """首页的网址 | the home page"""
    menu: tuple[Link, ...]
    """主菜单 | the main menu"""
    search: SearchBox | None
    """搜索框；正文里有搜索框的网页（首页、搜索页、没有这个网页）没有 | the search box; none on pages whose main part has one (home, search, not found)"""


class Foot(NamedTuple):
    """页脚；同一层的网页是同一个值，用 `once` 只写一次 | the foot of a page; one value for all pages at one depth, so `once` renders it once"""

    site_name: str
    """网站名称 | the name of the site"""
    keeper: str
    """谁办的 | who keeps the site"""
    notice: str
    """声明；可空 | the notice; may be empty"""
    root: str
    """网站根目录，写在 `templates/public/` 的文件名前面 | the root of the site, to stand before the name of a file of `templates/public/`"""
    groups: tuple[LinkGroup, ...]
    """site.yaml 里 `footer` 的各组链接；没有写就是“查找”和“关于” | the groups of `footer` in site.yaml; else ways to find, and about the site"""
    gov: tuple[Link, ...]
    """政府网站必须列出的各行；不是政府网站则空 | the lines that a government site must show; empty on others"""
    as_of: str = ""
    """数据截至哪天；只在写明数量的网页上，别处空 | the day the data stand for, on pages that give numbers; empty elsewhere"""


class Frame(NamedTuple):
    """每一页都有的部分，给 `layouts/base.html`；网址都相对于这一页 | what every page has, for `layouts/base.html`; addresses are relative to the page"""

    lang: str
    """语言，如 `zh-Hans` | the language, such as `zh-Hans`"""
    title: str
    """浏览器标题 | the title in the browser"""
    description: str
    """给搜索引擎的一句话 | the sentence for search engines"""
    canonical: str
    """这一页的永久网址，是完整网址 | the permanent address of the page, a whole one"""
    site_name: str
    """网站名称 | the name of the site"""
    root: str
    """网站根目录，写在 `templates/public/` 的文件名前面 | the root of the site, to stand before the name of a file of `templates/public/`"""
    css: str
    """样式表 | the style sheet"""
    elder: str
    """长者版的脚本，在样式表之前，不等网页 | the script of the large letters, which stands before the style sheet and is waited for"""
    scripts: tuple[str, ...]
    """这一页的脚本，按这个次序 | the scripts of the page, in this order"""
    icon: str
    """浏览器标签上的图标 | the icon in the browser's tab"""
    feed: str
    """更新订阅；停止更新的网站没有 | the feed; a site that was closed has none"""
    places: str
    """本站怎样称呼市以下各地：县市区，或区，或地区 | what the site calls its places, as in headings: districts, or all kinds of counties, or regions"""
    breadcrumbs: tuple[Link, ...]
    """从首页到上一级；首页上为空 | from home to the page above; empty on the home page"""
    meta: tuple[tuple[str, str], ...]
    """政府网站的 `<meta>`：名称和内容 | the `<meta>` tags of a government site: name and content"""
    masthead: Masthead
    """页眉 | the head"""
    foot: Foot
    """页脚 | the foot"""
    linked: str = ""
    """给机器看的 JSON-LD；不收的网页没有 | the JSON-LD for machines; pages that search engines leave out have none"""
    indexed: bool = True
    """搜索引擎要不要收；另一页里都有的不收 | whether search engines should take it in; not what another page has, too"""
    closed: str = ""
    """网站停止更新的那天，ISO；还在更新的没有 | the day on which the site was closed, ISO; empty while it goes on"""
    until: str = ""
    """从哪天起有称号的状态改变，这一页的数字不再准，ISO；没有则空 | the day from which on its numbers no longer hold, since a title stands otherwise, ISO; empty where none will"""
