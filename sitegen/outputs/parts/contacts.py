"""Organizations that one may call, as cards for the address book of a telephone."""

from __future__ import annotations

from typing import Any

from sitegen.model import telephone
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.render_context import RenderContext

PUBLIC = "contact_public"


def numbers(entry: Entry) -> list[str]:
    """The telephone numbers of an entry that anybody may dial, as `tel:` addresses hold them."""
    contact: Any = entry.tree.get(PUBLIC) if entry.may_have(PUBLIC) else None
    phone = str(contact.get("phone") or "") if isinstance(contact, dict) else ""
    return (
        [link.removeprefix("tel:") for _, link in telephone.linked(phone) if link] if phone else []
    )


def contact_href(context: RenderContext, here: str, entry: Entry) -> str:
    """The card of an entry, "" where it has none."""
    return context.href(here, addresses.contact(entry)) if numbers(entry) else ""
