"""Members are taken out of brackets or braces, and others put in, with their commas.

Members may follow each other on a line, or have a line each; then the comments above a member and behind it go with it.
Those of a field in braces stay, as they do outside of braces.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.authoring.edits.lines import Lines, NotSpliced
from sitegen.loading.entry_source import Splice
from sitegen.loading.yaml_nodes import MappingNode, SequenceNode

BEHIND = re.compile(r"[ \t]*,?[ \t]*(#[^\n]*)?")
COMMA = re.compile(r"\s*,")


class Span(NamedTuple):
    """Where a member of a list, or a field with its value, is written."""

    start: int
    end: int


class Added(NamedTuple):
    """A member that is put in, with its comments: lines above it, and what stands behind it."""

    text: str
    above: tuple[str, ...] = ()
    behind: str = ""

    def line(self, indent: str, comma: str) -> str:
        """Its lines, with their line breaks."""
        own = f"{self.text}{comma}{' ' if self.behind else ''}{self.behind}"
        return "".join(f"{indent}{line}\n" for line in (*self.above, own))


class FlowMembers:
    """The members between brackets or braces. All methods raise NotSpliced where comments would be torn from
    what they are about."""

    def __init__(
        self, lines: Lines, node: SequenceNode | MappingNode, spans: Sequence[Span]
    ) -> None:
        self.lines = lines
        self.node = node
        self.spans = spans

    def splices(self, gone: set[int], added: Mapping[int, Sequence[Added]]) -> Iterator[Splice]:
        """Take members away, by index, and put others in before an index."""
        if not gone and not added:
            return
        if self.lines.text[self.node.start] not in "[{":
            raise NotSpliced(self.node.start)
        kept = [index for index in range(len(self.spans)) if index not in gone]
        have_comments = any(
            new.above or new.behind for members in added.values() for new in members
        )
        may_have_lines = have_comments or isinstance(self.node, MappingNode)
        by_lines = may_have_lines and all(map(self._has_own_line, gone))
        if not kept and not by_lines:
            yield self._all_new([new for index in sorted(added) for new in added[index]])
            return
        for index in sorted(gone):
            if not kept or index < kept[-1] or self._has_own_line(index):
                yield self._taken_away(index)
        if kept:
            yield from self._last_taken_away(kept[-1])
        for index, members in added.items():
            following = bisect_left(kept, index)
            if following < len(kept) or not kept:
                yield self._inserted(kept[following] if kept else 0, members)
            else:
                yield from self._appended(kept[-1], members)

    def moved(self, index: int) -> Added:
        """A member that is there, to be put in elsewhere."""
        text = self.lines.text[slice(*self.spans[index])]
        if not self._has_own_line(index):
            return Added(text)
        above = self.lines.text[self._start(index) : self.lines.start(self.spans[index].start)]
        behind = BEHIND.match(self.lines.text, self.spans[index].end)
        lines = tuple(line.strip(" \t") for line in above.split("\n")[:-1])
        return Added(text, lines, (behind and behind[1]) or "")

    def _has_own_line(self, index: int) -> bool:
        """Whether a member begins a line, and nothing but a comma and a comment stands behind it."""
        if not self.lines.begins(self.spans[index].start):
            return False
        behind = BEHIND.match(self.lines.text, self.spans[index].end)
        return behind is not None and behind.end() == self.lines.end(self.spans[index].end)

    def _has_comments(self) -> bool:
        """Whether comments stand between the members."""
        starts = (self.node.start, *(span.end for span in self.spans))
        ends = (*(span.start for span in self.spans), self.node.end)
        return any(
            "#" in self.lines.text[start:end] for start, end in zip(starts, ends, strict=True)
        )

    def _start(self, index: int) -> int:
        """The start of the lines of a member that has some."""
        bound = self.lines.next(self.spans[index - 1].end if index else self.node.start)
        return self.lines.comments_above(self.lines.start(self.spans[index].start), bound)

    def _all_new(self, added: Sequence[Added]) -> Splice:
        inside = Splice(self.node.start + 1, self.node.end - 1, ", ".join(a.text for a in added))
        stay = isinstance(self.node, MappingNode) or not self.spans
        if (stay and self._has_comments()) or any(
            member.above or member.behind for member in added
        ):
            raise NotSpliced(self.node.start)
        return inside

    def _taken_away(self, index: int) -> Splice:
        start, end = self.spans[index]
        if self._has_own_line(index):
            below = self.lines.next(end)
            if isinstance(self.node, SequenceNode):
                return Splice(self._start(index), below, "")
            behind = self.moved(index).behind
            indent = " " * self.lines.column(start)
            return Splice(self.lines.start(start), below, f"{indent}{behind}\n" if behind else "")
        following = self.spans[index + 1].start
        if "#" in self.lines.text[end:following]:
            raise NotSpliced(start)
        return Splice(start, following, "")

    def _last_taken_away(self, last: int) -> Iterator[Splice]:
        """Take away what is behind the last member that stays and has no line of its own."""
        tail = [i for i in range(last + 1, len(self.spans)) if not self._has_own_line(i)]
        if not tail:
            return
        end = self.spans[last].end
        if tail[0] != last + 1 or "#" in self.lines.text[end : self.spans[tail[0]].start]:
            raise NotSpliced(end)
        yield Splice(end, self.spans[tail[-1]].end, "")

    def _inserted(self, index: int, added: Sequence[Added]) -> Splice:
        start = self.spans[index].start
        if self._has_own_line(index):
            indent = " " * self.lines.column(start)
            at = self._start(index)
            return Splice(at, at, "".join(member.line(indent, ",") for member in added))
        return Splice(start, start, "".join(f"{text}, " for text in self._texts(added)))

    def _appended(self, last: int, added: Sequence[Added]) -> Iterator[Splice]:
        start, end = self.spans[last]
        if not self._has_own_line(last):
            yield Splice(end, end, "".join(f", {text}" for text in self._texts(added)))
            return
        has_comma = COMMA.match(self.lines.text, end) is not None
        if not has_comma:
            yield Splice(end, end, ",")
        below, indent = self.lines.next(end), " " * self.lines.column(start)
        lines = [member.line(indent, ",") for member in added[:-1]]
        lines.append(added[-1].line(indent, "," if has_comma else ""))
        yield Splice(below, below, "".join(lines))

    def _texts(self, added: Sequence[Added]) -> list[str]:
        """What is to stand on a line with others, where there is no room for comments."""
        if any(member.above or member.behind for member in added):
            raise NotSpliced(self.node.start)
        return [member.text for member in added]
