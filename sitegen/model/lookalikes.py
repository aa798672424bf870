"""Names that look the same although their characters differ: `skeleton` gives both one spelling.

The table has what passes for another character in the fonts of a screen, as Unicode's UTS #39 does, cut down to
what stands in names of this country (decision 0025): letters that look Latin, radicals, kana and signs that look
like Han characters. Full and half width, Kangxi radicals and compatibility forms need no table: NFKC knows them.
Characters that differ but little, such as 未 and 末, or 己 and 已, are used as what they are and are no twins.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LATIN: Final = {
    "a": "АаΑαɑᴀᎪ",
    "b": "ВΒᏴЬ",
    "c": "СсϹϲᴄᏟ",
    "d": "ԁᎠ",
    "e": "ЕеΕᎬ",
    "f": "Ϝ",
    "g": "ɡցᏀ",
    "h": "НΗһհᎻ",
    "j": "ЈјϳյᎫ",
    "k": "КкΚκᏦ",
    "l": "I1|ІΙіιıӀӏᏆᏞɩ",
    "m": "МΜᎷ",
    "n": "Νոη",
    "o": "0ОоΟοσՕօᴏ○◯〇",
    "p": "РрΡρᏢ",
    "q": "Ԛԛզ",
    "s": "ЅѕՏꜱᏚ",
    "t": "ТΤᎢ",
    "u": "υսՍᴜ",
    "v": "νѵᴠᏙ",
    "w": "ԜԝωᴡᎳѡ",
    "x": "ХхΧχ",
    "y": "УуΥүҮγ",
    "z": "ΖᴢᏃ",
}
_RADICALS: Final = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺"
    "⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角"
    "⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦"
    "⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
_STROKES: Final = "㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇖乛㇚亅㇝乀㇟乚㇠乙ー一―一—一─一━一ノ丿"
_KANA: Final = "エ工カ力タ夕ト卜ニ二ハ八ロ口オ才ヘへ囗口曰日"
_SIGNS: Final = "・·•·‧·∙·⋅·●·’'‘'`'“\"”\"–-‐-‑-−-‒-"

TABLE: Final = str.maketrans(
    {char: letter for letter, chars in _LATIN.items() for char in chars}
    | {
        pairs[at]: pairs[at + 1]
        for pairs in (_RADICALS, _STROKES, _KANA, _SIGNS)
        for at in range(0, len(pairs), 2)
    }
)
DROPPED = re.compile("[\\s\u034f\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
"""Spaces, joiners and variation selectors: names that differ in them alone are twins."""


def skeleton(text: str) -> str:
    """One spelling for all texts that look like this one; it is not to be shown."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    plain = DROPPED.sub("", plain).translate(TABLE).casefold()
    return plain.replace("rn", "m").replace("vv", "w")


def first_difference(one: str, other: str) -> tuple[str, str]:
    """The first characters in which two names of one skeleton differ; ("", "") where one of them only has
    more characters."""
    pair = (
        DROPPED.sub("", unicodedata.normalize("NFKC", text)).casefold() for text in (one, other)
    )
    for mine, others in zip(*pair, strict=False):
        if mine != others:
            return mine, others
    return "", ""
