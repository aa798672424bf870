"""What commands print moves no cursor and is no command, whatever the files of a site are called."""

from __future__ import annotations

import json
import logging
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import console
from sitegen.cli.library_logs import print_logs
from sitegen.visible import HIDDEN_IN_LINES
from tests.support.command_line import run
from tests.support.site_test import SiteTest

NAMES = (
    "content/gi/\x1b]0;owned\x07\x1b[2J.docx",
    "content/gi/a\n::error file=site.yaml::fake.docx",
    "content/gi/\x7f\x08.yaml",
    "content/gi/t\u2028x.md",
    "content/articles/\x9b31mx.md",
    "content/articles/\u202egnp.md",
    "content/articles/##[error]fake.md",
    "content/articles/z.md",
    "content/media/b\nall fine, 0 errors.jpg",
    "::warning::x.docx",
)
HEADS = {
    "content/articles/z.md": "name: 乙##[error]丙\nkind: 动态\n",
}
HEAD = 'name: "\\u001b[31m\\u202e甲"\nkind: 动态\n'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = SiteTest(tmp_path_factory.mktemp("site")).root
    for name in NAMES:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        head = HEADS.get(name, HEAD)
        file.write_text(f"---\n{head}---\n" if name.endswith(".md") else head, "utf-8")
    broken = os.fsencode(root / "content" / "gi") + b"/\x9b\xff.docx"
    Path(os.fsdecode(broken)).write_text("x", "utf-8")
    return root


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "github", "--all"],
        ["check", "--format", "json"],
        ["build"],
        ["record", "--on", "2026-01-15"],
        ["list"],
        ["list", "gi"],
        ["list", "articles"],
        ["explain", "\x1b[2J\n::error::x"],
        ["explain", "gi/qingxi-xueli/\x1b"],
        ["new", "gi\x1b\n::error::x"],
        ["new", "gi", "\x1b[31m\n::error::x", "--yes"],
        ["init", "\x1b[31mx\n::error::y"],
        ["check", "--format", "\x1b[2J\n::error::x"],
        ["\x1b[2J\n::error::x"],
        ["check", "--\x1b[2J"],
        ["check", "--site", "\x1b\n::error::x"],
        ["build", "--output", "content/gi/a\n::error::x"],
        ["check", "--as-of", "\x1b\n::error::x"],
        ["new", "gi", "x", "--set", "\x1b\n::error::x"],
        ["list", "a", "b\x1b\n::error::x"],
    ],
)
def test_nothing_that_is_printed_is_more_than_text(
    hostile: Path, arguments: list[str], language: str
) -> None:
    result = run(*arguments, "--lang", language, cwd=hostile)
    printed = result.stdout + result.stderr
    assert printed and "Traceback" not in printed
    assert HIDDEN_IN_LINES.search(printed) is None, ascii(printed)
    for line in printed.splitlines():
        is_ours = "github" in arguments and line.startswith(
            ("::error file=", "::warning file=", "::notice file=")
        )
        assert is_ours or not line.lstrip().startswith("::")
        assert is_ours or "##[" not in line
        assert not line.startswith(("all fine", "::error file=site.yaml::"))


def test_every_file_is_named_by_its_escapes(hostile: Path) -> None:
    text = run("check", "--all", cwd=hostile).stderr
    for name in (
        r"content/gi/\x1b]0;owned\x07\x1b[2J.docx",
        r"content/gi/a\n::error file=site.yaml::fake.docx",
        r"content/articles/\u202egnp.md",
        r"content/articles/\x23#[error]fake.md",
        r"content/gi/\x7f\x08.yaml",
    ):
        assert f"\n{name}:" in "\n" + text
    assert re.search(r"\nz +乙\\x23#\[error\]丙", run("list", "articles", cwd=hostile).stdout)
    rows = json.loads(run("check", "--format", "json", cwd=hostile).stdout)
    files = {row["file"] for row in rows}
    assert {"content/gi/\x1b]0;owned\x07\x1b[2J.docx", "content/articles/##[error]fake.md"} <= files


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x\n  ::add-mask::y\n a::b", "\\x3a:error::x\n  \\x3a:add-mask::y\n a::b"),
        ("\u3000::error::x", "\u3000\\x3a:error::x"),
        ("a ##[error]x ##vso[task.x]", "a \\x23#[error]x \\x23#vso[task.x]"),
        ("# ## [x]", "# ## [x]"),
    ],
)
def test_no_line_is_a_command_of_a_ci_service(
    text: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    console.echo(text)
    assert capsys.readouterr().out == shown + "\n"


def test_a_question_shows_what_it_proposes(capsys: pytest.CaptureFixture[str]) -> None:
    with CliRunner().isolation(input="\n") as (printed, *_):
        assert console.prompt("a\u202eb", default="c\x1bd") == "c\x1bd"
        assert printed.getvalue().decode().startswith(r"a\u202eb [c\x1bd]> ")


def test_a_traceback_and_what_libraries_log_are_printed_like_all_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging, "lastResort", None)
    print_logs()
    log = logging.getLogger("tornado.general")
    log.propagate = False  # pytest has handlers of its own
    try:
        log.warning("403 GET %s", "/\x1b[2J\u202e")
    finally:
        log.propagate = True
    assert capsys.readouterr().err == "403 GET /\\x1b[2J\\u202e\n"
    error = ValueError("\x1b[2J")
    console.print_crash(ValueError, error, None)
    assert capsys.readouterr().err == "ValueError: \\x1b[2J\n"
