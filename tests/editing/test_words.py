"""Every text of the editor's pages is there in both languages, and none is left over."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import sitegen.editing
from sitegen.editing.commits import NO_ANSWER, NO_GIT
from sitegen.editing.pages import FILTER_WORDS
from sitegen.editing.reviewing import DONE
from sitegen.editing.reviewing import WORDS as STEP_WORDS
from sitegen.editing.saving import REASONS
from sitegen.editing.words import WORDS

FOLDER = Path(sitegen.editing.__file__).parent
SAID = re.compile(
    r"""(?:say|said|_told|_add|NoTable)\(\s*(?:[\w.]+,\s*)*(?:\d+,\s*)?["']((?:[^"'\\]|\\.)+)["']"""
)
HAN = re.compile("[\u4e00-\u9fff]")


def texts() -> set[str]:
    files = [*FOLDER.glob("*.py"), *FOLDER.glob("templates/*.html")]
    found = {text for file in files for text in SAID.findall(file.read_text("utf-8"))}
    further = {"编号“{id}”不能用", "只用小写字母、数字和连字符，最多 60 个", "换一个编号"}
    found |= {NO_GIT, NO_ANSWER}
    by_name = (REASONS, FILTER_WORDS, STEP_WORDS, DONE)
    return {*found, *further, *(text for words in by_name for text in words.values())}


def test_every_text_has_its_english_and_every_english_its_text() -> None:
    assert {text for text in texts() if HAN.search(text)} == set(WORDS)


def test_both_have_the_same_facts() -> None:
    for zh, en in WORDS.items():
        facts = [{name for _, name, *_ in Formatter().parse(text) if name} for text in (zh, en)]
        assert facts[0] == facts[1], zh
        assert not HAN.search(en.replace("、", "")), en
