"""What docs/editors/excel.md shows of an import is what the program says, word for word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.support.basic_site import REPOSITORY
from tests.support.command_line import run

BLOCK = re.compile(r"```(csv|sh|text)\n(.*?)```", re.DOTALL)


def test_the_examples_of_the_page_are_true(tmp_path: Path) -> None:
    for name in ("content", "templates"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "site.yaml", tmp_path)
    page = (REPOSITORY / "docs/editors/excel.md").read_text("utf-8")
    section = page.partition("## 收回来")[2].partition("## 照片")[0]
    blocks = BLOCK.findall(section)
    assert [kind for kind, _ in blocks] == ["csv", "sh", "text", "sh", "csv", "sh", "text"]
    table, said, ran = "", "", 0
    for kind, text in blocks:
        if kind == "csv":
            table = text
        elif kind == "sh":
            words = text.split()[1:]
            (tmp_path / words[2]).write_text(table, "utf-8")
            result = run(*words, cwd=tmp_path)
            said = result.stderr + result.stdout
            ran += 1
        else:
            assert said == text
    assert ran == 3 and (tmp_path / "content/products/shouguang-luobosi.md").exists()
