"""Templates: where they are found, and which other templates each one can include.

A site's own templates/ overrides the default theme file by file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen import files
from sitegen.problems import Kind, Location, Problem, Severity

FOLDER = "templates/"
PUBLIC = "public"
"""The folder of the theme whose files are no templates: they go to the root of the site as they are."""
NOT_UTF_8 = Kind(
    "template.not-utf-8",
    Severity.ERROR,
    zh="这个文件不是 UTF-8 编码",
    en="this file is not UTF-8",
    fix_zh="用编辑器另存为 UTF-8",
    fix_en="save it as UTF-8",
)

QUOTED = re.compile(r"""(?=(["'])([^"'\n]+)\1)""")
"""A quoted string. A template can only include files that it names in quotes (`jinja.DYNAMIC`)."""
SUFFIXES = (".html", ".xml", ".txt", ".svg")
"""Of files that are templates."""
TEXTS = (*SUFFIXES, ".css", ".js", ".po")
"""Of files that must be UTF-8."""


def theme_folder() -> Path:
    """The folder of the default theme: in the installed package, or beside it in a checkout."""
    packaged = Path(__file__).parent.parent / "theme"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent.parent / "templates"


@dataclass(frozen=True, slots=True)
class Theme:
    """The files of the theme as this site uses it. Symbolic links are left out.

    `paths` and `digests` are by '/'-separated name. `closures` has for each template a digest over
    itself and everything it can include. `own` are the names of the files in the site's own folder:
    the author is told about mistakes in these only. `default` has the digests of the default theme's
    files where the site's own are laid over them, `links` the links in the site's own folder and `others`
    what else is no file there (pipes, devices); "" stands for the folder itself. `public` has the
    files and links below public/, which are in none of the others: by name, the folder of the theme in which
    they are.
    """

    paths: Mapping[str, Path]
    digests: Mapping[str, str]
    closures: Mapping[str, str]
    own: frozenset[str] = frozenset()
    public: Mapping[str, Path] = field(default_factory=dict)
    default: Mapping[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        return self.paths[name].read_text("utf-8", "replace")

    def names(self, suffix: str) -> tuple[str, ...]:
        return tuple(sorted(name for name in self.digests if name.endswith(suffix)))


def find(site_root: Path) -> tuple[Theme, list[Problem]]:
    """The default theme with the site's own templates/ laid over it, and what is wrong in it."""
    default = theme_folder()
    own = site_root / "templates"
    has_own = files.is_folder(own)
    same = has_own and own.resolve() == default.resolve()
    folders = (own,) if same else (own, default) if has_own else (default,)
    texts: dict[str, bytes] = {}
    paths: dict[str, Path] = {}
    public: dict[str, Path] = {}
    links = [""] if own.is_symlink() else []
    others = [""] if own.exists() and not (has_own or links) else []
    replaced: dict[str, str] = {}
    for folder in reversed(folders):
        for name, item in files.walk(folder):
            if name.partition("/")[0] == PUBLIC:
                public[name] = folder
            elif folder is own and not item.is_file(follow_symlinks=False):
                (links if item.is_symlink() else others).append(name)
            elif item.is_file(follow_symlinks=False) and not name.rpartition("/")[2].startswith(
                "."
            ):
                paths[name] = folder / name
                texts[name] = files.read(paths[name])
        if folder is not own and own in folders:
            replaced = {name: files.digest(data) for name, data in texts.items()}
    problems = [problem for name, data in texts.items() for problem in _encoding(name, data)]
    digests = {name: files.digest(data) for name, data in texts.items()}
    referred = {
        name: [
            quoted
            for _, quoted in QUOTED.findall(data.decode("utf-8", "replace"))
            if quoted in texts
        ]
        for name, data in texts.items()
        if name.endswith(SUFFIXES)
    }
    closures = {name: _closure(name, referred, digests) for name in referred}
    named = frozenset(name for name, path in paths.items() if path.is_relative_to(own))
    unread = tuple(links), tuple(others)
    return Theme(paths, digests, closures, named, public, replaced, *unread), problems


def reached(theme: Theme, names: Iterable[str]) -> set[str]:
    """These templates and all that they can include, directly or through others."""
    closure: set[str] = set()
    queue = list(names)
    while queue:
        name = queue.pop()
        if name not in closure and name in theme.closures:
            closure.add(name)
            queue += [other for _, other in QUOTED.findall(theme.text(name))]
    return closure


def _encoding(name: str, data: bytes) -> Iterator[Problem]:
    if name.endswith(TEXTS):
        try:
            data.decode()
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            yield Problem(NOT_UTF_8, Location(f"templates/{name}", line))


def _closure(name: str, referred: Mapping[str, list[str]], digests: Mapping[str, str]) -> str:
    """A digest over a file and all files that it refers to, directly or through others."""
    names: set[str] = set()
    queue = [name]
    while queue:
        current = queue.pop()
        if current in names or current not in digests:
            continue
        names.add(current)
        queue += referred.get(current, [])
    return files.digest("".join(f"{name}={digests[name]}\n" for name in sorted(names)).encode())[
        :20
    ]


def location_of(name: str) -> Location:
    return Location(f"{FOLDER}{name}")
