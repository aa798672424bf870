"""Pictures are looked at once and encoded once; what is kept of that is never trusted wrongly."""

from __future__ import annotations

import shutil
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.building import media as reading
from sitegen.building import state
from sitegen.building.turns import SMALL, turn
from sitegen.building.variants import DIGEST_SIZE, Variants
from sitegen.commands.build import Clock
from sitegen.commands.build import build as run_build
from sitegen.problems import Report
from sitegen.rendering.images.making import Variant
from sitegen.rendering.images.reading import memory_to_decode
from tests.support import pictures
from tests.support.basic_site import AS_OF, PEAR, tree
from tests.support.site_test import SiteTest

ROW = "images:\n  - {file: pear.jpg, alt: 一只梨}\nname:"
SHOWN = PEAR.replace("name:", ROW, 1)
FILES = ["pear-480.jpg", "pear-480.webp", "pear-600.jpg", "pear-600.webp"]
LATER = 10_000_000_000


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    picture = pictures.saved(pictures.view(600, 400), quality=92)
    files = {"content/gi/qingxi-xueli.md": SHOWN, "content/media/pear.jpg": picture}
    return SiteTest(tmp_path, files).build().passes()


def later(site: SiteTest) -> None:
    """A build by a clock so far ahead that it trusts the stats of files just written."""
    import time

    report = Report()
    clock = Clock(lambda timezone: AS_OF, lambda: time.time_ns() + LATER)
    assert run_build(site.root, site.target, report, clock, workers=1), report.text()


def kept(site: SiteTest) -> list[Path]:
    return sorted((site.root / ".sitegen" / "images").iterdir())


def mark(path: Path, mark: bytes) -> None:
    """Put other bytes in a kept variant, as if an encoder had made them."""
    path.write_bytes(sha256(mark).digest() + mark)


def published(site: SiteTest) -> list[str]:
    folder = site.target / "media"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


def test_a_picture_is_published_as_its_variants_and_never_itself(site: SiteTest) -> None:
    assert published(site) == FILES
    assert len(kept(site)) == len(FILES)


def test_a_picture_that_has_not_changed_is_not_looked_at_again(site: SiteTest) -> None:
    later(site)
    path = site.root / ".sitegen" / "media.json"
    saved = state.read_json(path)
    saved["files"]["pear.jpg"]["image"][1:3] = [600, 300]
    state.write_json(path, saved)
    later(site)
    assert 'height="300"' in site.text("gi/qingxi-xueli/index.html")
    site.build(clean=True).passes()
    site.equals_clean_build()


@pytest.mark.parametrize(
    "row",
    [
        5,
        [],
        {},
        {"stat": [], "image": []},
        {"image": ["x", 0, 1, "jpg"]},
        {"digest": "x", "image": None, "problems": []},
    ],
)
def test_damaged_rows_are_looked_at_again(row: object, site: SiteTest) -> None:
    path = site.root / ".sitegen" / "media.json"
    saved = state.read_json(path)
    saved["files"] = dict.fromkeys(saved["files"], row)
    state.write_json(path, saved)
    assert site.build().remade == set()


def test_what_is_wrong_with_a_picture_is_said_in_every_build(site: SiteTest) -> None:
    frames = [pictures.view(32, 24, seed) for seed in (1, 2)]
    moving = pictures.saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    site.write("content/media/moves.gif", moving)
    assert site.build().codes == site.build().codes == ["image.animated"]
    assert site.build(strict=True).built is None


def test_a_refusal_is_remembered_and_told_again_without_decoding(site: SiteTest) -> None:
    site.write("content/media/cut.jpg", pictures.jpeg(300, 200)[:-300])
    assert site.build().codes == ["image.broken"]
    path = site.root / ".sitegen" / "media.json"
    saved = state.read_json(path)
    saved["files"]["cut.jpg"]["problems"][0][1]["reason"] = "记得的"
    state.write_json(path, saved)

    (problem,) = site.build().report.problems
    assert problem.facts["reason"] == "记得的" and problem.at.file == "content/media/cut.jpg"
    (anew,) = site.build(clean=True).report.problems
    assert anew.facts["reason"] != "记得的"
    assert site.write("content/media/cut.jpg", pictures.jpeg(300, 200)).build().codes == [
        "image.unused"
    ]


