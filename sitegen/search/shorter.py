"""Scripts without what only people need: comments, spaces, long names of variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sitegen.search.variables import AFTER_VALUE, renaming

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*[\s\S]*?\*/)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<space>\s+)
    |(?P<word>[A-Za-z_$][\w$]*)
    |(?P<number>\d[\w.]*)
    |(?P<mark>\?\.(?!\d)|\.\.\.|=>|\+\+|--|[{}()\[\];,.?:]|[^\s\w"'`{}()\[\];,.?:])""",
    re.VERBOSE,
)
REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
BEFORE_REGEX = frozenset("(,=:[!&|?{};+-*%~^<>")


@lru_cache(maxsize=64)
def shorten(module: str) -> str:
    """The text of a module that does the same; the same one for the same text."""
    tokens = list(_tokens(module))
    renamed = renaming(tokens)
    short = [(kind, renamed.get(at, text)) for at, (kind, text) in enumerate(tokens)]
    return _written(_joined(_bare(short))) + "\n"


def _written(tokens: Iterable[tuple[str, str]]) -> str:
    made: list[str] = []
    last = ""
    for kind, text in tokens:
        if last and text and kind != "text" and _glue(last[-1], text[0]):
            made.append(" ")
        made.append(text)
        last = "" if kind == "text" else text
    return "".join(made)


def _bare(tokens: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the brackets around a single parameter of an arrow function."""
    words = [text for _, text in tokens]
    around = {
        at
        for at in range(len(words) - 3)
        if words[at] == "("
        and words[at + 2 : at + 4] == [")", "=>"]
        and tokens[at + 1][0] == "word"
    }
    return [one for at, one in enumerate(tokens) if at not in around and at - 2 not in around]


def _joined(tokens: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Without the semicolon before a brace, and with one `const` for several in a row."""
    starts = [""]
    """The first word of the statement at hand, for each bracket open; below, what stands before it."""
    heads = [""]
    closed = before = ""
    begins, skipped = True, False
    for at, (kind, text) in enumerate(tokens):
        after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
        if skipped:
            skipped = False
            continue
        if begins:
            starts[-1] = text
        begins = False
        if (kind == "text" and text.startswith("}")) or (
            kind == "mark" and text in (")", "]", "}")
        ):
            closed = heads.pop()
            starts.pop()
            begins = text == "}" and after not in AFTER_VALUE
        if (kind == "text" and text.endswith("${")) or (kind == "mark" and text in ("(", "[", "{")):
            heads.append(before)
            starts.append("")
            begins = text == "{"
        if text == ";" and kind == "mark":
            empty = before == ")" and closed in ("for", "if", "while", "with")
            if after == "}" and not empty:
                continue
            begins = True
            if after == "const" and starts[-1] == "const":
                text, begins, skipped = ",", False, True
        yield kind, text
        before = text


def _tokens(script: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of what counts. Statements end with semicolons, so line ends do not count.

    A template is its pieces of text with the tokens of its expressions between them.
    """
    at = 0
    last = ""
    deep: list[int] = []
    """Braces open in each expression of a template that is not at its end."""
    while at < len(script):
        char = script[at]
        if char == "`" or (char == "}" and deep and deep[-1] == 0):
            if char == "}":
                deep.pop()
            end = _text_end(script, at + 1)
            yield "text", script[at:end]
            if script[end - 1] != "`":
                deep.append(0)
            at, last = end, script[end - 1]
            continue
        regex = REGEX.match(script, at) if _regex_may_follow(last) else None
        if regex and not script.startswith(("//", "/*"), at):
            yield "regex", regex[0]
            at, last = regex.end(), regex[0]
            continue
        found = TOKEN.match(script, at)
        assert found, script[at : at + 40]
        at = found.end()
        if deep and found[0] in "{}":
            deep[-1] += 1 if found[0] == "{" else -1
        if found.lastgroup not in ("comment", "space"):
            last = found[0]
            yield str(found.lastgroup), last


def _text_end(script: str, at: int) -> int:
    """Where a piece of a template's text ends: behind its ` or its ${."""
    while at < len(script):
        if script[at] == "\\":
            at += 1
        elif script[at] == "`":
            return at + 1
        elif script.startswith("${", at):
            return at + 2
        at += 1
    raise ValueError("a template without end")


def _regex_may_follow(last: str) -> bool:
    return not last or last == "return" or last[-1] in BEFORE_REGEX


def _glue(before: str, after: str) -> bool:
    """Whether a space must stay between two characters."""
    word = re.compile(r"[\w$]")
    if word.match(before) and word.match(after):
        return True
    return before in "+-/" and after in "+-/"
