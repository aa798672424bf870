"""What publish, rollback and withdraw say when they have ended."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sitegen.cli.console import echo
from sitegen.visible import one_line

if TYPE_CHECKING:
    from sitegen.commands.publication import Done
    from sitegen.commands.rollback import Listed, RolledBack
    from sitegen.commands.verify import Verified
    from sitegen.commands.withdraw import Withdrawn
    from sitegen.problems import Language
    from sitegen.publishing.difference import Difference

EVERY = 2.0
"""Seconds between two lines that say how far an upload is."""
SHOWN = 8
"""So many paths of a kind are named; --all names all."""
KILO = 1000


class UploadProgress:
    """Says now and then how much of an upload is done; nothing of a short one."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._last = time.perf_counter()

    def __call__(self, done: int, whole: int) -> None:
        now = time.perf_counter()
        if now - self._last < EVERY or done >= whole:
            return
        self._last = now
        sizes = f"{_size(done)} / {_size(whole)}"
        words = f"  已传 {sizes}" if self._language == "zh" else f"  {sizes} sent"
        echo(words, err=True)


def publish_message(done: Done, seconds: float, language: Language, *, every: bool = False) -> str:
    """What a publication changed, and what is shown now."""
    zh = language == "zh"
    lines = list(_changes(done.difference, language, every=every))
    if done.damaged is not None:
        lines += _repairs(done, done.damaged, language, every=every)
    size = _size(done.difference.bytes)
    if done.record is None:
        before = done.before.id if done.before else ("无" if zh else "none")
        last = (
            f"演练：{_counts(done.difference, language)}，要传 {size}；“{done.target}”现在是 {before}，没有改动"
            if zh
            else f"dry run: {_counts(done.difference, language)}, {size} to send; “{done.target}” has {before}, unchanged"
        )
    elif done.before is not None and done.record.id == done.before.id:
        last = (
            f"和“{done.target}”上的 {done.record.id} 一样，不用发布（{seconds:.1f} 秒）"
            if zh
            else f"the same as {done.record.id} on “{done.target}”: nothing to publish ({seconds:.1f} s)"
        )
    else:
        back = done.before.id if done.before else ""
        last = (
            f"已发布到“{done.target}”：{done.record.id}；{_counts(done.difference, language)}，传了 {size}；用时 {seconds:.1f} 秒"
            + (f"\n退回上一个：sitegen rollback {done.target}（{back}）" if back else "")
            if zh
            else f"published to “{done.target}”: {done.record.id}; {_counts(done.difference, language)}, {size} sent; {seconds:.1f} s"
            + (f"\nback to the last one: sitegen rollback {done.target} ({back})" if back else "")
        )
    return "\n".join([*lines, last])


def _repairs(
    done: Done, damaged: Sequence[str], language: Language, *, every: bool
) -> Iterator[str]:
    """Which files on the target were not as they had been put."""
    zh = language == "zh"
    if not damaged:
        yield (
            f"“{done.target}”上的文件都和发布时一样"
            if zh
            else f"all files on “{done.target}” are as they were published"
        )
        return
    shown = damaged if every else damaged[:SHOWN]
    yield from (f"  {'坏' if zh else 'damaged'} {one_line(path)}" for path in shown)
    if rest := len(damaged) - len(shown):
        yield (
            f"  坏 …… 还有 {rest} 个（--all 全部列出）"
            if zh
            else f"  damaged … and {rest} more (--all lists them)"
        )
    again = done.record is not None
    if zh:
        yield f"“{done.target}”上有 {len(damaged)} 个文件坏了或没有了{'，已经重新放好' if again else ''}"
    else:
        way = "; they are put again" if again else ""
        yield f"{len(damaged)} files on “{done.target}” were damaged or missing{way}"


def rollback_message(done: RolledBack, language: Language) -> str:
    """Which release is shown again."""
    before = done.before.id if done.before else "–"
    if language == "zh":
        return (
            f"“{done.target}”现在是 {done.record.id}（数据截至 {done.record.data_date}），刚才是 {before}\n"
            "下一次 sitegen publish 会再换成那时的内容"
        )
    return (
        f"“{done.target}” has {done.record.id} now (data of {done.record.data_date}); it had {before}\n"
        "the next sitegen publish shows what the content is then"
    )


