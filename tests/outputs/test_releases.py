"""Published figures: each with its scope and day, held against what is recorded, and against earlier figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import SCHEME
from tests.support.site_test import SiteTest

AWARD = SCHEME.replace("regime: 地理标志产品\n", "").replace("地理标志产品保护", "市长质量奖")
FIGURES = """\
name: 质量品牌新闻发布会
kind: 新闻发布会
released: 2025-12-16
region: yunzhou
method: 发布会没有说明统计办法
figures:
  - {row: gi, name: 地理标志, indicator: gi, group: 地标, value: 1, unit: 件, scope: 累计, counts: 地理标志}
  - {row: of-year, name: 新增地理标志, group: 地标, value: 1, unit: 件, scope: 新增, counts: 地理标志, count_schemes: gi-protection, count_year: 2025}
  - {row: award, name: 质量奖, indicator: awards, group: 荣誉, value: 5, unit: 个, scope: 累计, rank_within: 全省, rank: 2, includes: 奖和提名奖合计, says: 一共5个。, caution: 奖和提名奖混在一起。, counts: 认定, count_schemes: award}
  - {row: nominated, name: 提名奖, group: 荣誉, value: 1, unit: 个, scope: 累计, counts: 认定, count_schemes: award, count_grade: 提名奖}
  - {row: gold, name: 金奖, group: 荣誉, value: 1, unit: 个, counts: 认定, count_schemes: award, count_grade: 金奖}
  - {row: of-county, name: 白山的地理标志, group: 地标, region: baishan, value: 2, unit: 件, scope: 累计, counts: 地理标志}
  - {row: special, name: 特色产品, op: 高于, value: 0.1, unit: 万个, scope: 累计, counts: 特色产品}
  - {row: share, name: 注册商标拥有率, value: 20, unit: "%", scope: 比率, caution: 和每百户2件不是一回事。}
"""
EARLIER = """\
name: 上一年的发布会
kind: 新闻发布会
released: 2024-12-20
region: yunzhou
figures:
  - {row: award, name: 质量奖, indicator: awards, value: 3, unit: 个, scope: 累计, as_of: 2024-11}
  - {row: added, name: 新增质量奖, indicator: awards, value: 1, unit: 个, scope: 新增}
  - {row: gi, name: 地理标志, indicator: gi, value: 1～2, unit: 件, scope: 累计}
"""
ROWS = """\
scheme: award
document: 云政发〔2024〕1号
number_slug: award-2024-1
announced: 2024-05-01
rows:
  - {row: a, subject: organizations:qingxi-li-xiehui}
  - {row: b, subject: organizations:qingxi-li-xiehui, level: 提名奖}
  - {row: c, subject: products:li-gao}
