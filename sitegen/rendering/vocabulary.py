"""What templates say in few words: `_("…")`, and the filters `href` and `day`.

A macro of Jinja's costs as much as ten such filters, and a page has dozens of links and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

OUTSIDE = ("https://", "http://")
DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?\Z", re.ASCII)
PLAIN_CALL = ("name", "lparen", "string", "rparen")


class Words(Extension):
    """Puts the words of the locale where a template says `_("…")`, once, when it is parsed.

    With values to be filled in (`_("等 %(count)s 家", count=…)`) it stays a call of gettext.
    """

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        waiting: list[Token] = []
        for token in stream:
            waiting.append(token)
            if token.type != PLAIN_CALL[len(waiting) - 1] or (
                len(waiting) == 1 and token.value != "_"
            ):
                yield from self._released(waiting)
            elif len(waiting) == len(PLAIN_CALL):
                yield Token(waiting[0].lineno, "string", self._word(str(waiting[2].value)))
                waiting.clear()
        yield from waiting

    def _word(self, word: str) -> str:
        words: dict[str, str] = getattr(self.environment, "words", {})
        return words.get(word, word)

    @staticmethod
    def _released(waiting: list[Token]) -> Iterator[Token]:
        """All that waited, but for a last `_` that may begin a call of its own."""
        again = waiting.pop() if len(waiting) > 1 and waiting[-1].value == "_" else None
        yield from waiting
        waiting[:] = [again] if again is not None else []


def href(url: str) -> Markup:
    """The attributes of a link; one that leaves the site tells the other side nothing."""
    outside = ' rel="noopener noreferrer"' if url.startswith(OUTSIDE) else ""
    return Markup(f' href="{escape(url)}"{outside}')


def day(text: str) -> str:
    """A day or month (2025-09-23, 2025-09) as <time>, other text as it is."""
    return Markup(f'<time datetime="{text}">{text}</time>') if DAY.match(text) else text
