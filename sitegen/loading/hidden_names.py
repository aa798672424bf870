"""Hidden files and folders in content/: which of them everybody knows, so that nothing is said."""

from __future__ import annotations

import re
from typing import Final

HARMLESS: Final = frozenset(
    [
        ".directory",
        ".dropbox",
        ".dropbox.attr",
        ".ds_store",
        ".editorconfig",
        ".git",
        ".gitattributes",
        ".gitignore",
        ".gitkeep",
        ".gitmodules",
        ".hg",
        ".hgignore",
        ".idea",
        ".keep",
        ".localized",
        ".nomedia",
        ".obsidian",
        ".placeholder",
        ".prettierignore",
        ".prettierrc",
        ".spotlight-v100",
        ".stfolder",
        ".stignore",
        ".svn",
        ".trashes",
        ".vscode",
    ]
)
"""In small letters: of version control, editors, file managers and what synchronises folders."""
TEMPORARY: Final = re.compile(
    r"\._.+|\.#.+|\.~lock\..+#|\.goutputstream-\w+|\.fuse_hidden\w+|\.nfs\w+|\.trash-\d+"
    r"|\..+(?:~|\.(?:bak|kate-swp|part|sw[a-z]|tmp))"
)
"""What systems and editors write beside a file while it is open, or keep of an older one."""


def hidden_part(path: str) -> str:
    """The path up to its first hidden file or folder; "" where nothing in it is hidden."""
    if not (path.startswith(".") or "/." in path):
        return ""
    parts = path.split("/")
    first = next(number for number, part in enumerate(parts) if part.startswith("."))
    return "/".join(parts[: first + 1])


def is_harmless(path: str) -> bool:
    """Whether the last part of a path is a hidden name that everybody knows."""
    name = path.rpartition("/")[2].lower()
    return name in HARMLESS or TEMPORARY.fullmatch(name) is not None
