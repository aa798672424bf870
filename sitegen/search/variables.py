"""Which words of a module are variables, and short names for them.

A name declared at the top of the module gets one short name. Any other belongs to its unit, a
statement at the top or a member of a class there, and gets a short name in each unit that declares
it: so few letters serve again and again, which compresses well, and inner scopes need not be
understood. A word between the braces of an object that names a property too (`{ count }`) becomes
`count: a`. What is nowhere declared is somebody else's and stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import count, product
from string import ascii_lowercase, ascii_uppercase

KEYWORDS = frozenset((
    "arguments", "as", "async", "await", "break", "case", "catch", "class", "const",
    "constructor", "continue", "debugger", "default", "delete", "do", "else", "export",
    "extends", "false", "finally", "for", "from", "function", "get", "if", "import", "in",
    "instanceof", "let", "new", "null", "of", "return", "self", "set", "static", "super",
    "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while",
    "with", "yield",
))  # fmt: skip
GLOBALS = frozenset((
    "AbortController", "AbortSignal", "addEventListener", "alert", "Array", "atob", "BigInt",
    "Blob", "Boolean", "btoa", "caches", "cancelAnimationFrame", "clearInterval",
    "clearTimeout", "confirm", "console", "crypto", "CSS", "customElements", "CustomEvent",
    "Date", "decodeURIComponent", "dispatchEvent", "document", "DOMException", "Element",
    "encodeURIComponent", "Error", "Event", "fetch", "FormData", "getComputedStyle",
    "getSelection", "globalThis", "Headers", "history", "HTMLElement", "Image", "Infinity",
    "innerHeight", "innerWidth", "Int32Array", "IntersectionObserver", "Intl", "isFinite",
    "isNaN", "JSON", "localStorage", "location", "Map", "matchMedia", "Math",
    "MutationObserver", "NaN", "navigator", "Node", "Number", "Object", "open", "parseFloat",
    "parseInt", "performance", "print", "Promise", "Proxy", "queueMicrotask", "RangeError",
    "Reflect", "RegExp", "removeEventListener", "Request", "requestAnimationFrame",
    "requestIdleCallback", "ResizeObserver", "Response", "screen", "scrollTo", "scrollX",
    "scrollY", "sessionStorage", "Set", "setInterval", "setTimeout", "String",
    "structuredClone", "Symbol", "TextDecoder", "TextEncoder", "TypeError", "Uint16Array",
    "Uint32Array", "Uint8Array", "URL", "URLSearchParams", "WeakMap", "WeakSet", "window",
))  # fmt: skip
"""Names of the browser: one of them stays even where a module declares a variable of that name."""
DECLARING = frozenset(["const", "let", "var", "function", "class"])
NO_PARAMETERS = frozenset(
    ["if", "while", "for", "switch", "with", "return", "await", "typeof", "of", "in"]
)
BEFORE_BLOCK = frozenset([")", "=>", ";", "{", "}", "else", "do", "try", "finally", ""])
BEFORE_METHOD = frozenset(["async", "get", "set", "static", "*"])
AFTER_VALUE = frozenset(
    [";", ",", ")", "]", ".", "?.", "=", ":", "?", "(", "[", "+", "||", "&&", "??"]
)
"""What may follow the brace of a value; else it is the end of a statement or a method."""
LOWER, UPPER = ascii_lowercase, ascii_uppercase

Tokens = Sequence[tuple[str, str]]


def renaming(tokens: Tokens) -> dict[int, str]:
    """New words for variables by their place among a module's (kind, text) tokens."""
    uses = _Uses(tokens)
    kept = {text for kind, text in tokens if kind == "word"} | KEYWORDS | GLOBALS
    top = _named(uses, uses.top, range(uses.unit + 1), kept, _short_names(UPPER + LOWER))
    kept |= set(top.values())
    made: dict[int, str] = {}
    for unit in range(uses.unit + 1):
        own = uses.declared[unit] - uses.top
        names = top | _named(uses, own, [unit], kept, _short_names(LOWER + UPPER))
        for at, word in uses.plain[unit]:
            if word in names:
                made[at] = names[word]
        for at, word in uses.both[unit]:
            if word in names:
                made[at] = f"{word}:{names[word]}"
    return made


def _named(
    uses: _Uses, words: Set[str], units: Iterable[int], kept: Set[str], short: Iterator[str]
) -> dict[str, str]:
    """Short names for those of the words with which they save something, in order of that."""
    counts = Counter(word for unit in units for _, word in uses.plain[unit])
    pairs = Counter(word for unit in units for _, word in uses.both[unit])
    saved = {word: counts[word] * (len(word) - 1) - 2 * pairs[word] for word in words}
    wanted = sorted(
        (word for word in saved if saved[word] > 0 and word not in KEYWORDS | GLOBALS),
        key=lambda word: (-saved[word], word),
    )
    return dict(zip(wanted, (name for name in short if name not in kept), strict=False))


