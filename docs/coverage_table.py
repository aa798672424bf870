"""docs/coverage.md: what the five founding documents ask a showcase to carry, and where each is shown.

The table is written by hand in tests/cities/mechanisms.yaml, whose test holds it against the built sites.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "tests" / "cities" / "mechanisms.yaml"
DEMO = "weifang"
"""This one is the demo site itself; the others are the small sites beside the table."""


def page() -> str:
    table = yaml.safe_load(TABLE.read_text("utf-8"))
    mechanisms = table["mechanisms"]
    lines = [
        "# 五份文件 The founding documents",
        "",
        "由 `make docs` 从 `tests/cities/mechanisms.yaml` 生成，不要手改。"
        "Made from `tests/cities/mechanisms.yaml` by `make docs`; do not edit.",
        "",
        f"五份文件里的 {len(mechanisms)} 种办法，各写在哪个条目里，哪一页显示。"
        f" The {len(mechanisms)} mechanisms of five documents, the entry that carries each, the page that shows it.",
    ]
    for document, title in table["documents"].items():
        of_it = [one for one in mechanisms if one["id"].split("-")[0] == document]
        lines += ["", f"## {title} `{folder(document)}`", "", *rows(of_it)]
    return "\n".join(lines) + "\n"


def folder(document: str) -> str:
    return "content/" if document == DEMO else f"tests/cities/{document}/"


def rows(mechanisms: list[dict[str, Any]]) -> Iterator[str]:
    yield "| 编号 Id | 办法 | 条目 Entries | 网页 Page |"
    yield "|---|---|---|---|"
    for one in mechanisms:
        entries = " ".join(f"`{key}`" for key in (one["entry"], *one.get("also", ())))
        yield f"| {one['id']} | {one['mechanism']} | {entries} | `{one['page']}` |"
