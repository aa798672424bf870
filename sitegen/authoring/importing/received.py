"""The tables of a file that came back by collection, and what somebody said of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.loading.document import Table
from sitegen.loading.nearest import nearest
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import Column, column_words, folded
from sitegen.model.further_lists import FurtherList
from sitegen.model.options import Options
from sitegen.model.table_columns import own_columns
from sitegen.problems import Kind, Location, Problem, Severity

NO_SUCH_COLUMN = Kind(
    "import.no-such-column",
    Severity.ERROR,
    zh="表里没有“{header}”这一列[[，最接近的是“{nearest}”]]",
    en="the table has no column “{header}”[[; the nearest is “{nearest}”]]",
    fix_zh="改掉选项里的列名[[：{right}]]",
    fix_en="correct the header in the option[[: {right}]]",
)
NO_SUCH_FIELD = Kind(
    "import.no-such-field",
    Severity.ERROR,
    zh="没有“{field}”这一项[[，最接近的是“{nearest}”]]",
    en="there is no field “{field}”[[; the nearest is “{nearest}”]]",
    fix_zh="改掉选项 --column[[：--column {header}={nearest}；]]可用的见 docs/fields.md",
    fix_en="correct the option --column[[: --column {header}={nearest};]] docs/fields.md lists all",
)


NO_VALUE_FIELD = Kind(
    "import.no-field-to-set",
    Severity.ERROR,
    zh="没有“{field}”这一项[[，最接近的是“{nearest}”]]",
    en="there is no field “{field}”[[; the nearest is “{nearest}”]]",
    fix_zh="改掉选项 --set[[：{right}；]]可用的见 docs/fields.md",
    fix_en="correct the option --set[[: {right};]] docs/fields.md lists all",
)


@dataclass(frozen=True, slots=True)
class ColumnAnswers:
    """What somebody said of columns that no field is called by: the field that a header means, and the
    headers that are not imported. `values` are of fields that the tables have no column for: they hold for
    every new entry."""

    meant: Mapping[str, str] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReceivedTables:
    """The tables of one collection in a file: those with a row for each entry, and those of its lists.

    `meant` has the fields that headers stand for, `for_new` the fields that only new entries get. Lists that
    are not `whole` hold some members only. What `follows` from other tables has no row that is refused there.
    """

    collection: str
    entries: list[Table] = field(default_factory=list)
    lists: list[tuple[Table, FurtherList]] = field(default_factory=list)
    meant: dict[str, str] = field(default_factory=dict)
    for_new: frozenset[str] = frozenset()
    whole: bool = True
    follows: bool = False


def field_words(collection: str, options: Options) -> dict[str, Column]:
    """The columns that a table of entries may have, by folded header."""
    own = own_columns(options.fields.get(collection, {}))
    return {**column_words(COLLECTIONS[collection].model).by_word, **own}


def wrong_headers(
    tables: Sequence[Table], answers: ColumnAnswers, at: Location
) -> Iterator[Problem]:
    """Answers of columns that no table has."""
    headers = dict.fromkeys(header for table in tables for header in table.header)
    if not headers:
        return
    named = (
        *(("--column", header, f"={field}") for header, field in answers.meant.items()),
        *(("--ignore", header, "") for header in sorted(answers.ignored)),
    )
    for option, header, rest in named:
        if header not in headers:
            close = nearest(header, headers) or ""
            right = f"{option} {close}{rest}" if close else ""
            facts = {"header": header, "nearest": close, "right": right}
            yield Problem(NO_SUCH_COLUMN, at, facts)


def wrong_values(
    received: Sequence[ReceivedTables], options: Options, answers: ColumnAnswers, at: Location
) -> Iterator[Problem]:
    """Values of fields that no collection of a file has."""
    words = {word for one in received for word in field_words(one.collection, options)}
    for name, value in answers.values.items():
        if folded(name) not in words:
            close = nearest(folded(name), words) or ""
            right = f"--set {close}={value}" if close else ""
            facts = {"field": name, "nearest": close, "right": right}
            yield Problem(NO_VALUE_FIELD, at, facts)


def known_answers(
    received: ReceivedTables, options: Options, answers: ColumnAnswers
) -> tuple[dict[str, str], list[Problem]]:
    """The fields that headers of these tables mean, without those that are no fields, which are problems."""
    words = field_words(received.collection, options)
    meant: dict[str, str] = {}
    problems: list[Problem] = []
    for table in received.entries:
        for header in table.header:
            field = answers.meant.get(header)
            if field is None:
                continue
            if folded(field) in words:
                meant[header] = field
                continue
            close = nearest(folded(field), words) or ""
            facts = {"field": field, "nearest": close, "header": header}
            problems.append(Problem(NO_SUCH_FIELD, table.place(None, header), facts))
    return meant, problems
