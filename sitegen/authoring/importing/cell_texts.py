"""The text of a cell as its field reads it: line breaks and full width that came from the look of a sheet."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sitegen.authoring.sheets.columns import Column
from sitegen.authoring.sheets.parts import parts_of
from sitegen.loading.document import Table
from sitegen.loading.table_layout import name_of
from sitegen.model.column_words import Column as NamedColumn
from sitegen.model.options import Options

SEPARATORS: Final = ("、", "；")
"""Between the members of a list in one text."""


def with_plain_texts(
    table: Table, columns: Mapping[str, NamedColumn], collection: str, options: Options
) -> Table:
    """The table with texts that their fields read where what is written only looks otherwise. `columns` has the
    field of each header that names one."""
    if not any(_is_odd(text) for row in table.rows for text in row.values()):
        return table
    known = {
        (*part.path, column.name): column
        for part in parts_of(collection, options)
        for column in part.columns
    }
    fields: dict[str, Column] = {}
    for header, named in columns.items():
        names = tuple(name for name in named.path if isinstance(name, str))
        if (column := known.get(names)) is not None:
            fields[header] = column
    rows = tuple(
        {
            header: plain_text(fields[header], text) if header in fields else text
            for header, text in row.items()
        }
        for row in table.rows
    )
    return replace(table, rows=rows)


def _is_odd(text: str) -> bool:
    return "\n" in text or any("\uff01" <= letter <= "\uff5e" for letter in text)


def plain_text(column: Column, text: str) -> str:
    """A text in one line, where the field takes one; a list with its members on lines of their own; figures and
    letters in their usual width, where the field takes no others."""
    if "\n" in text:
        text = _in_one_line(column, text)
    if _is_odd(text) and column.value_of(text) is None:
        usual = unicodedata.normalize("NFKC", text)
        if column.value_of(usual) is not None:
            return usual
    return text


def _in_one_line(column: Column, text: str) -> str:
    if column.is_list:
        members = [part.strip(" 、，,；;") for part in text.split("\n") if part.strip(" 、，,；;")]
        for separator in SEPARATORS:
            joined = separator.join(members)
            value = column.value_of(joined)
            if isinstance(value, tuple) and len(value) >= len(members):
                return joined
    if isinstance(column.value_of(text), str):
        return text  # the field takes several lines
    joined = name_of(text)
    return joined if column.value_of(joined) is not None else text
