"""What a file is by its bytes, whatever it is called: exports of web sites and of WPS are often named wrongly."""

from __future__ import annotations

from typing import Final, NamedTuple

ZIP: Final = b"PK\x03\x04"
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
START: Final = 2_000


class Actual(NamedTuple):
    """What a file is: `container` is "xlsx", "ods" or "xls", "password", or "" for what is not read; then
    `name` and `name_en` say what it is."""

    container: str
    name: str = ""
    name_en: str = ""


NAMES: Final = {
    "xlsx": Actual("xlsx", "Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    "ods": Actual("ods", "OpenDocument 表格（.ods）", "an OpenDocument sheet (.ods)"),
    "xls": Actual("xls", "Excel 97–2003 工作簿（.xls）", "an Excel 97–2003 workbook (.xls)"),
}


def recognise(data: bytes) -> Actual:
    """What the bytes of a file are."""
    if not data:
        return Actual("", "空文件", "an empty file")
    if data.startswith(ZIP):
        return _zipped(data)
    if data.startswith(COMPOUND):
        # Names of streams are UTF-16; a password makes an .xlsx one stream of such a file.
        if ENCRYPTED in data:
            return Actual("password")
        return NAMES["xls"] if "Workbook".encode("utf-16-le") in data else _compound(data)
    start = data[:START].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Actual("", "文本（UTF-16）", "text (UTF-16)")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        return Actual("", "XML 表格（2003）", "an XML spreadsheet (2003)")
    if start.startswith((b"<", b"mime-version")) and (b"<html" in start or b"<table" in start):
        return Actual("", "网页（HTML）", "a web page (HTML)")
    if start.startswith(b"mime-version"):
        return Actual("", "网页（HTML）", "a web page (HTML)")
    if start and b"\0" not in data[:START]:
        return Actual("", "文本，多半是 CSV", "text, probably CSV")
    return Actual("", "别的文件", "something else")


def _compound(data: bytes) -> Actual:
    if "WordDocument".encode("utf-16-le") in data:
        return Actual("", "Word 文档（.doc）", "a Word document (.doc)")
    if "Book".encode("utf-16-le") in data:
        return Actual("", "Excel 5.0/95 工作簿", "an Excel 5.0/95 workbook")
    return Actual("", "别的文件", "something else")


def _zipped(data: bytes) -> Actual:
    if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in data[:200]:
        return NAMES["ods"]
    if b"xl/workbook.bin" in data:
        return Actual("", "二进制工作簿（.xlsb）", "a binary workbook (.xlsb)")
    if b"word/document.xml" in data:
        return Actual("", "Word 文档", "a Word document")
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return Actual("", "文字文档（.odt）", "a text document (.odt)")
    return NAMES["xlsx"]
