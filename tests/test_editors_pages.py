"""The pages for editors: their commands run, and what they quote is what the program says, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.basic_site import REPOSITORY
from tests.support.command_line import run
from tests.support.operating_pages import World

PAGES = REPOSITORY / "docs" / "editors"
SLIPS = REPOSITORY / "tests" / "slips"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PUBLISH = "publish:\n  web: {kind: folder, path: /srv/yunzhou/www}\n"


def blocks(page: str) -> list[tuple[str, str]]:
    return BLOCK.findall((PAGES / page).read_text("utf-8"))


def test_every_message_of_the_questions_is_one_of_a_slip() -> None:
    said = "\n".join(path.read_text("utf-8") for path in SLIPS.glob("*/expected.txt"))
    quoted = [
        line for kind, text in blocks("faq.md") if kind == "text" for line in text.splitlines()
    ]
    assert len(quoted) >= 15
    assert [line for line in quoted if f": {line}\n" not in said] == []


def test_the_first_ten_minutes_go_as_the_page_says(tmp_path: Path) -> None:
    folder, said, shown = tmp_path, "", []
    for kind, text in blocks("start.md"):
        if kind == "sh":
            said = ""
            for line in text.splitlines():
                words = line.split()
                if words[0] == "cd":
                    folder = folder / words[1]
                    continue
                done = run(*words[1:], cwd=folder)
                assert done.returncode == 0, done.stderr
                said += done.stdout + done.stderr
        elif kind == "yaml":
            (entry,) = (folder / "content/products").glob("qiulitang.md")
            entry.write_text(f"---\n{text}---\n\n甜。\n", "utf-8")
        elif "serve" not in text:
            shown.append(text)
            if "错误" in text:
                right = entry.read_text("utf-8")
                entry.write_text(right.replace("baishi", "baisi"), "utf-8")
                said = run("check", cwd=folder).stderr
                entry.write_text(right, "utf-8")
            assert text in said
    assert len(shown) == 3


def test_what_to_do_at_night_works(tmp_path: Path) -> None:
    world = World(tmp_path / "world")
    world.settings(PUBLISH)
    world.sh("sitegen publish")
    world.change("content/products/li-gao.md", "用雪梨熬的膏。", "用雪梨慢慢熬的膏。")
    world.sh("sitegen publish")
    commands = [text for kind, text in blocks("at-23.md") if kind == "sh"]
    withdraw, back, again, restore = commands
    world.sh(back)
    assert "用雪梨熬的膏" in world.page("products/li-gao")
    world.sh(again)
    assert "用雪梨慢慢熬的膏" in world.page("products/li-gao")
    world.sh(withdraw)
    assert "信息有误，正在核对" in world.page("gi/qingxi-xueli")
    world.sh(restore)


@pytest.mark.parametrize("name", ["README.md", "start.md", "faq.md", "at-23.md"])
def test_links_between_the_pages_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (PAGES / name).read_text("utf-8")):
        assert (PAGES / target).exists(), target


def test_every_command_of_the_pages_exists() -> None:
    from sitegen.cli import cli

    for page in PAGES.glob("*.md"):
        for name in re.findall(r"\bsitegen ([a-z][a-z-]+)", page.read_text("utf-8")):
            assert name in cli.commands, (page.name, name)
