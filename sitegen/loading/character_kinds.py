"""The kinds of characters that readers cannot see, or that each of them sees otherwise, and their names."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from sitegen.problems import Kind, Severity

CONTROL = Kind(
    "text.control-character",
    Severity.ERROR,
    zh="这里有一个看不见的{title}（{character}）",
    en="There is an invisible {title_en} here ({character})",
    fix_zh="多半是从别处粘贴带进来的；请删掉这个位置上的字符，重新输入这几个字",
    fix_en="It probably came with pasted text; delete it and type these characters again",
)
DIRECTION = Kind(
    "text.direction-character",
    Severity.ERROR,
    zh="这里有一个看不见的{title}（{character}），它会打乱文字显示的次序",
    en="There is an invisible {title_en} here ({character}), which changes the order in which text is shown",
    fix_zh="删掉它[[，成为“{right}”]]",
    fix_en="Delete it[[, so that “{right}” is left]]",
)
INVISIBLE = Kind(
    "text.invisible-character",
    Severity.ERROR,
    zh="这里有一个看不见的{title}（{character}），看上去一样的文字成了两样",
    en="There is an invisible {title_en} here ({character}): texts that look the same are different ones",
    fix_zh="删掉它[[，成为“{right}”]]",
    fix_en="Delete it[[, so that “{right}” is left]]",
)
NO_SHAPE = Kind(
    "text.private-character",
    Severity.ERROR,
    zh="这里有一个{title}（{character}），它没有公认的字形，别人看到的多半是方框",
    en="There is a {title_en} here ({character}), which has no shape of its own: most readers see a box",
    fix_zh="换成通用的字或符号[[，成为“{right}”]]",
    fix_en="Replace it by a character that everybody has[[, so that there is “{right}”]]",
)
LEFT_OUT = Kind(
    "text.invisible-left-out",
    Severity.WARNING,
    zh="正文里有看不见的{title}（{character}），共 {count} 个，没有发布；显示的文字不变",
    en="The body has invisible characters ({title_en}, {character}), {count} in all, which are not "
    "published; what is shown stays the same",
    fix_zh="在编辑器里查找这个字符，全部替换为空",
    fix_en="Search for the character in an editor, and replace all by nothing",
)


class Characters(NamedTuple):
    """A range of code points with their name in both languages, and the problem of one in a field."""

    first: int
    last: int
    zh: str
    en: str
    kind: Kind


RANGES: Final = tuple(
    Characters(*row)
    for row in (
        (0x00, 0x9F, "控制字符", "control character", CONTROL),
        (0xAD, 0xAD, "软连字符", "", INVISIBLE),
        (0x34F, 0x34F, "组合用字形连接符", "", INVISIBLE),
        (0x61C, 0x61C, "阿拉伯文方向标记", "", DIRECTION),
        (0x115F, 0x1160, "谚文填充符", "", INVISIBLE),
        (0x17B4, 0x17B5, "高棉文隐含元音", "", INVISIBLE),
        (0x180B, 0x180D, "蒙古文变体选择符", "", INVISIBLE),
        (0x180E, 0x180E, "蒙古文元音分隔符", "", INVISIBLE),
        (0x180F, 0x180F, "蒙古文变体选择符", "", INVISIBLE),
        (0x200B, 0x200B, "零宽空格", "", INVISIBLE),
        (0x200C, 0x200C, "零宽不连字", "", INVISIBLE),
        (0x200D, 0x200D, "零宽连字", "", INVISIBLE),
        (0x200E, 0x200E, "从左到右标记", "", DIRECTION),
        (0x200F, 0x200F, "从右到左标记", "", DIRECTION),
        (0x2028, 0x2028, "行分隔符", "", CONTROL),
        (0x2029, 0x2029, "段落分隔符", "", CONTROL),
        (0x202A, 0x202A, "从左到右嵌入符", "", DIRECTION),
        (0x202B, 0x202B, "从右到左嵌入符", "", DIRECTION),
        (0x202C, 0x202C, "方向格式结束符", "", DIRECTION),
        (0x202D, 0x202D, "从左到右强制符", "", DIRECTION),
        (0x202E, 0x202E, "从右到左强制符", "", DIRECTION),
        (0x2060, 0x2060, "文字连接符", "", INVISIBLE),
        (0x2061, 0x2064, "不可见的数学符号", "", INVISIBLE),
        (0x2065, 0x2065, "保留的格式符", "reserved format character", INVISIBLE),
        (0x2066, 0x2066, "从左到右隔离符", "", DIRECTION),
        (0x2067, 0x2067, "从右到左隔离符", "", DIRECTION),
        (0x2068, 0x2068, "首个强字符隔离符", "", DIRECTION),
        (0x2069, 0x2069, "隔离结束符", "", DIRECTION),
        (0x206A, 0x206F, "停用的格式符", "", INVISIBLE),
        (0x2800, 0x2800, "盲文空白", "", INVISIBLE),
        (0x3164, 0x3164, "谚文填充符", "", INVISIBLE),
        (0xD800, 0xDFFF, "代理码", "surrogate", CONTROL),
        (0xE000, 0xF8FF, "私用区字符", "private-use character", NO_SHAPE),
        (0xFDD0, 0xFDEF, "非字符", "noncharacter", NO_SHAPE),
        (0xFE00, 0xFE0F, "变体选择符", "", INVISIBLE),
        (0xFEFF, 0xFEFF, "零宽不换行空格", "", INVISIBLE),
        (0xFFA0, 0xFFA0, "谚文填充符", "", INVISIBLE),
        (0xFFF0, 0xFFF8, "保留的格式符", "reserved format character", INVISIBLE),
        (0xFFF9, 0xFFFB, "行间注释符", "", INVISIBLE),
        (0xFFFE, 0xFFFF, "非字符", "noncharacter", NO_SHAPE),
        (0x1BCA0, 0x1BCA3, "速记格式符", "", INVISIBLE),
        (0x1D173, 0x1D17A, "乐谱格式符", "", INVISIBLE),
        (0x1FFFE, 0x1FFFF, "非字符", "noncharacter", NO_SHAPE),
        (0x2FFFE, 0x2FFFF, "非字符", "noncharacter", NO_SHAPE),
        (0x3FFFE, 0xDFFFF, "未分配的字符", "unassigned character", NO_SHAPE),
        (0xE0000, 0xE007F, "标签字符", "tag character", INVISIBLE),
        (0xE0080, 0xE00FF, "保留的格式符", "reserved format character", INVISIBLE),
        (0xE0100, 0xE01EF, "变体选择符", "", INVISIBLE),
        (0xE01F0, 0xE0FFF, "保留的格式符", "reserved format character", INVISIBLE),
        (0xE1000, 0xEFFFF, "未分配的字符", "unassigned character", NO_SHAPE),
        (0xF0000, 0x10FFFF, "私用区字符", "private-use character", NO_SHAPE),
    )
)
"""All ranges of such characters, in order; those between are what anybody may write. Tab and LF are in
the first, but are never looked for. An English name is for those that have none in Unicode."""


@lru_cache(maxsize=256)
def range_of(character: str) -> Characters:
    """The range that a character is in, which must be in one."""
    return RANGES[bisect_right(RANGES, ord(character), key=attrgetter("first")) - 1]


def facts_of(character: str) -> dict[str, str]:
    """What to say of such a character: its number, and its name in both languages."""
    row = range_of(character)
    title_en = unicodedata.name(character, "") or row.en or "format character"
    return {"character": f"U+{ord(character):04X}", "title": row.zh, "title_en": title_en}
