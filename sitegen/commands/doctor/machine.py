"""The machine: Python and its libraries, the system, what is unusual about the user and the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.commands.doctor.finding import Finding, Machine, wrong
from sitegen.commands.doctor.requirements import allows, needed
from sitegen.config.settings import Settings
from sitegen.model.types import Label
from sitegen.problems import Kind, Severity
from sitegen.rendering.images import fonts

PLATFORMS = {"linux", "darwin", "win32"}
PYTHON, LIBRARIES, SYSTEM = (
    Label("Python", "Python"),
    Label("库", "libraries"),
    Label("系统", "system"),
)
USER, PROXIES, FONTS = Label("用户", "user"), Label("代理", "proxies"), Label("字体", "fonts")
INSTALL = "pip install --require-hashes --only-binary :all: -r requirements/run.txt"

BAD_PYTHON = Kind(
    "doctor.python",
    Severity.ERROR,
    zh="版本是 {version}，要 {range}",
    en="it is {version}, but {range} is needed",
    fix_zh="装一个合适的 Python，重建环境：docs/operating/README.md",
    fix_en="install one and make the environment again: docs/operating/README.md",
)
MISSING_LIBRARY = Kind(
    "doctor.library-missing",
    Severity.ERROR,
    zh="没有 {library}，要 {range}",
    en="there is no {library}; {range} is needed",
    fix_zh="重装它们：{example}",
    fix_en="install them again: {example}",
)
OTHER_LIBRARY = Kind(
    "doctor.library-version",
    Severity.WARNING,
    zh="{library} 是 {version}，试过的是 {range}",
    en="{library} is {version}; what was tried is {range}",
    fix_zh="重装它们：{example}",
    fix_en="install them again: {example}",
)
ODD_SYSTEM = Kind(
    "doctor.system",
    Severity.WARNING,
    zh="没有在 {name} 上试过",
    en="it was never tried on {name}",
    fix_zh="用 Linux、macOS 或 Windows 发布；或先 sitegen publish --dry-run 看清楚",
    fix_en="publish from Linux, macOS or Windows, or look at sitegen publish --dry-run first",
)
IS_ROOT = Kind(
    "doctor.root",
    Severity.WARNING,
    zh="正用 root 运行：写下的文件都归 root，别的用户以后改不了",
    en="this runs as root: all files will be those of root, and no other user can change them later",
    fix_zh="给发布单独一个用户，用它运行",
    fix_en="give publishing a user of its own, and run it as that",
)
UMASK = Kind(
    "doctor.umask",
    Severity.WARNING,
    zh="umask 是 {umask}：发布的文件和文件夹，网页服务器读不了",
    en="umask is {umask}: web servers cannot read published files and folders",
    fix_zh="运行前写 umask 022：{example}",
    fix_en="run umask 022 before: {example}",
)
HAS_PROXIES = Kind(
    "doctor.proxies",
    Severity.WARNING,
    zh="设了系统代理（{schemes}）；sitegen 和 ssh 都直接连，不经过它",
    en="there are system proxies ({schemes}); sitegen and ssh connect directly, without them",
    fix_zh="到不了目标时，先看这台机器能不能直接连出去",
    fix_en="where a target cannot be reached, see whether this machine may connect directly",
)
NO_FONTS = Kind(
    "doctor.no-fonts",
    Severity.WARNING,
    zh="没有思源字体：海报不会做，从这里发布就会少掉它们",
    en="there is no Noto CJK: posters are not made, and publishing from here removes them",
    fix_zh="装上 fonts-noto-cjk，或把字体放进 templates/fonts/：docs/theme.md",
    fix_en="install fonts-noto-cjk, or put fonts into templates/fonts/: docs/theme.md",
)


def look(machine: Machine, root: Path, settings: Settings | None) -> Iterator[Finding]:
    """Everything about the machine."""
    bounds, libraries = needed()
    version = ".".join(map(str, machine.python))
    if allows(bounds, version):
        yield Finding(PYTHON, Label(version, version))
    else:
        yield wrong(PYTHON, BAD_PYTHON, version=version, range=bounds)
    yield from _libraries(machine, libraries)
    if machine.platform in PLATFORMS:
        yield Finding(SYSTEM, Label(machine.name, machine.name))
    else:
        yield wrong(SYSTEM, ODD_SYSTEM, name=machine.name)
    yield from _user(machine)
    if machine.proxies:
        yield wrong(PROXIES, HAS_PROXIES, schemes="、".join(sorted(machine.proxies)))
    if settings is not None:
        yield _fonts(root, settings)


def _libraries(machine: Machine, libraries: list[tuple[str, str]]) -> Iterator[Finding]:
    right = True
    for library, bounds in libraries:
        version = machine.version(library)
        if version is None:
            right = False
            yield wrong(LIBRARIES, MISSING_LIBRARY, library=library, range=bounds, example=INSTALL)
        elif not allows(bounds, version):
            right = False
            yield wrong(
                LIBRARIES,
                OTHER_LIBRARY,
                library=library,
                version=version,
                range=bounds,
                example=INSTALL,
            )
    if right:
        count = len(libraries)
        yield Finding(
            LIBRARIES, Label(f"{count} 个，版本都合适", f"{count}, of the right versions")
        )


def _user(machine: Machine) -> Iterator[Finding]:
    if machine.platform == "win32":
        return
    if machine.is_root:
        yield wrong(USER, IS_ROOT)
    if machine.umask & 0o055:
        yield wrong(
            USER, UMASK, umask=f"{machine.umask:03o}", example="umask 022 && sitegen publish"
        )
    if not machine.is_root and not machine.umask & 0o055:
        yield Finding(USER, Label(f"umask {machine.umask:03o}", f"umask {machine.umask:03o}"))


def _fonts(root: Path, settings: Settings) -> Finding:
    if settings.posters == "none":
        return Finding(FONTS, Label("这个站点不做海报", "this site makes no posters"))
    found = fonts.find(root)
    if found is None:
        return wrong(FONTS, NO_FONTS)
    families = "、".join(dict.fromkeys(font.family for font in found))
    return Finding(FONTS, Label(families, families))
