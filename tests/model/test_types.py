"""Field types: each turns an author's text into a value, or says why it cannot."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sitegen.model.colour import COLOUR as COLOUR_FORM
from sitegen.model.dates import Day, Partial, Time
from sitegen.model.identifiers import CreditCode, credit_code_holds
from sitegen.model.months import Months
from sitegen.model.number_types import Integer, Number
from sitegen.model.references import Reference, References, reference, reference_or_name
from sitegen.model.types import (
    ID_LIMIT,
    Address,
    Id,
    Label,
    Line,
    Lines,
    Many,
    Name,
    Names,
    Summary,
    Text,
    Words,
    YesNo,
    choice,
    is_id,
)

ONE = Annotated[Reference, reference("gi")]
SEVERAL = Annotated[Reference, reference("gi", "brands")]
COLOUR = Annotated[str, COLOUR_FORM]
MAKER = Annotated[Reference | str, reference_or_name("organizations")]


def value(kind: Any, text: Any) -> Any:
    return TypeAdapter(kind).validate_python(text)


def code(kind: Any, text: Any) -> str:
    with pytest.raises(ValidationError) as raised:
        value(kind, text)
    (error,) = raised.value.errors(include_url=False)
    return str(error["type"]).removeprefix("schema.")


@pytest.mark.parametrize("text", ["0536", "no", "1:30", "1_000", "nan", "1719705600", "~", "null"])
def test_text_stays_text_whatever_yaml_would_make_of_it(text: str) -> None:
    assert value(Text, text) == text and value(Line, text) == text


@pytest.mark.parametrize("word", ["是", "有", "可", "能", "yes", "Yes", "TRUE", " 是 "])
def test_words_for_yes(word: str) -> None:
    assert value(YesNo, word) is True


@pytest.mark.parametrize("word", ["否", "无", "不可", "不能", "no", "False"])
def test_words_for_no(word: str) -> None:
    assert value(YesNo, word) is False


@pytest.mark.parametrize("word", ["", "t", "1", "0", "y", "on", "是的", "对", "？"])
def test_other_words_are_neither_yes_nor_no(word: str) -> None:
    assert code(YesNo, word) == "not-yes-no"


@pytest.mark.parametrize("text", ["12", "12.50", "-3", "+0.5", "0012"])
def test_numbers_are_exact(text: str) -> None:
    assert str(value(Number, text)) == str(Decimal(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,000", "1000"),
        ("１２．５", "12.5"),
        ("12万", "120000"),
        ("1.5 亿", "150000000"),
        ("1，200", "1200"),
        ("0.125万", "1250"),
        ("3百", "300"),
        ("1.23456万", "12345.6"),
    ],
)
def test_a_number_is_taken_as_people_type_it(text: str, number: str) -> None:
    assert str(value(Number, text)) == number


@pytest.mark.parametrize(
    ("text", "right"), [("12%", "12"), ("12万吨", "120000"), ("1,200 亩", "1200"), ("约12", "")]
)
def test_the_advice_is_the_number_without_its_unit(text: str, right: str) -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(Number).validate_python(text)
    assert raised.value.errors()[0]["ctx"]["right"] == right


@pytest.mark.parametrize(
    "text",
    ["1_000", "1,00", "nan", "inf", "1e3", "约12", "12%", "0x1f", "", ".5", "5.", "12万3", "一万"],
)
def test_what_only_looks_like_a_number_is_refused(text: str) -> None:
    assert code(Number, text) == "not-a-number"
    assert code(Integer, text) == "not-a-number"


@pytest.mark.parametrize("text", ["1.5", "1.5万分", "1234567890", "9" * 500])
def test_a_whole_number_is_written_whole(text: str) -> None:
    assert code(Integer, text) == "not-a-number"


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("10", (10,)),
        ("10月", (10,)),
        ("10-12", (10, 11, 12)),
        ("11-2", (1, 2, 11, 12)),
        ("10 至 3月", (1, 2, 3, 10, 11, 12)),
        ("10月-12月、3月", (3, 10, 11, 12)),
        ("5,6、9，10", (5, 6, 9, 10)),
        ("1-12", tuple(range(1, 13))),
        ("12-12", (12,)),
        (["11-12", "1", "1"], (1, 11, 12)),
        ("九月到十月", (9, 10)),
        ("十一月至二月", (1, 2, 11, 12)),
        ("１０月—１２月", (10, 11, 12)),
        ("9、10月", (9, 10)),
        ("5月和9月", (5, 9)),
        ("全年", tuple(range(1, 13))),
    ],
)
def test_months_and_spans_across_the_year(text: object, months: tuple[int, ...]) -> None:
    assert value(Months, text) == months


@pytest.mark.parametrize("text", ["0", "13", "10-13", "十三月", "10--12", "2024-10", "秋"])
def test_what_is_no_month_is_refused(text: str) -> None:
    assert code(Months, text) == "not-months"
    assert code(Months, [text]) == "not-months"


@pytest.mark.parametrize("text", ["a", "weixian-luobo", "7", "ich-2008", "a" * ID_LIMIT])
def test_ids(text: str) -> None:
    assert value(Id, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "A",
        "潍县",
        "a_b",
        "a--b",
        "-a",
        "a-",
        "a.b",
        "a/b",
        "..",
        "ａ",
        "a" * 61,
        "",
        "a\nb",
        "con",
        "nul",
        "prn",
        "aux",
        "com1",
        "lpt9",
    ],
)
def test_what_cannot_be_a_file_name_everywhere_is_no_id(text: str) -> None:
    assert code(Id, text) == "not-an-id"


@given(st.text(max_size=70))
def test_an_id_is_safe_in_every_path(text: str) -> None:
    if is_id(text):
        assert text.isascii() and text == text.lower() and len(text) <= 60
        assert not set(text) & set("/\\:. \0%?#&<>\"'\n")


def test_references() -> None:
    assert value(ONE, "weixian-luobo") == Reference("gi", "weixian-luobo")
    assert value(ONE, "gi:weixian-luobo") == Reference("gi", "weixian-luobo")
    assert value(SEVERAL, "brands:x") == Reference("brands", "x")
    assert value(MAKER, "some-firm") == Reference("organizations", "some-firm")
    assert value(MAKER, "潍县萝卜协会") == "潍县萝卜协会"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (ONE, "brands:x"),
        (ONE, "gi:"),
        (SEVERAL, "products:x"),
        (SEVERAL, "大家:x"),
    ],
)
def test_what_refers_to_nothing_is_refused(kind: Any, text: str) -> None:
    assert code(kind, text) == "not-a-reference"


@pytest.mark.parametrize("text", ["https://a.cn/x?y=1#z", "http://例子.cn/", "HTTPS://A.CN"])
def test_addresses(text: str) -> None:
    assert value(Address, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "//a.cn",
        "www.a.cn",
        "ftp://a.cn",
        "https://",
        "https://a b.cn",
        "https://a.cn/<b>",
        "https://[a",
        "data:text/html,x",
        "",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    assert code(Address, text) == "not-an-address"


@pytest.mark.parametrize(
    "kind",
    [
        Months,
        Number,
        Integer,
        YesNo,
        Id,
        Address,
        ONE,
        MAKER,
        Partial,
        Day,
        Time,
        CreditCode,
        COLOUR,
    ],
)
def test_a_text_that_needs_some_form_is_measured_before_it_is_read(kind: Any) -> None:
    assert code(kind, "9" + " " * 30_000 + "10") == "too-long"
    assert code(kind, "e\u0301" * 30_000) == "too-long"


def test_lengths_count_characters_and_lines_are_single() -> None:
    assert value(Name, "萝" * 60) and value(Summary, "萝" * 80) and value(Line, "萝" * 200)
    assert code(Name, "萝" * 61) == code(Summary, "萝" * 81) == code(Line, "萝" * 201) == "too-long"
    assert code(Name, "萝\n卜") == "not-one-line"
    assert value(Text, "萝\n卜") == "萝\n卜"
    assert value(Name, " e\u0301 ") == "é"


def test_a_list_may_be_a_single_text_but_not_a_group() -> None:
    assert value(Many[Name], "甲") == value(Many[Name], ["甲"]) == ("甲",)
    assert code(Many[Name], {"甲": "乙"}) == "tuple_type"
    assert code(Name, ["甲"]) == code(Name, {"甲": "乙"}) == "wrong-shape"


def test_credit_codes_are_folded_and_their_check_digit_is_known() -> None:
    assert value(CreditCode, "91110000 600037341l") == "91110000600037341L"
    assert code(CreditCode, "9111000060003734") == code(CreditCode, "９" * 18) == "bad-form"
    assert credit_code_holds("91110000600037341L")
    assert not credit_code_holds("91110000600037342L")
    assert not credit_code_holds("91110000600037341I")
    from stdnum.cn import uscc

    village = "N2370702MF0123456"
    assert credit_code_holds(village + uscc.calc_check_digit(village))


@pytest.mark.parametrize(
    ("kind", "text", "reference"),
    [
        (ONE, "潍县萝卜", ("gi", "=潍县萝卜")),
        (ONE, "gi：潍县萝卜", ("gi", "=潍县萝卜")),
        (ONE, "gi:潍县萝卜", ("gi", "=潍县萝卜")),
        (SEVERAL, "潍县萝卜", ("", "=潍县萝卜")),
        (SEVERAL, "weixian-luobo", ("", "=weixian-luobo")),
        (SEVERAL, "brands:ABC", ("brands", "=ABC")),
        (MAKER, "organizations:潍县", ("organizations", "=潍县")),
    ],
)
def test_a_name_stands_for_an_entry_until_it_is_looked_up(
    kind: Any, text: str, reference: tuple[str, str]
) -> None:
    assert value(kind, text) == Reference(*reference)


def test_several_references_may_stand_in_one_text() -> None:
    kind = References[ONE]
    for text in ("a-b、c", "a-b，c", "a-b, c", "a-b；c", ["a-b，c"], ["a-b", "c"], "、a-b、、c"):
        assert [one.id for one in value(kind, text)] == ["a-b", "c"]
    assert value(Names, "甲、乙") == ("甲", "乙")
    assert value(Names, "Wei County, Shandong") == ("Wei County, Shandong",)


def test_another_word_of_two_characters_is_not_proposed_for_one() -> None:
    kind = Annotated[
        str, *choice("made.up", {"a": Label("认证", "a"), "b": Label("传统技艺", "b")})
    ]
    for text, nearest in (("认定", ""), ("传统技术", "传统技艺")):
        with pytest.raises(ValidationError) as caught:
            value(kind, text)
        assert caught.value.errors()[0]["ctx"]["nearest"] == nearest


def test_words_are_cut_at_any_comma_and_phrases_at_semicolons() -> None:
    assert value(Words, "过早、早餐，热干面,面；粉;饼") == (
        "过早",
        "早餐",
        "热干面",
        "面",
        "粉",
        "饼",
    )
    assert value(Words, ["过早、早餐", "面"]) == ("过早", "早餐", "面")
    assert value(Lines, "礼盒，每盒 12 枚；散装、论斤") == ("礼盒，每盒 12 枚", "散装、论斤")
    assert value(Lines, ["法规；第二条", "另一条"]) == ("法规；第二条", "另一条")


def test_nothing_is_cut_within_brackets() -> None:
    assert value(Names, "云锦（大花、小花）、漆器(红；黑)") == (
        "云锦（大花、小花）",
        "漆器(红；黑)",
    )
    assert value(Lines, "《甲；乙》；丙") == ("《甲；乙》", "丙")
    assert value(Names, "甲）、乙") == ("甲）", "乙")


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("青溪雪梨（qingxi-xueli）", "gi:qingxi-xueli"),
        ("青溪雪梨（gi:qingxi-xueli）", "gi:qingxi-xueli"),
        ("青溪（县）雪梨（qingxi-xueli）", "gi:qingxi-xueli"),
        ("示范区（2023）", "gi:=示范区（2023）"),
        ("雪梨（早熟）", "gi:=雪梨（早熟）"),
        ("雪梨（Early）", "gi:=雪梨（Early）"),
        ("（qingxi-xueli）", "gi:=（qingxi-xueli）"),
    ],
)
def test_of_a_name_with_its_id_behind_it_the_id_counts(written: str, reference: str) -> None:
    assert str(value(ONE, written)) == reference


def test_a_name_with_its_id_is_a_reference_where_any_name_will_do() -> None:
    assert value(MAKER, "甲厂（jia-chang）") == Reference("organizations", "jia-chang")
    assert value(MAKER, "甲厂（2023）") == "甲厂（2023）"
    assert value(SEVERAL, "甲牌（brands:jia）") == Reference("brands", "jia")
    assert value(References[ONE], "甲、乙（yi）")[1] == Reference("gi", "yi")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("-乙 -丙", "[乙, 丙]"),
        ("－ GB 1 － GB 2", "[GB 1, GB 2]"),
        ("—乙", "[乙]"),
        ("【乙，丙】", "[乙, 丙]"),
        ("[乙，丙]", "[乙, 丙]"),
        ("［乙、丙］ ", "[乙, 丙]"),
    ],
)
def test_a_list_that_became_one_text_is_told_with_the_list(text: str, right: str) -> None:
    for kind in (Names, Words, Lines, Many[Line]):
        with pytest.raises(ValidationError) as raised:
            value(kind, text)
        (error,) = raised.value.errors(include_url=False)
        assert error["type"] == "schema.lost-list" and error["ctx"]["right"] == right


@pytest.mark.parametrize(
    "text", ["-18℃冷冻", "乙-丙", "【注】乙", "－", "乙 -丙", "——乙", "--乙", "- 5 度"]
)
def test_a_text_with_dashes_or_brackets_stays_one(text: str) -> None:
    assert value(Lines, text) == (text,)


def test_a_member_of_a_list_may_stand_in_brackets() -> None:
    for kind in (Names, Words, Lines, Many[Line]):
        assert value(kind, ["【乙】"]) == ("【乙】",)


@pytest.mark.parametrize("text", ["乙、丙、乙", ["乙", "丙", " 乙"], ["乙、丙", "乙"]])
def test_a_member_that_is_there_twice_is_told(text: Any) -> None:
    with pytest.raises(ValidationError) as raised:
        value(Names, text)
    (error,) = raised.value.errors(include_url=False)
    assert error["type"] == "schema.twice"
    assert (error["ctx"]["value"], error["ctx"]["right"]) == ("乙", "[乙, 丙]")


@pytest.mark.parametrize(("sign", "meant"), [(">=", "≥"), ("<=", "≤"), ("≧", "≥"), ("~", "")])
def test_a_sign_is_never_proposed_for_another(sign: str, meant: str) -> None:
    signs = {mark: Label(name, name) for mark, name in zip("≥≤><=", "甲乙丙丁戊", strict=True)}
    with pytest.raises(ValidationError) as raised:
        value(Annotated[str, choice("a.b", signs)[0]], sign)
    (error,) = raised.value.errors(include_url=False)
    assert error["ctx"]["nearest"] == meant
