"""sitegen server-config: the configuration of a web server for a built site."""

from __future__ import annotations

from pathlib import Path

from sitegen import files
from sitegen.problems import Kind, Location, Mistaken, Problem, Report, Severity
from sitegen.publishing.finished import open_site
from sitegen.publishing.server_configs.policy import policy_of
from sitegen.publishing.server_configs.writers import WRITERS

FILE_OF_OTHERS = Kind(
    "server.file-exists",
    Severity.ERROR,
    zh="这里已经有别人写的文件，没有动它",
    en="there is a file that somebody else wrote, which was left alone",
    fix_zh="换一个文件名，或先把它移走",
    fix_en="choose another name, or move it away first",
)
OURS = b"sitegen server-config"
"""What stands on the first lines of each file that this command writes."""
FIRST_LINES = 400


def server_config(
    form: str, output: Path, report: Report, *, root: str = "", domain: str = ""
) -> str | None:
    """The configuration in this form; None where the report says why there is none."""
    try:
        site = open_site(output)
        return WRITERS[form](site, policy_of(site, root, domain))
    except Mistaken as mistaken:
        report.add([mistaken.problem])
        return None


def write_config(path: Path, text: str, report: Report) -> bool:
    """Write a configuration in place of an earlier one, and of nothing else. Whether it was written."""
    if path.exists() or path.is_symlink():
        try:
            ours = OURS in files.read_up_to(str(path), FIRST_LINES)
        except OSError:
            ours = False
        if not ours:
            report.add([Problem(FILE_OF_OTHERS, Location(str(path)))])
            return False
    files.write(path, text.encode())
    return True
