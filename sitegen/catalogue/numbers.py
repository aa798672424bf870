"""ASCII slugs for the numbers of announcements, by a rule for each issuer."""

from __future__ import annotations

import re
import unicodedata

ISSUERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"国家知识产权局公告(?:(\d{4})年)?第(\d+)号"), "cnipa"),
    (re.compile(r"(?:原?国家质检总局|国家质量监督检验检疫总局)公告(\d{4})年第(\d+)号"), "aqsiq"),
    (re.compile(r"农业农村部公告第?()(\d+)号"), "moara"),
    (re.compile(r"农业部公告第?()(\d+)号"), "moa"),
    (re.compile(r"国发\((\d{4})\)(\d+)号"), "guofa"),
)
BRACKETS = str.maketrans("〔〕[]【】", "()()()")
SHORT = re.compile(r"第?(\d+)号")
CERTIFICATE = re.compile(r"AGI\d{4}-?\d{2}-?\d+\Z", re.IGNORECASE)


def fold(number: str) -> str:
    """One spelling of a number: half width, round brackets for 〔〕［］[], no spaces."""
    text = unicodedata.normalize("NFKC", number)
    text = text.translate(BRACKETS)
    return re.sub(r"\s+", "", text)


def slug(number: str) -> str | None:
    """`国家知识产权局公告第646号` → `cnipa-646`; None where no rule knows the issuer."""
    text = fold(number)
    if CERTIFICATE.match(text):
        return text.lower()
    for pattern, prefix in ISSUERS:
        match = pattern.search(text)
        if match:
            return "-".join([prefix, *(part for part in match.groups() if part)])
    return None


def short(number: str) -> str:
    """What people type of a number: `国家知识产权局公告第646号` → `646号`; "" where there is no such part."""
    part = SHORT.search(number)
    return f"{part[1]}号" if part else ""
