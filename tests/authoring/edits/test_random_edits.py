"""Whatever is changed in whatever an author wrote: the new values are there, and all else is as it was."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.authoring.drafts import entry_file
from sitegen.authoring.edits.changes import Change
from sitegen.authoring.edits.edited import edited, with_entry
from sitegen.authoring.edits.new_entries import new_text
from sitegen.authoring.field_descriptions import describe
from sitegen.loading import documents
from sitegen.loading.document import Document, FieldPath
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.model.validate import without_blanks
from tests.support.odd_entries import OddWriter, random_text, random_tree, random_value

COMMENT = re.compile(r"# 注\d+。")
SEEDS = st.integers(0, 10**9)


def parsed(data: bytes, file: str) -> Document:
    document, problems = documents.parse(data, file)
    assert document is not None
    assert [p.kind.code for p in problems if p.kind.code != "text.gb18030"] == []
    return document


def paths(tree: Any, here: FieldPath = ()) -> Iterator[FieldPath]:
    """The paths of all values in a tree."""
    members = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for part, value in members:
        yield (*here, part)
        if not isinstance(value, str):
            yield from paths(value, (*here, part))


def at(tree: Any, path: FieldPath) -> Any:
    """What is at a path, None where nothing is."""
    for part in path:
        is_there = part in tree if isinstance(tree, dict) else part < len(tree)  # type: ignore[operator]
        tree = tree[part] if is_there else None
        if tree is None:
            break
    return tree


def random_changes(choose: random.Random, tree: dict[str, Any], collection: str) -> list[Change]:
    """Changes of values that are there, of new fields and of new members, none within another."""
    found: list[Change] = []
    every = list(paths(tree))
    fields = list(describe(COLLECTIONS[collection].model, Options(), "zh").values())
    for _ in range(choose.randint(1, 6)):
        if choose.random() < 0.3:
            field = choose.choice(fields)
            found.append(Change((field.name,), random_value(choose, field)))
            continue
        path = choose.choice(every)
        value = at(tree, path)
        if choose.random() < 0.2:
            found.append(Change(path, ""))
        elif isinstance(value, str):
            found.append(Change(path, random_text(choose)))
        elif isinstance(value, list):
            members = [*value, choose.choice(value)]
            choose.shuffle(members)
            found.append(Change(path, members[: choose.randint(0, len(members))]))
            if choose.random() < 0.5:
                found[-1] = Change((*path, len(value)), choose.choice(value))
        else:
            names = {name: member for name, member in value.items() if choose.random() < 0.7}
            found.append(Change(path, names | {"note": random_text(choose)}))
    apart: list[Change] = []
    for change in found:
        if not any(
            change.path[: len(o.path)] == o.path or o.path[: len(change.path)] == change.path
            for o in apart
        ):
            apart.append(change)
    return apart


def changed(tree: Any, changes: list[Change]) -> Any:
    """The tree after the changes, worked out member by member."""
    own = {change.path[0]: change.value for change in changes if len(change.path) == 1}
    deeper: dict[Any, list[Change]] = {}
    for path, value in changes:
        if len(path) > 1:
            deeper.setdefault(path[0], []).append(Change(path[1:], value))
    if isinstance(tree, dict):
        every = dict.fromkeys((*tree, *own, *deeper))
        return {
            n: own[n] if n in own else changed(tree.get(n, ""), deeper.get(n, [])) for n in every
        }
    if isinstance(tree, list):
        members = [
            own[n] if n in own else changed(member, deeper.get(n, []))
            for n, member in enumerate(tree)
        ]
        members += [own[n] for n in sorted(own) if n >= len(tree)]
        gone = {n for n in own if not own[n]}
        return [member for n, member in enumerate(members) if n not in gone]
    return tree


def normal(tree: Any) -> Any:
    """Without blanks; lists that are one text count as one text."""
    tree = without_blanks(tree)
    if isinstance(tree, dict):
        return {name: normal(value) for name, value in tree.items()}
    if isinstance(tree, list):
        members = [normal(member) for member in tree]
        texts = all(isinstance(member, str) for member in members)
        return "、".join(part for member in members for part in split(member)) if texts else members
    return "、".join(split(tree))


def split(text: str) -> list[str]:
    return [part.strip() for part in re.split("[、，,；;]", text)]


def node_lines(text: str, path: FieldPath) -> range:
    """The lines of the value at a path, or of the nearest one around it that is there, with its name."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    start = node.start_mark.line
    for part in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == part), None)
            if found is None:
                break
            start, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode):
            if int(part) >= len(node.value):
                break
            node = node.value[int(part)]
            start = node.start_mark.line
    else:
        return range(start, max(node.end_mark.line + (node.end_mark.column > 0), start + 1))
    if not node.flow_style:
        return range(0)
    return range(start, max(node.end_mark.line + (node.end_mark.column > 0), start + 1))


