"""Events: fairs, campaign weeks, training, and what came of them."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Common
from sitegen.model.dates import Partial
from sitegen.model.fields import REQUIRED, field
from sitegen.model.number_types import Integer
from sitegen.model.outline import Outline
from sitegen.model.references import Reference, References, reference_or_name
from sitegen.model.types import Label, Line, Name, Names, Text, YesNo, choice

KINDS = {
    "fair": Label("展会", "fair"),
    "campaign": Label("宣传周和宣传日", "campaign"),
    "training": Label("培训", "training"),
    "promotion": Label("推介", "promotion"),
    "ceremony": Label("颁奖和发布", "ceremony"),
}


class Event(Common):
    kind: Annotated[str, *choice("events.kind", KINDS)] = field(
        "种类",
        "Kind",
        "展会、宣传周和宣传日、培训、推介、颁奖和发布",
        "fair, campaign, training, promotion, ceremony",
        default=REQUIRED,
        on_card=True,
    )
    starts: Partial | None = field("开始", "Starts", "哪一天开始", "its first day", usual=True)
    ends: Partial | None = field("结束", "Ends", "不写就是当天", "else the same day")
    yearly: YesNo = field(
        "每年都有",
        "Every year",
        "每年在同一天，如 3 月 15 日",
        "on the same day of each year",
        default=False,
        steers=("日历里每年都有", "that calendars repeat it"),
    )
    series: Name | None = field("系列", "Series", "属于哪个系列", "the series it belongs to")
    number: Integer | None = field("届次", "Number", "第几届", "which one of the series")
    times: Integer | None = field("场次", "Times", "共办了几场", "how many there were in all")
    venue: Line | None = field("地点", "Venue", "在哪里办", "where it is held", usual=True)
    organizers: Names = field(
        "主办", "Organizers", "谁主办，用 、 隔开", "who holds it, 、 between them", default=()
    )
    exhibitors: References[Annotated[Reference | str, reference_or_name("organizations")]] = field(
        "参展单位",
        "Exhibitors",
        "编号或名称，用 、 隔开",
        "ids or names, 、 between them",
        default=(),
    )
    results: Text | None = field("结果", "Results", "办得怎样，有何数字", "what came of it")

    def outline(self) -> Outline:
        return super().outline()._replace(kind=self.kind)
