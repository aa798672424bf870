"""The figures of 理化指标, read only where nothing is left to guess.

A passage is taken whole or not at all: one clause that is not `name, relation, number, unit`, two
figures of one name (varieties, grades) or a lost character, and nothing of it is written.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

PASSAGE = re.compile(
    r"理化(?:指标|特征|特色|要求)(?:特性)?[:：。.]?\s*(.*?)"
    r"(?=(?:\d|[一二三四五六七八九])?[.．、]?\s*(?:产品)?安全(?:及|与|要求|指标)|（[二三四五六七八九]）|[三四]、|\Z)",
    re.S,
)
NUMBER = r"\d+(?:\.\d+)?"
UNITS = (
    "%", "‰", "℃", "°", "度", "分", "级", "个", "g", "kg", "mg", "μg", "cm", "mm", "mL", "min", "N", "克", "千克",
    "毫克", "厘米", "毫米", "g/100g", "mg/100g", "μg/100g", "IU/100g", "kJ/100g", "g/kg", "mg/kg", "μg/kg",
    "g/100mL", "mg/100mL", "g/100ml", "mg/100ml", "g/L", "mg/L", "μg/L", "mg/g", "μg/g", "g/mL", "mg/mL",
    "g/ml", "mg/ml", "g/cm3", "kg/cm2",
)  # fmt: skip
UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
RELATIONS = {
    "≥": "≥", "≧": "≥", "≤": "≤", "≦": "≤", ">": ">", "<": "<", "=": "=", "不低于": "≥", "不少于": "≥", "不小于": "≥",
    "不高于": "≤", "不超过": "≤", "不大于": "≤", "大于": ">", "高于": ">", "小于": "<", "低于": "<", "为": "=",
}  # fmt: skip
RELATION = "|".join(sorted(RELATIONS, key=len, reverse=True))
NAME = (
    r"(?:pH|V[A-Ec]|[\u4e00-\u9fff]{1,14}?(?:[A-E]|[BDK]\d{1,2}|pH)?[\u4e00-\u9fff]{0,8}?)(?:值|含量)?"
    r"(?:\((?!(?:克|毫克|千克|厘米|毫米|个|度)\))(?=[^()]*[\u4e00-\u9fff])[^()\d%/℃]{1,16}\))?"
)
BOUND = re.compile(
    rf"(?P<name>{NAME})(?:为)?(?P<op>{RELATION})(?P<value>{NUMBER})(?P<unit>{UNIT})?(?P<up>以上|以下)?"
)
SPAN = re.compile(
    rf"(?P<name>{NAME})(?:为|在|=)?(?P<low>{NUMBER})(?P<first>{UNIT})?(?:~|至|到|-|–|—)"
    rf"(?P<high>{NUMBER})(?P<unit>{UNIT})?(?:之间)?"
)
MEASURED = re.compile(
    r"(?:[分份糖酸质白肪维物量率重度比径长宽厚粗钙铁锌硒钾镁磷钠锰铜氮硫碘素酚碱苷甙油醇酯酮胶盐酶水粉肽精烃烯醛脂值价总]"
    r"|维生素[A-EK]\d{0,2}|V[A-Ec]|pH|末|末茶|碎茶|[粒果]数|[株体]高|[A-Z])\Z"
)
"""What a name ends in that stands for itself; 边缘 ≥ 8.5% leans on the clause before it."""

UNCLEAR = re.compile(
    r"[每约达富其级类型号或和与及比远含是占第近平均最范为在]|左右|以内|(?:公|母|雌|雄)[鸡鸭鹅猪羊牛蟹]|指标|项目|要求|检测|测[出定]"
)
"""In a name these say that the clause is a sentence, a grade, a kind or a share of something."""

CLEAR = re.compile(r"含[水糖油量]|饱和|(?:固酸|糖酸|长宽)比")
"""Words of a name that hold one of those and mean none of it."""

CONTAINS = re.compile(r"^含有?(?!.{1,3}?[量率])")

Measure = dict[str, str]


def passage(text: str) -> str:
    """What stands under 理化指标, "" where there is no such heading."""
    match = PASSAGE.search(text)
    return match[1].strip() if match else ""


def parse(text: str, name: str) -> tuple[Measure, ...]:
    """The figures of a passage about the product `name`; none where one of them is not certain."""
    plain = unicodedata.normalize("NFKC", text).replace("°C", "℃").replace("ug/", "μg/")
    if re.search(r"[?□±×^]|\d\s+\d", plain):
        return ()
    groups: list[list[Measure]] = []
    for sentence in re.split(r"[。;]", re.sub(r"\s", "", plain)):
        if not re.search(r"\d", sentence):
            continue
        groups.append([])
        for clause in re.split(r"[,、]", sentence.removesuffix("等")):
            measure = _clause(CONTAINS.sub("", clause.removeprefix(name)))
            if measure is None:
                return ()
            groups[-1].append(measure)
    names = [measure["name"] for group in groups for measure in group]
    several = any(len(group) > 1 for group in groups)
    if len(set(names)) < len(names) or (several and _kinds([g[0]["name"] for g in groups])):
        return ()
    return tuple(measure for group in groups for measure in group)


def _kinds(firsts: list[str]) -> bool:
    """Whether groups begin alike but for what they are about: 鲜莲水份 …；干莲水份 …"""
    heads = [name.partition("（")[0].removesuffix("含量")[-2:] for name in firsts]
    return len(set(heads)) < len(heads)


def _clause(clause: str) -> Measure | None:
    bound = BOUND.fullmatch(clause)
    if bound and _is_clear(bound["name"]):
        op = RELATIONS[bound["op"]]
        if bound["up"]:
            op = {"以上": "≥", "以下": "≤"}[bound["up"]] if op == "=" else ""
        return _measure(bound["name"], op, bound["value"], bound["unit"]) if op else None
    span = SPAN.fullmatch(clause)
    if span and _is_clear(span["name"]):
        low, high = span["low"], span["high"]
        differ = span["first"] not in (None, span["unit"])
        if differ or Decimal(low) >= Decimal(high) or re.search(r"[BDK]\d*\Z", span["name"]):
            return None
        return _measure(span["name"], "range", f"{low}～{high}", span["unit"])
    return None


def _is_clear(name: str) -> bool:
    bare = name.partition("(")[0].removesuffix("含量")
    return bool(MEASURED.search(bare)) and not UNCLEAR.search(CLEAR.sub("", bare))


def _measure(name: str, op: str, value: str, unit: str | None) -> Measure:
    shown = name.replace("(", "（").replace(")", "）")
    return {"name": shown, "op": op, "value": value, "unit": unit or ""}
