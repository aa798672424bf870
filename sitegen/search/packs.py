"""The files of a bundle as one classic script, for a small site that is opened from a disk.

Pages opened by `file://` cannot fetch files or load modules, but they can load scripts. The script
sets `self.sitegenSearch[name]` to the content of each file in base64.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from sitegen.search.facts import SMALL

NAME = "pack.js"


def with_pack(prefix: str, files: Mapping[str, bytes], entries: int) -> dict[str, bytes]:
    """The files of a bundle; with the script of all of them if there are at most SMALL `entries`.

    The engine asks for a file by `prefix` ("names/") and name.
    """
    if entries > SMALL:
        return dict(files)
    rows = [
        f'"{prefix}{name}":"{b64encode(data).decode()}"' for name, data in sorted(files.items())
    ]
    script = "Object.assign((self.sitegenSearch ||= {}), {\n" + ",\n".join(rows) + "\n});\n"
    return {**files, NAME: script.encode()}
