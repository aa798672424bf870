"""What a double click on a new site's launcher does: the forms open in the browser, without a terminal."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from sitegen.commands.init import init, init_from
from sitegen.problems import Report
from tests.support.basic_site import REPOSITORY

NAME = "编辑网站"
PATIENCE = 60.0
on_unix = pytest.mark.skipif(os.name == "nt", reason="double clicks of macOS and Linux")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "我的 网站"
    report = Report()
    assert init(root, report) and not report.problems
    return root


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return path


def by_command(site: Path) -> list[str]:
    """What macOS runs."""
    return [str(site / f"{NAME}.command")]


def by_desktop(site: Path) -> list[str]:
    """What desktops of Linux run: `%k` is the place of the file."""
    file = site / f"{NAME}.desktop"
    (line,) = re.findall("^Exec=(.+)$", file.read_text("utf-8"), re.MULTILINE)
    return [str(file) if word == "%k" else word for word in shlex.split(line)]


@on_unix
@pytest.mark.parametrize("click", [by_command, by_desktop])
def test_a_double_click_opens_the_forms(
    site: Path, tmp_path: Path, click: Callable[[Path], list[str]]
) -> None:
    opened = tmp_path / "opened"
    browser = script(tmp_path / "browser", f'printf %s "$1" > {shlex.quote(str(opened))}')
    script(site / ".venv/bin/python", f'exec {shlex.quote(sys.executable)} "$@" --port 0')
    environment = {**os.environ, "BROWSER": f"{browser} %s", "PYTHONPATH": str(REPOSITORY)}
    log = (tmp_path / "log").open("wb")
    process = subprocess.Popen(
        click(site),
        cwd="/",
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        page = asked_until_it_answers(opened)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        log.close()
    assert "全部条目" in page and "云溪雪梨" in page


def asked_until_it_answers(opened: Path) -> str:
    """The page at the address that the browser was given, once the first build is done."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        time.sleep(0.1)
        if not opened.exists() or not (address := opened.read_text()):
            continue
        page: str = build_opener(HTTPCookieProcessor()).open(address).read().decode()
        if "云溪雪梨" in page:
            return page
    raise AssertionError("the forms never came")


@on_unix
def test_where_the_program_is_missing_that_is_said_and_the_window_stays(
    site: Path, tmp_path: Path
) -> None:
    few = tmp_path / "bin"
    few.mkdir()
    for tool in ("sh", "dirname"):
        found = shutil.which(tool)
        assert found
        (few / tool).symlink_to(found)
    result = subprocess.run(
        by_command(site), env={"PATH": str(few)}, input=b"\n", capture_output=True, timeout=20
    )
    said = result.stdout.decode()
    assert "没有装 sitegen" in said and "按回车键关闭" in said and not result.stderr


def test_the_one_for_windows_has_its_line_ends_and_plain_letters(site: Path) -> None:
    data = (site / f"{NAME}.bat").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 10 and data.isascii()
    labels = set(re.findall(rb"^:(\w+)", data, re.MULTILINE))
    assert set(re.findall(rb"goto (\w+)", data)) == labels


@on_unix
def test_only_what_is_to_run_may_run(site: Path) -> None:
    runnable = {
        path.name for path in site.rglob("*") if path.is_file() and os.access(path, os.X_OK)
    }
    assert runnable == {f"{NAME}.command", f"{NAME}.desktop"}


def test_a_second_site_has_them_too(site: Path, tmp_path: Path) -> None:
    written = init_from(tmp_path / "second", site, Report())
    assert {f"{NAME}.bat", f"{NAME}.command", f"{NAME}.desktop"} <= set(written)
