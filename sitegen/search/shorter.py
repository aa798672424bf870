"""Scripts without what only people need: comments, spaces, long names of local variables.

A name is shortened only where all of the script shows that it is nothing but a variable: nowhere
does it follow a dot, stand before a colon, stand alone between braces, or name a method. It is then
the same short name everywhere, so scopes need not be understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import count, product

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
KEPT = frozenset(
    [
        "arguments",
        "as",
        "async",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "constructor",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "from",
        "function",
        "get",
        "if",
        "import",
        "in",
        "instanceof",
        "let",
        "new",
        "null",
        "of",
        "return",
        "self",
        "set",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "var",
        "void",
        "while",
        "with",
        "yield",
        "Array",
        "BigInt",
        "Infinity",
        "JSON",
        "Map",
        "Math",
        "NaN",
        "Number",
        "Object",
        "Promise",
        "RangeError",
        "RegExp",
        "Set",
        "String",
        "Symbol",
        "TextDecoder",
        "TypeError",
        "URL",
        "Uint8Array",
        "WeakMap",
        "Error",
        "Boolean",
        "Date",
        "Event",
        "CustomEvent",
        "HTMLElement",
        "AbortController",
        "DOMException",
        "URLSearchParams",
        "Intl",
        "parseInt",
        "parseFloat",
        "isNaN",
        "document",
        "window",
        "location",
        "history",
        "navigator",
        "localStorage",
        "customElements",
        "fetch",
        "atob",
        "btoa",
        "setTimeout",
        "clearTimeout",
        "requestAnimationFrame",
        "queueMicrotask",
        "console",
        "globalThis",
        "encodeURIComponent",
        "decodeURIComponent",
        "structuredClone",
        "performance",
    ]
)

Tokens = list[tuple[str, str]]


@lru_cache(maxsize=16)
def shorten(script: str) -> str:
    """A script that does the same; the same one for the same text."""
    tokens = list(_tokens(script))
    return _written(tokens, _renamed(tokens)) + "\n"


def _written(tokens: Tokens, names: Mapping[str, str]) -> str:
    made: list[str] = []
    last = ""
    for kind, text in tokens:
        new = names.get(text, text) if kind == "word" else text
        if last and new and kind != "text" and _glue(last[-1], new[0]):
            made.append(" ")
        made.append(new)
        last = "" if kind == "text" else new
    return "".join(made)


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


def _renamed(tokens: Tokens) -> dict[str, str]:
    counts: Counter[str] = Counter()
    property_names = set(KEPT)
    depth: list[str] = []
    for at, (kind, text) in enumerate(tokens):
        if kind == "text":
            # Between the braces of a template stands an expression, not the inside of an object.
            if text.startswith("}"):
                depth.pop()
            if text.endswith("${"):
                depth.append("(")
        elif kind == "mark" and text in "([{":
            depth.append(text)
        elif kind == "mark" and text in ")]}" and depth:
            depth.pop()
        elif kind == "word":
            counts[text] += 1
            before = tokens[at - 1][1] if at else ""
            after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
            if _is_property(before, after, depth[-1] if depth else ""):
                property_names.add(text)
    taken = set(counts)
    short = (name for name in _short_names() if name not in taken and name not in KEPT)
    wanted = sorted(
        (word for word in counts if word not in property_names and len(word) > 2),
        key=lambda word: (-counts[word] * len(word), word),
    )
    return dict(zip(wanted, short, strict=False))


def _is_property(before: str, after: str, inside: str) -> bool:
    """Whether a word may be the name of a property or a method where it stands."""
    if before in (".", "?.") or after == ":":
        return True
    if inside != "{":
        return False
    alone = before in ("{", ",") and after in (",", "}", "=")
    method = after == "(" and before in ("{", "}", ";", "async", "get", "set", "static")
    field = before in ("{", "}", ";") and after in ("=", ";")
    return alone or method or field


def _short_names() -> Iterator[str]:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for size in count(1):
        yield from map("".join, product(letters, repeat=size))
