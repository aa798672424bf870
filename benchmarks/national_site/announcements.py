"""Recognition files: one for each announcement, its rows in a table beside it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.national_site.gaps import Gaps
from benchmarks.national_site.rows import Row
from benchmarks.national_site.settings import SCHEME_FILES, SCHEMES
from benchmarks.national_site.yaml_text import Value, dump
from sitegen.catalogue import numbers
from sitegen.files import digest

CERTIFICATE = re.compile(r"AGI(?:(\d{4})-\d{2}-)?(\d+)\Z")
ROW_LIMIT = 40
UNKNOWN = "登记公告的文号不详"


@dataclass(frozen=True, slots=True)
class Announcement:
    """What one file is about. A certificate number is no announcement: the rows that have only
    that are put together by its year, and `certificates` says so."""

    scheme: str
    document: str
    slug: str
    certificates: bool = False


def of(row: Row) -> Announcement | None:
    """The announcement of a row, None where its authority has no scheme here."""
    scheme = SCHEMES.get(row.authority)
    if scheme is None:
        return None
    certificate = CERTIFICATE.match(row.number)
    if row.number and not certificate:
        known = numbers.slug(row.number)
        digits = digest(numbers.fold(row.number).encode())[:10]
        return Announcement(scheme, row.number, known or f"notice-{digits}")
    year = certificate[1] if certificate else None
    name = str(SCHEME_FILES[scheme]["name"])
    document = f"{year}年{name}（{UNKNOWN}）" if year else f"{name}（年份和{UNKNOWN}）"
    return Announcement(scheme, document, f"{scheme.split('-')[0]}-{year or 'undated'}", True)


def files(rows: Iterable[Row], ids: Mapping[str, str], gaps: Gaps) -> Iterator[tuple[str, bytes]]:
    """(path below content/, bytes) of every announcement, in the order of their slugs."""
    groups: dict[Announcement, list[Row]] = {}
    certificates: dict[str, str] = {}
    for row in rows:
        announcement = of(row)
        _gaps(row, announcement, gaps)
        if announcement is None:
            continue
        groups.setdefault(announcement, []).append(row)
        if announcement.certificates and row.number:
            other = certificates.setdefault(row.number, row.name)
            if other != row.name:
                gaps.add("一个证书号有两个名称", f"{row.number}：{other}、{row.name}")
    for announcement in sorted(groups, key=lambda announcement: announcement.slug):
        members = sorted(groups[announcement], key=lambda row: (ids[row.name], row.number))
        path = f"recognitions/{announcement.slug}"
        yield f"{path}.yaml", dump(_head(announcement, members, gaps))
        yield f"{path}.csv", _table(announcement, members, ids)


def _head(announcement: Announcement, rows: list[Row], gaps: Gaps) -> dict[str, Value]:
    dates = sorted({row.date for row in rows if row.date})
    years = sorted({row.year for row in rows if row.year})
    if len(dates) > 1 or len(years) > 1 or 0 < sum(bool(row.date) for row in rows) < len(rows):
        gaps.add(
            "同一公告写了不同的日期，取最早的",
            f"{announcement.document} {'、'.join(dates + years)}",
        )
    announced = (dates or years or [""])[0]
    first = rows[0]
    known = numbers.slug(announcement.document)
    title = str(SCHEME_FILES[announcement.scheme]["name"])
    return {
        "scheme": announcement.scheme,
        "announced": announced,
        "document": announcement.document,
        "number_slug": "" if known == announcement.slug else announcement.slug,
        "source": {
            "title": title if announcement.certificates else "地理标志产品保护公告",
            "publisher": first.authority,
            "number": "" if announcement.certificates else announcement.document,
            "date": announced,
        },
        "rows": f"{announcement.slug}.csv",
    }


def _table(announcement: Announcement, rows: list[Row], ids: Mapping[str, str]) -> bytes:
    """A row's key is the id of its subject; a second one of the same subject adds its number."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["row", "subject", "as_published", "number"])
    taken: set[str] = set()
    for row in rows:
        key = _key(ids[row.name])
        if key in taken:
            key = _key(f"{ids[row.name]}-{row.number.lower()}")
        taken.add(key)
        number = row.number if announcement.certificates else ""
        writer.writerow([key, f"gi:{ids[row.name]}", row.name, number])
    return stream.getvalue().encode()


def _key(wanted: str) -> str:
    """An id may be longer than a row's key: then the key ends in its digest."""
    if len(wanted) <= ROW_LIMIT:
        return wanted
    return f"{wanted[: ROW_LIMIT - 9].rstrip('-')}-{digest(wanted.encode())[:8]}"


def _gaps(row: Row, announcement: Announcement | None, gaps: Gaps) -> None:
    if announcement is None:
        gaps.add("不认识的发布机关，这一行没有写进认定记录", row.cited)
    elif announcement.certificates:
        gaps.add(
            "证书号代替了公告号，按证书号的年份并成一份" if row.number else "没有公告号", row.cited
        )
    elif announcement.slug.startswith("notice-"):
        gaps.add("不认识的发文机关，文号网址用摘要代替", row.cited)
    if not row.date:
        gaps.add("没有公告日期，只有年份" if row.year else "日期和年份都没有", row.cited)
    if not row.text:
        gaps.add("没有公告正文", row.cited)
    if row.guessed:
        gaps.add("地点只有上游数据的说法，公告没有写", row.cited)