"""
FILES = {
    "content/schemes/award.yaml": AWARD,
    "content/recognitions/award-1.yaml": ROWS,
    "content/figures/press-2025.yaml": FIGURES,
    "content/figures/press-2024.yaml": EARLIER,
}
PAGE = "figures/press-2025/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    return SiteTest(tmp_path_factory.mktemp("releases"), FILES).build()


def words(tag: object) -> str:
    return " ".join(tag.get_text(" ").split())  # type: ignore[attr-defined]


def together(tag: object) -> str:
    return "".join(tag.get_text().split())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("gi", "公布1件·收录1件，两数相符"),
        ("of-year", "公布1件·收录1件，两数相符"),
        ("award", "公布5个·收录3个，还有2个没有收录；3条认定，2个名称：1个名称公布过不止一次"),
        ("nominated", "公布1个·收录1个，两数相符"),
        ("gold", "公布1个·收录0个，尚未收录"),
        ("of-county", "公布2件·收录0件，尚未收录"),
        ("special", "公布高于0.1万个·收录1，至少还有999没有收录"),
    ],
)
def test_a_figure_is_held_against_what_is_recorded(site: SiteTest, row: str, said: str) -> None:
    figure = site.page(PAGE).find(id=f"figures-{row}")
    assert together(figure.select("[class*='published__sign--']")[0]) == said  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("row", "address", "count"),
    [
        ("gi", "gi/", 1),
        ("of-year", "figures/press-2025/of-year/", 1),
        ("award", "figures/press-2025/award/", 3),
        ("nominated", "figures/press-2025/nominated/", 1),
    ],
)
def test_its_number_is_that_of_the_list_it_leads_to(
    site: SiteTest, row: str, address: str, count: int
) -> None:
    figure = site.page(PAGE).find(id=f"figures-{row}")
    link = figure.select_one("[class*='published__sign--'] a")  # type: ignore[union-attr]
    assert link["href"] == f"../../{address}"  # type: ignore[index]
    assert f"收录{count}" in together(link)
    page = site.page(address)
    listed = page.select(".holders tbody tr") or page.select("main .card, main .links li")
    assert len(listed) == count


def test_where_nothing_is_recorded_there_is_no_list(site: SiteTest) -> None:
    figure = site.page(PAGE).find(id="figures-gold")
    assert figure.select("a") == []  # type: ignore[union-attr]
    assert not (site.target / "figures/press-2025/gold").exists()


def test_scope_and_day_stand_beside_every_number(site: SiteTest) -> None:
    for address in (PAGE, "figures/press-2024/", "figures/press-2025/award/", "ledger/"):
        numbers = site.page(address).select(".published__number")
        assert numbers, address
        for number in numbers:
            assert "截至" in words(number) and number.select_one("time")
            assert words(number.select_one(".published__scope")) in (
                *("累计", "新增", "比率", "当期"),
                "口径没有写明",
            )


def test_what_is_easily_misread_is_said_in_view(site: SiteTest) -> None:
    page = site.page(PAGE)
    award = words(page.find(id="figures-award"))
    for said in ("奖和提名奖混在一起。", "全省第2", "包括： 奖和提名奖合计", "一共 5个 。"):
        assert said.replace(" ", "") in award.replace(" ", "")
    assert "和每百户2件不是一回事。" in together(page.find(id="figures-share"))


def test_figures_stand_in_their_groups_and_the_page_says_how_they_stand(site: SiteTest) -> None:
    page = site.page(PAGE)
    assert [words(h) for h in page.select("main .section > h2")][:3] == ["地标", "荣誉", "其他"]
    assert [words(a) for a in page.select("main nav a")] == ["地标 3", "荣誉 3", "其他 2"]
    assert "共8个数字，其中7个和本名录对照：3个相符，2个没有收全，2个尚未收录。" in together(page)


def test_an_earlier_figure_stands_beside_the_later_one_with_the_difference(site: SiteTest) -> None:
    award = together(site.page(PAGE).find(id="figures-award"))
    assert "以前公布：3个（截至2024-11），多了2个" in award
    assert "1～2件（截至2024-12-20）" in together(site.page(PAGE).find(id="figures-gi"))
    assert "以前公布" not in together(site.page("figures/press-2024/"))


def test_only_what_was_published_again_is_compared(site: SiteTest) -> None:
    page = site.page("figures/compare/")
    found = [[together(row) for row in body.select("tr")] for body in page.select("tbody")]
    assert found == [
        [
            "质量奖云州，累计",
            "2025-12-165个，质量品牌新闻发布会多了2个",
            "2024-113个，上一年的发布会",
        ],
        [
            "地理标志云州，累计",
            "2025-12-161件，质量品牌新闻发布会",
            "2024-12-201～2件，上一年的发布会",
        ],
    ]


def test_the_newest_release_stands_first_among_the_figures(site: SiteTest) -> None:
    page = site.page("figures/")
    assert [words(h) for h in page.select(".line__name")] == [
        "质量品牌新闻发布会",
        "上一年的发布会",
    ]
    assert page.select_one("main a[href$='figures/compare/']")


def test_without_a_second_release_nothing_is_compared(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES | {"content/figures/press-2024.yaml": None}).build()
    assert not (site.target / "figures/compare").exists()
    assert not site.page("figures/").select("main a[href$='figures/compare/']")


def test_every_link_of_a_figure_leads_to_its_place(site: SiteTest) -> None:
    for address in ("figures/compare/", "figures/press-2025/award/", PAGE):
        depth = "../" * address.count("/")
        for link in site.page(address).select("main a[href*='#figures-']"):
            path, _, fragment = str(link["href"]).removeprefix(depth).partition("#")
            assert site.page(path).find(id=fragment), link


def test_a_count_over_many_pages_lists_each_title_once(tmp_path: Path) -> None:
    rows = "".join(f"  - {{row: r{n}, subject: products:p{n}}}\n" for n in range(7))
    products = {
        f"content/products/p{n}.yaml": f"name: 产品{n}\npinyin: chǎn pǐn\nkind: 农产品\n"
        for n in range(7)
    }
    head = ROWS.split("  - ")[0].replace("2024-1", "2024-2").replace("1号", "2号")
    many = FILES | products | {"content/recognitions/award-2.yaml": head + rows}
    site = SiteTest(tmp_path, many)
    site.change("site.yaml", "keeper:", "page_size: 1\nkeeper:").build()
    pages = [
        "figures/press-2025/award/",
        *(f"figures/press-2025/award/page/{n}/" for n in (2, 3, 4)),
    ]
    counts = [len(site.page(page).select(".holders tbody tr")) for page in pages]
    assert counts == [3, 3, 3, 1]
