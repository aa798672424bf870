"""An edition of the site: all its pages in one language, under one prefix."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """`locale` names its words (zh-Hans, zh-Hant, en). `prefix` is the folder of its pages: "" for the
    first edition, else a name with a slash at its end, such as `en/`."""

    locale: str
    prefix: str = ""


SIMPLIFIED_CHINESE = Edition("zh-Hans")
EDITIONS = (SIMPLIFIED_CHINESE,)
"""The editions that a build makes. The first one is at the root of the site."""
