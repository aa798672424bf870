"""Dates as authors write them: a year, a month, a day, or words with a year to sort by.

Accepted are all spellings with one meaning: 2025-01-10, 2025.1.10, 2025/1/10, 2025年1月10日, 20250110,
二〇二五年一月十日, full-width digits, and 45667, the day's number that Excel leaves in a cell without a
date format.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any, Final

from sitegen.model.faults import NOT_A_DATE, NOT_A_DAY, TOO_LONG, WRONG_SHAPE, fault
from sitegen.model.numerals import HAN, HAN_MONTH, half_width, han_number
from sitegen.model.value_forms import Form, Reads, advice

LONGEST: Final = 200
"""Maximum length of a date, or of the words in place of one."""
SEPARATED = re.compile(r"(\d{4})(?:([-./])(\d{1,2})(?:\2(\d{1,2}))?)?\Z", re.ASCII)
IN_WORDS = re.compile(
    rf"(\d{{4}}|[{HAN}]{{4}})年(?:(\d{{1,2}}|[{HAN}]{{1,3}})月(?:(\d{{1,2}}|[{HAN}]{{1,3}})[日号])?)?\Z"
)
EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})\Z", re.ASCII)
CLOCK = re.compile(r"(.{4,15}?)(?: +|T)(\d{1,2}):(\d{2})(?::\d{2})?\Z", re.ASCII)
WITHOUT_END: Final = frozenset(["长期", "长期有效", "永久", "永久有效", "无期限", "无固定期限"])
DASHES = str.maketrans("‐‑‒–—−", "------")
EARLIEST_YEAR: Final = 1000
"""No full date of a record is older; one that seems so lacks figures of its year, as 0025-01-05."""
EXCEL_EPOCH: Final = date(1899, 12, 30)
"""Day 0 of Excel, as it counts the days after February 1900."""
EXCEL_DAYS: Final = range(20_000, 75_000)
"""From 1954 to 2105: no other number of five digits is taken for a day."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, month or year, or words (清道光年间) with a year to sort by.

    `first` and `last` are the days it spans: 2024 as a start means 2024-01-01, as an end
    2024-12-31. `text` is shown to readers.
    """

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day and, where known, the time of day ("09:30") in the site's time zone."""

    day: date
    time: str | None = None

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.time}" if self.time else self.day.isoformat()


def partial_date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, dict) and set(value) == {"text", "sort"}:
        sort = partial_date(value["sort"])
        return PartialDate(sort.first, sort.last, _text(value["text"]))
    text = _text(value)
    year, month, day = _parts(text) or (0, None, None)
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last = first if day else date(year, last_month, calendar.monthrange(year, last_month)[1])
    except (ValueError, calendar.IllegalMonthError):
        raise fault(NOT_A_DATE, value=text, **_facts(text)) from None
    if day:
        return PartialDate(first, last, first.isoformat())
    return PartialDate(first, last, f"{year:04}-{month:02}" if month else f"{year:04}")


def day(value: Any) -> date:
    if isinstance(value, date):
        return value
    return _moment(value, with_time=False).day


def moment(value: Any) -> Moment:
    return value if isinstance(value, Moment) else _moment(value, with_time=True)


def _moment(value: Any, *, with_time: bool) -> Moment:
    return _read(_text(value), with_time=with_time)


@lru_cache(maxsize=4096)
def _read(text: str, *, with_time: bool) -> Moment:
    clock = CLOCK.match(half_width(text).replace("时", ":").replace("分", ""))
    parts = _parts(clock[1].rstrip() if clock else text)
    try:
        year, month, number = parts or (0, None, None)
        on = date(year, month or 0, number or 0)
    except ValueError:
        raise fault(NOT_A_DAY, value=text, **_facts(clock[1] if clock else text)) from None
    if year < EARLIEST_YEAR:
        why = {"why": f"那是公元 {year} 年", "why_en": f"that is the year {year}"}
        right = on.replace(year=2000 + year).isoformat() if year < 100 else ""
        raise fault(NOT_A_DAY, value=text, right=right, **why)
    if clock is None:
        return Moment(on)
    if not with_time:
        why = {"why": "这里不写钟点", "why_en": "no clock time belongs here"}
        raise fault(NOT_A_DAY, value=text, right=on.isoformat(), **why)
    hour, minute = int(clock[2]), int(clock[3])
    if hour > 23 or minute > 59:
        why = {"why": "没有这个钟点", "why_en": "there is no such time of day"}
        raise fault(NOT_A_DAY, value=text, right="", **why)
    return Moment(on, f"{hour:02}:{minute:02}")


def _parts(text: str) -> tuple[int, int | None, int | None] | None:
    """(year, month, day) as written, perhaps no real day; None where the text has another form."""
    text = half_width(text).translate(DASHES)
    match = SEPARATED.match(text)
    if match:
        return int(match[1]), _int(match[3]), _int(match[4])
    if match := EIGHT_DIGITS.match(text):
        return int(match[1]), int(match[2]), int(match[3])
    if text.isascii() and text.isdigit() and len(text) == 5 and int(text) in EXCEL_DAYS:
        on = EXCEL_EPOCH + timedelta(days=int(text))
        return on.year, on.month, on.day
    match = IN_WORDS.match(re.sub(r" ?([年月日号]) ?", r"\1", text))
    numbers = [_numeral(part) for part in match.groups() if part] if match else []
    if not numbers or None in numbers:
        return None
    year, month, number = [*numbers, None, None][:3]
    return (year, month, number) if year is not None else None


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _numeral(text: str) -> int | None:
    return int(text) if text.isdigit() else han_number(text)


