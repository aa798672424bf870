"""What is packed beforehand: the same bytes each time, worth having, and made once."""

from __future__ import annotations

import gzip
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from sitegen.files import digest
from sitegen.problems import Mistaken
from sitegen.publishing import compression
from sitegen.publishing.compression import PackedFile, Packer
from sitegen.publishing.finished import FinishedSite, open_site
from sitegen.publishing.payload import payload
from tests.support.basic_site import tree
from tests.support.site_test import SiteTest

NOISE = random.Random(1).randbytes(20_000)
FILES = {
    "templates/public/noise.xml": NOISE,
    "templates/public/short.txt": "短",
    "templates/public/long.txt": "白山的梨，青溪的梨。" * 200,
}


@pytest.fixture
def built(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path, FILES).build().passes()


@pytest.fixture
def folder(built: SiteTest) -> Path:
    return built.root / ".sitegen" / "packed"


def packed(site: SiteTest, folder: Path, workers: int = 2) -> dict[str, PackedFile]:
    return {file.path: file for file in Packer(folder, workers).packed(open_site(site.target))}


def test_each_packed_file_unpacks_to_the_file_and_is_worth_having(demo: FinishedSite) -> None:
    folder = demo.root.parent / ".sitegen" / "packed"
    found = list(Packer(folder, 2).packed(demo))
    assert len({file.of for file in found}) > 600
    assert {Path(file.of).suffix for file in found} == {
        *(".html", ".css", ".js", ".json", ".svg", ".xml", ".bin", ".ics")
    }
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}
    for file in found:
        data = demo.read(file.of)
        packed = file.read()
        assert unpack[file.encoding](packed) == data and digest(packed) == file.sha256
        assert file.path == file.of + {"br": ".br", "gzip": ".gz"}[file.encoding]
        assert len(packed) == file.size <= len(data) * compression.MOST_LEFT and len(data) >= 512
    assert sum(file.size for file in found if file.encoding == "br") < 4_000_000


def test_what_gains_nothing_is_not_packed(built: SiteTest, folder: Path) -> None:
    found = packed(built, folder).keys()
    assert {"long.txt.br", "long.txt.gz", "release.json.br", "index.html.gz"} <= found
    assert not [path for path in found if path.startswith(("short", "noise"))]


def test_packed_bytes_are_always_the_same(built: SiteTest, folder: Path, tmp_path: Path) -> None:
    one, other = packed(built, folder, 1), packed(built, tmp_path / "other", 3)
    assert one == other and list(one) == list(other)
    data = one["long.txt.gz"].read()
    assert data[:10] == bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])


def none_may_be_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(data: bytes) -> bytes:
        raise AssertionError(f"packed again: {data[:80]!r}")

    kept = [compression.Encoding(e.name, e.suffix, refuse, e.unpack) for e in compression.ENCODINGS]
    monkeypatch.setattr(compression, "ENCODINGS", tuple(kept))


def test_a_file_is_packed_once(
    built: SiteTest, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = packed(built, folder)
    none_may_be_packed(monkeypatch)
    assert packed(built, folder) == before
    built.write("templates/public/long.txt", "青溪的梨，白山的梨。" * 200).build()
    with pytest.raises(AssertionError, match="packed again"):
        packed(built, folder)


def test_the_packed_files_of_a_payload_are_not_in_memory(built: SiteTest, folder: Path) -> None:
    for number in range(40):
        text = random.Random(number).randbytes(30_000).hex()
        built.write(f"templates/public/large-{number}.txt", text)
    built.build().passes()
    site = open_site(built.target)
    payload(site, Packer(folder, 2).packed(site))
    tracemalloc.start()
    try:
        load = payload(site, Packer(folder, 2).packed(site))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    sizes = [item.size for path, item in load.items.items() if path.endswith((".br", ".gz"))]
    assert sum(sizes) > 2_000_000 and held < 500_000


def test_a_form_that_is_damaged_before_it_is_sent_is_packed_again(
    built: SiteTest, folder: Path
) -> None:
    load = payload(open_site(built.target), packed(built, folder).values())
    before = {path: item.read() for path, item in load.items.items()}
    for number, path in enumerate(folder.rglob("*.*")):
        path.write_bytes(b"") if number % 2 else path.unlink()
    assert {path: item.read() for path, item in load.items.items()} == before


def bomb(suffix: str) -> bytes:
    zeros = bytes(300_000_000)
    return brotli.compress(zeros, quality=1) if suffix == ".br" else gzip.compress(zeros, 1)


DAMAGE: dict[str, Callable[[Path], bytes]] = {
    "empty": lambda path: b"",
    "cut": lambda path: path.read_bytes()[:-1],
    "longer": lambda path: path.read_bytes() + b"\0",
    "nonsense": lambda path: NOISE[:400],
    "other text": lambda path: next(
        other.read_bytes() for other in path.parents[1].rglob(f"*{path.suffix}") if other != path
    ),
    "far too much": lambda path: bomb(path.suffix),
    "large": lambda path: bytes(3_000_000),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_whatever_lies_in_the_folder_costs_time_alone(
    damage: Callable[[Path], bytes], built: SiteTest, folder: Path
) -> None:
    before = packed(built, folder)
    sha256 = open_site(built.target).files["long.txt"]
    for path in list(folder.rglob(f"{sha256}.*")):
        path.write_bytes(damage(path))
    assert packed(built, folder) == before
    (link,) = folder.rglob(f"{sha256}.br")
    link.unlink()
    link.symlink_to(built.root / "site.yaml")
    assert packed(built, folder) == before
    assert (built.root / "site.yaml").read_text("utf-8").startswith("id: ")


def test_what_belongs_to_no_file_any_more_is_forgotten(built: SiteTest, folder: Path) -> None:
    packed(built, folder)
    kept = tree(folder)
    built.write("templates/public/more.txt", "多一些，" * 200).build()
    packed(built, folder)
    more = tree(folder)
    assert len(more) > len(kept)
    (folder / "0123abcd/aa").mkdir(parents=True)
    (folder / "0123abcd/aa/strange.br").write_bytes(b"")
    Packer(folder, 1).forget_others(open_site(built.target))
    site = open_site(built.target)
    assert {Path(path).stem for path in tree(folder)} <= {*site.files.values(), site.digest}
    assert tree(folder).keys() < more.keys()
    assert not (folder / "0123abcd").exists()


def test_a_file_that_is_not_what_was_built_is_not_packed(built: SiteTest, folder: Path) -> None:
    (built.target / "index.html").write_text("另一页" * 1000, "utf-8")
    with pytest.raises(Mistaken) as raised:
        packed(built, folder)
    assert raised.value.problem.kind.code == "release.file-differs"
