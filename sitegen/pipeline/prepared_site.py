"""What a build knows of a site before it renders anything."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.building.content import Content
from sitegen.catalogue.catalogue import Catalogue
from sitegen.checks.levels import RulesInForce
from sitegen.config.site import Site
from sitegen.outputs.output import Output
from sitegen.outputs.render_context import RenderContext


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """All that a build needs once nothing has been rendered yet."""

    site: Site
    rules: RulesInForce
    catalogue: Catalogue
    content: Content
    context: RenderContext
    outputs: tuple[Output, ...]
