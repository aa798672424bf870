"""Any bytes as a CSV file: rows with their lines and nothing but what stands there, or problems."""

from __future__ import annotations

from sitegen.files import digest
from sitegen.loading import documents, text
from sitegen.loading.document import Table
from sitegen.model import table_entries, validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import ExtraField, Options
from sitegen.model.recognitions import Event, Row
from sitegen.model.record_problems import apart_from
from sitegen.model.types import Label
from sitegen.problems import Problem, Severity
from tests.support.attack import seeds
from tests.support.attack.target import Target, chosen
from tests.support.attack.targets.loading import check_problems, lines_of

COLLECTION_NAMES = tuple(name for name, own in COLLECTIONS.items() if not own.tree)
LISTS = (Row, Event)
EXTRA = ExtraField("taste", "text", Label("口味", "taste"))
OPTIONS = Options(fields={"products": {"taste": EXTRA}})


def run(data: bytes) -> None:
    number, data = chosen(data, len(COLLECTION_NAMES) + len(LISTS))
    file = f"content/{COLLECTION_NAMES[number % len(COLLECTION_NAMES)]}/a.csv"
    table, problems = documents.parse_table(data, file)
    check_problems(problems, file, data)
    errors = [one for one in problems if one.kind.severity is Severity.ERROR]
    if table is None:
        assert errors
        return
    assert bool(errors) == table.has_wrong_rows
    _check_table(table, data)
    if number >= len(COLLECTION_NAMES):
        members, named, problems = table_entries.as_list(
            table, LISTS[number - len(COLLECTION_NAMES)]
        )
        assert len(members) == len(named.rows) == len(table.rows)
    else:
        collection = COLLECTION_NAMES[number]
        document, problems = table_entries.as_entries([table], collection, OPTIONS)
        if document is None:
            return
        assert len(document.tree) <= len(table.rows)
        if collection != validate.LISTS_IN_TABLES:
            _, found = validate.read(document, OPTIONS)
            problems += apart_from(document, found)
    _check_words(problems, file, len(lines_of(data)))


def _check_table(table: Table, data: bytes) -> None:
    assert table.digest == digest(data)
    assert len(table.rows) == len(table.lines) and list(table.lines) == sorted(set(table.lines))
    assert all(table.header) and len(set(table.header)) == len(table.header)
    decoded, _ = text.decode(data, table.file, limit=len(data) + 1)
    assert decoded is not None
    lines = decoded.split("\n")
    assert not table.lines or table.lines[-1] <= len(lines)
    for row, line in zip(table.rows, table.lines, strict=True):
        assert tuple(row) == table.header
        assert any(row.values()) or line in table.wrong_lines
        below = "\n".join(lines[line - 1 :]).replace('"', "")
        for cell in row.values():
            assert cell == cell.strip() and cell.replace('"', "") in below


def _check_words(problems: list[Problem], file: str, lines: int) -> None:
    for problem in problems:
        for language in ("zh", "en"):
            assert problem.message(language) and problem.fix(language) is not None
        assert problem.at.file == file and 1 <= (problem.at.line or 1) <= lines


def seeded() -> list[bytes]:
    rows = '编号,名称,拼音,类型\na,青溪雪梨,qīng xī,农产品\nb,"梨,膏",,\n'
    found = [
        *seeds.files(".csv"),
        rows.encode(),
        rows.encode("gb18030"),
        rows.replace(",", "\t").encode(),
    ]
    found += [
        b"id,name,kind,taste\na,b,c,d\n",
        "行号,对象,编号\n1,gi:a,7号\n".encode(),
        b'"a\n""b","c"\n"d",e\n',
    ]
    return [bytes([number]) + data for number in range(11) for data in found]


TARGET = Target(
    run,
    seeded,
    (
        *(
            b",",
            b'"',
            b'""',
            b"\n",
            b"\r\n",
            b"\r",
            b";",
            b"\t",
            "，".encode(),
            "；".encode(),
            b"|",
            b"\xef\xbb\xbf",
        ),
        *(
            "编号".encode(),
            "名称".encode(),
            b"id",
            b"name",
            b"row",
            b"subject",
            b"date",
            b"status",
            b"=1+1",
            b"@",
            b"\x85",
        ),
    ),
)
