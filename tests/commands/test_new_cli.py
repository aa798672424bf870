"""`sitegen new` and `sitegen init` as typed: what is printed, what is asked, how they end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import basic_site
from tests.support.command_line import run


def test_without_a_terminal_the_proposals_are_taken(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    done = run("new", "gi", "青溪板栗", "--set", "region=青溪", cwd=root)
    assert done.returncode == 0 and done.stderr == ""
    assert done.stdout.splitlines()[0].endswith(str(Path("content/gi/qingxi-banli.md")))
    assert "\nregion: qingxi\n" in (root / "content/gi/qingxi-banli.md").read_text("utf-8")
    assert run("check", cwd=root).returncode == 0


def test_what_could_not_be_asked_is_named(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    done = run("new", "products", "梨糖", cwd=root)
    assert done.returncode == 0 and "没有提问" in done.stdout
    assert "还空着的必填项：种类（" in done.stdout
    assert "没有提问" not in run("new", "products", "梨膏糖", "--yes", cwd=root).stdout


def test_a_refusal_is_said_in_the_language_asked_for(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    refused = run("new", "gi", "青溪雪梨", "--set", "id=qingxi-xueli", cwd=root)
    assert refused.returncode == 1 and "已经有这个条目" in refused.stderr
    english = run("new", "gis", "x", "--lang", "en", cwd=root)
    assert english.returncode == 1 and "there is no collection “gis”" in english.stderr
    nowhere = ("new", "gi", "x", "--set", "region=nowhere")
    assert "“地区”里没有“nowhere”" in run(*nowhere, cwd=root).stderr
    assert "no “nowhere” in regions" in run(*nowhere, "--lang", "en", cwd=root).stderr
    assert run("new", "gi", "x", "--set", "kind", cwd=root).returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_on_a_terminal_it_asks_and_shows_the_choices(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "new", "products", "--site", str(root)],
        cwd=basic_site.REPOSITORY, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
        encoding="utf-8",
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, "梨木梳\nqingxi\n\n药\n手造\n\n".encode())
    said, _ = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0, said
    assert "1. 地标" in said and "2. 手造" in said and "“药”不在可选值中" in said
    assert "青溪县  qingxi" in said and "id [limushu]> " in said
    (made,) = (root / "content/products").glob("limu*.md")
    text = made.read_text("utf-8")
    assert "\nname: 梨木梳\n" in text and "\nkind: 手造\n" in text and "\nregion: qingxi\n" in text


def test_init_says_what_to_run_next(tmp_path: Path) -> None:
    done = run("init", "my site", cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == ""
    command, launcher = done.stdout.splitlines()[1:]
    assert "双击" in launcher and (tmp_path / "my site/编辑网站.command").is_file()
    assert command == f'  {sys.executable} -m sitegen serve --site "my site"'
    assert run("check", "--strict", cwd=tmp_path / "my site").returncode == 0
    again = run("init", "my site", cwd=tmp_path)
    assert again.returncode == 1 and "这个文件夹不是空的" in again.stderr and again.stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a script there has an extension")
def test_init_names_the_program_as_it_was_started(tmp_path: Path) -> None:
    program = tmp_path / "bin/sitegen"
    program.parent.mkdir()
    start = f"#!{sys.executable}\nfrom sitegen.cli import main\nmain()\n"
    program.write_text(start, "utf-8")
    program.chmod(0o755)
    found = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"}
    surroundings = {**found, "PYTHONPATH": str(basic_site.REPOSITORY), "PYTHONIOENCODING": "utf-8"}

    def next_command(*command: str, path: str = surroundings["PATH"]) -> str:
        done = subprocess.run(
            command, cwd=tmp_path, env={**surroundings, "PATH": path},
            capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        return done.stdout.splitlines()[1].strip()

    assert next_command("sitegen", "init", "a") == "sitegen serve --site a"
    elsewhere = next_command("bin/sitegen", "init", "b", path=os.environ["PATH"])
    assert elsewhere == "bin/sitegen serve --site b"


def test_explaining_a_problem_loads_no_web_server() -> None:
    code = (
        "import sys; from sitegen import kinds;"
        "assert {kind.code for kind in kinds.every()} >= {'serve.port-taken', 'link.broken'};"
        "sys.exit(str({'tornado', 'livereload', 'watchfiles'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=basic_site.REPOSITORY, capture_output=True, text=True
    )
    assert done.stderr.strip() == "set()"