def test_what_takes_much_memory_waits_for_its_turn(site: SiteTest) -> None:
    entered = threading.Event()

    def enter(memory: int) -> None:
        with turn(site.root, memory):
            entered.set()

    with turn(site.root, SMALL + 1):
        enter(SMALL)
        assert entered.is_set()
        entered.clear()
        other = threading.Thread(target=enter, args=(SMALL + 1,))
        other.start()
        assert not entered.wait(0.2)
    assert entered.wait(10)
    other.join()


def test_the_memory_of_a_picture_is_known_before_it_is_decoded() -> None:
    assert memory_to_decode(pictures.jpeg(600, 400)) == 0
    assert memory_to_decode(pictures.saved(pictures.view(60, 40), progressive=True)) == 60 * 40 * 3
    for made in ("PNG", "GIF", "WEBP"):
        assert memory_to_decode(pictures.saved(pictures.view(60, 40), made)) == 60 * 40 * 8
    clear = pictures.view(60, 40).convert("RGBA")
    assert memory_to_decode(pictures.saved(clear, "WEBP", lossless=True)) == 60 * 40 * 8
    frames = [pictures.view(60, 40, seed) for seed in (2, 3)]
    moving = pictures.saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    assert memory_to_decode(moving) == 60 * 40 * 8
    assert [memory_to_decode(data) for data in (b"", b"GIF89a", b"%PDF")] == [0, 0, 0]


def test_neither_clean_nor_a_lost_output_nor_another_name_encodes_again(site: SiteTest) -> None:
    webp = kept(site)[-1]
    mark(webp, b"kept")
    shutil.rmtree(site.target / "media")
    site.build().passes()
    assert b"kept" in tree(site.target / "media").values()
    site.build(clean=True).passes()
    assert b"kept" in tree(site.target / "media").values()
    (site.root / "content/media/pear.jpg").rename(site.root / "content/media/birne.jpeg")
    site.write("content/gi/qingxi-xueli.md", SHOWN.replace("pear.jpg", "birne.jpeg"))
    site.build().passes()
    assert published(site) == [name.replace("pear", "birne") for name in FILES]
    assert b"kept" in tree(site.target / "media").values()


@pytest.mark.parametrize("how", ["cut", "flip", "empty", "gone"])
def test_a_damaged_kept_variant_is_made_anew(how: str, site: SiteTest) -> None:
    before = site.output
    for path in kept(site):
        data = path.read_bytes()
        changed = {
            "cut": data[: len(data) // 2],
            "flip": data[:-1] + bytes([data[-1] ^ 1]),
            "empty": b"",
            "gone": b"",
        }[how]
        path.write_bytes(changed)
        if how == "gone":
            path.unlink()
    shutil.rmtree(site.target)
    site.build().passes()
    assert site.output == before
    assert all(len(path.read_bytes()) > DIGEST_SIZE for path in kept(site))


def test_what_no_picture_has_any_more_is_not_kept(site: SiteTest) -> None:
    site.write("content/media/pear.jpg", pictures.jpeg(300, 200))
    assert site.build().built and len(kept(site)) == 2
    site.write("content/gi/qingxi-xueli.md", PEAR)
    assert site.build().built and kept(site) == []
    assert not (site.target / "media").exists()


def test_a_picture_that_changes_during_a_build_ends_it(site: SiteTest) -> None:
    found, _ = reading.read(site.root, workers=1, now=0, use_cache=False, keep_cache=False)
    site.write("content/media/pear.jpg", pictures.jpeg(300, 200))
    wanted = Variant(100, 67, "jpg")
    with pytest.raises(OSError, match=r"pear\.jpg"):
        Variants(site.root)("pear.jpg", found.images["pear.jpg"], [wanted], wanted)


def test_a_check_decodes_but_writes_and_encodes_nothing(site: SiteTest) -> None:
    shutil.rmtree(site.root / ".sitegen")
    site.check().passes()
    assert not (site.root / ".sitegen").exists()
    site.write("content/media/pear.jpg", pictures.jpeg(900, 600)[:-600])
    assert site.check().codes == ["image.broken"]


def test_a_site_without_pictures_has_no_state_of_them(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.build().passes()
    assert not {"media.json", "images"} & {path.name for path in (tmp_path / ".sitegen").iterdir()}