class _Uses:
    """The places of variables and the names declared, by unit; the names declared at the top."""

    def __init__(self, tokens: Tokens) -> None:
        self.plain: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self.both: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self.declared: dict[int, set[str]] = defaultdict(set)
        self.top: set[str] = set()
        self.unit = 0
        self._tokens = tokens
        self._open: list[tuple[str, int]] = []
        """The brackets open: "(", "[", "block", "class", "object", and where they are."""
        for at, (kind, text) in enumerate(tokens):
            if kind == "text":
                self._piece(text, at)
            elif kind == "mark":
                self._mark(text, at)
            elif kind == "word":
                self._word(text, at)

    def _text(self, at: int) -> str:
        return self._tokens[at][1] if 0 <= at < len(self._tokens) else ""

    def _is_word(self, at: int) -> bool:
        return at >= 0 and self._tokens[at][0] == "word"

    def _inside(self) -> str:
        return self._open[-1][0] if self._open else "block"

    def _piece(self, text: str, at: int) -> None:
        """Between the braces of a template stands an expression."""
        if text.startswith("}"):
            self._open.pop()
        if text.endswith("${"):
            self._open.append(("(", at))

    def _mark(self, text: str, at: int) -> None:
        if text in ("(", "["):
            self._open.append((text, at))
        elif text == "{":
            self._open.append((self._brace(at), at))
        elif text in (")", "]", "}") and self._open:
            kind, start = self._open.pop()
            if kind == "(" and self._is_parameters(start, at):
                self._declare(start, at, top=False)
            elif kind in ("object", "[") and self._text(start - 1) in DECLARING:
                self._declare(start, at, top=not self._open)
        at_top = not self._open or [kind for kind, _ in self._open] == ["class"]
        if at_top and (text == ";" or (text == "}" and self._text(at + 1) not in AFTER_VALUE)):
            self.unit += 1

    def _brace(self, at: int) -> str:
        before = self._text(at - 1)
        if before == ":" and self._after_case(at - 1):
            return "block"
        if before in BEFORE_BLOCK:
            return "block"
        return "class" if self._is_word(at - 1) and before not in KEYWORDS else "object"

    def _after_case(self, colon: int) -> bool:
        """Whether a colon ends a `case` or `default` of a switch."""
        at = colon - 1
        while at >= 0 and self._text(at) not in (";", "{", "}", "?"):
            if self._text(at) in ("case", "default"):
                return True
            at -= 1
        return False

    def _is_parameters(self, start: int, end: int) -> bool:
        after, before = self._text(end + 1), self._text(start - 1)
        return after == "=>" or (
            after == "{" and self._is_word(start - 1) and before not in NO_PARAMETERS
        )

    def _declare(self, start: int, end: int, *, top: bool) -> None:
        """The words between two brackets, but for names of properties and for what stands behind
        a =, to be taken where nothing is given."""
        deep = given = 0
        for at in range(start + 1, end):
            kind, text = self._tokens[at]
            if kind == "mark" and text in ("(", "[", "{"):
                deep += 1
            elif kind == "mark" and text in (")", "]", "}"):
                deep -= 1
                given = 0 if deep < given - 1 else given
            elif text == "=":
                given = given or deep + 1
            elif text == "," and given == deep + 1:
                given = 0
            elif kind == "word" and not given and self._text(at + 1) != ":":
                self._note(text, top=top)

    def _note(self, word: str, *, top: bool) -> None:
        self.declared[self.unit].add(word)
        if top:
            self.top.add(word)

    def _word(self, text: str, at: int) -> None:
        before, after = self._text(at - 1), self._text(at + 1)
        if text in KEYWORDS or before in (".", "?."):
            return
        inside = self._inside()
        if inside == "class" and before in ("{", "}", ";", *BEFORE_METHOD):
            return
        if inside == "object" and before in ("{", ",", *BEFORE_METHOD):
            if after in (":", "("):
                return
            if after in (",", "}", "="):
                self.both[self.unit].append((at, text))
                return
        if before in DECLARING:
            self._note(text, top=not self._open)
        elif after == "=>":
            self._note(text, top=False)
        self.plain[self.unit].append((at, text))


def _short_names(letters: str) -> Iterator[str]:
    for size in count(1):
        yield from map("".join, product(letters, repeat=size))
