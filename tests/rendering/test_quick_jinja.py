"""Templates are rendered faster than Jinja does it, and to the same text."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, Undefined
from markupsafe import Markup

from sitegen.rendering.quick_jinja import QuickEnvironment

VALUES: dict[str, Any] = {
    "text": '甲 & <乙> "丙"',
    "plain": "甲乙",
    "markup": Markup("<b>甲</b>"),
    "whole": -12,
    "half": 0.5,
    "tiny": 1e-300,
    "endless": float("inf"),
    "yes": True,
    "nothing": None,
    "list": ["<", 1],
    "undefined": Undefined(name="x"),
}
MACROS = """
{%- set own = "&" %}
{%- macro two(a, b) %}[{{ a }}|{{ b }}]{% endmacro %}
{%- macro usual(a, b="<") %}[{{ a }}|{{ b }}]{% endmacro %}
{%- macro rest(a) %}[{{ a }}|{{ varargs }}|{{ kwargs }}]{% endmacro %}
{%- macro around(a) %}[{{ a }}|{{ caller(a) }}]{% endmacro %}
{%- macro explicit(a, caller=None) %}[{{ a }}|{{ caller() if caller else "-" }}]{% endmacro %}
{%- macro reads() %}[{{ own }}|{{ shared }}]{% endmacro %}
"""


def rendered(kind: type[Environment], text: str) -> str:
    """The text that an environment of this class makes, or its error."""
    environment = kind(
        loader=DictLoader({"macros": MACROS, "part": "<i>{{ view.text }}</i>", "page": text}),
        autoescape=True,
        undefined=StrictUndefined,
        cache_size=-1,
        auto_reload=False,
    )
    environment.globals["shared"] = "<shared>"
    try:
        return environment.get_template("page").render(view=VALUES)
    except (TemplateError, TypeError) as error:
        return repr(error)


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_printed_as_jinja_prints_it(name: str) -> None:
    text = (
        f"{{{{ view.{name} }}}}{{% autoescape false %}}{{{{ view.{name} }}}}{{% endautoescape %}}"
    )
    assert rendered(QuickEnvironment, text) == rendered(Environment, text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ two(view.text, view.markup) }}",
        "{{ two(1) }}",
        "{{ two(1, 2, 3) }}",
        "{{ two(1, b=2) }}",
        "{{ two(1, c=2) }}",
        "{{ usual(1) }}{{ usual(1, view.text) }}{{ usual(b=1, a=2) }}",
        "{{ rest(1) }}{{ rest(1, 2, three=3) }}",
        "{% call(a) around('<') %}{{ a }}{{ view.text }}{% endcall %}",
        "{{ around(1) }}",
        "{{ explicit(1) }}{% call explicit(1) %}&{% endcall %}",
        "{% for one in view.list %}{{ two(one, loop.index) }}{% endfor %}",
        "{% autoescape false %}{{ two(view.text, 1) }}{% endautoescape %}",
        "{{ two(view.text, 1) ~ '<' }}{{ two('a', 1) | upper }}",
        "{{ reads() }}{{ macros.reads() }}",
        "{{ 'a' if view.nothing }}|{% include 'part' %}{{ missing }}",
        "{{ '<%s>'.replace('%s', 'a') }}{{ view.plain.center(9) }}",
    ],
)
def test_a_call_gives_what_jinja_gives(text: str) -> None:
    start = "{% from 'macros' import two, usual, rest, around, explicit, reads %}{% import 'macros' as macros %}"
    assert rendered(QuickEnvironment, start + text) == rendered(Environment, start + text)


def test_an_import_sees_the_globals_of_the_template_that_imports() -> None:
    def shown(kind: type[Environment]) -> list[str]:
        environment = kind(
            loader=DictLoader(
                {"macros": MACROS, "page": "{% import 'macros' as m %}{{ m.reads() }}"}
            ),
            autoescape=True,
        )
        pages = [{"shared": "1"}, {"shared": "<"}, None]
        return [environment.get_template("page", globals=page).render() for page in pages]

    assert shown(QuickEnvironment) == shown(Environment)
