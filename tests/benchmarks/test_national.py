"""The national site: made of an invented data folder here, and of the real one where it lies."""

from __future__ import annotations

import csv
import io
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks import national
from benchmarks.national_site import measures, prose
from benchmarks.national_site.gaps import Gaps
from benchmarks.national_site.yaml_text import Value, dump
from sitegen.loading import documents
from sitegen.pipeline import stages
from sitegen.problems import Report
from tests.support import basic_site
from tests.support.national_data import ROWS, data
from tests.support.site_test import SiteTest

REAL = basic_site.REPOSITORY.parent / "shared" / "data"


def made(
    folder: Path, rows: Iterable[dict[str, str]] = ROWS, known: dict[str, str] | None = None
) -> tuple[dict[str, bytes], Gaps]:
    gaps = Gaps()
    return national.site(data(folder, rows), known or {}, gaps), gaps


def tree(files: dict[str, bytes], path: str) -> dict[str, object]:
    document, problems = documents.parse(files[path], path)
    assert document is not None, problems
    return dict(document.tree)


def table(files: dict[str, bytes], path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[path].decode())))


def test_the_site_of_the_invented_data_builds_without_an_error(tmp_path: Path) -> None:
    files, _ = made(tmp_path / "data")
    national.write(tmp_path / "site", files)
    outcome = SiteTest.at(tmp_path / "site").build()
    assert outcome.built is not None
    codes = {problem.kind.code for problem in outcome.report.problems}
    assert codes == {"entry.unannounced", "seal.same"}


def test_an_entry_says_what_the_announcements_say(tmp_path: Path) -> None:
    files, _ = made(tmp_path)
    entry = tree(files, "content/gi/qingxi-xueli.yaml")
    assert entry["summary"] == "云山省青溪市长都区等2地的地理标志产品。"
    assert entry["region"] == ["changdu", "baishi-qingxi"]
    assert entry["applicant"] == "青溪市雪梨协会"
    assert entry["area_text"] == [
        {"value": "云山省青溪市现辖行政区域。", "source": "国家知识产权局公告第990号"},
        {"value": "长都区两个乡。", "source": "国家质检总局公告2010年第91号"},
    ]
    assert entry["quality"] == {
        "sensory": "皮薄□汁。",
        "measures": [
            {"name": "可溶性固形物", "op": "≥", "value": "12.5", "unit": "%"},
            {"name": "总酸（以苹果酸计）", "op": "range", "value": "0.1～0.3", "unit": "g/100g"},
        ],
    }


def test_an_announcement_has_its_date_its_scheme_and_its_rows_beside_it(tmp_path: Path) -> None:
    files, _ = made(tmp_path)
    head = tree(files, "content/recognitions/cnipa-990.yaml")
    assert (head["scheme"], head["announced"]) == ("gi-protection-cnipa", "2025-02-03")
    rows = table(files, "content/recognitions/cnipa-990.csv")
    assert {row["as_published"] for row in rows} == {
        "青溪雪梨",
        "长都茶",
        "长都茶（明前）",
        "高新酒",
        "白石鸡",
    }
    assert all(row["subject"] == f"gi:{row['row']}" for row in rows)


def test_a_certificate_number_is_a_number_of_its_row_not_an_announcement(tmp_path: Path) -> None:
    files, _ = made(tmp_path)
    head = tree(files, "content/recognitions/agi-2017.yaml")
    assert (head["announced"], head["number_slug"]) == ("2017", "agi-2017")
    assert table(files, "content/recognitions/agi-2017.csv")[0]["number"] == "AGI2017-03-0002"
    assert "announced" not in tree(files, "content/recognitions/agi-undated.yaml")


def test_a_number_of_an_unknown_issuer_has_a_slug_of_its_own(tmp_path: Path) -> None:
    files, _ = made(tmp_path)
    (path,) = (path for path in files if "/notice-" in path and path.endswith(".yaml"))
    head = tree(files, path)
    assert head["document"] == "云山省公告第7号"
    assert path == f"content/recognitions/{head['number_slug']}.yaml"


def test_regions_that_sound_alike_get_their_parents_pinyin(tmp_path: Path) -> None:
    files, _ = made(tmp_path)
    regions = tree(files, "content/regions.yaml")
    assert set(regions) == {
        "zhongguo",
        "yunshan",
        "qingxi",
        "changdu",
        "baishi-qingxi",
        "nanping",
        "qingxigaoxinqu",
    }
    zone = regions["qingxigaoxinqu"]
    assert isinstance(zone, dict)
    assert (zone["kind"], zone["parent"], "code" in zone) == ("zone", "qingxi", False)


def test_a_place_is_read_as_the_code_table_reads_it(tmp_path: Path) -> None:
    files, _ = made(tmp_path)
    assert tree(files, "content/gi/changdu-cha.yaml")["pinyin"] == "cháng dū chá"


def test_the_same_data_in_another_order_gives_the_same_bytes(tmp_path: Path) -> None:
    files, _ = made(tmp_path / "one")
    other, _ = made(tmp_path / "two", reversed(ROWS))
    assert files == other


def test_a_name_keeps_its_id_when_another_one_of_that_sound_comes(tmp_path: Path) -> None:
    before, _ = made(tmp_path / "one", [row for row in ROWS if row["name"] != "长都茶"])
    national.write(tmp_path / "site", before)
    known = national.read_ids(tmp_path / "site")
    assert known["长都茶（明前）"] == "changdu-cha"
    after, _ = made(tmp_path / "two", ROWS, known)
    ids = {row["name"]: row["id"] for row in table(after, national.IDS)}
    assert ids["长都茶（明前）"] == "changdu-cha"
    assert ids["长都茶"] == "changdu-cha-changdu"


