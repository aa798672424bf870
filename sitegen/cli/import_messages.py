"""What `sitegen table import` says of the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitegen.visible import one_line

if TYPE_CHECKING:
    from sitegen.authoring.importing.differences import FieldChange
    from sitegen.authoring.importing.proposal import Proposal
    from sitegen.commands.marked_tables import MarkedCopy
    from sitegen.commands.table_import import Import
    from sitegen.problems import Language

SHOWN_ROWS = 20
"""So many rows of each kind are listed, unless all are wanted."""
SHOWN_TEXT = 60
"""Longer values are cut."""


def import_lines(file: str, done: Import, language: Language, *, details: bool) -> Iterator[str]:
    """What becomes of the rows: their numbers, the new entries, the changes field by field, photos, what to do next."""
    from sitegen.authoring.importing.proposal import Outcome

    rows = {
        outcome: [row for row in done.proposals.rows if row.outcome is outcome]
        for outcome in Outcome
    }
    new, changed = rows[Outcome.NEW], rows[Outcome.CHANGED]
    same, refused = len(rows[Outcome.UNCHANGED]), len(rows[Outcome.REFUSED])
    in_zh = language == "zh"
    name = one_line(file)
    yield (
        f"{name}：新增 {len(new)}，改动 {len(changed)}，不变 {same}，不收 {refused}"
        if in_zh
        else f"{name}: {len(new)} new, {len(changed)} changed, {same} unchanged, {refused} refused"
    )
    if not done.proposals.rows and not done.proposals.is_open:
        yield "表头下面没有一行填了东西" if in_zh else "no row below the header has anything in it"
        return
    shown = len(done.proposals.rows) if details else SHOWN_ROWS
    if new:
        yield "新增" if in_zh else "New"
        yield from (f"  {_row(row)}" for row in new[:shown])
        yield from _more(len(new) - shown, language)
    if changed:
        yield "改动" if in_zh else "Changed"
        for row in changed[:shown]:
            yield f"  {_row(row)}"
            yield from (f"    {_change(change, language)}" for change in row.changes)
        yield from _more(len(changed) - shown, language)
    yield from _photos(done, shown, language)
    kept = sum(len(row.kept) for row in done.proposals.rows if row.outcome is not Outcome.REFUSED)
    if kept and in_zh:
        yield f"空着的有 {kept} 处在条目里有值，保持不变；要清空，加上 --clear"
    elif kept:
        yield f"{kept} blank cells have a value in the entry, which stays; --clear empties them"
    yield from _next(done, new + changed, refused, language)


def _photos(done: Import, shown: int, language: Language) -> Iterator[str]:
    """Each photo with what it becomes."""
    in_zh = language == "zh"
    if done.photos:
        yield f"照片 {len(done.photos)} 张" if in_zh else f"{len(done.photos)} photos"
    for one in done.photos[:shown]:
        there = "" if one.is_new else "（已经有了）" if in_zh else " (is there already)"
        colon = "：" if in_zh else ": "
        yield f"  {one_line(f'{one.name}{colon}{one.photo.shown} → {one.path}')}{there}"
    yield from _more(len(done.photos) - shown, language)


def _row(row: Proposal) -> str:
    """The place, the name and the id of a row's entry."""
    place = row.at.cell or f"{row.at.line}"
    place = f"{row.at.sheet}!{place}" if row.at.sheet else f":{place}"
    return one_line(f"{place}  {row.name}（{row.collection}:{row.id}）")


def _change(change: FieldChange, language: Language) -> str:
    in_zh = language == "zh"
    title = change.title if in_zh else change.title_en
    nothing = "（空）" if in_zh else "(blank)"
    old, new = (_cut(text) or nothing for text in (change.old, change.new))
    return one_line(f"{title}{'：' if in_zh else ': '}{old} → {new}")


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN_TEXT else text[: SHOWN_TEXT - 1] + "…"


def _more(count: int, language: Language) -> Iterator[str]:
    if count > 0 and language == "zh":
        yield f"  还有 {count} 个；加上 --details 全部列出"
    elif count > 0:
        yield f"  {count} more; --details lists them all"


def _marked(copy: MarkedCopy, in_zh: bool) -> Iterator[str]:
    name = one_line(copy.path.name)
    if in_zh:
        plain = "，是另做的表格，只有原来的文字" if copy.is_plain else ""
        yield f"{copy.cells} 处标在 {name} 里（有颜色，批注里有改法{plain}）：改好后再导入这一份"
    else:
        plain = " (a new workbook, which has only the texts)" if copy.is_plain else ""
        yield f"{copy.cells} cells are marked in {name}{plain}: correct them and import that one"
    if copy.left_out:
        yield (
            f"还有 {copy.left_out} 处没有标，改好这些再来"
            if in_zh
            else f"{copy.left_out} more are not marked; correct these first"
        )


def _next(
    done: Import, wanted: Sequence[Proposal], refused: int, language: Language
) -> Iterator[str]:
    in_zh = language == "zh"
    if done.marked is not None:
        yield from _marked(done.marked, in_zh)
    if done.written is None and done.could_write:
        rest = f"（不收的 {refused} 行不写；加 --all 则有一行不收就都不写）" if refused else ""
        rest_en = f" (but for {refused} rows; with --all, nothing unless all)" if refused else ""
        yield (
            f"这是试算，什么都没有写。要写入，加上 --write{rest}"
            if in_zh
            else f"This was a dry run, nothing is written. --write writes it{rest_en}"
        )
    elif done.written is None or not done.could_write:
        yield "什么都没有写" if in_zh else "nothing is written"
        if wanted and done.proposals.is_open:
            yield "先按上面的提示说明各列" if in_zh else "say first what the columns above mean"
    else:
        count = len(done.written)
        yield (
            f"写好了 {count} 个文件；接着运行 sitegen check"
            if in_zh
            else f"wrote {count} files; now run sitegen check"
        )