def comments_around(lines: list[str], piece: range) -> range:
    """The piece with the comment lines directly above it and all below it up to the next text."""
    start, end = piece.start, piece.stop
    while start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    while end < len(lines) and (not lines[end].strip() or lines[end].lstrip().startswith("#")):
        end += 1
    return range(start, end)


def missing(few: list[str], many: list[str]) -> list[str]:
    """The first of the lines that is not there any more, behind those before it."""
    rest = iter(many)
    return next(([line] for line in few if not any(line == other for other in rest)), [])


def written(
    choose: random.Random, collection: str
) -> tuple[str, str, FieldPath, dict[str, Any], str, str]:
    """A file with an entry: (its name, its YAML, the path of the entry, its tree, what stands above the YAML,
    what stands below it)."""
    tree = random_tree(choose, collection)
    writer = OddWriter(choose)
    if COLLECTIONS[collection].tree:
        every = {name: random_tree(choose, collection) for name in ("yi", "er", "san")}
        return f"content/{collection}.yaml", writer.text(every), ("er",), every["er"], "", ""
    if not COLLECTIONS[collection].shown or choose.random() < 0.5:
        return f"content/{collection}/a.yaml", writer.text(tree), (), tree, "", ""
    yaml = writer.text(tree).rstrip("\n") + "\n"
    body = "---\n\n正文\n\nsummary: 不是字段\n---\n# summary:\n\n"
    return f"content/{collection}/a.md", yaml, (), tree, "---\n", body


@pytest.mark.parametrize("collection", COLLECTIONS)
@given(seed=SEEDS)
@settings(max_examples=25, deadline=None)
def test_any_changes_are_read_back_and_other_lines_keep_their_bytes(
    collection: str, seed: int
) -> None:
    choose = random.Random(seed)
    file, yaml, root, tree, above, below = written(choose, collection)
    line_end = choose.choice(("\n", "\n", "\r\n"))
    mark = choose.choice((b"", b"", b"\xef\xbb\xbf"))
    data = mark + (above + yaml + below).replace("\n", line_end).encode()
    document = parsed(data, file)
    assert at(document.tree, root) == tree
    changes = random_changes(choose, tree, collection)

    new = edited(data, document, root, changes, collection, Options())

    expected = changed(tree, changes)
    assert normal(at(parsed(new, file).tree, root)) == normal(expected), (yaml, changes)
    others = {name: value for name, value in parsed(new, file).tree.items() if (name,) != root}
    assert not root or others == {n: v for n, v in document.tree.items() if (n,) != root}
    assert new.startswith(mark + above.replace("\n", line_end).encode())
    assert new.endswith(below.replace("\n", line_end).encode())
    lost = lost_pieces(yaml, tree, root, changes, expected, new.decode("utf-8-sig"), line_end)
    assert not lost, f"{lost}\n{yaml}\n----\n{changes}\n----\n{new.decode()}"


def lost_pieces(
    yaml: str,
    tree: Any,
    root: FieldPath,
    changes: list[Change],
    expected: Any,
    new: str,
    line_end: str,
) -> list[str]:
    """Lines that are in no changed value and comments that are in no removed one, but are not in the new text."""
    lines = yaml.split("\n")
    touched: set[int] = set()
    may_go: set[int] = set()
    for path, value in changes:
        while path[:-1] and not value and at(expected, path[:-1]) in ([], ""):
            path = path[:-1]
        piece = node_lines(yaml, (*root, *path))
        old = at(tree, path)
        stays = old is None or (isinstance(old, str) and (value or isinstance(path[-1], str)))
        touched.update(piece if stays or not piece else comments_around(lines, piece))
        may_go.update(() if stays or not piece else comments_around(lines, piece))
    kept = [line for n, line in enumerate(lines) if n not in touched and line.strip()]
    after = [line + line_end for line in new.split(line_end)]
    lost = missing([line + line_end for line in kept], after)
    comments = [COMMENT.findall(line) for n, line in enumerate(lines) if n not in may_go]
    there = COMMENT.findall(new)
    return lost + [c for found in comments for c in found if there.count(c) != 1]


