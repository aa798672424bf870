"""Kinds of problem: permanent codes, both languages, the same facts in all four wordings."""

from __future__ import annotations

import json
import re

import pytest

from sitegen import kinds
from sitegen.commands.explain import describe
from sitegen.problems import NAMES, OPTIONAL, Kind, Location, Problem, Report, Severity, letters

KINDS = list(kinds.every())
HAN = re.compile(r"[\u4e00-\u9fff]")
AREA = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*\Z")
ONE_LANGUAGE = {
    *("wanted", "wanted_en", "given", "given_en"),
    *("why", "why_en", "type", "type_en", "title", "title_en"),
    *("status", "status_en", "step", "step_en", "nearest", "nearest_en"),
    *("message", "message_en", "reason", "reason_en"),
    *("actual", "actual_en", "limit", "limit_en"),
    *("collection", "collection_en", "collections", "collections_en", "right_en"),
    *("advice", "advice_en", "proposed_en"),
}
"""Facts that are words themselves come in both languages."""


ANSWERS = {
    *("address", "choices", "example", "fields", "folders", "header", "headers"),
    *("advice", "lines", "proposed", "right", "scheme", "table"),
}
"""Facts that only the fix of a problem may name: the right answer for its place."""


def names(wording: str) -> set[str]:
    plain = wording.replace("{{", "").replace("}}", "")
    return {name.removesuffix("_en") for name in NAMES.findall(plain)}


def kind(code: str = "test.thing", severity: Severity = Severity.ERROR) -> Kind:
    return Kind(
        code, severity, "“{a}”错了[[，像“{b}”]]", "“{a}” is wrong[[; like “{b}”]]", "改", "fix"
    )


@pytest.mark.parametrize("found", KINDS, ids=lambda found: found.code)
def test_a_kind_speaks_both_languages_of_the_same_facts(found: Kind) -> None:
    assert AREA.match(found.code)
    assert HAN.search(found.zh) and HAN.search(found.fix_zh)
    assert not HAN.search(found.en.replace("“", "").replace("”", ""))
    assert found.fix_en and found.en and not found.zh.endswith("。")
    assert names(found.zh) == names(found.en)
    assert names(found.fix_zh) - names(found.zh) <= ANSWERS | ONE_LANGUAGE
    facts = dict.fromkeys((*names(found.zh), *names(found.fix_zh), *ONE_LANGUAGE), "x")
    for language in ("zh", "en"):
        assert "{" not in OPTIONAL.sub("", found.message(facts, language))  # type: ignore[arg-type]
        found.fix(facts, language)  # type: ignore[arg-type]
    assert found.code in describe(found, "zh") and "[[" not in describe(found, "en")


def test_codes_are_unique_and_stand_in_the_module_that_finds_them() -> None:
    import importlib
    import pkgutil

    import sitegen

    owners: dict[str, set[int]] = {}
    for module in pkgutil.walk_packages(sitegen.__path__, "sitegen."):
        if module.name == "sitegen.__main__":
            continue
        for value in vars(importlib.import_module(module.name)).values():
            members = value if isinstance(value, tuple | list) else [value]
            for member in members:
                if isinstance(member, Kind):
                    owners.setdefault(member.code, set()).add(id(member))
    assert {code: len(ids) for code, ids in owners.items() if len(ids) > 1} == {}
    assert len(owners) == len(KINDS) > 40


def test_an_optional_part_is_left_out_where_its_fact_is_empty() -> None:
    assert kind().message({"a": "甲", "b": ""}, "zh") == "“甲”错了"
    assert kind().message({"a": "甲", "b": "乙"}, "zh") == "“甲”错了，像“乙”"


