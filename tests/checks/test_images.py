"""Pictures exist and say what they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from .. import planned
from ..sites import BASIC, build

GI = "content/gi/qingxi-xueli.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
MEDIA: dict[str, str | bytes | None] = {
    "content/media/pear.png": b"\x89PNG",
    "content/media/pear.svg": SVG,
    "content/media/.hidden.png": b"x",
}


def found(root: Path, images: str = "", body: str = "") -> list[str]:
    text = BASIC[GI]
    assert isinstance(text, str)
    new = text.replace("name:", f"{images}name:", 1) + body
    _, report = planned.plan(root, {**MEDIA, GI: new})
    return [
        f"{planned.told(problem)} {problem.facts.get('nearest', '')}".strip()
        for problem in report.sorted()
    ]


@pytest.mark.parametrize("file", ["pear.png", "pear.svg"])
def test_a_picture_with_its_words_is_fine(tmp_path: Path, file: str) -> None:
    assert found(tmp_path, f"images:\n  - {{file: {file}, alt: 一只梨}}\n") == []


def test_a_missing_picture_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert found(tmp_path, "images:\n  - {file: paer.png, alt: 一只梨}\n") == [
        f"{GI}:3:12 image.missing pear.png"
    ]


@pytest.mark.parametrize("decorative", ["是", "有", "Yes", "true"])
def test_only_a_decorative_picture_needs_no_words(tmp_path: Path, decorative: str) -> None:
    assert found(tmp_path / "a", "images:\n  - {file: pear.png}\n") == [f"{GI}:3:5 image.no-alt"]
    assert found(tmp_path / "b", "images:\n  - {file: pear.png, decorative: 否}\n") != []
    images = f"images:\n  - {{file: pear.png, decorative: {decorative}}}\n"
    assert found(tmp_path / "c", images) == []


def test_pictures_in_bodies_are_checked_at_their_line(tmp_path: Path) -> None:
    assert found(tmp_path / "a", body="\n![梨](pear.png)\n") == []
    assert found(tmp_path / "b", body="\n![梨](pearl.png)\n") == [
        f"{GI}:13:6 image.missing pear.png"
    ]
    assert found(tmp_path / "c", body="\n![梨](pear.svg)\n") == [f"{GI}:13:6 image.drawing-in-body"]


@pytest.mark.parametrize("file", ["../site.yaml", "/etc/passwd", "a/../../x.png", ".hidden.png"])
def test_a_picture_never_comes_from_outside_media(tmp_path: Path, file: str) -> None:
    (problem,) = found(tmp_path, f"images:\n  - {{file: {file}, alt: 甲}}\n")
    assert problem.startswith(f"{GI}:3:12 image.missing")


def test_a_drawing_that_could_act_is_refused_by_name(tmp_path: Path) -> None:
    bad = SVG.replace("<path", "<script>1</script><path")
    files = {**MEDIA, "content/media/bad.svg": bad}
    _, report = planned.plan(tmp_path, files)
    assert [planned.told(p) for p in report.problems] == ["content/media/bad.svg image.bad-drawing"]


def test_pictures_are_published_and_hidden_files_are_not(tmp_path: Path) -> None:
    text = BASIC[GI]
    assert isinstance(text, str)
    images = "images:\n  - {file: pear.png, alt: 一只梨}\n  - {file: pear.svg, alt: 画的梨, illustration: 是}\n"
    root = planned.site(tmp_path, {**MEDIA, GI: text.replace("name:", f"{images}name:", 1)})
    outcome = build(root)
    assert outcome.built is not None, outcome.report.text()
    page = (root / "output/gi/qingxi-xueli/index.html").read_text("utf-8")
    assert 'alt="一只梨"' in page and "示意图" in page
    assert (root / "output/media/pear.png").read_bytes() == b"\x89PNG"
    assert not (root / "output/media/.hidden.png").exists()
