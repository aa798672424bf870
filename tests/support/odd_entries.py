"""Random entries, written in all the ways that authors write them: quotes, brackets, comments, indents."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import yaml

from sitegen.authoring.field_descriptions import describe
from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import Record
from sitegen.model.options import Options

ODD_TEXTS = (
    *("潍县萝卜", "0536", "2024-06-01", "是", "~", "null", "no", "1:30", "1e3", "a", "-", "?", ":"),
    *(
        "- 甲",
        "a: b",
        "名称：萝卜",
        "tel：0536",
        "甲 # 乙",
        "#号",
        "a#b",
        "http://a.example/?b=1&c#d",
    ),
    *(
        "'单引号'",
        '"双引号"',
        "it's",
        'say "hi"',
        "“引文”",
        "「引文」",
        " 前有空格",
        "后有空格 ",
        "中  间",
    ),
    *(
        "[甲]",
        "{甲}",
        "鲁政[2016]1号",
        "甲, 乙",
        "甲,乙",
        "甲、乙",
        "甲；乙",
        "&甲",
        "*甲",
        "!甲",
        "%甲",
        "@甲",
    ),
    *(
        "`甲`",
        "|",
        ">",
        "| 甲",
        "> 甲",
        "\\n",
        "C:\\新",
        "制\t表",
        "\t",
        "---",
        "...",
        "--- 甲",
        "<<",
        "=",
    ),
    *(
        "一\n二",
        "一\n\n二",
        "一\n二\n",
        "一\n\n",
        "\n一",
        "一\n  二",
        " 一\n二",
        "- 一\n- 二",
        "# 一\n# 二",
    ),
    *(
        "一 \n二",
        "一\n \n二",
        "a: 1\nb: 2",
        "，开头",
        "：",
        "全角　空格",
        "𠮷野家",
        "ＡＢＣ",
        "x" * 130,
    ),
    *("one word after another " * 6 + "ends", "first  two\nsecond line", "Shouguang", "a b c"),
)
"""Texts that a writer of YAML easily gets wrong; our reader takes all of them."""
PLAIN = re.compile(r"[A-Za-z0-9\u4e00-\u9fff]+(?:[ .-][A-Za-z0-9\u4e00-\u9fff]+)*\Z")


def random_tree(choose: random.Random, collection: str) -> dict[str, Any]:
    """An entry with some of the fields of its collection, never none."""
    model = COLLECTIONS[collection].model
    return _group(choose, model) or {"name": "甲"}


def _group(choose: random.Random, model: type[Record], share: float = 0.4) -> dict[str, Any]:
    group: dict[str, Any] = {}
    fields = list(describe(model, Options(), "zh").values())
    if choose.random() < 0.2:
        choose.shuffle(fields)
    for field in fields:
        if choose.random() < share:
            value = random_value(choose, field)
            if value:
                group[field.name] = value
    return group


def random_value(choose: random.Random, field: Any) -> Any:
    """A value in one of the shapes that a field may have."""
    count = choose.randint(1, 3)
    if field.group is not None:
        groups = [_group(choose, field.group, 0.5) for _ in range(count)]
        groups = [group for group in groups if group]
        return groups if field.is_list else (groups or [""])[0]
    if field.is_list and choose.random() < 0.7:
        return [random_text(choose) for _ in range(count)]
    return "、".join("甲乙丙"[:count]) if field.is_list else random_text(choose)


def random_text(choose: random.Random) -> str:
    return choose.choice(ODD_TEXTS)


class OddWriter:
    """Writes a tree as YAML in a random way; each comment is another text. What a style cannot say is
    written in double quotes."""

    def __init__(self, choose: random.Random) -> None:
        self.choose = choose
        self.comments = 0
        self.dash = choose.choice((0, 2, 2, 4))
        self.step = choose.choice((2, 2, 4))
        self.styles: tuple[str, ...] = ("plain", "plain", "'", '"', "|", ">", "lines")

    def chance(self, share: float) -> bool:
        return self.choose.random() < share

    def text(self, tree: dict[str, Any]) -> str:
        lines = [*self._loose("")]
        for name, value in tree.items():
            lines += [*self._field(name, value, ""), *self._loose("")]
        text = "\n".join(lines)
        # A block text that is the last thing in a file ends as the file does, without a line end too.
        may_end_here = self.chance(0.1) and yaml.load(text, yaml.BaseLoader) == tree
        return text if may_end_here else text + "\n"

    def _comment(self) -> str:
        self.comments += 1
        return f"# 注{self.comments}。{self.choose.choice(('', 'summary: 旧', '- 甲', 'a: b'))}"

    def _loose(self, indent: str) -> list[str]:
        """Comment lines and blank lines."""
        lines = []
        if self.chance(0.2):
            lines.append("")
        if self.chance(0.25):
            lines.append(indent + self._comment())
        if self.chance(0.08):
            lines.append("")
        return lines

    def _behind(self) -> str:
        return f"{self.choose.choice((' ', '   '))}{self._comment()}" if self.chance(0.2) else ""

    def _field(self, name: str, value: Any, indent: str) -> list[str]:
        head = f"{indent}{name}:"
        if isinstance(value, str):
            first, *others = self._scalar(value, indent + " " * self.step, in_flow=False)
            behind = self._behind() if first[:1] not in "|>" or not others else ""
            if others and first[:1] not in "|>":
                others[-1] += behind
                return [f"{head} {first}", *others]
            return [f"{head} {first}{behind}", *others]
        if self.chance(0.35):
            first, *others = self._brackets(value, indent)
            last = self._behind()
            return (
                [f"{head} {first}", *others[:-1], others[-1] + last]
                if others
                else [f"{head} {first}{last}"]
            )
        lines = [head + self._behind()]
        if isinstance(value, dict):
            for inner, member in value.items():
                below = indent + " " * self.step
                lines += [*self._loose(below), *self._field(inner, member, below)]
            return lines
        below = indent + " " * self.dash
        for member in value:
            lines += [*self._loose(below), *self._member(member, below)]
        return lines

    def _member(self, member: Any, indent: str) -> list[str]:
        if isinstance(member, str):
            first, *others = self._scalar(member, indent + "  ", in_flow=False)
            plain = not others
            return [f"{indent}- {first}{self._behind() if plain else ''}", *others]
        if self.chance(0.4):
            return [f"{indent}- {self._flow(member)}{self._behind()}"]
        lines: list[str] = []
        for name, value in member.items():
            written = self._field(name, value, indent + "  ")
            lines += written if not lines else [*self._loose(indent + "  "), *written]
        lines[0] = f"{indent}- {lines[0].lstrip(' ')}"
        return lines

    def _brackets(self, value: Any, indent: str) -> list[str]:
        """A list or group in brackets; in every other case one member a line."""
        if self.chance(0.5):
            return [self._flow(value)]
        below = indent + " " * self.step
        if isinstance(value, dict):
            members = [f"{name}: {self._flow(member)}" for name, member in value.items()]
        else:
            members = [self._flow(member) for member in value]
        lines = ["{" if isinstance(value, dict) else "["]
        for number, member in enumerate(members):
            comma = "," if number < len(members) - 1 or self.chance(0.5) else ""
            lines += [*self._loose(below), f"{below}{member}{comma}{self._behind()}"]
        return [*lines, f"{below}{'}' if isinstance(value, dict) else ']'}"]

    def _flow(self, value: Any) -> str:
        if isinstance(value, str):
            return self._scalar(value, "", in_flow=True)[0]
        comma = self.choose.choice((", ", ",", " , "))
        if isinstance(value, list):
            return f"[{comma.join(map(self._flow, value))}]"
        colon = ": "
        return "{" + comma.join(f"{n}{colon}{self._flow(v)}" for n, v in value.items()) + "}"

    def _scalar(self, text: str, indent: str, *, in_flow: bool) -> list[str]:
        style = self.choose.choice(self.styles)
        is_simple = PLAIN.match(text) is not None
        if style == "plain" and is_simple:
            return [text]
        if style == "'" and "\n" not in text and "\t" not in text:
            return ["'" + text.replace("'", "''") + "'"]
        if style == "lines" and is_simple and " " in text and not in_flow:
            first, *others = text.split(" ")
            return [first, *(indent + other for other in others)]
        parts = text.rstrip("\n").split("\n")
        breaks = len(text) - len(text.rstrip("\n"))
        fits = all(part and part == part.strip() for part in parts) and breaks < 2
        if style in "|>" and fits and not in_flow:
            lines = [line for part in parts for line in (part, *[""] * (style == ">"))]
            lines = lines[:-1] if style == ">" else lines
            shown = [indent + line if line else "" for line in lines]
            return [style + "-" * (not breaks), *shown]
        return [json.dumps(text, ensure_ascii=False)]
