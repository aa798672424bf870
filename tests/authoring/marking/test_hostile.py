"""Workbooks made to take all memory or time are marked within bounds, or not at all."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from sitegen.authoring.marking.marked_workbook import marked
from tests.support.marked_workbooks import again, mark, seen
from tests.support.workbooks import xlsx, xlsx_with_part, zipped

ROWS = [["编号", "名称", "地区"], ["li-gao", "梨膏", "青溪线"]]
MARKS = [mark(2, 3, sheet="Sheet1")]
PART = "xl/worksheets/sheet1.xml"
MARKED = again(xlsx(ROWS), *MARKS)
PROGRAM = """
import resource, sys, time
from tests.authoring.marking.test_hostile import BOMBS, MARKS
from sitegen.authoring.marking.marked_workbook import marked
data = BOMBS[sys.argv[1]]()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
marked(data, "a.xlsx", MARKS)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.process_time() - start, max(0, after - before) >> 10)
"""


def _with(name: str, part: bytes) -> bytes:
    return xlsx_with_part(MARKED, name, lambda _: part)


def entities() -> bytes:
    kinds = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE c [<!ENTITY e0 "字">{kinds}]>'
    return _with(
        "xl/comments1.xml", f"{head}<comments><authors>&e11;</authors></comments>".encode()
    )


def comments() -> bytes:
    one = b'<comment ref="A1" authorId="0"><text><t>x</t></text></comment>' * 700_000
    head = b"<comments><authors><author>a</author></authors><commentList>"
    return _with("xl/comments1.xml", head + one + b"</commentList></comments>")


def styles() -> bytes:
    one = b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' * 600_000
    return _with("xl/styles.xml", b"<styleSheet><cellXfs>" + one + b"</cellXfs></styleSheet>")


def boxes() -> bytes:
    one = b'<v:shape id="_x0000_s1"><x:ClientData ObjectType="Note"><x:Row>1</x:Row></v:shape>'
    return _with("xl/drawings/vmlDrawing1.vml", b"<xml>" + one * 300_000)


def marked_rows() -> bytes:
    rows = b"".join(b'<row r="%d"><c s="7"/><c s="8"/></row>' % n for n in range(3, 400_000))
    return xlsx_with_part(
        MARKED, PART, lambda p: p.replace(b"</sheetData>", rows + b"</sheetData>")
    )


def overlapping_merges() -> bytes:
    merged = b"<mergeCells>" + b'<mergeCell ref="A1:C50000"/>' * 190_000 + b"</mergeCells>"
    return xlsx_with_part(
        MARKED, PART, lambda p: p.replace(b"</sheetData>", b"</sheetData>" + merged)
    )


def one_long_row() -> bytes:
    cells = b"<c/>" * 1_450_000
    return xlsx_with_part(
        MARKED,
        PART,
        lambda p: p.replace(b'<row r="2"', b'<row r="2">' + cells + b'</row><row r="3"', 1),
    )


BOMBS = {
    **{"entities": entities, "comments": comments, "styles": styles, "boxes": boxes},
    **{"marked_rows": marked_rows, "overlapping_merges": overlapping_merges},
    "one_long_row": one_long_row,
}


@pytest.mark.parametrize("name", BOMBS)
def test_time_and_memory_are_bounded(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, name], capture_output=True, text=True, check=True
    )
    seconds, megabytes = done.stdout.split()
    assert float(seconds) < 6 and int(megabytes) < 260, done.stdout


def test_parts_that_overlap_are_not_copied_again_and_again() -> None:
    data = bytearray(zipped({f"xl/media/{n}.png": bytes(200_000) for n in range(3)}))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        sizes = [info.compress_size for info in archive.infolist()]
    large = (len(data) - 1).to_bytes(4, "little")
    at = data.index(b"PK\x01\x02") + 20
    assert int.from_bytes(data[at : at + 4], "little") == sizes[0]
    data[at : at + 4] = large
    assert marked(bytes(data), "a.xlsx", []) is None


def test_links_to_the_outside_are_copied_and_never_followed() -> None:
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    link = (
        b'<Relationship Id="rId90" Type="http://x/comments" Target="file:///etc/passwd" '
        b'TargetMode="External"/></Relationships>'
    )
    data = xlsx_with_part(MARKED, relations, lambda p: p.replace(b"</Relationships>", link))
    after = again(data, *MARKS)
    with zipfile.ZipFile(BytesIO(after)) as archive:
        assert link in archive.read(relations)
    assert seen(after, "Sheet1")["C2"].comment.count("写错了") == 1


@pytest.mark.parametrize("name", ["xl/styles.xml", "xl/workbook.xml", PART, "xl/comments1.xml"])
@pytest.mark.parametrize("part", [b"", b"<a", b"<a/>", b"\xff\xfe<\0a\0", b"<!DOCTYPE a><a/>"])
def test_damaged_parts_end_in_a_workbook_or_in_none(name: str, part: bytes) -> None:
    result = marked(_with(name, part), "a.xlsx", MARKS)
    assert result is None or seen(result.data, "Sheet1")["C2"].fill
