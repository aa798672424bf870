"""Measures sitegen beside other generators: the same entries, the same pages, in turn.

    python -m benchmarks build [--sizes 1300,10000] [--write] [--only sitegen,Hugo]

README.md in this folder says what is measured and where the generators differ.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from benchmarks import ours, report  # noqa: E402
from benchmarks.changes import Unchanged, cold_changes, warm_changes  # noqa: E402
from benchmarks.generator import Generator, Missing  # noqa: E402
from benchmarks.peers import PEERS  # noqa: E402
from benchmarks.processes import Failed  # noqa: E402
from benchmarks.report import Section  # noqa: E402
from benchmarks.rounds import (  # noqa: E402
    YARDSTICK,
    Clock,
    cold_builds,
    prepare,
    rounds_for,
    say,
)
from benchmarks.structure import Incomplete  # noqa: E402

RESULTS = REPOSITORY / "benchmarks" / "results.md"
TMPFS = Path("/dev/shm")
ROOM = 150_000
"""Bytes of sources and pages of all generators together, for each entry."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default="1300,10000", help="numbers of entries, by commas")
    parser.add_argument("--write", action="store_true", help="put the tables into results.md")
    parser.add_argument("--only", default="", help="names of generators, such as sitegen,Hugo")
    parser.add_argument("--minutes", type=float, default=13, help="no further rounds after these")
    parser.add_argument(
        "--peers",
        type=Path,
        default=REPOSITORY / "benchmarks" / ".peers",
        help="where the other generators are installed",
    )
    parser.add_argument("--work", type=Path, help="where sites are put; else on tmpfs with room")
    return parser.parse_args()


def installed(folder: Path, only: str) -> tuple[list[Generator], dict[str, str]]:
    """The generators to be had and asked for, and why others are not to be had."""
    wanted = {name.strip().lower() for name in only.split(",") if name.strip()}
    generators = [g for g in ours.generators() if not wanted or "sitegen" in wanted]
    missing = {}
    for name, install in PEERS.items():
        if wanted and name.lower() not in wanted:
            continue
        try:
            generators.append(install(folder.resolve()))
            say(f"{name} {generators[-1].version}")
        except Missing as reason:
            missing[name] = f"not to be had: {reason}".replace("|", "/")
            say(f"{name} is left out: {reason}")
    return generators, missing


@contextmanager
def room(work: Path | None, count: int) -> Iterator[tuple[Path, str]]:
    """A folder to work in, removed afterwards, and a remark on what it stands on."""
    tmpfs = TMPFS.is_dir() and shutil.disk_usage(TMPFS).free > count * ROOM
    base = work or (TMPFS if tmpfs else Path(tempfile.gettempdir()))
    base.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-", dir=base) as folder:
        where = "tmpfs" if base == TMPFS else f"{base}; a slow disk pushes all ratios towards 1"
        yield Path(folder), f"Sources and output on {where}."


def measured(
    count: int,
    generators: list[Generator],
    missing: dict[str, str],
    work: Path | None,
    clock: Clock,
) -> Section:
    """Everything at one size."""
    with room(work, count) as (folder, remark):
        say(f"{count:,} entries in {folder}")
        at_this_size = [g for g in generators if rounds_for(g.name, count)]
        left_out = {g.name: "not run at this size" for g in generators if g not in at_this_size}
        subjects = [prepare(generator, count, folder) for generator in at_this_size]
        builds = cold_builds(subjects, clock)
        hugo = next((s for s in subjects if s.generator.name == YARDSTICK), None)
        mine = next((s for s in subjects if s.generator.name.startswith("sitegen")), None)
        changes = cold_changes(mine, hugo, clock) if mine else []
        warm = warm_changes(mine) if mine else []
    cut = ("Rounds were left out when the time was up.",) if clock.cut else ()
    return Section(count, builds, changes, warm, missing | left_out, (remark, *cut))


def main() -> None:
    asked = arguments()
    sizes = sorted(int(size) for size in asked.sizes.split(","))
    generators, missing = installed(asked.peers, asked.only)
    clock = Clock(asked.minutes)
    try:
        sections = [measured(n, generators, missing, asked.work, clock) for n in sizes]
    except (Failed, Incomplete, Unchanged) as error:
        sys.exit(str(error))
    for section in sections:
        sys.stdout.write(report.text_of(section) + "\n")
    if asked.write:
        old = RESULTS.read_text("utf-8") if RESULTS.exists() else ""
        RESULTS.write_text(report.merged(old, sections), "utf-8")


if __name__ == "__main__":
    main()
