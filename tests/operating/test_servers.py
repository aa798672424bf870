"""What real servers answer with the configurations that are written for them."""

from __future__ import annotations

import gzip
import re
from urllib.parse import quote

import brotli

from sitegen.outputs.addresses import file_of
from sitegen.publishing.kinds_of_files import ASKED_FOR, PACKED, kind_of, suffix_of, type_of
from tests.support.servers import Answer
from tests.support.shown_site import ODD, ODD_FILE, STRAY, Shown

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def address(path: str) -> str:
    """The address of a file as links have it."""
    return quote(path.removesuffix("index.html") if path.endswith("/index.html") else path)


def asked(shown: Shown, path: str, **headers: str) -> Answer:
    return shown.server.get(shown.base + (address(path) if path != "index.html" else ""), **headers)


def all_files(shown: Shown) -> list[str]:
    moved = {file_of(old) for old in shown.site.redirects}
    files = [path for path in shown.site.files if path not in moved]
    files += ["release.json", ODD_FILE]
    assert len(files) > 50 and "media/青溪 雪梨-480.webp" in files
    return files


def leads_to(answer: Answer) -> str:
    """The path that a redirect leads to: Apache puts the host before it."""
    return re.sub("^http://test.example(:[0-9]+)?/", "/", answer.headers["location"])


def vary(answer: Answer) -> set[str]:
    return {name.strip().lower() for name in answer.headers.get("vary", "").split(",")} - {""}


def test_every_file_is_served_at_its_address_as_what_it_is(shown: Shown) -> None:
    for path in all_files(shown):
        answer = asked(shown, path)
        assert answer.status == 200, path
        assert answer.body == (shown.root / path).read_bytes(), path
        assert "content-encoding" not in answer.headers, path
        kind = answer.headers["content-type"].lower().replace(" ", "")
        assert kind == type_of(path).replace(" ", ""), path


def test_what_a_folder_may_hold_besides_has_its_type(shown: Shown) -> None:
    for path in ("empty/more/thing.mjs", "empty/more/pear.avif", ".well-known/security.txt"):
        answer = asked(shown, path)
        assert (answer.status, answer.headers["content-type"]) == (200, type_of(path)), path


def test_each_file_is_kept_as_long_as_its_kind(shown: Shown) -> None:
    found = set()
    for path in all_files(shown):
        for headers in ({}, {"Accept-Encoding": "br, gzip"}):
            rule = asked(shown, path, **headers).headers["cache-control"]
            assert rule == kind_of(path).cache_control, (path, headers)
            found.add(rule)
    assert len(found) == 3


def test_every_answer_carries_the_policy_of_the_pages(shown: Shown) -> None:
    page = asked(shown, "gi/qingxi-xueli/index.html")
    (own,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page.body.decode())
    missing = shown.server.get(f"{shown.base}no-such/")
    for answer in (
        page,
        missing,
        asked(shown, ODD_FILE),
        asked(shown, "feed.xml"),
    ):
        assert answer.headers["content-security-policy"] == f"{own}; frame-ancestors 'self'"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"


def test_what_was_packed_beforehand_is_sent_as_it_lies_there(shown: Shown) -> None:
    for encoding in shown.encodings:
        suffix, sent = {"br": ".br", "gzip": ".gz"}[encoding], 0
        for path in all_files(shown):
            answer = asked(shown, path, **{"Accept-Encoding": encoding})
            packed = shown.root / (path + suffix)
            if packed.exists():
                sent += 1
                assert answer.headers["content-encoding"] == encoding, path
                assert answer.body == packed.read_bytes(), path
                assert answer.headers["content-type"].lower() == type_of(path), path
            elif "content-encoding" in answer.headers:
                assert UNPACK[encoding](answer.body) == (shown.root / path).read_bytes()
                assert suffix_of(path) in PACKED
            else:
                assert answer.body == (shown.root / path).read_bytes(), path
        assert sent > 30
    both = asked(shown, "index.html", **{"Accept-Encoding": "gzip, deflate, br"})
    assert both.headers["content-encoding"] == shown.encodings[0]


def test_caches_are_told_that_the_answer_depends_on_the_encoding(shown: Shown) -> None:
    for path in ("index.html", "gi/index.html", "release.json", "logo.svg", "site.webmanifest"):
        assert (shown.root / f"{path}.gz").exists(), path
        for encoding in ("identity", "gzip"):
            answer = asked(shown, path, **{"Accept-Encoding": encoding})
            assert vary(answer) == {"accept-encoding"}, (path, encoding)


