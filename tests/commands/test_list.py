"""`sitegen list`: the ids and names that other entries are written with."""

from __future__ import annotations

from pathlib import Path

from tests.support.command_line import run
from tests.support.site_test import SiteTest


def site(tmp_path: Path) -> Path:
    table = "编号,名称,种类\nli-jiu,梨酒,农产品\n"
    files = {
        "content/products/more.csv": table,
        "content/products/a.yaml": "name: 草稿\ndraft: 是\n",
        "content/products/broken.yaml": "name：甲\nkind: 农产品\n",
    }
    return SiteTest(tmp_path, files).root


def test_it_lists_ids_and_names_of_a_collection_by_name_or_title(tmp_path: Path) -> None:
    root = site(tmp_path)
    for word in ("products", "特色产品", "产品"):
        result = run("list", word, "--site", str(root))
        assert result.returncode == 0
        lines = result.stdout.splitlines()
        assert lines == ["a       草稿（草稿）", "broken  甲", "li-gao  梨膏", "li-jiu  梨酒"]
    result = run("list", "地区", "--site", str(root))
    assert "qingxi   青溪县" in result.stdout.splitlines()


def test_it_counts_the_entries_of_each_collection(tmp_path: Path) -> None:
    result = run("list", "--site", str(site(tmp_path)), "--lang", "en")
    assert "     4  products       Products" in result.stdout.splitlines()


def test_a_word_for_no_collection_is_told_with_the_nearest(tmp_path: Path) -> None:
    result = run("list", "品排", "--site", str(site(tmp_path)))
    assert result.returncode == 1 and "最接近的是“brands”" in result.stderr


def test_it_lists_regions_of_a_table_too(tmp_path: Path) -> None:
    table = "编号,名称,层级,上级\nheishan,黑山县,县市区,云州市\n"
    root = SiteTest(tmp_path, {"content/regions.csv": table}).root
    lines = run("list", "地区", "--site", str(root)).stdout.splitlines()
    assert "heishan  黑山县" in lines and "qingxi   青溪县" in lines
