"""What citizens ask of the national site: 150 questions written by hand, with their right answers.

    python -m benchmarks citizens ../shared/data [--site .national] [--built]

Makes the national site, builds it and asks it every question of citizens.jsonl. Prints recall@1,
empty answers and bytes by class, then each question that was not answered at first place.

A question has its right answers as `names`; or as a rule over the records of the data: those of a
`place` (or any of `places`), whose names have one of the `ends`, or of a `notice`.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
QUESTIONS = HERE / "citizens.jsonl"
RECORDS = "gi_records.csv"
PLACES = ("province", "city", "county")
BRACKETS = re.compile(r"[（）、]")


def questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]


def right_names(question: Mapping[str, Any], records: Iterable[Mapping[str, str]]) -> list[str]:
    """The names of all entries that rightly answer a question."""
    if "names" in question:
        return list(question["names"])
    places = question.get("places", [question["place"]] if "place" in question else [])
    ends = tuple(question.get("ends", ()))
    notice = question.get("notice", "")
    names = {
        row["name"]
        for row in records
        if (not places or any(_lies_in(row, place) for place in places))
        and (not ends or any(part.endswith(ends) for part in BRACKETS.split(row["name"]) if part))
        and (not notice or row["notice_no"].endswith(notice))
    }
    return sorted(names)


def _lies_in(row: Mapping[str, str], place: str) -> bool:
    return any(name.startswith(place) for field in PLACES for name in row[field].split("|"))


def labelled(data: Path) -> list[dict[str, Any]]:
    """The questions as run.mjs takes them."""
    with (data / RECORDS).open(encoding="utf-8", newline="") as stream:
        records = list(csv.DictReader(stream))
    known = {row["name"] for row in records}
    found = []
    for question in questions():
        names = right_names(question, records)
        missing = [name for name in names if name not in known]
        if missing or not names:
            sys.exit(f"{question['q']}: 数据里没有答案 (no such answer in the data) {missing}")
        asked = {"q": question["q"], "class": question["class"], "ids": [], "names": names}
        found.append(asked)
    return found


def answers(site: Path, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines of run.mjs; the totals are last."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "queries.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in asked), "utf-8")
        run = ["node", HERE / "run.mjs", "--site", site / "output", "--queries", path, "--cold"]
        done = subprocess.run(
            list(map(str, run)), stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True
        )
    return [json.loads(line) for line in done.stdout.splitlines()]


def table(lines: list[dict[str, Any]]) -> str:
    """Recall and empty answers by class, and the questions that went wrong."""
    *told, last = lines
    totals = last["totals"]
    rows = [f"{'class':15}{'asked':>6}{'first':>6}{'recall@1':>10}{'empty':>7}"]
    for name, part in {**totals["classes"], "all": totals["all"]}.items():
        asked = part["queries"]
        first = round(part["recall@1"] * asked)
        empty = round(part["zero"] * asked)
        rows.append(f"{name:15}{asked:>6}{first:>6}{part['recall@1']:>10.3f}{empty:>7}")
    wrong = [
        f"{line['class']}: {line['q']} → {'、'.join(one['name'] for one in line['results'][:3])}"
        for line in told
        if line["rank"] != 1
    ]
    sent = json.dumps({"bytes": totals["bytes"], "once": totals["once"]})
    return "\n".join([*rows, sent, *wrong])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder with gi_records.csv")
    parser.add_argument("--site", type=Path, default=REPOSITORY / ".national")
    parser.add_argument("--built", action="store_true", help="the site is built already")
    asked = parser.parse_args()
    if not (asked.data / RECORDS).is_file():
        sys.exit(f"跳过：{asked.data} 里没有 {RECORDS}")
    if not asked.built:
        for command in (
            ["benchmarks", "national", str(asked.data), str(asked.site)],
            ["sitegen", "build", "--site", str(asked.site)],
        ):
            subprocess.run(
                [sys.executable, "-m", *command],
                cwd=REPOSITORY,
                stdout=subprocess.DEVNULL,
                check=True,
            )
    sys.stdout.write(table(answers(asked.site, labelled(asked.data))) + "\n")


if __name__ == "__main__":
    main()
