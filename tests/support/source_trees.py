"""The syntax trees of every module of sitegen."""

from __future__ import annotations

import ast

from tests.support.basic_site import REPOSITORY

SITEGEN = REPOSITORY / "sitegen"
TREES = {
    path.relative_to(SITEGEN.parent).with_suffix("").as_posix().replace("/", "."): ast.parse(
        path.read_text("utf-8")
    )
    for path in sorted(SITEGEN.rglob("*.py"))
}
"""By the module's full name."""
