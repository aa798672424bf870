"""A bundle's files as one classic script, for a small site opened from a disk.

Pages opened by `file://` may neither fetch nor load modules, but they may load scripts. The script
sets `self.sitegenSearch[name]` to the content of each file in base64.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from sitegen.search.facts import SMALL

NAME = "pack.js"


def with_pack(prefix: str, files: Mapping[str, bytes], entries: int) -> dict[str, bytes]:
    """The files of a bundle, and the script of them all where the site is small.

    `prefix` ("names/") is what the engine asks for before each name.
    """
    if entries > SMALL:
        return dict(files)
    rows = [
        f'"{prefix}{name}":"{b64encode(data).decode()}"' for name, data in sorted(files.items())
    ]
    script = "Object.assign((self.sitegenSearch ||= {}), {\n" + ",\n".join(rows) + "\n});\n"
    return {**files, NAME: script.encode()}
