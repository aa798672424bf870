"""The settings that site.yaml may have, declared like the fields of entries."""

from __future__ import annotations

from typing import Annotated, Any

from sitegen.config.collect_settings import CollectedCity
from sitegen.config.publish_settings import PublishTarget
from sitegen.model.collection_settings import CollectionSettings
from sitegen.model.collections import COLLECTIONS
from sitegen.model.colour import COLOUR
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.lists_in_text import separated
from sitegen.model.number_types import whole
from sitegen.model.references import Reference, References, reference
from sitegen.model.site_path import SITE_PATH
from sitegen.model.types import (
    Address,
    Id,
    Label,
    Line,
    Many,
    Name,
    Summary,
    Text,
    YesNo,
    choice,
    few_characters,
    word_group,
)
from sitegen.model.value_forms import ReadsShort

LISTED = tuple(name for name, collection in COLLECTIONS.items() if collection.listed)
LINK_STYLES = {"directory": Label("目录", "directory"), "file": Label("文件", "file")}
PROFILES = {"plain": Label("普通", "plain"), "gov": Label("政府网站", "government")}
HOME_SECTIONS = {
    "figures": Label("数字", "figures"),
    "featured": Label("推荐", "featured entries"),
    "places": Label("地区", "places"),
    "kinds": Label("种类", "kinds of products"),
    "seasons": Label("时令", "what there is this month"),
    "recent": Label("最近认定", "the latest titles"),
    "schemes": Label("称号", "schemes"),
    "affairs": Label("政策和服务", "policies, services and events"),
    "articles": Label("文章", "articles"),
}
"""The sections of the home page below its headline, in the order they have unless a site sets another."""
SHARES = {
    "none": Label("无", "none"),
    "featured": Label("推荐", "featured"),
    "all": Label("全部", "all"),
}
"""Which entries have something that costs time to make."""
OFF = "off"
LEVELS = {
    OFF: Label("关闭", "off"),
    "warning": Label("提醒", "warning"),
    "error": Label("错误", "error"),
}
"""What the findings of a rule may be set to: nothing, or a severity by its value."""


class Gov(Record):
    """What 《政府网站发展指引》 wants on every page of a government site."""

    site_domain: Line | None = field("网站域名", "Domain", "SiteDomain", "SiteDomain")
    site_id_code: Line | None = field("网站标识码", "Site id code", "SiteIDCode", "SiteIDCode")
    sponsor: Line | None = field("主办单位", "Sponsor", "主办单位", "the office in charge")
    operator: Line | None = field("承办单位", "Operator", "承办单位", "the office that runs it")
    contact: Line | None = field("联系方式", "Contact", "电话或邮箱", "telephone or mail")
    icp: Line | None = field("ICP备案号", "ICP number", "ICP备案号", "ICP number")
    police: Line | None = field("公安备案号", "Police number", "公安机关备案号", "police number")
    police_url: Address | None = field("公安备案网址", "Police address", "备案查询页", "its page")
    party_mark: Line | None = field(
        "党政机关标识", "Party and government mark", "标识编号", "number of the mark"
    )
    report_url: Address | None = field("找错", "Report an error", "我为政府网站找错", "its page")
    approval: YesNo = field(
        "审定后公开",
        "Approval",
        "公开的条目都要写明审定人",
        "a public entry must say who approved it",
        default=False,
    )


class ImageSettings(Record):
    """How pictures are published."""

    avif: YesNo = field(
        "AVIF 格式",
        "AVIF",
        "另做一份 AVIF：更小，生成慢一些",
        "AVIF as well: smaller, slower to make",
        default=False,
    )


class SiteLink(Record):
    """A link that the site puts into its menu or footer."""

    to: Line = field(
        "指向",
        "To",
        "类别、条目（pages:编号）、本站网址（/ 开头）或外部网址",
        "a collection, an entry (pages:id), an address of the site, or one outside",
        default=REQUIRED,
    )
    text: Name | None = field(
        "显示的字", "Words", "不写则用类别或条目的名称", "else the name of what it leads to"
    )


