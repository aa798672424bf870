"""Joining modules into one classic script, and making it shorter."""

from __future__ import annotations

import re
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
        ("const counted = 1; // one\nreturn counted + counted;", "const A=1;return A+A;\n"),
        ("const counted = made.counted;", "const A=made.counted;\n"),
        ("const counted = 1; f({ counted, size: counted });", "const A=1;f({counted:A,size:A});\n"),
        ("const { counted = 1, size: [first] } = made; counted(first);",
         "const{counted:B=1,size:[A]}=made;B(A);\n"),
        ("const word = 1; f(`${word + 1} word`);", "const A=1;f(`${A+1} word`);\n"),
        ("const made = `a  ${one ? `b  ${two in one}` : {}} c`;",
         "const A=`a  ${one?`b  ${two in one}`:{}} c`;\n"),
        ("const found = /[/*] ?x/g.test(text);", "const A=/[/*] ?x/g.test(text);\n"),
        ("x = b + +c - -d;", "x=b+ +c- -d;\n"),
        ("let step = 0; step++;", "let A=0;A++;\n"),
        ('const text = "// not a comment";', 'const A="// not a comment";\n'),
        ("const first = 1;\nconst next = first;\nlet last = next;",
         "const A=1,B=A;let C=B;\n"),
        ("const f = (first) => { while (first()); };", "const f=a=>{while(a());};\n"),
        ("const f = (one) => { if (one) { return one; } };", "const f=a=>{if(a){return a}};\n"),
        # Two functions have letters of their own; what is nowhere declared is somebody else's.
        ("const f = (one) => one + other;\nconst g = (two, three) => f(two, three);",
         "const f=a=>a+other,g=(b,a)=>f(b,a);\n"),
        ("class Tree { grow(limit = size) { return this.limit + limit; } leaf = (one) => one; }",
         "class A{grow(a=size){return this.limit+a}leaf=a=>a}\n"),
        ("const f = (kind) => { switch (kind) { case kind: { kind = 1; } default: kind; } };",
         "const f=a=>{switch(a){case a:{a=1}default:a}};\n"),
        ("const f = (key) => (key ? key : { key: key, get() { return key; } });",
         "const f=a=>(a?a:{key:a,get(){return a}});\n"),
        ("const f = async ({ one, ...rest }) => { try { await one; } catch (error) { rest(error); } };",
         "const f=async({one,...b})=>{try{await one}catch(a){b(a)}};\n"),
    ],
)  # fmt: skip
def test_shortening_leaves_what_a_script_does(text: str, expected: str) -> None:
    assert shorter.shorten(text) == expected


@pytest.mark.parametrize("name", sorted(path.name for path in MODULES.glob("*.js")))
def test_shortening_keeps_every_property_string_and_number(name: str) -> None:
    text = scripts.join(lambda one: (MODULES / one).read_text("utf-8"), [name])
    short = shorter.shorten(text)
    for kept in (r"(?<![\d.])\.(#?[A-Za-z_$][\w$]*)", r'"[^"\n]*"', r"(?<![\w.#$])\d[\d_.]*"):
        assert sorted(re.findall(kept, text)) == sorted(re.findall(kept, short))


def test_the_modules_of_search_fit_into_the_bytes_allowed() -> None:
    import gzip

    def read(name: str) -> str:
        return (MODULES / name).read_text("utf-8")

    engine = scripts.join(
        read, ["engine.js"], as_global="engine", share="all", each=shorter.shorten
    )
    box = scripts.join(read, ["site.js"], each=shorter.shorten)
    assert len(gzip.compress(engine.encode(), 9)) <= 12_200
    assert len(gzip.compress(box.encode(), 9)) <= 3_600


def test_no_script_looks_behind_in_a_pattern() -> None:
    """Where a browser does not know it (Safari before 16.4), the whole file is an error."""
    files = sorted((MODULES.parent).rglob("*.js"))
    assert files
    assert not [path.name for path in files if re.search(r"\(\?<[=!]", path.read_text("utf-8"))]
