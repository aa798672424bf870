"""What an author should write in place of a text with wrong characters."""

from __future__ import annotations

import re
from typing import Final

from sitegen.loading.character_kinds import DIRECTION, INVISIBLE, range_of
from sitegen.loading.needed_characters import SUSPECT, is_honest

SHORT: Final = 40
"""Maximum number of characters of a corrected text that a problem shows."""


FAR: Final = 3 * SHORT
"""Number of characters beside a wrong one that are looked at for a corrected text."""
BETWEEN = re.compile(r"[\s,，。；;、：|\"“”'‘’()（）\[\]]+")


BULLETS: Final = {
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf076": "❖",
    "\uf0a7": "▪",
    "\uf0a8": "◻",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
}
"""Signs of the symbol fonts of Word, by the place that Word gives them in the private-use area."""
HAN_OF_GBK: Final = dict(
    zip(
        "\ue816\ue817\ue818\ue81e\ue826\ue82b\ue82c\ue831\ue832\ue83b\ue843\ue854\ue855\ue864",
        "\U00020087\U00020089\U000200cc\u9fb4\u9fb5\u9fb6\u9fb7\U000215d7\u9fb8\U0002298f\u9fb9\u9fba"
        "\U000241fe\u9fbb",
        strict=True,
    )
)
"""Han characters that older systems have in the private-use area, and that Python leaves there."""


def corrected_at(text: str, index: int) -> str:
    """The line without what is wrong in it, or the word; "" where both are too long to show."""
    start = max(text.rfind("\n", 0, index) + 1, index - FAR)
    end = text.find("\n", index)
    line = text[start : min(end if end >= 0 else len(text), index + FAR)]
    corrected = _corrected(line).strip()
    if not corrected or (len(corrected) <= SHORT and len(line) < 2 * SHORT):
        return corrected
    before = BETWEEN.split(line[: index - start])[-1]
    after = BETWEEN.split(line[index - start :])[0]
    word = _corrected(before + after)
    return word if len(word) <= SHORT else ""


def _corrected(line: str) -> str:
    kept = []
    for index, character in enumerate(line):
        if not SUSPECT.match(character) or is_honest(line, index):
            kept.append(character)
        elif (usual := _usual(character)) is None:
            return ""
        else:
            kept.append(usual)
    return "".join(kept)


def _usual(character: str) -> str | None:
    """What to write in place of a character: "" where it only has to go, None where that is unknown."""
    if range_of(character).kind in (DIRECTION, INVISIBLE):
        return ""
    usual = BULLETS.get(character) or HAN_OF_GBK.get(character)
    if usual is None and "\ue815" <= character <= "\ue864":
        # Older systems have here what GBK has from FE50 on. GB 18030 says what Unicode has for it.
        cell = 0x50 + ord(character) - 0xE815
        usual = bytes((0xFE, cell + (cell >= 0x7F))).decode("gb18030")
    return usual
