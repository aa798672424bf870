"""The passes over a YAML text with mistakes, so that an author sees them all at once.

libyaml stops at a mistake. The text is read again with it corrected, where that is a full-width colon, else
without the field that it is in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sitegen.loading import yaml_bounds, yaml_tree
from sitegen.loading import yaml_full_width as full_width
from sitegen.loading import yaml_kinds as kinds
from sitegen.loading.document import Places, Tree
from sitegen.loading.yaml_blocks import Block, block_at, without
from sitegen.loading.yaml_causes import Cause
from sitegen.loading.yaml_tree import Reading

PASSES: Final = 40
"""Maximum number of times that a text is read again."""
WORK: Final = 2_000_000
"""Maximum number of characters that are read again, over all passes."""
WHOLE_TEXT: Final = frozenset(
    {
        yaml_bounds.SEVERAL.code,
        yaml_bounds.NOT_FIELDS.code,
        yaml_bounds.EMPTY.code,
        yaml_tree.TOO_MANY.code,
        kinds.DIRECTIVE.code,
    }
)
"""Mistakes that are in no field."""
OF_A_LINE: Final = frozenset(
    {
        kinds.HASH_IN_TEXT.code,
        kinds.ONLY_A_COMMENT.code,
        kinds.CURLY_QUOTES.code,
        full_width.COLON.code,
        full_width.NO_SPACE.code,
        full_width.WIDE_SPACE.code,
        yaml_tree.DUPLICATE.code,
    }
)
"""Mistakes that concern their own line only. The field around it can be looked at."""


class Passes:
    """The first reading of a text, the mistake at which it stopped, and the readings after that."""

    def __init__(
        self, text: str, first_line: int, reading: Reading, stopped_at: Cause | None
    ) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.first_line = first_line
        self.reading = reading
        self.stopped_at = stopped_at
        """The mistake at which the last reading stopped; None once the text is read to its end."""
        self.colons: list[Cause] = []
        """The full-width colons that are corrected."""
        self.left_out: dict[Block, int] = {}
        """The fields that are left out, each with the line of its mistake."""
        self.seen: list[Cause] = []
        """The mistakes in fields that are left out."""

    def run(self) -> None:
        """Read until the end of the text is reached, or nothing more can be done."""
        for _ in range(min(PASSES, WORK // (len(self.text) + 1))):
            if self.stopped_at is None or not (self._correct_colon() or self._leave_out()):
                return
            lines = self.lines
            for block in self.left_out:
                lines = without(lines, block)
            self.reading = Reading(_corrected(lines, self.colons), self.first_line)
            self.stopped_at = self.reading.run()
            if self.left_out and self.stopped_at and self.stopped_at.kind is yaml_bounds.EMPTY:
                self.stopped_at = None

    def causes(self) -> list[Cause]:
        """All mistakes, each once, in the order of the text."""
        found = [*self.seen, *self.colons, *self._in_reading()]
        if self.stopped_at is not None and not self._is_corrected(self.stopped_at):
            found.append(_in_original(self.stopped_at, self.colons))
        once = {(cause.spot, cause.kind.code): cause for cause in found}
        return [once[key] for key in sorted(once)]

    def rest(self, causes: list[Cause]) -> tuple[Mapping[str, Tree] | None, Places]:
        """What was read, without the fields in which one of the mistakes is; these are "", and their place
        is that of the mistake. None where a mistake is in no field."""
        tree = dict(self.reading.root or {})
        wrong = {block.name: line for block, line in self.left_out.items()}
        for cause in causes:
            if cause.kind.code not in OF_A_LINE and not self._is_left_out(cause):
                block = block_at(self.lines, cause.spot[0])
                if block is None:
                    return None, Places()
                wrong[block.name] = cause.spot[0]
        fields = {(name,) for name in wrong}
        values = {
            path: place for path, place in self.reading.values.items() if path[:1] not in fields
        }
        keys = {path: place for path, place in self.reading.keys.items() if path[:1] not in fields}
        for name, line in wrong.items():
            tree[name] = ""
            values[name,] = keys[name,] = (line + self.first_line, 1)
        return tree, Places(values, keys)

    def _correct_colon(self) -> bool:
        if self.stopped_at is None or not self.stopped_at.is_wrong_colon:
            return False
        self.colons.append(_in_original(self.stopped_at, self.colons))
        return True

    def _leave_out(self) -> bool:
        stopped_at = self.stopped_at
        if stopped_at is None or stopped_at.kind.code in WHOLE_TEXT:
            return False
        block = block_at(self.lines, stopped_at.spot[0])
        if block is None or block in self.left_out:
            return False
        found = [*self.colons, *self._in_reading()]
        if not self._is_corrected(stopped_at):
            found.append(_in_original(stopped_at, self.colons))
        self.seen += [cause for cause in found if block.start <= cause.spot[0] < block.end]
        self.colons = [c for c in self.colons if not block.start <= c.spot[0] < block.end]
        self.left_out[block] = stopped_at.spot[0]
        return True

    def _in_reading(self) -> list[Cause]:
        return [_in_original(cause, self.colons) for cause in self.reading.causes]

    def _is_corrected(self, cause: Cause) -> bool:
        """Whether a colon on the line was corrected: the mistake comes from that, not from the author."""
        return any(colon.spot[0] == cause.spot[0] for colon in self.colons)

    def _is_left_out(self, cause: Cause) -> bool:
        return any(block.start <= cause.spot[0] < block.end for block in self.left_out)


def _corrected(lines: list[str], colons: list[Cause]) -> str:
    """The text with each of the wrong colons replaced by ": "."""
    lines = list(lines)
    for line, column in sorted((cause.spot for cause in colons), reverse=True):
        lines[line] = f"{lines[line][:column]}: {lines[line][column + 1 :]}"
    return "\n".join(lines)


def _in_original(cause: Cause, colons: list[Cause]) -> Cause:
    """The cause with its place in the text as the author wrote it, before `colons` were corrected."""
    line, column = cause.spot
    for colon_line, colon_column in sorted(other.spot for other in colons):
        if colon_line == line and colon_column < column:
            column -= 1
    return replace(cause, spot=(line, column))
