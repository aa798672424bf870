"""The expanded site, made of an invented data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.search import expanded
from benchmarks.search.expansion.products import products
from tests.support import basic_site
from tests.support.national_data import PEAR, ROWS, data
from tests.support.site_test import SiteTest

MORE = tuple(
    {**PEAR, "name": place + thing, "notice_no": f"国家知识产权局公告第{900 + number}号"}
    for number, (place, thing) in enumerate(
        (place, thing) for place in ("青溪", "南屏") for thing in ("大米", "香米", "木耳")
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return data(tmp_path / "data", (*ROWS, *MORE))


def made(folder: Path, count: int, seed: int = 1) -> dict[str, bytes]:
    return dict(expanded.site(folder, count, seed))


def entries(files: dict[str, bytes]) -> list[str]:
    return [path for path in files if path.startswith("content/gi/")]


def test_products_are_what_several_places_give_their_name_to() -> None:
    names = ["青溪大米", "白石大米", "白石香米", "青溪县木耳", "无名大米"]
    found = products(names, {"青溪", "白石", "青溪县"})
    assert [(p.name, p.pinyin, p.names) for p in found] == [("大米", "dà mǐ", 2)]


def test_there_are_as_many_entries_as_asked_for_no_name_twice(folder: Path) -> None:
    real = len(entries(made(folder, 0)))
    files = made(folder, real + 3)
    found = entries(files)
    assert len(found) == real + 3
    names = [files[path].decode().partition("name: ")[2].split("\n")[0] for path in found]
    assert len(set(names)) == len(names)


def test_the_same_seed_makes_the_same_site_and_another_another(folder: Path) -> None:
    count = len(entries(made(folder, 0))) + 2
    assert made(folder, count) == made(folder, count)
    assert any(made(folder, count) != made(folder, count, seed) for seed in range(2, 6))


def test_more_names_than_there_can_be_are_refused(folder: Path) -> None:
    with pytest.raises(expanded.TooMany):
        made(folder, 1_000)


def test_it_builds_with_no_problem_but_that_invented_names_are_not_announced(
    folder: Path, tmp_path: Path
) -> None:
    count = len(entries(made(folder, 0))) + 3
    basic_site.write(tmp_path / "site", dict(made(folder, count)))
    outcome = SiteTest.at(tmp_path / "site").build()
    assert outcome.built is not None
    assert set(outcome.codes) == {"entry.unannounced", "seal.same"}


def test_what_is_invented_says_its_place_and_nothing_else_that_is_true(folder: Path) -> None:
    count = len(entries(made(folder, 0))) + 3
    invented = [text for path, text in made(folder, count).items() if path.endswith(".md")]
    assert len(invented) == 3
    for text in invented:
        assert "（试算）" in text.decode()


def test_the_command_writes_the_site(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(entries(made(folder, 0))) + 2
    out = tmp_path / "out"
    monkeypatch.setattr("sys.argv", ["expanded.py", str(folder), str(out), "--count", str(count)])
    expanded.main()
    assert basic_site.tree(out) == made(folder, count)
