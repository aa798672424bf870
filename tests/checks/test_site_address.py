"""site.yaml must say one thing about where the site stands; a wrong sub-path is told with the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.problems import Problem
from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

PERMANENT = "permanent_url: https://test.example/\n"
GOV = (
    "profile: gov\ngov:\n  site_domain: {domain}\n  site_id_code: '3700000001'\n  sponsor: 甲\n"
    "  operator: 乙\n  contact: 0536-1234567\n  icp: 鲁ICP备1号\n  police: 鲁公网安备1号\n"
    "  party_mark: 甲\n  report_url: https://zfwzgl.www.gov.cn/\n"
)


def problems(root: Path, *, permanent: str = PERMANENT, lines: str = "") -> list[Problem]:
    site = SiteTest(root, {"site.yaml": SITE.replace(PERMANENT, permanent) + lines})
    found = site.check().report.sorted()
    return [problem for problem in found if problem.at.file == "site.yaml"]


@pytest.mark.parametrize(
    ("written", "right", "why"),
    [
        ("zt", "/zt/", "要以 / 开头，要以 / 结尾"),
        ("/zt", "/zt/", "要以 / 结尾"),
        ("zt/", "/zt/", "要以 / 开头"),
        ("/zt//x/", "/zt/x/", "两个 / 连在一起"),
        ("//", "/", "两个 / 连在一起"),
        ("/专题/", "/zhuanti/", "只能用英文字母、数字和 - _ . ~"),
        ("/zt/%E4%B8%93%E9%A2%98/", "/zt/zhuanti/", "只能用英文字母、数字和 - _ . ~"),
        ("／ｚｔ／", "/zt/", "要以 / 开头，要以 / 结尾，只能用英文字母、数字和 - _ . ~"),
        ("/../zt/", "/zt/", "不能有 . 和 .. 这样的文件夹"),
        ("https://test.example/zt", "/zt/", "只写路径，不写整个网址"),
        ("https://test.example/zt/?a=/b#c/", "/zt/", "只写路径，不写整个网址"),
        ("https://[test.example/zt/", "/zt/", "只写路径，不写整个网址"),
    ],
)
def test_a_wrong_sub_path_is_told_with_the_right_one(
    tmp_path: Path, written: str, right: str, why: str
) -> None:
    (problem,) = problems(tmp_path, lines=f"base_path: {written}\n")

    assert problem.kind.code == "schema.not-a-site-path"
    assert problem.message("zh") == f"“{written}”不能作网站的子路径：{why}"
    assert problem.fix("zh") == f"改成 {right}"
    assert (problem.at.line, problem.at.column) == (7, 12)
    assert problem.fix("en") == f"write {right}"


@pytest.mark.parametrize("path", ["/", "/zt/", "/zt/di-biao_1.0~/"])
@pytest.mark.parametrize("end", ["", "/"])
def test_settings_that_agree_pass(tmp_path: Path, path: str, end: str) -> None:
    permanent = f"permanent_url: https://test.example{path.rstrip('/')}{end}\n"
    lines = f"base_path: {path}\n" + GOV.format(domain="Test.example")
    assert problems(tmp_path, permanent=permanent, lines=lines) == []


def test_a_sub_path_that_the_permanent_address_has_not_is_a_warning(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, lines="base_path: /zt/\n")

    assert problem.kind.code == "site.path-disagrees"
    assert (problem.at.line, problem.at.column) == (7, 12)
    assert problem.message("zh") == "base_path 是“/zt/”，而 permanent_url 里的路径是“/”"
    assert "就写 base_path: /；" in problem.fix("zh")
    assert "就写 permanent_url: https://test.example/zt/；" in problem.fix("zh")


def test_without_base_path_the_place_is_that_of_the_permanent_address(tmp_path: Path) -> None:
    permanent = "permanent_url: https://test.example/专题\n"
    (problem,) = problems(tmp_path, permanent=permanent)

    assert problem.kind.code == "site.path-disagrees"
    assert (problem.at.line, problem.at.column) == (5, 16)
    assert "“/专题/”" in problem.message("zh") and "base_path: /专题/" not in problem.fix("zh")
    assert "permanent_url: https://test.example/；" in problem.fix("zh")


@pytest.mark.parametrize("domain", ["www.test.example", "https://test.example"])
def test_another_domain_than_that_of_the_permanent_address_is_a_warning(
    tmp_path: Path, domain: str
) -> None:
    (problem,) = problems(tmp_path, lines=GOV.format(domain=domain))

    assert problem.kind.code == "site.domain-disagrees"
    assert (problem.at.line, problem.at.column) == (9, 16)
    assert f"“{domain}”" in problem.message("en") and "“test.example”" in problem.message("en")
    assert "write site_domain: test.example;" in problem.fix("en")


def test_the_warning_can_be_turned_off(tmp_path: Path) -> None:
    rules = "base_path: /zt/\nrules:\n  site.path-disagrees: 关闭\n"
    assert problems(tmp_path, lines=rules) == []


@pytest.mark.parametrize("end", ["?a=1", "#a", "?", "x/?a#b"])
def test_a_permanent_address_ends_with_a_path(end: str, tmp_path: Path) -> None:
    written = PERMANENT.rstrip() + end + "\n"
    found = problems(tmp_path, permanent=written)
    (wrong,) = [one for one in found if one.kind.code == "site.address-with-query"]
    right = written.split(": ", 1)[1].replace("#", "?").partition("?")[0]
    assert wrong.facts["right"] == right
