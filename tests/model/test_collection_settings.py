"""The site's own fields and choices: what is refused, and the right lines for what was written."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sitegen.config.site import read_site
from sitegen.loading import documents
from sitegen.model import collection_settings
from sitegen.model.collection_settings import WRONG_LINES
from sitegen.model.validate import without_blanks
from sitegen.problems import Problem
from tests.support.basic_site import SITE, write


def problems_of(text: str) -> list[Problem]:
    document, faults = documents.parse(f"{SITE}{text}".encode(), "site.yaml")
    assert document is not None and not faults
    return collection_settings.problems(document, document.tree["collections"])


WRONG = {
    "collections:\n  products:\n    fields: [taste, 海拔高度]\n": (
        "{products: {fields: {taste: {label: taste}, haiba-gaodu: {label: 海拔高度}}}}"
    ),
    "collections:\n  products:\n    fields: {taste: 口感}\n": (
        "{products: {fields: {taste: {label: 口感}}}}"
    ),
    "collections:\n  products:\n    fields:\n      - {name: taste, label: 口感, type: 文字}\n": (
        "{products: {fields: {taste: {label: 口感, type: 文字}}}}"
    ),
    "collections:\n  products:\n    fields: {taste: {type: 数字}}\n": (
        "{products: {fields: {taste: {label: taste, type: 数字}}}}"
    ),
    "collections:\n  products:\n    taste: {label: 口感}\n": (
        "{products: {fields: {taste: {label: 口感}}}}"
    ),
    "collections:\n  - products: {fields: {taste: {label: 口感}}}\n": (
        "{products: {fields: {taste: {label: 口感}}}}"
    ),
    "collections:\n  brands:\n    choices: {tier: [国货之光, 老牌]}\n": (
        "{brands: {choices: {tier: {guohuo-zhiguang: 国货之光, laopai: 老牌}}}}"
    ),
    "collections:\n  brands:\n    choices: {tier: 老牌}\n": (
        "{brands: {choices: {tier: {laopai: 老牌}}}}"
    ),
    "collections:\n  gi:\n    fields: {soil: {label: 土壤, type: 选择, choices: [红壤, '1: 2']}}\n": (
        '{gi: {fields: {soil: {label: 土壤, type: 选择, choices: {hongrang: 红壤, "1-2": "1: 2"}}}}}'
    ),
    "collections: products\n": "{products: {}}",
    "collections:\n  products: 口感\n": "{products: {fields: {kougan: {label: 口感}}}}",
}


@pytest.mark.parametrize("text", WRONG)
def test_lines_of_the_wrong_shape_are_told_with_the_right_ones(text: str) -> None:
    (problem,) = problems_of(text)
    assert problem.kind is WRONG_LINES and (problem.at.line or 0) >= 7
    assert problem.facts["lines"] == f"collections: {WRONG[text]}"


@pytest.mark.parametrize("text", WRONG)
def test_the_right_lines_are_accepted(text: str) -> None:
    (problem,) = problems_of(text)
    assert problems_of(f"{problem.facts['lines']}\n") == []


@pytest.mark.parametrize(
    ("fields", "codes"),
    {
        "a: {label: 甲, type: 选择}": ["site.field-needs"],
        "a: {label: 甲, type: reference}": ["site.field-needs"],
        "a: {label: 甲, choices: {x: 一}}": ["site.field-has-no"],
        "a: {label: 甲, type: 选择, choices: {x: 一}, collection: gi}": ["site.field-has-no"],
        "a: {label: 甲, type: 引用, collection: 地理标志}": [],
        "a: {label: 甲, type: 引用, collection: [gi, 企业与机构]}": [],
        "a: {label: 甲, type: 引用, collection: gis}": ["schema.not-a-choice"],
        "a: {label: 甲, type: 引文, collection: gi}": ["schema.not-a-choice"],
        "a: {lable: 甲}": ["schema.unknown-field"],
        "summary: {label: 甲}": ["site.field-exists"],
    }.items(),
)
def test_each_type_has_what_it_needs_and_nothing_else(
    tmp_path: Any, fields: str, codes: list[str]
) -> None:
    block = f"collections: {{products: {{fields: {{{fields}}}}}}}\n"
    _, problems = read_site(write(tmp_path, {"site.yaml": SITE + block}))
    assert [problem.kind.code for problem in problems] == codes
    assert all(problem.at.line == 7 for problem in problems)


def test_blank_parts_count_as_not_written() -> None:
    tree = json.loads('{"products": {"fields": {"a": {"label": "甲", "choices": {}}}}}')
    assert without_blanks(tree)["products"]["fields"]["a"] == {"label": "甲"}  # type: ignore[index,call-overload]
