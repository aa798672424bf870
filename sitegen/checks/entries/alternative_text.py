"""A picture says in words what it shows, or that it is there for decoration only.

Who cannot see it hears these words: WCAG 2 (1.1.1), GB/T 37668 and the Accessibility Law of China want
them.

Passes: `images: [{file: pear.jpg, alt: 枝头的一只雪梨}]`
Passes: `images: [{file: line.png, decorative: 是}]`
Fails: `images: [{file: pear.jpg}]`
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.model.types import YES
from sitegen.problems import Kind, Severity

NO_ALT = Kind(
    "image.no-alt",
    Severity.ERROR,
    zh="图片“{file}”没有图片说明",
    en="the picture “{file}” has no alternative text",
    fix_zh="补上 alt，一句话说清图上是什么；纯装饰的写 decorative: 是",
    fix_en="add alt: one sentence on what it shows; or decorative: yes",
)


def check(entry: EntryView) -> Iterator[Finding]:
    for position, image in entry.groups("images"):
        decorative = str(image.get("decorative", "")).strip().lower() in YES
        if not image.get("alt") and not decorative:
            yield Finding(NO_ALT, ("images", position), {"file": str(image.get("file", ""))})


RULE = EntryRule(reads=frozenset({"images"}), kinds=(NO_ALT,), check=check)
