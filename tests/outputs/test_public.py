"""templates/public/: published as it is at the root of the site, and what is refused on the way."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from sitegen.outputs.files import public
from sitegen.problems import Report
from sitegen.rendering import jinja, styles, templates
from sitegen.serving.answers import Request, State, answer
from tests.support import planned_site
from tests.support.basic_site import PEAR, SITE, write
from tests.support.site_test import SiteTest

PROOF = "templates/public/baidu_verify_codeva-Ab1.html"


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (16, 16), "red").save(stream, kind)
    return stream.getvalue()


PUBLISHED = {
    PROOF: "c0ffee",
    "templates/public/MP_verify_x.txt": "甲\n".encode("gbk"),
    "templates/public/.well-known/assetlinks.json": "[]",
    "templates/public/fonts/song.woff2": b"wOF2" + bytes(40),
    "templates/public/favicon.ico": picture("ICO"),
    "templates/public/touch.png": picture("PNG"),
    "templates/public/logo.svg": "<!-- 标志 --><svg onload='1' {{ nothing }}/>",
    "templates/public/gi/leaflet.pdf": b"%PDF-1.7",
}


def test_files_lie_at_the_root_of_the_site_as_they_are(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, PUBLISHED)
    site.build().passes()
    for name, data in PUBLISHED.items():
        made = (site.target / name.removeprefix("templates/public/")).read_bytes()
        assert made == (data.encode() if isinstance(data, str) else data)
    assert site.build().remade == set()


HEADER = """\
{% macro header(masthead) %}<img src="{{ masthead.root }}logo.svg" alt="">{% endmacro %}
"""
FOOTER = """\
{% macro footer(foot) %}<img src="{{ foot.root }}logo.svg" alt="">{% endmacro %}
"""
OWN_LOGOS = {
    "templates/components/header/header.html": HEADER,
    "templates/components/footer/footer.html": FOOTER,
    "templates/pages/prose.html": """\
{% extends "layouts/base.html" %}
{% block content %}<img src="{{ view.frame.root }}logo.svg" alt="">{% endblock %}
""",
    "templates/public/logo.svg": "<svg/>",
}


@pytest.mark.parametrize("style", ["directory", "file"])
def test_own_templates_show_a_file_of_the_theme_on_every_page(tmp_path: Path, style: str) -> None:
    settings = f"{SITE}link_style: {style}\nbase_path: /zt/\n"
    former = PEAR.replace("name:", "former_urls: /old/pear.html\nname:", 1)
    own = {"site.yaml": settings, "content/gi/qingxi-xueli.md": former, **OWN_LOGOS}
    output = SiteTest(tmp_path, own).build().target
    pages = sorted(output.rglob("*.html"))
    assert len(pages) > 20 and output / "old/pear.html" in pages
    for page in pages:
        shown = re.findall(r'<img src="([^"]*)logo\.svg"', page.read_text("utf-8"))
        assert len(shown) == (3 if page.parent.name in ("about", "first") else 2), page
        if page.name == "404.html":
            assert set(shown) == {"/zt/"}
        else:
            assert {(page.parent / root).resolve() for root in shown} == {output.resolve()}, page


def test_a_changed_file_is_the_only_one_made_and_one_that_goes_is_removed(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, PUBLISHED)
    site.build()
    site.write(PROOF, "decaf")
    (site.root / "templates/public/logo.svg").unlink()
    assert site.build().remade == {"baidu_verify_codeva-Ab1.html"}
    assert not (site.root / "output/logo.svg").exists()


def test_none_of_them_is_a_template_a_style_sheet_or_a_part_of_one(tmp_path: Path) -> None:
    bare, _ = templates.find(tmp_path)
    theme, problems = templates.find(
        write(tmp_path, {**PUBLISHED, "templates/public/a.css": "a{}"})
    )
    assert problems == [] and len(theme.public) == len(PUBLISHED) + 1
    assert (theme.digests, theme.closures, theme.own) == (bare.digests, bare.closures, bare.own)
    assert styles.join(theme) == styles.join(bare)
    environment = jinja.environment(theme, {})
    jinja.compile_all(environment, theme)
    assert jinja.check(environment, theme) == []


def test_a_template_cannot_include_one(tmp_path: Path) -> None:
    page = '{% include "public/logo.svg" %}'
    files = {**PUBLISHED, "templates/pages/plain.html": page}
    problems = SiteTest(tmp_path, files).check().problems
    assert "templates/pages/plain.html template.missing" in problems


def test_hidden_files_and_what_editors_leave_are_left_out(tmp_path: Path) -> None:
    left = (".DS_Store", ".git/a.txt", ".well-known/.a.txt.swp", "Thumbs.db", "a.txt~", "a.bak")
    site = SiteTest(tmp_path, {f"templates/public/{name}": "甲" for name in left})
    site.build().passes()
    assert not [name for name in left if (site.target / name).exists()]


@pytest.mark.parametrize(
    ("name", "data", "code", "says"),
    [
        ("a.css", b"a{}", "public.unsupported-type", "templates/css"),
        ("a.js", b"", "public.unsupported-type", "“.js”"),
        ("README", b"", "public.unsupported-type", "“README”"),
        ("a.PNG", picture("PNG"), "public.unsupported-type", ".png"),
        ("a.png", picture("JPEG"), "public.wrong-type", "JPEG"),
        ("a.jpg", picture("PNG"), "public.wrong-type", "PNG"),
        ("a.ico", picture("PNG"), "public.wrong-type", "PNG"),
        ("a.woff2", b"wOFF", "public.wrong-type", "别的东西"),
        ("a.svg", b"%PDF", "public.wrong-type", "PDF"),
        ("a.png", b"", "public.wrong-type", "别的东西"),
        ("a.txt", bytes(public.MAX_BYTES + 1), "public.too-large", "2 MiB"),
        ("a.html", bytes(public.MAX_PAGE_BYTES + 1), "public.too-large", "4 KiB"),
        ("a.html", "甲".encode("gbk"), "template.not-utf-8", "UTF-8"),
        ("标志.png", picture("PNG"), "public.bad-name", "“标志.png”"),
        ("a b.txt", b"", "public.bad-name", "“a b.txt”"),
        ("release.json", b"{}", "public.reserved", "/release.json"),
        ("Release.JSON", b"{}", "public.reserved", "/Release.JSON"),
        ("__sitegen__/a.txt", b"", "public.reserved", "/__sitegen__/a.txt"),
    ],
)
def test_a_file_is_refused_at_its_place_with_a_way_out(
    tmp_path: Path, name: str, data: bytes, code: str, says: str
) -> None:
    report = planned_site.plan(tmp_path, {f"templates/public/{name}": data})[1]
    (problem,) = report.problems
    assert (str(problem.at).partition(":")[0], problem.kind.code) == (
        f"templates/public/{name}",
        code,
    )
    assert says in problem.message("zh") + problem.fix("zh")
    assert problem.message("en") and problem.fix("en")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", bytes(public.MAX_BYTES)),
        ("a.html", b" " * public.MAX_PAGE_BYTES),
        ("a.jpg", picture("JPEG")),
        ("a.webp", picture("WEBP")),
        ("a.gif", picture("GIF")),
        ("a.svg", b'<?xml version="1.0"?><svg/>'),
        ("a.xml", b"<users/>"),
        ("a.webmanifest", b"{}"),
        (".well-known/a.txt", b""),
        ("Az09._~-.txt", b""),
    ],
)
def test_a_sound_file_of_each_kind_is_published(tmp_path: Path, name: str, data: bytes) -> None:
    made, report = planned_site.plan(tmp_path, {f"templates/public/{name}": data})
    assert not report.problems
    assert name in {output.path for output in made.outputs}


@pytest.mark.parametrize("link", ["public/a.txt", "public/folder", "public"])
def test_a_link_is_not_followed(tmp_path: Path, link: str) -> None:
    site = SiteTest(tmp_path / "site")
    secret = write(tmp_path / "elsewhere", {"a.txt": "秘密"})
    place = site.root / "templates" / link
    place.parent.mkdir(parents=True)
    place.symlink_to(secret / "a.txt" if link.endswith(".txt") else secret)
    site.check().fails_with(f"templates/{link} file.symlink")


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "Index.html",
        "gi/index.html",
        "gi/qingxi-xueli/index.html",
        "about/index.html",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "feed.xml",
        "assets/icon.svg",
        "search/names/a.txt",
    ],
)
def test_an_address_that_a_page_has_is_refused_at_the_file(tmp_path: Path, name: str) -> None:
    data = "<svg/>" if name.endswith(".svg") else "甲"
    file = f"templates/public/{name}"
    SiteTest(tmp_path, {file: data}).check().fails_with(f"{file} address.taken")


def test_a_file_beside_the_pages_of_a_column_is_no_clash(tmp_path: Path) -> None:
    names = ("gi/x.txt", "gi/qingxi-xueli/x.txt", "search/x.txt", "assets/x.txt")
    SiteTest(tmp_path, {f"templates/public/{name}": "甲" for name in names}).check().passes()


def test_a_folder_cannot_have_the_name_of_a_page(tmp_path: Path) -> None:
    pear = PEAR.replace("region:", "former_urls: [/old/pear.html]\nregion:", 1)
    files = {
        "content/gi/qingxi-xueli.md": pear,
        "templates/public/old/pear.html/a.txt": "甲",
    }
    SiteTest(tmp_path, files).check().fails_with("content/gi/qingxi-xueli.md:5:15 address.taken")


def test_a_dead_link_in_a_page_is_told_at_the_file(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {PROOF: '<a href="nowhere/">甲</a>'})
    site.check().fails_with(f"{PROOF}:1:10 link.broken")


def test_a_body_may_link_to_a_file(tmp_path: Path) -> None:
    files = {
        "content/gi/qingxi-xueli.md": PEAR + "\n[折页](/gi/leaflet.pdf)\n",
        "templates/public/gi/leaflet.pdf": b"%PDF-1.7",
    }
    site = SiteTest(tmp_path, files)
    site.check().passes()
    (site.root / "templates/public/gi/leaflet.pdf").unlink()
    site.check().fails_with("content/gi/qingxi-xueli.md:13:6 link.no-such-page")


def test_the_preview_shows_a_saved_file_and_no_more_one_that_is_refused(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).preview()
    hidden = "templates/public/.well-known/security.txt"

    def shown() -> tuple[int, bytes]:
        state = State("1", Report(), "/")
        request = Request("/.well-known/security.txt", "", "a")
        got = answer(state, site.root, site.target, request)
        return got.status, got.body

    site.build().passes()
    assert shown()[0] == 404
    for text in ("甲", "乙"):
        site.save({hidden: text}).passes()
        assert shown() == (200, text.encode())
    site.save({hidden: "丙" * public.MAX_BYTES}).fails_with(f"{hidden} public.too-large")
    site.build().fails_with(f"{hidden} public.too-large")
    assert shown() == (200, "乙".encode())
    site.save({hidden: "丁"}).passes()
    assert shown() == (200, "丁".encode())


def test_a_file_that_changes_while_it_is_read_is_not_published_under_its_old_key(
    tmp_path: Path,
) -> None:
    made, _ = planned_site.plan(tmp_path, {PROOF: "c0ffee"})
    (tmp_path / PROOF).write_text("decaf")
    with pytest.raises(OSError, match="changed while"):
        public.copy(made.context, PROOF)


def test_a_site_s_own_file_takes_the_place_of_the_default_theme_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = write(tmp_path / "default", {"public/a.txt": "甲", "public/b.txt": "甲"})
    site = write(tmp_path / "site", {"templates/public/a.txt": "乙"})
    monkeypatch.setattr(templates, "theme_folder", lambda: default)
    theme, _ = templates.find(site)
    own = site / "templates"
    assert theme.public == {"public/a.txt": own, "public/b.txt": default}
    published, problems = public.read(theme)
    assert problems == [] and published["public/a.txt"] != published["public/b.txt"]
