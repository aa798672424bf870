"""The members of a list that is written by lines, each behind a dash."""

from __future__ import annotations

from itertools import pairwise

from sitegen.authoring.edits.lines import Lines, NotSpliced
from sitegen.loading.yaml_nodes import SequenceNode


class Members:
    """The lines of the members of a list. `dashes` has the index of each one's dash.

    The methods raise NotSpliced where a dash does not begin its line: `- - a`.
    """

    def __init__(self, lines: Lines, node: SequenceNode) -> None:
        self.lines = lines
        self.node = node
        self._column = lines.column(node.start)
        self.dashes = self._dashes()

    def start(self, index: int) -> int:
        """The start of the lines of a member, with the comment lines directly above it. Behind the last one, the
        end of its lines."""
        lines = self.lines
        if index == len(self.dashes):
            return self.end(index - 1)
        if not lines.begins(self.dashes[index]):
            raise NotSpliced(self.dashes[index])
        bound = self.end(index - 1) if index else 0
        return lines.comments_above(lines.start(self.dashes[index]), bound)

    def end(self, index: int) -> int:
        """The end of the lines of a member, below the comments that stand further to the right than its dash."""
        return self.lines.below(self.node.members[index].end, self._column)

    def written(self, index: int) -> list[str]:
        """The lines of a member with its comments."""
        return self.lines.text[self.start(index) : self.end(index)].removesuffix("\n").split("\n")

    def _dashes(self) -> list[int]:
        lines, column = self.lines, self._column
        dashes = [self.node.start]
        for before, member in pairwise(self.node.members):
            at = lines.next(before.end)
            while at <= member.start and lines.text[at : at + column + 1] != " " * column + "-":
                at = lines.end(at) + 1
            if at > member.start:
                raise NotSpliced(member.start)
            dashes.append(at + column)
        return dashes
