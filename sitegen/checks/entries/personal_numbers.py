"""No personal number is published: neither a mobile number outside `contact_public` nor an identity number.

Enterprises' sheets often have them in a summary, a body, the text beside a shop. The Personal Information
Protection Law of China (articles 13, 14, 25 and 28) lets a mobile number be made public with consent only,
and an identity number practically never. All public fields, the body and a site's own fields are looked
at. Messages show a part of the number: they end up in logs.

Passes: `summary: 订购电话 0536-3212345`; a credit code of 18 digits; a number in `notes_private`
Fails: `summary: 订购电话 13912345678`; `身份证 11010519491231002X` in the body
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sitegen.checks.entries.contacts import BETWEEN, MOBILE
from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.loading.document import FieldPath
from sitegen.model.identifiers import is_identity_number
from sitegen.problems import Kind, Severity

MOBILE_NUMBER = Kind(
    "privacy.mobile-number",
    Severity.ERROR,
    zh="这里公开了手机号 {number}",
    en="this publishes the mobile number {number}",
    fix_zh="换成座机或删掉；本人同意公开的，写进企业条目的 contact_public 并在 consent 写明依据",
    fix_en="use a landline or remove it; where its owner consented, put it into contact_public of the "
    "organization, with the consent",
)
IDENTITY_NUMBER = Kind(
    "privacy.identity-number",
    Severity.ERROR,
    zh="这里公开了身份证号 {number}",
    en="this publishes the identity number {number}",
    fix_zh="删掉；证件号码只留在不公开的档案里",
    fix_en="remove it; such numbers belong into files that are not published",
)
IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-8]\d{5} ?(?:18|19|20)\d{2} ?\d{4} ?\d{3}[\dXx](?![0-9A-Za-z])", re.ASCII
)
"""Perhaps with spaces between place, year, day and the rest."""
WEB_ADDRESS = re.compile(r"(?<![a-z])[a-z]+://[!-~]+")
CONTACT = "contact_public"


def check(entry: EntryView) -> Iterator[Finding]:
    for path, text in entry.texts_with_digits():
        if path[0] == CONTACT:
            continue  # contacts.py asks for the consent
        for kind, written, shown in numbers_in(text):
            at: FieldPath = ("body", written) if path[0] == "body" else path
            yield Finding(kind, at, {"number": shown})


def numbers_in(text: str) -> Iterator[tuple[Kind, str, str]]:
    """(kind, number as written, number with its middle hidden) of each personal number in a text."""
    folded = unicodedata.normalize("NFKC", text)
    same_length = len(folded) == len(text)
    plain = WEB_ADDRESS.sub(lambda address: " " * len(address[0]), folded)
    rest, end = [], 0
    for match in IDENTITY.finditer(plain):
        number = match[0].replace(" ", "")
        if is_identity_number(number):
            written = text[slice(*match.span())] if same_length else match[0]
            yield IDENTITY_NUMBER, written, f"{number[:6]}********{number[-4:]}"
            rest += [plain[end : match.start()], " " * len(match[0])]
            end = match.end()
    for match in MOBILE.finditer("".join([*rest, plain[end:]])):
        digits = re.sub(BETWEEN, "", match[1])
        written = text[slice(*match.span(1))] if same_length else match[1]
        yield MOBILE_NUMBER, written, f"{digits[:3]}****{digits[-4:]}"


RULE = EntryRule(
    reads=frozenset({"texts_with_digits"}),
    kinds=(MOBILE_NUMBER,),
    fixed=(IDENTITY_NUMBER,),
    check=check,
)
