"""Every function of the package that uses regular expressions, as one that reads a text.

`READERS` is tried on all shapes of `hostile_shapes`; `NOT_READERS` says of the others why no text of an author
can make them slow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import nh3

from sitegen import visible
from sitegen.authoring import drafts, proposed_id
from sitegen.building import deceptive_links, state
from sitegen.catalogue import numbers
from sitegen.checks import entry_rule
from sitegen.checks.entries import contacts, personal_numbers
from sitegen.cli import console
from sitegen.loading import (
    characters,
    front_matter,
    piled_marks,
    text,
    yaml_bounds,
    yaml_events,
    yaml_plain,
)
from sitegen.loading.document import Document, Places
from sitegen.loading.links import LinkPlaces, _without_code
from sitegen.model import (
    collection_settings,
    colour,
    dates,
    gi,
    lookalikes,
    months,
    number_types,
    path_parts,
    pinyin,
    site_path,
    telephone,
    types,
    web_address,
)
from sitegen.outputs import addresses
from sitegen.problems import Kind, Severity
from sitegen.rendering import (
    anchors,
    cleaning,
    drawing,
    html_tags,
    jinja,
    markdown,
    plain_markdown,
    plain_text,
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
    tokens,
    work,
)
from sitegen.rendering.dialect.addresses import linked
from sitegen.rendering.dialect.findings import Line
from sitegen.rendering.images import proportions, structure
from sitegen.rendering.images.markup import Files
from sitegen.search import folding, texts
from sitegen.serving import injection
from tests.support.growth import Read

COLLECTIONS: Final = frozenset({"gi"})
URLS: Final = addresses.Urls("/", "https://a.example", file_style=False)
WORDS: Final = finishing.BodyWords("是", "否", "表 {number}")
KIND: Final = Kind("a.b", Severity.ERROR, "{a}", "{a}", "{a}", "{a}")


class Reader(NamedTuple):
    """A function that reads a text, and the functions with patterns that it stands for.

    `prepare` makes of a shape what the function is given: it may be refused or cleaned before.
    """

    read: Read
    names: tuple[str, ...]
    prepare: Callable[[str], str] = str


def _accepted(source: str) -> str:
    """What normalizes texts gets none with marks piled up: their files are refused."""
    return "" if piled_marks.first_piled(source) else source


def _cleaned(source: str) -> str:
    """HTML whose tags are whole and closed."""
    return nh3.clean(source, tags=set(cleaning.TAGS))


def _by_lines(read: Callable[[str], object]) -> Read:
    return lambda text: [read(line) for line in text.split("\n") if line]


def _dialect(source: str) -> object:
    """What a body goes through before Python-Markdown reads it."""
    lines = source.split("\n")
    kept = fences.without_fences(lines, lambda html: "\x02wzxhzdk:0\x03", [])
    settled = markup.settle_markup(kept, [])
    list(tables.pasted_with_tabs(lines))
    return layout.Layout([], labels.Labels(lines)).read(settled)


def _leftovers(text: str) -> object:
    return leftovers.leftovers(text, [Line(n, line) for n, line in enumerate(text.split("\n"))])


def _document(body: str) -> Document:
    return Document("a.md", {}, body, 1, "", Places())


def _places(body: str) -> LinkPlaces:
    return LinkPlaces(_document(body))


def _links_of(html: str) -> object:
    prose = markdown.Prose(html, (), (), ())
    return list(deceptive_links._of_texts(prose, _places("")))


def _decoded(source: str) -> object:
    return text.decode(source.encode("utf-8", "replace"), "a.md", body_start=lambda _: 0)


def _every_target(body: str) -> object:
    places = _places(body)
    return [places.place(target) for target in (*body.split()[:200], "nowhere")]


def _resolved(html: str) -> object:
    return markdown.resolve(html, lambda target, part: "", lambda name: Files("a", 1, 1), WORDS)


def _svg(text: str) -> object:
    return proportions.proportions(f'<svg viewBox="{text}" width="{text}">'.encode())


def _counted(source: str) -> object:
    counter = work.Work()
    counter.left = 1 << 60
    return counting.count_source(source.split("\n"), counter)


def _yaml(source: str) -> object:
    return yaml_events.read(source, "a.yaml")


DIALECT: Final = (
    "addresses.look_at_addresses",
    "code_spans.code_spans",
    "extension._Source.run",
    "fences._inner",
    "fences.without_fences",
    "labels.Labels.leads_on",
    "layout.Layout._footnote",
    "layout.Layout._item",
    "layout.Layout._single",
    "layout.Layout._text",
    "line_kinds.item",
    "line_kinds.lead",
    "markup._Markup._angle",
    "markup._Markup._brace",
    "markup._Markup.read",
    "slips.mend",
    "tables.begins_table",
    "tables.cells",
    "tables.pasted_with_tabs",
    "tags.tag_at",
    "tags.unpublished",
)
ANCHORS: Final = ("_candidates", "_of_piece", "_of_pieces", "_refresh")
QUICK: Final = ("_addresses_are_plain", "_block", "_heading", "_inline", "_list", "_table")
YAML: Final = (
    "yaml_causes._bracket_in_text",
    "yaml_causes._unclosed",
    "yaml_full_width.unnoticed",
    "yaml_full_width.wrong_colon",
    "yaml_tree.Reading._look_behind_empty",
    "yaml_causes.escape_of",
)
READERS: Final[tuple[Reader, ...]] = (
    Reader(drafts.scalar, ("authoring.drafts.scalar",)),
    Reader(
        lambda text: proposed_id._without_legal_form(f"{text}有限公司", ["潍坊"]),
        ("authoring.proposed_id._without_legal_form",),
    ),
    Reader(numbers.fold, ("catalogue.numbers.fold",), _accepted),
    Reader(numbers.slug, ("catalogue.numbers.slug",), _accepted),
    Reader(numbers.proposed, ("catalogue.numbers.proposed",), _accepted),
    Reader(numbers.short, ("catalogue.numbers.short",)),
    Reader(
        lambda text: numbers.slug_under("a", text), ("catalogue.numbers.slug_under",), _accepted
    ),
    Reader(contacts.mobile, ("checks.entries.contacts.mobile",), _accepted),
    Reader(
        lambda text: list(personal_numbers.numbers_in(text)),
        ("checks.entries.personal_numbers.numbers_in",),
        _accepted,
    ),
    Reader(entry_rule.LONG_NUMBER.search, ("checks.entry_rule.EntryView.texts_with_digits",)),
    Reader(entry_rule._may_have_long_number, ("checks.entry_rule._may_have_long_number",)),
    Reader(
        lambda text: front_matter.split(text, "a.md"),
        ("loading.front_matter._no_opening", "loading.front_matter.split"),
    ),
    Reader(
        lambda text: front_matter.split(f"---\n{text}", "a.md"),
        ("loading.front_matter._no_closing",),
    ),
    Reader(_every_target, ("loading.links.LinkPlaces._targets",)),
    Reader(_by_lines(_without_code), ("loading.links._without_code",)),
    Reader(piled_marks.first_piled, ("loading.piled_marks.first_piled",)),
    Reader(yaml_bounds.before, ("loading.yaml_bounds._skip_blank",)),
    Reader(lambda source: yaml_plain.read(source, 1), ("loading.yaml_plain.read",)),
    Reader(yaml_plain._list, ("loading.yaml_plain._list",)),
    Reader(_yaml, tuple(f"loading.{name}" for name in YAML)),
    Reader(collection_settings._flow, ("model.collection_settings._flow",)),
    Reader(colour._proposed, ("model.colour._proposed",)),
    Reader(colour._read, ("model.colour._read",)),
    Reader(dates.partial_date, ("model.dates._parts", "model.dates._turned")),
    Reader(dates.moment, ("model.dates._read",)),
    Reader(gi._figure, ("model.gi._figure",)),
    Reader(months._months, ("model.months._months_of", "model.months._span")),
    Reader(months._named_in, ("model.months._named_in",)),
    Reader(number_types._number, ("model.numerals.decimal_of", "model.numerals.leading_number")),
    Reader(pinyin.plain, ("model.pinyin.plain",), _accepted),
    Reader(types._id, ("model.pinyin.slug",)),
    Reader(
        site_path._read,
        ("model.site_path._reasons", "model.site_path._segment", "model.site_path.proposed"),
    ),
    Reader(types.is_id, ("model.types.is_id",)),
    Reader(types.pattern("[0-9A-Z]{18}", "甲", "a").func, ("model.types.pattern",)),
    Reader(types.separated("、，").func, ("model.types.separated",)),
    Reader(lambda text: URLS.href("", text), ("outputs.addresses.Urls.href",)),
    Reader(lambda text: KIND.message({"a": text}, "zh"), ("problems._filled",)),
    Reader(
        anchors.scan,
        tuple(f"rendering.anchors.{name}" for name in ANCHORS),
    ),
    Reader(
        lambda text: cleaning.clean(f'<a href="{text}">a</a>', COLLECTIONS, []),
        ("rendering.cleaning._dropped", "rendering.cleaning._link", "rendering.cleaning.clean"),
    ),
    Reader(linked, ("rendering.dialect.addresses.linked",), _cleaned),
    Reader(_dialect, tuple(f"rendering.dialect.{name}" for name in DIALECT)),
    Reader(_counted, ("rendering.dialect.counting.count_source",)),
    Reader(
        finishing.finish,
        ("rendering.dialect.finishing.finish", "rendering.dialect.finishing._boxed"),
        _cleaned,
    ),
    Reader(finishing.with_tasks, ("rendering.dialect.finishing.with_tasks",), _cleaned),
    Reader(
        lambda text: finishing.worded(text, WORDS),
        ("rendering.dialect.finishing.worded",),
        _cleaned,
    ),
    Reader(_leftovers, ("rendering.dialect.leftovers.leftovers",), _cleaned),
    Reader(tokens.restore, ("rendering.dialect.tokens.restore",)),
    Reader(tokens.without_tokens, ("rendering.dialect.tokens.without_tokens",)),
    Reader(lambda text: work.too_much(text, text), ("rendering.dialect.work.too_much",)),
    Reader(
        _svg,
        ("rendering.images.proportions._of_drawing", "rendering.images.proportions.proportions"),
    ),
    Reader(
        drawing.VALUE.match,
        ("rendering.drawing._to_markup",),
    ),
    Reader(
        lambda text: structure._segments(text.encode("latin-1", "replace")),
        ("rendering.images.structure._segments",),
    ),
    Reader(jinja._escape, ("rendering.jinja._escape",)),
    Reader(
        lambda text: markdown._prose(text, []),
        ("rendering.markdown._outline", "rendering.markdown._prose"),
        _cleaned,
    ),
    Reader(_resolved, ("rendering.markdown.resolve",), _cleaned),
    Reader(
        plain_markdown.convert,
        ("rendering.plain_markdown.convert", *(f"rendering.plain_markdown.{n}" for n in QUICK)),
    ),
    Reader(
        lambda text: plain_text.plain_text(text, lambda: text), ("rendering.plain_text.plain_text",)
    ),
    Reader(folding.spellings, ("search.folding.spellings",)),
    Reader(lambda text: list(texts.words_of(text)), ("search.texts.words_of",)),
    Reader(injection.POLICY.search, ("serving.injection.with_reload",)),
    Reader(_links_of, ("building.deceptive_links._of_texts",), _cleaned),
    Reader(
        lambda source: list(deceptive_links._of_bare_addresses(_document(source))),
        ("building.deceptive_links._of_bare_addresses",),
        _accepted,
    ),
    Reader(
        lambda source: deceptive_links._of_mail(f"mailto:{source}", source),
        ("building.deceptive_links._of_mail",),
        _accepted,
    ),
    Reader(
        lambda source: deceptive_links._of_telephone(f"tel:{source}", source),
        (
            "building.deceptive_links._of_telephone",
            "model.telephone._plain",
            "model.telephone.link",
        ),
        _accepted,
    ),
    Reader(lambda source: state.parse_json(f'"{source}"'.encode()), ("building.state.parse_json",)),
    Reader(lambda source: console.COMMAND.sub(console._no_command, source), ("cli.console.echo",)),
    Reader(
        lambda source: list(characters._entities(enumerate(source.split("\n")), "\u202e")),
        ("loading.characters._entities",),
    ),
    Reader(
        _decoded,
        (
            "loading.corrected_characters._corrected",
            "loading.corrected_characters.corrected_at",
            "loading.needed_characters._has_variant",
            "loading.needed_characters._joins_emoji",
            "loading.needed_characters.is_honest",
            "loading.needed_characters.wrong_in",
            "loading.text.decode",
        ),
    ),
    Reader(front_matter.body_start, ("loading.front_matter.body_start",)),
    Reader(
        types._address,
        (
            "model.host_names._wrong_label",
            "model.host_names.number_of",
            "model.host_names.spelt",
            "model.types.is_web_address",
            "model.web_address.host_of",
            "model.web_address.misleading",
        ),
        lambda source: "https://" + _accepted(source),
    ),
    Reader(
        lambda source: web_address.shows_another(source, "https://a.example"),
        ("model.web_address.shows_another",),
        _accepted,
    ),
    Reader(
        lambda source: lookalikes.first_difference(source, source),
        ("model.lookalikes.first_difference",),
        _accepted,
    ),
    Reader(lookalikes.skeleton, ("model.lookalikes.skeleton",), _accepted),
    Reader(path_parts.objection, ("model.path_parts.objection",)),
    Reader(telephone._read, ("model.telephone._read",)),
    Reader(lambda source: list(telephone.linked(source)), ("model.telephone.linked",), _accepted),
    Reader(html_tags.unescaped, ("rendering.html_tags.unescaped",)),
    Reader(
        lambda source: list(html_tags.start_tags(source)),
        ("rendering.html_tags._script_end", "rendering.html_tags.start_tags"),
    ),
    Reader(html_tags.attributes, ("rendering.html_tags.attributes",)),
    Reader(visible.in_json, ("visible.in_json",)),
    Reader(visible.lines, ("visible.lines",)),
    Reader(visible.one_line, ("visible.one_line",)),
)
PYTHON_MARKDOWN: Final = "counts its steps instead: tests/rendering/test_work.py"
OF_THE_PROGRAM: Final = "reads texts of the program, of a theme or of a library, never of an entry"
SHORT: Final = (
    "reads a short text of this machine's own: a name of a file, an answer at the terminal"
)
NOT_READERS: Final[Mapping[str, str]] = {
    "authoring.interview.Interview._value": SHORT,
    "building.media._hidden": SHORT,
    "building.staging_folder.left": SHORT,
    "building.standing._problem": OF_THE_PROGRAM,
    "checks.pages.links.resolve": "reads one link from its beginning, two characters of it",
    "commands.explain._in_general": OF_THE_PROGRAM,
    "files.writing.remove_temporaries": SHORT,
    "loading.hidden_names.is_harmless": SHORT,
    "outputs.files.pictures.drawing": OF_THE_PROGRAM,
    "outputs.parts.featured._examples": "reads the reading of a name, of at most 60 characters",
    "rendering.dialect.counting._count_backticks": PYTHON_MARKDOWN,
    "rendering.dialect.extension.Dialect.extendMarkdown": PYTHON_MARKDOWN,
    "rendering.dialect.lists.BulletList.run": PYTHON_MARKDOWN,
    "rendering.dialect.lists.NumberedList.run": PYTHON_MARKDOWN,
    "rendering.markdown.reader": PYTHON_MARKDOWN,
    "rendering.markdown.render": PYTHON_MARKDOWN,
    "rendering.jinja_messages.in_chinese": OF_THE_PROGRAM,
    "rendering.templates.find": OF_THE_PROGRAM,
    "rendering.templates.reached": OF_THE_PROGRAM,
    "rendering.translations._placeholders": OF_THE_PROGRAM,
    "rendering.translations.read": OF_THE_PROGRAM,
    "rendering.vocabulary.day": OF_THE_PROGRAM,
    "search.names.Names.add": "reads the names of an entry, of at most 60 characters each",
    "serving.access.is_key": SHORT,
}
