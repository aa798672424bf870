"""Rewrites the lines of a body so that Python-Markdown finds the blocks that the author meant.

It goes by the first mark of each line, by its indentation and by what stands above. In the result
blocks are apart by blank lines and lists nest by four spaces, whatever the author's indentation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.problems import Kind, Severity
from sitegen.rendering.dialect import line_kinds as kinds
from sitegen.rendering.dialect import tables
from sitegen.rendering.dialect.findings import Finding, Line
from sitegen.rendering.dialect.labels import Labels
from sitegen.rendering.dialect.slips import mend
from sitegen.rendering.dialect.tokens import token

LINE_UNDER_TEXT = Kind(
    "markdown.line-under-text",
    Severity.WARNING,
    zh="文字下面紧接一行短线：这里当作分隔线，上面的文字不是标题",
    en="a line of dashes right under text: it is taken for a separator, and the text for no heading",
    fix_zh="作分隔线，就在它前面空一行；作标题，就删去短线，写成“## 标题”",
    fix_en="for a separator leave a blank line before it; for a heading remove it and write “## Heading”",
)
LINE_OF_EQUALS = Kind(
    "markdown.line-of-equals",
    Severity.WARNING,
    zh="文字下面紧接一行等号：上面的文字当作标题，等号不显示",
    en="a line of = right under text: the text is taken for a heading, and the line is not shown",
    fix_zh="作标题，写成“# 标题”，删去等号；只是分隔，就在它前面空一行，写成 ---",
    fix_en="for a heading write “# Heading” and remove the line; for a separator write --- below a blank line",
)
HASH_SHOWN = Kind(
    "markdown.hash-shown",
    Severity.WARNING,
    zh="“{text}”的“#”会照原样显示，不当作标题",
    en="the # of “{text}” is shown as it is: it is taken for no heading",
    fix_zh="作标题，就在 # 后面空一格，前面空一行；作文字，就在 # 前面加 \\",
    fix_en="for a heading write a space behind # and leave a blank line before it; or put \\ before #",
)
DEEPEST_QUOTE = 12
BLANK, TEXT, ITEM, OTHER = "blank", "text", "item", "other"


class Open(NamedTuple):
    """A list item, or a footnote, that further lines may belong to. `indent` is that of its mark, of which `end`
    is the last character: -, ., or ) of an item."""

    indent: int
    end: str
    footnote: bool = False


class Layout:
    """The lines made so far, and what the next one may continue.

    `labels` are the labels in square brackets of the whole body. `heads` tells whether the last line
    stands above the next one, as a numbered heading does.
    """

    def __init__(self, findings: list[Finding], labels: Labels, quotes: int = 0) -> None:
        self.findings = findings
        self.labels = labels
        self.quotes = quotes
        self.made: list[str] = []
        self.open: list[Open] = []
        self.last = BLANK
        self.in_paragraph = False
        self.heads = False
        self.text_indent = 0

    def read(self, lines: list[Line]) -> list[str]:
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.raw:
                self._block([line.text], 0 if self.last == OTHER and lines[index - 1].raw else 1)
                index += 1
            else:
                index = self._line(lines, index)
        return self.made

    def _line(self, lines: list[Line], index: int) -> int:
        """Read the line at `index` and those that form one block with it; return the next index."""
        line = lines[index]
        indent, opens, rest = kinds.lead(line.text)
        if not rest or rest.isspace():
            self.made.append("")
            self.last = BLANK
            return index + 1
        nested = self.open and indent >= self.open[0].indent + 2
        if not nested and indent < 4 and self._is_quote(rest):
            return self._quote(lines, index)
        if ("|" in rest or "｜" in rest) and index + 1 < len(lines) and not lines[index + 1].raw:
            below = kinds.lead(lines[index + 1].text)[2]
            if tables.begins_table(rest, below):
                end = tables.rows(lines, index)
                self._block(tables.table(lines[index:end], self.findings), 1, indent)
                return end
        if self.last != TEXT and (finding := tables.needs_separator(lines, index)):
            self.findings.append(finding)
        self._single(line, indent, opens, rest)
        return index + 1

    def _single(self, line: Line, indent: int, opens: bool, rest: str) -> None:
        if rest.startswith(kinds.PLACEHOLDER):
            self._block([rest], 1, indent)
        elif rule := kinds.RULE.match(rest):
            if self.last == TEXT and not self.open and rest.strip("- ") == "":
                self.findings.append(Finding(LINE_UNDER_TEXT, line.number))
            self._block(["***" if rule[1] == "*" else "---"], 1, indent)
        elif heading := kinds.heading(rest, below_text=self.last == TEXT):
            level, words = heading
            self._block([f"{'#' * level} {mend(words)}"], 1, indent)
        elif (item := kinds.item(rest)) and self._may_begin(item):
            self._item(line, item, 0 if opens else indent)
        elif note := kinds.FOOTNOTE.match(rest):
            self._footnote(line, note, rest)
        else:
            if rest[0] == "=" and self.last in (TEXT, ITEM) and not rest.strip("= "):
                rest = self._equals(line, rest)
            self._text(indent, opens, self._hash_as_text(line, rest))

    def _equals(self, line: Line, text: str) -> str:
        """A line of = right under text: three and more make a heading of a single line, fewer are text."""
        below_one_line = self.last == TEXT and not "".join(self.made[-2:-1]).strip()
        underlines = len(text.rstrip()) >= 3 and " " not in text.rstrip()
        if not underlines or self.open or not below_one_line:
            return token("=") + text[1:]
        self.findings.append(Finding(LINE_OF_EQUALS, line.number))
        return text

    def _hash_as_text(self, line: Line, text: str) -> str:
        """A text that is no heading, with the # that it may begin with as a character."""
        if text[0] not in "#＃":
            return text
        if kinds.HEADING.match(text) and not kinds.is_topic(text):
            self.findings.append(Finding(HASH_SHOWN, line.number, {"text": text[:20]}))
        return token(text[0]) + text[1:]

    def _inner(self, line: Line, text: str, innermost: str) -> str:
        """The text of an item or a footnote, which ends in `innermost`: there a heading may stand."""
        if not innermost.startswith(("#", "＃")):
            return mend(text)
        before = text.removesuffix(innermost)
        if heading := kinds.heading(innermost, below_text=False):
            return f"{before}{'#' * heading[0]} {mend(heading[1])}"
        return before + self._hash_as_text(line, mend(innermost))

    def _is_quote(self, rest: str) -> bool:
        return rest.startswith((">", "＞ ", "＞\u3000")) and self.quotes < DEEPEST_QUOTE

    def _quote(self, lines: list[Line], index: int) -> int:
        """Read the lines of a quotation as a body of its own."""
        inner = []
        while index < len(lines) and not lines[index].raw:
            rest = kinds.lead(lines[index].text)[2]
            if not self._is_quote(rest):
                break
            inner.append(Line(lines[index].number, rest[1:].removeprefix(" ")))
            index += 1
        quoted = Layout(self.findings, self.labels, self.quotes + 1).read(inner)
        self._block([f"> {text}" if text else ">" for text in quoted], 1)
        self.last = TEXT  # text right below goes on with the quotation
        self.in_paragraph = True
        return index

    def _leave(self, indent: int) -> None:
        """Close the items that a block with this indentation is not part of."""
        while self.open and indent < self.open[-1].indent + 2:
            self.open.pop()

    def _block(self, texts: list[str], blank_before: int, indent: int = 0) -> None:
        """Add lines that are a block of their own, such as a heading or a table."""
        self._leave(indent)
        if blank_before and self.last != BLANK:
            self.made.append("")
        margin = " " * (4 * len(self.open))
        self.made += [margin + text for text in texts]
        self.last = OTHER

    def _may_begin(self, item: kinds.Item) -> bool:
        """Whether a mark begins an item. Within a paragraph only bullets and the number 1 do."""
        in_text = self.last == TEXT and not self.open
        return not in_text or item.number is None or item.number == 1

    def _item(self, line: Line, item: kinds.Item, indent: int) -> None:
        innermost = kinds.innermost_text(item)
        if note := kinds.FOOTNOTE.match(innermost):
            self.findings += self.labels.define_footnote(line.number, note[1])
        listed = bool(self.open)
        below_note = listed and self.open[-1].footnote and self.last in (ITEM, TEXT)
        end = "-" if item.number is None else item.mark[-1]
        changes = False
        while self.open and indent < self.open[-1].indent + 2:
            changes = self.open.pop().end != end
        apart = self.last == OTHER or (self.last == TEXT and (self.in_paragraph or not listed))
        if apart or below_note or (changes and not self.open and self.last != BLANK):
            self.made.append("")
        self.text_indent = 4 * len(self.open)
        self.open.append(Open(indent, end))
        self.made.append(
            f"{' ' * self.text_indent}{item.mark} {self._inner(line, item.text, innermost)}"
        )
        self.last = ITEM
        self.in_paragraph = False

    def _footnote(self, line: Line, note: re.Match[str], rest: str) -> None:
        self.findings += self.labels.define_footnote(line.number, note[1])
        text = rest[note.end() :].lstrip(" ")
        if (named := kinds.DEFINITION.match(text)) and not self.labels.leads_on(named[1], named[2]):
            rest = f"{note[0]} {token('[')}{text[1:]}"
        self.open.clear()
        if self.last == TEXT and self.in_paragraph:
            self.made.append("")
        self.text_indent = 0
        self.open.append(Open(0, "-", footnote=True))
        self.made.append(self._inner(line, rest, text))
        self.last = ITEM
        self.in_paragraph = False

    def _text(self, indent: int, opens: bool, rest: str) -> None:
        begins = opens or self.last in (BLANK, OTHER) or (indent >= 4 and not self.open)
        if begins:
            self._leave(0 if opens else indent)
            if self.last != BLANK:
                self.made.append("")
            self.text_indent = 4 * len(self.open)
            self.in_paragraph = True
        elif self.last == ITEM:
            self.in_paragraph = False
        numbered = kinds.ENUMERATION.match(rest)
        if not begins and (numbered or self.heads):
            self.made[-1] = self.made[-1].rstrip(" ") + "  "
        self.heads = bool(numbered) and kinds.stands_alone(rest)
        if numbered:
            if numbered[0][-1] == "." and numbered[0][0].isdigit():
                rest = rest.replace(".", token("."), 1)
        elif rest[0] in "-|" and (not rest.strip("- ") or tables.is_separator(rest)):
            rest = token(rest[0]) + rest[1:]  # neither a heading nor a table
        elif (named := kinds.DEFINITION.match(rest)) and not self.labels.leads_on(
            named[1], named[2]
        ):
            rest = token("[") + rest[1:]
        self.made.append(" " * self.text_indent + mend(rest))
        self.last = TEXT
