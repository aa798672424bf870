"""The parts of pages that templates are given: plain data, nothing else. Links are ready to print.

docs/theme.md is made from these classes: the line below a class or a field says in Chinese and in
English what it is to those who write templates.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from markupsafe import Markup

from sitegen.rendering.images.markup import Files

EMPTY = Markup("")
Tone = Literal["current", "notice", "ended"]


class Link(NamedTuple):
    """链接 | a link"""

    text: str
    """链接上的字 | its words"""
    url: str
    """网址；空的只显示文字 | its address; empty: show the words alone"""
    note: str = ""
    """旁边的小字，如条数；可空 | small text beside it, such as a count; may be empty"""
    current: bool = False
    """是否指向正在看的这一页或这一栏 | whether it leads to the page or column one is on"""


class LinkGroup(NamedTuple):
    """一组链接 | a group of links"""

    title: str
    """这一组的标题 | the heading of the group"""
    links: tuple[Link, ...]
    """链接；可空，空的组不显示 | the links; may be empty: then show no group"""


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


class Masthead(NamedTuple):
    """页眉；同一栏、同一层的网页是同一个值，用 `once` 只写一次 | the head of a page; one value for all pages of one column at one depth, so `once` renders it once"""

    site_name: str
    """网站名称 | the name of the site"""
    tagline: str
    """名称旁的一句话；可空 | the line beside the name; may be empty"""
    seal: tuple[str, ...]
    """印章上的 2–4 个字 | the 2–4 characters of the seal"""
    home: str
    """首页的网址 | the home page"""
    menu: tuple[Link, ...]
    """主菜单 | the main menu"""
    search: SearchBox | None
    """搜索框；正文以搜索框开头的网页（首页、搜索页）没有 | the search box; none on pages whose main part begins with one (home, search)"""


class Foot(NamedTuple):
    """页脚；同一层的网页是同一个值，用 `once` 只写一次 | the foot of a page; one value for all pages at one depth, so `once` renders it once"""

    site_name: str
    """网站名称 | the name of the site"""
    keeper: str
    """谁办的 | who keeps the site"""
    notice: str
    """声明；可空 | the notice; may be empty"""
    groups: tuple[LinkGroup, ...]
    """“查找”和“关于”两组链接 | two groups of links: ways to find, and about the site"""
    gov: tuple[Link, ...]
    """政府网站必须列出的各行；不是政府网站则空 | the lines that a government site must show; empty on others"""


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
    css: str
    """样式表 | the style sheet"""
    scripts: tuple[str, ...]
    """这一页的脚本，按这个次序 | the scripts of the page, in this order"""
    icon: str
    """浏览器标签上的图标 | the icon in the browser's tab"""
    feed: str
    """更新订阅 | the feed"""
    breadcrumbs: tuple[Link, ...]
    """从首页到上一级；首页上为空 | from home to the page above; empty on the home page"""
    meta: tuple[tuple[str, str], ...]
    """政府网站的 `<meta>`：名称和内容 | the `<meta>` tags of a government site: name and content"""
    masthead: Masthead
    """页眉 | the head"""
    foot: Foot
    """页脚 | the foot"""


class Picture(NamedTuple):
    """图片：`files` 和 `svg` 有且只有一样 | a picture: it has either `files` or `svg`"""

    alt: str
    """看不见图的人听到的话；只是装饰则空 | what those who cannot see it hear; empty where it only decorates"""
    caption: str
    """图注；可空 | the caption; may be empty"""
    credit: str
    """署名和许可；可空 | author and licence; may be empty"""
    illustration: bool
    """是否示意图，不是照片 | whether it is a drawing that stands for a photograph"""
    files: Files | None = None
    """图片文件 | the image files"""
    svg: Markup = EMPTY
    """直接写在网页里的线描图；没有则空 | a drawing that stands in the page itself; empty where there is none"""


class Badge(NamedTuple):
    """称号的小标牌 | the short sign of a title"""

    text: str
    """称号的短名 | the short name of the title"""
    tone: Tone
    """语气：现行、要留意、已终止 | its tone: in force, to be minded, ended"""
    status: str = ""
    """状态，文字，必须显示；现行有效则空 | its status in words, never to be left out; empty where it simply holds"""


