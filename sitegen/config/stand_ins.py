"""Settings to go on with where site.yaml has mistakes, so that what is wrong elsewhere is told as well.

What is wrong is left out, and stands at its default. Nothing is ever published with such settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from sitegen.config.settings import Settings
from sitegen.loading.document import FieldPath

STAND_INS = {
    "id": "site",
    "name": "—",
    "description": "—",
    "keeper": "—",
    "permanent_url": "https://site.example/",
}
"""Values of the settings that no site can be without."""


def settings_of(written: Mapping[str, Any]) -> Settings:
    """The settings in a site.yaml, without those of their parts that are not valid."""
    valid: Mapping[str, Any] = written
    while True:
        try:
            return Settings.model_validate({**STAND_INS, **valid})
        except ValidationError as error:
            before = valid
            for detail in error.errors(include_url=False):
                loc = detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]
                valid = _without(valid, loc)
            if valid == before:
                valid = {}


def _without(tree: Mapping[str, Any], path: FieldPath) -> Mapping[str, Any]:
    """The mapping without what stands at the path. A list on the way goes as a whole: the paths of its
    other members would no longer be right."""
    first, rest = path[0], path[1:]
    kept = {key: value for key, value in tree.items() if key != first}
    inner = tree.get(str(first))
    return {**kept, str(first): _without(inner, rest)} if rest and isinstance(inner, dict) else kept
