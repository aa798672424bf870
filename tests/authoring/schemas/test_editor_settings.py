"""The settings of an author keep every character; what is missing is added behind them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from sitegen.authoring.schemas.editor_settings import SCHEMAS, merged
from sitegen.problems import Mistaken

WANTED: dict[str, Any] = {
    SCHEMAS: {"./a.json": ["/a/*.yaml"], "./b.json": ["/b.yaml"]},
    "yaml.schemaStore.enable": False,
}


def read(text: str) -> Any:
    """The settings in a text whose comments and strings are simple."""
    without_comments = re.sub(r"//[^\n]*|/\*.*?\*/", "", text)
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", without_comments).removeprefix("\ufeff"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "{}",
        "{\n}\n",
        '{\n  "editor.fontSize": 16\n}\n',
        '{\n  "editor.fontSize": 16 // 大一点\n}\n',
        '{\n  "editor.fontSize": 16, // 大一点\n  /* 以后再说 */\n}\n',
        '{"editor.rulers": [80, 100,], "files.eol": "\\n"}',
        '{"yaml.schemas": {}}',
        '{"yaml.schemas": {"./mine.json": "mine.yaml"}, "files.eol": "\\n"}',
        '{\n\t"yaml.schemas": {\n\t\t"./mine.json": "mine.yaml", // 自己的\n\t},\n}\n',
        '{"yaml.schemaStore.enable": true, "yaml.schemas": {"./a.json": "/mine/*.yaml"}}',
        '\ufeff{\r\n  "editor.fontSize": 16\r\n}\r\n',
        '{"a": "} \\" {", "b": {"yaml.schemas": 1}}',
    ],
)
def test_what_is_there_stays_and_what_is_missing_is_added(text: str) -> None:
    new = merged(text, WANTED, "settings.json")
    before, after = read(text) if text.strip() else {}, read(new)
    for name, value in {**WANTED, **before}.items():
        if name != SCHEMAS:
            assert after[name] == value
    assert after[SCHEMAS] == {**WANTED[SCHEMAS], **before.get(SCHEMAS, {})}
    kept = iter(new)
    assert all(character in kept for character in text.strip())
    if "\r\n" in text:
        assert not re.search(r"[^\r]\n", new)
    assert merged(new, WANTED, "settings.json") == new


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[]", "1:1"),
        ('"x"', "1:1"),
        ('{\n  "a" 1\n}', "2:7"),
        ('{\n  "a": 1\n', "2:9"),
        ('{"a": 1} {}', "1:10"),
        ("{\"a\": 'x'}", "1:7"),
        ('{"a": "x\n"}', "1:7"),
        ('{\n  "yaml.schemas": []\n}', "2:19"),
        ("{" + '"a":{' * 100_000, "1:1"),
        ("{/* ", "1:2"),
    ],
)
def test_settings_that_are_not_understood_are_left_alone(text: str, place: str) -> None:
    with pytest.raises(Mistaken) as raised:
        merged(text, WANTED, "settings.json")
    assert str(raised.value.problem.at) == f"settings.json:{place}"
