"""A person is named with consent on record, or because an office has made the name public; never with a telephone.

The Personal Information Protection Law of China (articles 13, 14 and 25) lets a name and what somebody does be
made public with their own consent, which must be on record, since they may take it back. Mobile and identity
numbers are found in all entries (personal_numbers.py); on a person's page any telephone is one too many: who wants
to reach them calls their organization.

Passes: `basis: 本人同意` with `consent: 2025-11-01 书面同意，存档 12 号`
Passes: `basis: 官方公布`
Fails: `basis: 本人同意` alone
Fails: `post: 传习所负责人，电话 0536-3212345`
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.loading.document import FieldPath
from sitegen.model.people import BASES
from sitegen.problems import Kind, Severity

NO_CONSENT = Kind(
    "person.without-consent",
    Severity.ERROR,
    zh="公开依据是“本人同意”，却没有写同意的记录",
    en="the basis is consent, and no consent is on record",
    fix_zh="补上 consent，写清何时、以什么方式同意（不公开）；由官方公布的，把 basis 改成 官方公布；都不是就删掉这个条目",
    fix_en="add consent: when and how it was given (it is not published); where an office made the name public, set basis to announced; else remove the entry",
)
TELEPHONE = Kind(
    "person.telephone",
    Severity.ERROR,
    zh="人物条目里写了电话 {number}",
    en="the entry of a person has the telephone {number}",
    fix_zh="删掉；单位对外公布的电话写在企业与机构的 contact_public 里",
    fix_en="remove it; the published telephone of an organization belongs into its contact_public",
)
CONSENT = frozenset({"consent", BASES["consent"].zh, BASES["consent"].en})
LANDLINE = re.compile(
    r"(?<![\d.])\(?0\d{2,3}\)?[ -]?\d{7,8}(?!\d)|(?<!\d)[48]00-?\d{3}-?\d{4}(?!\d)"
)

SOURCES = "sources"
"""Where numbers of documents stand, and addresses of pages."""


def check(entry: EntryView) -> Iterator[Finding]:
    basis = str(entry.field("basis") or "").strip()
    if basis in CONSENT and not str(entry.field("consent") or "").strip():
        yield Finding(NO_CONSENT, ("basis",))
    for path, text in entry.texts():
        if path[0] == SOURCES:
            continue
        written = telephone_in(text)
        if written:
            at: FieldPath = ("body", written) if path[0] == "body" else path
            yield Finding(TELEPHONE, at, {"number": written})


def telephone_in(text: str) -> str:
    """The first landline number in a text as written, "" where there is none."""
    folded = unicodedata.normalize("NFKC", text)
    match = LANDLINE.search(folded)
    if match is None:
        return ""
    return text[match.start() : match.end()] if len(folded) == len(text) else match[0]


RULE = EntryRule(
    collections=frozenset({"people"}),
    reads=frozenset({"basis", "consent", "texts"}),
    kinds=(),
    fixed=(NO_CONSENT, TELEPHONE),
    check=check,
)
