"""What an editor says of the files of real sites, and of slips in them: what `check` says, as far as the form goes."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from sitegen.loading.formats import is_entry_file
from sitegen.model.collections import COLLECTIONS
from tests.support.basic_site import REPOSITORY, basic
from tests.support.filled_content import filled
from tests.support.node import node_or_skip
from tests.support.schema_checks import Editor, schemas_of
from tests.support.site_test import SiteTest
from tests.support.small_slips import SLIPS, Slip

CITIES = REPOSITORY / "tests" / "cities"
SITES = {"demo": REPOSITORY, **{path.name: path for path in CITIES.iterdir() if path.is_dir()}}
SITES.pop("__pycache__", None)
GI = "content/gi/qingxi-xueli.md"
PRODUCT = "content/products/li-gao.md"
NOTICE = "content/recognitions/cnipa-700.yaml"
REGIONS = "content/regions.yaml"
SCHEME = "content/schemes/gi-protection.yaml"
FIRM = "content/organizations/qingxi-li-xiehui.yaml"
OLD_AND_NEW = frozenset(
    [
        "$schema",
        "$ref",
        "$defs",
        "title",
        "description",
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "anyOf",
        "enum",
        "pattern",
        "minimum",
        "maximum",
        "maxLength",
        "maxItems",
        "propertyNames",
        "examples",
        "enumDescriptions",
        "patternErrorMessage",
    ]
)
"""Words that mean the same to the language server of editors, which long knew draft 7 only, and to draft 2020-12."""


@cache
def basic_editor() -> Editor:
    """An editor with the schemas of the basic site, before anything in it is changed."""
    with TemporaryDirectory() as folder:
        return Editor(basic(Path(folder)))


def entry_files(root: Path) -> list[str]:
    paths = (path.relative_to(root).as_posix() for path in (root / "content").rglob("*.*"))
    return ["site.yaml", *sorted(path for path in paths if is_entry_file(path))]


@pytest.mark.parametrize("site", SITES)
def test_an_editor_finds_nothing_wrong_in_a_real_site(site: str) -> None:
    editor = Editor(SITES[site])
    files = entry_files(SITES[site])
    assert len(files) > 20
    assert {file: said for file in files if (said := editor.complaints(file))} == {}


def test_an_editor_finds_nothing_wrong_where_every_field_is_filled(tmp_path: Path) -> None:
    editor = Editor(filled(tmp_path, one_member=False))
    said = {file: editor.complaints(file) for file in entry_files(tmp_path)}
    assert {file: lines for file, lines in said.items() if lines} == {}


@pytest.mark.parametrize(
    "slip",
    [slip for slip in SLIPS if not slip.code],
    ids=lambda slip: slip.wrong.replace("\n", "⏎"),
)
def test_what_check_takes_as_it_was_meant_an_editor_takes_too(tmp_path: Path, slip: Slip) -> None:
    root = SiteTest(tmp_path).change(slip.file, slip.right, slip.wrong).root
    assert basic_editor().complaints(slip.file, root) == []


class Fault(NamedTuple):
    """In `file`, `right` was written as `wrong`; `path` is where an editor and `check` say so."""

    file: str
    right: str
    wrong: str
    path: str


FAULTS = [
    Fault(PRODUCT, "kind: 农产品", "knid: 农产品", ""),
    Fault(PRODUCT, "kind: 农产品", "种类: 农产品", ""),
    Fault(PRODUCT, "kind: 农产品", "kind: 农产", "kind"),
    Fault(PRODUCT, "kind: 农产品", "kind:", "kind"),
    Fault(PRODUCT, "kind: 农产品", "kind: [农产品]", "kind"),
    Fault(PRODUCT, "name: 梨膏", "name: [梨膏]", "name"),
    Fault(PRODUCT, "name: 梨膏", f"name: {'长' * 61}", "name"),
    Fault(PRODUCT, "name: 梨膏\n", "", ""),
    Fault(PRODUCT, "kind:", "draft: 也许\nkind:", "draft"),
    Fault(PRODUCT, "kind:", "images: a.jpg\nkind:", "images"),
    Fault(PRODUCT, "kind:", "images: [{alt: 膏}]\nkind:", "images"),
    Fault(PRODUCT, "kind:", "images: [{file: a.jpg, illustration: 大概}]\nkind:", "images"),
    Fault(PRODUCT, "kind:", "images: [{file: a.jpg, 说明: 膏}]\nkind:", "images"),
    Fault(PRODUCT, "kind:", "sources: {title: 志}\nkind:", "sources"),
    Fault(PRODUCT, "kind:", "sources: [{title: 志, url: www.example.com}]\nkind:", "sources"),
    Fault(PRODUCT, "kind:", "withdrawn: {on: 2025-01-01}\nkind:", "withdrawn"),
    Fault(PRODUCT, "kind:", "withdrawn: 是\nkind:", "withdrawn"),
    Fault(PRODUCT, "kind:", "hs_code: 五零\nkind:", "hs_code"),
    Fault(PRODUCT, "kind:", "seal: 青溪的雪梨膏\nkind:", "seal"),
    Fault(PRODUCT, "kind:", "summary: |\n  一行\n  又一行\nkind:", "summary"),
    Fault(PRODUCT, "gi: qingxi-xueli", "gi: products:li-gao", "gi"),
    Fault(GI, "published: 2025-12-16 09:00", "published: 2025-12", "published"),
    Fault(GI, "published: 2025-12-16 09:00", "published: 2025-13-16", "published"),
    Fault(GI, "published: 2025-12-16 09:00", "published: 16/12/2025", "published"),
    Fault(GI, "published: 2025-12-16 09:00", "published: 昨天", "published"),
    Fault(GI, "published: 2025-12-16 09:00", "published: 2025", "published"),
    Fault(GI, "published: 2025-12-16 09:00", "published: true", "published"),
    Fault(GI, "applicant:", "harvest: 九月上旬\napplicant:", "harvest"),
    Fault(GI, "applicant:", "harvest: 13\napplicant:", "harvest"),
    Fault(GI, "applicant:", "harvest: [9, 十三月]\napplicant:", "harvest"),
    Fault(
        GI,
        "applicant:",
        "quality: {measures: [{name: 糖, op: ≥, value: 12%}]}\napplicant:",
        "quality",
    ),
    Fault(
        GI,
        "applicant:",
        "quality: {measures: [{name: 糖, op: 大于, value: 12}]}\napplicant:",
        "quality",
    ),
    Fault(NOTICE, "row: a", "row: 甲", "rows"),
    Fault(NOTICE, "subject: gi:qingxi-xueli", "subject: regions:qingxi", "rows"),
    Fault(NOTICE, "announced: 2025-11-03", "announced: 去年冬天", "announced"),
    Fault(NOTICE, "announced:", "covers: 很多\nannounced:", "covers"),
    Fault(NOTICE, "announced:", "number_slug: 云 3\nannounced:", "number_slug"),
    Fault(SCHEME, "status: 现行", "status: 暂停", "status"),
    Fault(SCHEME, "status: 现行", "status: 现行\nvalidity_years: 200", "validity_years"),
    Fault(FIRM, "kind: 协会", "kind: 协会\ncredit_code: 9111", "credit_code"),
    Fault(FIRM, "kind: 协会", "kind: 协会\ncontact_public: {phone: '*21*1#'}", "contact_public"),
    Fault(REGIONS, "kind: 市}", "kind: 城}", "yunzhou.kind"),
    Fault(REGIONS, 'tile: "1,1"', 'tile: "9,1"', "qingxi.tile"),
    Fault(REGIONS, "qingxi: {", "青溪: {", ""),
    Fault(REGIONS, "{name: 云州市, short_name: 云州, kind: 市}", "云州市", "yunzhou"),
    Fault("site.yaml", "id: test-site", "id: 试验", "id"),
    Fault("site.yaml", "name: 试验名录\n", "", ""),
    Fault("site.yaml", "https://test.example/", "test.example", "permanent_url"),
    Fault("site.yaml", "home_region", "page_size: 100\nhome_region", "page_size"),
    Fault("site.yaml", "home_region", "base_path: zt\nhome_region", "base_path"),
    Fault("site.yaml", "home_region", "menu: gi\nhome_region", "menu"),
    Fault("site.yaml", "home_region", "home: 首页\nhome_region", "home"),
    Fault("site.yaml", "home_region", "synonyms: 折耳根\nhome_region", "synonyms"),
    Fault("site.yaml", "home_region", "colours: {primary: 红}\nhome_region", "colours"),
    Fault("site.yaml", "home_region", "rules: {image.no-alt: 严重}\nhome_region", "rules"),
    Fault("site.yaml", "home_region", "rules: {image.noalt: 提醒}\nhome_region", "rules"),
    Fault(
        "site.yaml",
        "home_region",
        "collections: {produkts: {facets: year}}\nhome_region",
        "collections",
    ),
    Fault(
        "site.yaml",
        "home_region",
        "publish: {web: {kind: ftp, path: /srv}}\nhome_region",
        "publish",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.wrong.replace("\n", "⏎")[:60])
def test_an_editor_refuses_the_form_that_check_refuses(tmp_path: Path, fault: Fault) -> None:
    site = SiteTest(tmp_path)
    site.change(fault.file, fault.right, fault.wrong).check()
    assert site.report.has_errors, "check takes it"
    said = basic_editor().complaints(fault.file, site.root)
    places = {line.partition(":")[0] for line in said}
    assert said and places == {fault.path} | (places & {""}), said


OWN = """\
collections:
  products:
    fields:
      taste: {type: choice, label: 口味, label_en: taste, choices: {sweet: 甜, 1: 咸}}
      opened: {type: date, label: 开业}
      shops: {type: reference, label: 店, collection: organizations}
    choices:
      kind: {pickle: 酱菜}
