"""What a city and the province both have: one of them stands, and what differs is told at both places."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import BASIC
from tests.support.province import Province

SCHEME = "content/schemes/gi-protection.yaml"
FIRM = "content/organizations/qingxi-li-xiehui.yaml"
ROWS = "content/recognitions/cnipa-700.yaml"


def test_what_is_the_same_in_both_is_the_provinces(tmp_path: Path) -> None:
    firm = "name: 青溪县雪梨协会\nkind: 协会\nregion: qingxi\nwebsite: https://province.example/\n"
    site = Province.of(tmp_path, "alpha", changes={FIRM: firm}).collect().told()
    assert "alpha/organizations/alpha-qingxi-li-xiehui.md" not in site.collected
    pear = site.collected["alpha/gi/alpha-qingxi-xueli.md"]
    assert "applicant: qingxi-li-xiehui" in pear and "(organizations:qingxi-li-xiehui)" in pear
    assert (site.root / FIRM).read_text("utf-8") == firm
    site.build().passes()


def test_a_contradiction_is_told_with_both_places(tmp_path: Path) -> None:
    ended = BASIC[SCHEME].replace("现行", "已停止").replace("pinyin: dì lǐ biāo zhì\n", "")
    site = Province.of(tmp_path, "alpha").city("alpha", {SCHEME: ended}).collect()
    site.told("../alpha/content/schemes/gi-protection.yaml:6:9 collect.differs")
    text = site.report.text("zh")
    assert "“已停止”，本站是“现行”（content/schemes/gi-protection.yaml:7:9）" in text
    assert site.changes("alpha") is not None


def test_the_same_id_for_something_else_gets_the_prefix_and_is_told(tmp_path: Path) -> None:
    other = "fruit: {name: 水果与干果}\npears: {name: 梨, parent: fruit}\ncrafts: {name: 工艺}\n"
    site = Province.of(tmp_path, "alpha").city("alpha", {"content/categories.yaml": other})
    site.collect().told("../alpha/content/categories.yaml:1:15 collect.same-id")
    assert site.collected["alpha/categories.yaml"] == "alpha-fruit:\n  name: 水果与干果\n"
    site.build().passes()


def test_a_region_is_known_by_its_code_and_the_home_region_by_the_setting(tmp_path: Path) -> None:
    regions = (
        "here: {name: 云州, kind: 市}\nqingxi: {name: 青溪区, kind: 县市区, code: '370701', parent: here}\n"
        "lushan: {name: 鹿山县, kind: 县市区, parent: here}\n"
    )
    own = BASIC["content/regions.yaml"].replace("青溪县,", "青溪县, code: '370701',")
    city = {
        "content/regions.yaml": regions,
        "site.yaml": BASIC["site.yaml"].replace("home_region: yunzhou", "home_region: here"),
    }
    site = Province.of(tmp_path, "alpha", changes={"content/regions.yaml": own}).city("alpha", city)
    site.collect().told(
        "../alpha/content/regions.yaml:1:14 collect.differs",
        "../alpha/content/regions.yaml:2:16 collect.differs",
    )
    assert site.collected["alpha/regions.yaml"] == (
        "alpha-lushan:\n  name: 鹿山县\n  kind: 县市区\n  parent: yunzhou\n"
    )


def test_a_scheme_of_the_state_is_the_provinces_to_write(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha", "beta", changes={SCHEME: None})
    municipal = BASIC[SCHEME].replace("国家级", "市级") + "number_slug: yunzheng\n"
    site.city("beta", {SCHEME: municipal}).collect()
    site.told("../alpha/content/schemes/gi-protection.yaml:1:7 collect.unknown-scheme")
    assert site.changes("alpha") is None and not any(
        path.startswith("alpha") for path in site.collected
    )
    scheme = site.collected["beta/schemes/beta-gi-protection.md"]
    assert "number_slug: beta-yunzheng" in scheme
    assert "scheme: beta-gi-protection" in site.collected["beta/recognitions/beta-cnipa-700.yaml"]


def test_the_parts_of_an_announcement_are_one(tmp_path: Path) -> None:
    own = {
        "content/gi/own.md": "---\nname: 云州茶\nregion: yunzhou\n---\n",
        ROWS: BASIC[ROWS].replace("gi:qingxi-xueli", "gi:own"),
    }
    site = Province.of(tmp_path, "alpha", changes=own).collect().told()
    site.build().passes()
    page = site.page("v/cnipa-700/").get_text()
    assert "云州茶" in page and "青溪雪梨" in page
    ids = [tag["id"] for tag in site.page("schemes/gi-protection/").select("[id]")]
    assert len(ids) == len(set(ids)) and "cnipa-700" in ids
    site.equals_clean_build()


def test_of_an_entry_of_the_provinces_its_own_titles_stand(tmp_path: Path) -> None:
    pear = {"content/gi/qingxi-xueli.md": "---\nname: 青溪雪梨\nregion: qingxi\n---\n"}
    rows = BASIC[ROWS].replace("}\n", ", number: 甲1}\n")
    site = Province.of(tmp_path, "alpha", "beta", changes={**pear, ROWS: rows})
    site.city("beta", {ROWS: rows}).collect()
    site.told("../alpha/content/recognitions/cnipa-700.yaml:5:23 collect.different-title")
    assert not any("recognitions" in path for path in site.collected)
    assert "甲1" in site.report.text("zh")


def test_what_happened_to_a_title_later_comes_along(tmp_path: Path) -> None:
    history = "history:\n  - {row: a, date: 2025-12-20, status: 撤销, document: 公告第702号}\n"
    site = Province.of(tmp_path, "alpha").city("alpha", {ROWS: BASIC[ROWS] + history})
    site.collect().told().build().passes()
    assert "撤销" in site.page("gi/alpha-qingxi-xueli/").get_text()


def test_an_id_that_the_province_uses_itself_is_refused(tmp_path: Path) -> None:
    own = {"content/products/alpha-li-gao.md": "---\nname: 另一种膏\nkind: 手造\n---\n"}
    site = Province.of(tmp_path, "alpha", changes=own).collect()
    site.told("../alpha/content/products/li-gao.md:2:1 collect.id-taken")
    assert not site.collected


def test_facts_of_its_own_come_along_where_the_province_has_them(tmp_path: Path) -> None:
    fields = "collections:\n  products:\n    fields: {taste: {label: 口味}%s}\n"
    settings = (fields % "").removesuffix("\n") + "\n"
    city = {
        "site.yaml": BASIC["site.yaml"] + fields % ", secret: {label: 内情}",
        "content/products/tea.md": ("---\nname: 茶\nkind: 农产品\ntaste: 甘\nsecret: 不必\n---\n"),
    }
    site = Province.of(tmp_path, "alpha", settings=settings).city("alpha", city).collect().told()
    tea = site.collected["alpha/products/alpha-tea.md"]
    assert "taste: 甘" in tea and "不必" not in tea


def test_a_choice_that_the_province_does_not_have_is_told_at_its_place(tmp_path: Path) -> None:
    city = {
        "site.yaml": BASIC["site.yaml"]
        + "collections: {products: {choices: {kind: {tea: 茶叶}}}}\n",
        "content/products/tea.md": "---\nname: 茶\nkind: 茶叶\n---\n",
    }
    site = Province.of(tmp_path, "alpha").city("alpha", city).collect()
    site.told("../alpha/content/products/tea.md:3:7 schema.not-a-choice")
