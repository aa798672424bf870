"""Every kind of problem is said in both languages, with what to do, under a code of its own."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from collections import Counter

import pytest

import sitegen.loading
from sitegen.problems import Kind


def kinds() -> list[Kind]:
    found: dict[int, Kind] = {}
    for module in pkgutil.walk_packages(sitegen.loading.__path__, "sitegen.loading."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Kind):
                found[id(value)] = value
    return sorted(found.values(), key=lambda kind: kind.code)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_walk_finds_the_kinds() -> None:
    assert len(kinds()) > 40


def test_no_two_kinds_share_a_code() -> None:
    assert [code for code, n in Counter(kind.code for kind in kinds()).items() if n > 1] == []


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_a_kind_is_worded_in_both_languages_with_a_way_out(kind: Kind) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z0-9-]+", kind.code)
    assert placeholders(kind.zh) == {name.removesuffix("_en") for name in placeholders(kind.en)}
    assert re.search("[一-鿿]", kind.zh) and re.search("[一-鿿]", kind.fix_zh)
    assert re.search("[a-z]", kind.en) and re.search("[a-z]", kind.fix_en)
    for text in (kind.zh, kind.en, kind.fix_zh, kind.fix_en):
        assert text == text.strip()
        assert not text.endswith(("。", "."))
