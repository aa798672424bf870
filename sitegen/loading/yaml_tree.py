"""YAML text becomes a tree of text with places, built from libyaml's events on a stack of our own.

No value is interpreted: `0536`, `no` and `2024-02-30` stay what the author wrote. We use events since
libyaml's own composer overflows the C stack on deeply nested input, which kills the process. Events
do not, and we can stop reading them at any time.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, Final

import yaml
from yaml import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sitegen.loading import characters, piled_marks
from sitegen.loading import yaml_bounds as bounds
from sitegen.loading import yaml_full_width as full_width
from sitegen.loading import yaml_kinds as kinds
from sitegen.loading.document import FieldPath, Place, Tree
from sitegen.loading.yaml_causes import Cause, Spot, end_of, escape_of, find, start_of, within
from sitegen.problems import Kind, Severity

DEPTH: Final = 20
NODES: Final = 50_000

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?=\s|\Z)", re.ASCII)
"""What people write without quotes, which makes a comment of it."""
TOO_DEEP = Kind(
    "yaml.too-deep",
    Severity.ERROR,
    zh="内容一层套一层，超过了 {limit} 层",
    en="Lists and fields are nested more than {limit} deep",
    fix_zh="请检查这里的括号、缩进和连续的“- ”，多半是多打了",
    fix_en="Check the brackets, the indentation and repeated “- ” here",
)
TOO_MANY = Kind(
    "yaml.too-many-values",
    Severity.ERROR,
    zh="这个文件里的字段和内容合计超过了 {limit} 个",
    en="This file holds more than {limit} names and values",
    fix_zh="请拆成几个文件；很长的名单请改用 CSV 表格",
    fix_en="Split it into several files; put long lists into a CSV table",
)
DUPLICATE = Kind(
    "yaml.duplicate-key",
    Severity.ERROR,
    zh="“{key}”写了两次，前一次在第 {line} 行",
    en="“{key}” is written twice; the first is on line {line}",
    fix_zh="请只留一个；有多个值时，在一个字段名下面写成列表",
    fix_en="Keep one of them; write several values as a list under one name",
)
NAME_NOT_TEXT = Kind(
    "yaml.key-not-text",
    Severity.ERROR,
    zh="字段名不能是列表或一组字段",
    en="The name of a field cannot be a list or a mapping",
    fix_zh="请在冒号前面写一个普通的字段名；文字里有括号时，给整个内容加上半角双引号",
    fix_en="Write a plain name before the colon; put text that has brackets in double quotes",
)


class Reading:
    """One pass over a YAML text: its tree as far as it is built, and the mistakes seen so far."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.root: dict[str, Tree] | None = None
        self.values: dict[FieldPath, Place] = {}
        self.keys: dict[FieldPath, Place] = {}
        self.causes: list[Cause] = []
        self.last: yaml.Event | None = None
        """The event before the current one."""
        self.opened: list[Spot] = []
        """Where the lists and mappings begin that are not closed yet, the innermost last."""

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def run(self) -> Cause | None:
        """Read to the end, or up to a mistake after which reading on is useless; that is returned."""
        try:
            return bounds.before(self.text) or self._build()
        except yaml.YAMLError as error:
            return find(error, self.lines, self.last, self.opened[-1] if self.opened else None)

    def _build(self) -> Cause | None:
        here: dict[str, Tree] | list[Tree] | None = None
        path: FieldPath = ()
        member: FieldPath = ()
        key: str | None = None
        above: list[tuple[dict[str, Tree] | list[Tree] | None, FieldPath]] = []
        root_event: NodeEvent | None = None
        nodes = 0
        for event in yaml.parse(self.text, Loader=LOADER):
            child: Tree
            if isinstance(event, ScalarEvent):
                child = event.value
            elif isinstance(event, MappingStartEvent):
                child = {}
            elif isinstance(event, SequenceStartEvent):
                child = []
            elif isinstance(event, AliasEvent):
                child = ""
            elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                self.last = event
                self.opened.pop()
                here, path = above.pop()
                key = None
                continue
            else:
                follows = isinstance(event, DocumentEndEvent) and bounds.after(self.text, event)
                if follows:
                    return follows
                continue
            self.last = event
            spot = start_of(event)
            nodes += 1
            if nodes > NODES:
                return Cause(TOO_MANY, spot, {"limit": f"{NODES:,}"})
            if event.anchor is not None or getattr(event, "tag", None) is not None:
                self._refuse_properties(event, spot)
            if isinstance(here, dict):
                if key is None:
                    if not isinstance(child, str):
                        return Cause(NAME_NOT_TEXT, spot)
                    key = child
                    member = (*path, key)
                    self._keep_name(event, member, key, spot)
                    continue
                here[key] = child
                key = None
            elif here is not None:
                member = (*path, len(here))
                here.append(child)
            elif isinstance(child, dict):
                self.root = child
            else:
                # Text at the root is reported after the last event: an error before that is the
                # better explanation.
                root_event = event
                if isinstance(child, list):
                    break
                continue
            if isinstance(child, str):
                if not child:
                    spot = within(self.lines, spot)
                    if isinstance(here, dict) and not getattr(event, "style", None):
                        self._look_behind_empty(str(member[-1]), spot)
                elif isinstance(event, ScalarEvent):
                    self._look_at_text(event, child, spot)
            else:
                if len(above) == DEPTH:
                    return Cause(TOO_DEEP, spot, {"limit": str(DEPTH)})
                self.opened.append(spot)
                above.append((here, path))
                here, path = child, member
            self.values[member] = (spot[0] + self.first_line, spot[1] + 1)
        return None if self.root is not None else bounds.root(self.lines, root_event)

    def _keep_name(self, event: NodeEvent, member: FieldPath, name: str, spot: Spot) -> None:
        """Keep the place of a field's name. Report a name used before, and characters that do not
        belong in a name."""
        place = (spot[0] + self.first_line, spot[1] + 1)
        first = self.keys.setdefault(member, place)
        if first is not place:
            self.causes.append(Cause(DUPLICATE, spot, {"key": name, "line": str(first[0])}))
        if name.isascii() and name.isprintable():
            return
        style = getattr(event, "style", None)
        if style == '"':
            self._refuse_escaped(name, spot)
        elif not style:
            wrong = full_width.wrong_name(name)
            if wrong:
                kind, index, character = wrong
                # A name in braces may run over lines, which are joined in it.
                at = (spot[0], spot[1] + index) if end_of(event)[0] == spot[0] else spot
                self.causes.append(Cause(kind, at, {"character": character}))

    def _look_at_text(self, event: ScalarEvent, text: str, spot: Spot) -> None:
        """Report fields that libyaml took for text, and control characters written as escapes."""
        if event.style == '"':
            self._refuse_escaped(text, spot)
        elif not event.style and full_width.is_quotation(text):
            self.causes.append(Cause(kinds.CURLY_QUOTES, spot))
        elif not event.style and text.startswith("-") and self._is_member(spot):
            shown = self.lines[spot[0]][spot[1] + 1 :].strip()[:20]
            self.causes.append(Cause(kinds.NO_SPACE_AFTER_DASH, spot, {"right": shown}))
        comment = self._behind(end_of(event))
        if comment.startswith("#") and comment[1:2] not in ("", " ", "\t", "#"):
            spot_of_hash = (end_of(event)[0], len(self.lines[end_of(event)[0]]) - len(comment))
            shown = comment if len(comment) <= 12 else f"{comment[:12]}…"
            self.causes.append(Cause(kinds.HASH_IN_TEXT, spot_of_hash, {"text": shown}))
        if not event.style and "：" in text:
            for colon in full_width.unnoticed(self.lines, spot, end_of(event)[0]):
                self.causes.append(Cause(full_width.COLON, colon))

    def _is_member(self, spot: Spot) -> bool:
        """Whether a text that begins with a dash was meant as the first of a list: it has its line for itself."""
        line, column = spot
        after = self.lines[line][column + 1 : column + 2]
        return not self.lines[line][:column].strip() and not (after.isdigit() or after in ("-", ""))

    def _look_behind_empty(self, name: str, spot: Spot) -> None:
        """Report a field without a value that has a comment behind it: perhaps the value is in there."""
        comment = self._behind(spot)
        if comment.startswith("#"):
            at = (spot[0], len(self.lines[spot[0]]) - len(comment))
            colour = COLOUR.match(comment)
            right = f'{name}: "{colour[0]}"' if colour else ""
            self.causes.append(Cause(kinds.ONLY_A_COMMENT, at, {"field": name, "right": right}))

    def _behind(self, spot: Spot) -> str:
        """The rest of the line from a spot on, without the spaces before it."""
        line, column = within(self.lines, spot)
        return self.lines[line][column:].lstrip(" \t")

    def _refuse_escaped(self, text: str, spot: Spot) -> None:
        """Report the first wrong character of a text in double quotes, which must be an escape."""
        wrong = characters.first_wrong(text)
        if wrong:
            index, kind, facts = wrong
            self.causes.append(Cause(kind, escape_of(self.lines, spot, text[index]), facts))
        elif piled := piled_marks.first_piled(text):
            self.causes.append(Cause(piled_marks.PILED, spot, piled_marks.facts_of(piled[1])))

    def _refuse_properties(self, event: NodeEvent, spot: Spot) -> None:
        if isinstance(event, AliasEvent):
            self.causes.append(Cause(kinds.ALIAS, spot))
            return
        if event.anchor is not None:
            self.causes.append(Cause(kinds.ANCHOR, spot))
        if getattr(event, "tag", None) is not None:
            self.causes.append(Cause(kinds.TAG, spot))
