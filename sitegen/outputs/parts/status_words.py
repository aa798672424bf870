"""The status of a recognition in a word and a tone."""

from __future__ import annotations

from sitegen.catalogue.ledger import Recognition
from sitegen.model.recognitions import STATUSES
from sitegen.outputs.parts.views.recognitions import Tone
from sitegen.outputs.render_context import RenderContext

NEGATIVE = frozenset(["revoked", "suspended", "expired", "historic"])


def tone(status: str) -> Tone:
    if status == "valid":
        return "current"
    return "ended" if status in NEGATIVE else "notice"


def reservation(context: RenderContext, recognition: Recognition) -> str:
    """The status as it stands beside the name of a title, "" where the title simply holds."""
    return "" if recognition.status == "valid" else context.label(STATUSES[recognition.status])


def status_word(context: RenderContext, recognition: Recognition) -> str:
    """The status as readers see it: the word of docs/status.md, which search and facets use, too."""
    return context.label(STATUSES[recognition.status])
