"""sitegen withdraw on several targets: one that fails keeps no other from losing the entry."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.publications import tree
from tests.support.site_test import SiteTest

PUBLISH = """publish:
  a: {kind: folder, path: ../a}
  b: {kind: folder, path: ../b}
"""
PEAR = "content/gi/qingxi-xueli.md"
SECRET = "皮薄汁多的梨"
AT = ("--as-of", "2026-01-15")
WITHDRAW = ("withdraw", "gi:qingxi-xueli", "--reason", "登记撤销", *AT)


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    made = SiteTest(tmp_path / "site")
    text = (made.root / "site.yaml").read_text("utf-8")
    made.write("site.yaml", text + PUBLISH)
    for name in "ab":
        assert sitegen(made, "publish", name, *AT).returncode == 0
    return made


def sitegen(site: SiteTest, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(*arguments, "--site", str(site.root))


def has_it(site: SiteTest, name: str) -> bool:
    return any(
        SECRET.encode() in data for data in tree(site.root.parent / name / "current").values()
    )


def journal(site: SiteTest) -> list[dict[str, str]]:
    lines = (site.root / "publications.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def unreachable(site: SiteTest, name: str) -> Path:
    """Let a target be away; gives where it is meanwhile."""
    place = site.root.parent / name
    away = place.rename(site.root.parent / f"{name}-away")
    place.write_text("a file in its place", "utf-8")
    return away


def back(site: SiteTest, name: str) -> None:
    (site.root.parent / name).unlink()
    (site.root.parent / f"{name}-away").rename(site.root.parent / name)


def test_a_target_that_is_away_keeps_no_other_from_losing_the_entry(site: SiteTest) -> None:
    unreachable(site, "a")
    done = sitegen(site, *WITHDRAW)
    assert done.returncode == 1 and "withdraw.nothing-shown" in done.stderr
    assert "已从“b”下架" in done.stdout and "还在 “a” 上" in done.stdout
    assert not has_it(site, "b")
    assert "withdrawn:" in (site.root / PEAR).read_text("utf-8")
    failed, gone = journal(site)[-2:]
    assert (failed["target"], failed["failed"]) == ("a", "withdraw.nothing-shown")
    assert gone["target"] == "b" and gone["release"]

    back(site, "a")
    assert has_it(site, "a")
    assert sitegen(site, "publish", "a", *AT).returncode == 0
    assert not has_it(site, "a")
    releases = site.root.parent / "a" / "releases"
    assert len(list(releases.iterdir())) == 1
    refused = sitegen(site, "rollback", "a")
    assert refused.returncode == 1 and "rollback.nothing-there" in refused.stderr


def test_there_is_no_way_back_to_before_a_withdrawal_that_failed(site: SiteTest) -> None:
    site.change("content/products/li-gao.md", "name: 梨膏", "name: 好梨膏")
    assert sitegen(site, "publish", "a", *AT).returncode == 0
    unreachable(site, "a")
    assert sitegen(site, *WITHDRAW).returncode == 1
    back(site, "a")
    refused = sitegen(site, "rollback", "a")
    assert refused.returncode == 1 and "rollback.brings-back" in refused.stderr
    assert sitegen(site, "rollback", "a", "--even-withdrawn").returncode == 0
    assert has_it(site, "a")


def test_it_is_run_again_where_the_target_is_back(site: SiteTest) -> None:
    unreachable(site, "b")
    assert sitegen(site, *WITHDRAW).returncode == 1
    back(site, "b")
    again = sitegen(site, *WITHDRAW)
    assert again.returncode == 0, again.stderr
    assert not has_it(site, "a") and not has_it(site, "b")


def test_a_file_that_cannot_be_changed_stops_the_next_publication_everywhere(
    site: SiteTest,
) -> None:
    good = (site.root / PEAR).read_bytes()
    site.write(PEAR, "---\nname: [青溪雪梨\n---\n")
    unreachable(site, "b")
    done = sitegen(site, *WITHDRAW)
    assert done.returncode == 1 and "withdraw.own-file" in done.stderr
    back(site, "b")
    site.write(PEAR, good)
    for name in "ab":
        refused = sitegen(site, "publish", name, *AT)
        assert refused.returncode == 1 and "publish.withdrawn-again" in refused.stderr


def test_a_target_that_never_had_the_entry_is_no_failure(site: SiteTest) -> None:
    site.write(
        "content/products/tang.md",
        (site.root / "content/products/li-gao.md").read_text("utf-8").replace("梨膏", "梨汤"),
    )
    assert sitegen(site, "publish", "a", *AT).returncode == 0
    done = sitegen(site, "withdraw", "products:tang", "--reason", "撤销", *AT)
    assert done.returncode == 0, done.stderr
    assert "已从“a”下架" in done.stdout and "“b”上本来就没有" in done.stdout


def test_what_was_kept_of_one_target_may_be_damaged(site: SiteTest) -> None:
    """Of the other all is there: it loses the entry."""
    site.change("site.yaml", "keeper: ", "keeper: 新的")
    assert sitegen(site, "publish", "b", *AT).returncode == 0
    kept = site.root / ".sitegen/publish"
    listing = max((kept / "good/b").glob("*.json"))
    sha256 = json.loads(listing.read_text("utf-8"))["site.yaml"]
    (kept / "objects" / sha256[:2] / sha256).write_bytes(b"")
    (kept / "site/site.yaml").unlink()
    done = sitegen(site, *WITHDRAW)
    assert done.returncode == 1 and "publish.kept-damaged" in done.stderr
    assert "已从“a”下架" in done.stdout and "还在 “b” 上" in done.stdout
    assert not has_it(site, "a") and has_it(site, "b")
