"""The bytes of an entry file and the YAML in them: pieces of the YAML are replaced, all else keeps its bytes."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Self

from sitegen.loading import formats, front_matter


class Splice(NamedTuple):
    """`text[start:end]` becomes `new`. Both have LF line ends."""

    start: int
    end: int
    new: str


class EntrySource:
    """A file that `documents.parse` reads without errors. `yaml` is its YAML with LF line ends, which starts
    on line `first_line`."""

    def __init__(self, encoding: str, mark: bytes, text: str, start: int, yaml: str) -> None:
        self._encoding = encoding
        self._mark = mark
        self._text = text
        """All of the file as it is, with its own line ends."""
        self._start = start
        """Where the YAML starts in the text with LF line ends."""
        self.yaml = yaml
        self._doubled = [match.start() - n for n, match in enumerate(re.finditer("\r\n", text))]
        """Where the line ends of two characters stand in the text with LF line ends."""
        self._line_end = re.compile("\r\n|\r|\n")

    @classmethod
    def read(cls, data: bytes, file: str) -> Self:
        """The file in these bytes. Both encodings that we read give each character the same bytes again."""
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        body = data[len(mark) :]
        encoding = "utf-8"
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            encoding = "gb18030"
            text = body.decode(encoding)
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        if formats.format_of(file) is not formats.MARKDOWN:
            return cls(encoding, mark, text, 0, plain)
        parts, _ = front_matter.split(plain, file)
        assert parts is not None, "the file has been read before"
        opening = front_matter.OPENING.match(plain)
        assert opening is not None
        return cls(encoding, mark, text, opening.end(), parts.yaml)

    @property
    def first_line(self) -> int:
        """The line of the file, from 1, on which the YAML starts."""
        return (
            self._text[: self._at(self._start)]
            .replace("\r\n", "\n")
            .replace("\r", "\n")
            .count("\n")
            + 1
        )

    def replaced(self, splices: Sequence[Splice]) -> bytes:
        """The bytes of the file with pieces of its YAML replaced; these are in order and do not overlap.

        New lines end as the line above them does.
        """
        pieces: list[str] = []
        done = 0
        for start, end, new in splices:
            first, last = self._at(self._start + start), self._at(self._start + end)
            pieces.append(self._text[done:first])
            pieces.append(new.replace("\n", self._line_end_near(first)) if "\n" in new else new)
            done = last
        pieces.append(self._text[done:])
        return self._mark + "".join(pieces).encode(self._encoding)

    def with_body(self, body: str) -> bytes:
        """The bytes of the file with another text, of LF lines, below its fields. Blank lines above it stay.

        New lines end as the one above the body does.
        """
        plain = self._text.replace("\r\n", "\n").replace("\r", "\n")
        start = front_matter.body_start(plain)
        old = plain[start:]
        above = old[: len(old) - len(old.lstrip("\n"))] if old.strip() else "\n\n"
        text = f"{above}{body.strip(chr(10))}\n" if body.strip() else "\n"
        first = self._at(start)
        line_end = self._line_end_near(first)
        return self._mark + (self._text[:first] + text.replace("\n", line_end)).encode(
            self._encoding
        )

    def _at(self, index: int) -> int:
        """The index in the file's own text of an index in that with LF line ends."""
        return index + bisect_left(self._doubled, index)

    def _line_end_near(self, index: int) -> str:
        """How the line above an index ends; the line that it is in, where that is the first one."""
        line_feed = max(self._text.rfind("\n", 0, index), self._text.rfind("\r", 0, index))
        if line_feed >= 0:
            return (
                "\r\n"
                if self._text[max(line_feed - 1, 0) : line_feed + 1] == "\r\n"
                else (self._text[line_feed])
            )
        match = self._line_end.search(self._text, index)
        return match[0] if match else "\n"
