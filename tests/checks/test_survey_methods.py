"""A survey says how it was done and how many were asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

SURVEY = """\
name: 消费者调查
kind: 调查
released: 2025-03-15
method: 入户问卷
sample: 1,600户
figures:
  - {row: a, name: 满意度, value: 96, unit: "%", scope: 比率}
"""
PATH = "content/figures/survey.yaml"


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        ("sample: 1,600户\n", "figures.survey-without-sample"),
        ("method: 入户问卷\n", "figures.survey-without-method"),
    ],
)
def test_without_method_or_sample_it_is_refused(tmp_path: Path, left_out: str, code: str) -> None:
    site = SiteTest(tmp_path, {PATH: SURVEY.replace(left_out, "")}).build()
    site.fails_with(f"{PATH}:2:7 {code}")


def test_with_both_it_passes_and_other_releases_need_neither(tmp_path: Path) -> None:
    press = SURVEY.replace("调查\n", "新闻发布会\n", 2).replace("sample: 1,600户\n", "")
    files = {PATH: SURVEY, "content/figures/press.yaml": press}
    SiteTest(tmp_path, files).build().passes()