def test_gaps_are_told_by_kind_with_a_count_and_an_example(tmp_path: Path) -> None:
    _, gaps = made(tmp_path)
    lines = list(gaps.lines())
    assert "没有城市：2 处，如 南屏石（云山省公告第7号）；青溪鸭（AGI00001）" in lines
    for kind in (
        "没有区县",
        "没有保护范围",
        "没有公告日期，只有年份",
        "日期和年份都没有",
        "城市在区划代码表里找不到",
        "区县没有代码，按名称找到了",
        "区县代码不在代码表里，当作功能区",
        "不认识的发布机关，这一行没有写进认定记录",
        "同名的几份公告，保护范围说法不一",
        "名称不同而读音相同，编号加了区县",
        "有读不出的字，写作 □",
        "经纬度的 ′ 和 ″ 成了 ?，已改回",
        "地名的拼音与代码表不同，用代码表的",
    ):
        assert gaps.count(kind), kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("水分≤6.5%，水浸出物≥37％。", ["水分 ≤ 6.5 %", "水浸出物 ≥ 37 %"]),
        ("果肉厚5至9cm；维生素B1含量＞0.7mg/100g等。", ["果肉厚 range 5～9 cm", "维生素B1含量 > 0.7 mg/100g"]),
        ("品质优良。水分大于94%、固酸比≥11.1。", ["水分 > 94 %", "固酸比 ≥ 11.1 "]),
        ("含糖量≥11%，不饱和脂肪酸≥43%", ["含糖量 ≥ 11 %", "不饱和脂肪酸 ≥ 43 %"]),
        ("干皮、根皮≥4.0%", []),
        ("一级：水分≤7%。二级：水分≤8%", []),
        ("果实可溶性固形物≥11.5％、边缘≥8.5％", []),
        ("项目指标水分%≤15.0浸出物%≥7.0", []),
        ("每100g含维生素C 3.74mg", []),
        ("单果重400±60g", []),
        ("总糖10%左右", []),
        ("总酸0.8～0.3%", []),
        ("鲜莲水份≥30%，淀粉≥21%；干莲水份≤11%，灰分≤4%", []),
        ("纤维长度≥85?", []),
        ("维生素B1 2～15mg/kg", []),
    ],
)  # fmt: skip
def test_figures_are_read_only_where_nothing_is_left_to_guess(text: str, found: list[str]) -> None:
    read = measures.parse(text, "青溪雪梨")
    assert [f"{m['name']} {m['op']} {m['value']} {m['unit']}" for m in read] == found


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("甲茶产地范围为乙县现辖行政区域。", "乙县现辖行政区域。"),
        ("甲茶地理标志产品保护范围以乙县人民政府《关于甲茶的函》提出的范围为准，为乙县丙镇。", "乙县丙镇。"),
        ("乙县丙镇、丁镇。", "乙县丙镇、丁镇。"),
    ],
)  # fmt: skip
def test_an_area_loses_the_act_that_it_cites(text: str, bare: str) -> None:
    assert prose.area(text) == bare


def test_what_is_written_as_yaml_is_read_back_as_it_was() -> None:
    texts = [
        "a: b",
        "- c",
        "#",
        "“引号”",
        '"',
        "{x}",
        "1:30",
        "是：否",
        "尾 ",
        "ān qiū",
        "\\",
        "≥",
        "a\tb",
    ]
    tree: dict[str, Value] = {
        "texts": texts,
        "rows": [{"text": text} for text in texts],
        "blank": "",
    }
    document, problems = documents.parse(dump(tree), "content/gi/a.yaml")
    assert document is not None, problems
    assert document.tree == {"texts": texts, "rows": [{"text": text} for text in texts]}


def run(monkeypatch: pytest.MonkeyPatch, *arguments: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["national.py", *map(str, arguments)])
    national.main()


def test_a_second_run_changes_nothing_and_removes_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, site = data(tmp_path / "data"), tmp_path / "site"
    run(monkeypatch, folder, site)
    first = basic_site.tree(site)
    run(monkeypatch, folder, site)
    assert "改动 0 个" in capsys.readouterr().out
    assert basic_site.tree(site) == first
    data(tmp_path / "data", [row for row in ROWS if row["name"] != "高新酒"])
    run(monkeypatch, folder, site)
    assert not (site / "content/gi/gaoxinjiu.yaml").exists()
    assert national.read_ids(site)["高新酒"] == "gaoxinjiu"


def test_a_folder_that_is_not_its_own_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = basic_site.basic(tmp_path / "site")
    before = basic_site.tree(site)
    with pytest.raises(SystemExit, match="没有改动"):
        run(monkeypatch, data(tmp_path / "data"), site)
    assert basic_site.tree(site) == before


def test_without_data_it_says_so_and_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit, match=r"跳过：.*gi_records\.csv"):
        run(monkeypatch, tmp_path / "none", tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(
    not (REAL / "gi_records.csv").is_file(), reason=f"跳过：没有全国数据 (no data folder) {REAL}"
)
def test_the_real_data_makes_a_site_without_errors(tmp_path: Path) -> None:
    files = national.site(REAL, {}, Gaps())
    national.write(tmp_path, files)
    report = Report()
    plan = stages.prepare(
        tmp_path,
        report,
        today=lambda timezone: basic_site.AS_OF,
        now=time.time_ns(),
        workers=2,
        use_cache=False,
        keep_cache=False,
    )
    assert plan is not None and not report.has_errors, report.text("zh")
    assert len(plan.catalogue.collections["gi"]) == 4433
    assert len(plan.catalogue.ledger) == 4758
