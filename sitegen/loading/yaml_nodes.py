"""Where each name and value of a YAML text begins and ends, for those who change the text and not the tree.

The text is one that `yaml_events.read` reads without problems: at most `yaml_tree.DEPTH` deep, without
anchors, aliases and tags.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml
from yaml import MappingStartEvent, ScalarEvent, SequenceStartEvent

from sitegen.loading.yaml_tree import LOADER


@dataclass(slots=True)
class ScalarNode:
    """A text: `text[start:end]` is how it is written, with its quotes. `style` is `'`, `"`, `|`, `>`, or ""
    for one without. Where nothing is written, `start` equals `end`."""

    start: int
    end: int
    style: str
    value: str


@dataclass(slots=True)
class SequenceNode:
    """A list: in brackets (`is_flow`), which are in `text[start:end]`, or of lines that begin with a dash; then
    `start` is the first dash, and `end` where the last member ends."""

    start: int
    end: int
    is_flow: bool
    members: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class MappingNode:
    """Fields: in braces (`is_flow`), which are in `text[start:end]`, or of lines; then `start` is the first
    name, and `end` where the last value ends. The one field of `[a: b]` has no braces: `start` is its name."""

    start: int
    end: int
    is_flow: bool
    names: dict[str, ScalarNode] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node: TypeAlias = "ScalarNode | SequenceNode | MappingNode"


def read(text: str) -> MappingNode:
    """The fields of a YAML text. All indexes are those of characters in it, from 0."""
    root = MappingNode(0, 0, False)
    above: list[tuple[SequenceNode | MappingNode, str | None]] = []
    here: SequenceNode | MappingNode | None = None
    name: str | None = None
    for event in yaml.parse(text, Loader=LOADER):
        child: Node
        assert event.start_mark is not None and event.end_mark is not None
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, ScalarEvent):
            style = event.style or ""
            if style in ("|", ">"):
                end = _block_end(text, start, end, event.value)
            child = ScalarNode(start, end, style, event.value)
        elif isinstance(event, MappingStartEvent):
            child = MappingNode(start, end, bool(event.flow_style))
        elif isinstance(event, SequenceStartEvent):
            child = SequenceNode(start, end, bool(event.flow_style))
        else:
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                assert here is not None
                here.end = end if here.is_flow else _last_end(here)
                if above:
                    here, name = above.pop()
                else:
                    here = None
            continue
        if isinstance(here, MappingNode):
            if name is None:
                assert isinstance(child, ScalarNode)
                name = child.value
                here.names[name] = child
                continue
            here.values[name] = child
            name = None
        elif here is not None:
            here.members.append(child)
        if not isinstance(child, ScalarNode):
            if here is None:
                assert isinstance(child, MappingNode)
                root = child
            else:
                above.append((here, name))
            here, name = child, None
    return root


def _last_end(node: SequenceNode | MappingNode) -> int:
    if isinstance(node, SequenceNode):
        return node.members[-1].end
    last = next(reversed(node.values))
    return max(node.values[last].end, node.names[last].end)


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """The end of a text below `|` or `>`, without the line break behind its last line. Blank lines below it
    belong to it where it keeps them (`|+`)."""
    keeps = "+" in text[start : text.find("\n", start) % (len(text) + 1)].partition("#")[0]
    written = text[start:end]
    if keeps or value.rstrip("\n")[-1:].isspace():
        return start + len(written.removesuffix("\n") if keeps else written.rstrip("\n"))
    return start + len(written.rstrip())
