"""sitegen explain: why an output was made again, or what a problem code means."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import sitegen
from sitegen.building import details, state
from sitegen.building import manifest as manifests
from sitegen.loading.nearest import nearest
from sitegen.model.types import Label
from sitegen.outputs.addresses import file_of
from sitegen.outputs.families import PARTS
from sitegen.problems import SEVERITY_WORDS, Kind, Language

NO_PARTS = Label("第一次生成", "made for the first time")


MODULES_WITHOUT_KINDS = {"sitegen.__main__", "sitegen.serving.server", "sitegen.serving.watcher"}
"""Modules that have no kinds of problem and are not imported: one runs the program, the others load
a web server."""


def kinds() -> Iterator[Kind]:
    """Every kind of problem there is, by code: collected from the modules that define them."""
    by_code: dict[str, Kind] = {}
    for module in pkgutil.walk_packages(sitegen.__path__, "sitegen."):
        if module.name in MODULES_WITHOUT_KINDS:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Kind):
                by_code[value.code] = value
            elif isinstance(value, tuple | list):
                by_code.update({item.code: item for item in value if isinstance(item, Kind)})
    yield from (by_code[code] for code in sorted(by_code))


def explain(root: Path, target: Path, subject: str, language: Language) -> str | None:
    """What to know of the `subject`: a problem code, the path of an output in the folder `target`, or
    its address. None where it is none of them, nor close to one."""
    known = {kind.code: kind for kind in kinds()}
    if subject in known:
        return describe(known[subject], language)
    folder = state.folder_of(root, target)
    manifest = manifests.read(folder)
    path = subject.removeprefix(f"{target.name}/").lstrip("/")
    names = (path, file_of(path), file_of(f"{path}/"))
    name = next((name for name in names if name in manifest), None)
    if name is None:
        close = nearest(subject, [*known, *manifest])
        if close is None:
            return None
        return (
            f"没有“{subject}”，最接近的是“{close}”。\n"
            if language == "zh"
            else f"no “{subject}”; the nearest is “{close}”.\n"
        )
    number = 0 if language == "zh" else 1
    detail = details.read(folder, manifest[name].bundle or name)
    if detail is None or detail.key != manifest[name].key:
        detail = details.Detail("", (), ())
    words = {"new": NO_PARTS, **PARTS}
    reasons = [f"  {part}: {getattr(words[part], language)}" for part in detail.changed]
    parts = [f"  {part} {digest}" for part, digest in detail.parts]
    head = ("上次重做它，是因为变了：", "It was last made because of a change in:")[number]
    none = (
        "  （内容没有变；文件缺失或被改动过，所以重做）",
        "  (nothing; the file was missing or altered)",
    )[number]
    tail = ("它由这些部分决定：", "It is decided by:")[number]
    return "\n".join([head, *(reasons or [none]), tail, *parts]) + "\n"


def describe(kind: Kind, language: Language) -> str:
    word = SEVERITY_WORDS[language][kind.severity]
    message = kind.zh if language == "zh" else kind.en
    fix = kind.fix_zh if language == "zh" else kind.fix_en
    return f"{kind.code}（{word}）\n  {_plain(message)}\n  {_plain(fix)}\n"


def _plain(wording: str) -> str:
    return wording.replace("[[", "").replace("]]", "").replace("{{", "{").replace("}}", "}")
