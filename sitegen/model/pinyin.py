"""The pinyin of names: to sort by, to search by, and to propose where an author has written none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from sitegen.model.pinyin_dictionary import READINGS, reading
from sitegen.search.syllables import steady

RUNS = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9]+")
SLUG_LIMIT = 40
LONGEST = 200
"""Of a longer name only the beginning is read for its slug, which is shorter anyway."""
TRADES = frozenset(
    [
        "酒业",
        "药业",
        "种业",
        "茶业",
        "乳业",
        "农业",
        "实业",
        "商业",
        "牧业",
        "渔业",
        "林业",
        "食品",
        "商贸",
        "贸易",
        "工贸",
        "科技",
        "餐饮",
        "饮食",
        "生物",
        "电子",
        "机械",
        "纺织",
        "服饰",
        "工艺品",
        "文化",
        "旅游",
        "发展",
        "控股",
        "投资",
        "生态",
        "粮油",
        "果品",
        "蔬菜",
        "水产",
        "畜牧",
        "养殖",
        "种植",
        "化工",
        "制药",
        "汽车",
        "重工",
        "动力",
        "智能",
        "信息",
        "技术",
        "工程",
        "建设",
        "材料",
        "物流",
        "管理",
        "服务",
        "传媒",
        "园艺",
        "花卉",
        "调味品",
        "酿造",
        "印刷",
        "陶瓷",
        "家居",
        "协会",
        "学会",
        "商会",
        "合作社",
        "专业合作社",
        "集团",
        "公司",
    ]
)
"""Words that stand at the end of the names of firms and say what they do or are."""


def plain_reading(name: str) -> str:
    """`plain(reading(name))`, without the dictionary where no character has a second reading."""
    known = _steady()
    try:
        return " ".join([known[char] for char in name])
    except KeyError:
        return plain(reading(name))


@cache
def _steady() -> dict[str, str]:
    known = steady()
    for name, pinyin in READINGS.items():
        for char, syllable in zip(name, plain(pinyin).split(), strict=True):
            if known.get(char) != syllable:
                known.pop(char, None)
    return known


def plain(pinyin: str) -> str:
    """Lower-case letters, digits and single spaces: tone marks gone, ü as v."""
    text = pinyin.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFD", text).replace("u\u0308", "v")
        text = "".join([char for char in text if not unicodedata.combining(char)])
    return " ".join(re.findall(r"[a-z0-9]+", text))


def place_at_start(run: str, places: Iterable[str]) -> str:
    """The longest of `places` with which a name begins, "" where it begins with none."""
    return max((p for p in places if p != run and run.startswith(p)), key=len, default="")


def slug(name: str, places: Iterable[str] = (), read: Callable[[str], str] = plain_reading) -> str:
    """An id to propose for a name, "" where there is none: 青溪雪梨 → `qingxi-xueli`.

    One of `places` at the start is a word of its own, and so is each of `TRADES` at the end. The other
    characters are joined in pairs, as most Chinese words have two; of an odd number the last three are
    joined: 黄鹤楼酒业 → `huanghelou-jiuye`.
    """
    words: list[str] = []
    for run in RUNS.findall(unicodedata.normalize("NFKC", name[:LONGEST])):
        if run.isascii():
            words.append(run.lower())
            continue
        head = len(place_at_start(run, places))
        syllables = read(run).split()
        if len(syllables) != len(run):  # some character has no reading, and we cannot know which
            words += syllables
            continue
        words += ["".join(syllables[:head])] if head else []
        trades = _trades(run[head:])
        end = len(run) - sum(map(len, trades))
        rest = syllables[head:end]
        cuts = list(range(0, max(len(rest) - 1, 1), 2))
        ends = [*cuts[1:], len(rest)]
        words += ["".join(rest[start:end]) for start, end in zip(cuts, ends, strict=True)]
        for trade in trades:
            words.append("".join(syllables[end : end + len(trade)]))
            end += len(trade)
    while len("-".join(words)) > SLUG_LIMIT:
        words.pop()
    return "-".join(word for word in words if word)


def _trades(name: str) -> list[str]:
    """The trades at the end of a name of which something else is left, in their order."""
    found: list[str] = []
    while True:
        ends = [trade for trade in TRADES if name.endswith(trade) and len(name) > len(trade) + 1]
        if not ends:
            return found
        longest = max(ends, key=len)
        found.insert(0, longest)
        name = name.removesuffix(longest)


def filed_under(sort: str) -> str:
    """The letter under which a name of this plain reading is filed: A–Z, or # for none."""
    letter = sort[:1].upper()
    return letter if "A" <= letter <= "Z" else "#"
