"""The targets by name, each for one room of the product."""

from __future__ import annotations

from tests.support.attack.target import Target
from tests.support.attack.targets import (
    links,
    loading,
    markup,
    pictures,
    state,
    tables,
    values,
    workbooks,
)

TARGETS: dict[str, Target] = {
    "loading": loading.TARGET,
    "markup": markup.TARGET,
    "links": links.TARGET,
    "values": values.TARGET,
    "tables": tables.TARGET,
    "workbooks": workbooks.TARGET,
    "pictures": pictures.TARGET,
    "state": state.TARGET,
}
