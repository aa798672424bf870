"""What a page says of other entries it refers to: their names and links."""

from __future__ import annotations

from sitegen.catalogue.references import targets
from sitegen.model.entry import Entry
from sitegen.model.references import Reference
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def linked_digest(context: PlanContext, entry: Entry) -> str:
    """Names and addresses of everything that a page links to in its fields and its body."""
    catalogue = context.catalogue
    parts = []
    for _, target in targets(entry):
        other = catalogue.entries.get(target) or catalogue.gone.get(target)
        parts.append((target, other.name if other else None, target in catalogue.entries))
    return digest_of(parts)


def named_value(context: RenderContext, here: str, collection: str, name: str) -> Value:
    """A name as its author wrote it, with a link where it is that of one public entry."""
    key = context.catalogue.called(collection, name)
    return Value(name, context.href_if_public(here, key) if key else "")


def reference_value(context: RenderContext, here: str, reference: Reference) -> Value:
    """A reference as a fact: the name, with a link where the entry is public."""
    key = str(reference)
    entry = context.catalogue.entries.get(key) or context.catalogue.gone.get(key)
    return Value(entry.name if entry else reference.id, context.href_if_public(here, key))
