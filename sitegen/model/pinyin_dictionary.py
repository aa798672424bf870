"""The pinyin of names by pypinyin. Its dictionary is in memory only while names are read: it takes 45 MB."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import reload

READINGS = {
    "单县": "shàn xiàn",
    "浚县": "xùn xiàn",
    "长葛": "cháng gě",
    "漯河": "luò hé",
    "会稽": "kuài jī",
    "曾都": "zēng dū",
    "解州": "hài zhōu",
    "莘县": "shēn xiàn",
    "乐陵": "lào líng",
    "长治": "cháng zhì",
    "燕山": "yān shān",
    "大埔": "dà bù",
    "六安": "lù ān",
    "铅山": "yán shān",
    "台州": "tāi zhōu",
    "丽水": "lí shuǐ",
    "蚌埠": "bèng bù",
    "亳州": "bó zhōu",
    "东阿": "dōng ē",
    "费县": "fèi xiàn",
    "泌阳": "bì yáng",
    "枞阳": "zōng yáng",
    "朝阳": "cháo yáng",
    "长岛": "cháng dǎo",
    "洪洞": "hóng tóng",
    "涡阳": "guō yáng",
    "石埠子": "shí bù zi",
    "长垣": "cháng yuán",
    "曲靖": "qǔ jìng",
    "刺参": "cì shēn",
    "玄参": "xuán shēn",
    "苔干": "tái gān",
    "瓜干": "guā gān",
    "地瓜干": "dì guā gān",
    "豆干": "dòu gān",
    "果干": "guǒ gān",
    "枣干": "zǎo gān",
    "笋干": "sǔn gān",
    "菜干": "cài gān",
    "薯干": "shǔ gān",
    "鱼干": "yú gān",
    "虾干": "xiā gān",
    "萝卜干": "luó bo gān",
    "桂圆干": "guì yuán gān",
    "柿干": "shì gān",
    "白蛤": "bái gé",
}
"""Place names that pypinyin's own dictionary reads wrongly."""


@cache
def load() -> None:
    """Have pypinyin read with its dictionary and `READINGS`; to be called before each use of it."""
    from pypinyin import phrases_dict, pinyin_dict
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.seg.mmseg import seg

    if not PINYIN_DICT:  # `release` has emptied what came with the import
        PHRASES_DICT.update(reload(phrases_dict).phrases_dict)
        PINYIN_DICT.update(reload(pinyin_dict).pinyin_dict)
        seg.train(iter(PHRASES_DICT))
    # `pypinyin.load_phrases_dict` would cut all 47,000 phrases anew.
    PHRASES_DICT.update({name: [[s] for s in pinyin.split()] for name, pinyin in READINGS.items()})
    seg.train(iter(READINGS))


def release() -> None:
    """Free the memory of the dictionary, if it is loaded; `load` gets it back in 0.1 s."""
    if not load.cache_info().currsize:
        return
    load.cache_clear()
    from pypinyin import phrases_dict, pinyin_dict
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.seg.mmseg import p_set

    # pypinyin works with copies of the first two, and cuts by the beginnings of phrases in the set.
    for table in (phrases_dict.phrases_dict, pinyin_dict.pinyin_dict, PHRASES_DICT, PINYIN_DICT):
        table.clear()
    p_set._set.clear()


def reading(name: str) -> str:
    """The pinyin of a name with tone marks, a space between syllables: `wéi xiàn luó bo`.

    Radicals that look like characters (⽔) and full-width letters are read as what they stand for.
    """
    usual = unicodedata.normalize("NFKC", name)
    if all("\u3400" <= char <= "\u9fff" for char in usual):
        return " ".join([s for phrase in segments(usual) for s in _syllables(phrase)])
    return " ".join(_syllables(usual))


# Names have many phrases in common, and how one is read does not depend on what stands beside it.
@lru_cache(maxsize=8192)
def _syllables(text: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin

    load()
    return tuple(part.strip() for part in lazy_pinyin(text, style=Style.TONE) if part.strip())


def segments(run: str) -> list[str]:
    """The phrases and single characters by which Chinese characters in a row are read."""
    from pypinyin.seg.mmseg import seg

    load()
    return list(seg.cut(run))