class Card(NamedTuple):
    """列表里的一个条目；同一层的网页共用，用 `once` 只写一次 | an entry in a list; pages at one depth share it, so `once` renders it once"""

    url: str
    """条目的网址 | the page of the entry"""
    name: str
    """名称 | its name"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    place: str
    """所属地；可空 | its place; may be empty"""
    label: str
    """种类；可空 | its kind; may be empty"""
    craft: bool
    """是否工艺类（用朱色，不用松色） | whether it is a craft (cinnabar, not pine)"""
    picture: Picture | None
    """图片；没有就用 `seal` | its picture; where there is none, `seal` stands in"""
    seal: tuple[str, ...]
    """代替图片的印章，2–4 个字 | the 2–4 characters that stand in for a picture"""
    badges: tuple[Badge, ...]
    """称号，现行的和被暂停、撤销的；可空 | its titles, those in force and those suspended or revoked; may be empty"""


class CardGroup(NamedTuple):
    """一组卡片 | a group of cards"""

    title: str
    """这一组的标题 | the heading of the group"""
    cards: tuple[Card, ...]
    """卡片 | the cards"""
    id: str = ""
    """锚点，别处用 `#…` 链接到它；没有则空 | the fragment by which it is linked; empty where it is not"""


class Value(NamedTuple):
    """一项资料的一个值 | one value of a fact"""

    text: str
    """值 | the value in words"""
    url: str = ""
    """链接；没有则空 | where it leads; empty where nowhere"""
    source: str = ""
    """谁说的；可空 | whose word it is; may be empty"""
    note: str = ""
    """旁边的小字；可空 | small text beside it; may be empty"""


class Fact(NamedTuple):
    """资料表的一行 | a row of a table of facts"""

    label: str
    """项目名称 | what it is about"""
    values: tuple[Value, ...]
    """一个或几个值 | one value or several"""
    disputed: bool = False
    """是否说法不一 | whether the sources differ"""


class Section(NamedTuple):
    """带标题的资料表 | a table of facts with a heading"""

    id: str
    """标题的锚点 | the fragment of the heading"""
    title: str
    """标题 | the heading"""
    facts: tuple[Fact, ...]
    """各行，不会空 | its rows, never empty"""


class StatusBox(NamedTuple):
    """一条认定现在怎样 | how a recognition stands today"""

    heading: str
    """小标题，用该认定体系自己的说法，如“保护情况” | the heading in the scheme's own word"""
    scheme: Link
    """认定体系的名称和网页 | the scheme's name and page"""
    status: str
    """状态的代号，如 `valid`，供样式和脚本用 | the code of the status, for styles and scripts"""
    word: str
    """状态的说法 | the status in words"""
    tone: Tone
    """语气：现行、要留意、已终止 | its tone: in force, to be minded, ended"""
    facts: tuple[Fact, ...]
    """公告、日期、证书号等 | announcement, date, certificate number and the like"""
    remark: str
    """对读者说清它说明什么 | one sentence on what it means for the reader"""
    evidence: Link | None
    """公告原文 | the announcement itself"""
    transitions: tuple[tuple[str, str], ...]
    """以后会变的日子：年-月-日和那天起的说法；可空 | when it will change: an ISO day and the word from then on; may be empty"""


class Season(NamedTuple):
    """什么时候有：月份 1–12，两样至少有一样 | when it is to be had: months 1–12; at least one of the two is there"""

    harvest: tuple[int, ...]
    """采收的月份 | months of harvest"""
    available: tuple[int, ...]
    """有货的月份 | months on sale"""


class SourceLine(NamedTuple):
    """一条资料来源 | one source"""

    text: str
    """发布单位、题名、文号、日期 | publisher, title, number, date"""
    url: str
    """原文网址；可空 | the original; may be empty"""


class MarkUserRow(NamedTuple):
    """一家获准使用专用标志的企业 | an enterprise that may use the mark"""

    name: str
    """企业名称 | its name"""
    url: str
    """企业条目的网址；没有条目则空 | its page; empty where it has none"""
    product: str
    """核准的产品；可空 | the product allowed; may be empty"""
    notice: str
    """核准公告；可空 | the notice that allowed it; may be empty"""
    period: str
    """起止；可空 | from when to when; may be empty"""
    checked: str
    """核对日期；可空 | the day it was checked; may be empty"""
    source: str
    """依据；可空 | what this rests on; may be empty"""
    credit_code: str = ""
    """统一社会信用代码；可空 | the unified social credit code; may be empty"""


class Pager(NamedTuple):
    """列表的分页 | the pages of a list"""

    number: int
    """这是第几页 | the number of this page"""
    total: int
    """共几页；1 就不必显示 | how many there are; show nothing where there is one"""
    pages: tuple[Link, ...]
    """头尾和附近的页；只有一页则空 | the first, the last and those near; empty where there is one"""
    previous: Link | None
    """上一页 | the page before"""
    next: Link | None
    """下一页 | the page after"""


class Tile(NamedTuple):
    """方格图的一格 | a cell of the tile grid"""

    text: str
    """地区简称 | the short name of the region"""
    url: str
    """地区的网页 | the page of the region"""
    entries: int
    """条目数 | how many entries it has"""
    row: int
    """第几行，从 1 起 | its row, from 1"""
    column: int
    """第几列，从 1 起 | its column, from 1"""
    level: int
    """深浅 0–3：没有条目是 0，条目最多的三分之一是 3 | its shade 0–3: 0 without entries, 3 for the third that has the most"""


