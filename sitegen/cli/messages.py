"""Everything that a command prints: its problems, its result, the stages of a long run."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.console import echo
from sitegen.visible import one_line

if TYPE_CHECKING:
    from sitegen.commands.list import ListedEntry
    from sitegen.commands.schema import Written
    from sitegen.commands.table_export import ExportedTable
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
"""Once a build has taken this long, each stage is printed as it ends."""


class StageTimes:
    """The stopwatch of a run. Prints how long each stage took: of a slow run, or `always`."""

    def __init__(self, language: Language, *, always: bool) -> None:
        self._language_index = 0 if language == "zh" else 1
        self._always = always
        self._start = self._last = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.perf_counter() - self._start

    def stage_ended(self, stage: str) -> None:
        now = time.perf_counter()
        if self._always or now - self._start > SLOW_SECONDS:
            name = STAGES[stage][self._language_index]
            echo(f"  {name} {now - self._last:.2f} s", err=True)
        self._last = now


def print_report(
    report: Report, language: Language, *, format: str = "text", list_all: bool = False
) -> None:
    """Print the problems: as text to stderr, in the formats for programs to stdout."""
    if format == "json":
        echo(report.json(language), nl=False, for_programs=True)
    elif format == "github":
        echo(report.github(language), nl=False, for_programs=True)
    else:
        echo(report.text(language, every=list_all), nl=False, err=True)


def print_failure(report: Report, language: Language) -> None:
    """Print the last line of a run with errors."""
    from sitegen.problems import Severity

    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    if language == "zh":
        line = f"{errors} 个错误，{warnings} 个提醒；网站没有改动"
    else:
        line = f"{errors} errors, {warnings} warnings; the site is unchanged"
    echo(line, err=True)


def build_message(result: BuildResult, seconds: float, language: Language) -> str:
    """The last line of a build: numbers of files, its time, the next change of a status."""
    change = result.next_change
    if language == "zh":
        return (
            f"生成 {result.made}，保留 {result.kept}，移除 {result.removed}；用时 {seconds:.2f} 秒；"
            + (f"下一次状态变化：{change}" if change else "没有将到期的状态")
        )
    return (
        f"made {result.made}, kept {result.kept}, removed {result.removed} in {seconds:.2f} s; "
        + (f"next status change: {change}" if change else "no status will change")
    )


def archive_message(folder: Path, result: BuildResult, seconds: float, language: Language) -> str:
    """The last line of an archive: where it is, how many files."""
    name, count = one_line(str(folder)), result.made + result.kept
    if language == "zh":
        return f"封存到 {name}：{count} 个文件，用时 {seconds:.2f} 秒；整个文件夹放到服务器或光盘上就能看"
    return f"kept in {name}: {count} files, {seconds:.2f} s; put the folder on a server or a disc"


def check_message(count: int, seconds: float, language: Language) -> str:
    if language == "zh":
        return f"检查了 {count} 个网页和文件，没有错误（{seconds:.2f} s）"
    return f"{count} pages and files checked, no errors ({seconds:.2f} s)"


def record_message(lines: int, language: Language) -> str:
    return f"台账新增 {lines} 行" if language == "zh" else f"{lines} lines added to the ledger"


def address_message(url: str, language: Language) -> str:
    """The first line of a preview."""
    return f"预览 {url}  按 Ctrl-C 结束" if language == "zh" else f"preview {url}  Ctrl-C ends it"


def rebuild_message(result: BuildResult, seconds: float, language: Language) -> str:
    """The line for each build of a preview."""
    if language == "zh":
        return f"生成 {result.made}，移除 {result.removed}；用时 {seconds:.2f} 秒"
    return f"made {result.made}, removed {result.removed} in {seconds:.2f} s"


def preview_end_message(language: Language) -> str:
    return "\n预览结束" if language == "zh" else "\npreview ended"


def new_entry_message(file: Path, language: Language) -> str:
    name = one_line(str(file))
    if language == "zh":
        return f"写好了 {name}\n填好内容，再运行 sitegen check"
    return f"wrote {name}\nfill it in, then run sitegen check"


def schemas_message(written: Written, language: Language) -> str:
    """What was written for editors, and what VS Code needs besides."""
    is_chinese = language == "zh"
    schemas = (
        f"{written.changed} 个 JSON Schema" if is_chinese else f"{written.changed} JSON Schemas"
    )
    parts = [part for part in (schemas if written.changed else "", written.settings) if part]
    if not parts:
        none = f"{written.every} 个 JSON Schema 都没有变化"
        return none if is_chinese else f"none of the {written.every} JSON Schemas has changed"
    if is_chinese:
        return (
            f"写好了 {'、'.join(parts)}\n用 VS Code 打开站点文件夹，装上扩展“YAML”（redhat.vscode-yaml），"
            "写 .yaml 文件时就有提示；条目多了以后再运行一次"
        )
    return (
        f"wrote {' and '.join(parts)}\nopen the folder of the site in VS Code with the extension “YAML” "
        "(redhat.vscode-yaml): it completes and checks .yaml files; run this again when there are more entries"
    )


def not_asked_message(fields: Sequence[str], language: Language) -> str:
    """What stayed empty because there is no terminal to ask on."""
    if language == "zh":
        return f"不是在终端里运行，没有提问，也不读管道里的回答；还空着的必填项：{'、'.join(fields)}（用 --set 字段=值 给）"
    return (
        f"not on a terminal: nothing was asked, and no piped answers are read; required and still empty: "
        f"{', '.join(fields)} (give them by --set field=value)"
    )


def new_site_message(folder: Path, count: int, program: str, language: Language) -> str:
    """How many files were written, and what to type next; `program` is how this one was started."""
    name = one_line(str(folder))
    shell_word = f'"{name}"' if " " in name else name
    if language == "zh":
        first_line = f"建好了 {count} 个文件。接着运行："
        last_line = "或者双击文件夹里的“编辑网站”，在浏览器里用表单改"
    else:
        first_line = f"{count} files written. Next:"
        last_line = "or double-click “编辑网站” in the folder, which opens forms in the browser"
    return f"{first_line}\n  {program} serve --site {shell_word}\n{last_line}"


def copied_site_message(folder: Path, count: int, language: Language) -> str:
    """How many files were written, and what must differ from the site they come from."""
    settings = one_line(str(folder / "site.yaml"))
    if language == "zh":
        return (
            f"建好了 {count} 个文件。先改 {settings} 里的 id、name、permanent_url，"
            "再用 sitegen new 新建条目。"
        )
    return (
        f"{count} files written. First change id, name and permanent_url in "
        f"{settings}, then make entries with sitegen new."
    )


def exported_table_message(file: Path, exported: ExportedTable, language: Language) -> str:
    """What was written: its sheets, whether it is for the office only, what is missing."""
    (title, rows), *further = exported.sheets
    further = [(sheet, count) for sheet, count in further if count]
    name = one_line(str(file))
    if language == "zh":
        lines = [f"写好了 {name}：{title} {rows} 个条目"]
        if further:
            lines.append(
                "另有工作表 " + "、".join(f"{sheet} {count} 行" for sheet, count in further)
            )
        if exported.private:
            private = "、".join(exported.private)
            lines.append(f"里面有内部资料（{private}），请勿外传；要外传，加 --public 另导一份")
        if exported.bodies:
            lines.append(f"正文不在表格里（{exported.bodies} 个条目有），仍在各自的文件里改")
        if exported.unread:
            lines.append(f"没有读全、也没有写全的文件：{'、'.join(exported.unread)}（原因见上）")
        return one_line_each(lines)
    lines = [f"wrote {name}: {rows} entries of “{title}”"]
    if further:
        sheets = ", ".join(f"“{sheet}” ({count} rows)" for sheet, count in further)
        lines.append(f"further sheets: {sheets}")
    if exported.private:
        private = ", ".join(f"“{header}”" for header in exported.private)
        lines.append(f"it holds what is never published ({private}); for others use --public")
    if exported.bodies:
        lines.append(f"bodies are not in it ({exported.bodies} entries): edit them in their files")
    if exported.unread:
        lines.append(f"not read whole, nor written whole: {', '.join(exported.unread)} (see above)")
    return one_line_each(lines)


def one_line_each(lines: Sequence[str]) -> str:
    return "\n".join(map(one_line, lines))


def written_message(file: Path, language: Language) -> str:
    name = one_line(str(file))
    return f"写好了 {name}" if language == "zh" else f"wrote {name}"


def new_form_message(file: Path, language: Language) -> str:
    name = one_line(str(file))
    if language == "zh":
        return f"写好了 {name}\n打开看一遍，就可以发给企业填；灰色的一行是示例，收回来时不会读"
    return f"wrote {name}\nit can go out to enterprises; the grey row is an example, which is never read"


def entry_lines(entries: Mapping[str, Sequence[ListedEntry]], language: Language) -> Iterator[str]:
    """`id  name` of each entry, the names below each other."""
    draft = "（草稿）" if language == "zh" else " (draft)"
    for members in entries.values():
        width = max((len(entry.id) for entry in members), default=0)
        for entry in members:
            line = f"{entry.id:{width}}  {entry.name}{draft if entry.is_draft else ''}"
            yield one_line(line.rstrip())


def collection_lines(
    entries: Mapping[str, Sequence[ListedEntry]], language: Language
) -> Iterator[str]:
    """The number of entries, the name and the title of each collection."""
    from sitegen.model.collections import COLLECTIONS

    for name, members in entries.items():
        title = COLLECTIONS[name].title
        yield f"{len(members):6}  {name:14} {title.zh if language == 'zh' else title.en}"
