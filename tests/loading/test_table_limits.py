"""Tables of any size and shape cost little time and memory, or are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.measured_process import cost_of
from tests.support.site_test import SiteTest

SECONDS = 6.0
MEGABYTES = 200 + 60
"""200 for the table, and what the program itself takes."""

CHILD = """
import re, sys, time
from sitegen.loading.documents import parse_table
from sitegen.model.options import Options
from sitegen.model.recognitions import Row
from sitegen.model.table_entries import as_entries, as_list
import sitegen.loading.nearest

data = eval(sys.argv[1])
start = time.process_time()
table, problems = parse_table(data, "a.csv")
if table is not None:
    for read in (lambda: as_entries([table], "products", Options()), lambda: as_list(table, Row)):
        problems += read()[-1]
seconds = time.process_time() - start
# Not ru_maxrss: that of a child counts the memory of the parent it was forked from.
with open("/proc/self/status") as status:
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) // 1024
print(seconds, peak, ",".join(sorted({p.kind.code for p in problems})))
"""
HEADER = "'编号,名称,种类\\n'.encode()"
TABLES = {
    "8 MB of line ends": (f"{HEADER} + b'\\n' * (8_388_000)", "table.unknown-column"),
    "a million blank rows, as Excel leaves them": (f"{HEADER} + b',,,\\r\\n' * 1_048_576", ""),
    "8 MB of cells in a row": (f"{HEADER} + b'1,' * 4_190_000", "table.long-row"),
    "8 MB of header": ("b','.join(b'%d' % n for n in range(1_000_000))", "table.too-many-columns"),
    "200 columns that are no fields": (
        "','.join(f'列{n}的很长的名称' for n in range(200)).encode()",
        "table.unknown-column",
    ),
    "a million rows with a cell too many": (
        f"{HEADER} + b'1,2,3,4\\n' * 1_000_000",
        "table.long-row",
    ),
    "a million rows": (f"{HEADER} + b'1,2,3\\n' * 1_000_000", "table.too-many-rows"),
    "50,000 rows": (f"{HEADER} + b'1,2,3\\n' * 50_000", "table.too-many-rows"),
    "10,000 rows with one id": (f"{HEADER} + b'a,2,3\\n' * 10_000", "table.same-id"),
    "10,000 rows without an id": (f"{HEADER} + b',2,3\\n' * 10_000", "table.no-id"),
}


@pytest.mark.parametrize(("data", "code"), TABLES.values(), ids=TABLES)
def test_a_table_of_any_shape_is_cheap(data: str, code: str) -> None:
    cost = cost_of(CHILD, data)
    assert not code or code in "".join(cost.words).split(",")
    assert cost.seconds < SECONDS and cost.megabytes < MEGABYTES


def test_a_table_with_too_many_entries_is_refused_and_what_names_them_is_not_blamed(
    tmp_path: Path,
) -> None:
    table = "编号,名称,种类\n" + "".join(f"p{n},名{n},农产品\n" for n in range(10_001))
    body = "---\nname: 甲\nkind: 农产品\n---\n\n见[它](products:p7)。\n"
    files = {"content/products/list.csv": table, "content/products/a.md": body}
    SiteTest(tmp_path, files).check().fails_with(
        "content/products/list.csv:10002 table.too-many-rows"
    )
