"""A mobile number is published only with the record of consent.

A mobile number belongs to a person, also where it serves a firm or a counter. The Personal Information Protection Law
of China (articles 13, 14 and 25) lets it be made public with that person's own consent only. So does a
WeChat account that is a mobile number.

Passes: `contact_public: {phone: 0536-3212345}`
Passes: `contact_public: {phone: 13912345678, consent: 2025-11-01 书面同意，存档 12 号}`
Fails: `contact_public: {phone: 139 1234 5678}`
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

NO_CONSENT = Kind(
    "contact.mobile-without-consent",
    Severity.ERROR,
    zh="公开了手机号“{phone}”，却没有写明本人或单位同意公开的依据",
    en="the mobile number “{phone}” is published without a record of consent",
    fix_zh="在 contact_public 里补上 consent，写清何时、以什么方式同意；没有同意就换成座机或删掉",
    fix_en="add consent under contact_public: when and how it was given; else remove the number",
)
BETWEEN = r"[\s\-‐–—−.]*"
MOBILE = re.compile(rf"(?<!\d)(?:(?:\+|00)?86{BETWEEN})?(1[3-9](?:{BETWEEN}\d){{9}})(?!\d)")


def check(entry: EntryView) -> Iterator[Finding]:
    contact = entry.field("contact_public")
    if not isinstance(contact, dict) or contact.get("consent"):
        return
    for name in ("phone", "wechat"):
        number = mobile(str(contact.get(name, "")))
        if number:
            yield Finding(NO_CONSENT, ("contact_public", name), {"phone": number})


def mobile(text: str) -> str:
    """The first mobile number in a text however it is spaced, "" where there is none."""
    match = MOBILE.search(unicodedata.normalize("NFKC", text))
    return re.sub(BETWEEN, "", match[1]) if match else ""


RULE = EntryRule(
    collections=frozenset({"organizations", "services"}),
    reads=frozenset({"contact_public"}),
    kinds=(NO_CONSENT,),
    check=check,
)
