"""The other generators: how each is installed, fed and called. One that is missing is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.generator import Generator
from benchmarks.peers import eleventy, hugo, hugo_pagefind, pelican, zola
from benchmarks.rounds import PAIR, YARDSTICK

PEERS: dict[str, Callable[[Path], Generator]] = {
    YARDSTICK: hugo.install,
    PAIR: hugo_pagefind.install,
    "Zola": zola.install,
    "Eleventy": eleventy.install,
    "Pelican": pelican.install,
}
"""By name: what installs it below a folder, or raises Missing with the reason."""
