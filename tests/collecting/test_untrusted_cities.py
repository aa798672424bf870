"""A city may hold anything: what is wrong is told at its own file and line, and nothing else happens."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest

from sitegen import files
from sitegen.collecting import exchange
from sitegen.commands import collect as command
from sitegen.pipeline.outcome import Clock
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, BASIC, clock
from tests.support.province import Province

JAM = "content/products/li-gao.md"


def test_a_broken_city_stops_alone_and_keeps_what_was_collected(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha", "beta").collect()
    before = site.collected
    site.city("alpha", {JAM: "---\nname: 梨膏\nkind: 农产品\nregion: nowhere\n---\n"})
    site.city("beta", {JAM: None}).collect()
    site.told("../alpha/content/products/li-gao.md:4:9 reference.missing")
    assert site.changes("alpha") is None and site.changes("beta") == (
        (),
        (),
        ("products:beta-li-gao",),
    )
    after = site.collected
    assert before.keys() - after.keys() == {"beta/products/beta-li-gao.md"}
    assert all(after[path] == before[path] for path in after)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("site.yaml", "id: [\n", "../alpha/site.yaml:1:5 yaml.unclosed-bracket"),
        (
            "content/gi/x.md",
            "---\nname: 梨\nname: 梨\n---\n",
            "../alpha/content/gi/x.md:3:1 yaml.duplicate-key",
        ),
        (
            "content/gi/x.md",
            "---\nname: 梨\nimages: [{file: ../../x.jpg, alt: 图}]\n---\n",
            "../alpha/content/gi/x.md:3:17 image.missing",
        ),
        (
            "content/gi/x.md",
            "---\nname: 梨\n---\n[x](javascript:alert)\n",
            "../alpha/content/gi/x.md:4:5 link.refused",
        ),
        ("content/media/a.jpg", "<script>", "../alpha/content/media/a.jpg image.wrong-type"),
    ],
)
def test_what_is_wrong_in_a_city_is_told_there(
    tmp_path: Path, path: str, text: str, line: str
) -> None:
    site = Province.of(tmp_path, "alpha").city("alpha", {path: text}).collect()
    assert site.changes("alpha") is None and not site.collected
    site.told(line)


def test_links_out_of_a_city_are_not_followed(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha")
    (tmp_path / "secret.md").write_text("---\nname: 密\nkind: 农产品\n---\n", "utf-8")
    (tmp_path / "alpha/content/products/out.md").symlink_to(tmp_path / "secret.md")
    site.collect().told("../alpha/content/products/out.md file.symlink")
    assert not site.collected


def test_nothing_is_written_through_a_link_of_the_province(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha")
    (tmp_path / "elsewhere").mkdir()
    (site.root / "content/collected").symlink_to(tmp_path / "elsewhere")
    site.collect().told("content/collected file.symlink")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_caches_of_a_city_are_neither_believed_nor_written(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha")
    (tmp_path / "alpha/.sitegen").mkdir()
    (tmp_path / "alpha/.sitegen/entries.jsonl").write_text("/\n", "utf-8")
    site.collect().told()
    assert [path.name for path in (tmp_path / "alpha/.sitegen").iterdir()] == ["entries.jsonl"]
    assert sorted(path.name for path in (tmp_path / "alpha").iterdir()) == [
        ".sitegen",
        "content",
        "site.yaml",
    ]


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ("  alpha: {from: ../nowhere}\n", "site.yaml:8:17 collect.no-site"),
        ("  alpha: {from: .}\n", "site.yaml:8:17 collect.itself"),
        ("  Alpha: {from: ../alpha}\n", "site.yaml:8:3 collect.bad-prefix"),
        ("  al: {from: ../a}\n  al-pha: {from: ../b}\n", "site.yaml:9:3 collect.prefix-in-prefix"),
    ],
)
def test_settings_that_cannot_be_meant_are_told(tmp_path: Path, settings: str, line: str) -> None:
    Province.of(tmp_path, settings=settings).collect().told(line)


def test_a_name_that_is_no_city_is_told_with_the_nearest(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha").collect("alpah").told("site.yaml collect.unknown-city")
    assert "最接近的是“alpha”" in site.report.text("zh") and not site.collected


def test_a_city_that_is_collected_no_more_is_told_of(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha", "beta").collect()
    site.change("site.yaml", "  beta: {from: ../beta, region: yunzhou}\n", "").collect()
    site.told("content/collected/beta collect.left-over")
    assert "beta/gi/beta-qingxi-xueli.md" in site.collected


def test_what_the_province_has_withdrawn_stays_withdrawn(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha").collect()
    line = {
        "what": "withdraw",
        "entry": "products:alpha-li-gao",
        "at": "2026-01-10T23:00:00+08:00",
        "reason": "检出问题",
        "document": "",
    }
    site.write("publications.jsonl", json.dumps(line, ensure_ascii=False) + "\n").collect().told()
    text = site.collected["alpha/products/alpha-li-gao.md"]
    assert "2026-01-10" in text and "检出问题" in text and "熬的膏" not in text


class Killed(Exception):
    pass


@pytest.mark.parametrize("steps", range(4))
def test_a_run_that_is_killed_leaves_a_whole_city(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    site = Province.of(tmp_path, "alpha").collect()
    old = site.collected
    site.city("alpha", {JAM: None, "content/products/tea.md": BASIC[JAM]})
    left = steps

    def dying(name: str) -> None:
        real = getattr(files, name)

        def step(*given: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return real(*given)

        monkeypatch.setattr(exchange.files, name, step)

    with monkeypatch.context():
        dying("take_place")
        dying("remove_tree")
        with contextlib.suppress(Killed):
            site.collect()
    monkeypatch.undo()
    between = site.collected
    report = Report()
    assert between in (old, {}) or "alpha/products/alpha-tea.md" in between
    command.collect(site.root, (), report, clock(AS_OF), command.Limits(1))
    assert not report.problems
    assert site.collected.keys() - old.keys() == {"alpha/products/alpha-tea.md"}
    assert not list((site.root / ".sitegen").glob("collect/*"))


def test_an_unchanged_city_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Province.of(tmp_path, "alpha")
    later = Clock(lambda timezone: AS_OF, lambda: clock().now() + 10**10)
    limits = command.Limits(1)
    assert [one.was_read for one in command.collect(site.root, (), Report(), later, limits)] == [
        True
    ]
    assert [one.was_read for one in command.collect(site.root, (), Report(), later, limits)] == [
        False
    ]
    site.city("alpha", {JAM: BASIC[JAM].replace("熬的", "慢熬的")})
    assert [one.was_read for one in command.collect(site.root, (), Report(), later, limits)] == [
        True
    ]
    for touched in ("content/collected/alpha/products/alpha-li-gao.md", "content/categories.yaml"):
        site.write(touched, (site.root / touched).read_text("utf-8") + "\n")
        done = command.collect(site.root, (), Report(), later, limits)
        assert [one.was_read for one in done] == [True]
    assert command.collect(site.root, (), Report(), later, limits)[0].was_read is False


def test_an_entry_that_becomes_public_later_is_collected_then(tmp_path: Path) -> None:
    site = Province.of(tmp_path, "alpha").city(
        "alpha", {JAM: BASIC[JAM].replace("region", "publish_from: 2026-02-01\nregion")}
    )
    limits = command.Limits(1)

    def run(day: int) -> bool:
        later = Clock(
            lambda timezone: AS_OF.replace(month=2, day=day), lambda: clock().now() + 10**10
        )
        return command.collect(site.root, (), Report(), later, limits)[0].was_read

    site.collect()
    assert "alpha/products/alpha-li-gao.md" not in site.collected
    assert run(1) and "alpha/products/alpha-li-gao.md" in site.collected
    assert not run(2)
