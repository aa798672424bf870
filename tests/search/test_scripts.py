"""Joining modules into one classic script, and making it shorter."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.search import scripts, shorter
from sitegen.search.scripts import NotJoinable

MODULES = Path(__file__).parent.parent.parent / "templates" / "js" / "search"


def joined(**modules: str) -> str:
    return scripts.join(lambda name: modules[name.removesuffix(".js")], ["main.js"], as_global="it")


def test_a_module_stands_before_those_that_use_it_and_only_once() -> None:
    made = joined(
        main='import { a } from "./one.js";\nimport { b } from "./two.js";\nexport const c = a + b;\n',
        one='import { b } from "./two.js";\nexport const a = b;\n',
        two="/** Two. */\nexport const b = 2; // kept\n",
    )
    assert made.index("const b = 2") < made.index("const a = b") < made.index("const c = a + b")
    assert made.count("const b = 2") == 1
    assert "Two" not in made
    assert made.endswith("self.it = _2;\n})();\n")


@pytest.mark.parametrize(
    "text",
    [
        'import a from "./one.js";\n',
        'import * as a from "./one.js";\n',
        'import "./one.js";\n',
        "export default 1;\n",
        'export * from "./one.js";\n',
        "const a = 1;\nexport { a as b };\n",
    ],
)
def test_what_cannot_be_joined_is_refused(text: str) -> None:
    with pytest.raises(NotJoinable):
        joined(main=text, one="export const a = 1;\n")


def test_modules_that_import_each_other_are_refused() -> None:
    with pytest.raises(NotJoinable, match=r"main\.js → one\.js → main\.js"):
        joined(
            main='import { a } from "./one.js";\nexport const b = 1;\n',
            one='import { b } from "./main.js";\nexport const a = 1;\n',
        )


def test_a_second_script_takes_the_modules_of_the_first() -> None:
    modules = {
        "main.js": 'import { a } from "./one.js";\nexport const b = a;\n',
        "far.js": 'import { a } from "./one.js";\nexport const c = a;\n',
        "one.js": "export const a = 1;\n",
    }
    given = scripts.shared(modules.__getitem__, ["main.js"], "all")
    made = scripts.join(modules.__getitem__, ["far.js"], as_global="far", given=given)
    assert given == {"one.js": "self.all._0", "main.js": "self.all._1"}
    assert "const { a } = self.all._0;" in made
    assert "const a = 1" not in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("const counted = 1; // one\nreturn counted + counted;", "const a=1;return a+a;\n"),
        ("const counted = other.counted;", "const counted=a.counted;\n"),
        ("f({ counted, size: counted });", "f({counted,size:counted});\n"),
        ("const word = `${counted + 1} counted`;", "const b=`${a+1} counted`;\n"),
        (
            "const made = `a  ${one ? `b  ${two in one}` : {}} c`;",
            "const b=`a  ${a?`b  ${c in a}`:{}} c`;\n",
        ),
        ("const found = /[/*] ?x/g.test(text);", "const a=/[/*] ?x/g.test(b);\n"),
        ("a = b + +c - -d;", "a=b+ +c- -d;\n"),
        ("let step = 0; step++;", "let a=0;a++;\n"),
        ('const text = "// not a comment";', 'const a="// not a comment";\n'),
    ],
)
def test_shortening_leaves_what_a_script_does(text: str, expected: str) -> None:
    assert shorter.shorten(text) == expected


def test_the_modules_of_search_fit_into_the_bytes_allowed() -> None:
    import gzip

    def read(name: str) -> str:
        return (MODULES / name).read_text("utf-8")

    core = scripts.join(read, ["engine.js"], as_global="engine", share="all")
    size = len(gzip.compress(shorter.shorten(core).encode(), 9))
    assert size <= 13_000
