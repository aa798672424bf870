"""Listing and reading the files of content/. Links are never followed, so nothing outside is read."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path
from typing import Final

from sitegen import files
from sitegen.loading.formats import FORMATS, corrected, extension_of
from sitegen.loading.hidden_names import hidden_part, is_harmless
from sitegen.problems import Kind, Location, Problem, Severity

SYMLINK = Kind(
    "file.symlink",
    Severity.ERROR,
    zh="这是一个指向别处的链接，不是真正的文件或文件夹",
    en="This is a link to somewhere else, not a file or folder",
    fix_zh="请删掉链接，把文件本身复制到这里",
    fix_en="Remove the link and copy the file itself here",
)
MISSING = Kind(
    "file.missing",
    Severity.ERROR,
    zh="没有找到这个文件",
    en="There is no such file",
    fix_zh="请检查文件名和所在文件夹，注意大小写",
    fix_en="Check its name and folder, and capital letters",
)
NOT_A_FILE = Kind(
    "file.not-a-file",
    Severity.ERROR,
    zh="这里应该是一个文件，现在不是",
    en="A file is expected here",
    fix_zh="可能是文件夹用了文件的名字，或是管道、设备一类的东西；请改名或移走",
    fix_en="Perhaps a folder has the name of a file, or it is a pipe or a device; rename or move it",
)
UNREADABLE = Kind(
    "file.unreadable",
    Severity.ERROR,
    zh="文件打不开：{reason}",
    en="The file cannot be opened: {reason_en}",
    fix_zh="请关掉正在使用它的程序，检查您是否有权限读取它",
    fix_en="Close programs that use it, and check that you may read it",
)
BAD_NAME = Kind(
    "file.bad-name",
    Severity.ERROR,
    zh="文件名“{name}”里有不能用的字符",
    en="The file name “{name}” has characters that cannot be used",
    fix_zh="请改名，只用小写字母、数字和减号",
    fix_en="Rename it, using small letters, digits and hyphens",
)
EXTENSION = Kind(
    "file.extension",
    Severity.ERROR,
    zh="文件的扩展名是“{extension}”，应该是“{wanted}”",
    en="The file's extension is “{extension}”; it should be “{wanted}”",
    fix_zh="请改文件名；看不到扩展名时，先在资源管理器的“查看”里打开“文件扩展名”",
    fix_en="Rename the file",
)
UNKNOWN_EXTENSION = Kind(
    "file.unknown-extension",
    Severity.WARNING,
    zh="没有读这个文件：这里不用扩展名“{extension}”的文件",
    en="This file was not read: “{extension}” files are not used here",
    fix_zh="条目用 .md 或 .yaml，表格用 .xlsx 或 .csv，图片放到 content/media；不需要的请删掉",
    fix_en="Entries are .md or .yaml, tables .xlsx or .csv, images go into content/media; remove what is "
    "not needed",
)
SAME_NAME = Kind(
    "file.same-name",
    Severity.ERROR,
    zh="和“{other}”只有大小写不同，在 Windows 上是同一个文件",
    en="This differs from “{other}” only in capital letters: one and the same file on Windows",
    fix_zh="请改名或删掉其中一个，文件名一律用小写字母",
    fix_en="Rename or remove one of them; use small letters only",
)
HIDDEN = Kind(
    "file.hidden",
    Severity.WARNING,
    zh="名字以点开头，是隐藏的，容易被漏看",
    en="Its name begins with a dot: it is hidden and easily overlooked",
    fix_zh="要用就去掉开头的点；不知道是谁放的，就删掉",
    fix_en="To use it, take the dot from its name; if you do not know it, remove it",
)

LEAVINGS: Final = frozenset({"thumbs.db", "desktop.ini"})


def read(root: Path, file: str, *, limit: int) -> tuple[bytes | None, list[Problem]]:
    """The bytes of an ordinary file below `root`: at most `limit` + 1, which shows it is too large."""
    try:
        path = files.text_inside(root, file)
        file.encode()
    except ValueError:
        return None, [_bad_name(file)]
    try:
        end = len(path) - len(file)
        while end >= 0:
            end = path.find(os.sep, end + 1)
            mode = os.lstat(path[:end] if end >= 0 else path).st_mode
            if stat.S_ISLNK(mode):
                return None, [Problem(SYMLINK, Location(file))]
        if not stat.S_ISREG(mode):
            return None, [Problem(NOT_A_FILE, Location(file))]
        return files.read_up_to(path, limit + 1), []
    except OSError as error:
        return None, [_unreadable(error, file)]


def scan(content: Path, *, prefix: str = "") -> tuple[list[str], list[Problem]]:
    """The content files below `content` in path order, each with `prefix` before its path.

    Files that editors leave behind are ignored, as are `media/` and `ledger.jsonl`. Any other file
    that cannot be used is a problem, hidden ones in `media/` too.
    """
    paths: list[str] = []
    problems: list[Problem] = []
    by_folded_path: dict[str, str] = {}
    hidden: dict[str, None] = {}
    own = prefix.rstrip("/") or content.name
    if content.is_symlink():
        return [], [Problem(SYMLINK, Location(own))]
    try:
        walked = list(files.walk(content))
    except OSError as error:
        return [], [_unreadable(error, own)]
    for path, entry in walked:
        part = hidden_part(path)
        if part and not (is_harmless(part) and is_ordinary(entry)):
            hidden[part] = None
        if path.startswith("media/") or path == "ledger.jsonl" or is_leaving(path):
            continue
        named = prefix + path
        problem = _problem_with(named, entry)
        if problem is None:
            other = by_folded_path.setdefault(_folded(path), named)
            if other is not named:
                problem = Problem(SAME_NAME, Location(named), {"other": other})
        if problem is None:
            paths.append(named)
        else:
            problems.append(problem)
    problems += [Problem(HIDDEN, Location(_printable(prefix + path))) for path in hidden]
    return paths, problems


def is_ordinary(entry: os.DirEntry[str]) -> bool:
    """Whether a file or link of the walk is a file: no link, pipe, socket or device."""
    return entry.is_file(follow_symlinks=False)


def unfit(file: str, entry: os.DirEntry[str]) -> Problem | None:
    """Why this file or link of the walk cannot be read, whatever its format."""
    try:
        file.encode()
    except UnicodeEncodeError:
        return _bad_name(file)
    if entry.is_symlink():
        return Problem(SYMLINK, Location(file))
    if not is_ordinary(entry):
        return Problem(NOT_A_FILE, Location(file))
    if any(character in file for character in "\\:\n\r\t"):
        return _bad_name(file)
    return None


def _problem_with(file: str, entry: os.DirEntry[str]) -> Problem | None:
    """Why this file or link of the walk is no content file."""
    problem = unfit(file, entry)
    if problem is not None:
        return problem
    extension = extension_of(file)
    if extension in FORMATS:
        return None
    wanted = corrected(extension)
    if wanted in FORMATS:
        return Problem(EXTENSION, Location(file), {"extension": extension, "wanted": wanted})
    name = file.rpartition("/")[2]
    return Problem(UNKNOWN_EXTENSION, Location(file), {"extension": extension or name})


def is_leaving(path: str) -> bool:
    """Whether an editor or the system left this file behind: hidden, a backup, a lock file."""
    name = path.rsplit("/", 1)[-1].lower()
    hidden = any(part.startswith(".") for part in path.split("/"))
    return hidden or name in LEAVINGS or name.startswith("~") or name.endswith((".bak", "~"))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _unreadable(error: OSError, file: str) -> Problem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem(MISSING, Location(file))
    reason, reason_en = files.reason_of(error)
    return Problem(UNREADABLE, Location(file), {"reason": reason, "reason_en": reason_en})


def _bad_name(file: str) -> Problem:
    """In the problem, bytes of the name that are no text become �, so that it can be printed."""
    shown = _printable(file)
    return Problem(BAD_NAME, Location(shown), {"name": shown})


def _printable(file: str) -> str:
    return file.encode("utf-8", "replace").decode()
