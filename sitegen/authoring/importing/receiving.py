"""A file that came back becomes tables: which entries each holds is seen by its name or its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sitegen.authoring.importing.given import GivenTable
from sitegen.authoring.importing.ledger import Ledger
from sitegen.authoring.importing.ledger_sheets import LedgerSheets
from sitegen.authoring.importing.ledger_subject import subject_of
from sitegen.authoring.importing.ledger_words import role_of, usual_fields
from sitegen.authoring.importing.private_telephones import told_as_private
from sitegen.authoring.importing.received import (
    ColumnAnswers,
    ReceivedTables,
    field_words,
    wrong_headers,
    wrong_values,
)
from sitegen.authoring.importing.standing import StandingEntries
from sitegen.loading import documents
from sitegen.loading.document import Table
from sitegen.model.collection_words import collection_called
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import folded
from sitegen.model.further_lists import further_list
from sitegen.model.options import Options
from sitegen.model.table_columns import ID_HEADERS, is_entry_header
from sitegen.model.table_entries import id_header_of
from sitegen.problems import Kind, Location, Problem, Severity

WHICH_COLLECTION = Kind(
    "import.which-collection",
    Severity.ERROR,
    zh="看不出这张表是哪一类的条目[[，{collections}都像]]",
    en="it is not plain of which collection these entries are[[: {collections_en} look alike]]",
    fix_zh="加上 --as 类别[[，如 --as {right}]]，或把工作表的名称改成类别的名称",
    fix_en="add --as COLLECTION[[, such as --as {right_en}]], or name the sheet after the collection",
)
SERIAL = Kind(
    "import.serial-numbers",
    Severity.NOTE,
    zh="“{header}”一列是 1、2、3 这样的顺序号，没有导入",
    en="the column “{header}” has serial numbers (1, 2, 3), which are not imported",
    fix_zh="不用改；条目的编号按名称的拼音取",
    fix_en="nothing to do; ids are made of the names",
)
IGNORED = Kind(
    "import.ignored-column",
    Severity.NOTE,
    zh="“{header}”一列按要求没有导入",
    en="the column “{header}” is not imported, as was asked",
    fix_zh="要导入它，去掉 --ignore {header}",
    fix_en="leave out --ignore {header} to import it",
)
NUMBER_HEADERS = ("序号", "顺序号", "no", "no.", "#")


def receive(
    given: GivenTable, standing: StandingEntries, answers: ColumnAnswers, collection: str = ""
) -> tuple[list[ReceivedTables], list[Problem]]:
    """The tables in a file, by collection in the order of their sheets. `collection` is that of all tables
    where it is given. A ledger gives tables of several collections."""
    options = standing.options
    choices = [collection] if collection else list(COLLECTIONS)
    known = {name: is_entry_header(name, options) for name in choices}
    words = {folded(header) for header in answers.meant}

    def is_header(text: str) -> bool:
        is_known = any(knows(text) for knows in known.values())
        return is_known or folded(text) in words or bool(role_of(text))

    tables, problems = documents.parse_tables(given.data, given.name, is_header)
    problems += wrong_headers(tables or (), answers, Location(given.name))
    received: list[ReceivedTables] = []
    by_name: dict[str, ReceivedTables] = {}
    last = collection
    sheets = LedgerSheets(standing)
    ledgers: list[Ledger] = []
    for table in tables or ():
        table, notes = _without_ignored(table, answers)
        problems += notes
        of_list = further_list(table.sheet, last, options) if last and table.sheet else None
        if of_list is not None and last in by_name and id_header_of(table):
            by_name[last].lists.append((table, of_list))
            continue
        if subject := subject_of(table, collection, answers, options):
            ledgers.append(Ledger(table, subject, answers, standing, sheets))
            ledgers[-1].read()
            continue
        found = collection or _collection_of(table, options, Path(given.name).stem)
        if not isinstance(found, str):
            problems.append(found)
            continue
        if found not in by_name:
            by_name[found] = ReceivedTables(found)
            received.append(by_name[found])
        by_name[found].entries.append(table)
        usual = _usual_meanings(table, found, options, answers)
        by_name[found].meant |= usual
        problems += told_as_private(table, usual)
        last = found
    for ledger in ledgers:
        for one in ledger.tables():
            _add(received, one)
        problems += ledger.problems
    if received:
        problems += wrong_values(received, options, answers, Location(given.name))
    return received, problems


def _add(received: list[ReceivedTables], new: ReceivedTables) -> None:
    """Add the tables of a sheet of a ledger to those of the same collection from its other sheets."""
    for one in received:
        if (one.collection, one.for_new, one.follows) == (
            new.collection,
            new.for_new,
            new.follows,
        ):
            one.entries += new.entries
            one.lists += new.lists
            one.meant |= new.meant
            return
    received.append(new)


def _without_ignored(table: Table, answers: ColumnAnswers) -> tuple[Table, list[Problem]]:
    """The table without the columns that are not imported, and notes of them."""
    notes = []
    kept = []
    for header in table.header:
        if header in answers.ignored:
            notes.append(Problem(IGNORED, table.place(None, header), {"header": header}))
        elif _has_serial_numbers(table, header):
            notes.append(Problem(SERIAL, table.place(None, header), {"header": header}))
        else:
            kept.append(header)
    if len(kept) == len(table.header):
        return table, notes
    refused = frozenset((line, header) for line, header in table.refused if header in kept)
    return replace(table, header=tuple(kept), refused=refused), notes


def _has_serial_numbers(table: Table, header: str) -> bool:
    """Whether a column only counts its rows: 序号, or 编号 with 1, 2, 3."""
    if folded(header) not in (*NUMBER_HEADERS, *ID_HEADERS):
        return False
    numbers = [row[header].strip(" .、") for row in table.rows if row[header]]
    if not numbers or not all(number.isdecimal() for number in numbers):
        return False
    counted = list(map(int, numbers))
    return folded(header) in NUMBER_HEADERS or counted == sorted(set(counted))


def _collection_of(table: Table, options: Options, stem: str) -> str | Problem:
    """The collection of a table's entries: the one that its sheet is named after, else the one with the most
    of its headers."""
    for title in (table.sheet, stem, stem.partition("-")[0]):
        called = collection_called(title)
        if called in COLLECTIONS:
            return called
    scores: dict[str, int] = {}
    for name in COLLECTIONS:
        words = field_words(name, options)
        usual = usual_fields(name)
        scores[name] = sum(
            folded(header) in words or role_of(header) in usual for header in table.header
        )
    most = max(scores.values())
    best = [name for name, score in scores.items() if score == most > 0]
    if len(best) == 1:
        return best[0]
    return Problem(WHICH_COLLECTION, table.place(), _collection_facts(best))


def _usual_meanings(
    table: Table, collection: str, options: Options, answers: ColumnAnswers
) -> dict[str, str]:
    """The field that a header stands for as bureaus use it, where no field is called so: 企业名称 in a table of
    firms. A field that has a column already gets no second one."""
    words = field_words(collection, options)
    usual = usual_fields(collection)
    taken = {words[folded(h)].path for h in table.header if folded(h) in words}
    taken |= {words[folded(w)].path for w in answers.meant.values() if folded(w) in words}
    meant: dict[str, str] = {}
    for header in table.header:
        word = usual.get(role_of(header), "")
        if not word or folded(header) in words or header in answers.meant:
            continue
        if (path := words[folded(word)].path) not in taken:
            taken.add(path)
            meant[header] = word
    return meant


def _collection_facts(names: Sequence[str]) -> dict[str, str]:
    titles = [COLLECTIONS[name].title.zh for name in names]
    return {
        "collections": "、".join(titles),
        "collections_en": ", ".join(names),
        "right": titles[0] if titles else "",
        "right_en": names[0] if names else "",
    }
