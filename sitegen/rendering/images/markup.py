"""A picture as the files that a browser chooses from, and its markup in a body."""

from __future__ import annotations

from dataclasses import dataclass

IN_BODY = "(min-width: 44rem) 40rem, 92vw"
"""How wide a picture in a body is: --measure in templates/css/tokens.css, or the screen."""


@dataclass(frozen=True, slots=True)
class PictureSource:
    """The files of one format; `type` is its MIME type, `srcset` ready to print."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Files:
    """`url`, with `srcset`, is in the format that every browser knows, `sources` are before it.

    `width` and `height` give the ratio, so that the page keeps its place free.
    """

    url: str
    width: int
    height: int
    srcset: str = ""
    sources: tuple[PictureSource, ...] = ()


def in_body(files: Files, words: str, *, lazy: bool) -> str:
    """The elements of a picture in a body; `words` are its attributes alt and title, safe HTML."""
    sources = "".join(
        f'<source type="{source.type}" srcset="{attribute(source.srcset)}" sizes="{IN_BODY}">'
        for source in files.sources
    )
    srcset = f' srcset="{attribute(files.srcset)}" sizes="{IN_BODY}"' if files.srcset else ""
    loading = ' loading="lazy"' if lazy else ""
    img = (
        f'<img src="{attribute(files.url)}"{srcset}{words} width="{files.width}"'
        f' height="{files.height}"{loading} decoding="async">'
    )
    return f"<picture>{sources}{img}</picture>" if sources else img


def attribute(value: str) -> str:
    """The text between the quotes of an attribute."""
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
