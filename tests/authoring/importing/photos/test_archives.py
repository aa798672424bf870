"""Photos in zip files: names of any system, nothing unpacked to the disk, nothing beyond bounds."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from tests.support import pictures
from tests.support.basic_site import basic, tree
from tests.support.imported import Imported, taken
from tests.support.photo_files import zipped
from tests.support.workbooks import Rows

ROWS: Rows = [["名称", "种类"], ["梨酒", "农产品"], ["梨糖", "农产品"]]
ONE, TWO = pictures.jpeg(40, 30), pictures.jpeg(41, 30)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return basic(tmp_path / "site")


def photographed(root: Path, archive: Path) -> Imported:
    return taken(root, ROWS, photos=archive, write=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-unflagged", "gbk", "gb18030"])
def test_names_are_read_in_the_encoding_of_any_system(root: Path, encoding: str) -> None:
    photos = {
        "照片/梨酒.jpg": ONE,
        "照片\\梨糖.jpg": TWO,
        "__MACOSX/._梨酒.jpg": b"x",
        "Thumbs.db": b"",
    }
    found = photographed(root, zipped(root.parent / "照片.zip", photos, encoding))
    assert found.problems == []
    assert tree(root / "content/media") == {"lijiu.jpg": ONE, "litang.jpg": TWO}


@pytest.mark.parametrize("name", ["../梨酒.jpg", "/梨酒.jpg", "C:/梨酒.jpg", "a/../../梨酒.jpg"])
def test_a_name_that_leads_out_of_the_archive_is_told_and_not_used(root: Path, name: str) -> None:
    before = set(tree(root.parent))
    found = photographed(root, zipped(root.parent / "照片.zip", {name: ONE, "梨糖.jpg": TWO}))
    assert found.problems == ["照片.zip photo.outside-archive"]
    made = set(tree(root.parent)) - before
    assert not any(path.endswith("梨酒.jpg") for path in made)


def test_an_archive_with_a_password_is_told(root: Path) -> None:
    path = zipped(root.parent / "照片.zip", {"梨酒.jpg": ONE})
    data = bytearray(path.read_bytes())
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(sign) + place
        flags = struct.unpack_from("<H", data, at)[0]
        struct.pack_into("<H", data, at, flags | 1)
    path.write_bytes(data)
    found = photographed(root, path)
    assert found.done is None and found.problems == ["照片.zip photo.encrypted-archive"]
    assert not (root / "content/products/lijiu.md").exists()


@pytest.mark.parametrize("damage", ["cut", "empty", "other", "no-directory"])
def test_a_damaged_archive_is_told(root: Path, damage: str) -> None:
    path = zipped(root.parent / "照片.zip", {"梨酒.jpg": ONE})
    data = path.read_bytes()
    made = {"cut": data[:-60], "empty": b"", "other": ONE, "no-directory": data[-22:]}[damage]
    path.write_bytes(made)
    assert photographed(root, path).problems == ["照片.zip photo.damaged-archive"]


def test_a_damaged_photo_keeps_just_its_row_out(root: Path) -> None:
    path = zipped(root.parent / "照片.zip", {"梨酒.jpg": ONE, "梨糖.jpg": TWO})
    data = bytearray(path.read_bytes())
    data[80:90] = bytes(10)
    path.write_bytes(data)
    found = photographed(root, path)
    assert found.outcomes == [("refused", "lijiu"), ("new", "litang")]
    assert found.problems[0] == "照片.zip/梨酒.jpg image.broken"


def test_what_unpacks_to_very_much_is_not_opened(root: Path) -> None:
    found = photographed(root, zipped(root.parent / "照片.zip", {"梨酒.jpg": bytes(50_000_000)}))
    assert found.problems == ["照片.zip/梨酒.jpg photo.suspicious-archive"]


def test_files_that_share_their_bytes_are_not_opened(root: Path) -> None:
    path = root.parent / "照片.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("梨酒.jpg", ONE)
        archive.filelist = archive.filelist * 50
        archive._didModify = True
    assert photographed(root, path).problems == ["照片.zip photo.suspicious-archive"]


def test_a_directory_that_claims_to_be_very_large_is_not_read(root: Path) -> None:
    path = zipped(root.parent / "照片.zip", {"梨酒.jpg": ONE})
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, len(data) - 10, 1 << 30)
    path.write_bytes(data)
    assert photographed(root, path).problems == ["照片.zip photo.damaged-archive"]


def test_too_many_files_are_told(root: Path) -> None:
    path = root.parent / "照片.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}.jpg", b"")
    assert photographed(root, path).problems == ["照片.zip photo.too-many"]
