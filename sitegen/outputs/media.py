"""Pictures that pages show as files, and the style sheet."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.outputs import urls as addresses
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output, Planning


def plan(planning: Planning) -> Iterator[Output]:
    for name, digest in planning.media.items():
        if not name.endswith(".svg"):
            yield planning.file(addresses.MEDIA + name, "media", name, file=digest)
    yield planning.file(planning.shared.style, "style")


def media(making: Making, name: str) -> bytes:
    return making.read_media(name)


def style(making: Making) -> bytes:
    return making.style.encode()
