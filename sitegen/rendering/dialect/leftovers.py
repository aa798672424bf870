"""Marks of Markdown that readers would see, because they did not do what they were written for."""

from __future__ import annotations

import re
from html import unescape

from sitegen.problems import Kind, Severity
from sitegen.rendering.dialect.findings import Finding, Line

MARK_SHOWN = Kind(
    "markdown.mark-shown",
    Severity.WARNING,
    zh="“{mark}”没有起作用，会照原样显示",
    en="“{mark}” had no effect and is shown as it is",
    fix_zh="记号要成对，里面紧贴文字：**粗体**、~~删去~~、[文字](网址)；就要显示它，前面加 \\",
    fix_en="marks come in pairs, close to the text: **bold**, ~~struck~~, [text](address); or put \\ before",
)
FOOTNOTE_MISSING = Kind(
    "markdown.footnote-missing",
    Severity.WARNING,
    zh="没有脚注 {mark} 的内容，{mark} 会照原样显示",
    en="the footnote {mark} has no text, so that {mark} is shown as it is",
    fix_zh="另起一行写 {mark}: 注文",
    fix_en="write a line {mark}: text",
)
UNSEEN = re.compile(r"<(a|code|pre)\b[^>]*>.*?</\1>|<[^>]*>", re.DOTALL)
MARKS = re.compile(r"\*\*+|~~+|\]\(|\[\^[^\[\]\s]+\]")
CODE = re.compile(r"`[^`]*`")


def leftovers(html: str, lines: list[Line]) -> list[Finding]:
    """A finding for each mark that the HTML still shows, at the first of the lines that has it."""
    if not MARKS.search(html):
        return []
    shown = dict.fromkeys(MARKS.findall(unescape(UNSEEN.sub("\n", html))))
    texts = [CODE.sub("", line.text) for line in lines]
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        for mark in MARKS.findall(text):
            first.setdefault(mark, index)
    findings = []
    for mark in shown:
        at = first.get(mark)
        if at is None and not mark.startswith("[^"):  # perhaps within a longer run of the same mark
            at = next((index for index, text in enumerate(texts) if mark in text), None)
        if at is not None:
            kind = FOOTNOTE_MISSING if mark.startswith("[^") else MARK_SHOWN
            findings.append(Finding(kind, lines[at].number, {"mark": mark}))
    return findings
