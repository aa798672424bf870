"""Jinja's environment, set up for pages; rendering of a page; the check of a site's own templates.

A template sees one `view` of plain frozen data and the translations of the locale, nothing else.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from contextlib import suppress
from types import CodeType

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    meta,
)
from jinja2.runtime import Macro
from markupsafe import Markup

from sitegen.problems import Kind, Location, Mistaken, Problem, Severity
from sitegen.rendering import jinja_messages, vocabulary
from sitegen.rendering.compiled import Compiled
from sitegen.rendering.quick_jinja import PlainCall, QuickEnvironment
from sitegen.rendering.templates import FOLDER, Theme, location_of, theme_folder
from sitegen.rendering.unbroken import unbroken

SYNTAX = Kind(
    "template.syntax",
    Severity.ERROR,
    zh="模板写错了：{message}",
    en="the template is wrong: {message_en}",
    fix_zh="改正这一行，或删去自己的这个模板以用回默认主题",
    fix_en="correct this line, or remove your own copy to use the default theme's",
)
FAILED = Kind(
    "template.failed",
    Severity.ERROR,
    zh="模板在这一行出错：{message}",
    en="the template fails on this line: {message_en}",
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

ONCE_LIMIT = 50_000
"""Number of cached results at which `Once` starts again from nothing: it bounds the memory."""


def environment(theme: Theme, translations: Mapping[str, str]) -> Environment:
    """A Jinja environment that escapes everything and raises an error for undefined names.

    `translations` are by the text of `_("…")` in templates. Other texts stay as written.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        return (theme.text(name), location_of(name).file, None) if name in theme.paths else None

    environment = QuickEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=Compiled(translations, _of_default_theme(theme)),
        extensions=["jinja2.ext.i18n", vocabulary.Words],
    )
    environment.words = translations
    environment.filters |= {"href": vocabulary.href, "day": vocabulary.day, "unbroken": unbroken}
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda word: translations.get(word, word),
        lambda one, many, n: translations.get(one, one),
        newstyle=True,
    )
    environment.globals["once"] = Once()
    return environment


def _of_default_theme(theme: Theme) -> frozenset[str]:
    """The names of the templates that are the default theme's own files."""
    default = theme_folder()
    return frozenset(
        name for name in theme.closures if theme.paths[name].absolute().is_relative_to(default)
    )


def compile_all(environment: Environment, theme: Theme) -> None:
    """Compile every template before it is needed.

    Errors are ignored here: `render` reports them if a page uses the template. Files may have been
    saved or removed since the theme was found.
    """
    for name in theme.closures:
        with suppress(TemplateError, OSError):
            environment.get_template(name)


class Once(PlainCall):
    """`once(macro, value)` in a template: calls the macro once per value and caches the result.

    For values that many pages share, such as cards and the masthead. The cache is by identity of
    the value, so it keeps a reference to each value: a freed one's id could be given to another.
    """

    def __init__(self) -> None:
        self._cache: dict[tuple[CodeType, int], tuple[object, Markup]] = {}

    def clear(self) -> None:
        """Empty the cache. To be called between builds of one process."""
        self._cache.clear()

    def __call__(self, macro: Macro, value: object) -> Markup:
        key = (macro._func.__code__, id(value))
        cached = self._cache.get(key)
        if cached is None:
            if len(self._cache) >= ONCE_LIMIT:
                self._cache.clear()
            cached = self._cache[key] = (value, Markup(macro(value)))
        return cached[1]


def render(environment: Environment, name: str, view: object) -> str:
    """The text of a page. Raises Mistaken with the template's line where the template fails."""
    try:
        return environment.get_template(name).render(view=view)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        in_templates = [frame for frame in frames if frame.filename.startswith(FOLDER)]
        if not in_templates:
            raise
        location = Location(in_templates[-1].filename, in_templates[-1].lineno)
        raise Mistaken(Problem(FAILED, location, jinja_messages.facts(str(error)))) from error


def check(environment: Environment, theme: Theme) -> list[Problem]:
    """Problems of the site's own templates: bad syntax, includes of computed or unknown names."""
    problems: list[Problem] = []
    for name in theme.closures:
        if name not in theme.own:
            continue
        location = location_of(name)
        try:
            tree = environment.parse(theme.text(name), name)
        except TemplateSyntaxError as error:
            facts = jinja_messages.facts(str(error.message))
            problems.append(Problem(SYNTAX, Location(location.file, error.lineno), facts))
            continue
        for other in meta.find_referenced_templates(tree):
            if other is None:
                problems.append(Problem(DYNAMIC, location))
            elif other not in theme.digests:
                problems.append(Problem(MISSING, location, {"name": other}))
    return problems