def test_no_change_gives_the_same_bytes() -> None:
    for seed in range(200):
        choose = random.Random(seed)
        tree = random_tree(choose, "gi")
        data = OddWriter(choose).text(tree).encode()
        document = parsed(data, "content/gi/a.yaml")
        same = [Change((name,), value) for name, value in tree.items()]
        assert edited(data, document, (), [], "gi", Options()) == data
        assert edited(data, document, (), same, "gi", Options()) == data


@pytest.mark.parametrize("collection", COLLECTIONS)
@given(seed=SEEDS)
@settings(max_examples=20, deadline=None)
def test_a_text_changed_and_changed_back_gives_the_same_bytes(collection: str, seed: int) -> None:
    """Where the text has quotes that hold any text: a plain one may get some."""
    choose = random.Random(seed)
    tree = random_tree(choose, collection)
    writer = OddWriter(choose)
    writer.styles = ('"',)
    data = writer.text(tree).encode()
    texts = [path for path in paths(tree) if isinstance(at(tree, path), str)]
    chosen = choose.sample(texts, min(3, len(texts)))
    there = [Change(path, random_text(choose)) for path in chosen]
    back = [Change(path, at(tree, path)) for path in chosen]
    file = f"content/{'recognitions' if COLLECTIONS[collection].tree else collection}/a.yaml"

    new = edited(data, parsed(data, file), (), there, collection, Options())
    again = edited(new, parsed(new, file), (), back, collection, Options())

    assert again == data


@pytest.mark.parametrize("collection", ["gi", "products", "recognitions"])
@given(seed=SEEDS)
@settings(max_examples=25, deadline=None)
def test_members_in_another_order_take_their_comments_with_them(collection: str, seed: int) -> None:
    choose = random.Random(seed)
    tree = random_tree(choose, collection)
    text = OddWriter(choose).text(tree)
    lists = [path for path in paths(tree) if isinstance(at(tree, path), list) and len(path) == 1]
    changes = [Change(path, choose.sample(at(tree, path), len(at(tree, path)))) for path in lists]
    file = f"content/{collection}/a.yaml"

    new = edited(
        text.encode(), parsed(text.encode(), file), (), changes, collection, Options()
    ).decode()

    assert dict(parsed(new.encode(), file).tree) == changed(tree, changes)
    assert sorted(COMMENT.findall(new)) == sorted(COMMENT.findall(text)), (
        f"{text}\n{changes}\n{new}"
    )


@pytest.mark.parametrize("collection", [n for n, c in COLLECTIONS.items() if not c.tree])
@given(seed=SEEDS)
@settings(max_examples=20, deadline=None)
def test_a_new_entry_is_read_as_the_tree_that_it_was_made_of(collection: str, seed: int) -> None:
    tree = random_tree(random.Random(seed), collection)
    file = entry_file(collection, "a")
    assert dict(parsed(new_text(collection, tree, Options()).encode(), file).tree) == tree


@pytest.mark.parametrize("collection", [n for n, c in COLLECTIONS.items() if c.tree])
@given(seed=SEEDS)
@settings(max_examples=20, deadline=None)
def test_a_new_entry_of_a_tree_stands_behind_the_others(collection: str, seed: int) -> None:
    choose = random.Random(seed)
    every = {name: random_tree(choose, collection) for name in ("yi", "er")[choose.randint(0, 1) :]}
    tree = random_tree(choose, collection)
    file = f"content/{collection}.yaml"
    data = OddWriter(choose).text(every).encode()
    new = with_entry(data, parsed(data, file), "xin", tree, collection, Options())
    assert list(parsed(new, file).tree.items()) == [*every.items(), ("xin", tree)]
    alone = new_text(collection, tree, Options(), identifier="xin").encode()
    assert dict(parsed(alone, file).tree) == {"xin": tree}
