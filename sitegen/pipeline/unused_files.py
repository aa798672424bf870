"""What nothing reads of a site's own templates/: files, and words in its translations.

A slip in a name would have no effect, in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.loading import disk
from sitegen.loading.nearest import nearest
from sitegen.outputs.parts import scripts
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering import templates, translations
from sitegen.rendering.images import fonts
from sitegen.rendering.templates import FOLDER, SUFFIXES, Theme

UNUSED = Kind(
    "template.unused",
    Severity.WARNING,
    zh="没有用到这个文件[[，最接近的是 {nearest}]]",
    en="nothing uses this file[[; the nearest is {nearest}]]",
    fix_zh="改成要换掉的那个文件的路径和文件名；自己加的模板要由别的模板引入；不需要的删掉",
    fix_en="give it the path and name of the file that it is to replace; a template of your own has to be "
    "included by another; remove what is not needed",
)

UNKNOWN_TEXT = Kind(
    "words.unknown-text",
    Severity.WARNING,
    zh="网页上没有“{text}”这句话，译文用不上[[，最接近的是“{nearest}”]]",
    en="no page says “{text}”, so its translation is not used[[; the nearest is “{nearest}”]]",
    fix_zh="msgid 照默认主题的 locale/messages.pot 原样抄；不需要的删掉",
    fix_en="copy the msgid from locale/messages.pot of the default theme; remove what is not needed",
)


def find(theme: Theme, pages: Iterable[str], locales: Iterable[str]) -> Iterator[Problem]:
    """A problem for each of the site's own files that no output is made of; a plain copy of a file of
    the default theme is none. `pages` are the templates
    from which all others are reached."""
    for kind, names in ((disk.SYMLINK, theme.links), (disk.NOT_A_FILE, theme.others)):
        for name in names:
            if not disk.is_leaving(name):
                yield Problem(kind, Location(_shown(f"{FOLDER}{name}".rstrip("/"))))
    if not theme.default:
        return
    read = {f"locale/{locale}{translations.SUFFIX}" for locale in locales}
    read |= {scripts.file_of(name) for name in scripts.addresses_of(theme)}
    read |= {f"{fonts.FOLDER}/{role}{ending}" for role in fonts.ROLES for ending in fonts.ENDINGS}
    own = [
        name
        for name in sorted(theme.own)
        if not _is_read(name, read) and theme.default.get(name) != theme.digests[name]
    ]
    if any(name.endswith(SUFFIXES) for name in own):
        read |= templates.reached(theme, pages)
    for name in own:
        if name not in read:
            close = _nearest(name, sorted(read | _replaceable(theme)))
            facts = {"nearest": f"{FOLDER}{close}" if close else ""}
            yield Problem(UNUSED, Location(_shown(f"{FOLDER}{name}")), facts)


def unknown_texts(theme: Theme, locale: str) -> Iterator[Problem]:
    """A problem for each text in the site's own words that neither the program nor a template of its
    own says."""
    lines = translations.lines(theme, locale)
    known = translations.known_texts() if lines else frozenset()
    own = [theme.text(name) for name in theme.own if name.endswith(SUFFIXES)]
    for text, line in lines.items():
        if text not in known and not any(text in template for template in own):
            at = Location(f"{FOLDER}locale/{locale}{translations.SUFFIX}", line)
            facts = {"text": text, "nearest": nearest(text, sorted(known)) or ""}
            yield Problem(UNKNOWN_TEXT, at, facts)


def _replaceable(theme: Theme) -> set[str]:
    """The files of the default theme in whose place a site's own are read."""
    return {name for name in theme.default if name.endswith((*SUFFIXES, ".css"))}


def _is_read(name: str, read: Iterable[str]) -> bool:
    """Whether it is plainly read, or what an editor left. All style sheets are joined."""
    return name.endswith(".css") or name in read or disk.is_leaving(name)


def _nearest(name: str, known: list[str]) -> str:
    """The file that was meant: the nearest path, or the nearest name of a file of this kind."""
    suffix = name[name.rfind(".") :] if "." in name else ""
    if suffix == ".pot":
        suffix, name = translations.SUFFIX, name.removesuffix("t")
    alike = [other for other in known if suffix and other.endswith(suffix)] or known
    base = name.rpartition("/")[2]
    by_name = {other.rpartition("/")[2]: other for other in reversed(alike)}
    if suffix == scripts.SUFFIX:
        by_name |= {base.removeprefix("search-"): path for base, path in by_name.items()}
    match = nearest(name, alike) or by_name.get(nearest(base, by_name) or "")
    if match is None and len(alike) == 1:
        match = alike[0]
    if match is None and suffix == scripts.SUFFIX:
        return f"{scripts.FOLDER}{base}"
    return match or ""


def _shown(name: str) -> str:
    return name.encode("utf-8", "replace").decode()