def _site_link(value: Any) -> Any:
    return {"to": value} if isinstance(value, str) else value


SiteLinks = tuple[Annotated[SiteLink, ReadsShort(_site_link, only="to")], ...]


class FooterGroup(Record):
    """A group of links in the footer."""

    title: Name = field("标题", "Title", "这一组的标题", "title of the group", default=REQUIRED)
    links: SiteLinks = field("链接", "Links", "写法同 menu", "as in menu", default=REQUIRED)


class LadderSetting(Record):
    """What a site calls one of its ladders of schemes."""

    name: Name = field("名称", "Name", "如 质量奖", "what it is called", default=REQUIRED)
    note: Line | None = field("说明", "Note", "名称下的一句话", "a sentence below its name")


class Colours(Record):
    """The two colours of a site; all tints are worked out from them."""

    primary: Annotated[str, COLOUR] | None = field(
        "主色",
        "Primary colour",
        '链接、按钮、菜单的颜色，如 "#1a5fb4"（要加引号）',
        'of links, buttons and the menu, such as "#1a5fb4" (in quotes)',
    )
    accent: Annotated[str, COLOUR] | None = field(
        "点缀色",
        "Accent colour",
        "印章和工艺类插图的颜色",
        "of the seal and of drawings of crafts",
    )


