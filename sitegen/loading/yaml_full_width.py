"""Full-width punctuation, typed with a Chinese input method where YAML needs the half-width one.

libyaml takes `name：潍县萝卜` for plain text. It complains one line later or not at all, so we look for
the colon ourselves to show the author the right place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.problems import Kind, Severity

COLON = Kind(
    "yaml.full-width-colon",
    Severity.ERROR,
    zh="字段名后面的冒号是全角的“：”",
    en="The colon after this field name is a full-width one",
    fix_zh="切换到英文输入法，改成半角冒号加一个空格；如果它就是文字内容，请加上半角双引号",
    fix_en="Type an ordinary colon and a space; if it is part of the text, put the text in quotes",
)
NO_SPACE = Kind(
    "yaml.no-space-after-colon",
    Severity.ERROR,
    zh="字段名后面的冒号和内容之间没有空格",
    en="There is no space between the colon and the value",
    fix_zh="请在冒号后面加一个空格",
    fix_en="Put a space after the colon",
)
WIDE_SPACE = Kind(
    "yaml.full-width-space-after-colon",
    Severity.ERROR,
    zh="字段名的冒号后面是全角空格，不是半角空格",
    en="After the colon of this field stands a full-width space, not an ordinary one",
    fix_zh="切换到英文输入法，把它改成一个半角空格",
    fix_en="Replace it by an ordinary space",
)
HASH = Kind(
    "yaml.full-width-hash",
    Severity.ERROR,
    zh="注释开头的井号是全角的“＃”",
    en="The hash that begins this comment is a full-width one",
    fix_zh="切换到英文输入法，改成半角的“#”加一个空格",
    fix_en="Type an ordinary “#” and a space",
)
BRACKET = Kind(
    "yaml.full-width-bracket",
    Severity.ERROR,
    zh="开头的括号是半角的，这里的“{character}”却是全角的",
    en="The opening bracket is half-width, but “{character}” here is full-width",
    fix_zh="切换到英文输入法，把这个括号改成半角的",
    fix_en="Type an ordinary bracket",
)
COMMA = Kind(
    "yaml.full-width-comma",
    Severity.ERROR,
    zh="两项之间的逗号是全角的“，”",
    en="The comma between these two items is a full-width one",
    fix_zh="切换到英文输入法，改成半角逗号加一个空格",
    fix_en="Type an ordinary comma and a space",
)
QUOTE = Kind(
    "yaml.full-width-quote",
    Severity.ERROR,
    zh="开头的引号是半角的，结尾的“{character}”却是中文引号",
    en="The opening quote is a straight one, but “{character}” at the end is not",
    fix_zh="请把结尾的引号改成和开头一样的半角引号",
    fix_en="Close it with the same straight quote",
)
SPACE = Kind(
    "yaml.full-width-space",
    Severity.ERROR,
    zh="字段名的前面或后面有全角空格",
    en="There is a full-width space before or after this field name",
    fix_zh="请删掉它；缩进只能用半角空格",
    fix_en="Remove it; indent with ordinary spaces only",
)
START: Final = r"[ ]*(?:-[ ]+)*"
# Names of fields are lower-case ASCII: `tel：…` on a line of its own is a slip, `注意：…` is prose.
FIELD_NAME = re.compile(START + r"[a-z][a-z0-9_]+[ ]*(：)")
ANY_NAME = re.compile(START + r"[^\s：，。；、！？“”\"'#\[\]{}]{1,20}[ \u3000]*(：)")
NAME_AGAINST_VALUE = re.compile(START + r"[a-z][a-z0-9_]*(:)(?=[^ \t\n/])")
COMMA_BEFORE_FIELD = re.compile("，(?= *[a-z][a-z0-9_]*:)")
CLOSING_BRACKETS = re.compile("[］】｝]")
CLOSING_QUOTES: Final = "”’＂＇"
QUOTATIONS: Final = ("“”", "‘’", "＂＂")


def is_line_start(line: str, column: int) -> bool:
    """Whether only indentation and list dashes stand before the column."""
    return not line[:column].strip(" -")


def unnoticed(
    lines: Sequence[str], start: tuple[int, int], end_line: int
) -> Iterator[tuple[int, int]]:
    """The colons of lines `field_name：…` in a plain value, which libyaml took for text.

    Places are (line, column), both from 0.
    """
    line, column = start
    first = line if is_line_start(lines[line], column) else line + 1
    for number in range(first, min(end_line + 1, len(lines))):
        match = FIELD_NAME.match(lines[number])
        if match:
            yield number, match.start(1)


def wrong_colon(line: str, *, continues: bool) -> tuple[Kind, int] | None:
    """The wrong colon of a line that was meant as a field, and its column.

    `continues` says that the line continues a value: then it has to look more like a field, since it
    may well be prose.
    """
    full_width = (FIELD_NAME if continues else ANY_NAME).match(line)
    against = NAME_AGAINST_VALUE.match(line)
    if against and (not full_width or against.start(1) < full_width.start(1)):
        wide = line[against.end(1)] in "\u3000\xa0"
        return (WIDE_SPACE if wide else NO_SPACE), against.start(1)
    return (COLON, full_width.start(1)) if full_width else None


def wrong_name(name: str) -> tuple[Kind, int, str] | None:
    """What is wrong in a non-ASCII field name: the kind, the index and the character."""
    for index, character in enumerate(name):
        if character == "：":
            return COLON, index, character
        if character in "\u3000\xa0" and index in (0, len(name) - 1):
            return SPACE, index, character
    return None


def is_quotation(text: str) -> bool:
    """Whether the whole of a text is one quotation, as of somebody who meant YAML's quotes."""
    pair = text[:1] + text[-1:]
    return len(text) > 1 and pair in QUOTATIONS and not set(pair) & set(text[1:-1])


def wrong_closing_quote(line: str) -> int | None:
    """The column of a Chinese quote that ends the line and closes no Chinese quotation."""
    text = line.rstrip()
    if not text or text[-1] not in CLOSING_QUOTES:
        return None
    balanced = text.count("“") == text.count("”") and text.count("‘") == text.count("’")
    straight = text[-1] in "＂＇"
    return len(text) - 1 if straight or not balanced else None
