"""The preview is for the browsers that were given its address, and a crowd does not stop it."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.support import basic_site
from tests.support.preview.process import body, running, status

PEAR = "content/gi/qingxi-xueli.md"


def test_a_visitor_needs_the_key_of_the_printed_address_once(tmp_path: Path) -> None:
    with running(basic_site.basic(tmp_path)) as preview:
        assert len(preview.key) == 22
        for stranger in ("", "x" * 22, f"{preview.key}x", "é"):
            for page in ("/", "/gi/qingxi-xueli/", "/search/names/root.json", f"/?key={stranger}"):
                refused = preview.get(page, key=stranger)
                assert status(refused) == 403 and b"?key=" in refused and "梨" not in body(refused)
        arrived = preview.get(f"/gi/?a=b&key={preview.key}", key="").decode()
        assert "Location: /gi/?a=b\r\n" in arrived and arrived.startswith("HTTP/1.1 302")
        cookie = arrived.partition("Set-Cookie: ")[2].partition("\r\n")[0]
        assert f"sitegen-key-{preview.port}={preview.key}; " in cookie and "HttpOnly" in cookie
        away = preview.get(f"//evil.example/?key={preview.key}", key="")
        assert b"Location: /evil.example/\r\n" in away
        upgrade = ("Upgrade: websocket", f"Origin: http://127.0.0.1:{preview.port}")
        assert status(preview.get("/__sitegen__/live", *upgrade, key="")) == 403
        key = preview.key
    with running(tmp_path) as again:
        assert again.key == key, "pages that are open in a browser go on"


def test_a_crowd_of_idle_connections_does_not_stop_it(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    with running(root, files=200) as preview:
        crowd = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(300)]
        try:
            assert status(preview.get("/")) == 200
            basic_site.write(root, {PEAR: basic_site.PEAR.replace("皮薄汁多", "又脆又甜")})
            preview.until(lambda: "又脆又甜" in body(preview.get("/gi/qingxi-xueli/")))
        finally:
            for each in crowd:
                each.close()
        assert status(preview.get("/")) == 200
