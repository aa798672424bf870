"""What templates use all the time: `_("…")`, and the filters `href` and `day`.

They are filters because a Jinja macro costs ten times as much, and a page has dozens of links and
dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

EXTERNAL = ("https://", "http://")
DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?\Z", re.ASCII)
PLAIN_CALL = ("name", "lparen", "string", "rparen")


class Words(Extension):
    """Replaces `_("…")` by its translation once, when a template is parsed.

    With values to be filled in (`_("停止于 %(when)s", when=…)`) it stays a call of gettext.
    """

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        pending: list[Token] = []
        for token in stream:
            pending.append(token)
            if token.type != PLAIN_CALL[len(pending) - 1] or (
                len(pending) == 1 and token.value != "_"
            ):
                yield from self._release(pending)
            elif len(pending) == len(PLAIN_CALL):
                yield Token(pending[0].lineno, "string", self._word(str(pending[2].value)))
                pending.clear()
        yield from pending

    def _word(self, word: str) -> str:
        words: dict[str, str] = getattr(self.environment, "words", {})
        return words.get(word, word)

    @staticmethod
    def _release(pending: list[Token]) -> Iterator[Token]:
        """Yield the pending tokens, except a final `_`, which may begin the next call."""
        restart = pending.pop() if len(pending) > 1 and pending[-1].value == "_" else None
        yield from pending
        pending[:] = [restart] if restart is not None else []


def href(url: str) -> Markup:
    """The attributes of a link. The target of an external link gets neither referrer nor opener."""
    rel = ' rel="noopener noreferrer"' if url[:8].lower().startswith(EXTERNAL) else ""
    return Markup(f' href="{escape(url)}"{rel}')


def day(text: str) -> str:
    """A day or month (2025-09-23, 2025-09) as a <time> element; other text unchanged."""
    return Markup(f'<time datetime="{text}">{text}</time>') if DAY.match(text) else text
