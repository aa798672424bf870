"""A mobile number is personal data: it is published only with the record of consent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sitegen.catalogue.assembly import Locate
from sitegen.catalogue.catalogue import Catalogue
from sitegen.problems import Kind, Problem, Severity

NO_CONSENT = Kind(
    "contact.mobile-without-consent",
    Severity.ERROR,
    zh="公开了手机号“{phone}”，却没有写明本人或单位同意公开的依据",
    en="the mobile number “{phone}” is published without a record of consent",
    fix_zh="在 contact_public 里补上 consent，写清何时、以什么方式同意；没有同意就换成座机或删掉",
    fix_en="add consent under contact_public: when and how it was given; else remove the number",
)
FIELDS = frozenset({"contact_public"})
"""What is read here in the tree of an entry."""
BETWEEN = r"[\s\-‐–—.]*"
MOBILE = re.compile(rf"(?<!\d)(?:(?:\+|00)?86{BETWEEN})?(1[3-9](?:{BETWEEN}\d){{9}})(?!\d)")


def check(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Public contacts of public organizations."""
    for entry in catalogue.entries.values():
        if not entry.may_have("contact_public"):
            continue
        contact = entry.tree.get("contact_public")
        if not isinstance(contact, dict) or contact.get("consent"):
            continue
        for name in ("phone", "wechat"):
            number = mobile(str(contact.get(name, "")))
            if number:
                at = locate(entry, ("contact_public", name))
                yield Problem(NO_CONSENT, at, {"phone": number})


def mobile(text: str) -> str:
    """The first mobile number in a text however it is spaced, "" where there is none."""
    found = MOBILE.search(unicodedata.normalize("NFKC", text))
    return re.sub(BETWEEN, "", found[1]) if found else ""
