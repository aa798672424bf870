"""A build opens no socket, starts no program, and writes only where it says.

An audit hook in the building process, inherited by its workers, writes down what the interpreter
does; a `check` writes nothing at all.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.building.workers import LEAST
from tests.support.basic_site import PEAR, REPOSITORY, write
from tests.support.large_site import many

AUDITED = """
import os
import sys

log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
pairs = {"os.rename", "os.link", "os.symlink", "shutil.move", "shutil.copyfile"}
places = {"os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.chown", "os.truncate", "os.utime",
          "os.mkfifo", "os.mknod", "shutil.rmtree", "tempfile.mkstemp", "tempfile.mkdtemp"}
telling = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn",
           "os.fork", "pty.", "urllib.", "http.", "ftplib.", "smtplib.", "ctypes.", "webbrowser.")

def record(*words):
    os.write(log, ("\\t".join(map(str, words)) + "\\n").encode("utf-8", "surrogateescape"))

def place(path, folder=-1):
    path = os.fsdecode(path)
    if isinstance(folder, int) and folder >= 0:
        return os.path.join(os.readlink(f"/proc/self/fd/{folder}"), path)
    return os.path.abspath(path)

def hook(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if isinstance(path, (str, bytes)) and (flags & writing):
            record("write", place(path))
    elif event in pairs:
        folders = arguments[2:] if len(arguments) == 4 else (-1, -1)
        record("write", place(arguments[0], folders[0]))
        record("write", place(arguments[1], folders[1]))
    elif event in places:
        record("write", place(arguments[0], arguments[-1] if len(arguments) > 1 else -1))
    elif event.startswith(telling):
        record(event, *arguments[:2])

from sitegen.cli import main
sys.addaudithook(hook)
main()
"""

STAGING = re.compile(r"(\.staging)-[0-9a-f]{16}")
pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")


class Audit:
    """What a command did, as its audit hook wrote it down."""

    def __init__(self, site: Path, log: Path, *arguments: str, code: int = 0) -> None:
        log.unlink(missing_ok=True)
        ran = subprocess.run(
            [sys.executable, "-c", AUDITED, str(log), *arguments,
             "--site", str(site), "--as-of", "2026-01-15"],
            env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(REPOSITORY),
                 "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=log.parent,
            capture_output=True,
            timeout=300,
            check=False,
        )  # fmt: skip
        assert ran.returncode == code, ran.stderr.decode("utf-8", "replace")
        rows = [line.split("\t") for line in log.read_text("utf-8").splitlines()]
        self.written = {Path(STAGING.sub(r"\1", row[1])) for row in rows if row[0] == "write"}
        # NumPy looks into the running program itself, which loads nothing.
        own = ["ctypes.dlopen", "None"]
        self.others = [row for row in rows if row[0] != "write" and row != own]

    def outside(self, *folders: Path) -> list[Path]:
        """What was written and is neither one of these folders nor below one."""
        return sorted(
            path for path in self.written if not {path, *path.parents}.intersection(folders)
        )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = many()
    assert len(files) > LEAST
    return write(tmp_path / "site", dict(files))


def test_a_build_writes_only_its_output_its_staging_folder_and_its_state(
    site: Path, tmp_path: Path
) -> None:
    own = (site / "output", site / ".output.staging", site / ".sitegen")
    log = tmp_path / "log"
    first = Audit(site, log, "build", "--workers", "2")
    assert first.outside(*own) == []
    assert [event for event, *_ in first.others] == ["os.fork"] * 3, (
        "two read, one makes beside this process"
    )
    assert len([path for path in first.written if own[1] in path.parents]) > LEAST
    assert own[0] in first.written, "the folder takes its place as a whole"
    assert len([path for path in first.written if own[1] in path.parents]) > LEAST
    (site / "content/products/p001.md").unlink()
    write(site, {"content/gi/qingxi-xueli.md": PEAR.replace("皮薄", "皮更薄")})
    for arguments in (["build"], ["build", "--clean", "--workers", "1"]):
        audit = Audit(site, log, *arguments)
        assert audit.outside(*own) == [] and audit.written
        assert {event for event, *_ in audit.others} <= {"os.fork"}


def test_a_build_into_another_folder_writes_there_and_not_in_output(
    site: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    audit = Audit(site, tmp_path / "log", "build", "--output", str(there / "www"))
    assert audit.outside(there / "www", there / ".www.staging", there, site / ".sitegen") == []
    assert there / ".www.staging" / "index.html" in audit.written
    assert (there / "www" / "index.html").is_file()
    assert not (site / "output").exists()


def test_a_failed_build_writes_nothing_into_the_output(site: Path, tmp_path: Path) -> None:
    Audit(site, tmp_path / "log", "build")
    write(site, {"content/gi/qingxi-xueli.md": PEAR.replace("region: qingxi", "region: nowhere")})
    audit = Audit(site, tmp_path / "log", "build", code=1)
    assert audit.outside(site / ".sitegen") == []


def test_a_check_writes_nothing_and_opens_no_socket(site: Path, tmp_path: Path) -> None:
    audit = Audit(site, tmp_path / "log", "check", "--workers", "2")
    assert audit.written == set()
    assert {event for event, *_ in audit.others} <= {"os.fork"}
