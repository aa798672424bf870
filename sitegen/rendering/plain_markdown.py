"""A quick route for plain Markdown: paragraphs, headings, flat lists, tables, strong, links.

`convert` gives exactly the HTML of Python-Markdown with our dialect. Where the text contains
anything else, or anything that its author should be told of, it gives None, and Python-Markdown must
convert it. Tests compare the two for every real body and for generated ones (decision 0005).
"""

from __future__ import annotations

import re

UNKNOWN = re.compile(
    r"[\\<>&`_~{}\t\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff!^｜＊☐☑]"
)
NUMERAL = "一二三四五六七八九十百零〇"
UNKNOWN_LINE = re.compile(
    r"\n(?=[ =\-*+\[#\d－—–─━＊＿═＋＃＞•·●○◆◇■▪▫◦‣⁃➢➤\uf06c\uf0a7\uf0b7\uf0d8\uf0fc"
    rf"（({NUMERAL}第①-⒛㈠-㈩㊀-㊉❶-❿➀-➓☐☑☒□√✓✔★☆※])"
    r"(?: |(?:[=-]+|[-*] ?[-*] ?[-*][-* ]*)(?=\n)|\[[^\]\n]*\]:|[*+] |\d+\) |#+(?![#\s])|#{7}"
    r"|[－—–─━＊＿═＋＃＞•·●○◆◇■▪▫◦‣⁃➢➤\uf06c\uf0a7\uf0b7\uf0d8\uf0fc]|\*[\u3400-\u9fff《“「]"
    rf"|(?=\d+(?:[．、)）]|\.(?! ))|[（(]|[{NUMERAL}]{{1,4}}、|第|[①-⒛㈠-㈩㊀-㊉❶-❿➀-➓☐☑☒□√✓✔★☆※])"
    r"(?:(?<=[^\n]\n)|[^\n]*\n(?!\n|\Z)))"
)
"""Beginnings of lines that are left to Python-Markdown; the last ones only beside other text.

The first set is of all their first characters: it passes over most lines at once.
"""
RUNS_ON = re.compile(r"[/=_%&?#+-][\u3400-\u9fff]")
ADDRESS = re.compile(r"https://[!-~]*")
STRONG = re.compile(r"\*\*([^*\s\[\]()](?:[^*\n\[\]()]*[^*\s\[\]()])?)\*\*")
LINK = re.compile(r"\[([^\[\]()*\n]+)\]\(([^\s()<>\[\]\"'*|]+)\)")
HEADING = re.compile(r"(#{1,6}) ([^#\n*\[\]]*[^#\s*\[\]])\Z")
ITEM = r"(?![-+#＃|= ]|\*(?!\*)|\*\*\*|\d+\.)(.+)\Z"
BULLET = re.compile("- " + ITEM)
NUMBER = re.compile(r"(\d{1,3})\. " + ITEM)
STARTS_LIST = re.compile(r"(?:[-*+]|\d+\.)(?:\s|\Z)")
SEPARATOR = re.compile(r"\|(?: ?:?-+:? ?\|)+\Z")
NOT_IN_ID = re.compile(r"[^\w\s-]")
GAPS = re.compile(r"[-\s]+")


def convert(source: str) -> str | None:
    """The HTML of `source`, or None where Python-Markdown must convert it."""
    text = source.strip("\n")
    if (
        UNKNOWN.search(text)
        or " \n" in text
        or text.endswith(" ")
        or "*[" in text
        or "～～" in text
        or ("://" in text and not _addresses_are_plain(text))
        or "\n\n\n" in text
        or UNKNOWN_LINE.search(f"\n{text}\n")
    ):
        return None
    html_blocks: list[str] = []
    ids: set[str] = set()
    previous_kind = ""
    for block in text.split("\n\n"):
        kind, html = _block(block, ids)
        if html is None or (kind == previous_kind and kind in ("list", "table")):
            return None
        html_blocks.append(html)
        previous_kind = kind
    return "\n".join(html_blocks)


