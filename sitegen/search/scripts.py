"""The browser half as one classic script, from its ES modules.

Pages opened by `file://` may load classic scripts only, so that is what every page gets. Each module
becomes a function with its own scope; what it exports is what others get by its name. Comments that
stand alone on their lines, blank lines and indentation go; nothing else of the text is touched.

A script may leave out what is seldom needed (far.js, which engine.js imports when it needs it): that
is a second script, which finds the modules of the first where that left them.

Modules may use `import { a, b as c } from "./other.js"`, `export const`, `export class`, `export
function`, `export async function` and `export { a }`, each import on lines of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set

IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w/.-]+)";$', re.MULTILINE)
OTHER_IMPORT = re.compile(r"^\s*import\b.*$", re.MULTILINE)
DECLARED = re.compile(r"^export (?=(?:const|class|function|async function) (\w+))", re.MULTILINE)
NAMED = re.compile(r"^export \{([^}]*)\};$", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*(?:/\*\*?(?:.|\n)*?\*/|//.*)[ \t]*\n", re.MULTILINE)


class NotJoinable(ValueError):
    """A module that uses more of the language than can be joined."""


def join(
    read: Callable[[str], str],
    entries: Iterable[str],
    *,
    as_global: str = "",
    share: str = "",
    given: Mapping[str, str] | None = None,
    each: Callable[[str], str] = str,
) -> str:
    """The script of the modules `entries` and all that they import, each once, before its users.

    `read` gives a module's text by its name in the folder. What the last of `entries` exports becomes
    `self[as_global]` where that is given. With `share` the modules are left at `self[share]` for a
    second script, which gets them as `given`: what `shared` says of the first, so that it does not
    bring them again. `each` is given the text of every module's function, to make it shorter.
    NotJoinable where a module has other imports than those above or a cycle.
    """
    order, texts, last = _modules(read, entries, frozenset(given or ()))
    place = {name: f"_{at}" for at, name in enumerate(order)} | dict(given or {})
    parts = [_module(name, texts[name], place, each) for name in order]
    if share:
        parts.append(f"self.{share} = {{ {', '.join(place[name] for name in order)} }};\n")
    if as_global:
        parts.append(f"self.{as_global} = {place[last]};\n")
    return '(() => {\n"use strict";\n' + "".join(parts) + "})();\n"


def shared(read: Callable[[str], str], entries: Iterable[str], share: str) -> dict[str, str]:
    """Where a second script finds the modules of the script that was joined from `entries`."""
    order, _, _ = _modules(read, entries, frozenset())
    return {name: f"self.{share}._{at}" for at, name in enumerate(order)}


def _modules(
    read: Callable[[str], str], entries: Iterable[str], given: Set[str]
) -> tuple[list[str], dict[str, str], str]:
    """Names in the order in which they are run, their texts, and the last of `entries`."""
    order: list[str] = []
    texts: dict[str, str] = {}

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise NotJoinable(f"{name} imports itself: {' → '.join((*above, name))}")
        if name in texts or name in given:
            return
        text = read(name)
        for found in IMPORT.finditer(text):
            visit(found[2], (*above, name))
        texts[name] = text
        order.append(name)

    last = ""
    for last in entries:
        visit(last, ())
    return order, texts, last


def _module(name: str, text: str, place: dict[str, str], each: Callable[[str], str]) -> str:
    exported = [found[1] for found in DECLARED.finditer(text)]
    for found in NAMED.finditer(text):
        exported += [part.strip() for part in found[1].split(",") if part.strip()]
    if any(" as " in one for one in exported):
        raise NotJoinable(f"{name} renames what it exports")
    text = IMPORT.sub(lambda found: _imported(found[1], place[found[2]]), text)
    text = NAMED.sub("", DECLARED.sub("", text))
    rest = OTHER_IMPORT.search(text)
    if rest or re.search(r"^export\b", text, re.MULTILINE):
        raise NotJoinable(f"{name}: {rest[0].strip() if rest else 'export'}")
    body = "".join(f"{line}\n" for line in _lines(text))
    body = each(f"{body}return {{ {', '.join(exported)} }};\n")
    return f"const {place[name]}=(()=>{{\n{body}}})();\n"


def _imported(names: str, module: str) -> str:
    parts = ", ".join(
        ": ".join(part.split(" as ")).strip() for part in names.split(",") if part.strip()
    )
    return f"const {{ {' '.join(parts.split())} }} = {module};"


def _lines(text: str) -> Iterator[str]:
    """The lines without comments and indentation; a text with a template over lines keeps them."""
    if text.count("`") and any(part.count("\n") for part in text.split("`")[1::2]):
        yield from text.splitlines()
        return
    for line in COMMENT.sub("", text).splitlines():
        if line.strip():
            yield line.strip()