class Branch(NamedTuple):
    """地区或类别，连同下级 | a region or category with those under it"""

    link: Link
    """名称和网页；小字是条目数 | name and page; its note is the number of entries"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    branches: tuple[Branch, ...]
    """下级；可空 | those under it; may be empty"""


class SchemeLine(NamedTuple):
    """列表里的一个认定体系 | a scheme in a list"""

    link: Link
    """名称和网页；小字是现在有多少件，已撤销等另列 | name and page; the note says how many titles are held, and names revoked and other ones apart"""
    authority: str
    """主管机关 | the authority"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    kind: str
    """性质，如“保护” | what it does, such as protection"""
    level: str
    """级别，如“国家级” | its level, such as national"""
    ended: str
    """停止的日期；仍实行或不知何时停止则空 | when it ended; empty where it goes on or the day is unknown"""


class Holder(NamedTuple):
    """公告名单里的一行 | a row of an announcement"""

    link: Link
    """条目的名称和网页；没有公开条目则网址空 | the entry's name and page; no address where it is not public"""
    place: str
    """地区；可空 | its place; may be empty"""
    as_published: str
    """公布时的写法；和名称一样则空 | the name as announced; empty where it is the same"""
    number: str
    """证书号；可空 | the certificate's number; may be empty"""
    level: str
    """等次；可空 | the grade; may be empty"""
    status: str
    """现在的状态，文字 | the status today, in words"""
    tone: Tone
    """语气：现行、要留意、已终止 | its tone: in force, to be minded, ended"""


class AnnouncementGroup(NamedTuple):
    """一份公告和本站列出的名单 | an announcement with the rows that this site lists of it"""

    title: str
    """文号或题名；从上一页接来的写明“（续）” | its number or title; marked where it goes on from the page before"""
    id: str
    """标题的锚点 | the fragment of its heading"""
    announced: str
    """公布日期；可空 | the day it was announced; may be empty"""
    batch: str
    """批次；可空 | the batch; may be empty"""
    url: str
    """公告原文；可空 | the announcement itself; may be empty"""
    note: str
    """说明；可空 | a note; may be empty"""
    covers: str
    """公告共列多少件，一句话；可空 | how many it lists in all, in words; may be empty"""
    holders: tuple[Holder, ...]
    """本站列出的各行 | the rows that this site lists"""
    source: str = ""
    """来源：发布单位、题名、文号、日期中标题没有的；可空 | its source: of publisher, title, number and date what the heading does not say; may be empty"""
    checked: str = ""
    """核对日期；可空 | the day it was checked; may be empty"""
    facts: tuple[Fact, ...] = ()
    """本站自己的字段；可空 | the site's own fields; may be empty"""


class ArticleLine(NamedTuple):
    """列表里的一篇文章 | an article in a list"""

    link: Link
    """题名和网页 | title and page"""
    kind: str
    """种类；可空 | its kind; may be empty"""
    date: str
    """发布日期；可空 | the day it was published; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""


class IndexLine(NamedTuple):
    """按拼音排列的一个名称 | a name in the order of pinyin"""

    link: Link
    """名称和网页 | name and page"""
    pinyin: str
    """拼音；不显示拼音的类别则空 | its pinyin; empty in collections that show none"""
    label: str
    """属于哪一类条目 | its collection"""
    place: str
    """所属地；可空 | its place; may be empty"""


class LetterGroup(NamedTuple):
    """同一个首字母的名称 | the names under one letter"""

    letter: str
    """首字母；没有拼音的是 `#` | the letter; `#` for those without pinyin"""
    id: str
    """标题的锚点 | the fragment of its heading"""
    lines: tuple[IndexLine, ...]
    """名称 | the names"""


class Reconciliation(NamedTuple):
    """公布与收录的对账 | announced against listed"""

    names: int
    """名称数 | how many names"""
    approvals: int
    """批准数 | how many approvals"""
    announcements: int
    """公告数 | how many announcements"""
    announced: str
    """别处公布的数；没有则空 | the number that was announced elsewhere; empty where there is none"""
    matches: bool
    """两数是否相符 | whether the two agree"""


class Figure(NamedTuple):
    """首页的一个数字 | a number on the home page"""

    number: int
    """数字 | the number"""
    label: str
    """数的是什么 | what is counted"""
    note: str
    """一行小字，说明这个数 | one small line that explains it"""
    url: str
    """点开到哪里 | where it leads"""


class RecentLine(NamedTuple):
    """最近的一条认定 | one of the latest recognitions"""

    date: str
    """从哪天起 | since when"""
    link: Link
    """条目的名称和网页 | the entry's name and page"""
    badge: Badge
    """称号 | the title"""
