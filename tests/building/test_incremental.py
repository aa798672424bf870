"""After any edits, an incremental build gives the bytes of a clean one.

SITEGEN_EXAMPLES=2000 runs that many random examples instead of the fixed ones.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sitegen.outputs.addresses import RELEASE
from tests.support.basic_site import REPOSITORY, tree
from tests.support.random_sites.choices import CHOICES, weight
from tests.support.random_sites.edited_site import Edit, EditedSite

EXAMPLES = int(os.environ.get("SITEGEN_EXAMPLES", "40"))
FIXED = "SITEGEN_EXAMPLES" not in os.environ
LATER = 10_000_000_000
"""A clock this far ahead (ns) makes a build trust the stats of files that were just written."""
MENU_WORD = "按拼音查"

CHOOSING = st.sampled_from(
    [("choose", name, value) for name in CHOICES for value in CHOICES[name] * weight(name)]
)
DAMAGE = st.tuples(
    st.just("damage"),
    st.integers(0, 10_000),
    st.sampled_from(["append", "truncate", "flip", "delete", "delete folder"]),
)
LOSS = st.tuples(
    st.just("state"),
    st.sampled_from(["entries.jsonl", "media.json", "manifest.json", "theme.json"]),
    st.sampled_from(["truncate", "delete"]),
)
STAGING = st.just(("staging", "gi/pear/index.html", "half a pa"))
EDIT = st.integers(0, 9).flatmap(lambda n: (DAMAGE, LOSS, STAGING)[n] if n < 3 else CHOOSING)
STEPS = st.lists(st.lists(EDIT, min_size=1, max_size=6), min_size=2, max_size=3)
"""The edits before each build; those before the first give some site to start from."""


@pytest.fixture(scope="module")
def generators(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Copies of sitegen in which one word of its source was changed, by that word."""
    made = {}
    for number, word in enumerate(CHOICES["generator"][1:]):
        folder = tmp_path_factory.mktemp(f"generator{number}")
        for part in ("sitegen", "templates"):
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(REPOSITORY / part, folder / part, ignore=ignore)
        source = folder / "sitegen" / "outputs" / "parts" / "frame.py"
        text = source.read_text("utf-8")
        assert MENU_WORD in text
        source.write_text(text.replace(MENU_WORD, word), "utf-8")
        made[word] = folder
    return made


def test_after_any_edits_an_incremental_build_equals_a_clean_one(
    generators: dict[str, Path], tmp_path: Path
) -> None:
    @settings(
        max_examples=EXAMPLES,
        derandomize=FIXED,
        phases=[Phase.generate] if FIXED else list(Phase),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(STEPS, st.sampled_from([0, LATER]), st.booleans())
    def holds(steps: list[list[Edit]], ahead: int, preview: bool) -> None:
        with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
            site = EditedSite(Path(folder), generators, ahead, preview=preview)
            for edits in steps:
                site.edit(edits)
                site.build()
            clean = site.clean()
            if preview:  # which leaves the list of all files for later
                left, wanted = (
                    {path: data for path, data in files.items() if path != RELEASE}
                    for files in (tree(site.output), clean)
                )
                assert left == wanted
                site.build(whole=True)
            assert tree(site.output) == clean

    holds()
