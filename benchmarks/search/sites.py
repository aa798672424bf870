"""The search of whole sites: each is built, labelled queries are drawn from it, all engines asked.

    python -m benchmarks search [SITE ...] [--seed 1] [--only sitegen,Pagefind] [--save FOLDER]

A SITE is a folder with site.yaml; without any, the demo site and .national. Queries, tables and all
numbers are put into .bench-search/ (--save), under the name of the site's folder.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
SITES = (REPOSITORY, REPOSITORY / ".national")
EVERYDAY = HERE / "everyday.jsonl"
"""Queries written by hand for the demo site."""


class Failed(Exception):
    """A program that ended with an error, which it has told by itself."""


def measure(site: Path, seed: int, only: str, save: Path) -> None:
    """Build a site, ask all engines, then a visitor with a slow phone."""
    say(f"== {site.name}")
    say(output_of("-m", "sitegen", "build", "--site", str(site)).rstrip())
    queries = save / f"{site.name}.jsonl"
    drawn = output_of(HERE / "queries.py", site, "--seed", seed)
    queries.write_text(drawn + (EVERYDAY.read_text("utf-8") if site == REPOSITORY else ""), "utf-8")
    output = site / "output"
    options = ["--source", site, "--output", output, "--queries", queries, "--only", only]
    compare = HERE / "peers" / "compare.py"
    table = output_of(compare, *options, "--save", save / f"{site.name}.json")
    (save / f"{site.name}.md").write_text(table, "utf-8")
    say(table.rstrip())
    try:
        waited = output_of(HERE / "browser.py", "--site", output, "--queries", queries)
    except Failed:
        say("跳过浏览器 (browser skipped)")
    else:
        say(waited.splitlines()[-1])


def output_of(*command: object) -> str:
    """What a Python program prints. Its standard error is shown as it comes."""
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Failed(f"{done.stdout}{command[0]} {command[1]}: {done.returncode}")
    return done.stdout


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "sites", type=Path, nargs="*", metavar="SITE", help="folders with site.yaml"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed, another set of queries")
    parser.add_argument("--only", default="", help="engines by commas, such as sitegen,Pagefind")
    parser.add_argument("--save", type=Path, default=REPOSITORY / ".bench-search")
    asked = parser.parse_args()
    if shutil.which("node") is None:
        say("没有 node：跳过 (no node, skipped)")
        return
    save = asked.save.resolve()
    save.mkdir(parents=True, exist_ok=True)
    for site in asked.sites or SITES:
        if not (site / "site.yaml").is_file():
            say(f"跳过 {site}：里面没有 site.yaml (no site there, skipped)")
            continue
        try:
            measure(site.resolve(), asked.seed, asked.only, save)
        except Failed as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
