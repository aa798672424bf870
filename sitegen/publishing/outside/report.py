"""What was found from outside, as a page to keep and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from sitegen.problems import Problem, Report
from sitegen.publishing.outside.looking import Look

PAGE = """<!DOCTYPE html>
<html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body{{font:1rem/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}
table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid #999;padding:.4rem;text-align:left;
vertical-align:top;overflow-wrap:anywhere}}</style>
<h1>{title}</h1>
<p>{facts}</p>
{found}
</html>
"""


def as_json(look: Look, problems: Sequence[Problem]) -> bytes:
    """The report as JSON: what was looked at, and the problems as `--format json` has them."""
    told = {
        "url": look.url,
        "release": look.record.id,
        "data_date": look.record.data_date,
        "at": look.now.isoformat(timespec="seconds"),
        "looked_at": len(look.looked_at()),
        "problems": json.loads(Report(list(problems)).json()),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def as_page(look: Look, problems: Sequence[Problem]) -> bytes:
    """The report as a page that needs nothing else."""
    title = "从外面核对发布的网站"
    facts = (
        f"{look.url}：版本 {look.record.id}，数据截至 {look.record.data_date}；"
        f"{look.now:%Y-%m-%d %H:%M} 看了 {len(look.looked_at())} 个文件"
    )
    rows = "".join(
        f"<tr><td>{escape(problem.kind.severity.value)}<td>{escape(problem.message('zh'))}"
        f"<td>{escape(problem.fix('zh'))}"
        for problem in problems
    )
    table = f"<table><tr><th>级别<th>问题<th>怎么办{rows}</table>"
    found = table if problems else "<p>没有发现问题。</p>"
    return PAGE.format(title=escape(title), facts=escape(facts), found=found).encode()
