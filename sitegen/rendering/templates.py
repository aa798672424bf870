"""Templates: where they are found, what each one reads, how one is rendered.

A site's own templates/ overrides the default theme file by file. A template sees one `view` of
plain frozen data and the words of the locale, nothing else.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    meta,
)
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from sitegen import files
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity
from sitegen.rendering import vocabulary

FOLDER = "templates/"
PUBLIC = "public"
"""The folder of the theme whose files are no templates: they go to the root of the site as they are."""
SYNTAX = Kind(
    "template.syntax",
    Severity.ERROR,
    zh="模板写错了：{message}",
    en="the template is wrong: {message}",
    fix_zh="改正这一行，或删去自己的这个模板以用回默认主题",
    fix_en="correct this line, or remove your own copy to use the default theme's",
)
FAILED = Kind(
    "template.failed",
    Severity.ERROR,
    zh="模板在这一行出错：{message}",
    en="the template fails on this line: {message}",
    fix_zh="检查这一行用到的名称；或删去自己的这个模板以用回默认主题",
    fix_en="check the names this line uses, or remove your own copy to use the default theme's",
)
DYNAMIC = Kind(
    "template.dynamic-include",
    Severity.ERROR,
    zh="模板用变量决定引入哪个文件，无法知道页面何时要重做",
    en="the template includes a file by a computed name, so it is unknown when to remake the page",
    fix_zh="直接写出文件名",
    fix_en="write the file's name",
)
MISSING = Kind(
    "template.missing",
    Severity.ERROR,
    zh="模板引用的 {name} 不存在",
    en="the template refers to {name}, which does not exist",
    fix_zh="检查文件名",
    fix_en="check the file name",
)

NOT_UTF_8 = Kind(
    "template.not-utf-8",
    Severity.ERROR,
    zh="这个文件不是 UTF-8 编码",
    en="this file is not UTF-8",
    fix_zh="用编辑器另存为 UTF-8",
    fix_en="save it as UTF-8",
)

QUOTED = re.compile(r"""(?=(["'])([^"'\n]+)\1)""")
SPECIAL = re.compile("[&<>\"']")
ONCE_LIMIT = 50_000
SUFFIXES = (".html", ".xml", ".txt", ".svg")
TEXTS = (*SUFFIXES, ".css", ".js", ".po")


def theme_folder() -> Path:
    """The default theme: inside the installed package, or beside it in a checkout."""
    packaged = Path(__file__).parent.parent / "theme"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent.parent / "templates"


@dataclass(frozen=True, slots=True)
class Theme:
    """Every file of the theme in force: its path by its '/'-separated name. No links among them.

    `closures` has, by template, a digest of it and of all it may include. `own` are the names of the
    files that lie in the site's own folder: only these are for its author to get right.
    `public` has the files and links below public/, which are in none of the others: by name, the
    folder of the theme in which they lie. Nothing is known of them but that.
    """

    paths: Mapping[str, Path]
    digests: Mapping[str, str]
    closures: Mapping[str, str]
    own: frozenset[str] = frozenset()
    public: Mapping[str, Path] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.paths[name].read_text("utf-8", "replace")

    def names(self, suffix: str) -> tuple[str, ...]:
        return tuple(sorted(name for name in self.digests if name.endswith(suffix)))


def find(site_root: Path) -> tuple[Theme, list[Problem]]:
    """The default theme with the site's own templates/ laid over it, and what is wrong in it."""
    default = theme_folder()
    own = site_root / "templates"
    same = own.is_dir() and own.resolve() == default.resolve()
    folders = (own,) if same else (own, default) if own.is_dir() else (default,)
    texts: dict[str, bytes] = {}
    paths: dict[str, Path] = {}
    public: dict[str, Path] = {}
    for folder in reversed(folders):
        for name, item in files.walk(folder):
            if name.partition("/")[0] == PUBLIC:
                public[name] = folder
            elif item.is_file(follow_symlinks=False) and not name.rpartition("/")[2].startswith(
                "."
            ):
                paths[name] = folder / name
                texts[name] = paths[name].read_bytes()
    problems = [problem for name, data in texts.items() for problem in _encoding(name, data)]
    digests = {name: files.digest(data) for name, data in texts.items()}
    referred = {
        name: [
            found for _, found in QUOTED.findall(data.decode("utf-8", "replace")) if found in texts
        ]
        for name, data in texts.items()
        if name.endswith(SUFFIXES)
    }
    closures = {name: _closure(name, referred, digests) for name in referred}
    named = frozenset(name for name, path in paths.items() if path.is_relative_to(own))
    return Theme(paths, digests, closures, named, public), problems


def _encoding(name: str, data: bytes) -> Iterator[Problem]:
    if name.endswith(TEXTS):
        try:
            data.decode()
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            yield Problem(NOT_UTF_8, Location(f"templates/{name}", line))


def _closure(name: str, referred: Mapping[str, list[str]], digests: Mapping[str, str]) -> str:
    seen: set[str] = set()
    todo = [name]
    while todo:
        current = todo.pop()
        if current in seen or current not in digests:
            continue
        seen.add(current)
        todo += referred.get(current, [])
    return files.digest("".join(f"{n}={digests[n]}\n" for n in sorted(seen)).encode())[:20]


class QuickEnvironment(Environment):
    """Jinja's, with `QuickTemplate`; `words` are those of the locale."""

    words: Mapping[str, str]


def environment(theme: Theme, translations: Mapping[str, str]) -> Environment:
    """A Jinja environment that escapes everywhere and refuses what is undefined.

    `translations` replaces the words of `_("…")` in templates; words it lacks stay as written.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        return (theme.text(name), _place(name).file, None) if name in theme.paths else None

    made = QuickEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n", vocabulary.Words],
    )
    made.words = translations
    made.filters |= {"href": vocabulary.href, "day": vocabulary.day}
    made.install_gettext_callables(  # type: ignore[attr-defined]
        lambda word: translations.get(word, word),
        lambda one, many, n: translations.get(one, one),
        newstyle=True,
    )
    made.globals["once"] = Once()
    return made


def compile_all(environment: Environment, theme: Theme) -> None:
    """Compile every template, ahead of the pages. What is wrong is told when a page is made: a file
    may have been saved or removed since the theme was found."""
    for name in theme.closures:
        with suppress(TemplateError, OSError):
            environment.get_template(name)


class Once:
    """`once(macro, value)` in a template: what the macro makes of this very value, made once.

    For values that many pages share, such as cards and the masthead. It holds the values, so that
    the identity by which it knows them stays theirs.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[CodeType, int], tuple[object, Markup]] = {}

    def clear(self) -> None:
        """Forget everything made so far, between one build and the next."""
        self._made.clear()

    def __call__(self, macro: Macro, value: object) -> Markup:
        key = (macro._func.__code__, id(value))
        known = self._made.get(key)
        if known is None:
            if len(self._made) >= ONCE_LIMIT:
                self._made.clear()
            known = self._made[key] = (value, Markup(macro(value)))
        return known[1]


def render(made: Environment, name: str, view: object) -> str:
    """The text of a page; Mistaken where the template goes wrong."""
    try:
        return made.get_template(name).render(view=view)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        inside = [frame for frame in frames if frame.filename.startswith(FOLDER)]
        if not inside:
            raise
        at = Location(inside[-1].filename, inside[-1].lineno)
        raise Mistaken(Problem(FAILED, at, {"message": str(error)})) from error


class QuickTemplate(Template):
    """A template that leaves text as it is where there is nothing to escape in it.

    markupsafe's `escape` wraps every value into a new Markup object, which is most of its cost.
    """

    @classmethod
    def from_code(cls, *arguments: Any, **more: Any) -> Template:
        made = super().from_code(*arguments, **more)
        made.root_render_func.__globals__["escape"] = _escape
        # An import asks each time which globals differ: a plain dict tells that at once.
        made.globals = dict(made.globals)
        return made


def _escape(value: object) -> str:
    if type(value) is Markup or (type(value) is str and not SPECIAL.search(value)):
        return value
    return escape(value)


QuickEnvironment.template_class = QuickTemplate


def check(made: Environment, theme: Theme) -> list[Problem]:
    """The site's own templates that do not parse, include by a computed name, or refer to nothing."""
    problems: list[Problem] = []
    for name in theme.closures:
        if name not in theme.own:
            continue
        at = _place(name)
        try:
            tree = made.parse(theme.text(name), name)
        except TemplateSyntaxError as error:
            facts = {"message": str(error.message)}
            problems.append(Problem(SYNTAX, Location(at.file, error.lineno), facts))
            continue
        for other in meta.find_referenced_templates(tree):
            if other is None:
                problems.append(Problem(DYNAMIC, at))
            elif other not in theme.digests:
                problems.append(Problem(MISSING, at, {"name": other}))
    return problems


def _place(name: str) -> Location:
    return Location(f"{FOLDER}{name}")
