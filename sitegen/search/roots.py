"""root.json of a bundle: the file that names all others, under a name that stays.

A visitor may be sent the root of one release and the page, the scripts or another root of the next. So
each root says what it belongs to, and the browser compares:

    scripts  the names of the scripts that read it
    layout   the numbers of all entries (Numbering.layout)
    groups   of names and texts: the classes of entries (classes.digest_of)
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sitegen.search.numbering import Numbering

ROOT = "root.json"


def root_file(scripts: Sequence[str], numbering: Numbering, **own: Any) -> bytes:
    """The bytes of a root with the fields of its bundle, `own`."""
    return compact({"scripts": scripts, "layout": numbering.layout, **own})


def compact(value: object) -> bytes:
    """JSON in UTF-8, without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
