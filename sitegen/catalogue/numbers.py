"""ASCII slugs for the numbers of announcements: by a rule for each issuer, else by their scheme."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import chain, count

from sitegen.files import digest
from sitegen.model import pinyin
from sitegen.model.types import ID_LIMIT, is_id

ISSUERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"国家知识产权局公告(?:(\d{4})年)?第(\d+)号"), "cnipa"),
    (re.compile(r"(?:原?国家质检总局|国家质量监督检验检疫总局)公告(\d{4})年第(\d+)号"), "aqsiq"),
    (re.compile(r"农业农村部公告第?()(\d+)号"), "moara"),
    (re.compile(r"农业部公告第?()(\d+)号"), "moa"),
    (re.compile(r"国发\((\d{4})\)(\d+)号"), "guofa"),
)
BRACKETS = str.maketrans("〔〕[]【】", "()()()")
DIGITS = re.compile(r"\d+", re.ASCII)
SHORT = re.compile(r"第?(?<!\d)(\d+)号")
CERTIFICATE = re.compile(r"AGI(\d{4})-?(\d{2})-?(\d+)\Z", re.IGNORECASE)
"""Of an agricultural product, 农产品地理标志登记证书: year, month, number."""
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
CERTIFICATE_MARK = "no"
"""Stands between a scheme and the number of a certificate, so that no such slug is an announcement's."""
DIGEST = 8


def fold(number: str) -> str:
    """One spelling of a number: half width, round brackets for 〔〕［］[], no spaces."""
    text = unicodedata.normalize("NFKC", number)
    text = text.translate(BRACKETS)
    return re.sub(r"\s+", "", text)


def slug(number: str) -> str | None:
    """`国家知识产权局公告第646号` → `cnipa-646`; None where no rule knows the issuer."""
    text = fold(number).translate(DASHES)
    if certificate := CERTIFICATE.match(text):
        return "agi" + "-".join(certificate.groups())
    for pattern, prefix in ISSUERS:
        match = pattern.search(text)
        if match:
            return "-".join([prefix, *(part for part in match.groups() if part)])
    return None


def slug_under(prefix: str, number: str) -> str | None:
    """A scheme's `number_slug`, then the year and the number: `wuzheng` and `武政〔2018〕5号` →
    `wuzheng-2018-5`; None where the number has no digits, or so many that no address can hold them."""
    digits = DIGITS.findall(fold(number))
    made = "-".join([prefix, *digits])
    return made if digits and is_id(made) else None


def certificate_slug(prefix: str, number: str) -> str:
    """The address of a certificate's number under its scheme (`prefix`): `star` and `甲字 Ａ/12 号` →
    `star-no-a-12-3f9a1c07`.

    It is worked out from the number alone, so it is permanent. What ASCII cannot spell goes into a digest.
    """
    known = slug(number)
    if known:
        return known
    text = fold(number).translate(DASHES).lower()
    plain = "-".join(re.findall(r"[a-z0-9]+", text))
    made = f"{prefix}-{CERTIFICATE_MARK}-{plain}"
    if plain and text.isascii() and is_id(made):
        return made
    mark = digest(text.encode())[:DIGEST]
    room = ID_LIMIT - len(mark) - 1
    return f"{made[:room].strip('-')}-{mark}"


def proposed(number: str, prefix: str = "", taken: Container[str] = ()) -> str:
    """A slug for a number that has none: its issuer in pinyin, then its digits, as in `slug_under`.

    `prefix` is the `number_slug` of its scheme, "" where that has none. None of `taken` is proposed.
    """
    text = fold(number)
    digits = DIGITS.findall(text)
    issuer = re.split(r"[\d()第]", text, maxsplit=1)[0] or "".join(re.findall(r"\D", text))
    words = pinyin.slug(issuer) or "gonggao"
    made = "-".join([*([prefix] if prefix and not digits else []), words, *digits])
    return free(made if is_id(made) else words, taken)


def free(slug: str, taken: Container[str]) -> str:
    """The slug, or where it is taken the first of `slug-2`, `slug-3` … that is not."""
    base = slug[: ID_LIMIT - 4].rstrip("-")
    further = (f"{base}-{place}" for place in count(2))
    return next(made for made in chain([slug], further) if made not in taken)


def short(number: str) -> str:
    """What people type of a number: `国家知识产权局公告第646号` → `646号`; "" where there is no such part."""
    part = SHORT.search(number)
    return f"{part[1]}号" if part else ""


def ending(number: str) -> str:
    """The last two digits of the number proper, as people read them off: `公告2006年第126号` → `26`;
    "" where there are no digits."""
    digits = "".join(DIGITS.findall(fold(number))[-1:])
    return digits[-2:].rjust(2, "0") if digits else ""
