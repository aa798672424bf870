"""Jinja's messages in Chinese: it has them in English only."""

from __future__ import annotations

import re

MESSAGES: tuple[tuple[str, str], ...] = (
    (r"'([^']+)' is undefined", "没有“{0}”这个名称"),
    (r"'[^']+' has no attribute '([^']+)'", "没有“{0}”这一项"),
    (r"the template '([^']+)' \(imported on line \d+ in '[^']+'\) does not export the requested name "
     r"'([^']+)'", "{0} 里没有“{1}”"),
    (r"No (filter|test) named '([^']+)'(?: found)?\.?", "没有“{1}”这个{0}"),
    (r"Encountered unknown tag '([^']+)'\..*", "没有“{0}”这个标签，或它前面的标签没有结束"),
    (r"Unexpected end of template\..*", "模板到头了，还有标签没有结束，如少写了 endif、endfor"),
    (r"unexpected end of template, expected '?([^']+)'?\.?", "模板到头了，还少“{0}”"),
    (r"expected token '?(.+?)'?, got '?(.+?)'?", "这里应当是“{0}”，写成了“{1}”"),
    (r"Expected an expression, got '?(.+?)'?", "这里少一个值，写成了“{0}”"),
    (r"unexpected '(.+)', expected '(.+)'", "这里应当是“{1}”，写成了“{0}”"),
    (r"unexpected '(.+)'", "多了“{0}”"),
    (r"unexpected char '(.+)' at \d+", "不能用“{0}”这个字符"),
    (r"block '([^']+)' defined twice", "“{0}”这个块写了两次"),
    (r"(?:tag name expected|invalid syntax .*|expected .*)", "标签的写法不对"),
    (r"macro '([^']+)' takes no keyword argument '([^']+)'", "宏“{0}”没有“{1}”这个参数"),
    (r"macro '([^']+)' takes not more than (\d+) argument\(s\)", "宏“{0}”最多 {1} 个参数"),
    (r"Missing end of (.+) tag", "“{0}”没有结束"),
)  # fmt: skip
"""A message as a pattern, and what it means; braces stand for the groups of the pattern."""
TERMS = {
    "filter": "过滤器",
    "test": "判断",
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "begin of print statement": "{{",
    "end of template": "模板的末尾",
    "name": "名称",
    "comment": "注释",
    "integer": "整数",
    "float": "小数",
    "string": "一段文字",
}
"""Jinja's own terms."""


def in_chinese(message: str) -> str:
    """What a message of Jinja means; an unknown one is quoted."""
    for pattern, meaning in MESSAGES:
        found = re.fullmatch(pattern, message.strip(), re.DOTALL)
        if found:
            return meaning.format(*(TERMS.get(group, group) for group in found.groups()))
    return f"出错的原话是“{message}”"


def facts(message: str) -> dict[str, str]:
    """The message in both languages, for a problem."""
    return {"message": in_chinese(message), "message_en": message}
