"""What both halves must agree on, made by the Python half: the golden vectors.

    python -m tests.support.search_vectors

rewrites tests/search/vectors; read the difference before. Both halves are held against the files.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from sitegen.files import write
from sitegen.search import characters
from sitegen.search.facts import Name
from sitegen.search.folding import fold
from sitegen.search.names import code_key, names_of, number_parts, word_key
from sitegen.search.postings import Varints, joined, owner, place, varint
from sitegen.search.run_keys import before, three_keys
from sitegen.search.runs import lists_of
from sitegen.search.shards import SortedLists, Space, cut
from sitegen.search.syllables import blurred, number_of, read, sounds

FOLDER = Path(__file__).parents[1] / "search" / "vectors"
TEXTS = (
    "潍县萝卜", "濰縣蘿蔔", "ＷＸ　１２３", "Ａｎｑｉｕ·大姜", "“景芝”白酒（53°）", "wéi xiàn lǜ chá", "LÜ", "lu\u0308",
    "〔2018〕208号", "①②③", "㈱", "ｶﾞ", "乾隆", "後裏髮", "䶮", "𠮷野家", "é", "  ", "--", "a_b", "½", "Ⅷ", "澂江",
)  # fmt: skip
CHARACTERS = "潍县萝卜安丘大姜长乐陵行重单解柘甪鸢0a9z𠮷あ"
NAMES = (
    ("潍县萝卜", "wei xian luo bo"),
    ("长治", "chang zhi"),
    ("风筝制作技艺（潍坊风筝）", "feng zheng zhi zuo ji yi wei fang feng zheng"),
    ("NFC果汁", "nfc guo zhi"),
    ("第646号公告", "di 646 hao gong gao"),
    ("六安瓜片", ""),
)
NUMBERS = ("国家知识产权局公告第646号", "AGI2018-01-2345", "国市监质〔2018〕208号", "91370700MA3C1")


def _three_key(three: str) -> int:
    codes = np.array([ord(char) if char != " " else 0 for char in three], np.uint16)
    return int(three_keys(codes, np.array([0]))[0])


def _before(char: str) -> int:
    return int(before(np.array([ord(char), 0], np.uint16), np.array([1]))[0])


def vectors() -> dict[str, Any]:
    """The content of each file by its name."""
    return {
        "folding": [[text, fold(text)] for text in TEXTS],
        "syllables": {
            "numbers": sounds().number,
            "letters": [[number, sounds().letter[number]] for number in range(1, 470, 7)],
            "blurred": {one: blurred(one) for one in sounds().syllables[::5]},
            "characters": [[c, number_of(c), characters.hash_of(c)] for c in CHARACTERS],
            "names": [
                [one.folded, one.by_character, one.by_reading]
                for text, reading in NAMES
                for one in names_of([Name(text, reading)])
            ],
            "read": [[fold(text), *read(fold(text), said)] for text, said in NAMES],
        },
        "keys": {
            "words": [[word, word_key(word)] for word in ("kite", "weixian", "a", "vegetables")],
            "codes": [[code, code_key(code)] for code in ("646", "2018", "ag", "z")],
            "numbers": [[text, *number_parts(text)] for text in NUMBERS],
            "texts": [[text, _three_key(text)] for text in ("萝卜甜", "潍县 ", "一二三", "鿿鿿鿿")],
            "before": [[char, _before(char)] for char in "潍县萝卜一㐀鿿"],
        },
        "postings": {
            "varints": [[n, varint(n).hex()] for n in (0, 1, 127, 128, 300, 16384, 2**31, 2**40)],
            "lists": _lists(),
            "texts": _texts(),
            "shards": _shards(),
        },
    }


def _lists() -> list[Any]:
    rows = [(3, 0, 4, 0, 0), (3, 2, 4, 0, 1), (130, 14, 15, 20, 6), (70000, 20, 33, 3, 0)]
    ids = [row[0] for row in rows]
    tails = [bytes((0xA5,)) + place(row[1], row[2]) + owner(row[3], row[4]) for row in rows]
    return ["b", joined(ids, tails, Varints()).hex(), rows]


def _texts() -> list[Any]:
    """The list of 萝卜甜: after 县, after 大, after both, after nothing."""
    said = ("潍县萝卜甜", "大萝卜甜", "大萝卜甜，县萝卜甜", "萝卜甜")
    own = [(3, 0), (9, 2), (200, 20), (201, 0)]
    threes, _ = lists_of(said, *zip(*own, strict=True), limit=9)
    data = threes.single(threes.keys.index(_three_key("萝卜甜"))).data
    marks = (_before("县"), _before("大"), 15, 0)
    return [data.hex(), [[*one, mark] for one, mark in zip(own, marks, strict=True)]]


def _shards() -> dict[str, Any]:
    """A small index of two-bit tails: its directory, its files, and the ids of every key."""
    keys = {key: sorted({(key * 37 + step * 11) % 200 for step in range(key % 13)})
            for key in range(0, 60, 3)}  # fmt: skip
    held = {key: (ids, [owner(id % 3, 0) for id in ids]) for key, ids in keys.items() if ids}
    varints = Varints()
    directory, files = cut(SortedLists(held, varints), Space(6, 8, 24), "a", varints)
    return {
        "directory": directory.hex(),
        "files": {name: data.hex() for name, data in sorted(files.items())},
        "ids": {key: ids for key, (ids, _) in held.items()},
    }


def text_of(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for name, content in vectors().items():
        write(FOLDER / f"{name}.json", text_of(content).encode())
