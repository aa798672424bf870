"""What Jinja says of a wrong template is said in Chinese; a message that is unknown is quoted."""

from __future__ import annotations

import jinja2
import pytest

from sitegen.rendering.jinja_messages import in_chinese


def message(text: str) -> str:
    """What Jinja itself says of a template."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    with pytest.raises((jinja2.TemplateError, TypeError)) as told:
        environment.from_string(text).render(view={"a": 1})
    return str(getattr(told.value, "message", None) or told.value)


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("{{ frme }}", "没有“frme”这个名称"),
        ("{{ view.b }}", "没有“b”这一项"),
        ("{{ 1|dya }}", "没有“dya”这个过滤器"),
        ("{{ 1 is dya }}", "没有“dya”这个判断"),
        ("{% fro x in y %}", "没有“fro”这个标签，或它前面的标签没有结束"),
        ("{% if 1 %}", "模板到头了，还有标签没有结束，如少写了 endif、endfor"),
        ("{{ 1 }", "多了“}”"),
        ("{{ }}", "这里少一个值，写成了“}}”"),
        ("{% if %}{% endif %}", "这里少一个值，写成了“%}”"),
        ("{{ 1 2 }}", "这里应当是“}}”，写成了“整数”"),
        ("{% for x y %}", "这里应当是“in”，写成了“y”"),
        ("{{ ( }}", "这里应当是“)”，写成了“}”"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "“a”这个块写了两次"),
        ("{% macro m() %}{% endmacro %}{{ m(1) }}", "宏“m”最多 0 个参数"),
        ("{% macro m() %}{% endmacro %}{{ m(b=1) }}", "宏“m”没有“b”这个参数"),
        ("{# x", "“注释”没有结束"),
        ("{{ 1 § }}", "不能用“§”这个字符"),
    ],
)
def test_a_message_is_said_in_chinese(text: str, zh: str) -> None:
    assert in_chinese(message(text)) == zh


def test_an_unknown_message_is_quoted() -> None:
    assert in_chinese("'>' not supported") == "出错的原话是“'>' not supported”"
