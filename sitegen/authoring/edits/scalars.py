"""A text as YAML: plain where that reads as the same text, else in quotes, or below `|` where it has lines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from sitegen.loading import yaml_events
from sitegen.loading.document import Tree

PLAIN = re.compile(r"[^\W_][^\n\r\t:#：\"'\\`{}\[\]]*(?<!\s)\Z")
"""What YAML reads as plain text without quotes, wherever a value may be."""
REFERENCE = re.compile(r"[a-z]+:[a-z0-9-]+\Z")
"""A reference, `gi:qingxi-xueli`: its colon needs no quotes."""
NOT_IN_LINES = re.compile(r"\A[\s]|[ \t]$|\n\n\Z|\A\Z", re.MULTILINE)
"""What is written in quotes even if the text has lines: editors take spaces away where nobody sees them."""
Where: TypeAlias = Literal["field", "member", "flow"]
"""Behind the name of a field, behind the dash of a list, or within brackets or braces."""
SAMPLES: Final[dict[Where, tuple[tuple[str, Callable[[str], Tree]], ...]]] = {
    "field": (("k: {}\n", str),),
    "member": (("k:\n  - {}\n", lambda text: [text]),),
    "flow": (
        ("k: [{} , z]\n", lambda text: [text, "z"]),
        ("k: {{k: {},z: z}}\n", lambda text: {"k": text, "z": "z"}),
    ),
}
"""Where a spelling is tried, and what is then to be read."""
BLOCKS: Final = ("|", ">")
DEFAULT_WIDTH: Final = 80


class NotWritable(ValueError):
    """No spelling of a text is read as that text: it has a character that no text may have."""


class Spelling(NamedTuple):
    """How a text is written: behind its name or dash, and on the lines below that, not yet indented."""

    inline: str
    below: tuple[str, ...] = ()


def scalar(text: str, *, in_list: bool = False) -> str:
    """One line of text as YAML, in quotes where it needs them."""
    plain = not text or (PLAIN.match(text) and not (in_list and "," in text))
    return text if plain else json.dumps(text, ensure_ascii=False)


def spelling(text: str, where: Where, style: str = "", *, width: int = DEFAULT_WIDTH) -> Spelling:
    """The text in the style of the one that it replaces, or in the nearest one in which it is read as the
    same text. `style` is that of `yaml_nodes`; `width` is how long lines below `>` may be.

    Raises NotWritable.
    """
    for candidate in _candidates(text, where, style, width):
        if _is_read_as(candidate, text, where):
            return candidate
    raise NotWritable(text)


@lru_cache(maxsize=1 << 12)
def new_spelling(text: str, where: Where) -> Spelling:
    """The text where nothing has been written before. Raises NotWritable.

    Many entries of a table say the same of their kind and place, which is spelled once.
    """
    if REFERENCE.match(text) and _is_read_as(Spelling(text), text, where):
        return Spelling(text)
    if "\n" not in text:
        inline = Spelling(scalar(text, in_list=where == "flow") or '""')
        if _is_read_as(inline, text, where):
            return inline
    return spelling(text, where, "|" if where != "flow" else '"')


def _candidates(text: str, where: Where, style: str, width: int) -> Iterator[Spelling]:
    in_lines = where != "flow" and not NOT_IN_LINES.search(text)
    if style == ">" and in_lines:
        yield _folded(text, width)
    if in_lines and (style in BLOCKS or (style != '"' and "\n" in text)):
        yield _literal(text)
    if not style and text and "\n" not in text:
        yield Spelling(text)
    if style == "'" and "\n" not in text:
        yield Spelling("'" + text.replace("'", "''") + "'")
    yield Spelling(json.dumps(text, ensure_ascii=False))


def _literal(text: str) -> Spelling:
    return Spelling("|" + _chomping(text), tuple(text.removesuffix("\n").split("\n")))


def _folded(text: str, width: int) -> Spelling:
    """The text below `>`, where a line break is a space and a blank line a line break."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.removesuffix("\n").split("\n")):
        lines += [""] if number else []
        current: list[str] = []
        length = 0
        for word in paragraph.split(" "):
            # Beside a space there is no line break: it would be lost, or begin a line that is not folded.
            if length and word and current[-1] and length + len(word) >= width:
                lines.append(" ".join(current))
                current, length = [word], len(word)
            elif length:
                current.append(word)
                length += 1 + len(word)
            else:
                current, length = [word], len(word)
        lines.append(" ".join(current))
    return Spelling(">" + _chomping(text), tuple(lines))


def _chomping(text: str) -> str:
    """What stands behind `|` or `>`, according to the line break at the end of the text. Blank lines at its end
    are written in quotes: below `|+` others would become part of it."""
    return "" if text.endswith("\n") else "-"


def _is_read_as(candidate: Spelling, text: str, where: Where) -> bool:
    """Whether our own reader reads this text. Below a spelling stands another field, as in an entry."""
    below = "".join(f"    {line}\n" if line else "\n" for line in candidate.below)
    for sample, wanted in SAMPLES[where]:
        yaml = sample.format(candidate.inline) + below + "z: z\n"
        tree, _, problems = yaml_events.read(yaml, "")
        if problems or tree != {"k": wanted(text), "z": "z"}:
            return False
    return True
