"""What stands at the address of an entry that is no longer shown, and at addresses it had before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.former_addresses import former
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.plain_page import TEMPLATE, PlainPage
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for entry in catalogue.gone.values():
        if COLLECTIONS[entry.collection].shown:
            yield context.page(
                addresses.entry(entry),
                "withdrawn",
                TEMPLATE,
                entry.key,
                in_sitemap=False,
                entry=depends_on("facts", [entry], _is_withdrawn(context, entry)),
            )
    for entry in (*catalogue.entries.values(), *catalogue.gone.values()):
        for text in entry.former_urls:
            address = former(text)
            if address is not None:
                page = context.page(
                    address,
                    "redirect",
                    TEMPLATE,
                    entry.key,
                    address,
                    in_sitemap=False,
                    entry=digest_of([entry.key, entry.name]),
                )
                yield replace(page, leads_to=context.edition.prefix + addresses.entry(entry))


def _is_withdrawn(context: PlanContext | RenderContext, entry: Entry) -> bool:
    """Whether it has been withdrawn by the day; else it is past `publish_until`."""
    return bool(context.catalogue.past(entry.withdrawn))


def withdrawn(context: RenderContext, key: str) -> PlainPage:
    say, label = context.say, context.label
    entry = context.catalogue.gone[key]
    withdrawal = (
        entry.record(context.catalogue.options).withdrawn if _is_withdrawn(context, entry) else None
    )
    here = addresses.entry(entry)
    collection = COLLECTIONS[entry.collection]
    section = addresses.collection(entry.collection)
    facts: tuple[Fact, ...] = ()
    notice = say("这一条目的公开期限已过，不再展示。")
    if withdrawal:
        notice = say("这一条目已于{day}下架。", day=withdrawal.on.isoformat())
        facts = (Fact(say("原因"), (Value(withdrawal.reason),)),)
        if withdrawal.document:
            facts += (Fact(say("依据"), (Value(withdrawal.document),)),)
    has_list = bool(context.catalogue.collections[entry.collection])
    links: tuple[Link, ...] = (Link(say("首页"), context.href(here, addresses.HOME)),)
    if has_list and collection.listed:
        title = say("全部{collection}", collection=label(collection.title))
        links = (Link(title, context.href(here, section)), *links)
    return PlainPage(
        frame=frame(
            context, here, entry.name, section=section if has_list else "", description=notice
        ),
        title=entry.name,
        paragraphs=(notice,),
        facts=facts,
        links=links,
    )


def redirect(context: RenderContext, key: str, here: str) -> PlainPage:
    say = context.say
    entry = context.catalogue.entries.get(key) or context.catalogue.gone[key]
    url = context.entry_href(here, entry)
    description = say("{name}的网址已经改变。", name=entry.name)
    framed = frame(context, here, entry.name, description=description)
    return PlainPage(
        # The page to be found, and to be printed on boxes, is the new one.
        frame=framed._replace(canonical=context.urls.permanent(addresses.entry(entry))),
        title=say("网址已经改变"),
        paragraphs=(say("“{name}”搬到了新的网址。", name=entry.name),),
        facts=(),
        links=(Link(entry.name, url),),
        redirect=url,
    )


FAMILY = Family(
    "withdrawn",
    plan=plan,
    recipes={
        "withdrawn": Recipe(withdrawn, TEMPLATE),
        "redirect": Recipe(redirect, TEMPLATE),
    },
)
