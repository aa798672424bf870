"""Photos come with a form: small, without what the camera noted, each one once."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

from sitegen.editing.requests import EditRequest, Upload
from tests.support.basic_site import write
from tests.support.editing import EditedSite, Page, saved_at
from tests.support.pictures import jpeg, png

PEAR = "content/gi/qingxi-xueli.md"
FORM = "entry/gi/qingxi-xueli"


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path, {})


def sent(site: EditedSite, *photos: tuple[str, bytes], do: str = "photo", path: str = FORM) -> Page:
    uploads = [Upload("photos", name, data) for name, data in photos]
    pairs = [*site.get(path).pairs(), ("do", do)]
    return Page(site.editor.answer(EditRequest("POST", path, {}, pairs, uploads)))


def from_a_camera(width: int, height: int) -> bytes:
    notes = Image.Exif()
    notes[0x010F] = "A camera"
    notes[0x0112] = 6  # lies on its side
    notes.get_ifd(0x8825)[1] = "N"
    notes.get_ifd(0x8825)[2] = (36.0, 42.0, 0.0)
    return jpeg(width, height, exif=notes.tobytes())


def test_a_photo_is_made_small_upright_and_freed_of_its_notes(site: EditedSite) -> None:
    page = sent(site, ("IMG_0001.JPG", from_a_camera(4000, 3000)))
    assert page.status == 200
    assert ("images/0/file", "qingxi-xueli.jpg") in page.pairs()
    assert page.said("images/0/file"), "it needs words for who cannot see it"
    data = site.read("content/media/qingxi-xueli.jpg")
    picture = Image.open(io.BytesIO(data))
    assert picture.size == (1920, 2560) and not picture.getexif()
    assert b"A camera" not in data
    saved = site.post(FORM, page.pairs({"images/0/alt": "一只梨"}))
    assert saved_at(saved) == FORM, saved.told
    assert b"file: qingxi-xueli.jpg" in site.read(PEAR)


def test_a_photo_is_shown_beside_its_row(site: EditedSite) -> None:
    page = sent(site, ("a.png", png(300, 200)))
    picture = page.soup.select_one(".row__picture")
    assert picture is not None
    name = str(picture["src"]).rpartition("/")[2]
    shown = site.get(f"media/{name}")
    assert shown.status == 200 and shown.answer.type == "image/png"
    assert "sandbox" in shown.answer.headers["Content-Security-Policy"]
    for other in ("../gi/qingxi-xueli.md", "../../site.yaml", "none.png", "", "..%2fx.png"):
        assert site.get(f"media/{other}").status == 404, other


def test_a_name_in_chinese_is_shown_too(site: EditedSite) -> None:
    write(site.root, {"content/media/雪梨 一.png": png(30, 20)})
    assert site.get(f"media/{quote('雪梨 一.png')}").status == 200


def test_several_come_at_once_and_the_same_one_is_there_once(site: EditedSite) -> None:
    one, other = jpeg(80, 60), jpeg(90, 60)
    page = sent(site, ("一.jpg", one), ("二.jpg", other), ("三.jpg", one))
    files = [value for name, value in page.pairs() if name.endswith("/file")]
    assert files == ["qingxi-xueli.jpg", "qingxi-xueli-2.jpg", "qingxi-xueli.jpg"]


def test_what_is_no_photo_is_refused_by_name_and_the_others_stay(site: EditedSite) -> None:
    page = sent(site, ("a.jpg", jpeg(80, 60)), ("表.jpg", b"PK\\x03\\x04 a workbook"), do="save")
    assert page.status == 422 and "表.jpg" in page.told
    assert [v for n, v in page.pairs() if n.endswith("/file")] == ["qingxi-xueli.jpg"]
    assert [path.name for path in (site.root / "content/media").iterdir()] == ["qingxi-xueli.jpg"]


def test_a_collection_without_pictures_takes_none(site: EditedSite) -> None:
    page = sent(site, ("a.jpg", jpeg(80, 60)), path="entry/recognitions/cnipa-700")
    assert not [name for name, _ in page.pairs() if name.startswith("images")]
