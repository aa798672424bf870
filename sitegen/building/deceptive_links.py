"""Links of a body that lead elsewhere than readers would think, or do more than open a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from sitegen.loading.document import Document
from sitegen.loading.links import LinkPlaces
from sitegen.model import faults, telephone
from sitegen.model.types import is_web_address
from sitegen.model.web_address import misleading, shows_another
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.markdown import Prose

NOT_TELEPHONE = Kind(
    "link.not-telephone",
    Severity.ERROR,
    zh="“{target}”不只是电话号码，点它会让手机执行别的指令",
    en="“{target}” is more than a telephone number: a touch would give the telephone an order",
    fix_zh="[[改成 {right}；]]冒号后面只写电话号码",
    fix_en="[[write {right}; ]]write a telephone number and nothing else behind the colon",
)
NOT_MAIL = Kind(
    "link.not-mail",
    Severity.ERROR,
    zh="“{target}”不只是一个邮箱地址，点它会替读者填好别的内容",
    en="“{target}” is more than one mail address: it fills in what readers did not write",
    fix_zh="[[改成 {right}；]]冒号后面只写一个邮箱地址",
    fix_en="[[write {right}; ]]write one mail address and nothing else behind the colon",
)
LINKED = re.compile(r'<a\b[^>]*?\shref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
BARE = re.compile(
    r"https?://[^\s/?#<>\"'()（）\[\]“”，。、；：！？\u3040-\u30ff\u3400-\u9fff]*", re.IGNORECASE
)
"""A bare address in a text up to the end of its host; Chinese text behind it is no part of it."""
NUMBER = re.compile(r"\+?[0-9()-]*[0-9]", re.ASCII)
MAIL = re.compile(r"([^\s@?&%,;:<>()\"'\\/]+@([^\s@?&%,;:<>()\"'\\/]+))(.*)\Z", re.DOTALL)


def problems(document: Document, prose: Prose, places: LinkPlaces) -> list[Problem]:
    """The problems of the links of a body, without repetitions."""
    found = [
        *_of_targets(prose, places),
        *_of_texts(prose, places),
        *_of_bare_addresses(document),
    ]
    return list({(problem.kind, problem.at): problem for problem in found}.values())


def _of_targets(prose: Prose, places: LinkPlaces) -> Iterator[Problem]:
    for target in prose.links:
        scheme, _, rest = target.partition(":")
        scheme = scheme.lower()
        if scheme == "https":
            found = _of_address(target)
        elif scheme == "tel":
            found = _of_telephone(target, rest)
        elif scheme == "mailto":
            found = _of_mail(target, rest)
        else:
            continue
        if found is not None:
            yield Problem(found[0], places.place(target), found[1])


def _of_address(address: str) -> tuple[Kind, dict[str, str]] | None:
    if not is_web_address(address):
        return faults.NOT_AN_ADDRESS, {"value": address[:80]}
    wrong = misleading(address)
    return (
        (faults.MISLEADING_ADDRESS, {"value": address[:80], **wrong._asdict()}) if wrong else None
    )


def _of_telephone(target: str, number: str) -> tuple[Kind, dict[str, str]] | None:
    if telephone.link(number) == f"tel:{number}":
        return None
    leading = NUMBER.match(number)
    right = telephone.link(leading[0] if leading else "")
    return NOT_TELEPHONE, {"target": target[:80], "right": right}


def _of_mail(target: str, rest: str) -> tuple[Kind, dict[str, str]] | None:
    mail = MAIL.match(rest)
    wrong = misleading(f"https://{mail[2]}") if mail else None
    if mail is None or mail[3]:
        right = f"mailto:{mail[1]}" if mail and not wrong else ""
        return NOT_MAIL, {"target": target[:80], "right": right}
    if wrong:
        return faults.MISLEADING_ADDRESS, {"value": target[:80], **wrong._asdict(), "right": ""}
    return None


def _of_texts(prose: Prose, places: LinkPlaces) -> Iterator[Problem]:
    """Links whose text is the address of another host."""
    for address, html in LINKED.findall(prose.html) if "<a " in prose.html else ():
        target = unescape(address)
        other = shows_another(unescape(TAG.sub("", html)), target)
        if other:
            facts = {"shown": other[0], "host": other[1]}
            yield Problem(faults.OTHER_HOST, places.place(target), facts)


def _of_bare_addresses(document: Document) -> Iterator[Problem]:
    """Bare addresses with letters that are not ASCII: the link would end before them."""
    for number, line in enumerate(document.body.split("\n") if "://" in document.body else ()):
        for match in BARE.finditer(line) if not line.isascii() else ():
            wrong = misleading(match[0]) if not match[0].isascii() else None
            if wrong:
                at = Location(document.file, document.body_line + number, match.start() + 1)
                facts = {"value": match[0][:80], **wrong._asdict()}
                yield Problem(faults.MISLEADING_ADDRESS, at, facts)
