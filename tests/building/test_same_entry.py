"""Two files of one entry: neither is lost in silence."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import BASIC, PEAR, build, write


def test_a_second_file_of_an_entry_is_refused_by_name(tmp_path: Path) -> None:
    twin = PEAR.split("---\n")[1].replace("青溪雪梨", "青溪蜜梨")
    write(tmp_path, {**BASIC, "content/gi/qingxi-xueli.yaml": twin})
    outcome = build(tmp_path)
    assert outcome.built is None and not (tmp_path / "output").exists()
    (problem,) = outcome.report.problems
    assert problem.kind.code == "content.same-entry"
    assert problem.at.file == "content/gi/qingxi-xueli.yaml"
    assert problem.facts == {"other": "content/gi/qingxi-xueli.md"}


def test_entries_of_one_name_in_two_collections_are_two(tmp_path: Path) -> None:
    gao = BASIC["content/products/li-gao.md"].replace("maker: qingxi-li-xiehui\n", "")
    write(tmp_path, {**BASIC, "content/products/qingxi-xueli.md": gao})
    outcome = build(tmp_path)
    assert outcome.built is not None, outcome.report.text("zh")
