"""The files of the theme's public/, which go to the root of the site as they are: fonts, a logo, what
proves to others whose the domain is.

Their author is the theme's, who is trusted as in templates: a drawing or a page among them is not
cleaned. What is checked are slips: a wrong kind of file, one too large, a name that is no address.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sitegen.files import digest
from sitegen.loading import disk
from sitegen.model.path_parts import objection
from sitegen.outputs.addresses import OWN, WELL_KNOWN
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.images.reading import kind_of
from sitegen.rendering.templates import FOLDER, NOT_UTF_8, PUBLIC, Theme

BAD_NAME = Kind(
    "public.bad-name",
    Severity.ERROR,
    zh="“{name}”不能做网址：{why}",
    en="“{name}” cannot be an address: {why_en}",
    fix_zh="改名：只用英文字母、数字、减号、下划线和点",
    fix_en="rename it: only letters a–z, digits, hyphens, underscores and dots",
)
UNSUPPORTED = Kind(
    "public.unsupported-type",
    Severity.ERROR,
    zh="templates/public 里不能放“{extension}”文件",
    en="“{extension}” files cannot be in templates/public",
    fix_zh="可以放的是 {wanted}；样式放 templates/css，脚本放 templates/js/built，网页写在 content/pages，不需要的移走",
    fix_en="allowed are {wanted}; styles go into templates/css, scripts into templates/js/built, pages "
    "into content/pages; move away what is not needed",
)
WRONG_TYPE = Kind(
    "public.wrong-type",
    Severity.ERROR,
    zh="扩展名是“{extension}”，里面却是{given}",
    en="the extension is “{extension}”, but inside is {given_en}",
    fix_zh="换成真正的“{extension}”文件，或改正扩展名",
    fix_en="put a real “{extension}” file there, or correct the extension",
)
TOO_LARGE = Kind(
    "public.too-large",
    Severity.ERROR,
    zh="文件太大：“{extension}”文件最多 {wanted}",
    en="the file is too large: “{extension}” files have at most {wanted}",
    fix_zh="缩小它（字体只留用到的字）；给人看的网页写在 content/pages，大的文件放到别处再链接",
    fix_en="make it smaller (of a font, keep the characters in use); pages for people go into "
    "content/pages; put large files elsewhere and link to them",
)
RESERVED = Kind(
    "public.reserved",
    Severity.ERROR,
    zh="网址 /{address} 由 sitegen 自己使用",
    en="sitegen itself uses the address /{address}",
    fix_zh="换一个名字",
    fix_en="give it another name",
)

MAX_BYTES = 2 * 1024 * 1024
MAX_PAGE_BYTES = 4 * 1024
"""Enough for a page that proves whose a domain is. Pages for people have their frame and are searched."""
TEXTS = (".html", ".json", ".txt", ".webmanifest", ".xml")
"""What is in them is not looked at, but that a page is in UTF-8: its links are checked."""
INSIDE: Mapping[str, tuple[str, ...]] = {
    ".avif": ("AVIF",),
    ".gif": ("GIF",),
    ".ico": ("ICO",),
    ".jpeg": ("JPEG",),
    ".jpg": ("JPEG",),
    ".pdf": ("PDF",),
    ".png": ("PNG",),
    ".svg": ("SVG", "XML", "HTML"),  # a drawing that begins with a comment looks like a page
    ".webp": ("WebP",),
    ".woff2": ("WOFF2",),
}
"""What a file may be inside, by its extension."""
SIGNS = ((b"wOF2", "WOFF2"), (b"\0\0\1\0", "ICO"))
"""First bytes of kinds that content/media does not know."""


def read(theme: Theme) -> tuple[dict[str, str], list[Problem]]:
    """The digest of each file that is published, by its name (`public/…`), and what is refused."""
    digests: dict[str, str] = {}
    problems: list[Problem] = []
    for name in sorted(theme.public):
        if _is_left_out(name):
            continue
        problem = _unfit(name)
        if problem is not None:
            problems.append(problem)
            continue
        folder = theme.public[name]
        data, unread = disk.read(folder.parent, f"{folder.name}/{name}", limit=MAX_BYTES)
        problems += unread
        if data is not None:
            problem = _wrong(name, data)
            if problem is None:
                digests[name] = digest(data)
            else:
                problems.append(problem)
    return digests, problems


def _is_left_out(name: str) -> bool:
    """Whether it is hidden, or what an editor or the system left."""
    return disk.is_leaving(_address(name).removeprefix(f"{WELL_KNOWN}/"))


def _unfit(name: str) -> Problem | None:
    """Why a file of this name cannot be published, whatever is in it."""
    shown = name.encode("utf-8", "replace").decode()
    at, address = Location(f"{FOLDER}{shown}"), _address(name)
    for part in address.removeprefix(f"{WELL_KNOWN}/").split("/"):
        why = objection(part, by_operator=True)
        if why is not None:
            facts = {"name": part.encode("utf-8", "replace").decode()}
            return Problem(BAD_NAME, at, {**facts, "why": why.zh, "why_en": why.en})
    if address.casefold().partition("/")[0] in OWN:
        return Problem(RESERVED, at, {"address": address})
    return None


def _wrong(name: str, data: bytes) -> Problem | None:
    """Why a file is refused for its kind or its content; of one that is too large, one byte more
    than it may have is enough."""
    at, extension = Location(f"{FOLDER}{name}"), PurePosixPath(name).suffix
    if extension not in TEXTS and extension not in INSIDE:
        wanted = " ".join(sorted((*TEXTS, *INSIDE)))
        facts = {"extension": extension or PurePosixPath(name).name, "wanted": wanted}
        return Problem(UNSUPPORTED, at, facts)
    most, words = (MAX_PAGE_BYTES, "4 KiB") if extension == ".html" else (MAX_BYTES, "2 MiB")
    if len(data) > most:
        return Problem(TOO_LARGE, at, {"extension": extension, "wanted": words})
    if extension in INSIDE:
        given, given_en = _kind_of(data)
        if given not in INSIDE[extension]:
            facts = {"extension": extension, "given": given, "given_en": given_en}
            return Problem(WRONG_TYPE, at, facts)
    if extension == ".html" and not _is_utf_8(data):
        return Problem(NOT_UTF_8, at)
    return None


def _kind_of(data: bytes) -> tuple[str, str]:
    known = next((kind for sign, kind in SIGNS if data.startswith(sign)), "")
    return (known, known) if known else kind_of(data)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _address(name: str) -> str:
    return name.removeprefix(f"{PUBLIC}/")


def plan(context: PlanContext) -> Iterator[Output]:
    for name, content in context.shared.public.items():
        yield context.file(_address(name), "public", f"{FOLDER}{name}", file=content)


def copy(context: RenderContext, file: str) -> bytes:
    """The bytes of a file, named as its author does: `templates/public/…`."""
    name = file.removeprefix(FOLDER)
    path = context.theme.public[name] / name
    data = path.read_bytes()
    if digest(data) != context.plan.shared.public[name]:
        raise OSError(errno.EBUSY, "changed while it was being read", file)
    return data


FAMILY = Family("public", plan=plan, recipes={"public": Recipe(copy)}, over="site")
