"""The lines of a YAML text: what stands where, and to which value a comment belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.authoring.edits.fresh import shifted
from sitegen.loading.entry_source import Splice

COLON = re.compile(r"[ \t]*:")
BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


class NotSpliced(ValueError):
    """A way of writing at this index of the text that is not known here."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


class Lines:
    """A YAML text with LF line ends, by lines. Indexes count its characters from 0."""

    def __init__(self, text: str) -> None:
        self.text = text

    def start(self, index: int) -> int:
        """The start of the line that an index is in."""
        return self.text.rfind("\n", 0, index) + 1

    def end(self, index: int) -> int:
        """The end of that line, which is the index of its line break."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end

    def next(self, index: int) -> int:
        """The start of the line below; the end of the text where there is none."""
        return min(self.end(index) + 1, len(self.text))

    def column(self, index: int) -> int:
        return index - self.start(index)

    def begins(self, index: int) -> bool:
        """Whether only spaces stand before an index in its line."""
        return not self.text[self.start(index) : index].strip(" ")

    def rest(self, index: int) -> str:
        """The rest of the line from an index on, without the spaces around it."""
        return self.text[index : self.end(index)].strip(" \t")

    def colon(self, end: int) -> int:
        """The index behind the colon of a name that ends at `end`. Raises NotSpliced, of `? name`."""
        match = COLON.match(self.text, end)
        if match is None:
            raise NotSpliced(end)
        return match.end()

    def below(self, end: int, column: int) -> int:
        """Where the lines of a value end that itself ends at `end`: below the comments that stand further to
        the right than `column`, that of its name or dash."""
        found = at = self.next(end)
        while at < len(self.text):
            written = self.text[at : self.end(at)].lstrip(" \t")
            if written:
                if written[0] != "#" or self.end(at) - len(written) - at <= column:
                    break
                found = self.next(at)
            at = self.end(at) + 1
        return found

    def comments_above(self, start: int, bound: int) -> int:
        """The start of the comment lines directly above the line that starts at `start`, not above `bound`."""
        while start > bound:
            above = self.start(start - 1)
            if above < bound or not self.text[above:start].lstrip(" \t").startswith("#"):
                break
            start = above
        return start

    def inserted(self, index: int, lines: Iterable[str], column: int) -> Splice:
        """New lines at the start of a line, or at the end of the text; each indented to `column`."""
        new = "\n".join(shifted(lines, " " * column))
        ends_open = index == len(self.text) and self.text[-1:] not in ("", "\n")
        return Splice(index, index, f"\n{new}" if ends_open else f"{new}\n")
