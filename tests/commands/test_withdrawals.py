"""sitegen withdraw on several targets: one that fails keeps no other from losing the entry."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from sitegen.authoring.withdrawals import withdrawn_in_copy
from sitegen.model.options import Options
from sitegen.problems import Mistaken
from tests.support.command_line import run
from tests.support.publications import tree
from tests.support.site_test import SiteTest
from tests.support.workbooks import xlsx

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


TABLE = [
    ["编号", "名称", "种类", "地区", "一句话", "有货月份"],
    ["li-jiu", "梨酒", "农产品", "青溪", "雪梨酿的酒", "9-11"],
    ["li-tang", "梨糖", "农产品", "青溪县", "雪梨熬的糖", "十月、十一月"],
]
WORDS = "雪梨酿的酒"
COLUMNS = ("下架.下架日期", "下架.原因")


@pytest.mark.parametrize("name", ["名单.xlsx", "名单.csv"])
def test_an_entry_in_a_table_goes_while_the_content_is_broken(site: SiteTest, name: str) -> None:
    file = f"content/products/{name}"
    written = table(TABLE, name)
    site.write(file, written)
    assert sitegen(site, "publish", "a", *AT).returncode == 0
    before = tree(site.root.parent / "a" / "current")
    site.change(PEAR, "name: 青溪雪梨", "name: [青溪雪梨")

    done = sitegen(site, "withdraw", "梨酒", "--reason", "证照注销", "--target", "a", *AT)

    assert done.returncode == 0, done.stderr
    assert (
        f"{file}" in done.stderr
        and "“下架.下架日期”列 2026-01-15、“下架.原因”列 证照注销" in done.stderr
    )
    now = tree(site.root.parent / "a" / "current")
    assert not [path for path, data in now.items() if WORDS.encode() in data]
    assert "证照注销" in now["products/li-jiu/index.html"].decode()
    assert now["products/li-tang/index.html"] == before["products/li-tang/index.html"]
    assert (site.root / file).read_bytes() == written, "the author's table stays"

    again = sitegen(site, "withdraw", "梨酒", "--reason", "x", "--target", "a", "--lang", "en", *AT)
    assert "2026-01-15 in “Withdrawn.Withdrawn on”, x in “Withdrawn.Reason”" in again.stderr

    site.change(PEAR, "name: [青溪雪梨", "name: 青溪雪梨")
    refused = sitegen(site, "publish", "a", *AT)
    assert refused.returncode == 1 and "publish.withdrawn-again" in refused.stderr
    header, first, second = TABLE
    rows = [[*header, *COLUMNS], [*first, "2026-01-15", "证照注销"], [*second, "", ""]]
    site.write(file, table(rows, name))
    again = sitegen(site, "publish", "a", *AT)
    assert again.returncode == 0, again.stderr
    pages = {path: data for path, data in now.items() if path.endswith((".html", ".json", ".bin"))}
    then = tree(site.root.parent / "a" / "current")
    assert {path for path in pages if then.get(path) != pages[path]} <= {"release.json"}


def table(rows: list[list[str]], name: str) -> bytes:
    """A table of texts, as the name says a workbook or a CSV file."""
    if name.endswith(".xlsx"):
        return xlsx(rows)
    return "".join(",".join(row) + "\n" for row in rows).encode()


def test_a_file_that_no_edit_fits_is_written_anew_in_the_copy(tmp_path: Path) -> None:
    file = "content/gi/a.md"
    (tmp_path / "content/gi").mkdir(parents=True)
    odd = "---\nname: 甲\n? withdrawn\n: {on: 2020-01-01, reason: 旧}\naka: [乙, 丙]\n---\n\n正文 **一**\n"
    (tmp_path / file).write_text(odd, "utf-8")
    fields = {"on": "2026-01-15", "reason": "新"}
    assert withdrawn_in_copy(tmp_path, file, "gi:a", fields, Options()) == {
        file: "---\nname: 甲\naka: [乙, 丙]\nwithdrawn:\n  on: 2026-01-15\n  reason: 新\n---\n\n"
        "正文 **一**\n".encode()
    }


def test_a_file_that_cannot_be_read_has_no_copy_without_the_entry(tmp_path: Path) -> None:
    (tmp_path / "content/gi").mkdir(parents=True)
    (tmp_path / "content/gi/a.md").write_text("name: 甲\n", "utf-8")
    with pytest.raises(Mistaken):
        withdrawn_in_copy(tmp_path, "content/gi/a.md", "gi:a", {"on": "2026-01-15"}, Options())


@pytest.mark.parametrize(
    ("option", "text"),
    [("--reason", "注\u200b销"), ("--document", "某\n号"), ("--reason", "长" * 400)],
)
def test_words_that_no_entry_may_have_are_refused_before_anything_is_written(
    site: SiteTest, option: str, text: str
) -> None:
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    asked = ["withdraw", "gi:qingxi-xueli", "--reason", "登记撤销", option, text, *AT]
    done = sitegen(site, *asked)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith(f"{option}: 错误: ")
    assert {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()} == before
    assert has_it(site, "a")
