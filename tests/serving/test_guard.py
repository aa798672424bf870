"""The preview talks to its own pages on this machine and to nobody else."""

from __future__ import annotations

import pytest

from sitegen.serving.guard import knows_host, knows_origin

OURS = ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000"]
OTHERS = [
    "127.0.0.1",
    "localhost",
    "evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.1:8001",
    "localhost:8000.evil.example",
    "localhost:",
    "[::1]:8000",
    "0.0.0.0:8000",
    "",
    "127.0.0.1:8000,evil.example",
    "127.0.0.1:8000 ",
]


@pytest.mark.parametrize("host", OURS)
def test_its_own_names_are_known(host: str) -> None:
    assert knows_host([host], 8000)
    assert knows_origin([f"http://{host}"], 8000)


@pytest.mark.parametrize("host", OTHERS)
def test_other_names_are_not(host: str) -> None:
    assert not knows_host([host], 8000)
    assert not knows_origin([f"http://{host}"], 8000)


@pytest.mark.parametrize("given", [[], ["127.0.0.1:8000", "127.0.0.1:8000"]])
def test_a_header_must_be_there_exactly_once(given: list[str]) -> None:
    assert not knows_host(given, 8000)
    assert not knows_origin([f"http://{host}" for host in given], 8000)


@pytest.mark.parametrize("origin", ["null", "https://127.0.0.1:8000", "127.0.0.1:8000", "file://"])
def test_an_origin_is_a_page_of_ours(origin: str) -> None:
    assert not knows_origin([origin], 8000)


def test_browsers_leave_out_the_port_of_http_alone() -> None:
    assert knows_host(["localhost"], 80) and knows_origin(["http://127.0.0.1"], 80)
    assert not knows_host(["localhost:80"], 80)
