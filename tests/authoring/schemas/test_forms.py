"""Whatever a type of field reads, its form lets pass: an editor marks nothing that `check` takes."""

from __future__ import annotations

import re
from typing import Annotated, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sitegen.authoring.schemas.texts import whole
from sitegen.config.publish_settings import ServerAddress
from sitegen.model.colour import COLOUR
from sitegen.model.dates import Day, Partial, Time
from sitegen.model.identifiers import CreditCode
from sitegen.model.months import Months
from sitegen.model.number_types import Integer, Number
from sitegen.model.number_types import whole as whole_number
from sitegen.model.quantities import NumberOrRange
from sitegen.model.row_keys import RowKey
from sitegen.model.site_path import SITE_PATH
from sitegen.model.telephone import Telephone
from sitegen.model.types import Address, Id, Line, Summary, YesNo, few_characters, word_group
from sitegen.model.value_forms import Reads

TYPES: dict[str, Any] = {
    "day": Day,
    "time": Time,
    "partial": Partial,
    "months": Months,
    "number": Number,
    "integer": Integer,
    "range": NumberOrRange,
    "few": Annotated[int, whole_number(1, 100)],
    "yes-no": YesNo,
    "address": Address,
    "server": ServerAddress,
    "id": Id,
    "row": RowKey,
    "credit-code": CreditCode,
    "telephone": Telephone,
    "colour": Annotated[str, COLOUR],
    "path": Annotated[str, SITE_PATH],
    "line": Line,
    "summary": Summary,
    "seal": Annotated[str, few_characters(4)],
    "words": Annotated[str, word_group()],
}
PIECES = (
    *"0123456789０１２９〇零一二三九十两年月日号时分-－–—./．／~～至到:：TＴ 　\n+,，、;；",
    *("万", "亿", "百万", "全年", "常年", "份", "和", "及", "是", "否", "无", "不可", "yes", "No", "TRUE", "https://", "http:"),
    *("example.com", "a", "z", "F", "Ａ", "f", "#", "＃", "*", "(", ")", "@", "_", "%", "\t", "2025", "二〇二五", "11", "45667"),
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join)


def form_of(annotation: Any) -> Any:
    return next(mark.form for mark in annotation.__metadata__ if isinstance(mark, Reads))


@pytest.mark.parametrize("name", TYPES)
def test_every_example_is_right(name: str) -> None:
    form = form_of(TYPES[name])
    for text in form.examples:
        TypeAdapter(TYPES[name]).validate_python(text)
        assert re.search(whole(form.pattern), text)


@pytest.mark.parametrize("name", TYPES)
def test_a_form_lets_pass_whatever_is_read(name: str) -> None:
    adapter = TypeAdapter(TYPES[name])
    pattern = re.compile(whole(form_of(TYPES[name]).pattern))

    @settings(max_examples=400, deadline=None, database=None, derandomize=True)
    @given(TEXTS)
    @example("2025年1月10日 9:30")
    @example("十一月 至 二月份")
    @example("2025 年 十二月 三十一号")
    @example("１,２00.５ 万亿")
    def holds(text: str) -> None:
        if not text.strip():
            return
        try:
            value = adapter.validate_python(text)
        except ValidationError:
            return
        assert pattern.search(text) or value == (), text

    holds()
