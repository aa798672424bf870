"""Any body: its HTML holds nothing but what bodies may hold, before and after a page puts its links in."""

from __future__ import annotations

from sitegen.loading import text
from sitegen.model.collections import COLLECTIONS
from sitegen.rendering import markdown
from sitegen.rendering.dialect.finishing import BodyWords
from sitegen.rendering.images.markup import Files, PictureSource
from sitegen.rendering.plain_text import plain_text
from tests.support.attack import seeds
from tests.support.attack.html_tokens import start_tags
from tests.support.attack.page_audit import OURS, address, body_faults
from tests.support.attack.target import Target

NAMES = frozenset(name for name, own in COLLECTIONS.items() if own.shown)
UNRESOLVED = OURS | NAMES | {"media"}
WORDS = BodyWords("已完成", "未完成", "表格{number}")
HOSTILE = '"><script>alert(1)</script>'
"""What the files of a picture are called here, so that the markup has to escape it."""


def run(data: bytes) -> None:
    source, _ = text.decode(data, "content/pages/a.md")
    if source is None:
        return
    prose = markdown.render(source, NAMES)
    assert list(body_faults(prose.html, UNRESOLVED)) == []
    tags = list(start_tags(prose.html))
    written = {
        tag.attributes[name] for tag in tags for name in ("href", "src") if name in tag.attributes
    }
    assert set(prose.links) == written, set(prose.links) ^ written
    assert set(prose.ids) == {tag.attributes["id"] for tag in tags if "id" in tag.attributes}
    for finding in prose.findings:
        assert 1 <= finding[1] <= source.count("\n") + 1
        for language in ("zh", "en"):
            assert finding[0].message(finding[2], language)
    shown = markdown.resolve(prose.html, _link, _image, WORDS, eager=1)
    assert list(body_faults(shown)) == []
    for tag in start_tags(shown):
        if address(tag.attributes.get("href", "")).startswith("http"):
            assert tag.attributes.get("rel") == "noopener noreferrer", tag
    plain = plain_text(source, lambda: prose.html)
    assert isinstance(plain, str)


def _link(target: str, fragment: str) -> str | None:
    if len(target) % 3 == 0:
        return None
    return f"../{'%22' if len(target) % 2 else '&<>'}/" + (f"#{fragment}" if fragment else "")


def _image(name: str) -> Files:
    source = PictureSource("image/webp", f"../{name}.webp 400w")
    return Files(f"../{HOSTILE}{name}", 400, 300, f"../{name} 400w", (source,))


def seeded() -> list[bytes]:
    return [body.encode() for body in seeds.bodies()]


TARGET = Target(
    run,
    seeded,
    (
        *(
            b"[a](b)",
            b"![a](b.png)",
            b"[a](gi:b)",
            b"](",
            b"[^1]",
            b"[^1]: a",
            b"{: #a .b c=d}",
            b"\n\n",
            b"\n> ",
        ),
        *(
            b"\n- ",
            b"\n1. ",
            b"\n    ",
            b"**",
            b"_",
            b"`",
            b"```\n",
            b"~~",
            b"<b>",
            b"</b>",
            b"<a href=",
            b"<!--",
        ),
        *(
            b"-->",
            b"<script>",
            b"<![CDATA[",
            b"<?",
            b"&#106;",
            b"&colon;",
            b"javascript:",
            b"data:text/html,",
        ),
        *(
            b"<https://a.b>",
            b"https://a.b/",
            b"\n|a|b|\n|-|-|\n|c|d|\n",
            b"\n# ",
            b"\n---\n",
            b" onload=",
            b"<svg",
        ),
        *(
            b"\x02klzzwxh:0001\x03",
            b"\\",
            b'"',
            b"'",
            b"[a]: b 'c'",
            b"<td ",
            b"<math>",
            b"<style>",
            b"<noscript>",
        ),
        *(
            "（一）".encode(),
            "\u3000\u3000".encode(),
            "～～".encode(),
            "＊＊".encode(),
            b"- [x] ",
            b"xlink:href=",
        ),
    ),
)
