"""The policy of a site, and what is written for servers that no test can run."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

import pytest

from sitegen.cli.publishing import FORMS
from sitegen.problems import Mistaken
from sitegen.publishing import kinds_of_files as kinds
from sitegen.publishing.finished import FinishedSite, open_site
from sitegen.publishing.server_configs import hosts, iis
from sitegen.publishing.server_configs.policy import Policy, policy_of
from sitegen.publishing.server_configs.writers import WRITERS
from tests.support.basic_site import REPOSITORY
from tests.support.shown_site import ODD
from tests.support.site_test import SiteTest

BASE = (REPOSITORY / "templates/layouts/base.html").read_text("utf-8")
POLICY = re.findall(r'Content-Security-Policy" content="([^"]+)"', BASE)[0]
FRAMES = "frame-ancestors 'self'"


def test_the_policy_is_that_of_the_pages_and_forbids_foreign_frames(demo: FinishedSite) -> None:
    policy = policy_of(demo)
    assert dict(policy.headers)["Content-Security-Policy"] == f"{POLICY}; {FRAMES}"
    assert (policy.root, policy.domain) == (f"/srv/www/{demo.id}", "weiyoushangpin.example")
    assert policy_of(demo, "/srv/x/", "a.example").root == "/srv/x"


def test_a_policy_of_the_theme_is_followed(tmp_path: Path) -> None:
    own = "default-src 'self'; img-src https://pictures.example"
    theme = BASE.replace(f'content="{POLICY}"', f"content='{own.replace(chr(39), '&#39;')};'")
    files = {
        "templates/layouts/base.html": theme,
        "templates/public/proof.html": "<!DOCTYPE html><title>a</title>",
    }
    site = SiteTest(tmp_path, files).build().passes()
    policy = policy_of(open_site(site.target))
    assert dict(policy.headers)["Content-Security-Policy"] == f"{own}; {FRAMES}"
    for form in ("nginx", "apache", "htaccess", "caddy", "headers"):
        assert f"{own}; {FRAMES}" in WRITERS[form](open_site(site.target), policy)


def test_pages_of_two_policies_are_refused(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build().passes()
    page = site.target / "gi/qingxi-xueli/index.html"
    page.write_text(page.read_text("utf-8").replace("img-src 'self'", "img-src *"), "utf-8")
    with pytest.raises(Mistaken) as raised:
        policy_of(open_site(site.target))
    problem = raised.value.problem
    assert (problem.kind.code, problem.at.file) == (
        "server.policies-differ",
        "output/gi/qingxi-xueli/index.html",
    )
    assert problem.facts["other"] == "404.html"


def test_every_form_is_a_choice_of_the_command() -> None:
    assert tuple(WRITERS) == FORMS


@pytest.fixture(params=["/", "/zt/"])
def site(request: pytest.FixtureRequest, demo: FinishedSite) -> FinishedSite:
    redirects = {**demo.redirects, ODD: "gi/weixian-luobo/", "gi/": "gi/page/2/"}
    return replace(demo, base_path=request.param, redirects=redirects)


@pytest.fixture
def policy(site: FinishedSite) -> Policy:
    return policy_of(site)


def headers_in(server: Element | None) -> dict[str, str]:
    assert server is not None
    added = server.findall("httpProtocol/customHeaders/add")
    removed = {one.get("name") for one in server.findall("httpProtocol/customHeaders/remove")}
    found = {one.get("name", ""): one.get("value", "") for one in added}
    assert found.keys() <= removed, "IIS refuses what stands above as well"
    return found


def test_web_config_says_what_the_policy_says(site: FinishedSite, policy: Policy) -> None:
    root = fromstring(iis.write(site, policy).encode())
    whole = headers_in(root.find("system.webServer"))
    assert whole == {**dict(policy.headers), "Cache-Control": "no-cache"}
    types = {
        one.get("fileExtension"): one.get("mimeType")
        for one in root.findall("system.webServer/staticContent/mimeMap")
    }
    assert types == {suffix: kinds.type_of(suffix) for suffix in kinds.TYPES}
    (missing,) = root.findall("system.webServer/httpErrors/error")
    assert missing.attrib == {"statusCode": "404", "path": "404.html", "responseMode": "File"}
    paths = [one.get("path") for one in root.findall("location")]
    assert len(paths) == len(set(paths)) > 10


def test_web_config_keeps_each_file_as_long_as_its_kind(site: FinishedSite, policy: Policy) -> None:
    root = fromstring(iis.write(site, policy).encode())
    told = {
        str(one.get("path")): headers_in(one.find("system.webServer"))["Cache-Control"]
        for one in root.findall("location")
        if one.find("system.webServer/httpProtocol") is not None
    }
    kept = 0
    for path in (*site.files, "release.json"):
        places = [path, *(str(folder) for folder in Path(path).parents)]
        rule = next((told[place] for place in places if place in told), "no-cache")
        kind = kinds.kind_of(path)
        kept += rule != "no-cache"
        if kind is kinds.MEDIA and not path.startswith(("media/", "assets/")):
            assert rule == "no-cache", path  # it would take a line for each entry
        else:
            assert rule == kind.cache_control, path
    assert kept > 300


def test_web_config_redirects_and_never_in_circles(site: FinishedSite, policy: Policy) -> None:
    root = fromstring(iis.write(site, policy).encode())
    found = {
        one.get("path"): one.find("system.webServer/httpRedirect")
        for one in root.findall("location")
    }
    for old, new in site.redirects.items():
        redirect = found.get(old.rstrip("/"))
        if old == "gi/":
            assert redirect is None
        else:
            assert redirect is not None
            assert redirect.get("destination") == site.base_path + new
            assert redirect.get("httpResponseStatus") == "Permanent"
            assert (redirect.get("enabled"), redirect.get("exactDestination")) == ("true", "true")


def rules(text: str) -> dict[str, dict[str, str]]:
    """A `_headers` file, read as hosts do: a path on a line of its own, its headers indented."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            assert name not in found[path]
            found[path][name] = value
        elif not line.startswith("#"):
            path = line
            assert path not in found and len(line) < 2000
            found[path] = {}
    return found


def test_headers_say_what_the_policy_says_and_nothing_twice(
    site: FinishedSite, policy: Policy
) -> None:
    told = rules(hosts.write_headers(site, policy))
    assert len(told) < 100
    kept = 0
    for path in (*site.files, "release.json"):
        address = site.base_path + path
        found: dict[str, str] = {}
        for rule, headers in told.items():
            whole = unquote(rule)
            if address == whole or (whole.endswith("*") and address.startswith(whole[:-1])):
                assert not found.keys() & headers.keys(), (path, rule)
                found |= headers
        rule = found.pop("Cache-Control", "no-cache")
        assert found == dict(policy.headers)
        kind = kinds.kind_of(path)
        kept += rule != "no-cache"
        # What is not named is asked for each time: that is never too long.
        named = kind is kinds.ASSETS or path.startswith("media/")
        assert rule == (kind.cache_control if named else "no-cache"), path
    assert kept > 50


def test_redirects_are_three_words_a_line(site: FinishedSite, policy: Policy) -> None:
    lines = hosts.write_redirects(policy).splitlines()
    found = [line.split(" ") for line in lines if not line.startswith("#")]
    assert {len(words) for words in found} == {3} and {words[2] for words in found} == {"301"}
    assert {unquote(old): new for old, new, _ in found} == {
        site.base_path + old: site.base_path + new for old, new in site.redirects.items()
    }
    assert all(line.isascii() for line in lines if not line.startswith("#"))
