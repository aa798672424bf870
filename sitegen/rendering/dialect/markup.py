"""Tells HTML and attribute lists from text that looks like them, and notes what will not be published."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from sitegen.problems import Kind, Severity
from sitegen.rendering.cleaning import ATTRIBUTES
from sitegen.rendering.dialect.code_spans import code_spans
from sitegen.rendering.dialect.findings import Finding, Line
from sitegen.rendering.dialect.tags import ADDRESS, BLOCKS, EMPTY, tag_at, unpublished
from sitegen.rendering.dialect.tokens import token

MARKUP_LEFT_OUT = Kind(
    "markdown.markup-left-out",
    Severity.WARNING,
    zh="正文里的网页代码有一部分不发布：{names}；文字都保留",
    en="some of the HTML in the body is not published: {names}; all text is kept",
    fix_zh="删去这些代码，改用 Markdown；从 Word 粘贴时选“只保留文本”",
    fix_en="remove it and use Markdown; when pasting from Word, keep the text only",
)
CONTENT_LEFT_OUT = Kind(
    "markdown.content-left-out",
    Severity.ERROR,
    zh="<{tag}> 和它里面的内容不能发布",
    en="<{tag}> and all that stands in it cannot be published",
    fix_zh="删去；其中要给人看的文字移到外面",
    fix_en="remove it; move text that readers should see out of it",
)
COMMENT = Kind(
    "markdown.comment",
    Severity.NOTE,
    zh="注释 <!-- … --> 不发布",
    en="the comment <!-- … --> is not published",
    fix_zh="要给人看的文字移到注释外面",
    fix_en="move text that readers should see out of it",
)
PICTURE_WITHOUT_WORDS = Kind(
    "markdown.picture-without-words",
    Severity.WARNING,
    zh="这张图片没有说明，看不见图的人不知道图上是什么",
    en="this picture has no words: who cannot see it does not know what it shows",
    fix_zh="写成 ![图上是什么](文件名)；纯装饰的用 HTML 写，alt 后面留空",
    fix_en="write ![what it shows](file name); one for decoration only is HTML with an empty alt",
)
TAG_NOT_CLOSED = Kind(
    "markdown.tag-not-closed",
    Severity.WARNING,
    zh="<{tag}> 没有配对的 </{tag}>，从这里到末尾都当作网页代码，Markdown 的写法不起作用",
    en="no </{tag}> ends this <{tag}>: all the rest is taken for HTML, without Markdown",
    fix_zh="补上 </{tag}>，或删去 <{tag}>",
    fix_en="add </{tag}>, or remove <{tag}>",
)
GONE_WITH_CONTENT = frozenset(["script", "style", "template"])
ALT = re.compile(r"\balt\s*=", re.IGNORECASE)
EMPTY_ALT = re.compile(r"!\[\s*\]\(")
MARK = re.compile(r"[<{]")
DECLARATION = re.compile(r"<[!?][^<>]*>")
BRACES = re.compile(r"\{:?([^{}\n]*)\}")
WORD = re.compile(
    r"(?<!\S)(?:#([\w:.-]+)|\.([\w-]+)|([A-Za-z][\w:-]*)=(?:\"[^\"]*\"|'[^']*'|[^\s\"']+))(?!\S)"
)
PUBLISHED = frozenset().union(*ATTRIBUTES.values()) - {"class"}


def look_at_pictures(number: int, text: str) -> list[Finding]:
    """A finding for each picture in a line of a body that is written without words, `![](a.jpg)`."""
    return [
        Finding(PICTURE_WITHOUT_WORDS, number, column=match.start() + 1)
        for match in EMPTY_ALT.finditer(text)
    ]


def settle_markup(lines: list[Line], findings: list[Finding]) -> list[Line]:
    """The lines with every < and { that is text as a token, and with blocks of HTML marked as raw."""
    if not any("<" in line.text or "{" in line.text for line in lines):
        return lines
    reader = _Markup("\n".join(line.text for line in lines), lines, findings)
    reader.read()
    texts = reader.rewritten().split("\n")
    raw = reader.raw_lines()
    return [
        Line(line.number, text, index in raw)
        for index, (line, text) in enumerate(zip(lines, texts, strict=True))
    ]


class _Markup:
    """One body while it is read. Places are offsets in its text; lines count from 0 within."""

    def __init__(self, text: str, lines: list[Line], findings: list[Finding]) -> None:
        self.text = text
        self.numbers = [line.number for line in lines]
        self.starts = [0]
        for line in lines[:-1]:
            self.starts.append(self.starts[-1] + len(line.text) + 1)
        self.last_comment_end = text.rfind("-->")
        self.findings = findings
        self.in_code = False
        self.text_marks: list[int] = []
        self.tags: list[re.Match[str]] = []
        self.left_out: dict[str, int] = {}

    def line_of(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def number_of(self, place: int) -> int:
        return self.numbers[self.line_of(place)]

    def read(self) -> None:
        code = code_spans(self.text)
        span = next(code, None)
        place = 0
        while match := MARK.search(self.text, place):
            start = match.start()
            while span is not None and span[1] <= start:
                span = next(code, None)
            self.in_code = span is not None and span[0] <= start
            place = self._brace(start) if match[0] == "{" else self._angle(start)
        if self.left_out:
            first = min(self.left_out.values())
            names = "、".join(self.left_out)
            self.findings.append(Finding(MARKUP_LEFT_OUT, first, {"names": names}))

    def _note(self, names: Iterable[str], start: int) -> None:
        """Remember what is left out of the mark at `start`; in code nothing is."""
        if not self.in_code:
            for name in names:
                self.left_out.setdefault(name, self.number_of(start))

    def _find(self, kind: Kind, start: int, **facts: str) -> None:
        if not self.in_code:
            self.findings.append(Finding(kind, self.number_of(start), facts))

    def _brace(self, start: int) -> int:
        """Judge a { and return where to go on. Only words such as #id and name=value make a list."""
        braces = BRACES.match(self.text, start)
        words = list(WORD.finditer(braces[1])) if braces else []
        if braces is None or not words or WORD.sub("", braces[1]).strip():
            self.text_marks.append(start)
            return start + 1
        names = ["class" if word[2] else word[3] for word in words]
        self._note((name for name in names if name and name not in PUBLISHED), start)
        return braces.end()

    def _angle(self, start: int) -> int:
        text = self.text
        if tag := tag_at(text, start):
            return self._tag(tag)
        if address := ADDRESS.match(text, start):
            return address.end()
        if text.startswith("<!--", start) and start + 4 <= self.last_comment_end:
            self._find(COMMENT, start)
            return text.find("-->", start + 4) + 3
        if declaration := DECLARATION.match(text, start):
            self._note([declaration[0][:12]], start)
            return declaration.end()
        self.text_marks.append(start)
        return start + 1

    def _tag(self, tag: re.Match[str]) -> int:
        name = tag["name"].lower()
        if name in GONE_WITH_CONTENT:
            if not tag["close"]:
                self._find(CONTENT_LEFT_OUT, tag.start(), tag=name)
        else:
            self._note(unpublished(tag), tag.start())
            if name == "img" and not ALT.search(tag["attributes"]):
                self._find(PICTURE_WITHOUT_WORDS, tag.start())
        if not self.in_code:
            self.tags.append(tag)
        return tag.end()

    def rewritten(self) -> str:
        """The text with tokens for the marks that are text."""
        pieces = []
        end = 0
        for mark in self.text_marks:
            pieces += [self.text[end:mark], token(self.text[mark])]
            end = mark + 1
        return "".join([*pieces, self.text[end:]])

    def raw_lines(self) -> set[int]:
        """The lines from each block of HTML that begins a line to the tag that ends it."""
        raw: set[int] = set()
        opened: re.Match[str] | None = None
        depth = 0
        for tag in self.tags:
            name = tag["name"].lower()
            if opened is None:
                if not tag["close"] and self._begins_block(tag, name):
                    opened, depth = tag, 1
            elif name == opened["name"].lower() and not tag["alone"]:
                depth += -1 if tag["close"] else 1
                if depth == 0:
                    raw.update(range(self.line_of(opened.start()), self.line_of(tag.end()) + 1))
                    opened = None
        if opened is not None:
            start = opened.start()
            raw.update(range(self.line_of(start), len(self.starts)))
            facts = {"tag": opened["name"].lower()}
            self.findings.append(Finding(TAG_NOT_CLOSED, self.number_of(start), facts))
        return raw

    def _begins_block(self, tag: re.Match[str], name: str) -> bool:
        before = tag.start() - self.starts[self.line_of(tag.start())]
        indented = before <= 3 and not self.text[tag.start() - before : tag.start()].strip(" ")
        return indented and name in BLOCKS and name not in EMPTY and not tag["alone"]
