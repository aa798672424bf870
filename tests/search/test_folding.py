"""Python and the browser fold every character, and what marks do to letters, in the same way."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest

from sitegen.search.folding import fold, traditional
from tests.support.basic_site import REPOSITORY
from tests.support.node import node_or_skip

FOLD = REPOSITORY / "templates/js/search/fold.js"
SCRIPT = """
const { readFileSync } = require("node:fs");
import(process.argv[1]).then(({ fold }) => {
  const { texts, old } = JSON.parse(readFileSync(0, "utf8"));
  const table = new Map(Object.entries(old));
  console.log(JSON.stringify(texts.map((text) => fold(text, table).chars.join(""))));
});
"""
MARKS = "\u0300\u0301\u0304\u0307\u0308\u0323\u0344\u3099\u20dd"


def folded_in_browser(texts: list[str]) -> list[str]:
    old = {chr(code): char for code, char in traditional().items()}
    done = subprocess.run(
        [node_or_skip(), "-e", SCRIPT, Path(FOLD).as_uri()],
        input=json.dumps({"texts": texts, "old": old}),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    folded: list[str] = json.loads(done.stdout)
    return folded


def different(texts: list[str]) -> list[tuple[str, str, str]]:
    both = zip(texts, map(fold, texts), folded_in_browser(texts), strict=True)
    return [row for row in both if row[1] != row[2]]


def test_every_character_is_folded_alike() -> None:
    every = [
        char for char in map(chr, range(0x110000)) if unicodedata.category(char) not in ("Cn", "Cs")
    ]
    assert len(every) > 280_000
    assert different(every) == []


def test_marks_and_final_letters_are_folded_alike_wherever_they_stand() -> None:
    letters = "uUüÜǖṺΣσςıİßﬁ萬a1"
    texts = [
        first + mark + other for first in letters for mark in MARKS for other in MARKS + letters
    ]
    texts += [
        f"{before}{letter}{after}"
        for letter in letters
        for before in "aΟ -"
        for after in "aσ .\u0308"
    ]
    assert different(texts) == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＮＦＣ 濰縣·萝卜", "nfc潍县萝卜"),
        ("ΟΔΟΣ ὁδός", "οδοσοδοσ"),
        ("Ṻǜ u\u0323\u0308 u-\u0308", "vvvu"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