def _addresses_are_plain(text: str) -> bool:
    """Whether all addresses are of https, and surely none has Chinese text directly after it."""
    return text.count("://") == text.count("https://") and not RUNS_ON.search(text)


def _block(block: str, ids: set[str]) -> tuple[str, str | None]:
    """(kind, HTML) of a block; the HTML is None where Python-Markdown must convert the text.

    `ids` are those of the headings so far; a new heading adds its own.
    """
    first = block[:1]
    if first == "#":
        return "heading", _heading(block, ids)
    if first == "|":
        return "table", _table(block.split("\n"))
    lines = block.split("\n")
    if STARTS_LIST.match(block):
        return "list", _list(lines)
    if any(line[:1] in "-#|" or STARTS_LIST.match(line) for line in lines) or "|" in block:
        return "paragraph", None
    inline = _inline(block)
    return "paragraph", None if inline is None else f"<p>{inline}</p>"


def _heading(block: str, ids: set[str]) -> str | None:
    match = HEADING.match(block)
    if not match:
        return None
    level = min(len(match[1]) + 1, 6)
    words = match[2].strip()
    identifier = GAPS.sub("-", NOT_IN_ID.sub("", words).strip().lower())
    if not identifier or identifier in ids:
        return None
    ids.add(identifier)
    return f'<h{level} id="{identifier}">{words}</h{level}>'


def _list(lines: list[str]) -> str | None:
    bullets = lines[0].startswith("-")
    pattern, tag = (BULLET, "ul") if bullets else (NUMBER, "ol")
    items = []
    for number, line in enumerate(lines, start=1):
        match = pattern.match(line)
        if match is None or (not bullets and match[1] != str(number)):
            return None
        inline = _inline(match[match.lastindex or 1])
        if inline is None:
            return None
        items.append(f"<li>{inline}</li>\n")
    return f"<{tag}>\n{''.join(items)}</{tag}>"


def _table(lines: list[str]) -> str | None:
    if len(lines) < 3 or not SEPARATOR.match(lines[1]) or not all(_is_row(line) for line in lines):
        return None
    if any(not line.strip("|:- ") for line in lines[2:]):
        return None  # another table may begin there
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]
    width = len(rows[0])
    if width < 2 or any(len(row) != width for row in rows):
        return None
    alignments = [_align(cell) for cell in rows[1]]
    head = _row(rows[0], alignments, "th")
    body_rows = [_row(row, alignments, "td") for row in rows[2:]]
    if head is None or any(row is None for row in body_rows):
        return None
    body_html = "".join(row for row in body_rows if row is not None)
    return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{body_html}</tbody>\n</table>"


def _is_row(line: str) -> bool:
    return line.startswith("|") and line.endswith("|") and len(line) > 2


def _align(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    word = "center" if left and right else "left" if left else "right" if right else ""
    return f' align="{word}"' if word else ""


def _row(cells: list[str], alignments: list[str], tag: str) -> str | None:
    cells_html = []
    for cell, align_attribute in zip(cells, alignments, strict=True):
        inline = _inline(cell)
        if inline is None:
            return None
        cells_html.append(f"<{tag}{align_attribute}>{inline}</{tag}>\n")
    return f"<tr>\n{''.join(cells_html)}</tr>\n"


def _inline(text: str) -> str | None:
    """Text with strong and links converted; None if asterisks or brackets remain."""
    if "*" not in text and "[" not in text and "]" not in text:
        return text
    linked = LINK.sub(r'<a href="\2">\1</a>', text)
    strong = STRONG.sub(r"<strong>\1</strong>", linked)
    without_tags = re.sub(r"<[^>]*>", "", strong)
    if re.search(r"[*\[\]]", without_tags):
        return None
    if "://" in text and any("*" in address for address in ADDRESS.findall(linked)):
        return None
    return strong
