"""Every kind of problem there is, collected from the modules that define them.

All modules are loaded for that: it is for explanations and for the documentation, not for a build.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import sitegen
from sitegen.problems import Kind

NOT_LOADED = {
    "sitegen.__main__",
    *(
        f"sitegen.serving.{name}"
        for name in ("server", "preview_handler", "editor_handler", "watcher")
    ),
}
"""Not looked into: one runs the program, the others load a web server."""


def every() -> Iterator[Kind]:
    """All kinds, in the order of their codes."""
    by_code: dict[str, Kind] = {}
    for module in pkgutil.walk_packages(sitegen.__path__, "sitegen."):
        if module.name in NOT_LOADED:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Kind):
                by_code[value.code] = value
            elif isinstance(value, tuple | list):
                by_code.update({item.code: item for item in value if isinstance(item, Kind)})
    yield from (by_code[code] for code in sorted(by_code))
