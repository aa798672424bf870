"""What takes a text to the functions with patterns that need more than it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final

import nh3

from sitegen.authoring.edits.commented_out import commented_out
from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.flow_members import Added, FlowMembers, Span
from sitegen.authoring.edits.lines import Lines, NotSpliced
from sitegen.building import deceptive_links
from sitegen.loading import (
    piled_marks,
    text,
    yaml_events,
)
from sitegen.loading.document import Document, Places
from sitegen.loading.links import LinkPlaces
from sitegen.loading.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from sitegen.model.options import Options
from sitegen.outputs import addresses
from sitegen.problems import Kind, Severity
from sitegen.rendering import (
    cleaning,
    markdown,
)
from sitegen.rendering.dialect import (
    counting,
    fences,
    finishing,
    labels,
    layout,
    leftovers,
    markup,
    tables,
    work,
)
from sitegen.rendering.dialect.findings import Line
from sitegen.rendering.images import proportions
from sitegen.rendering.images.markup import Files
from tests.support.growth import Read

COLLECTIONS: Final = frozenset({"gi"})
URLS: Final = addresses.Urls("/", "https://a.example", file_style=False)
WORDS: Final = finishing.BodyWords("是", "否", "表 {number}")
GI_FIELDS: Final = Fields.of_entry("gi", Options())
KIND: Final = Kind("a.b", Severity.ERROR, "{a}", "{a}", "{a}", "{a}")


def accepted(source: str) -> str:
    """What normalizes texts gets none with marks piled up: their files are refused."""
    return "" if piled_marks.first_piled(source) else source


def cleaned(source: str) -> str:
    """HTML whose tags are whole and closed."""
    return nh3.clean(source, tags=set(cleaning.TAGS))


def by_lines(read: Callable[[str], object]) -> Read:
    return lambda text: [read(line) for line in text.split("\n") if line]


def dialect(source: str) -> object:
    """What a body goes through before Python-Markdown reads it."""
    lines = source.split("\n")
    kept = fences.without_fences(lines, lambda html: "\x02wzxhzdk:0\x03", [])
    settled = markup.settle_markup(kept, [])
    list(tables.pasted_with_tabs(lines))
    return layout.Layout([], labels.Labels(lines)).read(settled)


def left_over(text: str) -> object:
    return leftovers.leftovers(text, [Line(n, line) for n, line in enumerate(text.split("\n"))])


def document(body: str) -> Document:
    return Document("a.md", {}, body, 1, "", Places())


def places_of(body: str) -> LinkPlaces:
    return LinkPlaces(document(body))


def links_of(html: str) -> object:
    prose = markdown.Prose(html, (), (), ())
    return list(deceptive_links._of_texts(prose, places_of("")))


def decoded(source: str) -> object:
    return text.decode(source.encode("utf-8", "replace"), "a.md", body_start=lambda _: 0)


def every_target(body: str) -> object:
    places = places_of(body)
    return [places.place(target) for target in (*body.split()[:200], "nowhere")]


def resolved(html: str) -> object:
    return markdown.resolve(html, lambda target, part: "", lambda name: Files("a", 1, 1), WORDS)


def svg(text: str) -> object:
    return proportions.proportions(f'<svg viewBox="{text}" width="{text}">'.encode())


def counted(source: str) -> object:
    counter = work.Work()
    counter.left = 1 << 60
    return counting.count_source(source.split("\n"), counter)


def yaml(source: str) -> object:
    return yaml_events.read(source, "a.yaml")


def commented_out_in(text: str) -> object:
    """Where a field is commented out in a text that stands above and below the fields of an entry."""
    lines = Lines(f"{text}\nname: a\n{text}")
    start = len(text) + 1
    name, value = (
        ScalarNode(start, start + 4, "", "name"),
        ScalarNode(start + 6, start + 7, "", "a"),
    )
    node = MappingNode(start, start + 7, False, {"name": name}, {"name": value})
    with suppress(NotSpliced):
        Lines(text).colon(0)
    return commented_out(lines, node, "summary", GI_FIELDS)


def appended_before(text: str) -> object:
    """A member appended to a list in brackets, behind the last member of which a text stands."""
    lines = Lines(f"[\na{text}")
    node = SequenceNode(0, len(lines.text), True)
    members = FlowMembers(lines, node, [Span(2, 3)])
    return members.moved(0), [*members._appended(0, [Added("b")])]