def test_what_was_not_packed_is_packed_on_the_way(shown: Shown) -> None:
    page = shown.root / "gi/qingxi-xueli/index.html"
    packed = page.with_name("index.html.gz")
    data = packed.read_bytes()
    packed.unlink()
    try:
        answer = asked(shown, "gi/qingxi-xueli/index.html", **{"Accept-Encoding": "gzip"})
    finally:
        packed.write_bytes(data)
    assert answer.headers["content-encoding"] == "gzip" and answer.body != data
    assert gzip.decompress(answer.body) == page.read_bytes()


def test_what_is_unchanged_is_not_sent_again(shown: Shown) -> None:
    for path in (
        "index.html",
        "gi/index.html",
        "search/names/root.json",
        ODD_FILE,
    ):
        for encoding in ("identity", "gzip"):
            first = asked(shown, path, **{"Accept-Encoding": encoding})
            tag = {"If-None-Match": first.headers["etag"], "Accept-Encoding": encoding}
            again = asked(shown, path, **tag)
            assert (again.status, again.body) == (304, b""), (path, encoding)
    changed = asked(shown, "index.html", **{"If-None-Match": '"another"'})
    assert changed.status == 200


def test_former_addresses_lead_on_for_good(shown: Shown) -> None:
    assert len(shown.policy.redirects) == 3
    new = f"{shown.base}gi/qingxi-xueli/"
    for old in ("old/pear.html", "old/pear/", ODD):
        for query in ("", "?from=qr&n=%E6"):
            for encoding in ("identity", "br, gzip"):
                there = shown.base + quote(old) + query
                answer = shown.server.get(there, **{"Accept-Encoding": encoding})
                assert (answer.status, leads_to(answer)) == (301, new + query), there
    assert shown.server.get(new).status == 200
    for other in ("Old/pear.html", "old/pear.html/", "old/pearxhtml", "xold/pear.html"):
        assert shown.server.get(shown.base + other).status == 404, other


def test_a_folder_without_its_slash_leads_to_the_page(shown: Shown) -> None:
    answer = shown.server.get(f"{shown.base}gi/qingxi-xueli")
    assert answer.status in (301, 308)
    assert leads_to(answer) == f"{shown.base}gi/qingxi-xueli/"
    if shown.base != "/":
        answer = shown.server.get("/zt")
        assert (answer.status, leads_to(answer)) == (301, "/zt/")
        for outside in ("/ztx/", "/gi/", "/release.json"):
            answer = shown.server.get(outside)
            nothing = (200, b"") if shown.form == "caddy" else (404, answer.body)
            assert (answer.status, answer.body) == nothing, outside


def test_what_is_missing_gets_the_page_of_the_site(shown: Shown) -> None:
    page = (shown.root / "404.html").read_bytes()
    gone = ("no-such/", "gi/no-such/deep.html", "assets/site-0123456789ab.css", "media/x.png")
    for path in gone:
        answer = shown.server.get(shown.base + path)
        assert (answer.status, answer.body) == (404, page), path
        assert answer.headers["cache-control"] == ASKED_FOR, path
        assert answer.headers["content-type"] == "text/html; charset=utf-8", path
        packed = shown.server.get(shown.base + path, **{"Accept-Encoding": "gzip"})
        assert packed.status == 404 and gzip.decompress(packed.body) == page, path
    linked = set(re.findall(r'href="(/[^"?#]*)', page.decode()))
    assert len(linked) > 5
    assert {link: shown.server.get(link).status for link in linked} == dict.fromkeys(linked, 200)


def test_no_folder_is_listed_and_nothing_hidden_is_shown(shown: Shown) -> None:
    for path in ("assets/", "media/", "empty/", ".git/", ".well-known/"):
        answer = shown.server.get(shown.base + path)
        assert answer.status == 404, path
        assert b"thing.mjs" not in answer.body and b"icon.svg</a>" not in answer.body
    hidden = [path for path, text in STRAY.items() if text == "secret"]
    for path in (*hidden, ".htaccess", ".git", "%2egit/config", "gi/../.git/config"):
        answer = shown.server.get(shown.base + path)
        assert answer.status in (400, 403, 404) and b"secret" not in answer.body, path
        assert b"Rewrite" not in answer.body
    for path in hidden:
        assert shown.server.get(shown.base + path).status == 404, path
