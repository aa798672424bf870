"""Hostile files cost little time and memory, and never the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.measured_process import cost_of

SECONDS = 3.0
MEGABYTES = 100

CHILD = """
import re, sys, time
from sitegen.loading.documents import parse

data = eval(sys.argv[1])
start = time.process_time()
document, problems = parse(data, "a.yaml")
seconds = time.process_time() - start
# Not ru_maxrss: that of a child counts the memory of the parent it was forked from.
with open("/proc/self/status") as status:
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) // 1024
refused = document is None or set(document.tree.values()) == {""}
print(seconds, peak, refused, ",".join(sorted({p.kind.code for p in problems})))
"""

HOSTILE = {
    "100 KB of [": ("b'[' * 100_000", "yaml.not-a-mapping"),
    "100 KB of [ in a field": ("b'a: ' + b'[' * 100_000", "yaml.too-deep"),
    "100 KB of {": ("b'{' * 100_000", "yaml.key-not-text"),
    "100 KB of {a: ": ("b'{a: ' * 25_000", "yaml.too-deep"),
    "1 MiB of dashes": ("b'- ' * (1 << 19)", "yaml.not-a-mapping"),
    "1 MiB of dashes in a field": ("b'a:\\n ' + b'- ' * 500_000", "yaml.too-deep"),
    "1 MiB of question marks": ("b'? ' * (1 << 19)", "yaml.key-not-text"),
    "100,000 keys": ("b''.join(b'k%d: 1\\n' % n for n in range(90_000))", "yaml.too-many-values"),
    "60,000 nodes": ("b'a:\\n' + b'- 1\\n' * 60_000", "yaml.too-many-values"),
    "one key 20,000 times": ("b'a: 1\\n' * 20_000", "yaml.duplicate-key"),
    "deep indents": (
        "b''.join(b' ' * n + b'a:\\n' for n in range(1_400))",
        "yaml.too-deep",
    ),
    "billion laughs": (
        "b'a: &a [x, x]\\n' + b''.join(b'%c: &%c [%s]\\n' % (98 + n, 98 + n, b','.join([b'*%c' % "
        "(97 + n)] * 9)) for n in range(24))",
        "yaml.alias,yaml.anchor",
    ),
    "50,000 anchors": ("b'a:\\n' + b'- &x 1\\n' * 50_000", "yaml.anchor,yaml.too-many-values"),
    "100,000 directives": (
        "b''.join(b'%%TAG !%d! b\\n' % n for n in range(60_000)) + b'---\\na: 1\\n'",
        "yaml.directive",
    ),
    "directives below a document": (
        "b'a: 1\\n...\\n' + b''.join(b'%%TAG !%d! b\\n' % n for n in range(60_000))",
        "yaml.directive",
    ),
    "1 MiB in one open quote": ("b'a: \"' + b'x\\n' * 500_000", "yaml.unclosed-quote"),
    "1 MiB of full-width colons": (
        "('name：甲\\n' * 70_000).encode()",
        "yaml.duplicate-key,yaml.full-width-colon",
    ),
    "full-width colons between fields": (
        "('name：甲\\nkind: 乙\\n' * 4_000).encode()",
        "yaml.duplicate-key,yaml.full-width-colon",
    ),
    "1 MiB of one key": ("b'x' * 1_000_000 + b': 1'", "yaml.key-too-long"),
    "1 MiB of blanks": ("b' ' * 1_000_000", "yaml.empty"),
    "1 MiB of comments": ("b'#\\n' * 500_000", "yaml.empty"),
    "1 MiB of tabs": ("b'\\t' * 1_000_000", "yaml.tab"),
    "1 MiB of exclamation marks": ("b'a: ' + b'!' * 1_000_000", "yaml.tag"),
    "1 MiB of control characters": ("b'\\x01' * 1_000_000", "text.control-character"),
}


@pytest.mark.parametrize(("data", "codes"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_a_cheap_problem(data: str, codes: str) -> None:
    cost = cost_of(CHILD, data)
    assert cost.words == ["True", codes]
    assert cost.seconds < SECONDS and cost.megabytes < MEGABYTES


WITHOUT_LIBYAML = """
import sys
sys.modules["yaml._yaml"] = None
import yaml
assert not yaml.__with_libyaml__
from sitegen.loading.yaml_events import read
from tests.support.broken_yaml import BROKEN
for text, expected in BROKEN:
    tree, places, problems = read(text, "a.yaml")
    assert problems, text
    lines = text.split("\\n")
    for problem in problems:
        assert 1 <= problem.at.line <= len(lines), text
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1, text
assert read("a: 0536\\nb: [c]\\n", "a.yaml")[0] == {"a": "0536", "b": ["c"]}
assert [p.kind.code for p in read("a: " + "[" * 100_000, "a.yaml")[2]] == ["yaml.too-deep"]
"""


def test_without_the_compiled_library_files_are_read_and_refused_too() -> None:
    root = Path(__file__).parents[2]
    child = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBYAML],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=root,
        check=False,
    )

    assert child.returncode == 0, child.stderr
