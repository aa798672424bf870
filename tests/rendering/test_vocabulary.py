"""`_("…")` says the locale's words, and the filters `href` and `day` what a link and a day need."""

from __future__ import annotations

import pytest

from sitegen.rendering import jinja, vocabulary
from sitegen.rendering.templates import Theme

WORDS = {"甲": "乙 & 丙", "有 %(n)s 个": "计 %(n)s 件", "_": "不"}


def rendered(source: str) -> str:
    made = jinja.environment(Theme({}, {}, {}), WORDS)
    return made.from_string(source).render(n=3, _x="x")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('{{ _("甲") }}', "乙 &amp; 丙"),
        ('{{ _("丁") }}', "丁"),
        ('<i title="{{ _("甲") }}">', '<i title="乙 &amp; 丙">'),
        ('{{ _("有 %(n)s 个", n=n) }}', "计 3 件"),
        ('{{ _("甲") if n else _("丁") }}', "乙 &amp; 丙"),
        ('{% macro m(t) %}{{ t }}{% endmacro %}{{ m(_("甲")) }}', "乙 &amp; 丙"),
        ('{{ [_("甲"), _("丁")]|join("_") }}', "乙 &amp; 丙_丁"),
        ('{{ "_" }}{{ _x }}', "_x"),
        ("{{ _('甲' ~ n) }}", "甲3"),
        ('_("甲")', '_("甲")'),
    ],
)
def test_words_are_put_in_where_a_template_says_them(source: str, text: str) -> None:
    assert rendered(source) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-09-23", '<time datetime="2025-09-23">2025-09-23</time>'),
        ("2025-09", '<time datetime="2025-09">2025-09</time>'),
        ("2025", "2025"),
        ("2025-09-23 09:00", "2025-09-23 09:00"),
        ("一九-零九", "一九-零九"),
        ("<b>", "<b>"),
    ],
)
def test_a_day_is_marked_as_one_and_other_text_is_left(text: str, shown: str) -> None:
    assert vocabulary.day(text) == shown
    assert rendered(f"{{{{ '{text}'|day }}}}") == shown.replace("<b>", "&lt;b&gt;")


def test_a_link_is_escaped_and_one_that_leaves_the_site_says_so() -> None:
    assert vocabulary.href('a/?b=1&c="2') == ' href="a/?b=1&amp;c=&#34;2"'
    assert vocabulary.href("https://a.cn/") == ' href="https://a.cn/" rel="noopener noreferrer"'
    assert vocabulary.href("HttpS://a.cn") == ' href="HttpS://a.cn" rel="noopener noreferrer"'