def releases_message(found: Sequence[Listed], language: Language) -> str:
    """A line for each release, the latest first."""
    if not found:
        return "还没有版本" if language == "zh" else "there are no releases yet"
    lines = []
    for item in found:
        mark = "*" if item.is_shown else " "
        record = item.record
        when = datetime.fromtimestamp(record.published).astimezone()
        counts = (
            f"新 {item.new}，改 {item.changed}，去 {item.removed}"
            if language == "zh"
            else f"{item.new} new, {item.changed} changed, {item.removed} removed"
        )
        lines.append(f"{mark} {record.id}  {when:%Y-%m-%d %H:%M}  {record.data_date}  {counts}")
    lines.append("* 现在给访问的人看的" if language == "zh" else "* what visitors get")
    return "\n".join(lines)


def withdraw_message(done: Withdrawn, seconds: float, language: Language) -> str:
    """Which entry is down, on which targets, and on which it is not."""
    zh = language == "zh"
    lines = []
    for one in done.done:
        release = one.record.id if one.record else ""
        counts = _counts(one.difference, language)
        lines.append(
            f"{done.entry} 已从“{one.target}”下架：{release}；{counts}"
            if zh
            else f"{done.entry} is down on “{one.target}”: {release}; {counts}"
        )
        if one.dropped:
            count = len(one.dropped)
            lines.append(
                f"“{one.target}”上以前的 {count} 个版本也去掉了：里面还有它"
                if zh
                else f"earlier releases on “{one.target}”, which had it, are gone, too: {count}"
            )
    lines += [
        f"“{name}”上本来就没有 {done.entry}" if zh else f"“{name}” does not have {done.entry}"
        for name in done.absent
    ]
    if done.in_own_file:
        lines.append("条目的文件写上了 withdrawn" if zh else "its own file has withdrawn")
    if done.failed:
        names = "、".join(f"“{name}”" for name in done.failed)
        lines.append(
            f"{done.entry} 还在 {names} 上，没有下架：原因见上面，解决了再运行一次"
            if zh
            else f"{done.entry} is still on {names}: see above why; put that right and run this again"
        )
    lines.append(f"用时 {seconds:.1f} 秒" if zh else f"{seconds:.1f} s")
    return "\n".join(lines)


def restored_message(entry: str, language: Language) -> str:
    """That an entry may be public again."""
    name = one_line(entry)
    if language == "zh":
        return f"{name} 可以重新公开：去掉文件里的 withdrawn，再运行 sitegen publish"
    return f"{name} may be public again: remove withdrawn from its file, then run sitegen publish"


def _counts(change: Difference, language: Language) -> str:
    new, changed, removed = (len(_plain(paths)) for paths in change[:3])
    if language == "zh":
        return f"新 {new}，改 {changed}，去 {removed}"
    return f"{new} new, {changed} changed, {removed} removed"


def _plain(paths: Sequence[str]) -> list[str]:
    """Paths without packed forms and digested names, which come and go with others."""
    from sitegen.publishing.kinds_of_files import is_derived

    return [path for path in paths if not is_derived(path)]


def _changes(change: Difference, language: Language, *, every: bool) -> Iterator[str]:
    """The changed paths; unless all are wanted, pages alone, and the first of them."""
    kinds = (
        ("新", "new", change.new),
        ("改", "changed", change.changed),
        ("去", "removed", change.removed),
    )
    for zh, en, paths in kinds:
        plain = _plain(paths)
        word = zh if language == "zh" else en
        pages = [path for path in plain if path.endswith(".html")]
        shown = plain if every else pages[:SHOWN]
        yield from (f"  {word} {one_line(path)}" for path in shown)
        if rest := len(plain) - len(shown):
            yield (
                f"  {word} …… 还有 {rest} 个（--all 全部列出）"
                if language == "zh"
                else f"  {word} … and {rest} more (--all lists them)"
            )


def _size(count: int) -> str:
    for unit in ("B", "KB", "MB"):
        if count < KILO:
            return f"{count:.0f} {unit}"
        count = round(count / KILO)
    return f"{count} GB"


def verify_message(done: Verified, has_errors: bool, language: Language) -> str:
    """How many files were compared, and where the report lies."""
    if language == "zh":
        word = "有不对的地方" if has_errors else "和发布的一样"
        return f"从外面看了 {done.url} 的 {done.files} 个文件，{word}；报告：{done.page}"
    word = "not all is right" if has_errors else "as published"
    return f"{done.files} files of {done.url} seen from outside: {word}; report: {done.page}"
