"""The list of a collection and the narrower ones, as cards or as a table, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import linked_data
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.checked import Checks, checked, checks_of
from sitegen.outputs.parts.facets import value_word
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.narrower_lists import Choice, address_of, lists_of
from sitegen.outputs.parts.narrowing import FACET_COUNTS, narrowing, narrowing_digest, values_of
from sitegen.outputs.parts.orders import BY_NAME, ORDERS, in_order
from sitegen.outputs.parts.paging import Chunks, numbered, page_of_lines, pager
from sitegen.outputs.parts.scripts import LISTS
from sitegen.outputs.parts.table_rows import has_kinds, has_titles, rows
from sitegen.outputs.parts.turning import day_of_data
from sitegen.outputs.parts.views.cards import Card
from sitegen.outputs.parts.views.facets import Narrowing, Order, Table
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.parts.views.lists import Checked
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_options, kind_title, listed, showing

TEMPLATE = "pages/list.html"
CARDS, TABLE = "cards", "table"


class ListPage(NamedTuple):
    """一类条目的列表，全部或其中几样，卡片或表格，可有几页 | the entries of a collection, all or some, as cards or a table, over as many pages as they need"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话；可空 | a sentence or two below the heading; may be empty"""
    total: str
    """共有多少，一句话 | how many there are, in words"""
    checked: Checked | None
    """核对至；没有核对日期则空 | up to which day it was checked; empty where no day is stated"""
    narrowing: Narrowing
    """缩小列表的办法 | the ways to narrow it"""
    forms: tuple[Link, ...]
    """卡片和表格两种形式；只有一种则空 | the list as cards and as a table; empty where it has one form"""
    orders: tuple[Order, ...]
    """可以怎样排序；可空 | the orders it can have; may be empty"""
    cards: tuple[Card, ...]
    """这一页的卡片；表格则空 | the cards of this page; empty in a table"""
    table: Table | None
    """这一页的表格；卡片则空 | the table of this page; empty where there are cards"""
    values: str
    """这一页各个条目在各个分面的值，给脚本用；可空 | the values of the entries of this page, for the script; may be empty"""
    whole: str
    """可以一次选几个值的那一页；就是这一页则空 | the page where several values can be chosen; empty where it is this one"""
    pager: Pager
    """分页 | the pages of the list"""


class ListForm(NamedTuple):
    """One list in one form: its collection, what it is narrowed by, cards or a table, the order of a table."""

    collection: str
    choice: Choice
    form: str
    order: str = BY_NAME

    @property
    def address(self) -> str:
        base = address_of(self.collection, self.choice)
        if self.form == CARDS or self.is_first:
            return base
        return addresses.table(base, self.order)

    @property
    def is_first(self) -> bool:
        """Whether it stands at the list's own address."""
        first = TABLE if showing(self.collection).as_table else CARDS
        return self.form == first and self.order == BY_NAME

    @property
    def args(self) -> tuple[str, ...]:
        """It as the arguments of its recipe."""
        return (
            self.collection,
            self.form,
            self.order,
            *(text for pair in self.choice for text in pair),
        )


def form_of(collection: str, form: str, order: str, *chosen: str) -> ListForm:
    """The reverse of `ListForm.args`."""
    return ListForm(collection, tuple(zip(chosen[::2], chosen[1::2], strict=True)), form, order)


def plan(context: PlanContext) -> Iterator[Output]:
    for collection in listed():
        if context.catalogue.collections[collection]:
            for choice in lists_of(context, collection):
                for form in _forms(collection, choice):
                    yield from _pages(context, form)


def _forms(collection: str, choice: Choice) -> Iterator[ListForm]:
    """The forms of a list. Only the whole list has more than one: a narrower one is short."""
    if showing(collection).as_table:
        yield ListForm(collection, choice, TABLE)
    else:
        yield ListForm(collection, choice, CARDS)
        if not choice:
            yield ListForm(collection, choice, TABLE)
    if not choice:
        for order in ORDERS:
            if order != BY_NAME:
                yield ListForm(collection, choice, TABLE, order)


def _entries(context: PlanContext, form: ListForm) -> tuple[Entry, ...]:
    entries = lists_of(context, form.collection)[form.choice]
    return context.once(
        ("in order", form.collection, form.choice, form.order),
        lambda: in_order(context.catalogue, entries, form.order),
    )


def _pages(context: PlanContext, form: ListForm) -> Iterator[Output]:
    entries = _entries(context, form)
    facets = narrowing_digest(context, form.collection, form.choice)
    checks = digest_of(_checks(context, form))
    for number, page in enumerate(Chunks(entries, _size(context, form)), start=1):
        yield context.page(
            addresses.page(form.address, number),
            "list",
            TEMPLATE,
            str(number),
            *form.args,
            in_sitemap=number == 1 and not form.choice and form.is_first,
            cards=depends_on("card" if form.form == CARDS else "words", page),
            count=str(len(entries)),
            facets=facets,
            checks=checks,
            values=digest_of(values_of(context, form.collection, page)),
            titles=str(has_titles(context, form.collection)),
            as_of=day_of_data(context),
        )


