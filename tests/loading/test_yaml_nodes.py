"""Each name and value of a YAML text is found where it is written, to the character."""

from __future__ import annotations

import random

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.loading.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, read
from tests.support.attack.rounds import examples
from tests.support.odd_entries import OddWriter, random_tree


def test_a_node_is_what_is_written_with_its_quotes_and_brackets() -> None:
    text = "a: '甲' # 一\nb:\n  - [乙, \"丙\"]\n  -\n  - c: |  # 二\n      丁\n\n  # 三\nd: {e: , f}\ng: 戊\n  己\nh:\n"
    root = read(text)

    def written(node: Node) -> str:
        return text[node.start : node.end]

    assert {name: written(value) for name, value in root.values.items()} == {
        "a": "'甲'",
        "b": '- [乙, "丙"]\n  -\n  - c: |  # 二\n      丁',
        "d": "{e: , f}",
        "g": "戊\n  己",
        "h": "",
    }
    assert [written(name) for name in root.names.values()] == ["a", "b", "d", "g", "h"]
    members = root.values["b"]
    assert isinstance(members, SequenceNode)
    assert not members.is_flow
    assert [written(member) for member in members.members] == [
        '[乙, "丙"]',
        "",
        "c: |  # 二\n      丁",
    ]
    assert text[: root.values["h"].start].endswith("\nh:")


@given(seed=st.integers(0, 10**9))
@settings(max_examples=examples(150), deadline=None)
def test_what_is_written_is_read_as_the_value_by_itself(seed: int) -> None:
    choose = random.Random(seed)
    tree = random_tree(choose, "gi")
    text = OddWriter(choose).text(tree)

    def compare(node: Node, value: object) -> None:
        if isinstance(node, MappingNode):
            assert isinstance(value, dict)
            assert list(node.values) == list(value) == list(node.names)
            for name, inner in node.values.items():
                assert text[node.names[name].start : node.names[name].end] == name
                compare(inner, value[name])
        elif isinstance(node, SequenceNode):
            assert isinstance(value, list)
            assert len(value) == len(node.members)
            for member, inner_value in zip(node.members, value, strict=True):
                compare(member, inner_value)
        else:
            assert isinstance(node, ScalarNode)
            assert node.value == value
            written = text[node.start : node.end]
            column = node.start - text.rfind("\n", 0, node.start) - 1
            alone = f"{' ' * column}{written}" if node.style not in ("|", ">") else f"- {written}"
            read_again = yaml.load(f"{alone}\n", yaml.BaseLoader)
            assert (read_again[0] if node.style in ("|", ">") else read_again) == value

    compare(read(text), tree)
