"""The value of a cell as it is written in an entry: ids in place of names, codes in place of their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.authoring.importing.standing import References
from sitegen.authoring.sheets.columns import Column
from sitegen.loading.document import Tree
from sitegen.model.dates import PartialDate
from sitegen.model.references import Reference


def written(column: Column, text: str, references: References) -> Tree:
    """What an entry gets for the text of a cell. It means the same; a text that is not valid stays."""
    value = column.value_of(text)
    if value is None:
        return text
    meaning = references.meaning(value)
    for tree in _candidates(column, value, references):
        if references.meaning(column.value_of(tree)) == meaning:
            return tree
    return text


def _candidates(column: Column, value: Any, references: References) -> Iterator[Tree]:
    """The ways of writing that may do, the best first."""
    if isinstance(value, tuple):
        members = [_plain(member, column, references) for member in value]
        texts = [text for text in members if text is not None]
        if texts and len(texts) == len(members):
            yield texts[0]
            yield list(texts)
    elif (text := _plain(value, column, references)) is not None:
        yield text


def _plain(value: Any, column: Column, references: References) -> str | None:
    if isinstance(value, Reference):
        key = references.key_of(value)
        collection, _, identifier = key.partition(":")
        if not references.is_known(key):
            return None
        return identifier if column.collections == (collection,) else key
    if isinstance(value, PartialDate) or (isinstance(value, str) and column.labels):
        return str(value)
    return value if isinstance(value, str) and column.is_list else None


def shown(column: Column, tree: Tree, references: References) -> str:
    """What is written, in the words of people."""
    value = column.value_of(tree)
    values = value if isinstance(value, tuple) else (value,)
    texts = [_shown(member, column, references) for member in values]
    if value is None or not all(texts):
        return "、".join(map(_text, tree)) if isinstance(tree, list) else _text(tree)
    return "、".join(text for text in texts if text)


def _shown(value: Any, column: Column, references: References) -> str | None:
    if isinstance(value, Reference):
        return references.name_of(references.key_of(value)).rpartition("=")[2]
    if isinstance(value, str):
        return column.labels.get(value, value)
    return None


def _text(tree: Tree) -> str:
    if isinstance(tree, dict):
        return "；".join(f"{name}={_text(value)}" for name, value in tree.items())
    return "、".join(map(_text, tree)) if isinstance(tree, list) else tree.strip()
