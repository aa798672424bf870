"""A path leads to a file of the output folder or nowhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.serving.tree import Redirect, find
from tests.support.attack.rounds import examples
from tests.support.basic_site import write


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("around")
    write(
        folder,
        {
            "secret.txt": "secret",
            "outside/index.html": "secret",
            "output/index.html": "home",
            "output/gi/pear/index.html": "pear",
            "output/梨 膏.txt": "paste",
            "output/empty/readme.txt": "x",
        },
    )
    (folder / "output/link.txt").symlink_to(folder / "secret.txt")
    (folder / "output/away").symlink_to(folder / "outside")
    (folder / "output/near.html").symlink_to("index.html")
    (folder / "output/loop").symlink_to("loop")
    return folder / "output"


@pytest.mark.parametrize("base", ["/", "/a/b/"])
def test_pages_files_and_folders_are_found_below_the_base_path(output: Path, base: str) -> None:
    assert find(output, base, base) == output / "index.html"
    assert find(output, base, f"{base}gi/pear/") == output / "gi/pear/index.html"
    assert find(output, base, f"{base}{quote('梨 膏.txt')}") == output / "梨 膏.txt"
    assert find(output, base, f"{base}near.html") == output / "near.html"
    assert find(output, base, f"{base}gi/pear") == Redirect(f"{base}gi/pear/")


def test_the_root_leads_to_the_base_path(output: Path) -> None:
    assert find(output, "/a/b/", "/") == Redirect("/a/b/")
    assert find(output, "/a/b/", "/a/b") == Redirect("/a/b/")
    assert find(output, "/a/b/", "/gi/pear/") is None
    assert find(output, "/a/b/", "/a/bc/gi/pear/") is None


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/gi/../../secret.txt",
        "/gi/%2e%2e%2f%2e%2e%2fsecret.txt",
        "//secret.txt",
        "///etc/passwd",
        "/%2fetc/passwd",
        "/C:/secret.txt",
        "/secret.txt%00.html",
        "/%ff",
        "/%",
        "/link.txt",
        "/away/",
        "/away",
        "/away/index.html",
        "/loop",
        "/gi/",
        "/gi",
        "/empty/",
        "/" + "a" * 5000,
    ],
)
def test_nothing_else_is(output: Path, path: str) -> None:
    assert find(output, "/", path) is None


@settings(max_examples=examples(300), deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(
            ["..", ".", "", "%2e%2e", "%2f", "/", "\\", "%5c", "%00", "gi", "away", "link.txt",
             "secret.txt", "outside", "index.html", "%252e%252e", "\u2025", "．．"]
        ),
        max_size=8,
    ),
    joint=st.sampled_from(["/", "%2f", "\\", ""]),
)  # fmt: skip
def test_no_path_leads_out(output: Path, parts: list[str], joint: str) -> None:
    found = find(output, "/", "/" + joint.join(parts))
    if isinstance(found, Path):
        assert found.resolve().is_relative_to(output) and "secret" not in found.read_text("utf-8")
    elif found is not None:
        assert found.path.startswith("/") and not found.path.startswith("//")
