"""Photos beside a table become pictures of its entries; none is guessed, none is lost in silence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from sitegen.rendering.images import heic as heic_reading
from tests.support import pictures
from tests.support.basic_site import basic, write
from tests.support.imported import Imported, taken
from tests.support.photo_files import folder, heic, needs_heif
from tests.support.site_test import SiteTest
from tests.support.workbooks import Rows

ROWS: Rows = [
    ["名称", "种类", "地区"],
    ["梨酒", "农产品", "青溪县"],
    ["梨糖", "农产品", "青溪县"],
]
LI_JIU = "content/products/lijiu.md"
ONE, TWO = pictures.jpeg(40, 30), pictures.jpeg(41, 30)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return basic(tmp_path / "site")


def photographed(
    root: Path, photos: dict[str, bytes], rows: Rows | bytes = ROWS, **options: Any
) -> Imported:
    return taken(root, rows, photos=folder(root.parent / "照片", photos), **options)


def media(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "content/media").glob("*")}


def test_photos_become_pictures_of_the_entries_that_they_are_called_like(root: Path) -> None:
    photos = {"梨酒10.jpg": ONE, "梨酒2.JPG": TWO, "子/1-梨糖.png": pictures.png()}
    values = {"图片.署名": "白石影社", "图片.许可": "仅本站使用"}
    found = photographed(root, photos, write=True, values=values)
    assert found.problems == []
    assert media(root) == {"lijiu.jpg": TWO, "lijiu-2.jpg": ONE, "litang.png": pictures.png()}
    assert (
        "images:\n"
        "  - file: lijiu.jpg\n    alt: 梨酒\n    credit: 白石影社\n    licence: 仅本站使用\n"
        "  - file: lijiu-2.jpg\n    alt: 梨酒\n    credit: 白石影社\n    licence: 仅本站使用\n"
    ) in (root / LI_JIU).read_text()
    assert SiteTest.at(root).build().problems == []


def test_without_a_photo_no_entry_gets_a_picture_of_a_credit_alone(root: Path) -> None:
    photographed(root, {"梨酒.jpg": ONE}, write=True, values={"图片.署名": "甲"})
    assert "images" not in (root / "content/products/litang.md").read_text()


def test_a_dry_run_writes_nothing(root: Path) -> None:
    found = photographed(root, {"梨酒.jpg": ONE})
    assert found.done is not None and [one.path for one in found.done.photos] == [
        "content/media/lijiu.jpg"
    ]
    assert not (root / "content/media").exists() and not (root / LI_JIU).exists()


def test_the_same_again_changes_nothing_and_says_nothing(root: Path) -> None:
    photographed(root, {"梨酒.jpg": ONE}, write=True)
    found = photographed(root, {"梨酒.jpg": ONE}, write=True)
    assert {outcome for outcome, _ in found.outcomes} == {"unchanged"}
    assert found.problems == [] and list(media(root)) == ["lijiu.jpg"]


def test_an_entry_that_stands_already_gets_its_first_picture(root: Path) -> None:
    found = photographed(root, {"梨膏.jpg": ONE}, [["名称"], ["梨膏"]], write=True)
    assert found.outcomes == [("changed", "li-gao")]
    text = (root / "content/products/li-gao.md").read_text()
    assert "images:\n  - file: li-gao.jpg\n    alt: 梨膏\n" in text and "用雪梨熬的膏" in text


def test_an_entry_with_a_picture_keeps_it_and_the_photo_is_told(root: Path) -> None:
    photographed(root, {"梨酒.jpg": ONE}, write=True)
    found = photographed(root, {"梨酒.jpg": TWO}, write=True)
    assert found.problems == ["特色产品.xlsx [Sheet1!A2] photo.not-taken"]
    assert media(root) == {"lijiu.jpg": ONE}


def test_another_file_is_never_replaced_and_the_same_bytes_are_not_written_twice(
    root: Path,
) -> None:
    write(root, {"content/media/LIJIU.png": pictures.png(), "content/media/old/x.jpg": TWO})
    found = photographed(root, {"梨酒.jpg": ONE, "梨糖.jpg": TWO}, write=True)
    assert found.done is not None
    assert [(one.path, one.is_new) for one in found.done.photos] == [
        ("content/media/lijiu-2.jpg", True),
        ("content/media/old/x.jpg", False),
    ]
    assert "file: old/x.jpg" in (root / "content/products/litang.md").read_text()


def test_one_photo_under_two_names_is_used_once(root: Path) -> None:
    found = photographed(root, {"梨酒.jpg": ONE, "梨酒 (2).jpg": ONE}, write=True)
    assert [problem.partition(" ")[2] for problem in found.problems] == ["(2).jpg photo.same-as"]
    assert list(media(root)) == ["lijiu.jpg"]


def test_a_folder_is_asked_where_the_name_of_a_photo_says_nothing(root: Path) -> None:
    photos = {"梨酒/IMG_2.jpg": ONE, "梨酒/正面.jpg": TWO, "梨糖/大枣酒.jpg": pictures.jpeg()}
    found = photographed(root, photos)
    assert found.done is not None and {one.photo.path for one in found.done.photos} == {
        "梨酒/IMG_2.jpg",
        "梨酒/正面.jpg",
    }
    assert found.problems == ["照片/梨糖/大枣酒.jpg photo.fits-nobody"]


@pytest.mark.parametrize(
    ("cell", "photo"),
    [
        ("DSC01.jpg", "DSC01.JPG"),
        ("ＤＳＣ０１", "子/dsc01.png"),
        ("D S C01", "dsc01.jpg"),
        ("DSC01.jpg", "DSC01.png"),
        ("子\\DSC01.jpg", "子/DSC01.jpg"),
        ("1", "001.jpg"),
    ],
)
def test_a_cell_names_a_photo_in_any_case_and_width(root: Path, cell: str, photo: str) -> None:
    data = pictures.png() if photo.endswith("png") else ONE
    rows: Rows = [[*ROWS[0], "图片"], [*ROWS[1], cell], [*ROWS[2], None]]
    found = photographed(root, {photo: data, "梨糖.jpg": TWO}, rows, write=True)
    assert found.problems == []
    assert data in media(root).values() and TWO in media(root).values()


def test_a_cell_may_name_several_photos(root: Path) -> None:
    rows: Rows = [[*ROWS[0], "图片"], [*ROWS[1], "a.jpg、b"], [*ROWS[2], None]]
    found = photographed(root, {"a.jpg": ONE, "b.jpg": TWO}, rows, write=True)
    assert found.problems == []
    assert media(root) == {"lijiu.jpg": ONE, "lijiu-2.jpg": TWO}


def test_a_photo_that_a_cell_names_is_missing_or_there_twice(root: Path) -> None:
    rows: Rows = [[*ROWS[0], "图片"], [*ROWS[1], "梨酒正面.jpg"], [*ROWS[2], "a.jpg"]]
    photos = {"梨酒正画.jpg": ONE, "1/a.jpg": ONE, "2/a.jpg": TWO}
    found = photographed(root, photos, rows)
    assert [outcome for outcome, _ in found.outcomes] == ["refused", "refused"]
    assert found.problems[-2:] == [
        "特色产品.xlsx [Sheet1!D2 图片] photo.missing",
        "特色产品.xlsx [Sheet1!D3 图片] photo.several-files",
    ]
    assert "改成“梨酒正画.jpg”" in found.said and "1/a.jpg" in found.said


def test_without_photos_a_cell_names_a_file_of_content_media(root: Path) -> None:
    write(root, {"content/media/lijiu-1.jpg": ONE})
    rows: Rows = [
        [*ROWS[0], "图片.文件", "图片.图片说明"],
        [*ROWS[1], "lijiu-1.jpg", "一瓶梨酒"],
        [*ROWS[2], "lijiu-l.jpg", "一袋梨糖"],
    ]
    found = taken(root, rows)
    assert found.outcomes == [("new", "lijiu"), ("refused", "litang")]
    assert found.problems == ["特色产品.xlsx [Sheet1!D3 图片.文件] photo.not-given"]
    assert "改成“lijiu-1.jpg”" in found.said and "--photos" in found.said


def test_a_photo_that_fits_two_entries_is_asked_about_and_keeps_both_out(root: Path) -> None:
    found = photographed(root, {"梨酒和-梨糖.jpg": ONE, "梨酒-梨糖.jpg": ONE, "梨酒.jpg": TWO})
    assert [outcome for outcome, _ in found.outcomes] == ["refused", "refused"]
    assert "梨酒（lijiu）、梨糖（litang）" in found.said and "写 梨酒-梨糖.jpg" in found.said


def test_two_entries_of_one_name_are_asked_about(root: Path) -> None:
    rows: Rows = [
        ["编号", "名称", "种类"],
        ["a", "枣糕", "农产品"],
        ["b", "枣糕", "农产品"],
    ]
    found = photographed(root, {"枣糕.jpg": ONE}, rows)
    assert found.problems == [
        "特色产品.xlsx [Sheet1!A2] photo.fits-several",
        "特色产品.xlsx [Sheet1!A3] photo.fits-several",
    ]
    assert photographed(root, {"枣糕.jpg": ONE}, [*rows[:2]]).problems == []


def test_with_photos_a_cell_may_name_a_file_of_content_media_too(root: Path) -> None:
    write(root, {"content/media/old.jpg": ONE})
    rows: Rows = [[*ROWS[0], "图片.文件"], [*ROWS[1], "old.jpg"], [*ROWS[2], None]]
    found = photographed(root, {"梨糖.jpg": TWO}, rows, write=True)
    assert found.problems == []
    assert "images:\n  - file: old.jpg\n    alt: 梨酒\n" in (root / LI_JIU).read_text()


def test_a_text_of_the_table_is_kept_beside_what_is_said_of_all(root: Path) -> None:
    rows: Rows = [
        [*ROWS[0], "图片", "图片.图片说明", "图片.署名"],
        [*ROWS[1], "a", "一瓶梨酒", None],
        [*ROWS[2], None, None, "白石厂"],
    ]
    photos = {"a.jpg": ONE, "梨糖.jpg": TWO}
    found = photographed(root, photos, rows, write=True, values={"图片.署名": "甲"})
    assert "alt: 一瓶梨酒\n    credit: 甲" in (root / LI_JIU).read_text()
    sweets = (root / "content/products/litang.md").read_text()
    assert "alt: 梨糖\n    credit: 白石厂" in sweets, found.said


def test_a_table_whose_sheet_of_pictures_names_photos(root: Path) -> None:
    from openpyxl import Workbook

    from tests.support.workbooks import saved

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "特色产品"
    for row in (["编号", "名称", "种类"], ["jiu", "梨酒", "农产品"]):
        sheet.append(row)
    pictures_sheet = book.create_sheet("图片")
    for row in (["编号", "文件", "图片说明"], ["jiu", "b", "后"], ["jiu", "a", ""]):
        pictures_sheet.append(row)
    found = photographed(root, {"a.jpg": ONE, "b.jpg": TWO}, saved(book), write=True)
    assert found.problems == []
    assert media(root) == {"jiu.jpg": TWO, "jiu-2.jpg": ONE}
    text = (root / "content/products/jiu.md").read_text()
    assert "- file: jiu.jpg\n    alt: 后\n  - file: jiu-2.jpg\n    alt: 梨酒\n" in text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "image.broken"),
        (ONE[:300], "image.broken"),
        (b"MZ not a picture", "photo.not-usable"),
        (b"<svg onload='x'/>", "photo.not-usable"),
        (pictures.png(6001, 6001), "image.too-large"),
        (pictures.jpeg(400, 300).replace(b"\xff\xda", b"\xff\xda\0\2" * 80, 1), "image.too-costly"),
    ],
    ids=["empty", "cut", "program", "drawing", "too-large", "scans"],
)
def test_a_photo_that_cannot_be_used_keeps_its_row_out(root: Path, data: bytes, code: str) -> None:
    found = photographed(root, {"梨酒.jpg": data, "梨糖.jpg": ONE}, write=True)
    assert found.outcomes == [("refused", "lijiu"), ("new", "litang")]
    first, second = found.problems
    assert first.startswith("照片/梨酒.jpg ") and first.endswith(code)
    assert second == "特色产品.xlsx [Sheet1!A2] photo.refused"
    assert media(root) == {"litang.jpg": ONE}


def test_what_a_photo_is_its_bytes_say(root: Path) -> None:
    photographed(root, {"梨酒.jpg": pictures.png(), "梨糖.heic": ONE}, write=True)
    assert media(root) == {"lijiu.png": pictures.png(), "litang.jpg": ONE}


def test_files_that_are_no_photos_are_told_in_one_note(root: Path) -> None:
    photos = {"说明.docx": b"x", "梨糖.zip": b"x", "Thumbs.db": b"x", "__MACOSX/._梨酒.jpg": b"x"}
    found = photographed(root, photos)
    assert found.problems == ["照片 photo.other-files"]
    assert "说明.docx" in found.said and "Thumbs" not in found.said


def test_links_are_not_followed(root: Path) -> None:
    secret = root.parent / "secret.jpg"
    secret.write_bytes(ONE)
    (folder(root.parent / "照片", {"梨糖.jpg": TWO}) / "梨酒.jpg").symlink_to(secret)
    found = photographed(root, {}, write=True)
    assert found.problems == ["照片/梨酒.jpg file.symlink"]
    assert media(root) == {"litang.jpg": TWO}


def test_a_refused_row_takes_no_picture_with_it(root: Path) -> None:
    rows: Rows = [ROWS[0], ["梨酒", "农产", "青溪县"]]
    found = photographed(root, {"梨酒.jpg": ONE}, rows, write=True)
    assert found.outcomes == [("refused", "lijiu")] and media(root) == {}


def test_a_ledger_has_its_photos_by_the_names_of_its_products(root: Path) -> None:
    rows: Rows = [
        ["序号", "产品名称", "企业名称", "照片"],
        [1, "青溪梨酒", "青溪县白石酒业有限公司", None],
        [2, "青溪梨露", "青溪县白石酒业有限公司", "2"],
    ]
    photos = {"青溪梨酒.jpg": ONE, "2.jpg": TWO, "1.jpg": pictures.jpeg()}
    values = {"种类": "农产品", "地区": "青溪县"}
    found = photographed(root, photos, rows, values=values, write=True)
    assert "照片/1.jpg photo.fits-nobody" in found.problems
    assert media(root) == {"qingxi-lijiu.jpg": ONE, "qingxi-lilu.jpg": TWO}


@needs_heif
def test_a_photo_of_an_iphone_becomes_an_upright_jpeg_in_srgb(root: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "secret place"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    lying = pictures.quarters(128, 96)
    data = heic(lying, exif=exif.tobytes(), icc_profile=profile)
    found = photographed(root, {"梨酒.HEIC": data}, write=True)
    assert found.problems == []
    made = media(root)["lijiu.jpg"]
    image = pictures.opened(made)
    assert (image.format, image.size) == ("JPEG", (96, 128))
    turned = pictures.saved(lying.transpose(Image.Transpose.ROTATE_270), "PNG")
    assert pictures.colours(made) == pictures.colours(turned)
    assert not image.getexif() and "icc_profile" not in image.info and b"secret" not in made
    assert SiteTest.at(root).build().problems == []


@needs_heif
@pytest.mark.parametrize("end", [12, 200, -50])
def test_a_damaged_photo_of_an_iphone_is_refused(root: Path, end: int) -> None:
    found = photographed(root, {"梨酒.heic": heic(pictures.quarters(64, 64))[:end]})
    assert found.problems[0] == "照片/梨酒.heic image.broken"


@needs_heif
def test_a_very_large_photo_of_an_iphone_is_not_decoded(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heic_reading, "MOST_PIXELS", 4_000)
    found = photographed(root, {"梨酒.heic": heic(pictures.quarters(64, 64))})
    assert found.problems[0] == "照片/梨酒.heic image.too-large"


def test_without_pillow_heif_it_is_said_what_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)  # as where it is not installed
    found = photographed(root, {"梨酒.heic": b"\0\0\0\x18ftypheic" + bytes(40)})
    assert found.problems[0] == "照片/梨酒.heic image.heic"
    assert "pillow-heif" in found.said and "兼容性最佳" in found.said
