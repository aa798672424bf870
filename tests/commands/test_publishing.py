"""publish, rollback and withdraw as they are run: a real folder, another process, what it says."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sitegen.cli import release_messages
from tests.support.basic_site import write
from tests.support.command_line import run
from tests.support.publications import tree
from tests.support.site_test import SiteTest

PUBLISH = "publish:\n  production: {kind: folder, path: ../www}\n"
PEAR = "content/gi/qingxi-xueli.md"
SECRET = "皮薄汁多的梨"
AT = ("--as-of", "2026-01-15")


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    made = SiteTest(tmp_path / "site")
    text = (made.root / "site.yaml").read_text("utf-8")
    return made.write("site.yaml", text + PUBLISH)


def sitegen(site: SiteTest, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(*arguments, "--site", str(site.root))


def publish(site: SiteTest, *more: str) -> subprocess.CompletedProcess[str]:
    done = sitegen(site, "publish", *AT, *more)
    assert done.returncode == 0, done.stderr
    return done


def shown(site: SiteTest) -> dict[str, bytes]:
    return tree(site.root.parent / "www" / "current")


def journal(site: SiteTest) -> list[dict[str, object]]:
    lines = (site.root / "publications.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def break_three_places(site: SiteTest) -> None:
    """What editors may have half done at 23:00."""
    site.write("content/products/li-gao.md", "---\nname: [梨膏\n---\n")
    site.change("content/organizations/qingxi-li-xiehui.yaml", "kind: 协会", "kind: 协协会")
    text = (site.root / "site.yaml").read_text("utf-8")
    site.write("site.yaml", text.replace("keeper:", "kepeer:"))


def test_what_is_published_is_what_a_build_makes(site: SiteTest) -> None:
    publish(site)
    assert run("build", "--site", str(site.root), *AT).returncode == 0
    built = tree(site.target)
    found = {path: data for path, data in shown(site).items() if not path.endswith((".gz", ".br"))}
    assert found == built
    assert "index.html.br" in shown(site)


def test_the_ledger_and_the_journal_are_written(site: SiteTest) -> None:
    publish(site)
    ledger = (site.root / "content/ledger.jsonl").read_text("utf-8")
    assert '"gi/qingxi-xueli/"' in ledger
    (line,) = journal(site)
    assert line["what"] == "publish" and line["target"] == "production"
    assert str(line["who"]).partition("@")[2]
    again = publish(site)
    assert "不用发布" in again.stdout
    assert len(journal(site)) == 1
    assert (site.root / "content/ledger.jsonl").read_text("utf-8") == ledger


def test_a_dry_run_changes_nothing(site: SiteTest) -> None:
    before = tree(site.root)
    done = publish(site, "--dry-run")
    assert "演练" in done.stdout and "新 " in done.stdout
    assert not (site.root.parent / "www").exists()
    own = {p: d for p, d in tree(site.root).items() if not p.startswith(".sitegen/")}
    assert own == before


def test_a_site_with_errors_is_not_published(site: SiteTest) -> None:
    publish(site)
    before = shown(site)
    break_three_places(site)
    done = sitegen(site, "publish", *AT)
    assert done.returncode == 1 and "site.yaml" in done.stderr
    assert shown(site) == before and len(journal(site)) == 1


def test_back_and_the_list(site: SiteTest) -> None:
    publish(site)
    first = shown(site)
    site.change(PEAR, SECRET, "皮更薄的梨")
    publish(site)
    listed = sitegen(site, "rollback", "--list")
    assert listed.stdout.count("\n") == 3 and listed.stdout.startswith("* ")
    done = sitegen(site, "rollback")
    assert done.returncode == 0, done.stderr
    found = {path: data for path, data in shown(site).items() if path in first}
    assert found == first
    assert journal(site)[-1]["what"] == "rollback"
    wrong = sitegen(site, "rollback", "production", "1999")
    assert wrong.returncode == 1 and "rollback.no-such-release" in wrong.stderr


def test_an_unknown_target_is_named_with_the_nearest(site: SiteTest) -> None:
    done = sitegen(site, "publish", "prodction")
    assert done.returncode == 1
    assert "最接近的是“production”" in done.stderr


def test_an_entry_goes_at_night_while_the_content_is_broken(site: SiteTest) -> None:
    publish(site)
    assert any(SECRET.encode() in data for data in shown(site).values())
    break_three_places(site)
    words = ("--reason", "登记撤销", "--document", "公告第9号")
    done = sitegen(site, "withdraw", "gi:qingxi-xueli", *words, *AT)
    assert done.returncode == 0, done.stderr
    found = shown(site)
    page = BeautifulSoup(found["gi/qingxi-xueli/index.html"], "html.parser").get_text()
    assert "登记撤销" in page and "公告第9号" in page and SECRET not in page
    plain = {path: data for path, data in found.items() if not path.endswith((".gz", ".br"))}
    assert [path for path, data in plain.items() if SECRET.encode() in data] == []
    assert "gi/index.html" not in plain and b"qingxi-xueli" not in plain["index.html"]
    assert b"qingxi-xueli" not in plain["feed.xml"]
    assert "withdrawn:" in (site.root / PEAR).read_text("utf-8")
    assert journal(site)[-1]["entry"] == "gi:qingxi-xueli"


def test_the_next_mornings_build_agrees(site: SiteTest) -> None:
    publish(site)
    kept = {
        path: (site.root / path).read_bytes()
        for path in ("site.yaml", "content/products/li-gao.md")
    }
    kept["content/organizations/qingxi-li-xiehui.yaml"] = (
        site.root / "content/organizations/qingxi-li-xiehui.yaml"
    ).read_bytes()
    break_three_places(site)
    assert sitegen(site, "withdraw", "青溪雪梨", "--reason", "登记撤销", *AT).returncode == 0
    before = shown(site)
    write(site.root, kept)
    assert "不用发布" in publish(site).stdout
    assert shown(site) == before


def test_a_file_that_cannot_be_edited_is_named_and_stops_the_next_publication(
    site: SiteTest,
) -> None:
    publish(site)
    good = (site.root / PEAR).read_bytes()
    site.write(PEAR, "---\nname: [青溪雪梨\n---\n")
    done = sitegen(site, "withdraw", "/gi/qingxi-xueli/", "--reason", "登记撤销", *AT)
    assert done.returncode == 0, done.stderr
    assert "withdraw.own-file" in done.stderr and PEAR in done.stderr
    assert "登记撤销" in shown(site)["gi/qingxi-xueli/index.html"].decode()
    site.write(PEAR, good)
    refused = sitegen(site, "publish", *AT)
    assert refused.returncode == 1 and "publish.withdrawn-again" in refused.stderr
    assert sitegen(site, "withdraw", "gi:qingxi-xueli", "--restore").returncode == 0
    publish(site)
    assert SECRET in shown(site)["gi/qingxi-xueli/index.html"].decode()


def test_earlier_releases_go_with_an_entry(site: SiteTest) -> None:
    publish(site)
    site.change("content/products/li-gao.md", "name: 梨膏", "name: 好梨膏")
    publish(site)
    done = sitegen(site, "withdraw", "gi:qingxi-xueli", "--reason", "登记撤销", *AT)
    assert done.returncode == 0 and "以前的 2 个版本也去掉了" in done.stdout
    every = tree(site.root.parent / "www")
    plain = {path: data for path, data in every.items() if not path.endswith((".gz", ".br"))}
    assert [path for path, data in plain.items() if SECRET.encode() in data] == []
    refused = sitegen(site, "rollback")
    assert refused.returncode == 1 and "rollback.nothing-there" in refused.stderr
    assert sitegen(site, "withdraw", "products:li-gao", "--reason", "撤销", *AT).returncode == 0


def test_damaged_files_are_put_again(site: SiteTest) -> None:
    publish(site)
    before = shown(site)
    whole = publish(site, "--repair")
    assert "都和发布时一样" in whole.stdout and "不用发布" in whole.stdout
    current = site.root.parent / "www/current"
    (current / "index.html").write_text("<script>", "utf-8")
    (current / "about/index.html").unlink()
    assert "不用发布" in publish(site).stdout
    looked = publish(site, "--repair", "--dry-run")
    assert "有 2 个文件坏了或没有了" in looked.stdout and shown(site) != before
    done = publish(site, "--repair")
    assert "  坏 index.html" in done.stdout and "已经重新放好" in done.stdout
    assert shown(site) == before
    assert journal(site)[-1]["repaired"] == 2


def test_after_going_back_an_entry_goes_from_what_is_shown(site: SiteTest) -> None:
    publish(site)
    site.change("content/products/li-gao.md", "name: 梨膏", "name: 写错的名称")
    publish(site)
    assert sitegen(site, "rollback").returncode == 0
    assert sitegen(site, "withdraw", "gi:qingxi-xueli", "--reason", "登记撤销", *AT).returncode == 0
    found = shown(site)
    assert "登记撤销" in found["gi/qingxi-xueli/index.html"].decode()
    assert [path for path, data in found.items() if "写错的名称".encode() in data] == []
    assert "梨膏" in found["products/li-gao/index.html"].decode()


def test_what_another_machine_published_is_not_undone_by_a_withdrawal(
    site: SiteTest, tmp_path: Path
) -> None:
    publish(site)
    other = tmp_path / "other"
    shutil.copytree(site.root, other, ignore=shutil.ignore_patterns(".sitegen"))
    (other / PEAR).write_text(
        (other / PEAR).read_text("utf-8").replace(SECRET, "皮更薄的梨"), "utf-8"
    )
    assert run("publish", "--site", str(other), *AT).returncode == 0
    before = shown(site)
    refused = sitegen(site, "withdraw", "products:li-gao", "--reason", "撤销", *AT)
    assert refused.returncode == 1 and "withdraw.nothing-kept" in refused.stderr
    assert shown(site) == before


def test_an_entry_that_is_nowhere_and_a_machine_that_kept_nothing(site: SiteTest) -> None:
    nothing = sitegen(site, "withdraw", "gi:qingxi-xueli", "--reason", "撤销", *AT)
    assert nothing.returncode == 1 and "withdraw.nothing-kept" in nothing.stderr
    publish(site)
    wrong = sitegen(site, "withdraw", "gi:qingxi-xuel", "--reason", "撤销", *AT)
    assert wrong.returncode == 1 and "gi:qingxi-xueli" in wrong.stderr
    assert sitegen(site, "withdraw", "gi:qingxi-xueli").returncode == 1


def test_a_server_that_reads_files_beside_the_site_gets_them(site: SiteTest) -> None:
    text = (site.root / "site.yaml").read_text("utf-8")
    site.write("site.yaml", text.replace("../www}", "../www, server_files: iis, packed: 否}"))
    publish(site)
    found = shown(site)
    assert found["web.config"].startswith(b"<?xml") and "index.html.br" not in found


def test_a_long_upload_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = iter([0.0, 1.0, 2.5, 3.0, 9.0])
    monkeypatch.setattr(release_messages.time, "perf_counter", lambda: next(seconds))
    told = release_messages.UploadProgress("zh")
    for done in (1_000_000, 2_000_000, 3_000_000, 4_000_000):
        told(done, 4_000_000)
    assert capsys.readouterr().err == "  已传 2 MB / 4 MB\n"