def _size(context: PlanContext | RenderContext, form: ListForm) -> int:
    """The number of entries on a page."""
    return page_of_lines(context.site) if form.form == TABLE else context.site.settings.page_size


def _checks(context: PlanContext, form: ListForm) -> Checks:
    """When the entries of a list were checked, on whatever page of it they stand."""
    entries = lists_of(context, form.collection)[form.choice]
    return context.once(
        ("checks", form.collection, form.choice),
        lambda: checks_of(context.catalogue.past(entry.checked) for entry in entries),
    )


def view(context: RenderContext, number_text: str, *args: str) -> ListPage:
    form = form_of(*args)
    number = int(number_text)
    here = addresses.page(form.address, number)
    entries = _entries(context.plan, form)
    pages = Chunks(entries, _size(context, form))
    page = pages[number - 1]
    whole_at = _whole(form).address
    title, whole = _title(context, form), context.label(COLLECTIONS[form.collection].title)
    lead = context.say(showing(form.collection).lead)
    section = addresses.collection(form.collection)
    return ListPage(
        frame=frame(
            context,
            here,
            numbered(context, title, number),
            description=lead,
            section=section,
            trail=() if form.is_first and not form.choice else ((whole, section),),
            dated=True,
            indexed=form.is_first and not form.choice,
            own_scripts=(LISTS,),
            about=_about(context, title, here, page),
        ),
        title=title,
        lead=lead if not form.choice else "",
        total=context.say(
            "共{count}{unit}",
            count=len(entries),
            unit=context.say(COLLECTIONS[form.collection].unit),
        ),
        checked=checked(context, _checks(context.plan, form)),
        narrowing=narrowing(context, form.collection, form.choice),
        forms=_form_links(context, here, form),
        orders=tuple(_orders(context, here, form, number)),
        cards=cards(context, page) if form.form == CARDS else (),
        table=_table(context, form, page) if form.form == TABLE else None,
        values=values_of(context.plan, form.collection, page),
        whole="" if here == whole_at else context.href(here, whole_at),
        pager=pager(context, here, form.address, number, len(pages)),
    )


def _about(
    context: RenderContext, title: str, here: str, page: Sequence[Entry]
) -> Iterator[linked_data.Node]:
    """What machines are told, worked out where the page tells it: a narrower list does not."""
    yield linked_data.about_list(context, title, here, page)


def _title(context: RenderContext, form: ListForm) -> str:
    catalogue, collection = context.catalogue, form.collection
    whole = context.label(COLLECTIONS[collection].title)
    if not form.choice:
        return whole
    facet, value = form.choice[0]
    if (
        len(form.choice) == 1
        and facet == "kind"
        and value in kind_options(collection, catalogue.options)
    ):
        return context.label(kind_title(collection, value, catalogue.options))
    words = context.say(" · ").join(
        value_word(catalogue, context.wording, collection, facet, value)
        for facet, value in form.choice
    )
    return context.say("{collection}：{values}", collection=whole, values=words)


def _whole(form: ListForm) -> ListForm:
    """The list of all entries in the form and order of this one: there several values can be chosen."""
    return form._replace(choice=())


def _orders(context: RenderContext, here: str, form: ListForm, number: int) -> Iterator[Order]:
    """The orders of a list. The whole one has a table in each, to which its cards lead as well; narrower ones are
    sorted by scripts, from their first page on."""
    if form.choice and number > 1:
        return
    for order, words in ORDERS.items():
        current = order == form.order
        at = form if current else ListForm(form.collection, (), TABLE, order)
        url = "" if form.choice else context.href(here, at.address)
        yield Order(order, context.say(words), url, current)


def _form_links(context: RenderContext, here: str, form: ListForm) -> tuple[Link, ...]:
    if form.choice or showing(form.collection).as_table:
        return ()
    words = {CARDS: context.say("图"), TABLE: context.say("表")}
    return tuple(
        Link(
            word,
            context.href(here, ListForm(form.collection, (), one).address),
            current=one == form.form,
        )
        for one, word in words.items()
    )


def _table(context: RenderContext, form: ListForm, page: Sequence[Entry]) -> Table:
    shown = rows(context, page)
    return Table(
        shown,
        has_titles=has_titles(context.plan, form.collection),
        has_kinds=has_kinds(context.catalogue, form.collection),
    )


FAMILY = Family(
    "lists",
    plan=plan,
    recipes={"list": Recipe(view, TEMPLATE)},
    parts={
        "facets": FACET_COUNTS,
        "values": Label(
            "条目的地区、类别、状态等", "the places, categories, statuses … of its entries"
        ),
        "titles": Label("有没有称号", "whether there are titles"),
    },
)
