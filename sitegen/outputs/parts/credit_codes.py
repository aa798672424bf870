"""What stands under the credit code of an organization beside its titles: itself, and the marks it may use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.catalogue.registered_numbers import RegisteredNumber
from sitegen.outputs.dependencies import Dependency, depends_on, digest_of
from sitegen.outputs.parts.mark_users import mark_user_rows
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.registered import MarkUsed
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def code_dependencies(
    context: PlanContext, number: RegisteredNumber
) -> dict[str, str | Dependency]:
    """What a page shows of the entries that state a credit code, as parts of its key."""
    if not number.entries:
        return {}
    catalogue = context.catalogue
    entries = [catalogue.entries.get(key) or catalogue.gone[key] for key in number.entries]
    more = [(catalogue.turns(entry), entry.key in catalogue.entries) for entry in entries]
    return {
        "entry": depends_on("facts", entries, more),
        "linked": digest_of([linked_digest(context, entry) for entry in entries]),
    }


def organizations(context: RenderContext, here: str, number: RegisteredNumber) -> Iterator[Link]:
    """The organizations with this code; more than one is a mistake that their pages show, too."""
    catalogue = context.catalogue
    for key in number.entries:
        if key.startswith("organizations:"):
            entry = catalogue.entries.get(key) or catalogue.gone[key]
            note = "" if key in catalogue.entries else context.say("已下架")
            yield Link(entry.name, context.entry_href(here, entry), note)


def marks(context: RenderContext, here: str, number: RegisteredNumber) -> Iterator[MarkUsed]:
    """The marks of geographical indications that the organization may use."""
    say, catalogue = context.say, context.catalogue
    for key in number.entries:
        entry = catalogue.entries.get(key)
        if entry is None or entry.collection != "gi":
            continue
        every: Any = catalogue.record(entry).mark_users
        users = [user for user in every if user.credit_code == number.text]
        link = Link(entry.name, context.entry_href(here, entry))
        for user in mark_user_rows(context, here, users):
            day = say("核对至{day}", day=user.checked) if user.checked else ""
            words = (user.name, user.product, user.notice, user.period, day, user.doubt)
            yield MarkUsed(link, tuple(word for word in words if word))
