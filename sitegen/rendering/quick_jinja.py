"""Jinja with less work for each value, call and import in a template, and the same text in the end.

Jinja asks anew each time what a macro takes, whether a template has changed, whether a number has to be escaped:
that was more than a fifth of the time of rendering.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, Template, Undefined
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

SPECIAL = re.compile("[&<>\"']")


class QuickTemplate(Template):
    """A template with a faster `escape`: text without special characters is returned unchanged.

    markupsafe's `escape` wraps every value in a new Markup object, which is most of its cost.
    """

    @classmethod
    def from_code(cls, *arguments: Any, **more: Any) -> Template:
        template = super().from_code(*arguments, **more)
        template.root_render_func.__globals__["escape"] = _escape
        # Each import in a template compares the globals; with a plain dict this is quick.
        template.globals = dict(template.globals)
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        module = self._module
        if module is not None and ctx is not None and self.globals.keys() >= ctx.globals_keys:
            return module
        return super()._get_default_module(ctx)


def _escape(value: Any) -> Any:
    kind = type(value)
    if kind is Markup or (kind is str and (value.isalnum() or not SPECIAL.search(value))):
        return value
    if kind is int or kind is float:
        return str(value)
    return "" if kind is Undefined else escape(value)


class PlainCall:
    """Something that templates call with its own arguments only: it asks for nothing of the template."""

    def __call__(self, *arguments: Any) -> Any:
        raise NotImplementedError


class QuickContext(Context):
    """What a template can name, with a faster way to call its macros."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *arguments: Any,
        _block_vars: Mapping[str, Any] | None = None,
        _loop_vars: Mapping[str, Any] | None = None,
        **named: Any,
    ) -> Any:
        """The result of a call in a template. A macro that takes nothing but its own arguments is called with
        these, `missing` for those that are left out, without asking what else it may take."""
        if type(called) is Macro:
            more = called.caller or called.catch_kwargs or called.catch_varargs
            if not more and len(arguments) <= called._argument_count and self.eval_ctx.autoescape:
                rest = called.arguments[len(arguments) :]
                if not named or named.keys() <= set(rest):
                    if rest:
                        arguments += tuple([named.get(name, missing) for name in rest])
                    # The text is a plain str: Markup itself would ask what kind of value it is.
                    return str.__new__(Markup, called._func(*arguments))
        elif isinstance(called, PlainCall):
            return called(*arguments)
        return super().call(
            called, *arguments, _block_vars=_block_vars, _loop_vars=_loop_vars, **named
        )


class QuickEnvironment(Environment):
    """Jinja's environment with `QuickTemplate` and `QuickContext`, for templates that stay as they are.

    `words` are the translations by original text.
    """

    words: Mapping[str, str]
    context_class = QuickContext
    template_class = QuickTemplate

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._by_name: dict[str, Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: Any = None
    ) -> Template:
        """The template of this name. Each import in a template asks for one."""
        if isinstance(name, Template) or globals is not None:
            return super().get_template(name, parent, globals)
        template = self._by_name.get(name)
        if template is None:
            template = self._by_name[name] = super().get_template(name, parent)
        return template
