"""The page between a product and a shop outside the site."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import BASIC
from tests.support.site_test import SiteTest

PRODUCT = "content/products/li-gao.md"
FIRST, SECOND = "https://shop.example.cn/goods?id=1&from=list", "https://例子.cn/梨膏"
SHOPS = f"""\
buy:
  - {{channel: 网店, name: 青溪梨园, url: "{FIRST}", checked: 2025-12-01, phone: 0536-8120000}}
  - {{channel: 网店, name: 另一家店, url: "{SECOND}"}}
  - {{channel: 门店, name: 梨园门市部, address: 青溪县城关镇1号}}
"""


def with_shops(tmp_path: Path, shops: str = SHOPS) -> SiteTest:
    product = str(BASIC[PRODUCT]).replace("region: qingxi\n", f"region: qingxi\n{shops}")
    return SiteTest(tmp_path, {PRODUCT: product}).build().passes()


def leaving_pages(site: SiteTest) -> list[str]:
    found = sorted(site.target.glob("products/li-gao/buy/*/index.html"))
    return [path.parent.relative_to(site.target).as_posix() + "/" for path in found]


def ways(site: SiteTest) -> dict[str, str]:
    """Of the page of the product: by the name of a shop, the page that its name leads to."""
    links = site.page("products/li-gao/").select("#buy ~ dl a:not([href^=tel])")
    return {
        link.get_text(): "products/li-gao/" + str(link["href"]).rpartition("li-gao/")[2]
        for link in links
    }


def test_a_shop_is_reached_by_a_page_that_says_where_one_goes(tmp_path: Path) -> None:
    site = with_shops(tmp_path)
    product = site.page("products/li-gao/")
    assert not product.select("main a[href^=http]")
    assert sorted(ways(site).values()) == leaving_pages(site)
    assert set(ways(site)) == {"青溪梨园", "另一家店"}
    texts = [value.get_text() for value in product.select("#buy ~ dl dd")]
    assert FIRST in texts and SECOND in texts, "to be copied"

    page = site.page(ways(site)["青溪梨园"])
    (out,) = page.select("main a[href^=http]")
    assert out["href"] == FIRST
    assert out["rel"] == ["noopener", "noreferrer", "nofollow", "external"]
    words = page.select_one("main").get_text()  # type: ignore[union-attr]
    assert "域名shop.example.cn" in words and "不是本站的网页" in words
    assert "核对于2025-12-01" in words
    assert page.select_one(".leaving__address").get_text() == FIRST  # type: ignore[union-attr]
    (back,) = (link["href"] for link in page.select("main a") if link is not out)
    assert str(back).endswith("/products/li-gao/")


def test_a_host_in_chinese_is_named_as_the_browser_names_it(tmp_path: Path) -> None:
    site = with_shops(tmp_path)
    words = site.page(ways(site)["另一家店"]).select_one("main").get_text()  # type: ignore[union-attr]
    assert "域名xn--fsqu00a.cn" in words and SECOND in words


def test_search_engines_are_kept_out(tmp_path: Path) -> None:
    site = with_shops(tmp_path)
    for address in leaving_pages(site):
        robots = site.page(address).select_one("meta[name=robots]")
        assert robots is not None and "noindex" in str(robots["content"])
        assert address not in site.text("sitemap.xml")


def test_the_address_stays_when_the_list_is_put_in_another_order(tmp_path: Path) -> None:
    lines = SHOPS.splitlines(keepends=True)
    site = with_shops(tmp_path)
    before = ways(site)
    turned = "".join([lines[0], lines[3], lines[2], lines[1]])
    site.change(PRODUCT, SHOPS, turned).build().passes()
    assert ways(site) == before
    site.equals_clean_build()


def test_a_shop_that_is_taken_out_takes_its_page_along(tmp_path: Path) -> None:
    site = with_shops(tmp_path)
    gone = ways(site)["另一家店"]
    site.change(PRODUCT, f', url: "{SECOND}"', "").build().passes()
    assert gone not in leaving_pages(site) and len(leaving_pages(site)) == 1
    site.equals_clean_build()


def test_a_shop_that_is_listed_twice_has_one_page(tmp_path: Path) -> None:
    site = with_shops(tmp_path, SHOPS.replace(SECOND, FIRST))
    assert len(leaving_pages(site)) == 1


def test_the_preview_follows_an_edited_shop(tmp_path: Path) -> None:
    site = with_shops(tmp_path)
    site.preview()
    text = (site.root / PRODUCT).read_text().replace("id=1&", "id=2&")
    site.save({PRODUCT: text})
    assert "id=2" in site.page(ways(site)["青溪梨园"]).select_one("main").get_text()  # type: ignore[union-attr]
