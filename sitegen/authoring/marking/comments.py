"""The comments of marked cells. What the author wrote in a comment stays, ours stands before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from sitegen.authoring.marking.marks import excel_text
from sitegen.authoring.marking.xml_edits import (
    Edit,
    Element,
    check_encoding,
    edited,
    prefix_of,
    tree,
)
from sitegen.loading.workbook_marks import COMMENT_END, COMMENT_START
from sitegen.loading.workbooks.facts import Damaged
from sitegen.problems import letters

AUTHOR: Final = "sitegen"
THREAD: Final = "tc="
"""How the author of a comment begins that only stands for a thread of comments. Excel shows the thread instead."""
NEW: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments '
    b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors>'
    b"<commentList></commentList></comments>"
)


class Commented(NamedTuple):
    """The part, and the cells whose box is to be made or taken away."""

    part: bytes
    added: frozenset[str]
    removed: frozenset[str]


def commented(part: bytes | None, texts: Mapping[tuple[int, int], str]) -> Commented:
    """Comments with these texts by (row, column), from 1; what is there of ours goes. Raises Damaged."""
    part = part or NEW
    check_encoding(part)
    root = tree(part)
    authors, listed = root.child("authors"), root.child("commentList")
    if authors is None or listed is None or listed.is_empty_tag or authors.is_empty_tag:
        if listed is not None and listed.children:
            raise Damaged("comments")
        return commented(NEW, texts)
    prefix = prefix_of(part)
    names = [one.all_text() for one in authors.children]
    wanted = {f"{letters(column)}{row}": text for (row, column), text in sorted(texts.items())}
    added: set[str] = set()
    removed: set[str] = set()
    present = set()
    edits: list[Edit] = []
    for comment in listed.children:
        cell = comment.attributes.get("ref", "")
        if _is_thread(comment, names):
            present.add(cell)
            continue
        text, runs = comment.child("text"), _authors_runs(part, comment, prefix)
        ours = wanted.get(cell)
        if text is None or (ours is None and not _is_ours(comment)):
            continue
        if not runs:
            # Its box has to fit another text, or goes.
            (removed if ours is None else added).add(cell)
        if not runs and ours is None:
            edits.append((comment.start, comment.end, b""))
            continue
        present.add(cell)
        run = _run(f"{ours}\n" if runs else ours, prefix) if ours else b""
        edits.append((text.start, text.end, _text(run + runs, prefix)))
    new = {cell: text for cell, text in wanted.items() if cell not in present}
    edits += _new_comments(new, names, authors.close, listed.close, prefix)
    return Commented(edited(part, edits), frozenset(added.union(new)), frozenset(removed))


def _new_comments(
    texts: Mapping[str, str], names: Sequence[str], authors: int, listed: int, prefix: str
) -> list[Edit]:
    """Comments for cells that have none. `authors` and `listed` are where the lists end."""
    if not texts:
        return []
    edits: list[Edit] = []
    number = names.index(AUTHOR) if AUTHOR in names else len(names)
    if number == len(names):
        edits.append((authors, authors, f"<{prefix}author>{AUTHOR}</{prefix}author>".encode()))
    comments = b"".join(
        f'<{prefix}comment ref="{cell}" authorId="{number}" shapeId="0">'.encode()
        + _text(_run(text, prefix), prefix)
        + f"</{prefix}comment>".encode()
        for cell, text in texts.items()
    )
    return [*edits, (listed, listed, comments)]


def _is_thread(comment: Element, names: Sequence[str]) -> bool:
    author = comment.attributes.get("authorId", "0")
    number = int(author) if author.isdecimal() and len(author) < 8 else len(names)
    return number < len(names) and names[number].startswith(THREAD)


def _runs(comment: Element) -> list[Element]:
    text = comment.child("text")
    return [one for one in (text.children if text else ()) if one.name in ("r", "t")]


def _is_ours(comment: Element) -> bool:
    """Whether some of the comment is ours."""
    return bool(_spans("".join("".join(_letters(run)) for run in _runs(comment))))


def _spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of what is ours in the text of a comment."""
    spans = []
    start = text.find(COMMENT_START)
    while start >= 0 and (close := text.find(COMMENT_END, start)) >= 0:
        end = close + len(COMMENT_END)
        end += text.startswith("\n", end)
        spans.append((start, end))
        start = text.find(COMMENT_START, end)
    return spans


def _authors_runs(part: bytes, comment: Element, prefix: str) -> bytes:
    """The runs of a comment without what is ours."""
    runs = _runs(comment)
    texts = ["".join(_letters(run)) for run in runs]
    is_kept = bytearray(b"\1") * sum(map(len, texts))
    for start, end in _spans("".join(texts)):
        is_kept[start:end] = bytes(end - start)
    pieces = []
    at = 0
    for run, written in zip(runs, texts, strict=True):
        left = "".join(compress(written, is_kept[at : at + len(written)]))
        at += len(written)
        if left == written:
            raw = part[run.start : run.end]
            if run.name == "t":
                raw = b"".join([f"<{prefix}r>".encode(), raw, f"</{prefix}r>".encode()])
            pieces.append(raw if written else b"")
        elif left:
            pieces.append(_with_text(part, run, left, prefix))
    return b"".join(pieces)


def _letters(run: Element) -> list[str]:
    if run.name == "t":
        return run.text
    return [letter for one in run.children if one.name == "t" for letter in one.text]


def _with_text(part: bytes, run: Element, text: str, prefix: str) -> bytes:
    """A run that says this, formatted as before."""
    look = run.child("rPr") if run.name == "r" else None
    raw = part[look.start : look.end] if look else b""
    return f"<{prefix}r>".encode() + raw + _t(text, prefix) + f"</{prefix}r>".encode()


def _run(text: str, prefix: str) -> bytes:
    look = f'<{prefix}rPr><{prefix}sz val="10"/><{prefix}rFont val="等线"/></{prefix}rPr>'
    return f"<{prefix}r>{look}".encode() + _t(excel_text(text), prefix) + f"</{prefix}r>".encode()


def _t(text: str, prefix: str) -> bytes:
    return f'<{prefix}t xml:space="preserve">{escape(text)}</{prefix}t>'.encode()


def _text(runs: bytes, prefix: str) -> bytes:
    return f"<{prefix}text>".encode() + runs + f"</{prefix}text>".encode()
