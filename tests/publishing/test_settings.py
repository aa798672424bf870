"""The targets in site.yaml: what a kind needs, what means nothing for it, and which values are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.config import publish_settings
from sitegen.config.publish_settings import FOR, KINDS, NEEDED, PublishTarget
from sitegen.config.site import read_site
from sitegen.problems import Problem
from tests.support.site_test import SiteTest

VALUES = {
    "url": "https://test.example/",
    "packed": "否",
    "server_files": "iis",
    "path": "www",
    "host": "test.example",
    "port": "22",
    "addressing": "path",
    "endpoint": "https://store.test.example",
    "part_megabytes": "5",
}
"""A value for each setting that does not take any text."""


def problems(folder: Path, **settings: str) -> list[Problem]:
    """What is wrong with a site that has this target."""
    site = SiteTest(folder)
    text = (site.root / "site.yaml").read_text("utf-8")
    told = ", ".join(f"{name}: {value!r}" for name, value in settings.items())
    site.write("site.yaml", f"{text}publish:\n  production: {{{told}}}\n")
    return list(read_site(site.root)[1])


def codes(found: list[Problem]) -> list[str]:
    return [problem.kind.code for problem in found]


def needed(kind: str) -> dict[str, str]:
    return {"kind": kind, **{name: VALUES.get(name, "a") for name in NEEDED[kind]}}


def test_every_setting_but_two_is_for_some_kinds() -> None:
    assert PublishTarget.model_fields.keys() - FOR.keys() == {"kind", "keep"}
    assert {kind for kinds in FOR.values() for kind in kinds} == KINDS.keys()
    for kind, names in NEEDED.items():
        assert all(kind in FOR[name] for name in names)


@pytest.mark.parametrize("kind", KINDS)
def test_what_means_nothing_for_a_kind_is_refused(kind: str) -> None:
    for name, kinds in FOR.items():
        target = PublishTarget.model_validate(
            {**needed(kind), name: VALUES.get(name, "a")}, context={}
        )
        found = list(publish_settings.faults({"production": target}))
        if kind in kinds:
            assert found == [], name
            continue
        ((code, path, facts),) = found
        assert code.code == "publish.not-of-this-kind" and path == ("publish", "production", name)
        assert facts["kinds"] == "、".join(kinds)


def test_it_is_told_where_it_stands_and_for_which_kinds_it_is(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, kind="zip", path="zips", url="https://test.example/")
    assert problem.kind.code == "publish.not-of-this-kind"
    assert problem.at.line and "folder、ssh、s3、git" in problem.message("zh")
    assert "url" in problem.message("en")


def test_what_a_kind_needs_is_asked_for(tmp_path: Path) -> None:
    found = problems(tmp_path, kind="ssh")
    assert codes(found) == ["publish.lacking"] * 2
    assert {problem.facts["field"] for problem in found} == {"host", "path"}


@pytest.mark.parametrize("port", ["0", "65536", "-1", "22.5", "二十二个"])
def test_a_port_is_one(tmp_path: Path, port: str) -> None:
    found = problems(tmp_path, kind="ssh", host="a", path="/srv", port=port)
    assert len(found) == 1 and found[0].at.line
    assert problems(tmp_path / "good", kind="ssh", host="a", path="/srv", port="65535") == []


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_the_port_of_an_address_is_one(tmp_path: Path, port: str) -> None:
    url = f"https://www.test.example:{port}/"
    assert len(problems(tmp_path, kind="folder", path="www", url=url)) == 1
    endpoint = f"http://store.test.example:{port}"
    assert len(problems(tmp_path / "s3", kind="s3", bucket="a", endpoint=endpoint)) == 1


@pytest.mark.parametrize(
    "endpoint", ["store.test.example", "https://name:secret@store.test.example", "ftp://a.example"]
)
def test_an_endpoint_is_an_address_without_a_password(tmp_path: Path, endpoint: str) -> None:
    (problem,) = problems(tmp_path, kind="s3", bucket="a", endpoint=endpoint)
    assert problem.at.line
