"""What one process keeps of a build for the next, as the preview does."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.building import content as contents
from sitegen.building import manifest as manifests
from sitegen.commands.planned import Planned
from sitegen.commands.theming import Ready


@dataclass(slots=True)
class Memory:
    """Of one site and one output folder. Nothing in it holds because it is there: each stage asks
    whether it was made of what it would read now."""

    entries: contents.Memory = field(default_factory=contents.Memory)
    ready: Ready | None = None
    planned: Planned | None = None
    manifest: manifests.Memory = field(default_factory=manifests.Memory)
    frozen: bool = False
    """Whether what it holds is left alone by the search for cycles."""
