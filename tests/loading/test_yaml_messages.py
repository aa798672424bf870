"""Nothing libyaml can say reaches an author untranslated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sitegen.loading.yaml_messages import BY_CONTEXT, BY_PROBLEM, meaning
from sitegen.loading.yaml_tree import Reading

STRING = re.compile(rb"(?<=\0)[\x20-\x7e]{6,}(?=\0)")
COMPLAINT = re.compile(
    "did not find |found |could not |block sequence |mapping keys |mapping values |control |"
    "invalid |incomplete |input |unexpected |unknown |duplicate |incompatible |while |second |"
    "but found |expected |alias |anchor |tag |value must |neither |too many |write |no "
)

# Each with the reason why `yaml.parse` on a text free of control characters cannot say it.
UNREACHABLE = {
    "the composer is not used: an anchor or alias is refused when its event comes": [
        "found duplicate anchor; first occurrence",
        "second occurrence",
        "found undefined alias",
        "expected a single document in the stream",
        "but found another document",
    ],
    "the emitter and serializer write; we only read": [
        "alias value must contain alphanumerical characters only",
        "alias value must not be empty",
        "anchor must be a string",
        "anchor value must contain alphanumerical characters only",
        "anchor value must not be empty",
        "duplicate %TAG directive",
        "expected DOCUMENT-END",
        "expected DOCUMENT-START or STREAM-END",
        "expected SCALAR, SEQUENCE-START, MAPPING-START, or ALIAS",
        "expected STREAM-START",
        "expected nothing after STREAM-END",
        "incompatible %YAML directive",
        "invalid event %s",
        "neither tag nor implicit flags are specified",
        "no emitter error",
        "tag handle must be a string",
        "tag handle must contain alphanumerical characters only",
        "tag handle must end with '!'",
        "tag handle must not be empty",
        "tag handle must start with '!'",
        "tag must be a string",
        "tag prefix must be a string",
        "tag prefix must not be empty",
        "tag value must not be empty",
        "too many tags",
        "unknown event type",
        "value must be a string",
        "write error",
    ],
    "the scanner's tokens are not asked for one by one": ["unknown token type"],
    "we hand over a whole str of at most 1 MiB, not a stream": [
        "input error",
        "input is too long",
    ],
    "libyaml is only left without a message where it found nothing": ["no parser error"],
    "Cython's own words for mistakes in a program, not in a text": [
        "invalid vtable found for imported type",
        "too many values to unpack (expected %zd)",
        "while calling a Python object",
    ],
}


def library() -> bytes:
    compiled = pytest.importorskip("yaml._yaml", reason="PyYAML without libyaml")
    return Path(compiled.__file__).read_bytes()


def complaints(compiled: bytes) -> set[str]:
    strings = {string.decode().strip() for string in STRING.findall(compiled)}
    return {string for string in strings if COMPLAINT.match(string)}


def test_every_message_of_the_compiled_library_is_in_the_table() -> None:
    known = {*BY_PROBLEM, *BY_CONTEXT}
    unreachable = {message for messages in UNREACHABLE.values() for message in messages}
    said = complaints(library())

    assert len(said) > 80
    assert sorted(said - known - unreachable) == []
    assert sorted(unreachable & known) == []


def test_the_table_holds_nothing_that_the_library_does_not_say() -> None:
    strings = library()

    assert [said for said in (*BY_PROBLEM, *BY_CONTEXT) if said.encode() not in strings] == []


def test_a_message_of_a_newer_library_is_told_in_chinese_by_its_context() -> None:
    assert meaning("found a surprise", "while parsing a flow sequence").kind.code == (
        "yaml.unclosed-bracket"
    )
    assert meaning("found a surprise", "while reading tea leaves").kind.code == "yaml.syntax"
    assert meaning(None, None).kind.code == "yaml.syntax"


@pytest.mark.parametrize(
    "error",
    [
        yaml.YAMLError("odd"),
        yaml.YAMLError(),
        yaml.MarkedYAMLError(problem="odd"),
        yaml.reader.ReaderError("a", 3, 7, "utf-8", "odd"),
        yaml.MarkedYAMLError(problem="odd", problem_mark=yaml.Mark("a", 99, 99, 99, None, None)),
    ],
    ids=repr,
)
def test_an_error_of_any_shape_becomes_a_problem_inside_the_text(error: yaml.YAMLError) -> None:
    from sitegen.loading.yaml_causes import find

    reading = Reading("name: a\nb", 1)
    cause = find(error, reading.lines, None, None)

    assert cause.kind.code == "yaml.syntax"
    assert cause.spot in ((0, 0), (1, 1))
    assert cause.kind.message(cause.facts, "zh")
