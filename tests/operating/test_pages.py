"""docs/operating/: every `sh` block is run, in its order, and does what the page says."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from sitegen.cli import cli
from tests.support.basic_site import BASIC, write
from tests.support.operating_pages import PAGES, World, blocks
from tests.support.servers import Start

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the shell of Unix"),
    pytest.mark.skipif(shutil.which("git") is None, reason="没有 git (no git)"),
]
PEAR = "content/gi/qingxi-xueli.md"
CAKE = "content/products/li-gao.md"
FOLDER = "publish:\n  production: {kind: folder, path: /srv/yunzhou/www}\n"
WORDS = "皮薄汁多的梨"
TRIED = {
    "releasing.md": {"第一次", "退回", "几个人一起改", "停办", "核对"},
    "at-night.md": {"夜里十一点", "一个条目必须撤下", "发错了", "打不开", "第二天早上"},
    "from-nothing.md": {"只剩站点的仓库", "反过来：仓库没了，发布的机器还在", "换一台机器", "备份"},
    "serving.md": {"放上网页服务器"},
    "collecting.md": {"汇集"},
}
"""The headings with `sh` blocks that the tests below run."""


def section(page: str, heading: str) -> list[str]:
    return next(texts for found, texts in blocks(page).items() if found.startswith(heading))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A site with two releases, all committed."""
    world = World(tmp_path_factory.mktemp("srv") / "yunzhou")
    world.settings(FOLDER)
    world.sh("sitegen publish")
    world.change(CAKE, "用雪梨熬的膏。", "用雪梨慢慢熬的膏。")
    world.sh("sitegen publish")
    world.commit("two releases")
    world.sh("git push -q")
    return world


@pytest.fixture
def world(prepared: World) -> World:
    """The same machine, as it was."""
    kept = prepared.folder.with_name("kept")
    if kept.exists():
        shutil.rmtree(prepared.folder)
        shutil.copytree(kept, prepared.folder, symlinks=True)
    else:
        shutil.copytree(prepared.folder, kept, symlinks=True)
    return prepared


@pytest.mark.parametrize("page", TRIED)
def test_every_block_is_run_by_a_test(page: str) -> None:
    found = list(blocks(page))
    assert len(found) == len(TRIED[page])
    for heading in found:
        assert any(heading.startswith(tried) for tried in TRIED[page]), heading


@pytest.mark.parametrize("page", sorted(path.name for path in PAGES.glob("*.md")))
def test_every_command_and_option_that_is_named_exists(page: str) -> None:
    text = (PAGES / page).read_text("utf-8")
    for name, rest in re.findall(r"\bsitegen ([a-z][a-z-]+)([^\n`#|&>]*)", text):
        if name in cli.commands:
            options = {o for p in cli.commands[name].params for o in p.opts} | {"--help"}
            assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= options, (name, rest)
        else:
            assert not re.search(rf"`sitegen {name}\b", text), name


def test_the_first_publication_and_what_follows(tmp_path: Path) -> None:
    world = World(tmp_path / "yunzhou")
    world.settings(blocks("releasing.md", "yaml")["第一次 The first time"][0])
    first, server = section("releasing.md", "第一次")
    told = world.sh(first)
    assert "演练" in told and "已发布到“production”" in told
    assert WORDS in world.page("gi/qingxi-xueli") and world.sh("git status --short") == ""
    world.sh(server)
    config = (world.folder / "yunzhou.conf").read_text("utf-8")
    assert f"root {world.www}/current;" in config or f'root "{world.www}/current";' in config
    (whole,) = section("serving.md", "放上网页服务器")
    world.sh(whole)
    assert (world.site / "yunzhou.conf").exists()
    before = world.shown
    world.change(PEAR, WORDS, "山里的梨")
    (back,) = section("releasing.md", "退回")
    assert "* 现在给访问的人看的" in world.sh(back)
    assert "山里的梨" in world.page("gi/qingxi-xueli"), "its last line names the latest"
    world.sh("sitegen rollback")
    assert before.items() <= world.shown.items()
    verify, repair = section("releasing.md", "核对")
    assert world.sh(verify) == "[]\n"
    (world.www / "current/index.html").write_text("x", "utf-8")
    assert world.sh(verify) == "['index.html']\n"
    assert "坏 index.html" in world.sh(repair)
    assert world.sh(verify) == "[]\n"