class Settings(Record):
    """site.yaml."""

    id: Id = field("站点编号", "Site id", "字母数字，发布后不改", "permanent id", default=REQUIRED)
    name: Name = field("站名", "Name", "网站名称", "name of the site", default=REQUIRED)
    name_en: Line | None = field("英文站名", "English name", "英文名称", "name in English")
    seal: Annotated[str, few_characters(4)] | None = field(
        "印章字", "Seal", "站标印章上的 2–4 个字", "2–4 characters on the seal"
    )
    logo: Line | None = field(
        "标志",
        "Logo",
        "代替印章的图片：templates/public/ 里的 .svg 或 .png",
        "a picture in place of the seal: an .svg or .png in templates/public/",
    )
    tagline: Line | None = field("副题", "Tagline", "站名下的一行", "a line below the name")
    headline: Line | None = field(
        "首页大字", "Headline", "首页标题，用“／”换行", "on the home page"
    )
    description: Summary = field(
        "说明", "Description", "一句话说明本站", "one sentence", default=REQUIRED
    )
    keeper: Line = field("编制单位", "Keeper", "谁在维护", "who keeps it", default=REQUIRED)
    notice: Text | None = field("声明", "Notice", "页脚的声明", "a statement in the footer")
    timezone: Line = field(
        "时区", "Time zone", "默认 Asia/Shanghai", "default Asia/Shanghai", default="Asia/Shanghai"
    )
    base_path: Annotated[str, SITE_PATH] = field(
        "子路径", "Base path", "挂在哪个子路径下，如 /zt/", "sub-path such as /zt/", default="/"
    )
    permanent_url: Address = field(
        "永久网址",
        "Permanent address",
        "印在包装上的网址前缀",
        "printed on boxes",
        default=REQUIRED,
    )
    link_style: Annotated[str, *choice("site.link_style", LINK_STYLES)] = field(
        "链接写法",
        "Link style",
        "directory 或 file；不许脚本的 U 盘用 file",
        "directory, or file for a disk where scripts are off",
        default="directory",
    )
    profile: Annotated[str, *choice("site.profile", PROFILES)] = field(
        "规范", "Profile", "plain 或 gov", "plain or gov", default="plain"
    )
    gov: Gov | None = field(
        "政府网站信息", "Government site", "profile: gov 时必填", "needed with profile: gov"
    )
    handouts: Annotated[str, *choice("site.handouts", SHARES)] = field(
        "卡片和资料单",
        "Handouts",
        "哪些条目有二维码和供打印的卡片、资料单：无、推荐（featured 里的）、全部；默认推荐",
        "which entries have a QR code, a card and a sheet to print: none, featured (those of `featured`), "
        "all; featured if not set",
        default="featured",
    )
    posters: Annotated[str, *choice("site.posters", SHARES)] = field(
        "海报",
        "Posters",
        "哪些条目有带二维码的海报：无、推荐、全部；默认无；要有中文字体，每张约五分之一秒",
        "which entries have a poster with a QR code: none, featured, all; none if not set; needs a Chinese font "
        "and a fifth of a second each",
        default="none",
    )
    home_region: Annotated[Reference, reference("regions")] | None = field(
        "本地区", "Home region", "首页按它的下级找", "home lists the regions below it"
    )
    featured: References[Annotated[Reference, reference(*LISTED)]] = field(
        "首页推荐", "Featured", "首页展示的条目", "entries shown on the home page", default=()
    )
    menu: SiteLinks = field(
        "菜单",
        "Menu",
        "顶部菜单的各项和次序；不写则列出有条目的各类",
        "the items of the menu in their order; else all collections with entries",
        default=(),
    )
    footer: tuple[FooterGroup, ...] = field(
        "页脚",
        "Footer",
        "页脚的各组链接；不写则是“查找”和“关于”",
        "the groups of links in the footer; else ways to find, and about the site",
        default=(),
    )
    home: Annotated[
        tuple[Annotated[str, *choice("site.home", HOME_SECTIONS, closed=True)], ...],
        separated("、，,"),
    ] = field(
        "首页各部分",
        "Home page",
        "首页标题下面有哪些部分，按这个次序；没有写的不出现，整项不写则全部都有",
        "the sections of the home page in their order; those not named are left out; all if not set",
        default=(),
    )
    colours: Colours | None = field(
        "颜色",
        "Colours",
        "主色和点缀色；称号状态的颜色不随它变",
        "primary and accent; how titles stand has colours of its own",
    )
    ladders: dict[str, LadderSetting] = field(
        "阶梯",
        "Ladders",
        "认定体系的阶梯（schemes 的 ladder）叫什么，如 quality: {name: 质量奖}；不写的 quality 叫政府质量奖，trademark 叫商标，"
        "别的由最低一级和最高一级的名称组成",
        "what the ladders of schemes (their `ladder`) are called, such as quality: {name: …}; those not named "
        "have a name of their own (quality, trademark), or that of their lowest and highest rung",
        default={},
    )
    images: ImageSettings | None = field("图片", "Images", "图片怎样发布", "how they are published")
    page_size: Annotated[int, whole(1, 60)] = field(
        "每页条数", "Page size", "1 到 60", "1 to 60", default=60
    )
    synonyms: Many[Annotated[str, word_group()]] = field(
        "同一样东西的叫法",
        "Words for one thing",
        "搜索时可以互相代替的词，一行一组：折耳根、鱼腥草、houttuynia",
        "words that search takes for one another, a group a line, English too",
        default=(),
    )
    collections: CollectionSettings = field(
        "各类设置", "Collections", "每一类的自有字段和选项", "own fields and choices", default={}
    )
    publish: dict[str, PublishTarget] = field(
        "发布",
        "Publishing",
        "发布到哪里：名称和目标，如 production: {kind: folder, path: /srv/www}",
        "where to publish: names and targets, such as production: {kind: folder, path: /srv/www}",
        default={},
    )
    collect: dict[str, CollectedCity] = field(
        "汇集",
        "Collecting",
        "汇集哪些市的站点：编号的前缀和它在哪里，如 weifang: {from: ../weifang, region: weifang}",
        "the sites of cities to collect: the prefix of ids and where the site is, such as "
        "weifang: {from: ../weifang, region: weifang}",
        default={},
    )
    rules: dict[str, Annotated[str, *choice("site.rules", LEVELS)]] = field(
        "检查规则",
        "Rules",
        "问题代码和它的级别，如 image.no-alt: 提醒；哪些能设见 problems.md",
        "a problem code and its level, such as image.no-alt: warning; problems.md says which",
        default={},
    )


GOV_REQUIRED = (
    "site_domain",
    "site_id_code",
    "sponsor",
    "operator",
    "contact",
    "icp",
    "police",
    "party_mark",
    "report_url",
)
