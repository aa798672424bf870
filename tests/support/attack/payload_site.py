"""A site of hostile texts: payloads in every field of every collection, in bodies, tables, drawings, names.

What the product refuses is taken out again, place by place as its problems say, until the rest is built.
"""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sitegen.problems import Severity
from tests.support import filled_site, pictures
from tests.support.attack import payloads
from tests.support.attack.harmless import HARMLESS, take_out
from tests.support.basic_site import write
from tests.support.site_test import SiteTest

PUBLISHED = "2024-05-06 07:08"
FEWER = {"pages": 20, "schemes": 40, "recognitions": 120}
"""Copies of what stands on many pages, so that these stay short."""
ROUNDS = 8
BASE_PATH = "/zt/"
COLUMNS = ("编号", "名称", "种类", "一句话", "保质期", "规格", "发布时间")


class Payloads:
    """Payloads in turn, another one for each place; `used` are those that stand in the site."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._turns: dict[int, Iterator[str]] = {}
        self.used: set[str] = set()

    def next(self, among: Sequence[str]) -> str:
        turn = self._turns.get(id(among))
        if turn is None:
            turn = self._turns[id(among)] = self._endless(among)
        self.used.add(text := next(turn))
        return text

    def _endless(self, among: Sequence[str]) -> Iterator[str]:
        while True:
            yield from self._chance.sample(among, len(among))


def files(copies: int, given: Payloads, settings: bool) -> dict[str, str | bytes]:
    """The files of the site: so many entries of each collection, each with other payloads.

    With `settings` payloads stand in site.yaml, regions and categories, too, which are on every page.
    """

    def text(path: str) -> str:
        return given.next(payloads.TEXTS)

    made = filled_site.files(text if settings else lambda path: HARMLESS, HARMLESS)
    made["content/organizations/o2.yaml"] = filled_site.dumped(
        {"name": "另一家", "kind": "企业", "published": PUBLISHED}
    )
    del made["content/gi/gone.yaml"]
    for number in range(copies):
        for name, tree in filled_site.entries(text).items():
            collection, identifier = name.split("/")
            if number < FEWER.get(collection, copies):
                made |= _entry(collection, f"{identifier}-{number}", number, tree, given)
    made["content/products/t.csv"] = _table(copies, given)
    for number, svg in enumerate(payloads.DRAWINGS):
        made[f"content/media/drawing-{number}.svg"] = svg
    for name in payloads.FILE_NAMES:
        made[f"content/media/{name}"] = pictures.png(30, 20)
    shown = [f"drawing-{number}.svg" for number in range(len(payloads.DRAWINGS))]
    for number, name in enumerate([*shown, *payloads.FILE_NAMES]):
        tree = {
            "name": f"图{number}",
            "kind": "动态",
            "published": PUBLISHED,
            "images": [{"file": name, "alt": text(""), "caption": text("")}],
        }
        body = f"![{HARMLESS}](<{name}>)"
        made[f"content/articles/picture-{number}.md"] = (
            f"---\n{filled_site.dumped(tree)}---\n\n{body}\n"
        )
    return made


def _entry(
    collection: str, identifier: str, number: int, tree: dict[str, Any], given: Payloads
) -> dict[str, str | bytes]:
    tree = dict(tree)
    if collection == "recognitions":
        tree["number_slug"] = f"copy-{number}"
        tree["rows"] = [{**tree["rows"][0], "subject": f"gi:g-{number}"}]
        del tree["history"]
        return {
            f"content/{collection}/{identifier}.yaml": filled_site.dumped(_hostile(tree, given))
        }
    tree["former_urls"] = [f"/old/{identifier}.html"]
    if "number_slug" in tree:
        tree["number_slug"] = f"number-{number}"
    among = payloads.BODIES if number % 3 else payloads.TEXTS
    body = f"{HARMLESS}\n\n{given.next(among)}\n\n{HARMLESS}"
    return {
        f"content/{collection}/{identifier}.md": f"---\n{filled_site.dumped(_hostile(tree, given))}---\n\n{body}\n"
    }


def _hostile(tree: Any, given: Payloads) -> Any:
    """The tree with other web addresses in it."""
    if isinstance(tree, dict):
        return {key: _hostile(value, given) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_hostile(value, given) for value in tree]
    is_address = isinstance(tree, str) and tree.startswith("https://")
    return given.next(payloads.SCRIPT_ADDRESSES) if is_address else tree


def _table(rows: int, given: Payloads) -> str:
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for number in range(rows):
        cells = (given.next(payloads.CELLS) for _ in COLUMNS[3:-1])
        table.writerow([f"row-{number}", given.next(payloads.CELLS), "农产品", *cells, PUBLISHED])
    return stream.getvalue()


def built(
    root: Path, copies: int, seed: int, *, settings: bool
) -> tuple[SiteTest, Payloads, Counter[str]]:
    """The site, built; the payloads put into it, and how often each kind of problem took one out."""
    given = Payloads(seed)
    write(root, files(copies, given, settings))
    site, refused = SiteTest.at(root), Counter[str]()
    for _ in range(ROUNDS):
        site.build()
        if site.built is not None:
            return site, given, refused
        errors = [one for one in site.report.problems if one.kind.severity is Severity.ERROR]
        refused.update(one.kind.code for one in errors)
        lost = [one for one in errors if not (root / one.at.file).exists()]
        assert not lost, "\n".join(f"{one.at} {one.message('zh')}" for one in lost)
        take_out(root, errors)
    raise AssertionError(site.report.text("zh"))
