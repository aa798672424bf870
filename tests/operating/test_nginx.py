"""docs/operating/nginx.conf in a real nginx: where the site stands, and what is said with its files."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.support.nginx import Nginx
from tests.support.site_test import SiteTest

PACKED_ALREADY = (".png", ".webp", ".xlsx")
FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture(params=["domain", "portal"])
def nginx(request: pytest.FixtureRequest) -> Nginx:
    return request.getfixturevalue(request.param)


@pytest.fixture
def prefix(nginx: Nginx) -> str:
    return "/zt/" if nginx.host.startswith("portal") else "/"


@pytest.fixture
def output(nginx: Nginx, request: pytest.FixtureRequest) -> Path:
    name = "portal_site" if nginx.host.startswith("portal") else "domain_site"
    site: SiteTest = request.getfixturevalue(name)
    return site.target


def test_every_file_is_served_at_its_address(nginx: Nginx, prefix: str, output: Path) -> None:
    files = [path for path in output.rglob("*") if path.is_file()]
    assert len(files) > 50
    for file in files:
        address = file.relative_to(output).as_posix().removesuffix("index.html")
        answer = nginx.get(prefix + address)
        assert (answer.status, answer.body) == (200, file.read_bytes()), address


def test_a_folder_without_its_slash_leads_to_the_page(nginx: Nginx, prefix: str) -> None:
    answer = nginx.get(f"{prefix}gi/qingxi-xueli")
    assert (answer.status, answer.headers["location"]) == (301, f"{prefix}gi/qingxi-xueli/")


def test_the_sub_path_without_its_slash_leads_to_the_site(portal: Nginx) -> None:
    answer = portal.get("/zt?from=qr")
    assert (answer.status, answer.headers["location"]) == (301, "/zt/?from=qr")
    assert portal.get("/zt/").status == 200
    assert portal.get("/ztx/").status == 404 and portal.get("/gi/").status == 404


def test_what_is_missing_gets_the_page_of_the_site(nginx: Nginx, prefix: str, output: Path) -> None:
    for missing in ("no-such/", "gi/no-such/deep.html", "assets/site-0123456789ab.css"):
        answer = nginx.get(prefix + missing)
        assert answer.status == 404
        assert answer.body == (output / "404.html").read_bytes()
        assert answer.headers["cache-control"] == "no-cache"
    linked = set(re.findall(r'href="(/[^"?#]*)', answer.body.decode()))
    assert len(linked) > 5
    assert {link: nginx.get(link).status for link in linked} == dict.fromkeys(linked, 200)


def test_files_with_a_digest_are_kept_and_no_others(
    nginx: Nginx, prefix: str, output: Path
) -> None:
    digest = re.compile(r"-[0-9a-f]{6,}\.(?:css|js|bin|json)\Z")
    kept = 0
    for file in (path for path in output.rglob("*") if path.is_file()):
        address = file.relative_to(output).as_posix()
        rule = nginx.get(prefix + address).headers["cache-control"]
        if digest.search(file.name):
            kept += 1
            assert rule == FOREVER, address
        elif address.startswith("media/"):
            assert rule == "public, max-age=86400", address
        else:
            assert rule == "no-cache", address
    assert kept > 15
    assert nginx.get(f"{prefix}search/names/root.json").headers["cache-control"] == "no-cache"


def test_a_page_that_is_unchanged_is_not_sent_again(nginx: Nginx, prefix: str) -> None:
    first = nginx.get(prefix)
    again = nginx.get(prefix, **{"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_every_kind_of_file_has_its_type(nginx: Nginx, prefix: str, output: Path) -> None:
    types = {
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "application/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".bin": "application/octet-stream",
        ".xml": "text/xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".svg": "image/svg+xml",
        ".png": "image/png",
        ".webp": "image/webp",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    found = {path.suffix: path for path in output.rglob("*") if path.is_file()}
    assert found.keys() == types.keys()
    for suffix, file in found.items():
        answer = nginx.get(prefix + file.relative_to(output).as_posix())
        assert answer.headers["content-type"] == types[suffix], file


def test_what_is_not_packed_already_is_sent_packed(nginx: Nginx, prefix: str, output: Path) -> None:
    packed = set()
    for file in (path for path in output.rglob("*") if path.is_file()):
        address = prefix + file.relative_to(output).as_posix()
        answer = nginx.get(address, **{"Accept-Encoding": "gzip"})
        if answer.headers.get("content-encoding") == "gzip":
            packed.add(file.suffix)
            assert gzip.decompress(answer.body) == file.read_bytes()
            assert len(answer.body) < file.stat().st_size
            assert answer.headers["vary"] == "Accept-Encoding"
        else:
            assert file.suffix in PACKED_ALREADY or file.stat().st_size < 512, address
    assert packed == {".html", ".css", ".js", ".json", ".bin", ".xml", ".svg"}


def test_the_security_policy_is_that_of_the_pages_and_forbids_foreign_frames(
    nginx: Nginx, prefix: str
) -> None:
    answer = nginx.get(prefix)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', answer.body.decode())
    assert answer.headers["content-security-policy"] == f"{policy}; frame-ancestors 'self'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    missing = nginx.get(f"{prefix}no-such/")
    assert missing.headers["content-security-policy"] == answer.headers["content-security-policy"]
