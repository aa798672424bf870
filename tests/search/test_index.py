"""The one-time file of the index: what stands in it, what only those fetch who need it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

import pytest

from sitegen.outputs.files import search_facts
from sitegen.outputs.wording import Wording
from sitegen.search import characters, index
from sitegen.search.facts import Name, Subject
from sitegen.search.names import LAST, LAST_TITLE, MISREAD, Names, _packed, code_key
from sitegen.search.postings import owner, place
from tests.support import demo_site


def built() -> tuple[dict[str, object], Mapping[str, bytes]]:
    catalogue = demo_site.plan().catalogue
    facts = search_facts.search_facts(catalogue, Wording("zh-Hans", {}))
    files = index.build(facts, search_facts.numbering(catalogue, facts.regions))
    return json.loads(files["root.json"]), files


def test_a_table_that_few_need_is_a_file_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    root, _ = built()
    monkeypatch.setattr(index, "INLINE", 0)
    apart, files = built()
    name = apart["more"]
    assert isinstance(name, str) and name.startswith(":")
    assert base64.b64decode(str(root["more"])) == files[name[1:]]


def test_of_very_many_entries_it_comes_with_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    small, _ = built()
    monkeypatch.setattr(index, "INLINE", 0)
    monkeypatch.setattr(index, "MANY", 1)
    root, files = built()
    assert root["more"] == small["more"]
    assert not any(name.startswith("more") for name in files)


def test_initials_of_another_reading_stand_below_those_of_the_name() -> None:
    """长 begins with z where nothing is known of its context, in 长垣 with c."""
    name = Name("长垣甘草", "chang yuan gan cao")
    subject = Subject("gi", "a", "", (name,), (), (), (), "", (), (), "", 3)
    names = Names()
    names.add(subject, 9, 2)

    def tails(letters: str) -> list[bytes]:
        return names.keys["i"][_packed([ord(letter) - 96 for letter in letters])][1]

    assert tails("cyg") == [place(0, 4) + owner(2, 0)]
    assert tails("zyg") == [place(0, 4) + owner(2, MISREAD)]
    assert tails("ygc") == [place(1, 4) + owner(2, 0), place(1, 4) + owner(2, MISREAD)]
    assert LAST < MISREAD < 7


def test_traditional_forms_of_rare_characters_are_sent_though_big5_has_them_not() -> None:
    assert not "鱤".encode("big5", "ignore")
    assert characters.old("鳡", characters.everyday() + "鳡")


def test_a_sites_own_words_stand_before_those_that_ship() -> None:
    catalogue = demo_site.plan().catalogue
    own = ["莱菔、萝卜、crunchy root"]
    facts = search_facts.search_facts(catalogue, Wording("zh-Hans", {}), own)
    files = index.build(facts, search_facts.numbering(catalogue, facts.regions))
    words, stem, letters = json.loads(files["root.json"])["everyday"]
    assert json.loads(files[words])[0] == "萝卜|莱菔"
    assert "c" in letters
    assert json.loads(files[f"{stem}c.json"])["crunchy root"] == "萝卜"


def test_numbers_of_titles_are_told_from_others_that_an_entry_names() -> None:
    names = Names()
    numbers = (("第646号", "第7号"), ("第646号",))
    subject = Subject("gi", "a", "", (Name("梨"),), (), *numbers, "", (), (), "", 3)
    names.add(subject, 9, 2)
    owners = {key: tails[0][2:] for key, (_, tails) in names.keys["n"].items()}
    assert owners[code_key("646")] == owner(2, 0)
    assert owners[code_key("7")] == owner(2, LAST_TITLE + 1)
