"""`sitegen server-config`: what it writes, where, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.site_test import SiteTest

NGINX = ("server-config", "nginx")


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path / "site").build().passes()


def test_it_is_printed_with_domain_and_folder_of_the_site(site: SiteTest) -> None:
    result = run(*NGINX, cwd=site.root)
    assert result.returncode == 0 and result.stderr == ""
    assert "    server_name test.example;" in result.stdout
    assert '    root "/srv/www/test-site";' in result.stdout
    assert result.stdout.startswith("# 由 sitegen server-config nginx 写出")


def test_domain_and_folder_may_be_others(site: SiteTest) -> None:
    options = ("--domain", "名录.example", "--root", "/srv/云州/www/current")
    result = run(*NGINX, *options, "--site", str(site.root), cwd=site.root.parent)
    assert "    server_name xn--eqr85x.example;" in result.stdout
    assert '    root "/srv/云州/www/current";' in result.stdout


def test_a_file_is_replaced_where_it_is_ours_and_else_left_alone(site: SiteTest) -> None:
    file = site.root / "conf" / "site.conf"
    arguments = (*NGINX, "--to", "conf/site.conf")
    assert run(*arguments, cwd=site.root).stdout == "写好了 conf/site.conf\n"
    first = file.read_text("utf-8")
    assert first == run(*NGINX, cwd=site.root).stdout
    result = run(*arguments, "--domain", "a.example", "--lang", "en", cwd=site.root)
    assert result.stdout == "wrote conf/site.conf\n"
    assert file.read_text("utf-8") == first.replace("test.example", "a.example")
    file.write_text("server { }", "utf-8")
    for place in ("conf/site.conf", "conf"):
        refused = run(*NGINX, "--to", place, cwd=site.root)
        assert refused.returncode == 1 and "server.file-exists" in refused.stderr
    assert file.read_text("utf-8") == "server { }"


def test_what_is_not_built_has_no_configuration(site: SiteTest) -> None:
    (site.target / "release.json").unlink()
    result = run(*NGINX, cwd=site.root)
    assert result.returncode == 1 and result.stdout == ""
    assert "里没有 release.json，不是生成好的网站。先运行 sitegen build" in result.stderr


@pytest.mark.parametrize("root", ["srv", "/", '/srv/"x', "/srv/$x", "/srv/{x}", "/srv/x\n}"])
def test_a_folder_that_a_server_would_read_as_more_is_refused(root: str, site: SiteTest) -> None:
    result = run(*NGINX, "--root", root, cwd=site.root)
    assert result.returncode == 2 and "写服务器上的完整路径" in result.stderr


@pytest.mark.parametrize("domain", ["https://a.example/", "a b", "a;}", "-a.example", "a..b", ""])
def test_what_is_no_domain_is_refused(domain: str, site: SiteTest) -> None:
    result = run(*NGINX, "--domain", domain, cwd=site.root)
    assert result.returncode == 2 and "只写域名" in result.stderr
