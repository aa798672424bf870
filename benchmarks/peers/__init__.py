"""The other generators: how each is installed, fed and called. One that is missing is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.generator import Generator
from benchmarks.peers import eleventy, hugo, pelican, zola

PEERS: dict[str, Callable[[Path], Generator]] = {
    "Hugo": hugo.install,
    "Zola": zola.install,
    "Eleventy": eleventy.install,
    "Pelican": pelican.install,
}
"""By name: what installs it below a folder, or raises Missing with the reason."""