"""


def test_the_own_fields_and_choices_of_a_site_are_known(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.write("site.yaml", (site.root / "site.yaml").read_text("utf-8") + OWN)
    editor = Editor(site.root)
    assert editor.complaints("site.yaml") == []
    own = "kind: 酱菜\ntaste: 1\nopened: 2020\nshops: [青溪县雪梨协会]"
    site.change(PRODUCT, "kind: 农产品", own).check().passes()
    assert editor.complaints(PRODUCT) == []
    site.change(PRODUCT, "taste: 1", "taste: 苦").check()
    assert site.report.has_errors and editor.complaints(PRODUCT)
    taste = schemas_of(site.root).of_collection("products")["properties"]["taste"]
    assert taste["title"] == "口味" and "甜" in taste["anyOf"][0]["enum"]


def test_rows_of_an_announcement_may_stand_in_a_table(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    text = (site.root / NOTICE).read_text("utf-8")
    head = text.partition("rows:")[0]
    site.write("content/recognitions/cnipa-700.csv", "行号,对象\na,gi:qingxi-xueli\n")
    site.write(NOTICE, head).check().passes()
    assert Editor(site.root).complaints(NOTICE) == []
    site.write(NOTICE, f"{head}rows: cnipa-700.csv\n").check().passes()
    assert Editor(site.root).complaints(NOTICE) == []


def test_references_are_proposed_by_id_and_by_name(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    defined = schemas_of(site.root).of_collection("products")["$defs"]
    known = defined["known-regions"]
    assert known["enum"] == ["yunzhou", "qingxi", "baishan", "云州市", "青溪县", "白山县"]
    assert known["enumDescriptions"][:4] == ["云州市", "青溪县", "白山县", "yunzhou"]


def test_every_schema_says_what_old_and_new_drafts_understand_alike() -> None:
    schemas = basic_editor().schemas
    for schema in (schemas.of_settings(), *map(schemas.of_collection, ("gi", "recognitions"))):
        Draft202012Validator.check_schema(schema)
        Draft7Validator.check_schema(schema)
    for name in COLLECTIONS:
        assert used(schemas.of_collection(name)) <= OLD_AND_NEW


def test_every_pattern_is_one_of_javascript() -> None:
    """Python and JavaScript think differently of other digits and of the ends of words."""
    schemas = basic_editor().schemas
    made = [schemas.of_settings(), *map(schemas.of_collection, COLLECTIONS)]
    patterns = sorted({pattern for schema in made for pattern in patterns_of(schema)})
    assert len(patterns) > 20
    assert not [one for one in patterns if re.search(r"\\[AZdDwWbB]|\(\?(?![:!=])", one)]
    program = "JSON.parse(process.argv[1]).forEach((one) => new RegExp(one, 'u'))"
    command = [node_or_skip(), "-e", program, json.dumps(patterns)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def patterns_of(schema: object) -> Iterator[str]:
    if isinstance(schema, list):
        for member in schema:
            yield from patterns_of(member)
    elif isinstance(schema, dict):
        if isinstance(pattern := schema.get("pattern"), str):
            yield pattern
        for value in schema.values():
            yield from patterns_of(value)


def used(schema: object, *, names: bool = False) -> set[str]:
    """The words of a schema; `names` says that the keys here are names of fields."""
    found: set[str] = set()
    if isinstance(schema, list):
        for member in schema:
            found |= used(member)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            found |= set() if names else {key}
            if names or key not in ("enum", "examples", "required", "enumDescriptions"):
                found |= used(value, names=not names and key in ("properties", "$defs"))
    return found


def test_english_schemas_have_english_words(tmp_path: Path) -> None:
    schemas = schemas_of(SiteTest(tmp_path).root, "en")
    for name in COLLECTIONS:
        schema = schemas.of_collection(name)
        for field, described in schema.get("properties", {}).items():
            assert described["title"].isascii(), (field, described["title"])
    kind = schemas.of_collection("products")["properties"]["kind"]
    assert kind["enum"][0].isascii() and not re.search("[一-鿿]", kind["description"])
