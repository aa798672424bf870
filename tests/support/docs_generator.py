"""docs/generate.py as a module."""

from __future__ import annotations

import importlib.util
from types import ModuleType

from tests.support.basic_site import REPOSITORY


def generator() -> ModuleType:
    """The module, loaded anew: docs/ is no package."""
    spec = importlib.util.spec_from_file_location("generate", REPOSITORY / "docs" / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
