"""Any bytes as one of our own files: as good as absent, or valid; nothing elsewhere is touched."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePosixPath

from sitegen.building import details, entry_cache, media, standing, state, variants
from sitegen.building.manifest import ManifestMemory
from sitegen.checks.plan import addresses as ledger
from sitegen.loading import text
from sitegen.model.entry import Entry
from sitegen.pipeline.output_folder import OutputFolder
from sitegen.problems import Problem
from sitegen.rendering.images.making import Variant
from sitegen.rendering.images.reading import inspect
from tests.support.attack.state_files import FILES, KEY, PICTURE, VALUES, sealed, seeded
from tests.support.attack.target import Target, chosen
from tests.support.basic_site import AS_OF, clock, tree, write

SHOWN = Variant(6, 4, "png")
PRECIOUS = {"mine.txt": "mine", "site/content/gi/a.yaml": "name: 甲\n", "site/site.yaml": "id: a\n"}


def run(data: bytes) -> None:
    number, data = chosen(data, 2 * len(FILES))
    name = FILES[number // 2]
    if number % 2 and name not in ("release.json", "ledger.jsonl"):
        data = sealed(name, data)
    with folder_with(name, data) as base:
        root, output = base / "site", base / "site/output"
        _ask(root, output)
        for path, words in PRECIOUS.items():
            assert (base / path).read_text("utf-8") == words, path
        outside = {path for path in tree(base) if not path.startswith("site/")}
        assert outside == {"mine.txt"}, outside
        inside = {path.split("/")[1] for path in tree(base) if path.startswith("site/")}
        assert inside <= {"content", "site.yaml", "output", ".sitegen"}, inside


@contextmanager
def folder_with(name: str, data: bytes) -> Iterator[Path]:
    memory = Path("/dev/shm")  # a folder in memory, where there is one
    base = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    try:
        root, output = base / "site", base / "site/output"
        write(base, PRECIOUS)
        write(
            root,
            {"content/media/a.png": PICTURE, "output/index.html": "x", "output/gi/index.html": "y"},
        )
        records = state.folder_of(root, output)
        write(output, {"release.json": json.dumps(VALUES["release.json"])})
        state.write_json(records / "manifest.json", VALUES["manifest.json"])
        place = records / name
        if name in ("entries.jsonl", "media.json", "theme.json"):
            place = root / state.FOLDER / name
        elif name == "release.json":
            place = output / name
        elif name == "ledger.jsonl":
            place = root / "content" / name
        elif name == "variant":
            place = variants.path(root, _image(), SHOWN)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        yield base
    finally:
        shutil.rmtree(base)


def _image() -> media.ImageFile:
    image, _ = inspect(PICTURE, "a.png")
    assert image is not None
    return image


def _ask(root: Path, output: Path) -> None:
    """Every reader of these files, in the order of a build."""
    records = state.folder_of(root, output)
    now = clock().now()
    answer = standing.read(root, output, lambda zone: AS_OF)
    assert answer is None or all(isinstance(one, Problem) for one in answer.problems)
    folder = OutputFolder(output, records, clock(), ManifestMemory())
    folder.finish_interrupted_build()
    assert all(isinstance(one, Problem) for one in folder.owned_by("a"))
    existing = folder.existing_files(["index.html"], clean=False, look_at_disk=True)
    for path in (*existing.paths, *existing.built):
        assert isinstance(path, str) and ".." not in PurePosixPath(path).parts and path[:1] != "/"
    detail = details.read(records, "index.html")
    assert detail is None or isinstance(detail.key, str)
    for name, row in entry_cache.read(root, KEY).items():
        assert isinstance(name, str)
        entries = entry_cache.entries_of(row)
        assert entries is None or all(isinstance(entry, Entry) for entry in entries)
        entry_cache.is_same(root, row, {})
    found, _ = media.read(root, workers=1, now=now, use_cache=True, keep_cache=True)
    assert all(image.width > 0 for image in found.images.values())
    state.read_json(root / state.FOLDER / "theme.json")
    made = variants.Variants(root)("a.png", _image(), [SHOWN], SHOWN)
    assert made.startswith(b"\x89PNG")
    _ask_ledger(root / "content/ledger.jsonl")


def _ask_ledger(path: Path) -> None:
    written, _ = text.decode(path.read_bytes() if path.exists() else b"", "content/ledger.jsonl")
    recorded, unread = ledger.read(written or "", date.max)
    for record in recorded.values():
        ledger.write(record).encode()
    assert all(finding.kind is ledger.BAD_LINE for finding in unread)


TARGET = Target(
    run,
    seeded,
    (
        *(
            b"[",
            b"]",
            b"{",
            b"}",
            b":",
            b",",
            b'""',
            b"null",
            b"true",
            b"-1",
            b"1e999",
            b"NaN",
            b'"\\ud800"',
            b"\t",
            b"\n",
        ),
        *(
            b'"../../mine.txt"',
            b'"/"',
            b'""',
            b'"."',
            b'"content/gi/a.yaml"',
            b'"\\u0000"',
            b'"release.json"',
            b"9" * 40,
        ),
        *(
            b'"moves"',
            b'"removed"',
            b'"files"',
            b'"rows"',
            b'"gone"',
            b'"whole"',
            b'"stat"',
            b'"image"',
            b'"statuses"',
        ),
        b"[" * 3000,
    ),
)
