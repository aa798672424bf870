"""Every function of the package that uses regular expressions, as one that reads a text.

`READERS` is tried on all shapes of `hostile_shapes`; `no_pattern_readers` says of the others why no text of an
author can make them slow.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final, NamedTuple

from markupsafe import Markup

from sitegen import visible
from sitegen.authoring import proposed_id
from sitegen.authoring.edits import forms, scalars
from sitegen.authoring.importing import ledger_words, near_names, pasted
from sitegen.authoring.importing.photos import photo_names
from sitegen.authoring.marking import comment_boxes, marks, row_edits, styles, xml_edits
from sitegen.authoring.schemas import editor_settings
from sitegen.building import deceptive_links, refused_links, state
from sitegen.catalogue import numbers, registered_numbers
from sitegen.checks import entry_rule
from sitegen.checks.entries import contacts, people, personal_numbers, season_months
from sitegen.cli import console
from sitegen.collecting import bodies
from sitegen.commands import init
from sitegen.editing import form_values, renaming, text_preview
from sitegen.editing.form_fields import FormField
from sitegen.loading import (
    characters,
    conflict_marks,
    entry_source,
    front_matter,
    piled_marks,
    table_layout,
    yaml_bounds,
    yaml_plain,
)
from sitegen.loading.links import _without_code
from sitegen.loading.workbooks import cells, number_formats, ods
from sitegen.loading.workbooks.facts import Damaged
from sitegen.model import (
    collection_settings,
    colour,
    column_words,
    dates,
    lists_in_text,
    lookalikes,
    months,
    number_types,
    other_readings,
    path_parts,
    pinyin,
    pinyin_words,
    quantities,
    site_path,
    telephone,
    types,
    web_address,
)
from sitegen.outputs.parts import linked_data
from sitegen.problems import Mistaken
from sitegen.publishing.targets import page_parts
from sitegen.rendering import (
    anchors,
    cleaning,
    drawing,
    html_tags,
    markdown,
    plain_markdown,
    plain_text,
    quick_jinja,
    spacing,
    unbroken,
)
from sitegen.rendering.dialect import (
    finishing,
    tokens,
    work,
)
from sitegen.rendering.dialect.addresses import linked
from sitegen.rendering.images import structure
from sitegen.search import everyday_words, folding, texts
from sitegen.serving import injection
from tests.support.growth import Read
from tests.support.reading_functions import (
    COLLECTIONS,
    GI_FIELDS,
    KIND,
    URLS,
    WORDS,
    accepted,
    appended_before,
    by_lines,
    cleaned,
    commented_out_in,
    counted,
    decoded,
    dialect,
    document,
    every_target,
    left_over,
    links_of,
    resolved,
    svg,
    yaml,
)


class Reader(NamedTuple):
    """A function that reads a text, and the functions with patterns that it stands for.

    `prepare` makes of a shape what the function is given: it may be refused or cleaned before.
    """

    read: Read
    names: tuple[str, ...]
    prepare: Callable[[str], str] = str


DIALECT: Final = (
    "addresses.look_at_addresses",
    "code_spans.code_spans",
    "extension._Source.run",
    "fences._inner",
    "fences.without_fences",
    "ids.without_repeats",
    "labels.Labels.leads_on",
    "layout.Layout._footnote",
    "layout.Layout._hash_as_text",
    "layout.Layout._item",
    "layout.Layout._single",
    "layout.Layout._text",
    "line_kinds.heading",
    "line_kinds.is_topic",
    "line_kinds.item",
    "line_kinds.lead",
    "markup._Markup._angle",
    "markup._Markup._brace",
    "markup._Markup._tag",
    "markup._Markup.read",
    "markup.look_at_pictures",
    "slips.mend",
    "tables.begins_table",
    "tables.cells",
    "tables.pasted_with_tabs",
    "tables.rows",
    "tags.tag_at",
    "tags.unpublished",
)
ANCHORS: Final = ("_candidates", "_of_piece", "_of_pieces", "_refresh")
QUICK: Final = ("_addresses_are_plain", "_block", "_heading", "_inline", "_list", "_table")


def in_boxes(text: str) -> object:
    """A drawing in which a text stands in the tag of the root, in a box and between boxes."""
    box = f'<v:shape id="a">{text}</v:shape>'
    part = f"<xml {text}>{box}{text}</xml>".encode("utf-8", "surrogatepass")
    sizes = comment_boxes.Sizes({}, 64, 20)
    with suppress(Damaged):
        return comment_boxes.with_boxes(part, {(1, 1): text}, [(2, 2)], sizes, 1)
    return None


def in_settings(text: str) -> object:
    """A text in the settings of an editor, with nothing behind it and in a string."""
    for settings in (text, f'{{"a": "{text}"}}'):
        with suppress(Mistaken):
            editor_settings.merged(settings, {editor_settings.SCHEMAS: {}}, "settings.json")
    return None


def in_tags(text: str) -> object:
    """A text in the first tags of a part."""
    tag = f"<a{text}>".encode("utf-8", "surrogatepass")
    with suppress(Damaged):
        xml_edits.check_encoding(b"<?xml" + tag)
    with suppress(Damaged):
        xml_edits.prefix_of(tag)
    with suppress(Damaged):
        xml_edits.tag_end(tag, 0)
    return xml_edits.with_attributes(tag, {"s": "1"})


YAML: Final = (
    "yaml_causes._bracket_in_text",
    "yaml_causes._unclosed",
    "yaml_full_width.unnoticed",
    "yaml_full_width.wrong_colon",
    "yaml_tree.Reading._look_behind_empty",
    "yaml_causes.escape_of",
)
READERS: Final[tuple[Reader, ...]] = (
    Reader(
        lambda text: init.without_links(text.encode("utf-8", "replace")),
        ("commands.init.without_links",),
    ),
    Reader(lambda text: list(bodies._lines(text, {"a": "b"})), ("collecting.bodies._lines",)),
    Reader(
        lambda text: form_values.posted_tree(
            [FormField("x", "", "", "references", is_list=True)],
            form_values.Posted([("x", text)]),
            lambda field, typed: typed,
        ),
        ("editing.form_values._posted",),
    ),
    Reader(
        lambda text: text_preview.with_known_pictures(text, ()),
        ("editing.text_preview.with_known_pictures",),
    ),
    Reader(
        lambda text: list(renaming._changes({"related": text}, [("related",)], "products:ab", "c")),
        ("editing.renaming._changes",),
    ),
    Reader(
        lambda text: renaming.relinked(text, "products:ab", "c"), ("editing.renaming.relinked",)
    ),
    Reader(column_words.folded, ("model.column_words.folded",)),
    Reader(
        lambda text: table_layout.Footer().left_out([text]),
        ("loading.table_layout.Footer.left_out",),
    ),
    Reader(table_layout.lost_digits, ("loading.table_layout.lost_digits",)),
    Reader(ledger_words.kind_of_firm, ("authoring.importing.ledger_words.kind_of_firm",)),
    Reader(
        lambda text: pasted.as_csv(text.encode("utf-8", "replace")),
        ("authoring.importing.pasted.as_csv",),
    ),
    Reader(ledger_words.role_of, ("authoring.importing.ledger_words.role_of",)),
    Reader(
        lambda text: near_names._is_slip(f"{text}一", f"{text}二"),
        ("authoring.importing.near_names._is_slip",),
    ),
    Reader(photo_names.natural, ("authoring.importing.photos.photo_names.natural",)),
    Reader(
        lambda text: photo_names._is_added(text, text[:1], "梨"),
        (
            "authoring.importing.photos.photo_names._is_added",
            "authoring.importing.photos.photo_names.says_nothing",
        ),
    ),
    Reader(scalars.scalar, ("authoring.edits.scalars.scalar",)),
    Reader(
        scalars.REFERENCE.match,
        ("authoring.edits.scalars.new_spelling",),
    ),
    Reader(
        lambda text: [*scalars._candidates(text, "field", ">", 80)],
        ("authoring.edits.scalars._candidates",),
    ),
    Reader(
        lambda text: forms.in_form_of(["a"], text, GI_FIELDS, "aka"),
        ("authoring.edits.forms.in_form_of",),
    ),
    Reader(
        commented_out_in,
        ("authoring.edits.commented_out.commented_out", "authoring.edits.lines.Lines.colon"),
    ),
    Reader(
        appended_before,
        (
            "authoring.edits.flow_members.FlowMembers._appended",
            "authoring.edits.flow_members.FlowMembers._has_own_line",
            "authoring.edits.flow_members.FlowMembers.moved",
        ),
    ),
    Reader(
        lambda text: entry_source.EntrySource.read(text.encode("utf-8", "replace"), "a.yaml"),
        (
            "loading.entry_source.EntrySource.__init__",
            "loading.entry_source.EntrySource.read",
        ),
    ),
    Reader(in_settings, ("authoring.schemas.editor_settings._tokens",)),
    Reader(
        lambda text: proposed_id.without_legal_form(f"{text}有限公司", {"潍坊"}),
        ("authoring.proposed_id.without_legal_form",),
    ),
    Reader(
        in_boxes,
        tuple(
            f"authoring.marking.comment_boxes.{name}"
            for name in ("with_boxes", "_without", "_with_usual_prefixes")
        ),
    ),
    Reader(marks.raw_text, ("authoring.marking.marks.raw_text",)),
    Reader(
        lambda text: row_edits._height({"ht": text}, "a"), ("authoring.marking.row_edits._height",)
    ),
    Reader(
        lambda text: styles.NAME.match(f"{styles.MARKED_STYLE} {text}"),
        ("authoring.marking.styles.Styles._find_ours",),
    ),
    Reader(
        in_tags,
        tuple(
            f"authoring.marking.xml_edits.{name}"
            for name in ("with_attributes", "tag_end", "check_encoding", "prefix_of")
        ),
    ),
    Reader(numbers.fold, ("catalogue.numbers.fold",), accepted),
    Reader(numbers.slug, ("catalogue.numbers.slug",), accepted),
    Reader(numbers.proposed, ("catalogue.numbers.proposed",), accepted),
    Reader(numbers.short, ("catalogue.numbers.short",)),
    Reader(numbers.ending, ("catalogue.numbers.ending",), accepted),
    Reader(
        lambda text: numbers.certificate_slug("a", text),
        ("catalogue.numbers.certificate_slug",),
        accepted,
    ),
    Reader(
        lambda text: registered_numbers.CODE.fullmatch(numbers.fold(text).upper()),
        ("catalogue.registered_numbers.stated_codes",),
        accepted,
    ),
    Reader(init.PICTURE.findall, ("commands.init._pictures",)),
    Reader(lambda text: numbers.slug_under("a", text), ("catalogue.numbers.slug_under",), accepted),
    Reader(people.telephone_in, ("checks.entries.people.telephone_in",), accepted),
    Reader(contacts.mobile, ("checks.entries.contacts.mobile",), accepted),
    Reader(
        lambda text: list(personal_numbers.numbers_in(text)),
        ("checks.entries.personal_numbers.numbers_in",),
        accepted,
    ),
    Reader(season_months.months_named, ("checks.entries.season_months.months_named",)),
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
    Reader(every_target, ("loading.links.LinkPlaces._targets",)),
    Reader(by_lines(_without_code), ("loading.links._without_code",)),
    Reader(
        lambda text: list(conflict_marks.problems(f"<<<<<<< a\n{text}\n>>>>>>> b", "a.md")),
        ("loading.conflict_marks.problems",),
    ),
    Reader(piled_marks.first_piled, ("loading.piled_marks.first_piled",)),
    Reader(yaml_bounds.before, ("loading.yaml_bounds._skip_blank",)),
    Reader(lambda source: yaml_plain.read(source, 1), ("loading.yaml_plain.read",)),
    Reader(yaml_plain._list, ("loading.yaml_plain._list",)),
    Reader(cells._text, ("loading.workbooks.cells._text",)),
    Reader(number_formats.date_parts, ("loading.workbooks.number_formats.date_parts",)),
    Reader(number_formats._pattern, ("loading.workbooks.number_formats._pattern",)),
    Reader(
        number_formats._has_two_decimals, ("loading.workbooks.number_formats._has_two_decimals",)
    ),
    Reader(
        lambda text: number_formats.is_cut_month(2025.1, text),
        ("loading.workbooks.number_formats.is_cut_month", "loading.workbooks.number_formats.shown"),
    ),
    Reader(lambda text: ods._format_of("float", "", text), ("loading.workbooks.ods._format_of",)),
    Reader(yaml, tuple(f"loading.{name}" for name in YAML)),
    Reader(collection_settings._flow, ("model.collection_settings._flow",)),
    Reader(colour._proposed, ("model.colour._proposed",)),
    Reader(colour._read, ("model.colour._read",)),
    Reader(
        dates.partial_date, ("model.dates._parts", "model.dates._turned", "model.dates._why_none")
    ),
    Reader(dates.moment, ("model.dates._read",)),
    Reader(quantities.number_or_range, ("model.quantities.number_or_range",)),
    Reader(months.months_of, ("model.months._months_of_text", "model.months._span")),
    Reader(months._named_in, ("model.months._named_in",)),
    Reader(number_types._number, ("model.numerals.decimal_of", "model.numerals.leading_number")),
    Reader(pinyin.plain, ("model.pinyin.plain",), accepted),
    Reader(
        lambda text: pinyin_words.by_word(text, " ".join("a" * len(text)), ("甲",), ("乙",)),
        ("model.pinyin_words.by_word", "model.pinyin_words._rest"),
    ),
    Reader(other_readings.other_readings, ("model.other_readings.other_readings",)),
    Reader(types._id, ("model.pinyin.slug",)),
    Reader(
        site_path._read,
        ("model.site_path._reasons", "model.site_path._segment", "model.site_path.proposed"),
    ),
    Reader(lists_in_text.words_in, ("model.lists_in_text.words_in",)),
    Reader(
        lambda text: everyday_words.own_group([text]),
        ("search.everyday_words.own_group",),
        accepted,
    ),
    Reader(types.is_id, ("model.types.is_id",)),
    Reader(types.pattern("[0-9A-Z]{18}", "甲", "a").func, ("model.types.pattern",)),
    Reader(lists_in_text.separated("、，").func, ("model.lists_in_text.separated",)),
    Reader(
        lambda text: lists_in_text.no_lost_list(f"-{text}"), ("model.lists_in_text.no_lost_list",)
    ),
    Reader(lambda text: URLS.href("", text), ("outputs.addresses.Urls.href",)),
    Reader(lambda text: KIND.message({"a": text}, "zh"), ("problems._filled",)),
    Reader(
        anchors.scan,
        tuple(f"rendering.anchors.{name}" for name in ANCHORS),
    ),
    Reader(cleaning._picture, ("rendering.cleaning._picture",)),
    Reader(
        lambda text: cleaning.clean(f'<a href="{text}">a</a>', COLLECTIONS, []),
        ("rendering.cleaning._dropped", "rendering.cleaning._link"),
    ),
    Reader(spacing.closed_up, ("rendering.spacing.closed_up", "rendering.spacing._closed")),
    Reader(spacing.closed_up_html, ("rendering.spacing.closed_up_html",)),
    Reader(unbroken.unbroken, ("rendering.unbroken.unbroken",)),
    Reader(
        lambda text: unbroken.unbroken_html(Markup(text)), ("rendering.unbroken.unbroken_html",)
    ),
    Reader(linked, ("rendering.dialect.addresses.linked",), cleaned),
    Reader(dialect, tuple(f"rendering.dialect.{name}" for name in DIALECT)),
    Reader(counted, ("rendering.dialect.counting.count_source",)),
    Reader(
        finishing.finish,
        tuple(
            f"rendering.dialect.finishing.{name}" for name in ("finish", "_with_corner", "_boxed")
        ),
        cleaned,
    ),
    Reader(finishing.with_tasks, ("rendering.dialect.finishing.with_tasks",), cleaned),
    Reader(
        lambda text: finishing.worded(text, WORDS),
        ("rendering.dialect.finishing.worded",),
        cleaned,
    ),
    Reader(left_over, ("rendering.dialect.leftovers.leftovers",), cleaned),
    Reader(tokens.restore, ("rendering.dialect.tokens.restore",)),
    Reader(tokens.without_tokens, ("rendering.dialect.tokens.without_tokens",)),
    Reader(lambda text: work.too_much(text, text), ("rendering.dialect.work.too_much",)),
    Reader(
        svg,
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
    Reader(quick_jinja._escape, ("rendering.quick_jinja._escape",)),
    Reader(
        lambda text: markdown._prose(text, []),
        (
            "rendering.markdown._outline",
            "rendering.markdown._prose",
            "rendering.soft_breaks._is_behind_han",
            "rendering.soft_breaks._joined",
            "rendering.soft_breaks.joined",
        ),
        cleaned,
    ),
    Reader(resolved, ("rendering.markdown.resolve",), cleaned),
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
    Reader(links_of, ("building.deceptive_links._of_texts",), cleaned),
    Reader(
        refused_links.facts,
        ("building.refused_links._reason",),
    ),
    Reader(
        lambda source: list(deceptive_links._of_bare_addresses(document(source))),
        ("building.deceptive_links._of_bare_addresses",),
        accepted,
    ),
    Reader(
        lambda source: deceptive_links._of_mail(f"mailto:{source}", source),
        ("building.deceptive_links._of_mail",),
        accepted,
    ),
    Reader(
        lambda source: deceptive_links._of_telephone(f"tel:{source}", source),
        (
            "building.deceptive_links._of_telephone",
            "model.telephone._plain",
            "model.telephone.link",
        ),
        accepted,
    ),
    Reader(lambda source: state.parse_json(f'"{source}"'.encode()), ("building.state.parse_json",)),
    Reader(lambda source: console.COMMAND.sub(console._no_command, source), ("cli.console.echo",)),
    Reader(
        lambda source: list(characters._entities(enumerate(source.split("\n")), "\u202e")),
        ("loading.characters._entities",),
    ),
    Reader(
        decoded,
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
        lambda source: "https://" + accepted(source),
    ),
    Reader(
        lambda source: web_address.shows_another(source, "https://a.example"),
        ("model.web_address.shows_another",),
        accepted,
    ),
    Reader(
        lambda source: web_address.is_front_page(f"https://a.example/{source}"),
        ("model.web_address.is_front_page",),
    ),
    Reader(
        lambda source: lookalikes.first_difference(source, source),
        ("model.lookalikes.first_difference",),
        accepted,
    ),
    Reader(lookalikes.skeleton, ("model.lookalikes.skeleton",), accepted),
    Reader(path_parts.objection, ("model.path_parts.objection",)),
    Reader(telephone._read, ("model.telephone._read",)),
    Reader(lambda source: list(telephone.linked(source)), ("model.telephone.linked",), accepted),
    Reader(linked_data.DAY.match, ("outputs.parts.linked_data._certification",)),
    Reader(html_tags.unescaped, ("rendering.html_tags.unescaped",)),
    Reader(
        lambda source: list(html_tags.start_tags(source)),
        ("rendering.html_tags._script_end", "rendering.html_tags.start_tags"),
    ),
    Reader(html_tags.attributes, ("rendering.html_tags.attributes",)),
    Reader(visible.in_json, ("visible.in_json",)),
    Reader(
        lambda tag: page_parts.with_whole_addresses(tag, "https://test.example/"),
        ("publishing.targets.page_parts.with_whole_addresses",),
    ),
    Reader(visible.lines, ("visible.lines",)),
    Reader(visible.one_line, ("visible.one_line",)),
)
