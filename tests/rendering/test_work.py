"""A body made to be slow is refused at its place; an honest one never is."""

from __future__ import annotations

import time

import pytest

from sitegen.rendering import markdown
from sitegen.rendering.dialect import work
from sitegen.rendering.dialect.findings import Finding
from tests.support.hostile_shapes import SHAPES

NAMES = frozenset(["gi"])
MIB = 1 << 20
WORST = 6e-7
"""Seconds of a step, at most; one takes about 1e-7 on the machine of decision 22, three times that on a busy one."""
SECTION = """## 第{n}节

本节说的**第{n}号**梨，产在青溪两岸的沙壤土上，秋分前后采收，皮薄汁多，贮藏得当可以放到来年春天，见[条目](gi:xueli-{n})、*另见*[来源](https://a.example/{n}) [^{n}]，`编号{n}`。{links}

| 名称 | 产地 | 数量 |
|---|---|---|
{rows}

- <b>粗</b> &amp; 细
- 区间 [0, {n})

[^{n}]: 注文，[出处](https://b.example/{n})
"""


def refused(source: str) -> list[Finding]:
    findings = markdown.render(source, NAMES).findings
    return [finding for finding in findings if finding.kind is work.TOO_MUCH]


def article(sections: int) -> str:
    """A long article with 15 links and 10 rows of a table in each section."""
    rows = "\n".join(f"| 雪梨{row} | [青溪](gi:qingxi) | `{row}` |" for row in range(10))
    links = "，".join(f"[梨](gi:li-{link})" for link in range(3))
    return "\n".join(SECTION.format(n=n, rows=rows, links=links) for n in range(sections))


@pytest.mark.parametrize(
    "unit",
    [
        *("[", "![", "[^", "[a](", "[a][", "<b><i>", "`a", "~~a", "\\*", "&a;", "a\n=\n", "#\n"),
        *("（一）a\n", "[TOC]\n\n", "<div>", "a|b\n-|-\n", "*a **b ", "汉字[\n\n", "- > "),
    ],
)
def test_a_body_made_to_be_slow_is_refused_in_time(unit: str) -> None:
    body = f"前言\n\n　　{unit * (MIB // len(unit.encode()))}"
    begun = time.process_time()
    findings = refused(body)
    took = time.process_time() - begun
    assert [finding.kind.code for finding in findings] == ["markdown.too-much"]
    assert took < work.STEPS * WORST


def test_the_place_is_that_of_the_paragraph_with_the_marks() -> None:
    body = "甲\n\n乙丙：" + "[a](" * 5_000 + "[x]" * 20_000 + "\n\n丁\n"
    assert [(finding.line, finding.column > 3) for finding in refused(body)] == [(3, True)]


def test_a_long_article_with_thousands_of_links_is_published() -> None:
    source = article(250)
    prose = markdown.render(source, NAMES)
    assert source.count("](") > 3_000 and len(source.encode()) > 200_000
    assert [finding.kind.code for finding in prose.findings] == []
    assert prose.html.count("<a ") > 3_000
    assert work.STEPS - reader_work().left < work.STEPS // 2


def reader_work() -> work.Work:
    """The work of the reader that converts bodies in this process."""
    read = markdown.reader()
    cells = {
        name: cell.cell_contents
        for name, cell in zip(read.__code__.co_freevars, read.__closure__ or (), strict=True)
    }
    return cells["dialect"].work  # type: ignore[no-any-return]


def test_the_body_after_a_refused_one_is_converted_as_ever() -> None:
    source = "看[甲](gi:a)[^1]和`乙`，<b>丙</b>\n\n[^1]: 注"
    before = markdown.render(source, NAMES)
    assert refused("[" * 100_000 + "]")
    assert markdown.render(source, NAMES) == before


@pytest.mark.parametrize("name", SHAPES)
def test_no_body_takes_more_time_than_its_steps(name: str) -> None:
    source = SHAPES[name](16_000)
    markdown.render("*a*", NAMES)
    ratios = (_time_by_steps(source) for _ in range(5))
    assert any(ratio < 1 for ratio in ratios)  # a busy machine may delay one


def _time_by_steps(source: str) -> float:
    """The time that a body takes as a part of that which its steps allow."""
    reader_work().begin()
    begun = time.process_time()
    prose = markdown.render(source, NAMES)
    took = time.process_time() - begun
    given_up = prose.too_deep or any(finding.kind is work.TOO_MUCH for finding in prose.findings)
    steps = work.STEPS if given_up else work.STEPS - reader_work().left
    return took / (0.02 + (steps + 20 * len(source)) * WORST)
