"""The files of a picture from which a browser chooses, and the picture's markup in a body."""

from __future__ import annotations

from dataclasses import dataclass

IN_BODY = "(min-width: 44rem) 40rem, 92vw"
"""`sizes` of a picture in a body: --measure of templates/css/tokens.css, or the screen's width."""


@dataclass(frozen=True, slots=True)
class PictureSource:
    """同一格式的图片文件 | the files of a picture in one format"""

    type: str
    """MIME 类型 | the MIME type"""
    srcset: str
    """`srcset` 的值，可直接写出 | the value of `srcset`, ready to print"""


@dataclass(frozen=True, slots=True)
class Files:
    """供浏览器挑选的图片文件 | the files of a picture, for a browser to choose from"""

    url: str
    """人人能看的格式 | the file in the format that every browser knows"""
    width: int
    """宽，像素；和高一起留出位置 | its width in pixels; with the height it keeps the place free"""
    height: int
    """高，像素 | its height in pixels"""
    srcset: str = ""
    """同一格式的各种宽度；可空 | the same format in several widths; may be empty"""
    sources: tuple[PictureSource, ...] = ()
    """更小的格式，写在前面；可空 | smaller formats, to be put before it; may be empty"""


def in_body(files: Files, attributes: str, *, lazy: bool) -> str:
    """The HTML of a picture in a body. `attributes` is safe HTML with alt and title."""
    sources = "".join(
        f'<source type="{source.type}" srcset="{attribute(source.srcset)}" sizes="{IN_BODY}">'
        for source in files.sources
    )
    srcset = f' srcset="{attribute(files.srcset)}" sizes="{IN_BODY}"' if files.srcset else ""
    loading = ' loading="lazy"' if lazy else ""
    img = (
        f'<img src="{attribute(files.url)}"{srcset}{attributes} width="{files.width}"'
        f' height="{files.height}"{loading} decoding="async">'
    )
    return f"<picture>{sources}{img}</picture>" if sources else img


def attribute(value: str) -> str:
    """`value` escaped for use between the double quotes of an attribute."""
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
