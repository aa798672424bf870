"""Telephones of a table that an office keeps are no consent to publish them: they become private."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.authoring.importing.ledger_words import OF_FIRM
from sitegen.loading.document import Table
from sitegen.problems import Kind, Problem, Severity

PRIVATE_PHONE = Kind(
    "ledger.private-phone",
    Severity.NOTE,
    zh="“{header}”一列收进内部资料，不公开",
    en="the column “{header}” is kept private",
    fix_zh="企业同意公开的，加上 --column {header}=公开联系方式.电话",
    fix_en="if the firms agreed, add --column {header}=contact_public.phone",
)


def told_as_private(table: Table, meant: Mapping[str, str]) -> Iterator[Problem]:
    """A note of the column with telephones that are kept private since nobody said otherwise."""
    for header, word in meant.items():
        if word == OF_FIRM["phone"]:
            yield Problem(PRIVATE_PHONE, table.place(None, header), {"header": header})
