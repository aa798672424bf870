"""The site's folder: room, rights, clock, what its disk makes of names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from sitegen import files
from sitegen.building import state
from sitegen.commands.doctor.finding import Finding, Machine, wrong
from sitegen.config.settings import Settings
from sitegen.model.types import Label
from sitegen.problems import Kind, Severity
from sitegen.publishing.sources import INPUTS

ROOM, RIGHTS = Label("磁盘", "disk"), Label("权限", "rights")
CLOCK, ZONE, NAMES = Label("时钟", "clock"), Label("时区", "time zone"), Label("文件名", "names")
LEAST, FEW = 100_000_000, 1_000_000_000
"""So few free bytes are an error, or a warning."""
MUCH = 300
"""So many seconds may clocks differ."""
LONGEST_PATH, LONG_PATH = 259, 200
"""What Windows takes in all; and within a site, so that there is room for where it lies."""
RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)
UNFIT = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]\Z')

NO_ROOM = Kind(
    "doctor.no-room",
    Severity.ERROR,
    zh="{folder} 所在的磁盘只剩 {free} MB",
    en="there are only {free} MB free where {folder} lies",
    fix_zh="删去 .sitegen/（只是缓存）、旧的 output/ 和日志",
    fix_en="remove .sitegen/, which is a cache, old output/ and logs",
)
LITTLE_ROOM = Kind(
    "doctor.little-room",
    Severity.WARNING,
    zh="{folder} 所在的磁盘只剩 {free} MB",
    en="there are only {free} MB free where {folder} lies",
    fix_zh="腾出一些；.sitegen/ 只是缓存，可以删",
    fix_en="make some room; .sitegen/ is a cache and may go",
)
READ_ONLY = Kind(
    "doctor.read-only",
    Severity.ERROR,
    zh="写不了 {folder}",
    en="{folder} cannot be written to",
    fix_zh="看看它归谁、磁盘是不是只读；发布要写 .sitegen/、content/ledger.jsonl 和 publications.jsonl",
    fix_en="see whose it is, and whether the disk is read-only; publishing writes .sitegen/, content/ledger.jsonl and "
    "publications.jsonl",
)
FROM_THE_FUTURE = Kind(
    "doctor.file-from-the-future",
    Severity.WARNING,
    zh="{path} 的时间比这台机器的时钟晚 {minutes} 分钟",
    en="{path} is {minutes} minutes later than the clock of this machine",
    fix_zh="看看日期和时间对不对；文件是从别处拷来的，就不要紧",
    fix_en="see whether date and time are right; where the file was copied from elsewhere, all is well",
)
NO_ZONE = Kind(
    "doctor.no-time-zone",
    Severity.ERROR,
    zh="没有时区“{zone}”的数据",
    en="there are no data of the time zone “{zone}”",
    fix_zh="运行 {example}，或改 site.yaml 的 timezone",
    fix_en="run {example}, or change timezone in site.yaml",
)
BAD_NAME = Kind(
    "doctor.name",
    Severity.WARNING,
    zh="“{path}”在 Windows 上不能用[[（和“{other}”只差大小写）]]",
    en="“{path}” cannot be used on Windows[[: it differs from “{other}” only by case]]",
    fix_zh='改名：不用 Windows 留作设备的名称，不用 < > : " | ? *，不以句点或空格结尾，路径不超过 200 个字符',
    fix_en='rename it: no names that Windows keeps for devices, no < > : " | ? *, no full stop or space at the end, 200 characters at most',
)
TOO_LONG = Kind(
    "doctor.path-too-long",
    Severity.ERROR,
    zh="“{path}”连同站点的位置有 {length} 个字符，Windows 最多 259 个",
    en="“{path}” with the place of the site has {length} characters; Windows takes 259",
    fix_zh="把站点挪到短一些的位置，如 {example}",
    fix_en="move the site to a shorter place, such as {example}",
)


def look(machine: Machine, root: Path, settings: Settings | None) -> Iterator[Finding]:
    """Everything about the folder."""
    for folder in dict.fromkeys([root, root / state.FOLDER]):
        if folder.exists():
            yield from _room(machine, folder)
            yield from _rights(folder)
    every = list(_inputs(root))
    yield _clock(machine, root, every)
    if settings is not None:
        yield _zone(machine, settings.timezone)
    yield from _names(machine, root, every)


def _room(machine: Machine, folder: Path) -> Iterator[Finding]:
    free = machine.free(folder)
    kind = NO_ROOM if free < LEAST else LITTLE_ROOM if free < FEW else None
    mega = free // 1_000_000
    if kind is not None:
        yield wrong(ROOM, kind, folder=folder.name, free=mega)
    elif folder.name != state.FOLDER:
        yield Finding(ROOM, Label(f"还有 {mega:,} MB", f"{mega:,} MB free"))


def _rights(folder: Path) -> Iterator[Finding]:
    if not os.access(folder, os.W_OK | os.X_OK):
        yield wrong(RIGHTS, READ_ONLY, folder=folder.name or ".")
    elif folder.name != state.FOLDER:
        yield Finding(RIGHTS, Label("能写站点的文件夹", "the folder of the site can be written to"))


def _inputs(root: Path) -> Iterator[tuple[str, float]]:
    """(path, time) of all that a build reads."""
    for name in INPUTS:
        place = root / name
        if files.is_folder(place):
            for path, entry in files.walk(place):
                yield f"{name}/{path}", entry.stat(follow_symlinks=False).st_mtime
        elif place.exists():
            yield name, place.stat().st_mtime


def _clock(machine: Machine, root: Path, every: list[tuple[str, float]]) -> Finding:
    path, newest = max(every, key=lambda item: item[1], default=("", 0.0))
    if newest - machine.now > MUCH:
        minutes = int((newest - machine.now) // 60)
        return wrong(CLOCK, FROM_THE_FUTURE, path=path, minutes=minutes)
    return Finding(
        CLOCK, Label("没有比它晚的文件", "no file is later than the clock of this machine")
    )


def _zone(machine: Machine, zone: str) -> Finding:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    try:
        now = datetime.fromtimestamp(machine.now, ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return wrong(ZONE, NO_ZONE, zone=zone, example="pip install tzdata")
    said = f"{zone} {now:%Y-%m-%d %H:%M}"
    return Finding(ZONE, Label(said, said))


def _names(machine: Machine, root: Path, every: list[tuple[str, float]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    right = True
    place = len(str(root.resolve())) + 1
    for path, _ in every:
        other = seen.setdefault(path.casefold(), path)
        if other != path or len(path) > LONG_PATH or any(map(_is_unfit, path.split("/"))):
            right = False
            yield wrong(NAMES, BAD_NAME, path=path, other=other if other != path else "")
        elif machine.platform == "win32" and place + len(path) > LONGEST_PATH:
            right = False
            yield wrong(NAMES, TOO_LONG, path=path, length=place + len(path), example="D:\\site")
    if right:
        disk, count = _disk(root), len(every)
        zh = f"{count} 个，各种系统都能用；{disk.zh}"
        yield Finding(NAMES, Label(zh, f"{count}, fit for all systems; {disk.en}"))


def _is_unfit(name: str) -> bool:
    return bool(RESERVED.fullmatch(name) or UNFIT.search(name))


def _disk(root: Path) -> Label:
    """What is peculiar to the disk: told by a file that is there, and a link that goes at once."""
    own = root / state.FOLDER
    links = own.exists() and os.access(own, os.W_OK) and files.takes_links(own)
    if (root / "SITE.YAML").exists():
        case = Label("不分大小写", "ignores case")
    else:
        case = Label("分大小写", "tells cases apart")
    return Label(
        f"这个磁盘{case.zh}" + ("，能做符号链接" if links else ""),
        f"this disk {case.en}" + (" and takes symbolic links" if links else ""),
    )
