"""What the system may have against a file, in the words of people."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final

REASONS: Final[Mapping[int, tuple[str, str]]] = {
    errno.EACCES: ("没有权限", "permission denied"),
    errno.EPERM: ("系统不允许", "the system does not allow it"),
    errno.ENOENT: ("没有这个文件或文件夹", "there is no such file or folder"),
    errno.EEXIST: ("已经有同名的文件", "a file of that name is there"),
    errno.ENOTDIR: (
        "路径里有一段是文件或链接，不是文件夹",
        "a part of the path is a file or a link, no folder",
    ),
    errno.EISDIR: ("那里是文件夹，不是文件", "it is a folder, not a file"),
    errno.EINVAL: (
        "不是普通文件，或者名称不能用",
        "it is no ordinary file, or its name cannot be used",
    ),
    errno.EFBIG: ("文件太大", "the file is too large"),
    errno.ELOOP: ("那里是一个链接", "it is a link"),
    errno.EIO: ("磁盘读写出错", "the disk has an error"),
    errno.ENOSPC: ("磁盘满了", "the disk is full"),
    errno.EROFS: ("磁盘只能读，不能写", "the disk is read-only"),
    errno.EBUSY: ("别的程序正占着它", "another program is using it"),
    errno.ESTALE: ("刚刚有人改过它", "somebody has just changed it"),
    errno.EMFILE: ("打开的文件太多", "too many files are open"),
    errno.ENAMETOOLONG: ("名称太长", "the name is too long"),
}
"""Chinese and English by the number of the error."""


def reason_of(error: OSError) -> tuple[str, str]:
    """The reason of an error in Chinese and in English."""
    number = error.errno or 0
    code = errno.errorcode.get(number, type(error).__name__)
    return REASONS.get(number, (f"系统错误 {code}", f"system error {code}"))
