"""Places of a body that links lead to: each has its own name."""

from __future__ import annotations

import re
from html import unescape

from sitegen.problems import Kind, Severity
from sitegen.rendering.dialect.findings import Finding, Line

ID_TWICE = Kind(
    "markdown.id-twice",
    Severity.WARNING,
    zh="“{id}”作位置的名字写了不止一次，链接 #{id} 只到第一处",
    en="“{id}” names more than one place: a link #{id} leads to the first of them",
    fix_zh="给这里另起一个名字，如 {id}-2",
    fix_en="give this place another name, such as {id}-2",
)
ID = re.compile(r'(<[a-z][a-z0-9]*(?:\s[\w-]+="[^"]*")*?)\sid="([^"]*)"')
"""An id in clean HTML. Attributes are read in turn, since values may look like one."""
WRITTEN = re.compile(r"#([^\s{}]+)|\bid\s*=\s*[\"']?([^\s\"'<>{}]+)", re.IGNORECASE)


def without_repeats(html: str, lines: list[Line], prefix: str) -> tuple[str, list[Finding]]:
    """Clean HTML in which an id that was there before is left out, and what to say of that.

    `prefix` stands before all ids, `lines` are those of the body.
    """
    seen: set[str] = set()
    repeated: dict[str, None] = {}

    def once(match: re.Match[str]) -> str:
        if match[2] in seen:
            repeated[unescape(match[2]).removeprefix(prefix)] = None
            return match[1]
        seen.add(match[2])
        return match[0]

    html = ID.sub(once, html)
    if not repeated:
        return html, []
    places: dict[str, list[int]] = {}
    for line in lines:
        for hash_name, name in WRITTEN.findall(line.text):
            places.setdefault(hash_name or name, []).append(line.number)
    findings = []
    for name in repeated:
        first, *others = places.get(name, [1])
        findings.append(Finding(ID_TWICE, others[0] if others else first, {"id": name}))
    return html, findings
