"""Makes the three character tables of sitegen/search/data from the data of pypinyin and OpenCC.

    pip install opencc==1.4.2 pypinyin==0.55.0
    python docs/search_tables.py

It is run by hand where newer data is wanted; the tables are committed, so that neither a build nor
its bytes depend on the libraries installed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sitegen.files import write
from sitegen.model.pinyin import plain

FOLDER = Path(__file__).resolve().parent.parent / "sitegen" / "search" / "data"
PLANE = range(0x3400, 0xA000)
BACK = ("t2s", "tw2s", "hk2s")
FORTH = ("s2t", "s2tw", "s2hk")
IN_NAMES = {"澂": "澄"}
"""Characters that OpenCC writes in names of places only."""
TRADITIONAL = """\
# 繁体 → 简体，逐字。Traditional to simplified characters, one by one.
# From OpenCC 1.4.2 (https://github.com/BYVoid/OpenCC), Apache License 2.0: what its conversions
# t2s, tw2s and hk2s make of single characters, and what s2t, s2tw and s2hk make others of. Everyday
# simplified characters (么) stay what they are. Made by docs/search_tables.py.
"""
READINGS = """\
# 常用读音，不带声调。The usual reading of each character, without its tone.
# From pypinyin 0.55.0 (https://github.com/mozillazg/python-pinyin), MIT License: the first reading
# of its dictionary of characters. Made by docs/search_tables.py.
"""

VARYING = """\
# 随词变读的字。Characters that some word reads otherwise than they are usually read.
# From pypinyin 0.55.0 (https://github.com/mozillazg/python-pinyin), MIT License: its dictionary of
# phrases against that of characters. Made by docs/search_tables.py.
"""


def traditional() -> dict[str, str]:
    from opencc import OpenCC

    converters = [OpenCC(standard) for standard in BACK]
    pairs = dict(IN_NAMES)
    for code in PLANE:
        char = chr(code)
        made = (converter.convert(char) for converter in converters)
        other = next((text for text in made if text != char), "")
        if len(other) == 1 and ord(other) < 0x10000:
            pairs[char] = other
    for converter in map(OpenCC, FORTH):
        for code in PLANE:
            char = chr(code)
            other = converter.convert(char)
            everyday = other.encode("gb2312", "ignore") or not char.encode("gb2312", "ignore")
            if len(other) == 1 and other != char and not everyday and char not in pairs:
                pairs.setdefault(other, char)
    return {old: new for old, new in pairs.items() if old not in everyday_characters()}


def everyday_characters() -> frozenset[str]:
    """The first level of GB 2312."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset(code.decode("gb2312", "ignore") for code in codes)


def readings(leave_out: dict[str, str]) -> dict[str, str]:
    """Characters by their syllable; in code order."""
    from pypinyin.pinyin_dict import pinyin_dict

    by_syllable: dict[str, list[str]] = defaultdict(list)
    for code, spellings in sorted(pinyin_dict.items()):
        syllable = plain(spellings.split(",")[0])
        if code in PLANE and chr(code) not in leave_out and syllable:
            by_syllable[syllable].append(chr(code))
    return {syllable: "".join(chars) for syllable, chars in sorted(by_syllable.items())}


def varying() -> set[str]:
    """Characters read otherwise in some phrase."""
    from pypinyin.phrases_dict import phrases_dict
    from pypinyin.pinyin_dict import pinyin_dict

    usual = {chr(code): plain(spellings.split(",")[0]) for code, spellings in pinyin_dict.items()}
    chars = set()
    for phrase, syllables in phrases_dict.items():
        if len(syllables) != len(phrase):
            chars |= set(phrase)
        chars |= {
            char
            for char, one in zip(phrase, syllables, strict=False)
            if plain(one[0]) != usual.get(char)
        }
    return {char for char in chars if ord(char) in PLANE}


def main() -> None:
    pairs = traditional()
    rows = [f"{old}{new}" for old, new in sorted(pairs.items())]
    lines = [" ".join(rows[start : start + 24]) for start in range(0, len(rows), 24)]
    write(FOLDER / "traditional.txt", (TRADITIONAL + "\n".join(lines) + "\n").encode())
    text = "".join(f"{syllable} {chars}\n" for syllable, chars in readings(pairs).items())
    write(FOLDER / "readings.txt", (READINGS + text).encode())
    chars = sorted(varying())
    rows = ["".join(chars[start : start + 40]) for start in range(0, len(chars), 40)]
    write(FOLDER / "varying.txt", (VARYING + "\n".join(rows) + "\n").encode())


if __name__ == "__main__":
    main()