def _facts(text: str) -> dict[str, str]:
    """What is wrong in a text that is no date, and the date that was meant; "" where that is unclear."""
    parts = _parts(text)
    if parts is None:
        cause = _why_none(half_width(text))
        return {"why": cause[0], "why_en": cause[1], "right": _turned(text)}
    year, month, number = parts
    why = ("", "")
    if not 1 <= year <= 9999:
        why = (f"没有公元 {year} 年", f"there is no year {year}")
    elif month is not None and not 1 <= month <= 12:
        why = (f"没有 {month} 月", f"there is no month {month}")
    elif month is None or number is None:
        missing = "日" if month else "月和日"
        why = (f"少了{missing}", "the day is missing" if month else "month and day are missing")
    else:
        days = calendar.monthrange(year, month)[1]
        why = (f"{year} 年 {month} 月只有 {days} 天", f"{year}-{month:02} has only {days} days")
    return {"why": why[0], "why_en": why[1], "right": ""}


def _why_none(text: str) -> tuple[str, str]:
    """Why a text is no date that can be told from its marks."""
    if text in WITHOUT_END:
        return "没有期限的，不写这一项", "what has no end is left out"
    match = re.fullmatch(r"(\d+)[-./](\d+)[-./](\d+)", text, re.ASCII)
    if match is None:
        return "", ""
    first, second, last = match.groups()
    if len(last) == 4 and int(first) <= 12 and int(second) <= 12 and int(first) != int(second):
        return "分不清哪个是月、哪个是日", "it does not say which is the month and which the day"
    if len(first) < 4 and len(last) < 4:
        return "年份没有写满四位", "its year has not got four digits"
    return "", ""


def _turned(text: str) -> str:
    """The date in a text that has the year last. 10/1/2025 may be January or October: "" for it."""
    match = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", half_width(text), re.ASCII)
    if match is None:
        return ""
    first, second, year = (int(part) for part in match.groups())
    if first != second and first <= 12 and second <= 12:
        return ""
    try:
        return date(year, min(first, second), max(first, second)).isoformat()
    except ValueError:
        return ""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise fault(
            WRONG_SHAPE,
            wanted="日期",
            given="列表或分组",
            wanted_en="a date",
            given_en="a list or group",
            right=value[0] if isinstance(value, list) and len(value) == 1 else "",
        )
    text = value.strip()
    if len(text) > LONGEST:
        raise fault(TOO_LONG, length=str(len(text)), limit=str(LONGEST))
    return text


_DIGIT = "[0-9０-９]"
_YEAR = f"{_DIGIT}{{4}}"
_MONTH = "(?:[0０]?[1-9１-９]|[1１][0-2０-２])"
_DAY = f"(?:[0０]?[1-9１-９]|[12１２]{_DIGIT}|[3３][01０１])"
_MARKS = ("[－‐‑‒–—−-]", "[.．]", "[/／]")
_EIGHT = (
    f"{_YEAR}(?:[0０][1-9１-９]|[1１][0-2０-２])(?:[0０][1-9１-９]|[12１２]{_DIGIT}|[3３][01０１])"
)
_EXCEL = f"(?:[2-6２-６]{_DIGIT}|[7７][0-4０-４]){_DIGIT}{{3}}"


def _in_words(numbers: str) -> str:
    """The pattern of a date in words with its year, and of what may follow that as `numbers` says."""
    month = f"(?:{_MONTH}|{HAN_MONTH})[ 　]?月"
    day = f"[ 　]?(?:{_DAY}|[{HAN}]{{1,3}})[ 　]?[日号]"
    return f"(?:{_YEAR}|[{HAN}]{{4}})[ 　]?年" + numbers.format(month=f"[ 　]?{month}", day=day)


_FULL = "|".join(
    [f"{_YEAR}{mark}{_MONTH}{mark}{_DAY}" for mark in _MARKS]
    + [_EIGHT, _EXCEL, _in_words("{month}{day}")]
)
_PART = "|".join([_YEAR, *(f"{_YEAR}{mark}{_MONTH}" for mark in _MARKS), _in_words("(?:{month})?")])
_CLOCK = f"(?:[ 　]+|[TＴ]){_DIGIT}{{1,2}}[:：时]{_DIGIT}{{2}}分?(?:[:：]{_DIGIT}{{2}})?"
_DAYS = ((EXCEL_DAYS[0], EXCEL_DAYS[-1]), (1000_01_01, 9999_12_31))
DAY_FORM = Form(_FULL, advice(NOT_A_DAY), numbers=_DAYS, whole=True, examples=("2025-01-10",))
TIME_FORM = Form(
    f"(?:{_FULL})(?:{_CLOCK})?",
    advice(NOT_A_DAY),
    numbers=_DAYS,
    whole=True,
    examples=("2025-01-10 09:00", "2025-01-10"),
)
PARTIAL_FORM = Form(
    f"{_FULL}|{_PART}",
    advice(NOT_A_DATE),
    numbers=((1000, 9999), *_DAYS),
    in_words=True,
    examples=("2025-01-10", "2025-01", "2025"),
)
Partial = Annotated[PartialDate, Reads(partial_date, form=PARTIAL_FORM)]
Day = Annotated[date, Reads(day, form=DAY_FORM)]
Time = Annotated[Moment, Reads(moment, form=TIME_FORM)]
