"""What may stand before and after the one mapping of a YAML text: comments, and one `---` before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml import DocumentEndEvent, NodeEvent, ScalarEvent

from sitegen.loading import yaml_full_width as full_width
from sitegen.loading.yaml_causes import Cause, Spot, start_of
from sitegen.loading.yaml_kinds import DIRECTIVE
from sitegen.problems import Kind, Severity

SEVERAL = Kind(
    "yaml.several-documents",
    Severity.ERROR,
    zh="这里又开始了一份新的内容，一个文件只能写一份",
    en="A second document begins here; a file holds one",
    fix_zh="请删掉这一行的“---”或“...”；几个条目要分成几个文件",
    fix_en="Remove this “---” or “...”; put each entry into a file of its own",
)
NOT_FIELDS = Kind(
    "yaml.not-a-mapping",
    Severity.ERROR,
    zh="这里应该是一个个字段（“字段名: 内容”），现在不是",
    en="Fields (“name: value”) are expected here",
    fix_zh="请每行写一个字段：字段名、半角冒号、一个空格、内容",
    fix_en="Write one field a line: its name, a colon, a space, its value",
)
EMPTY = Kind(
    "yaml.empty",
    Severity.ERROR,
    zh="这里一个字段也没有",
    en="There are no fields here",
    fix_zh="请至少写上名称，例如“name: 潍县萝卜”",
    fix_en="Write at least a name, such as “name: …”",
)

# Possessive quantifiers: backtracking would need memory for each of a million comment lines.
BLANK = re.compile(r"(?:[ \t]*+(?:#[^\n]*+)?+\n)*+[ \t]*+(?:#[^\n]*+\Z)?+")


def before(text: str, index: int = 0) -> Cause | None:
    """A directive at or below `index`, where a document may begin.

    We refuse directives before libyaml reads them: it compares each %TAG with all before it, so that
    a file full of them would take minutes.
    """
    start = _skip_blank(text, index)
    if text.startswith("%", start) and text[start - 1 : start] in ("", "\n"):
        return Cause(DIRECTIVE, _spot(text, start))
    return None


def after(text: str, end: DocumentEndEvent) -> Cause | None:
    """A directive or a second document below the first. libyaml itself refuses other text there."""
    index = end.end_mark.index if end.end_mark else len(text)
    start = _skip_blank(text, index)
    if text.startswith("---", start) or (end.explicit and start < len(text)):
        return before(text, index) or Cause(SEVERAL, _spot(text, start))
    return before(text, index)


def root(lines: Sequence[str], event: NodeEvent | None) -> Cause:
    """Why a document is refused whose root is not a mapping. `event` is None where it has no root."""
    if event is None or (isinstance(event, ScalarEvent) and not event.value):
        return Cause(EMPTY, (0, 0))
    spot = start_of(event)
    if isinstance(event, ScalarEvent) and not event.style:
        wrong = full_width.wrong_colon(lines[spot[0]], continues=False)
        if wrong:
            return Cause(wrong[0], (spot[0], wrong[1]))
    return Cause(NOT_FIELDS, spot)


def _skip_blank(text: str, index: int) -> int:
    """The index of the first character from `index` on that is neither comment nor blank."""
    blank = BLANK.match(text, index)
    return blank.end() if blank else index


def _spot(text: str, index: int) -> Spot:
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, start), index - start
