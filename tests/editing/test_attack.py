"""What strangers try: other pages, other paths, entries with scripts."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.support.basic_site import basic
from tests.support.editing import EditedSite
from tests.support.preview.process import Running, running, status

PEAR = "content/gi/qingxi-xueli.md"
SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
HOME = "/__sitegen__/edit/"


@pytest.mark.parametrize(
    "path",
    [
        "entry/gi/../../site",
        "entry/gi/..%2f..%2fsite",
        "entry/gi//etc/passwd",
        "entry/../site.yaml",
        "entry/nothing/x",
        "new/nothing",
        "new/gi/x",
        "../../../etc/passwd",
        "editor.py",
        "templates/form.html",
        "entry/gi/Qingxi-Xueli",
        "entry/gi/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_paths_lead_to_entries_only(tmp_path: Path, path: str, method: str) -> None:
    site = EditedSite(tmp_path, {PEAR: "---\nname: 梨\n---\n"})
    before = {file: file.read_bytes() for file in site.root.rglob("*") if file.is_file()}
    sent = [("token", "token"), ("name", "别的"), ("digest", "")]
    page = site.get(path) if method == "get" else site.post(path, sent)
    assert page.status == 404
    assert before == {file: file.read_bytes() for file in site.root.rglob("*") if file.is_file()}


@pytest.mark.parametrize("given", [None, "", "other"])
def test_what_has_not_the_token_of_this_start_is_refused(tmp_path: Path, given: str | None) -> None:
    site = EditedSite(tmp_path, {PEAR: "---\nname: 梨\n---\n"})
    pairs = [
        (name, value)
        for name, value in site.get("entry/gi/qingxi-xueli").pairs()
        if name != "token"
    ]
    pairs = [*pairs, *([("token", given)] if given is not None else [])]
    for path in ("entry/gi/qingxi-xueli", "new/gi", "undo"):
        assert site.post(path, pairs).status == 403
    assert site.read(PEAR) == "---\nname: 梨\n---\n".encode()


def test_scripts_in_an_entry_are_text_in_its_form(tmp_path: Path) -> None:
    quoted = SCRIPT.replace('"', '\\"')
    entry = f'---\nname: "{quoted}"\naka: ["{quoted}"]\nsources:\n  - title: "{quoted}"\n---\n\n{SCRIPT}\n'
    site = EditedSite(
        tmp_path, {PEAR: entry, "content/products/x.md": f'---\nname: "{quoted}"\n---\n'}
    )
    pages = [
        site.get(""),
        site.get("", q=SCRIPT),
        site.get("entry/gi/qingxi-xueli"),
        site.get("entry/products/x"),
        site.get("new/gi", name=SCRIPT, copy="qingxi-xueli"),
        site.edit("entry/gi/qingxi-xueli", {"summary": SCRIPT, "region": SCRIPT}),
        site.edit("entry/gi/qingxi-xueli", {"body": SCRIPT}, "text"),
    ]
    for page in pages:
        assert page.status < 500
        scripts = page.soup.select("script:not([src$='editor.js'])")
        assert not scripts and not page.soup.select("[onerror]"), page.soup
        policy = page.answer.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy and "'unsafe-inline'" not in policy


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> object:
    root = basic(tmp_path_factory.mktemp("edited"))
    with running(root, command="edit") as process:
        yield process


def posted(
    preview: Running, *headers: str, key: str | None = None, target: str = HOME + "undo"
) -> int:
    sent = urlencode({"token": "x"})
    kind = "application/x-www-form-urlencoded"
    if not any(h.startswith("Content-Type") for h in headers):
        headers = (*headers, f"Content-Type: {kind}")
    return status(
        preview.get(
            target, *headers, f"Content-Length: {len(sent)}", method="POST", key=key, sent=sent
        )
    )


def test_what_is_posted_comes_from_a_page_of_this_host(preview: Running) -> None:
    own = f"Origin: http://127.0.0.1:{preview.port}"
    assert posted(preview, own) == 403, "its token is wrong"
    assert status(preview.get(HOME)) == 200
    assert status(preview.get(HOME, key="")) == 403
    for headers in (
        (),
        ("Origin: null",),
        ("Origin: https://evil.example",),
        (own, "Origin: https://evil.example"),
        (own, "Sec-Fetch-Site: cross-site"),
        (own, "Sec-Fetch-Site: same-site"),
        (own, "Host: evil.example"),
    ):
        assert posted(preview, *headers) == 403, headers
    assert posted(preview, own, "Content-Type: text/plain") == 415
    assert posted(preview, own, target="/") in (403, 405), "the preview takes nothing"
    assert posted(preview, own, key="AAAAAAAAAAAAAAAAAAAAAA") == 403


def test_the_preview_alone_has_no_editor(tmp_path: Path) -> None:
    with running(basic(tmp_path)) as preview:
        assert status(preview.get(HOME)) == 404
        assert status(preview.get(HOME, method="POST")) == 405
