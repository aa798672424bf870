"""Write docs/fields.md, docs/problems.md and the tables of docs/theme.md from the declarations in the code,
and docs/coverage.md from the table of tests/cities.

A test compares them, so that they cannot fall behind: run `make docs` after changing any.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

import coverage_table  # noqa: E402
import view_tables  # noqa: E402
from pydantic import BaseModel  # noqa: E402

from sitegen import files, kinds  # noqa: E402
from sitegen.checks.levels import settable  # noqa: E402
from sitegen.checks.registry import RULES  # noqa: E402
from sitegen.config.settings import Settings  # noqa: E402
from sitegen.model.collections import COLLECTIONS  # noqa: E402
from sitegen.model.common import Common  # noqa: E402
from sitegen.model.fields import is_private, steers, words  # noqa: E402
from sitegen.model.types import choices_of  # noqa: E402
from sitegen.problems import SEVERITY_WORDS  # noqa: E402


def fields_page() -> str:
    lines = [
        "# 字段 Fields",
        "",
        "由 `make docs` 从代码生成，不要手改。Made from the code by `make docs`; do not edit.",
        "",
        "每个条目是一个文件：`content/<类别>/<编号>.md`（YAML 加正文）或 `.yaml`。"
        "“必填”之外都可以不写；“内部”的字段不会出现在网站上，“不显示”的只起它写明的作用，"
        "其余的读者都看得到。",
        "",
        "## 所有条目共有 Common to every entry",
        "",
        *table(Common),
    ]
    for name, collection in COLLECTIONS.items():
        own = collection.model
        skip = set(Common.model_fields) if issubclass(own, Common) else set()
        place = f"content/{name}.yaml" if collection.tree else f"content/{name}/"
        lines += ["", f"## {collection.title.zh} {collection.title.en} `{place}`", ""]
        lines += table(own, skip) if set(own.model_fields) - skip else ["没有自己的字段。"]
    lines += ["", "## 站点设置 Settings `site.yaml`", "", *table(Settings)]
    return "\n".join(lines) + "\n"


def table(model: type[BaseModel], skip: Set[str] = frozenset()) -> list[str]:
    head = ["| 字段 | 名称 | 说明 | Description |", "|---|---|---|---|"]
    return [*head, *rows(model, "", skip)]


def rows(model: type[BaseModel], prefix: str, skip: Set[str]) -> Iterator[str]:
    for attribute, info in model.model_fields.items():
        if attribute in skip:
            continue
        name = prefix + (info.alias or attribute)
        zh, en, about_zh, about_en = words(info)
        marks = ["必填"] if info.is_required() else []
        marks += ["内部"] if is_private(info) else []
        choices = choices_of(info)
        if choices:
            marks.append("可选：" + "、".join(label.zh for label in choices.options.values()))
        decides = steers(info)
        marks += [f"不显示，决定{decides[0]}"] if decides else []
        about_en += f" (not shown; decides {decides[1]})" if decides else ""
        mark = f"（{'；'.join(marks)}）" if marks else ""
        yield f"| `{name}` | {zh} {en} | {about_zh}{mark} | {about_en} |"
        inner = inner_model(info.annotation)
        if inner is not None and inner.__name__.split("[")[0] != "Stated":
            yield from rows(inner, f"{name}.", set())


def inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        inner = inner_model(argument)
        if inner is not None:
            return inner
    return None


def problems_page() -> str:
    lines = [
        "# 问题代码 Problems",
        "",
        "由 `make docs` 从代码生成，不要手改。`sitegen explain 代码` 显示同样的说明。"
        " Made from the code by `make docs`; `sitegen explain CODE` says the same.",
        "",
        "标“可设”的，site.yaml 可以改级别或关闭；别的不能，生成网站要靠它们。"
        " Those marked 可设 may be set in site.yaml; building a site relies on the others:",
        "",
        "```yaml",
        "rules:",
        "  image.no-alt: 提醒                  # warning; 错误 error",
        "  organization.credit-code: 关闭      # off",
        "```",
        "",
        "| 代码 | 级别 | 说明与改法 | Message and fix |",
        "|---|---|---|---|",
    ]
    free = settable(RULES)
    for kind in kinds.every():
        level = SEVERITY_WORDS["zh"][kind.severity] + ("，可设" if kind.code in free else "")
        zh = f"{plain(kind.zh)}。{plain(kind.fix_zh)}"
        en = f"{plain(kind.en)}. {plain(kind.fix_en)}"
        lines.append(f"| `{kind.code}` | {level} | {zh} | {en} |")
    return "\n".join(lines) + "\n"


def plain(wording: str) -> str:
    for mark, text in (("[[", ""), ("]]", ""), ("{{", "{"), ("}}", "}"), ("|", "\\|"), ("\n", " ")):
        wording = wording.replace(mark, text)
    return wording


def theme_page() -> str:
    """The page as it is, with its tables made anew: what stands above them is written by hand."""
    written = (ROOT / "docs" / "theme.md").read_text("utf-8")
    above, mark, _ = written.partition(TABLES)
    if not mark:
        raise ValueError(f"docs/theme.md has lost its line {TABLES}")
    return f"{above}{mark}\n\n{view_tables.tables()}"


def form_page() -> str:
    """What the editor shows as its help, in both languages."""
    folder = ROOT / "sitegen" / "editing" / "help"
    zh, en = ((folder / f"{language}.md").read_text("utf-8") for language in ("zh", "en"))
    for heading, (name, about) in FORM_PICTURES.items():
        zh = zh.replace(f"{heading}\n", f"{heading}\n\n![{about}](pictures/{name}.webp)\n", 1)
    return f"{MADE_OF_HELP}\n\n{zh}\n{en}"


FORM_PICTURES = {
    "## 打开": ("form-list", "全部条目的列表：上面能按名称、拼音找，有问题的在最前面"),
    "## 找和改": ("form-entry", "一个条目的表单：手机号的提醒就在“一句话”下面"),
    "## 表格和名单": ("form-import", "粘贴的名单试算一遍：新增几个，哪一格要改"),
    "## 先审后发": ("form-review", "审核的三步：张三写好了，轮到复核"),
}
"""The picture below a heading, with its words; docs/editors/form_pictures.py draws them."""


MADE_OF_HELP = (
    "<!-- 由 make docs 从 sitegen/editing/help 生成，不要手改。Made by make docs; do not edit. -->"
)
TABLES = (
    "<!-- 以下由 make docs 从代码生成，不要手改。Made from the code by make docs; do not edit. -->"
)
PAGES = {
    "fields.md": fields_page,
    "problems.md": problems_page,
    "theme.md": theme_page,
    "coverage.md": coverage_table.page,
    "editors/form.md": form_page,
}


if __name__ == "__main__":
    for name, page in PAGES.items():
        files.write(ROOT / "docs" / name, page().encode())
