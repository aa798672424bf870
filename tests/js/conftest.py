"""Node, and the search index of the demo site on disk."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sitegen.outputs.files.search_facts import searchable
from sitegen.search.folding import fold
from tests.support import demo_site
from tests.support.node import node_or_skip

HAN = re.compile(r"[\u3400-\u9fff]+")


@pytest.fixture(scope="package")
def node() -> str:
    return node_or_skip()


@pytest.fixture(scope="package")
def search_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the search/ of the demo site, and in entries.json what its entries are called."""
    context = demo_site.plan().context
    folder = tmp_path_factory.mktemp("search")
    for name, files in demo_site.search(context).items():
        for file, data in files.items():
            path = folder / "search" / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    rows = [
        {
            "key": entry.key,
            "name": entry.name,
            "folded": [fold(entry.name), *(fold(other) for other, _ in entry.called)],
            "sounds": ["".join(entry.sort.split()), *("".join(r.split()) for _, r in entry.called)],
            "spelt": len(entry.sort.split()) == len(fold(entry.name))
            and entry.sort.replace(" ", "").isalpha(),
            "han": max(HAN.findall(entry.name), key=len, default=""),
        }
        for entry in searchable(context.catalogue)
    ]
    (folder / "entries.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    return folder
