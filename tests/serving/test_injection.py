"""What the preview adds to a page, and to its security policy."""

from __future__ import annotations

from bs4 import BeautifulSoup

from sitegen.serving.injection import allow, with_reload
from tests.support.site_test import SiteTest

HOST = "127.0.0.1:8000"


def test_the_script_stands_at_the_end_of_the_head_and_nowhere_else() -> None:
    page = "<html><head><title>x</title></head><body><p>&lt;/head&gt;</body></html>"
    made = with_reload(page, "7-1", HOST, behind=False)
    assert made.replace("</head>", "").count("reload.js") == 1
    assert '<script src="/__sitegen__/reload.js" data-build="7-1" defer></script>\n</head>' in made
    assert "data-behind" in with_reload(page, "7-1", HOST, behind=True)


def test_a_page_without_a_head_reloads_too() -> None:
    assert "reload.js" in with_reload("<p>x</p>", "7-1", HOST, behind=False)


def test_a_policy_allows_what_it_did_and_the_reload() -> None:
    policy = "default-src 'none'; img-src 'self'; script-src 'self'"
    assert (
        allow(policy, "connect-src", "'self'", "ws://x") == f"{policy}; connect-src 'self' ws://x"
    )
    assert allow("script-src 'none'", "script-src", "'self'") == "script-src 'self'"
    assert allow("script-src 'self' a.b", "script-src", "'self'") == "script-src a.b 'self'"
    assert allow("default-src c.d", "connect-src", "'self'") == (
        "default-src c.d; connect-src c.d 'self'"
    )
    assert allow("img-src 'self'", "connect-src", "'self'") == "img-src 'self'"


def test_a_built_page_keeps_all_but_its_policy_and_gains_the_script(tmp_path) -> None:  # type: ignore[no-untyped-def]
    site = SiteTest(tmp_path)
    site.build()
    page = site.text("index.html")
    before = BeautifulSoup(page, "html.parser")
    after = BeautifulSoup(with_reload(page, "7-1", HOST, behind=False), "html.parser")

    rule = {"http-equiv": "Content-Security-Policy"}
    old, new = before.find("meta", rule), after.find("meta", rule)
    added = after.find("script", src="/__sitegen__/reload.js")
    assert f"connect-src 'self' ws://{HOST}" in new["content"]
    assert "ws:" not in page and "__sitegen__" not in page
    for name in ("default-src 'none'", "img-src 'self'", "base-uri 'none'"):
        assert name in old["content"] and name in new["content"]
    new["content"] = old["content"]
    added.extract()
    assert str(after).replace("\n", "") == str(before).replace("\n", "")
