"""Drawings are cleaned by an allow-list before they stand in a page."""

from __future__ import annotations

import time
from xml.etree import ElementTree

import pytest

from sitegen.rendering.drawing import clean

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"{}>{}</svg>'


def cleaned(inside: str, attributes: str = "") -> str:
    drawing, problems = clean(SVG.format(attributes, inside).encode(), "content/media/a.svg")
    assert problems == [] and drawing is not None
    return str(drawing)


def reason(data: str | bytes) -> str:
    raw = data if isinstance(data, bytes) else data.encode()
    drawing, (problem,) = clean(raw, "content/media/a.svg")
    assert drawing is None and problem.kind.code == "image.bad-drawing"
    assert problem.at.file == "content/media/a.svg"
    return problem.facts["reason"]


def test_shapes_are_kept_and_silent_for_readers() -> None:
    made = cleaned('<g fill="#a33"><path d="M0 0 L9 9" stroke-width="1.5"/></g>', ' width="9"')
    assert '<path d="M0 0 L9 9" stroke-width="1.5"></path>' in made
    assert 'aria-hidden="true"' in made and 'focusable="false"' in made
    assert not made.split(">")[0].count(" width")


@pytest.mark.parametrize(
    "tag",
    [
        "script",
        "style",
        "foreignObject",
        "image",
        "use",
        "a",
        "text",
        "animate",
        "set",
        "filter",
        "title",
        "iframe",
        "defs",
        "linearGradient",
    ],
)
def test_an_element_that_is_no_shape_is_refused_by_name(tag: str) -> None:
    assert tag in reason(SVG.format("", f"<{tag}/>"))
    assert tag in reason(SVG.format("", f"<g><{tag} href='x'/></g>"))


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"',
        'onclick="x"',
        'style="fill:url(//e.cn)"',
        'fill="url(#a)"',
        'fill="URL(#a)"',
        'fill="url(https://e.cn/)"',
        'href="javascript:x"',
        'xlink:href="https://e.cn/"',
        'class="site-header"',
        'id="content"',
        'd="M0 0&lt;script"',
    ],
)
def test_an_attribute_that_could_act_or_clash_is_dropped(attribute: str) -> None:
    made = cleaned(f'<rect width="1" {attribute}/>', f" {attribute}")
    element = ElementTree.fromstring(made)
    assert set(element.attrib) == {"viewBox", "aria-hidden", "focusable"}
    assert set(element[0].attrib) == {"width"}


def test_a_document_type_is_refused_in_any_encoding_and_however_hidden() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(8)
    )
    body = bomb + "]>" + SVG.format("", "<g>&i;</g>")
    start = time.perf_counter()
    assert reason(body) == "<!DOCTYPE>"
    assert reason(f'<?xml version="1.0" encoding="UTF-16"?>{body}'.encode("utf-16")) == "<!DOCTYPE>"
    assert reason(f'<?xml version="1.0"?><?x <!-- ?>{body.replace("</svg>", "<!-- --></svg>")}')
    assert reason('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + SVG.format("", "")) == "<!DOCTYPE>"
    assert time.perf_counter() - start < 1


def test_the_words_of_a_document_type_in_a_comment_do_no_harm() -> None:
    assert cleaned("<!-- <!DOCTYPE x> --><g/>")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "<svg",
        "not xml",
        "<html/>",
        '<svg viewBox="0 0 1 1"/>',
        b"\xff\xfe\x00",
        b"\x00" * 9,
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '<?xml version="1.0" encoding="no-such"?><a/>',
        "<!-- -->" * 40000,
        SVG.format("", "<g>" * 5000 + "</g>" * 5000),
    ],
)
def test_what_is_no_plain_drawing_is_refused_without_a_crash(data: str | bytes) -> None:
    assert reason(data)


def test_words_inside_shapes_are_left_out() -> None:
    assert "alert" not in cleaned("<g>alert(1)<path d='M0 0'/>alert(2)</g>")
