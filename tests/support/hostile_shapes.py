"""Texts that make a careless reader slow: each shape is one thing repeated, up to any length.

No honest file looks like these. They are what patterns and parsers stumble over: openers without an end,
closers without a beginning, separators, lines of each markup, marks of Unicode, indicators of YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

Shape = Callable[[int], str]
"""A text of about so many characters."""

OPENERS: Final = (
    *("[", "![", "[^", "[a](", "[a][", "[a](<", '[a](b "', "[a]: ", "(", "（", "{", "{: ", "{a="),
    *("<", "<a ", '<a href="', "<a b='", "<!--", "<!-- a", "<![CDATA[", "<?", "<!a", "<https://a"),
    *(
        "<a@",
        "</a",
        "<td a=b ",
        "`",
        "`a",
        "``a`",
        "~~a",
        "*a",
        "**a",
        "***a",
        "_a",
        "__a",
        "&",
        "&#",
    ),
    *("&amp", '"', "'", '"\\', "“", "《", "https://a(", "http-equiv=refresh content=", ">=a"),
)
PAIRS: Final = (
    *("[]", "[a]", "[^1]", "[a](b)", "[a][b]", "![a](b.png) ", "[a](gi:b) ", "()", "**a**", "*a* "),
    *("`a`", "~~a~~", "<b>", "<b></b>", "<div>", "<div></div>", "<pre>", "<pre></pre>", "<br>"),
    *("<span>", "<table><tr><td>", "<b><i>", "</b></i>", "<td a='b'>", "<a href='#b'>", "<!-- -->"),
    *(
        "<!---->",
        "<?a?>",
        "{a}",
        "{: #a }",
        "{: a=b }",
        "&a;",
        "&#20013;",
        "\\*",
        "\\`",
        "\\\\",
        "：b",
    ),
    *(
        "https://a.b ",
        "https://a.b，",
        "https://a。",
        "ａ",
        "a_b*",
        "86 ",
        "2024-01-01，3件",
        "13-",
        "110101 ",
        "*a **b ",
        "a.b@c.d ",
    ),
)
SEPARATORS: Final = (
    *(
        " ",
        "\t",
        "\u3000",
        "\u00a0",
        "  \n",
        " \n",
        "\n",
        "\n\n",
        "\\\n",
        ",",
        "，",
        "、",
        ";",
        "-",
        "—",
    ),
    *(
        "～",
        "~",
        "|",
        "||",
        "`|",
        ".",
        "/",
        ":",
        "：",
        "=",
        "==",
        "#",
        "_",
        "*",
        "+",
        "'\"",
        "至",
        "月",
    ),
    *(
        "年",
        "%",
        "$",
        "@",
        "!",
        "?",
        "\\",
        "- ",
        " -",
        "-_*",
        "* * ",
        ", ",
        "a ",
        "1 ",
        "1-",
        "1,",
        "1.",
    ),
)
LINES: Final = (
    *(
        "a\n",
        "汉\n",
        "汉字\n\n",
        "> ",
        "> a\n",
        ">a\n\n",
        "- ",
        "- a\n",
        "- a\n\n",
        "* a\n\n",
        "- > ",
    ),
    *("1. a\n", "1. a\n\n", "1. a\n- b\n", "- a\n  b\n", "- a\n    b\n\n", "    a\n", "a\n- b\n"),
    *(
        "# a\n",
        "# a\n\n",
        "# a1\n\n",
        "#\n",
        "a\n=\n",
        "a\n-\n",
        "---\n",
        "--- a\n",
        "***\n",
        "——\n",
    ),
    *(
        "```\n",
        "~~~\na\n",
        "|a|b|\n",
        "a|b\n",
        "a|b\n-|-\n",
        "a|b\n-|-\n\n",
        "｜a｜\n",
        "|-|\n",
        "[TOC]\n\n",
    ),
    *(
        "[a]: b\n",
        "[a]:\n",
        '[a]: b "\n',
        "[^a]: b\n",
        "[^a]: b\n\n",
        ": a\n",
        "（一）a\n",
        "一、a\n",
    ),
    *(
        "①a\n",
        "1、a\n",
        "第一条 a\n",
        "\u3000\u3000a\n",
        "&emsp;a\n",
        "☐ a\n",
        "- [ ] a\n",
        "<p>\n\n",
        "*[a]: b\n",
    ),
)
YAML: Final = (
    *("a: ", "a: 1\n", "a：b\n", "a:b\n", "a: [", "a: {", "a: &a ", "a: *a\n", "!a ", "? ", "- - "),
    *(
        "- b\n",
        "b\n ",
        " b\n",
        " #",
        "#\n",
        "%TAG ! a\n",
        "...\n",
        "】",
        "\\n",
        "\\x41",
        "''",
        "：：",
    ),
)
UNICODE: Final = (
    *("\u0300", "\u0316", "\u0300\u0316", "e\u0301", "\u1100\u1161", "\u200b", "\u202e", "\ufeff"),
    *(
        "𠀀",
        "行",
        "１２",
        "ﬁ",
        "İ",
        "\u0345\u0301",
        "\u2028",
        "\u0085",
        "\x01",
        "\x02",
        "\x03",
        "\ufffd",
    ),
)


def _repeated(unit: str, first: str = "", last: str = "") -> Shape:
    return lambda size: first + unit * (size // len(unit)) + last


def _shapes() -> Mapping[str, Shape]:
    shapes = {
        repr(unit): _repeated(unit)
        for unit in dict.fromkeys((*OPENERS, *PAIRS, *SEPARATORS, *LINES, *YAML, *UNICODE))
    }
    enclosed = (" ", "\n", "\t", "\u0300\u0316", "a ", "[", "(", "-", "]", "```", "\\", "“")
    for first, last in (
        ("1", "2"),
        ("a", "b"),
        ("[", "]"),
        ("**a", "**"),
        ("# a", "b"),
        ("https://", "/"),
    ):
        for unit in enclosed:
            shapes[f"{first}{unit!r}…{last}"] = _repeated(unit, first, last)
    for first in ("a|b\n-|-\n", "a|b|c|d|e|f\n-|-|-|-|-|-\n"):
        for unit in ("a|b\n", "`|", "`a|b`\n", "\\|", "|"):
            shapes[f"{first!r}{unit!r}…"] = _repeated(unit, first)
    shapes |= {
        "fewer and fewer backticks": lambda size: "".join(
            "`" * count + "x" for count in range(int((2 * size) ** 0.5), 0, -1)
        ),
        "deeper and deeper lists": lambda size: "\n".join(
            "    " * depth + "- a" for depth in range(int((size / 2) ** 0.5))
        ),
        "numbered footnotes": lambda size: (
            "".join(f"[^{n}] " for n in range(size // 20))
            + "\n\n"
            + "\n".join(f"[^{n}]: x" for n in range(size // 20))
        ),
        "numbered labels": lambda size: (
            "".join(f"[{n}] " for n in range(size // 40))
            + "\n\n"
            + "\n".join(f"[{n}]: https://a.b" for n in range(size // 40))
        ),
        "different headings": lambda size: "\n\n".join(f"# h{n}" for n in range(size // 10)),
        "different links": lambda size: "\n".join(f"[a](gi:x{n})" for n in range(size // 14)),
        "different fields": lambda size: "\n".join(f"k{n}: 1" for n in range(size // 10)),
        "different brackets": lambda size: "".join(f"[^a{n}]" for n in range(size // 8)),
        "a wide table": lambda size: (
            "|".join("a" * (size // 4)) + "\n" + "|".join("-" * (size // 4))
        ),
        "closing in turn": lambda size: "<b><i>" * (size // 14) + "</b></i>" * (size // 14),
        "brackets within brackets": lambda size: "[" * (size // 2) + "](b)" * (size // 8),
        "emphasis within emphasis": lambda size: "*a **b " * (size // 14) + "b** a*" * (size // 12),
    }
    return shapes


SHAPES: Final = _shapes()
