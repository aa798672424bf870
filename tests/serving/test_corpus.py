"""Requests byte by byte: none gets a byte from outside the site, none brings a traceback out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import basic_site
from tests.support.preview.process import Running, body, running, status

SECRET = "a-secret-that-must-stay"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("corpus")
    root = basic_site.basic(folder / "site")
    basic_site.write(
        folder, {"secret.txt": SECRET, "site/secret.txt": SECRET, "out/index.html": SECRET}
    )
    with running(root) as preview:
        (root / "output/link.txt").symlink_to(folder / "secret.txt")
        (root / "output/away").symlink_to(folder / "out")
        yield preview
        assert not [line for line in preview.lines if "Traceback" in line], preview.lines
        assert preview.process.poll() is None


TARGETS = [
    "/../secret.txt",
    "/../../secret.txt",
    "/..%2fsecret.txt",
    "/..%2f..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/%252e%252e%252fsecret.txt",
    "/..\\secret.txt",
    "/..%5csecret.txt",
    "/%5c..%5csecret.txt",
    "/gi/../../secret.txt",
    "/secret.txt%00.html",
    "/index.html%00",
    "//etc/passwd",
    "///etc/passwd",
    "/%2fetc/passwd",
    "/etc/passwd",
    "/link.txt",
    "/away/",
    "/away/index.html",
    "/assets/",
    "/.sitegen/lock",
    "/site.yaml",
    "/content/gi/qingxi-xueli.md",
    "/%ff%fe",
    "/?%00",
    "/__sitegen__/../secret.txt",
    "/__sitegen__/%2e%2e/server.py",
    "/__sitegen__/server.py",
    "/forcereload",
    "/livereload.js",
    "*",
    "secret.txt",
    "http://evil.example/",
    "http://127.0.0.1/../secret.txt",
    "file:///etc/passwd",
    "/" + "a/" * 3000,
]


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target[:40])
def test_a_path_that_is_not_of_the_site_gets_nothing(preview: Running, target: str) -> None:
    answer = preview.get(target)
    assert status(answer) in (0, 400, 403, 404) or target == "/?%00"
    assert_quiet(answer)


@pytest.mark.parametrize(
    "headers",
    [
        ("Host: evil.example",),
        ("Host: 127.0.0.1.evil.example",),
        ("Host: 127.0.0.1:1",),
        ("Host:",),
        ("Host: 127.0.0.1", "Host: evil.example"),
        ("Host: evil.example", "Host: 127.0.0.1"),
        ("Host: 127.0.0.1, evil.example",),
    ],
    ids=" & ".join,
)
def test_another_name_gets_nothing(preview: Running, headers: tuple[str, ...]) -> None:
    answer = preview.get("/", *headers)
    assert status(answer) in (0, 400, 403) and "试验名录" not in body(answer)
    assert_quiet(answer)


def test_a_name_must_be_given(preview: Running) -> None:
    for version in ("1.0", "1.1"):
        answer = preview.ask(f"GET / HTTP/{version}\r\nConnection: close\r\n\r\n".encode())
        assert status(answer) in (0, 400, 403) and "试验名录" not in body(answer)


def test_both_of_its_names_get_the_site(preview: Running) -> None:
    for name in ("127.0.0.1", "localhost"):
        answer = preview.get("/", f"Host: {name}:{preview.port}")
        assert status(answer) == 200 and "试验名录" in body(answer)


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"]
)
def test_nothing_but_reading_is_allowed(preview: Running, method: str) -> None:
    answer = preview.get("/", "X-Mark: echo-me", method=method)
    assert status(answer) in (0, 400, 405) and b"echo-me" not in answer
    assert_quiet(answer)


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET /\0 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"\r\n\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n Folded: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
        b"Connection: close\r\n\r\nzz\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: a=\xff;;;=\x00\r\nConnection: close\r\n\r\n",
    ],
    ids=range(12),
)
def test_what_is_no_request_of_a_browser_ends_quietly(
    preview: Running, request_bytes: bytes
) -> None:
    answer = preview.ask(request_bytes)
    assert status(answer) in (0, 200, 400, 403, 431)
    assert_quiet(answer)


def test_only_a_page_of_the_preview_may_listen(preview: Running) -> None:
    upgrade = (
        "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )  # fmt: skip
    live = "/__sitegen__/live"
    own = f"Origin: http://127.0.0.1:{preview.port}"
    for headers in ((), ("Origin: http://evil.example",), ("Origin: null",), (own, own)):
        assert status(preview.get(live, *upgrade, *headers, head_only=True)) == 403
    evil = preview.get(live, *upgrade, own, "Host: evil.example", head_only=True)
    assert status(evil) == 403
    line = f"GET {live} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n"
    request = (line + "\r\n".join([*upgrade, own, "", ""])).encode()
    assert status(preview.ask(request, head_only=True)) == 403
    line += f"Cookie: sitegen-key-{preview.port}={preview.key}\r\n"
    request = (line + "\r\n".join([*upgrade, own, "", ""])).encode()
    assert status(preview.ask(request, head_only=True)) == 101


def test_every_answer_keeps_out_of_caches_and_other_sites(preview: Running) -> None:
    for target in ("/", "/gi/", "/nothing/", "/release.json", "/__sitegen__/reload.js"):
        head = preview.get(target).partition(b"\r\n\r\n")[0].decode().lower()
        assert "cache-control: no-store" in head and "x-content-type-options: nosniff" in head
        assert "cross-origin-resource-policy: same-origin" in head
        assert "server:" not in head and "etag:" not in head


def test_head_tells_the_length_and_sends_nothing(preview: Running) -> None:
    whole, head = preview.get("/"), preview.get("/", method="HEAD")
    assert body(head) == "" and status(head) == 200
    assert f"Content-Length: {len(body(whole).encode())}".encode() in head


def test_it_listens_on_this_machine_only(preview: Running) -> None:
    table = Path("/proc/net/tcp")
    if not table.exists():
        pytest.skip("only Linux lists its sockets in /proc")
    port = f":{preview.port:04X}"
    local = {line.split()[1] for line in table.read_text("ascii").splitlines()[1:]}
    assert {name for name in local if name.endswith(port)} == {f"0100007F{port}"}


def assert_quiet(answer: bytes) -> None:
    assert SECRET.encode() not in answer and b"root:" not in answer
    assert (
        b"Traceback" not in answer and b"File " not in answer and b"tornado" not in answer.lower()
    )
    assert b"def prepare" not in answer and b"qingxi-li-xiehui\n" not in answer
