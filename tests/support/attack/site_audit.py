"""What would execute in any file of a built site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from tests.support.attack.page_audit import faults


def page_faults(output: Path, base_path: str) -> Iterator[str]:
    """What would execute in any file of a built site that a browser shows, by its path."""
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if path.suffix == ".html":
            html = path.read_text("utf-8")
            yield from (
                f"{name}: {fault}"
                for fault in faults(html, partial(_is_own, output, base_path, path))
            )
        elif path.suffix in (".xml", ".svg"):
            for element in ElementTree.fromstring(path.read_bytes()).iter():
                if element.tag.rpartition("}")[2].lower() in ("script", "foreignobject", "iframe"):
                    yield f"{name}: <{element.tag}>"


def _is_own(output: Path, base_path: str, page: Path, script: str) -> bool:
    """Whether a script's address leads from its page, or from the site's path, to a file of the site."""
    start = output if script.startswith(base_path) else page.parent
    found = (start / script.removeprefix(base_path)).resolve()
    return bool(script) and found.suffix == ".js" and found.is_file() and output in found.parents