def test_a_report_lists_by_place_and_in_either_language() -> None:
    facts = {"a": "甲", "b": ""}
    report = Report([Problem(kind(), Location("b.yaml", 2, 3), facts)])
    report.add([Problem(kind(), Location("b.yaml", 2, 1), facts)])
    report.add([Problem(kind(), Location("a.csv", 4, None, "名称"), facts)])
    assert report.text("zh").splitlines() == [
        "a.csv:4 [名称]: 错误: “甲”错了。改 [test.thing]",
        "b.yaml:2:1: 错误: “甲”错了。改 [test.thing]",
        "b.yaml:2:3: 错误: “甲”错了。改 [test.thing]",
    ]
    assert "error: “甲” is wrong. fix" in report.text("en")
    row = json.loads(report.json("en"))[0]
    assert (row["file"], row["line"], row["column"], row["field"]) == ("a.csv", 4, None, "名称")


def test_a_place_in_a_workbook_is_its_sheet_and_cell() -> None:
    facts = {"a": "甲", "b": ""}
    places = [
        Location("a.xlsx", 7, 3, "地区", "Sheet1"),
        Location("a.xlsx", 9, None, None, "Sheet1"),
        Location("a.xlsx", 1, 28, None, "Sheet1"),
        Location("a.xlsx", None, None, None, "说明"),
    ]
    report = Report([Problem(kind(), at, facts) for at in places])
    assert [line.partition(":")[0] for line in report.text("zh").splitlines()] == [
        "a.xlsx [Sheet1!AB1]",
        "a.xlsx [Sheet1!C7 地区]",
        "a.xlsx [Sheet1!A9]",
        "a.xlsx [说明]",
    ]
    rows = json.loads(report.json())
    assert [(row["sheet"], row["cell"]) for row in rows][1:] == [
        ("Sheet1", "C7"),
        ("Sheet1", "A9"),
        ("说明", None),
    ]
    assert "::[Sheet1!C7] “甲”错了" in report.github()


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_a_column_has_the_letters_that_spreadsheets_give_it(column: int, name: str) -> None:
    assert letters(column) == name


def test_many_warnings_of_one_kind_are_folded_but_errors_never() -> None:
    facts = {"a": "甲", "b": ""}
    warning = kind("test.much", Severity.WARNING)
    report = Report([Problem(warning, Location("a.md", n), facts) for n in range(1, 21)])
    assert len(report.text("zh").splitlines()) == 4
    assert "共 20 处" in report.text("zh")
    assert len(report.text("zh", every=True).splitlines()) == 20
    report.add(Problem(kind(), Location("a.md", n), facts) for n in range(1, 21))
    assert report.text("zh").count("错误") == 20


def test_strict_counts_warnings_as_errors_and_notes_never() -> None:
    at, facts = Location("a.md"), {"a": "甲", "b": ""}
    warned = [Problem(kind("test.w", Severity.WARNING), at, facts)]
    assert Report(warned).exit_code == 0
    assert Report(warned, strict=True).exit_code == 1
    assert Report([Problem(kind("test.n", Severity.NOTE), at, facts)], strict=True).exit_code == 0


def test_github_annotations_escape_what_would_end_them() -> None:
    facts = {"a": "50%\n::error::", "b": ""}
    (line,) = Report([Problem(kind(), Location("a,b:c.md", 1, 2), facts)]).github().splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.md,line=1,col=2,title=test.thing::")
    assert "50%25%0A" in line


def test_a_long_value_is_shown_by_its_two_ends_in_every_format() -> None:
    long = f"甲{'x' * 60_000}乙"
    at = Location("a.csv", 1, None, long)
    report = Report([Problem(kind(), at, {"a": long, "b": long})])
    formats = (report.text("zh"), report.text("en"), report.json(), report.github())
    assert all(len(shown) < 4_000 for shown in formats)
    assert all("甲" in shown and "…" in shown and "乙" in shown for shown in formats)


def test_a_value_of_usual_length_is_shown_whole() -> None:
    usual = "甲" * 120
    report = Report([Problem(kind(), Location("a.md"), {"a": usual, "b": ""})])
    assert usual in report.text("zh")
