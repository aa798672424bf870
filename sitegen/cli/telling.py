"""What a run says on the terminal: its stages, its problems, its end; and the questions it asks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sitegen.authoring.interview import Question
    from sitegen.pipeline.outcome import BuildResult
    from sitegen.problems import Language, Report

STAGES = {
    "read": ("读取条目", "read entries"),
    "assemble": ("汇总核对", "assemble"),
    "plan": ("安排页面", "plan pages"),
    "make": ("生成页面", "make pages"),
    "check": ("检查链接", "check links"),
    "commit": ("写入输出", "commit"),
}
SLOW_SECONDS = 1.0
"""Stages of a build that takes longer than this are told as they pass."""


class Watch:
    """Tells the stages of a long run as they pass, and how long each took."""

    def __init__(self, lang: Language, timings: bool) -> None:
        self._number = 0 if lang == "zh" else 1
        self._timings = timings
        self._start = self._last = time.perf_counter()

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._start

    def tick(self, stage: str) -> None:
        now = time.perf_counter()
        if self._timings or now - self._start > SLOW_SECONDS:
            click.echo(f"  {STAGES[stage][self._number]} {now - self._last:.2f} s", err=True)
        self._last = now


def told(built: BuildResult, seconds: float, lang: Language) -> str:
    """The last line of a build: counts of files, its time, the next change of a status."""
    if lang == "zh":
        line = f"生成 {built.made}，保留 {built.kept}，移除 {built.removed}；用时 {seconds:.2f} 秒"
        change = f"下一次状态变化：{built.next_change}" if built.next_change else "没有将到期的状态"
        return f"{line}；{change}"
    line = f"made {built.made}, kept {built.kept}, removed {built.removed} in {seconds:.2f} s"
    change = (
        f"next status change: {built.next_change}" if built.next_change else "no status will change"
    )
    return f"{line}; {change}"


def tell(report: Report, form: str, lang: Language, every: bool) -> None:
    if form == "json":
        click.echo(report.json(lang), nl=False)
    elif form == "github":
        click.echo(report.github(lang), nl=False)
    else:
        click.echo(report.text(lang, every=every), nl=False, err=True)


def failed(report: Report, lang: Language) -> None:
    from sitegen.problems import Severity

    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    if lang == "zh":
        line = f"{errors} 个错误，{warnings} 个提醒；网站没有改动"
    else:
        line = f"{errors} errors, {warnings} warnings; the site is unchanged"
    click.echo(line, err=True)


SHOWN_CHOICES = 40


def ask(question: Question, lang: Language) -> str:
    """Put one question on the terminal. A long list of choices is not shown: names work too."""
    mark = (" *", " *") if question.required else ("（可不填）", " (optional)")
    click.echo(f"\n{question.title}{mark[lang != 'zh']}  {question.about}")
    if len(question.choices) <= SHOWN_CHOICES:
        for number, (written, called) in enumerate(question.choices, start=1):
            click.echo(f"  {number}. {called}" + (f"  {written}" if written != called else ""))
    answer: str = click.prompt(
        question.field,
        default=question.proposal,
        show_default=bool(question.proposal),
        prompt_suffix="> ",
    )
    return answer
