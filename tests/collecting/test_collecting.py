"""A province collects its cities: what is public of them becomes content of its own, and builds."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.basic_site import tree
from tests.support.pictures import jpeg
from tests.support.province import Province

PEAR = "content/gi/qingxi-xueli.md"
JAM = "content/products/li-gao.md"


def test_a_province_of_two_cities_builds(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha", "beta").collect().told()
    assert site.changes("alpha") == site.changes("alpha")
    assert sorted(site.collected) == sorted(
        path.format(city=city)
        for city in ("alpha", "beta")
        for path in (
            "{city}/gi/{city}-qingxi-xueli.md",
            "{city}/organizations/{city}-qingxi-li-xiehui.md",
            "{city}/products/{city}-li-gao.md",
            "{city}/recognitions/{city}-cnipa-700.yaml",
        )
    )
    double = "content/collected/beta/organizations/beta-qingxi-li-xiehui.md:2:7 entry.same-name"
    site.build().warns_of(double)
    main = site.page("gi/alpha-qingxi-xueli/").select_one("main")
    assert main is not None and "青溪雪梨" in main.get_text() and "有效" in main.get_text()
    assert main.select_one('a[href$="organizations/alpha-qingxi-li-xiehui/"]')
    site.equals_clean_build()


def test_a_second_run_writes_nothing_and_gives_the_same_bytes(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha", "beta").collect()
    before = {path: path.stat().st_mtime_ns for path in (site.root / "content").rglob("*")}
    site.collect().told()
    assert site.changes("alpha") == ((), (), ())
    assert before == {path: path.stat().st_mtime_ns for path in (site.root / "content").rglob("*")}
    other = Province.of(tmp_path / "again", "alpha", "beta").collect("beta", workers=2)
    other.collect("alpha", workers=2)
    assert other.collected == site.collected


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha")
    before = tree(site.root / "content")
    site.collect(dry_run=True).told()
    assert "gi:alpha-qingxi-xueli" in (site.changes("alpha") or ((),))[0]
    assert tree(site.root / "content") == before


def test_a_change_in_a_city_is_told_and_changes_its_file_alone(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha", "beta").collect()
    before = site.collected
    pear = (tmp_path / "beta" / PEAR).read_text("utf-8")
    site.city("beta", {PEAR: pear.replace("皮薄", "皮很薄"), JAM: None}).collect().told()
    assert site.changes("alpha") == ((), (), ())
    assert site.changes("beta") == ((), ("gi:beta-qingxi-xueli",), ("products:beta-li-gao",))
    after = site.collected
    assert before.keys() - after.keys() == {"beta/products/beta-li-gao.md"}
    changed = [path for path in after if after[path] != before[path]]
    assert changed == ["beta/gi/beta-qingxi-xueli.md"]


def test_many_removals_need_to_be_allowed(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha")
    goods = {
        f"content/products/p{n}.md": f"---\nname: 产品{n}\nkind: 手造\n---\n" for n in range(30)
    }
    site.city("alpha", goods).collect()
    before = site.collected
    site.city("alpha", dict.fromkeys(goods)).collect()
    site.told("site.yaml:8:3 collect.too-many-removed")
    assert site.changes("alpha") is None and site.collected == before
    site.collect(most_removed=30).told()
    assert len((site.changes("alpha") or ((), (), ()))[2]) == 30
    assert site.collected.keys() < before.keys()


def test_nothing_private_and_nothing_that_is_not_public_leaves_a_city(tmp_path: Path) -> None:
    secret = "notes_private: 密甲\nreview: {drafted: 密乙}\nformer_urls: /old/\n"
    later = "---\nname: 以后的密丙\nkind: 手造\npublish_from: 2026-02-01\n---\n密丁\n"
    site = Province.of(tmp_path, "alpha").city(
        "alpha",
        {
            PEAR: (tmp_path / "alpha" / PEAR)
            .read_text("utf-8")
            .replace("region", f"{secret}region"),
            "content/products/later.md": later,
            "content/products/draft.md": "---\nname: 密戊\nkind: 手造\ndraft: 是\n---\n",
            "content/organizations/firm.yaml": (
                "name: 甲厂\nkind: 企业\ncontact_private: {person: 密己}\n"
                "contact_public: {phone: 0536-8888888, consent: 密庚}\n# 密辛\n"
            ),
        },
    )
    site.collect().told()
    everything = "".join([*site.collected, *site.collected.values()])
    assert "密" not in everything and "/old/" not in everything and "later" not in everything
    assert "0536-8888888" in site.collected["alpha/organizations/alpha-firm.md"]


def test_what_a_city_has_withdrawn_stays_as_a_tombstone(tmp_path: Path) -> None:
    gone = "withdrawn: {on: 2026-01-02, reason: 已停产}\n"
    site = Province.of(tmp_path, "alpha")
    jam = (tmp_path / "alpha" / JAM).read_text("utf-8").replace("region", f"{gone}region")
    site.city("alpha", {JAM: jam}).collect().told()
    text = site.collected["alpha/products/alpha-li-gao.md"]
    assert "已停产" in text and "梨膏" in text and "熬的膏" not in text
    site.build()
    assert "已停产" in site.page("products/alpha-li-gao/").get_text()


def test_a_reference_to_what_is_not_public_is_left_out(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha")
    firm = "name: 青溪县雪梨协会\nkind: 协会\ndraft: 是\n"
    site.city("alpha", {"content/organizations/qingxi-li-xiehui.yaml": firm}).collect().told()
    jam = site.collected["alpha/products/alpha-li-gao.md"]
    assert "maker: 青溪县雪梨协会" in jam and "gi: alpha-qingxi-xueli" in jam
    pear = site.collected["alpha/gi/alpha-qingxi-xueli.md"]
    assert "applicant: 青溪县雪梨协会" in pear
    assert "[种梨的协会](https://alpha.example/)" in pear


def test_links_and_pictures_of_bodies_are_those_of_the_province(tmp_path: Path) -> None:
    body = (
        "[按名称](gi:青溪雪梨)、[编号](products:li-gao)、[本站](pages:about)、[网址](/gi/)、"
        "[外面](https://other.example/)\n\n`[代码](gi:qingxi-xueli)`\n\n![茶园](a.jpg)\n\n"
        "[引用][x]\n\n[x]: gi:qingxi-xueli\n"
    )
    site = Province.of(tmp_path, "alpha").city(
        "alpha",
        {
            "content/products/tea.md": (
                "---\nname: 茶\nkind: 农产品\nimages: [{file: a.jpg, alt: 茶园}]\n---\n\n" + body
            ),
            "content/media/a.jpg": jpeg(40, 30),
            "content/media/unused.jpg": jpeg(41, 30),
        },
    )
    site.collect().told()
    text = site.collected["alpha/products/alpha-tea.md"]
    for wanted in (
        "[按名称](gi:alpha-qingxi-xueli)",
        "[编号](products:alpha-li-gao)",
        "[本站](https://alpha.example/about/)",
        "[网址](https://alpha.example/gi/)",
        "[外面](https://other.example/)",
        "`[代码](gi:qingxi-xueli)`",
        "![茶园](media:collected/alpha/a.jpg)",
        "[x]: gi:alpha-qingxi-xueli",
        "file: collected/alpha/a.jpg",
    ):
        assert wanted in text
    assert sorted(tree(site.root / "content/media")) == ["collected/alpha/a.jpg"]
    site.build().passes()
    image = site.page("products/alpha-tea/").select_one("main img")
    assert image is not None and "media/collected/alpha/a" in str(image)


def test_a_link_that_cannot_be_changed_is_told_at_its_place(tmp_path: Path) -> None:
    body = "---\nname: 茶\nkind: 农产品\n---\n\n[梨](<gi:qingxi\\-xueli>)\n"
    site = Province.of(tmp_path, "alpha").city("alpha", {"content/products/tea.md": body})
    site.collect().told("../alpha/content/products/tea.md:5:1 collect.unusual-link")
    assert site.changes("alpha") is None and not site.collected


def test_what_is_of_the_citys_site_alone_stays_there(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha").collect()
    assert not any(re.search("pages|articles", path) for path in site.collected)
    setting = "  alpha: {from: ../alpha, articles: 是}\n"
    other = Province.of(tmp_path / "2", settings=setting).city("alpha").collect().told()
    assert "[青溪雪梨](gi:alpha-qingxi-xueli)" in other.collected["alpha/articles/alpha-first.md"]


def test_an_entry_without_a_region_belongs_to_that_of_its_city(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha")
    goods = {"content/products/tea.md": "---\nname: 茶\nkind: 农产品\n---\n"}
    site.city("alpha", goods).collect().told()
    assert "region: yunzhou" in site.collected["alpha/products/alpha-tea.md"]


def test_ids_that_become_too_long_are_cut_and_stay_apart(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha")
    long = "a" * 58
    goods = {
        f"content/products/{long}{end}.md": f"---\nname: 茶{end}\nkind: 农产品\n---\n"
        for end in "bc"
    }
    site.city("alpha", goods).collect().told()
    names = [Path(path).stem for path in site.collected if "aaaa" in path]
    assert len(set(names)) == 2 and all(len(name) <= 60 for name in names)


def test_long_announcements_have_their_rows_in_a_table(tmp_path: Path) -> None:
    goods = {
        f"content/products/p{n}.md": f"---\nname: 产品{n}\nkind: 手造\n---\n" for n in range(210)
    }
    rows = "".join(
        f"  - {{row: r{n}, subject: products:p{n}, number: '=1+{n}'}}\n" for n in range(210)
    )
    announcement = (
        "scheme: gi-protection\ndocument: 国家知识产权局公告第701号\nannounced: 2025-12-02\nrows:\n"
    )
    site = Province.of(tmp_path, "alpha").city(
        "alpha", {**goods, "content/recognitions/cnipa-701.yaml": announcement + rows}
    )
    site.collect().told()
    table = site.collected["alpha/recognitions/alpha-cnipa-701.csv"]
    assert table.splitlines()[1] == "alpha-r0,products:alpha-p0,'=1+0"
    site.build()
    assert "产品209" in site.page("v/cnipa-701/").get_text()
