"""`sitegen serve` from the first line to Ctrl-C."""

from __future__ import annotations

import contextlib
import json
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sitegen.building import state
from sitegen.building.manifest import JOURNAL
from tests.support import basic_site, pictures
from tests.support.preview import save_and_look
from tests.support.preview.process import body, running, status
from tests.support.site_test import SiteTest

PEAR = "content/gi/qingxi-xueli.md"
SAVES = 20
BUILT = "用时"
FAILED = "网站没有改动"


def chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("没有 Chromium，跳过浏览器测试 (no Chromium: browser tests are skipped)")
    return found


def test_the_first_line_is_the_address_and_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    with running(basic_site.basic(tmp_path)) as preview:
        assert (
            preview.lines[0]
            == f"预览 http://127.0.0.1:{preview.port}/?key={preview.key}  按 Ctrl-C 结束"
        )
        assert status(preview.get("/gi/qingxi-xueli/")) == 200
        assert preview.interrupt() == 0
    assert preview.lines[-1] == "预览结束"
    assert len(preview.lines) == 4 and preview.lines[1].startswith("生成 ")


def test_a_taken_port_is_said_and_a_free_one_proposed(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    with running(root) as preview:
        command = [sys.executable, "-m", "sitegen", "serve", "--site", str(root)]
        done = subprocess.run(
            [*command, "--port", str(preview.port)],
            cwd=basic_site.REPOSITORY, capture_output=True, encoding="utf-8", check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 1 and done.stdout == ""
    assert f"端口 {preview.port} 正被别的程序使用" in done.stderr and "Traceback" not in done.stderr
    proposed = int(done.stderr.partition("--port ")[2].split()[0])
    assert preview.port < proposed < preview.port + 100


@pytest.mark.parametrize(
    ("old", "hostile", "code"),
    [
        ("published:", f"harvest: 9{' ' * 200_000}10\npublished:", "schema.too-long"),
        ("name: 青溪雪梨", "name: 云" + "\u0300\u0316" * 200_000, "text.piled-marks"),
        ("青溪的梨", "[" * 900_000 + "]", "markdown.too-much"),
        ("青溪的梨", "<div>" * 30_000, "markdown.too-much"),
        ("青溪的梨", "[a](gi:x) " * 5_000, "reference.missing"),
    ],
)
def test_answers_come_while_a_hostile_file_is_read(
    tmp_path: Path, old: str, hostile: str, code: str
) -> None:
    root = basic_site.basic(tmp_path)
    with running(root) as preview:
        basic_site.write(root, {PEAR: basic_site.PEAR.replace(old, hostile, 1)})
        longest = 0.0
        while not any(FAILED in line for line in preview.lines):
            begun = time.monotonic()
            preview.get("/categories/")
            longest = max(longest, time.monotonic() - begun)
        assert code in body(preview.get("/"))
    assert longest < 1


def test_a_save_builds_and_an_error_shows_until_it_is_put_right(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    with running(root) as preview:
        basic_site.write(root, {PEAR: basic_site.PEAR.replace("皮薄汁多", "又脆又甜")})
        preview.wait_for(BUILT, 2)
        assert "又脆又甜" in body(preview.get("/gi/qingxi-xueli/"))

        basic_site.write(root, {PEAR: basic_site.PEAR.replace("region:", "regoin:")})
        preview.wait_for(FAILED)
        shown = preview.get("/")
        assert status(shown) == 503 and "regoin" in body(shown) and PEAR in body(shown)
        built = (root / "output/gi/qingxi-xueli/index.html").read_text("utf-8")
        assert "又脆又甜" in built and "__sitegen__" not in built
        cookie = preview.get("/__sitegen__/last?to=/gi/qingxi-xueli/").decode()
        cookie = cookie.partition("Set-Cookie: ")[2].partition(";")[0]
        assert "又脆又甜" in body(preview.get("/gi/qingxi-xueli/", f"Cookie: {cookie}"))

        basic_site.write(root, {PEAR: basic_site.PEAR})
        preview.wait_for(BUILT, 3)
        assert status(preview.get("/")) == 200


def test_two_seconds_after_a_save_everything_is_looked_at(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    journal = state.folder_of(root, root / "output") / JOURNAL
    with running(root) as preview:
        basic_site.write(root, {PEAR: basic_site.PEAR.replace("皮薄汁多", "又脆又甜")})
        preview.wait_for(BUILT, 2)
        assert journal.exists(), "the list of all files waits"
        preview.until(lambda: not journal.exists())
        assert len(preview.lines) == 3, "nothing was found that no save had told of"
    fresh = basic_site.basic(tmp_path / "fresh")
    basic_site.write(fresh, {PEAR: basic_site.PEAR.replace("皮薄汁多", "又脆又甜")})
    SiteTest.at(fresh).build().passes()
    assert basic_site.tree(root / "output") == basic_site.tree(fresh / "output")


def test_what_no_save_told_of_is_shown_after_two_seconds(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    unheard = root / "content/gi/#unheard.md"
    with running(root) as preview:
        basic_site.write(root, {PEAR: basic_site.PEAR.replace("皮薄汁多", "又香又甜")})
        preview.until(lambda: "又香又甜" in body(preview.get("/gi/qingxi-xueli/")))
        unheard.write_text(basic_site.PEAR, "utf-8")
        basic_site.write(root, {PEAR: basic_site.PEAR.replace("皮薄汁多", "又脆又甜")})
        preview.until(lambda: "又脆又甜" in body(preview.get("/gi/qingxi-xueli/")))
        preview.until(lambda: status(preview.get("/")) == 503)
        assert "#unheard.md" in body(preview.get("/"))
        unheard.unlink()
        basic_site.write(root, {PEAR: basic_site.PEAR})
        preview.until(lambda: status(preview.get("/")) == 200)


def test_pictures_come_and_are_told_of_where_they_are_none(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    shown = basic_site.PEAR.replace("name:", "images: [{file: pear.jpg, alt: 一只梨}]\nname:", 1)
    files = {f"content/media/more{number}.jpg": pictures.jpeg(300, 200) for number in range(4)}
    basic_site.write(
        root, {PEAR: shown, "content/media/pear.jpg": pictures.jpeg(600, 400), **files}
    )
    with running(root) as preview:
        for kind, mime in (("jpg", b"image/jpeg"), ("webp", b"image/webp")):
            answer = preview.get(f"/media/pear-480.{kind}")
            assert status(answer) == 200 and mime in answer
        assert status(preview.get("/media/pear.jpg")) == 404

        basic_site.write(root, {"content/media/pear.jpg": b"<html>"})
        preview.until(lambda: "image.wrong-type" in body(preview.get("/")))
        basic_site.write(root, {"content/media/pear.jpg": pictures.jpeg(500, 400)})
        preview.until(lambda: status(preview.get("/media/pear-500.webp")) == 200)
        assert status(preview.get("/media/pear-600.webp")) == 404


def test_a_saved_file_of_the_theme_is_shown_even_in_a_new_hidden_folder(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    with running(root) as preview:
        basic_site.write(root, {"templates/public/.well-known/security.txt": "Contact: 甲"})
        found = "/.well-known/security.txt"
        preview.until(lambda: body(preview.get(found)) == "Contact: 甲")
        basic_site.write(root, {"templates/public/.well-known/security.txt": "Contact: 乙"})
        preview.until(lambda: body(preview.get(found)) == "Contact: 乙")


def test_files_and_folders_may_come_and_go_and_be_replaced(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    with running(root) as preview:
        new = "---\nname: 新梨\npinyin: xīn lí\nkind: 农产品\n---\n"
        basic_site.write(root, {"content/products/.xin-li.md.new": new})
        (root / "content/products/.xin-li.md.new").rename(root / "content/products/xin-li.md")
        preview.wait_for(BUILT, 2)
        assert status(preview.get("/products/xin-li/")) == 200

        basic_site.write(root, {"site.yaml": f"{basic_site.SITE}base_path: /zt/\n"})
        preview.wait_for(BUILT, 3)
        assert b"Location: /zt/\r\n" in preview.get("/")
        assert status(preview.get("/zt/products/xin-li/")) == 200

        word = "components/seal/seal.css"
        css = (basic_site.REPOSITORY / "templates" / word).read_text("utf-8")
        basic_site.write(root, {f"templates/{word}": f"{css}\n.seal {{ opacity: .35; }}\n"})

        def styled(opacity: str) -> bool:
            with contextlib.suppress(FileNotFoundError):  # a build replaces it as we look
                sheets = (root / "output/assets").glob("site-*.css")
                return any(opacity in sheet.read_text("utf-8") for sheet in sheets)
            return False

        preview.until(lambda: styled("opacity:.35"))
        basic_site.write(root, {f"templates/{word}": f"{css}\n.seal {{ opacity: .45; }}\n"})
        preview.until(lambda: styled("opacity:.45"))

        (root / "content/products/xin-li.md").unlink()
        preview.until(lambda: status(preview.get("/zt/products/xin-li/")) == 404)


def test_search_of_a_small_site_catches_up_once_nobody_saves(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    with running(root) as preview:
        names = root / "output/search/names/root.json"
        before = names.read_bytes()
        new = "---\nname: 新梨\npinyin: xīn lí\nkind: 农产品\n---\n"
        basic_site.write(root, {"content/products/xin-li.md": new})
        preview.wait_for(BUILT, 2)
        assert names.read_bytes() == before, "a save does not wait for it"
        preview.until(lambda: names.is_file() and names.read_bytes() != before)
        basic_site.write(root, {"content/products/xin-li.md": new.replace("农产品", "没有的")})
        preview.until(lambda: any("products/xin-li.md" in line for line in preview.lines))
        basic_site.write(root, {"content/products/xin-li.md": new})
        preview.wait_for(BUILT, 3)


def test_what_a_build_writes_and_what_an_editor_leaves_start_no_build(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    with running(root) as preview:
        basic_site.write(
            root,
            {
                "output/mine.txt": "x",
                ".sitegen/mine.json": "{}",
                "notes.txt": "x",
                "content/gi/.qingxi-xueli.md.swp": "x",
                "content/gi/~$list.xlsx": "x",
                "content/gi/qingxi-xueli.md~": "x",
            },
        )
        basic_site.write(root, {PEAR: basic_site.PEAR.replace("皮薄", "皮很薄")})
        preview.wait_for(BUILT, 2)
        assert "皮很薄" in body(preview.get("/gi/qingxi-xueli/"))
    assert len([line for line in preview.lines if BUILT in line]) == 2


def test_a_folder_without_a_site_says_so_on_the_page_and_starts_once_there_is_one(
    tmp_path: Path,
) -> None:
    with running(tmp_path, "--lang", "en", until="the site is unchanged") as preview:
        assert "there is no site.yaml" in body(preview.get("/"))
        basic_site.basic(tmp_path)
        preview.wait_for("made ")
        assert status(preview.get("/")) == 200


def in_browser(script: str, *arguments: str) -> Any:
    """What a script that drives a browser prints."""
    path = Path(save_and_look.__file__).with_name(script)
    done = subprocess.run(
        [sys.executable, str(path), chromium(), *arguments],
        capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_browser_sees_the_error_the_last_site_and_the_mended_page(tmp_path: Path) -> None:
    chromium()
    root = basic_site.basic(tmp_path)
    with running(root) as preview:
        found = in_browser(
            "break_and_mend.py", preview.address("gi/qingxi-xueli/"), str(root / PEAR)
        )
    assert found == {
        "seen": ["青溪雪梨", "1 处要改", "青溪雪梨", "1 处要改", "青溪雪梨"],
        "refused": [],
    }


def test_a_page_finds_the_preview_again_after_a_restart(tmp_path: Path) -> None:
    executable = chromium()
    text = basic_site.PEAR.replace("皮薄汁多的梨", save_and_look.MARK)
    root = basic_site.write(basic_site.basic(tmp_path), {PEAR: text})
    with running(root) as preview:
        port = preview.port
        path = Path(save_and_look.__file__)
        visitor = subprocess.Popen(
            [sys.executable, str(path), executable, preview.address("gi/qingxi-xueli/"),
             str(root / PEAR), "2", "--after-a-line"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        assert visitor.stdout is not None and visitor.stdout.readline() == "ready\n"
        preview.interrupt()
    with running(root, port=port):
        said, _ = visitor.communicate("go\n", timeout=120)
    assert None not in json.loads(said)


def test_every_save_is_shown_by_the_browser(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:  # type: ignore[type-arg]
    chromium()
    text = basic_site.PEAR.replace("皮薄汁多的梨", save_and_look.MARK)
    root = basic_site.write(basic_site.basic(tmp_path), {PEAR: text})
    with running(root) as preview:
        address = preview.address("gi/qingxi-xueli/")
        seconds = in_browser("save_and_look.py", address, str(root / PEAR), str(SAVES))
    with capsys.disabled():
        shown = [second for second in seconds if second is not None]
        middle, most = statistics.median(shown), max(shown)
        print(f"\nsave → shown: {len(shown)}/{SAVES}, median {middle:.3f} s, max {most:.3f} s")  # noqa: T201
    assert None not in seconds
