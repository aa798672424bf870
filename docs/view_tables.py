"""The tables of docs/theme.md: what each template is given, read from the view classes.

What a class or a field is stands below it in the source, `中文 | English`.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
import types
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from markupsafe import Markup

from sitegen.outputs import families
from sitegen.outputs.parts.views.frame import Frame
from sitegen.rendering import jinja, templates
from sitegen.rendering.templates import Theme

HEAD = ["| 名称 | 类型 Type | 说明 | Description |", "|---|---|---|---|"]
PLAIN = {str: "文字 text", int: "数 number", bool: "是否 yes or no", Markup: "网页片段 HTML"}

FRAMED = (
    "每个 `pages/` 里的模板另有 `view.frame`，见 [Frame](#frame)。"
    "Each template in `pages/` has `view.frame` as well, see [Frame](#frame)."
)


class Meaning(NamedTuple):
    """What a view class or a field of one is, in both languages."""

    zh: str
    en: str


class NoMeaning(Exception):
    """A view class, or a field of one, of which the source does not say what it is."""


def views() -> dict[str, type]:
    """The view class of each template, by the template's name: the pages first."""
    by_template: dict[str, type] = {}
    for recipe in families.RECIPES.values():
        if recipe.template:
            view = get_type_hints(recipe.view)["return"]
            if by_template.setdefault(recipe.template, view) is not view:
                raise TypeError(f"{recipe.template} is given views of two classes")
    return dict(
        sorted(by_template.items(), key=lambda row: (not row[0].startswith("pages/"), row[0]))
    )


def value_types() -> list[type]:
    """The classes of the values in views, by name."""
    every = set(views().values())
    todo = list(every)
    kinds: set[type] = set()
    while todo:
        for hint in get_type_hints(todo.pop()).values():
            for inner in _classes(hint):
                if inner not in kinds:
                    kinds.add(inner)
                    todo.append(inner)
    return sorted(kinds - every, key=lambda kind: kind.__name__)


def _classes(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and hint.__module__.startswith("sitegen."):
        yield hint
    for argument in get_args(hint):
        yield from _classes(argument)


@cache
def meanings(view: type) -> dict[str, Meaning]:
    """What a class ("") and each of its fields are, by name."""
    source = ast.parse(textwrap.dedent(inspect.getsource(view))).body[0]
    assert isinstance(source, ast.ClassDef)
    texts = {"": ast.get_docstring(source)}
    for field, below in zip(source.body, [*source.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            docstring = below.value if isinstance(below, ast.Expr) else None
            text = docstring.value if isinstance(docstring, ast.Constant) else None
            texts[field.target.id] = text if isinstance(text, str) else None
    by_name = {}
    for name, text in texts.items():
        zh, bar, en = (text or "").partition(" | ")
        if not (zh and bar and en) or "\n" in en:
            raise NoMeaning(f"{view.__name__}.{name}".rstrip("."))
        by_name[name] = Meaning(zh, en)
    return by_name


def type_words(hint: Any) -> str:
    """A type as those who write templates think of it; classes are links to their tables."""
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        return f"{type_words(inner)}，或没有 or nothing"
    if get_origin(hint) is Literal:
        return "之一 one of " + " ".join(f"`{value}`" for value in get_args(hint))
    if get_origin(hint) is tuple:
        member, *more = get_args(hint)
        if more == [...]:
            return f"列表 list：{type_words(member)}"
        if set(get_args(hint)) != {str}:
            raise TypeError(f"no words for {hint}")
        return "一对文字 pair of texts"
    return f"[{hint.__name__}](#{hint.__name__.lower()})"


def fields_table(view: type, prefix: str = "", skip: type | None = None) -> list[str]:
    """The fields of a view class, but for those of the class `skip`."""
    about = meanings(view)
    rows = [
        f"| `{prefix}{name}` | {type_words(hint)} | {about[name].zh} | {about[name].en} |"
        for name, hint in get_type_hints(view).items()
        if hint is not skip
    ]
    return [*HEAD, *rows]


def tables() -> str:
    """All tables of the page, with their headings."""
    lines = ["## 每个模板得到什么 What each template is given", "", FRAMED, ""]
    for template, view in views().items():
        about = meanings(view)[""]
        lines += [f"### `{template}`", "", f"{about.zh}。{_sentence(about.en)}", ""]
        lines += [*fields_table(view, "view.", Frame), ""]
    lines += ["## 类型 Types", ""]
    for kind in value_types():
        about = meanings(kind)[""]
        lines += [f"### {kind.__name__}", "", f"{about.zh}。{_sentence(about.en)}", ""]
        lines += [*fields_table(kind), ""]
    lines += ["## 组件 Components", "", *components_table()]
    return "\n".join(lines) + "\n"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def components_table() -> list[str]:
    """The macros of the default theme's components, each with its arguments."""
    folder = templates.theme_folder()
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    environment = jinja.environment(Theme({}, {}, {}), {})
    lines = ["| 文件 File | 宏 Macros |", "|---|---|"]
    for name in names:
        if name.startswith("components/"):
            tree = environment.parse((folder / name).read_text("utf-8"))
            macros = (f"`{_signature(macro)}`" for macro in tree.find_all(nodes.Macro))
            lines.append(f"| `{name}` | {' · '.join(macros)} |")
    return lines


def _signature(macro: nodes.Macro) -> str:
    names = [argument.name for argument in macro.args]
    first = len(names) - len(macro.defaults)
    for place, default in enumerate(macro.defaults, start=first):
        names[place] += f"={default.as_const()}"
    return f"{macro.name}({', '.join(names)})"
