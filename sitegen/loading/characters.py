"""Characters that nobody sees are kept out of texts, where they only deceive.

Some of them are needed: joiners in Indic and Arabic scripts and in emoji, variants of Han characters. Those
stay, where they do what they are for. In bodies what changes nothing that is seen is left out, since Word and
web pages leave it there; names, links and all other fields are refused until it is gone (decision 0025).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape
from itertools import islice
from typing import Final

from sitegen.loading.character_kinds import INVISIBLE, LEFT_OUT, facts_of, range_of
from sitegen.loading.corrected_characters import corrected_at
from sitegen.loading.links import outside_code
from sitegen.loading.needed_characters import wrong_in
from sitegen.problems import Kind, Location, Problem

MANY: Final = 20
"""Maximum number of such characters reported for one file."""
READ_AS_BULLETS: Final = "\uf06c\uf0a7\uf0b7\uf0d8\uf0fc"
"""Signs of the symbol fonts of Word that begin a list in a body (`rendering.dialect`)."""
ENTITY = re.compile(r"&(?:#[0-9]{1,999}|#[xX][0-9a-fA-F]{1,999}|[A-Za-z][A-Za-z0-9]+);?")


def first_wrong(text: str) -> tuple[int, Kind, Mapping[str, str]] | None:
    """The first wrong character of the text of a field: its index, the kind and the facts of the problem."""
    for index in wrong_in(text):
        kind, facts = _fault(text, index)
        return index, kind, facts
    return None


def problems(text: str, file: str, *, first_line: int = 1) -> list[Problem]:
    """The problems of the first `MANY` wrong characters of a text that consists of fields."""
    return settle(text, file, len(text), first_line=first_line)[1]


def settle(
    text: str, file: str, body_start: int, *, first_line: int = 1
) -> tuple[str, list[Problem]]:
    """A text as it is published from the index `body_start` on, where a body begins, and its problems.

    Errors are the first `MANY`; of what is left out of a body there is a warning for each character.
    """
    found: list[Problem] = []
    left_out: list[int] = []
    for index in wrong_in(text):
        if index >= body_start and _begins_list(text, index):
            continue
        if index >= body_start and _may_go(text[index]):
            left_out.append(index)
            continue
        kind, facts = _fault(text, index)
        found.append(Problem(kind, _place(text, index, file, first_line), facts))
        if len(found) == MANY:
            return text, found
    if not left_out:
        return text, found
    counts = Counter(text[index] for index in left_out)
    first = {text[index]: index for index in reversed(left_out)}
    for character, count in counts.items():
        at = _place(text, first[character], file, first_line)
        found.append(Problem(LEFT_OUT, at, {**facts_of(character), "count": str(count)}))
    starts = (0, *(index + 1 for index in left_out))
    ends = (*left_out, len(text))
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True)), found


def entity_problems(body: str, html: str, file: str, first_line: int) -> list[Problem]:
    """The problems of wrong characters that a body has as HTML entities (`&#x202E;`), `html` being what is
    made of it."""
    wrong = {html[index] for index in wrong_in(html)} if "&" in body else set()
    if not wrong:
        return []
    # Where the two disagree on what is code, any place is better than none.
    found = list(islice(_entities(outside_code(body), wrong), MANY)) or list(
        islice(_entities(enumerate(body.split("\n")), wrong), MANY)
    )
    return [
        Problem(
            range_of(character).kind,
            Location(file, first_line + line, column + 1),
            {**facts_of(character), "right": ""},
        )
        for line, column, character in found
    ]


def _entities(
    lines: Iterable[tuple[int, str]], wrong: Collection[str]
) -> Iterator[tuple[int, int, str]]:
    """(line, column, character) of each entity for one of these characters, from 0."""
    for number, line in lines:
        for match in ENTITY.finditer(line) if "&" in line else ():
            character = next((c for c in unescape(match[0]) if c in wrong), None)
            if character is not None:
                yield number, match.start(), character


def _fault(text: str, index: int) -> tuple[Kind, dict[str, str]]:
    character = text[index]
    return range_of(character).kind, {**facts_of(character), "right": corrected_at(text, index)}


def _may_go(character: str) -> bool:
    """Whether a body reads the same without this character, as far as anybody sees."""
    is_blank = character in "\u115f\u1160\u2800\u3164\uffa0"
    is_hidden_text = "\ufff9" <= character <= "\ufffb" or "\U000e0000" <= character <= "\U000e007f"
    return range_of(character).kind is INVISIBLE and not is_blank and not is_hidden_text


def _begins_list(text: str, index: int) -> bool:
    """Whether a bullet of Word begins its line."""
    start = text.rfind("\n", 0, index) + 1
    return text[index] in READ_AS_BULLETS and not text[start:index].strip(" \t>\u3000\xa0")


def _place(text: str, index: int, file: str, first_line: int) -> Location:
    start = text.rfind("\n", 0, index) + 1
    return Location(file, text.count("\n", 0, start) + first_line, index - start + 1)
