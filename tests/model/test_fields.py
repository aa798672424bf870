"""One declaration, all its readers: titles, privacy, and the compact form of real entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from pydantic import BaseModel

from sitegen.building import entry_cache, parsing
from sitegen.building.entry_loading import known_readings
from sitegen.config.settings import Settings
from sitegen.config.site import read_site
from sitegen.loading import documents
from sitegen.loading.formats import is_entry_file
from sitegen.model import entries
from sitegen.model.collections import COLLECTIONS
from sitegen.model.common import Common
from sitegen.model.entry import Entry
from sitegen.model.fields import is_private, steers, words
from sitegen.model.pinyin import plain
from sitegen.model.pinyin_dictionary import reading
from sitegen.model.record_problems import owner_of
from sitegen.model.subjects import SUBJECTS
from sitegen.model.types import choices_of
from tests.support.basic_site import REPOSITORY
from tests.support.nested_models import nested_models

HAN = re.compile("[\u4e00-\u9fff]")


@cache
def models() -> dict[str, type[BaseModel]]:
    todo = [Settings, *(collection.model for collection in COLLECTIONS.values())]
    found: dict[str, type[BaseModel]] = {}
    while todo:
        model = todo.pop()
        if model.__name__ not in found:
            found[model.__name__] = model
            for info in model.model_fields.values():
                todo += nested_models(info.annotation)
    return found


def fields() -> Iterator[tuple[str, str]]:
    return ((name, field) for name, model in models().items() for field in model.model_fields)


@pytest.mark.parametrize(("model", "name"), list(fields()))
def test_every_field_says_in_both_languages_what_it_is(model: str, name: str) -> None:
    zh, en, about_zh, about_en = words(models()[model].model_fields[name])
    assert 0 < len(zh) <= 12 and HAN.search(zh)
    assert en and about_en and not HAN.search(en + about_en)
    assert about_zh and not about_zh.endswith("。")


def test_every_choice_is_named_in_both_languages() -> None:
    found = [
        choices
        for model in models().values()
        for info in model.model_fields.values()
        if (choices := choices_of(info)) is not None
    ]
    assert len(found) > 10
    for choices in found:
        labels = choices.options.values()
        assert len({label.zh for label in labels}) == len(labels) > 1, choices.name
        assert all(label.zh and label.en for label in labels), choices.name


def test_private_are_the_working_notes_and_records_of_consent_and_nothing_else() -> None:
    private = {
        f"{name}.{field}"
        for name, model in models().items()
        for field, info in model.model_fields.items()
        if is_private(info)
    }
    common = {
        f"{name}.{field}"
        for name, model in models().items()
        if issubclass(model, Common)
        for field in ("review", "notes_private")
    }
    assert private == common | {
        "Announcement.notes_private",
        "Organization.contact_private",
        "PrivateContact.person",
        "PrivateContact.phone",
        "PrivateContact.note",
        "Person.consent",
        "PublicContact.consent",
    }


def test_what_is_not_shown_says_in_both_languages_what_it_decides() -> None:
    said = [
        steers(info)
        for model in models().values()
        for info in model.model_fields.values()
        if steers(info)
    ]
    assert len(said) > 15
    for zh, en in filter(None, said):
        assert HAN.search(zh) and not HAN.search(en) and not zh.endswith("。")


def test_the_owner_of_a_nested_field_is_found_through_lists_and_claims() -> None:
    gi = COLLECTIONS["gi"].model
    assert owner_of(gi, ("quality", "measures", 0)).__name__ == "Measure"
    assert owner_of(gi, ("mark_users", 3)).__name__ == "MarkUser"
    assert owner_of(gi, ("area_text", 0)).__name__.startswith("Stated")
    assert owner_of(gi, ()) is gi


@cache
def real() -> tuple[Entry, ...]:
    site, problems = read_site(REPOSITORY)
    assert site is not None and not problems
    found, _ = documents.scan(REPOSITORY / "content", prefix="content/")
    parsed = [
        parsing.parse(parsing.ParseContext(REPOSITORY, site.options, {}), file)
        for file in found
        if is_entry_file(file)
    ]
    return tuple(entry for one in parsed for entry in entries.from_json(one.entries))


def test_readings_kept_from_an_entry_as_it_was_are_what_its_names_are_read_as() -> None:
    for entry in real():
        row = entry_cache.CachedFile((), entries.to_json([entry]))
        known = known_readings([row])
        shown = COLLECTIONS[entry.collection].shown
        own = {entry.name} if shown and not entry.pinyin else set()
        names = {name for name, _ in entry.called} | own
        assert known == {name: plain(reading(name)) for name in names}, entry.key


def test_every_real_entry_survives_the_cache_unchanged() -> None:
    assert len(real()) > 150
    for entry in real():
        (again,) = entries.from_json(entries.to_json([entry]))
        assert again == entry, entry.key
        assert {type(getattr(again, name)) for name in Entry._fields} == {
            type(getattr(entry, name)) for name in Entry._fields
        }


def test_entries_of_one_file_are_told_apart() -> None:
    regions = [entry for entry in real() if entry.collection == "regions"]
    assert len(regions) > 10
    assert entries.from_json(entries.to_json(regions)) == regions
    assert entries.from_json(entries.to_json([])) == []


def test_a_field_is_looked_for_without_reading_the_tree() -> None:
    names = {name for entry in real() for name in entry.tree}
    for entry in real():
        assert {name for name in names if entry.may_have(name)} >= set(entry.tree)
    assert not any(entry.may_have("no_such_field") for entry in real())


def test_every_real_entry_is_made_whole_again_from_its_tree() -> None:
    site, _ = read_site(REPOSITORY)
    assert site is not None
    for entry in real():
        record = entry.record(site.options)
        assert record.outline().name == entry.name


def test_digests_tell_the_facts_the_card_and_the_body_apart() -> None:
    def compact(text: str) -> Entry:
        from tests.support.one_document import PLAIN, read

        (item,), problems = read("content/gi/a.md", text, PLAIN)
        document, _ = documents.parse(text.encode(), "content/gi/a.md")
        assert document is not None and not problems
        return entries.compact(item, document, (), {})

    base = compact("---\nname: 甲\n---\n\n文。\n")
    body = compact("---\nname: 甲\n---\n\n又文。\n")
    fact = compact("---\nname: 甲\nnotes_private: 乙\n---\n\n文。\n")
    summary = compact("---\nname: 甲\nsummary: 乙\n---\n\n文。\n")
    assert body.facts_digest == base.facts_digest != fact.facts_digest
    assert body.line_digest == base.line_digest == fact.line_digest
    assert body.body_digest != base.body_digest == fact.body_digest
    assert summary.line_digest != base.line_digest


def test_entries_of_every_listed_collection_can_be_given_a_title() -> None:
    listed = {name for name, collection in COLLECTIONS.items() if collection.listed}
    assert {*SUBJECTS} == listed | {"people", "schemes"}
