"""The style sheet goes out without what browsers do not look at."""

from __future__ import annotations

import pytest

from sitegen.rendering.styles import compact


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* why */\n.a {\n  color: red;\n}\n", ".a{color:red}"),
        (".a   .b > .c{}", ".a .b > .c{}"),
        (
            '.a::after { content: "/* no  comment */"; }',
            '.a::after{content:"/* no  comment */"}',
        ),
        ("""[title='"'] /* x */ .b {}""", """[title='"']  .b{}"""),
        (r'.a { content: "\"  /*"; } /* y */', r'.a{content:"\"  /*"}'),
        (".a :hover , .b { --x: 1px ; }", ".a :hover,.b{--x:1px}"),
        (
            "@media (min-width: 4rem) and (hover) { a { width: calc(1px + 2px); } }",
            "@media (min-width:4rem) and (hover){a{width:calc(1px + 2px)}}",
        ),
        ('a::before { content: "; }"; }', 'a::before{content:"; }"}'),
        ("", ""),
    ],
)
def test_comments_and_spare_spaces_go_and_strings_stay(written: str, sent: str) -> None:
    assert compact(written) == sent
