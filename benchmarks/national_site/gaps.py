"""What the data lacks or contradicts, grouped by kind, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator

EXAMPLES = 3
KINDS = (
    "没有省份",
    "没有城市",
    "没有区县",
    "没有保护范围",
    "没有公告日期，只有年份",
    "日期和年份都没有",
    "没有公告号",
    "没有公告正文",
    "没有感官特色",
    "没有申请人",
    "不认识的发布机关，这一行没有写进认定记录",
    "不认识的发文机关，文号网址用摘要代替",
    "同一公告写了不同的日期，取最早的",
    "证书号代替了公告号，按证书号的年份并成一份",
    "一个证书号有两个名称",
    "城市在区划代码表里找不到",
    "区县没有代码，按名称找到了",
    "区县没有代码，按名称也找不到，只记到城市",
    "区县代码已经停用，换成现在的区县",
    "区县代码不在代码表里，当作功能区",
    "地点只有上游数据的说法，公告没有写",
    "同名的几份公告，省份不同",
    "同名的几份公告，区县不同",
    "同名的几份公告，申请人不同，取最近的",
    "同名的几份公告，保护范围说法不一",
    "公告正文里是另一个名称",
    "名称里带着公告的附注",
    "名称不同而读音相同，编号加了区县",
    "有读不出的字，写作 □",
    "经纬度的 ′ 和 ″ 成了 ?，已改回",
    "理化指标没有把握，没有写",
    "地名的拼音与代码表不同，用代码表的",
)


class Gaps:
    """Counts by kind, with the first examples of each. Kinds are printed in the order above."""

    def __init__(self) -> None:
        self._examples: dict[str, list[str]] = {kind: [] for kind in KINDS}

    def add(self, kind: str, example: str) -> None:
        self._examples[kind].append(example)

    def count(self, kind: str) -> int:
        return len(self._examples[kind])

    def lines(self) -> Iterator[str]:
        for kind, examples in self._examples.items():
            if examples:
                yield f"{kind}：{len(examples)} 处，如 {'；'.join(examples[:EXAMPLES])}"