def test_two_people_publish_by_turns(world: World) -> None:
    (block,) = section("releasing.md", "几个人一起改")
    world.sh(block)
    world.sh("git push -q && git clone -q ../origin.git ../other")
    other = world.folder / "other"
    for place, file, old, new in (
        (world.site, PEAR, WORDS, "山里的梨"),
        (other, CAKE, "慢慢熬", "小火熬"),
    ):
        text = (place / file).read_text("utf-8")
        (place / file).write_text(text.replace(old, new), "utf-8")
        world.sh("sitegen publish && git commit -q -am change", cwd=place)
    world.sh("git push -q")
    world.sh("git pull -q --no-rebase --no-edit", cwd=other)
    lines = (other / "publications.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 4 and all('"what":"publish"' in line for line in lines)


def test_an_entry_goes_while_others_are_broken(world: World) -> None:
    now, committed, without, again = section("at-night.md", "一个条目必须撤下")
    world.write("content/products/half.md", "---\nname: [没写完\n---\n")
    world.sh(now + committed)
    assert WORDS not in world.page("gi/qingxi-xueli")
    page = " ".join(world.page("gi/qingxi-xueli").split())
    assert "信息有误" in page and "来函" in page, page
    shutil.rmtree(world.site / ".sitegen")
    assert (
        "withdraw.nothing-kept"
        in world.tried(now.replace("gi:qingxi-xueli", "products:li-gao")).stderr
    )
    world.sh(without)
    assert "慢慢熬" not in world.page("products/li-gao")
    assert WORDS not in world.page("gi/qingxi-xueli")
    for path in (PEAR, CAKE):
        assert "withdrawn:" in (world.site / path).read_text("utf-8")
    assert (world.site / "content/products/half.md").exists()
    assert world.sh("git status --short") == "?? content/products/half.md\n"
    assert world.sh("git rev-parse main") == world.sh("git rev-parse origin/main")
    (world.site / "content/products/half.md").unlink()
    assert "不用发布" in world.sh("sitegen publish")
    world.sh(again)


def test_a_province_collects_its_cities(world: World) -> None:
    shared = (
        "site.yaml",
        "content/regions",
        "content/categories",
        "content/schemes",
        "content/pages",
    )
    files = {path: text for path, text in BASIC.items() if path.startswith(shared)}
    files["site.yaml"] += blocks("collecting.md", "yaml")["设置 Settings"][0]
    province = write(world.folder / "province", files)
    (block,) = section("collecting.md", "汇集")
    told = world.sh(block)
    assert "演练：1 个市：新 4" in told and told.count("没有变化") == 1
    assert (province / "content/collected/yunzhou/gi/yunzhou-qingxi-xueli.md").exists()
    assert WORDS in (province / "output/gi/yunzhou-qingxi-xueli/index.html").read_text("utf-8")
    assert world.sh("git status --short") == ""


def test_a_wrong_thing_goes_back_and_right_again(world: World) -> None:
    back, right = section("at-night.md", "发错了")
    world.change(PEAR, WORDS, "写错的梨")
    world.sh("sitegen publish")
    world.sh(back)
    assert WORDS in world.page("gi/qingxi-xueli")
    world.change(PEAR, "写错的梨", "改好的梨")
    world.sh(right)
    assert "改好的梨" in world.page("gi/qingxi-xueli")
    (morning,) = section("at-night.md", "第二天早上")
    assert '"what":"rollback"' in world.sh(morning)
    assert world.sh("git status --short") == ""


def test_a_site_that_is_down_comes_up(world: World) -> None:
    gone, damaged, plain = section("at-night.md", "打不开")
    (first,) = section("at-night.md", "夜里十一点")
    before = world.shown
    (world.www / "current").unlink()
    assert "[doctor.nothing-shown]" in world.sh(first.replace("doctor", "doctor --offline", 1))
    world.sh(gone)
    assert world.shown == before
    (world.www / "current/index.html").write_text("x", "utf-8")
    assert "坏 index.html" in world.sh(damaged)
    assert before.items() <= world.shown.items()
    world.sh(plain)
    built = world.site / "output" / "index.html"
    assert built.read_bytes() == before["index.html"]
    (closed,) = section("releasing.md", "停办")
    world.sh(closed)
    assert "本站已停止更新" in (world.folder / "closed/index.html").read_text("utf-8")


def test_nothing_but_the_repository_is_needed(world: World) -> None:
    (backup,) = section("from-nothing.md", "备份")
    world.sh(backup)
    before = world.shown
    (again, day) = section("from-nothing.md", "只剩站点的仓库")
    shutil.rmtree(world.site)
    shutil.rmtree(world.www)
    world.sh(again, cwd=world.folder)
    assert before.items() >= world.shown.items() and WORDS in world.page("gi/qingxi-xueli")
    world.sh(day, cwd=world.folder / "again")
    text = (world.folder / "as-of/index.html").read_text("utf-8")
    assert "2026-01-15" in text


def test_what_was_published_is_found_on_the_machine(world: World) -> None:
    (block,) = section("from-nothing.md", "反过来")
    shutil.rmtree(world.site / "content")
    world.sh(block)
    assert WORDS in (world.folder / "saved" / PEAR).read_text("utf-8")


def test_the_releases_move(world: World) -> None:
    (block,) = section("from-nothing.md", "换一台机器")
    assert world.sh(block).startswith("releases/")
    before = world.shown
    world.change("site.yaml", f"{world.folder}/www}}", f"{world.folder}/www-new}}")
    assert "不用发布" in world.sh("sitegen publish")
    world.www = world.folder / "www-new"
    try:
        assert world.shown == before
    finally:
        world.www = world.folder / "www"


def test_nginx_shows_the_new_release_at_once(world: World, start: Start) -> None:
    with start(world.www / "current") as nginx:
        assert WORDS in nginx.get("/gi/qingxi-xueli/").body.decode()
        world.change(PEAR, WORDS, "山里的梨")
        world.sh("sitegen publish")
        assert "山里的梨" in nginx.get("/gi/qingxi-xueli/").body.decode()
        world.sh("sitegen rollback")
        assert WORDS in nginx.get("/gi/qingxi-xueli/").body.decode()
