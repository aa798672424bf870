"""The journal of publications: what it says of entries that were to be taken down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sitegen.publishing import journal

FAILED = {"what": "withdraw", "target": "a", "entry": "gi:pear", "failed": "publish.unreachable"}
GONE = {"what": "withdraw", "target": "a", "entry": "gi:pear", "release": "1"}
STAYS = {**GONE, "stays": True}
PUBLISHED = {"what": "publish", "target": "a", "release": "2"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], False),
        ([GONE], False),
        ([FAILED], True),
        ([STAYS], True),
        ([FAILED, GONE], False),
        ([FAILED, PUBLISHED], False),
        ([FAILED, {**PUBLISHED, "stays": True}], True),
        ([FAILED, {**PUBLISHED, "target": "b"}], True),
        ([FAILED, {**GONE, "entry": "gi:other"}], True),
        ([FAILED, {"what": "restore", "target": "", "entry": "gi:pear"}], False),
        ([FAILED, {"what": "rollback", "target": "a", "release": "1"}], True),
    ],
)
def test_what_may_still_be_had_from_a_target(
    tmp_path: Path, lines: list[dict[str, Any]], expected: bool
) -> None:
    for line in lines:
        journal.add(tmp_path, line, through=tmp_path)
    assert journal.is_still_there(tmp_path, "a") is expected
    assert not journal.is_still_there(tmp_path, "c")
