"""The syllables and sentences that invented content is made of. No place, name or figure is real."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """Characters with their reading, a space between syllables."""

    text: str
    pinyin: str


def words(table: str) -> tuple[Word, ...]:
    """`青/qīng 溪/xī` as words; a word of several syllables is written `雪梨/xuě_lí`."""
    pairs = (item.partition("/") for item in table.split())
    return tuple(Word(text, pinyin.replace("_", " ")) for text, _, pinyin in pairs)


PLACE_FIRST = words(
    "澄/chéng 岚/lán 沐/mù 霁/jì 芷/zhǐ 汀/tīng 栖/qī 砚/yàn 苇/wěi 榆/yú 楮/chǔ 棠/táng 麓/lù 漪/yī 筠/yún"
)
PLACE_LAST = words("溪/xī 岭/lǐng")
VILLAGE_FIRST = words(
    "石/shí 柳/liǔ 杏/xìng 槐/huái 竹/zhú 荷/hé 兰/lán 菱/líng 泉/quán 沙/shā "
    "云/yún 鹤/hè 鹿/lù 燕/yàn 梅/méi 桂/guì 松/sōng 井/jǐng 河/hé 枫/fēng"
)
VILLAGE_LAST = words(
    "桥/qiáo 塘/táng 湾/wān 坡/pō 沟/gōu 店/diàn 屯/tún 庄/zhuāng 洼/wā 崖/yá "
    "渡/dù 堤/dī 坪/píng 坞/wù 墩/dūn 岗/gǎng 口/kǒu 头/tóu 园/yuán 寨/zhài"
)
CATEGORIES: dict[str, tuple[str, tuple[Word, ...]]] = {
    "vegetables": (
        "蔬菜",
        words("萝卜/luó_bo 大葱/dà_cōng 生姜/shēng_jiāng 芹菜/qín_cài 韭菜/jiǔ_cài 莲藕/lián_ǒu"),
    ),
    "fruit": (
        "果品",
        words("雪梨/xuě_lí 蜜桃/mì_táo 山楂/shān_zhā 樱桃/yīng_táo 柿子/shì_zi 葡萄/pú_tao"),
    ),
    "grain": (
        "粮油",
        words(
            "小米/xiǎo_mǐ 绿豆/lǜ_dòu 花生/huā_shēng 高粱/gāo_liang 香油/xiāng_yóu 荞麦/qiáo_mài"
        ),
    ),
    "tea": ("茶叶", words("绿茶/lǜ_chá 红茶/hóng_chá 白茶/bái_chá 黄茶/huáng_chá")),
    "livestock": ("畜禽", words("黑羊/hēi_yáng 土鸡/tǔ_jī 麻鸭/má_yā 黄牛/huáng_niú")),
    "aquatic": ("水产", words("对虾/duì_xiā 鲤鱼/lǐ_yú 河蟹/hé_xiè 泥鳅/ní_qiu 鳜鱼/guì_yú")),
    "herbs": ("药材", words("丹参/dān_shēn 黄芩/huáng_qín 桔梗/jié_gěng 菊花/jú_huā 枸杞/gǒu_qǐ")),
    "drinks": ("酒醋", words("米酒/mǐ_jiǔ 黄酒/huáng_jiǔ 老醋/lǎo_cù 果酒/guǒ_jiǔ")),
    "pastry": ("糕点", words("麻花/má_huā 年糕/nián_gāo 米糖/mǐ_táng 煎饼/jiān_bing 粉丝/fěn_sī")),
    "crafts": (
        "手工艺",
        words("剪纸/jiǎn_zhǐ 草编/cǎo_biān 陶壶/táo_hú 木雕/mù_diāo 风筝/fēng_zheng"),
    ),
    "textiles": ("织绣", words("土布/tǔ_bù 丝绸/sī_chóu 刺绣/cì_xiù 棉毯/mián_tǎn")),
}
"""By id: the name, and the goods of the category. With the 30 places they are the 41 terms."""

SENTENCES = (
    "{place}的{village}一带地势平缓，土层有半人多深，{good}年年都长得齐整。",
    "当地人把头一茬的{good}留给自家，第二茬才挑到集上去卖。",
    "{village}的老人说，他们小时候就见过这样的{good}，样子和现在差不多。",
    "从{month}月起，村里每天清早都有人下地，赶在太阳出来之前把当天的活做完。",
    "水从岭上引下来，沿着{count}条小渠流进各家各户，旱年也没有断过。",
    "挑选的时候先看颜色，再掂分量，最后闻一闻有没有清香。",
    "做法并不复杂，难的是每一步都不省工夫，急不得，也拖不得。",
    "合作社成立以后，{count}户人家统一选种、统一记账，品质比从前稳当。",
    "外地客人多在{month}月来，住上两三天，走的时候总要带上几份。",
    "用本地的井水煮开，放温了再泡，味道最是平和。",
    "**好的{good}**拿在手里有分量，表面干净，不用刻意打蜡。",
    "保存时避开阳光和潮气，装在透气的竹筐里，能放上{count}天左右。",
    "村口的作坊里还留着一台老机器，逢年过节才开动一回。",
    "地里不用除草剂，草长高了就割下来铺在行间，到秋天正好沤成肥。",
    "这里昼夜温差大，白天晒得透，夜里凉得快，所以滋味比别处足。",
    "近几年修通了公路，{count}公里以外的县城当天就能送到。",
    "学校的孩子每年春天来认一次苗，秋天再来收一次，写下的日记贴满了一面墙。",
    "编制这份介绍时走访了{count}户人家，说法有出入的地方都照原话记下。",
    "{village}的这一片坡地朝南，开春比山后早{count}天，{good}也就早几天上市。",
    "包装从前用草绳和粗纸，如今换成了纸盒，盒上印着产地和日期。",
    "年景好的时候能多收一成，遇上雨水多的年份就要少收一些，价钱也跟着变。",
    "老手艺人一共收了{count}个徒弟，其中三个还在做这一行。",
)
ITEMS = (
    "颜色：深浅一致，没有斑点",
    "分量：单个在{count}克上下",
    "口感：入口清爽，回味略甜",
    "时令：{month}月最好",
    "产地：{place}{village}",
    "存放：阴凉通风，约{count}天",
    "吃法：生食、清炒或炖煮都合适",
    "送礼：两盒一提，每盒{count}份",
)
TABLE_HEAD = ("项目", "要求", "说明")
TABLE_ROWS = (
    ("水分", "不高于{count}%", "每批抽样一次"),
    ("长度", "{count}厘米以上", "两端削平再量"),
    ("直径", "{count}毫米以上", "取最粗处"),
    ("含糖量", "不低于{count}%", "以送检报告为准"),
    ("净重", "{count}克", "允许少量误差"),
)
SUMMARIES = (
    "{village}的{good}，皮薄肉细，水分足，{month}月前后最好吃。",
    "{place}人常吃的{good}，选料讲究，做法照旧，放上几天味道更好。",
    "长在{village}坡地上的{good}，颜色深，有清香，四邻八乡都来买。",
    "{village}几代人传下来的{good}，样子朴素，耐放，适合带着走亲访友。",
)
