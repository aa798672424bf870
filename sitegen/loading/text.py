"""The bytes of a file become text with LF line ends, without characters that deceive (`characters`).

A text is strict UTF-8, or else GB18030, which Excel and Notepad on a Chinese Windows still save as
"ANSI"; the author gets a note then.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import Final

from sitegen.loading import conflict_marks, piled_marks
from sitegen.loading.characters import settle
from sitegen.loading.needed_characters import SUSPECT
from sitegen.problems import Kind, Location, Problem, Severity

LIMIT: Final = 1 << 20

GB18030 = Kind(
    "text.gb18030",
    Severity.NOTE,
    zh="文件不是 UTF-8 编码，已按 GB18030（即 GBK、“ANSI”）读取",
    en="The file is not UTF-8; it was read as GB18030 (GBK, “ANSI”)",
    fix_zh="文字若有错乱，请另存为 UTF-8；在 Excel 里选“CSV UTF-8（逗号分隔）”",
    fix_en="If characters look wrong, save it as UTF-8; in Excel choose “CSV UTF-8”",
)
UTF_16 = Kind(
    "text.utf-16",
    Severity.ERROR,
    zh="文件是 {encoding} 编码，本站读不了",
    en="The file is encoded in {encoding}, which is not read here",
    fix_zh="请用记事本打开，另存为，编码选 UTF-8",
    fix_en="Open it in an editor and save it as UTF-8",
)
BINARY = Kind(
    "text.binary",
    Severity.ERROR,
    zh="这不是文本文件，里面有空字节",
    en="This is not a text file: it holds NUL bytes",
    fix_zh="可能是 Excel、Word 或图片文件改了扩展名；请换成真正的文本文件，图片放到 content/media",
    fix_en="Perhaps an Excel, Word or image file was renamed; put a text file here, images in "
    "content/media",
)
TOO_LARGE = Kind(
    "text.too-large",
    Severity.ERROR,
    zh="文件有 {size} 字节，超过了 {limit} 字节的上限",
    en="The file has {size} bytes; the limit is {limit}",
    fix_zh="请拆成几个文件；图片不要粘贴在文字里，放到 content/media",
    fix_en="Split it into several files; keep images in content/media, not inside the text",
)
BROKEN = Kind(
    "text.broken",
    Severity.ERROR,
    zh="从这里起文字编码有损坏，认不出是什么字",
    en="The encoding is damaged from here on; the characters cannot be told",
    fix_zh="请找回原来的文件，或者改好这一处后另存为 UTF-8",
    fix_en="Take the original file, or correct this spot and save as UTF-8",
)
UNICODE_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(
    data: bytes, file: str, *, limit: int = LIMIT, body_start: Callable[[str], int] = len
) -> tuple[str | None, list[Problem]]:
    """The text of a file with LF line ends and without its byte order mark.

    `body_start` gives the index of a text at which its body begins, from which on what changes nothing that
    is seen is left out. None exactly when one of the problems is an error.
    """
    if len(data) > limit:
        facts = {"size": f"{len(data):,}", "limit": f"{limit:,}"}
        return None, [Problem(TOO_LARGE, Location(file), facts)]
    for mark, encoding in UNICODE_MARKS:
        if data.startswith(mark):
            return None, [Problem(UTF_16, Location(file, 1, 1), {"encoding": encoding})]
    if b"\0" in data:
        return None, [Problem(BINARY, _place(data, data.index(b"\0"), file))]
    text, problems = _characters(data, file)
    if text is None:
        return None, problems
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if SUSPECT.search(text):
        text, found = settle(text, file, body_start(text))
        problems += found
    problems += piled_marks.problems(text, file)
    problems += conflict_marks.problems(text, file)
    if any(problem.kind.severity is Severity.ERROR for problem in problems):
        return None, problems
    return text, problems


def _characters(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8"), []
    except UnicodeDecodeError as error:
        broken = Problem(BROKEN, _place(body, error.start, file))
    if len(body) < len(data) or _is_damaged_utf_8(body):
        return None, [broken]
    try:
        return body.decode("gb18030"), [Problem(GB18030, Location(file))]
    except UnicodeDecodeError:
        return None, [broken]


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most of the text is good UTF-8. Read as GB18030 it would be nonsense without any error."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    good = sum(1 for character in text if character >= "\u0800") - damaged
    return good > damaged


def _place(data: bytes, index: int, file: str) -> Location:
    before = data[:index].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Location(file, before.count(b"\n") + 1, column)
