"""profile: gov puts the tags and the footer of 《政府网站发展指引》 on every page, or refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sitegen.config.settings import GOV_REQUIRED
from tests.support import planned_site
from tests.support.basic_site import BASIC, SITE, tree
from tests.support.government_site import GOV, settings
from tests.support.site_test import SiteTest

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE_TAGS = ("ArticleTitle", "PubDate", "ContentSource")
TIME = "published: 2025-12-16 09:00\n"


def dated() -> dict[str, str | bytes | None]:
    files: dict[str, str | bytes | None] = {"site.yaml": settings(GOV)}
    for name, text in BASIC.items():
        shown = ("content/organizations", "content/products", "content/schemes")
        if name.startswith(shown) and isinstance(text, str):
            files[name] = text.replace("name:", f"{TIME}name:", 1)
    return files


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    site = SiteTest(tmp_path_factory.mktemp("gov"), dated())
    site.build().passes()
    return {
        path: BeautifulSoup(data, "html.parser")
        for path, data in site.output.items()
        if path.endswith(".html")
    }


def metas(page: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in page.find_all("meta", attrs={"name": True}):
        found.setdefault(str(tag["name"]), []).append(str(tag["content"]))
    return found


def test_every_page_names_the_site_once_and_alike(pages: dict[str, BeautifulSoup]) -> None:
    assert len(pages) > 20
    for path, page in pages.items():
        tags = metas(page)
        assert [tags.get(name) for name in SITE_TAGS] == [
            ["试验名录"],
            [GOV["site_domain"]],
            [GOV["site_id_code"]],
        ], path
        assert all(len(values) == 1 and values[0] for values in tags.values()), path


def test_a_content_page_states_its_title_time_and_source(pages: dict[str, BeautifulSoup]) -> None:
    content = [
        path
        for path in pages
        if re.match(r"(?:gi|products|organizations|schemes|articles)/(?!table/)[^/]+/index", path)
    ]
    assert len(content) == 5
    for path in content:
        tags, heading = metas(pages[path]), pages[path].select_one("h1")
        assert heading is not None and tags["ArticleTitle"] == [heading.get_text().strip()], path
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", tags["PubDate"][0]), path
        assert tags["ContentSource"] == ["试验编辑部"]
        assert not set(COLUMN_TAGS) & set(tags), path


def test_a_column_page_states_what_it_is(pages: dict[str, BeautifulSoup]) -> None:
    for path in ("gi", "products", "organizations", "schemes", "articles", "regions", "a-z"):
        tags = metas(pages[f"{path}/index.html"])
        assert set(COLUMN_TAGS) <= set(tags), path
        assert not set(ARTICLE_TAGS) & set(tags), path


def test_the_footer_of_every_page_says_who_is_responsible(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        footer = page.select_one("footer")
        assert footer is not None, path
        text = footer.get_text()
        for name, value in GOV.items():
            if name not in ("site_domain", "report_url"):
                assert value in text, f"{path}: {name}"
        hrefs = {str(tag["href"]) for tag in footer.find_all("a", href=True)}
        assert GOV["report_url"] in hrefs and "https://beian.miit.gov.cn/" in hrefs, path
        assert [href for href in hrefs if href.endswith("sitemap/")], path
        assert "我为政府网站找错" in text and "网站地图" in text


@pytest.mark.parametrize("name", GOV_REQUIRED)
def test_a_missing_setting_is_refused_by_name(tmp_path: Path, name: str) -> None:
    files = dated() | {"site.yaml": settings({k: v for k, v in GOV.items() if k != name})}
    _, report = planned_site.plan(tmp_path, files)
    assert [(p.kind.code, p.facts["field"]) for p in report.problems] == [
        ("gov.missing-setting", name)
    ]
    assert str(report.problems[0].at) == "site.yaml:9:3"


def test_without_any_gov_settings_all_of_them_are_asked_for(tmp_path: Path) -> None:
    _, report = planned_site.plan(tmp_path, {**dated(), "site.yaml": f"{SITE}profile: gov\n"})
    assert {p.facts["field"] for p in report.problems} == set(GOV_REQUIRED) == set(GOV)


def test_content_without_a_publication_time_is_refused_where_it_stands(tmp_path: Path) -> None:
    organization = "content/organizations/qingxi-li-xiehui.yaml"
    product = "content/products/li-gao.md"
    files = dated() | {organization: BASIC[organization]}
    text = files[product]
    assert isinstance(text, str)
    files[product] = text.replace("2025-12-16 09:00", "2025-12-16")
    SiteTest(tmp_path, files).check().fails_with(
        f"{organization}:1:1 gov.no-publication-time", f"{product}:2:12 gov.no-publication-time"
    )


def test_a_plain_site_has_none_of_it(tmp_path: Path) -> None:
    SiteTest(tmp_path).build().passes()
    for path, data in tree(tmp_path / "output").items():
        assert b"SiteIDCode" not in data and "网站标识码".encode() not in data, path
