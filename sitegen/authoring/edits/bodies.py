"""The file of an entry with another body below its fields, which keep their bytes."""

from __future__ import annotations

from sitegen.loading.entry_source import EntrySource


def with_body(data: bytes, file: str, body: str) -> bytes:
    """The bytes of a Markdown entry with this text, whose lines end with LF, below its fields.

    The blank lines around the body stay as they are, and new lines end as those above them do. Raises
    UnicodeEncodeError where the encoding of the file lacks a character.
    """
    return EntrySource.read(data, file).with_body(body)
