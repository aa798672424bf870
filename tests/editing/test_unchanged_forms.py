"""A form that is sent back as it came changes nothing, whatever an entry has in it and however it is written."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from sitegen.authoring.known_entries import KnownEntries
from sitegen.editing import entry_files, entry_form
from sitegen.editing.site_now import SiteNow
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Language
from tests.support.basic_site import REPOSITORY
from tests.support.editing import posted_pairs, site_of

SITES = [
    "content",
    *sorted(
        path.name
        for path in (REPOSITORY / "tests/cities").iterdir()
        if (path / "site.yaml").is_file()
    ),
]


def root_of(name: str) -> Path:
    return REPOSITORY if name == "content" else REPOSITORY / "tests/cities" / name


@cache
def site(name: str) -> SiteNow:
    return site_of(root_of(name))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SITES)
def test_a_form_sent_back_as_it_came_changes_no_entry(name: str, language: Language) -> None:
    root, now = root_of(name), site(name)
    known = KnownEntries(root, now.options)
    tried = 0
    for collection in COLLECTIONS:
        for identifier, _ in known.trees(collection):
            entry, _ = entry_files.read(root, now.options, collection, identifier)
            assert entry is not None, (collection, identifier)
            form = entry_form.of_file(now, entry, language)
            again = entry_form.as_posted(form, now, posted_pairs(form, now))
            assert again.changes == {}, (collection, identifier)
            assert again.new_body is None, (collection, identifier)
            assert not again.judged(now, language).errors(), (collection, identifier)
            tried += 1
    assert tried > 10
