"""Organizations and services as cards for the address book of a telephone (vCard 3.0, which all telephones read)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed, surrounding
from sitegen.rendering.content_lines import Line, encoded, text


def plan(context: PlanContext) -> Iterator[Output]:
    for name in (*listed(), *surrounding()):
        for entry in context.catalogue.collections[name]:
            if entry.has_telephone:
                yield context.edition_file(
                    addresses.contact(entry),
                    "contact",
                    entry.key,
                    entry=depends_on("facts", [entry]),
                    frame=context.shared.frame,
                )


def view(context: RenderContext, key: str) -> bytes:
    return encoded(_lines(context, key))


def _lines(context: RenderContext, key: str) -> Iterator[Line]:
    entry = context.catalogue.entries[key]
    record: Any = context.catalogue.record(entry)
    name = text(entry.name)
    yield "BEGIN", "VCARD"
    yield "VERSION", "3.0"
    yield "N", f"{name};;;;"
    yield "FN", name
    yield "ORG", name
    for number in record.contact_public.numbers():
        yield "TEL;TYPE=WORK,VOICE", number
    if record.address:
        yield "ADR;TYPE=WORK", f";;{text(record.address)};;;;"
    yield "URL", context.urls.permanent(addresses.entry(entry))
    checked = context.catalogue.past(entry.checked)
    source = context.say("来自{site}", site=context.site.settings.name)
    day = context.say("核对至{day}", day=checked) if checked else ""
    yield "NOTE", text(context.say("，").join(part for part in (source, day) if part))
    yield "END", "VCARD"


FAMILY = Family("contacts", plan=plan, recipes={"contact": Recipe(view)})
