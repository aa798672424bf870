"""CSV as spreadsheet programs write it becomes rows of trimmed text with their lines."""

from __future__ import annotations

import pytest

from sitegen.loading.tables import LIMIT, ROWS, parse


def problem_lines(text: str) -> list[tuple[str, int | None]]:
    table, problems = parse(text.encode(), "a.csv")
    assert (table is None) == bool(problems)
    return [(problem.kind.code, problem.at.line) for problem in problems]


def test_cells_are_trimmed_text_by_header() -> None:
    table, problems = parse("row, 名称 ,code\n1, 潍县萝卜\u3000,0536\n".encode(), "a.csv")

    assert problems == []
    assert table is not None
    assert table.header == ("row", "名称", "code")
    assert table.rows == ({"row": "1", "名称": "潍县萝卜", "code": "0536"},)
    assert table.lines == (2,)
    assert len(table.digest) == 64


def test_short_rows_are_filled_and_blank_rows_skipped() -> None:
    table, _ = parse(b"\n , \na,b\n1\n,,,\n\n,2,,\n", "a.csv")

    assert table is not None
    assert table.rows == ({"a": "1", "b": ""}, {"a": "", "b": "2"})
    assert table.lines == (4, 7)


def test_lines_are_right_below_cells_with_line_breaks() -> None:
    table, _ = parse(b'a,b\r\n1,"x\r\ny\r\nz"\r\n2,"""q"""\r\n', "a.csv")

    assert table is not None
    assert table.rows == ({"a": "1", "b": "x\ny\nz"}, {"a": "2", "b": '"q"'})
    assert table.lines == (2, 5)


def test_empty_columns_that_excel_leaves_at_the_right_are_dropped() -> None:
    table, _ = parse(b"a,b,,\n1,2,,\n", "a.csv")

    assert table is not None
    assert table.header == ("a", "b")


def test_what_excel_saves_on_a_chinese_windows_is_read_with_a_note() -> None:
    table, problems = parse("名称\r\n潍县萝卜\r\n".encode("gb18030"), "a.csv")

    assert table is not None
    assert table.rows == ({"名称": "潍县萝卜"},)
    assert [problem.kind.code for problem in problems] == ["text.gb18030"]


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n", " \n"])
def test_a_table_without_a_header_is_refused(text: str) -> None:
    assert problem_lines(text) == [("table.no-header", 1)]


@pytest.mark.parametrize("separator", ["\t", ";", "；", "，"])
def test_other_separators_are_named(separator: str) -> None:
    assert problem_lines(f"a{separator}b\n1{separator}2\n") == [("table.separator", 1)]


def test_blank_and_repeated_headers_are_each_reported() -> None:
    table, problems = parse(b"\na,,b,a,b\n1\n", "a.csv")

    assert table is None
    assert [(p.kind.code, p.at.line, dict(p.facts)) for p in problems] == [
        ("table.blank-header", 2, {"number": "2"}),
        ("table.duplicate-header", 2, {"name": "a", "first": "1", "second": "4"}),
        ("table.duplicate-header", 2, {"name": "b", "first": "3", "second": "5"}),
    ]


def test_every_row_longer_than_the_header_is_reported_with_its_row_and_line() -> None:
    table, problems = parse(b'a,b\n"x\ny",2\n1,2,3\n1,2\n1,2,,4\n', "a.csv")

    assert table is not None and table.wrong_lines == {4, 6}
    assert [(p.kind.code, p.at.line, dict(p.facts)) for p in problems] == [
        ("table.long-row", 4, {"row": "3", "cells": "3", "columns": "2"}),
        ("table.long-row", 6, {"row": "5", "cells": "4", "columns": "2"}),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,"open\n2,3\n', 2),
        ('a,b\n1,2\n\n3,"open\n4,"x"\n', 4),
        ('a,b\n1,"x"y\n2,3\n', 2),
        ('"a,b\n1,2\n', 1),
        ('a,b\n"1\n2",3\n4,"', 4),
    ],
)
def test_quotes_that_do_not_pair_are_shown_at_the_row_in_which_they_open(
    text: str, line: int
) -> None:
    assert problem_lines(text) == [("table.quotes", line)]


def test_an_open_quote_in_a_large_file_is_shown_at_its_row_too() -> None:
    assert problem_lines('a,b\n1,2\n3,"open\n' + "4,5\n" * 50_000) == [("table.quotes", 3)]


def test_nul_is_refused() -> None:
    assert problem_lines("a\n1\0\n") == [("text.binary", 2)]


def test_more_rows_than_the_limit_are_refused_at_the_first_of_them() -> None:
    assert problem_lines("a\n" + "1\n" * ROWS) == []
    assert problem_lines("a\n" + "1\n" * (ROWS + 1)) == [("table.too-many-rows", ROWS + 2)]


def test_a_table_may_be_larger_than_an_entry() -> None:
    assert problem_lines("a,b\n" + "1,潍县萝卜潍县萝卜潍县萝卜\n" * 40_000) == []
    assert problem_lines("a" * (LIMIT + 1)) == [("text.too-large", None)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1+1", "=1+1"),
        ("'-甲", "-甲"),
        ("''@甲", "'@甲"),
        ("'90年代", "'90年代"),
        ("=1+1", "=1+1"),
        ("'", "'"),
    ],
)
def test_an_apostrophe_before_what_looks_like_a_formula_is_no_part_of_the_text(
    cell: str, text: str
) -> None:
    table, problems = parse(f"名称\n{cell}\n".encode(), "x.csv")
    assert table is not None and not problems
    assert table.rows[0]["名称"] == text


def test_the_header_stands_below_titles() -> None:
    data = "某市名单,,\n填表人：甲,日期：2026,\n编号,名称,种类\na,梨,农产品\n".encode()
    table, problems = parse(data, "t.csv", {"编号", "名称", "种类"}.__contains__)
    assert table is not None
    assert (table.header, table.header_line, table.lines) == (("编号", "名称", "种类"), 3, (4,))
    assert [(p.kind.code, p.at.line) for p in problems] == [("table.above-header", 2)]


def test_without_a_known_name_the_first_row_is_the_header() -> None:
    table, problems = parse(b"x\na,b\n", "t.csv", lambda _: False)
    assert table is not None and table.header == ("x",)
    assert [p.kind.code for p in problems] == ["table.long-row"]


@pytest.mark.parametrize("word", ["合计", "总 计：", "Total"])
def test_totals_are_told_and_no_rows(word: str) -> None:
    table, problems = parse(f"名称,数量\n梨,1\n{word},1\n".encode(), "t.csv")
    assert table is not None and table.lines == (2,)
    assert [(p.kind.code, str(p.at), p.at.field) for p in problems] == [
        ("table.total", "t.csv:3", "名称")
    ]


def test_a_number_whose_digits_are_lost_is_refused_at_its_cell() -> None:
    table, problems = parse("名称,电话\n梨酒,1.38E+10\n梨糖,1.5E+06\n".encode(), "a.csv")
    assert [(p.kind.code, p.at.line, p.at.field) for p in problems] == [
        ("table.lost-digits", 2, "电话")
    ]
    assert table is not None and table.refused == {(2, "电话")}
    assert table.rows[1]["电话"] == "1.5E+06"
