"""Workers give what one process would, say what went wrong, and never stay behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil
import pytest

from sitegen.building.workers import CHUNK, WorkerFailed, spread
from tests.support.basic_site import REPOSITORY

METHODS = ["spawn", *(["fork"] if "fork" in multiprocessing.get_all_start_methods() else [])]
LARGE = b"x" * 4_000_000
"""More than a pipe holds, so that a worker blocks in sending it."""


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """On a system that can only start processes in this way."""
    name: str = request.param
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: [name])
    return name


def still_running(processes: Iterable[psutil.Process], seconds: float = 2) -> list[psutil.Process]:
    """Those that have not ended after so long. A zombie has ended: it waits for a reaper only."""
    until = time.monotonic() + seconds
    left = list(processes)
    while left and time.monotonic() < until:
        time.sleep(0.02)
        left = [p for p in left if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
    return left


def with_process(context: str, item: int) -> tuple[str, int, int]:
    return context, item, os.getpid()


def slow_with_process(context: str, item: int) -> tuple[str, int, int]:
    time.sleep(0.02)
    return context, item, os.getpid()


def failing_here(context: int, item: int) -> int:
    time.sleep(0.002)
    if os.getpid() == context:
        raise ValueError(f"no such region: {item}")
    return item


def uneven(context: float, item: int) -> int:
    time.sleep(context if item % 3 == 0 else 0)
    return item


def failing(context: int, item: int) -> int:
    if item == context:
        raise ValueError(f"no such region: {item}")
    return item


def dying(context: int, item: int) -> int:
    if item == context:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


class SlowToRead:
    """A result over which the parent takes its time."""

    def __reduce__(self) -> tuple[Callable[[float], None], tuple[float]]:
        return time.sleep, (1.5,)


def dying_while_it_sends(context: None, item: int) -> object:
    """While the parent reads the first result, the second fills its pipe and its worker dies."""
    if item == 0:
        return SlowToRead()
    signal.setitimer(signal.ITIMER_REAL, 0.8)
    time.sleep(0.3)
    return LARGE


def sized(context: int, item: int) -> bytes:
    return bytes([item % 256]) * context


@pytest.mark.parametrize("workers", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 3 * CHUNK + 1])
def test_results_are_in_the_order_of_the_items(workers: int, count: int) -> None:
    assert spread(uneven, 0.001, range(count), workers, least=0) == list(range(count))


def test_every_way_of_starting_processes_gives_the_same(method: str) -> None:
    found = spread(with_process, "context", range(10), 2, least=0)
    assert [(context, item) for context, item, _ in found] == [("context", n) for n in range(10)]
    assert len({process for _, _, process in found} - {os.getpid()}) == 2


def test_this_process_may_be_one_of_the_workers(method: str) -> None:
    found = spread(slow_with_process, "context", range(60), 2, least=0, here=True)
    assert [(context, item) for context, item, _ in found] == [("context", n) for n in range(60)]
    processes = {process for _, _, process in found}
    assert len(processes) == 2 and os.getpid() in processes


def test_what_goes_wrong_in_this_process_stops_the_others(method: str) -> None:
    before = set(psutil.Process().children())
    with pytest.raises(ValueError, match="no such region"):
        spread(failing_here, os.getpid(), range(400), 3, least=0, here=True)
    assert still_running(set(psutil.Process().children()) - before) == []


def test_few_items_or_one_worker_start_no_process() -> None:
    here = [("context", item, os.getpid()) for item in range(10)]
    assert spread(with_process, "context", range(10), 4) == here
    assert spread(with_process, "context", range(10), 1, least=0) == here


def test_results_larger_than_a_pipe_arrive_whole() -> None:
    found = spread(sized, 30_000, range(4 * CHUNK), 3, least=0)
    assert found == [bytes([item % 256]) * 30_000 for item in range(4 * CHUNK)]


def test_an_exception_in_a_worker_is_reported_with_its_place(method: str) -> None:
    with pytest.raises(WorkerFailed, match=r"(?s)in failing.*ValueError: no such region: 7"):
        spread(failing, 7, range(20), 2, least=0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX signals")
def test_a_worker_that_is_killed_fails_the_work_and_never_hangs(method: str) -> None:
    with pytest.raises(WorkerFailed):
        spread(dying, 5, range(20), 2, least=0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX signals")
def test_a_worker_killed_while_it_sends_fails_the_work() -> None:
    with pytest.raises(WorkerFailed):
        spread(dying_while_it_sends, None, range(2), 2, least=0)


def test_no_worker_outlives_a_failure() -> None:
    before = set(psutil.Process().children())
    with pytest.raises(WorkerFailed):
        spread(failing, 3, range(200), 4, least=0)
    assert not still_running(set(psutil.Process().children()) - before)


PARENT = """
import sys, time
from sitegen.building.workers import spread

def work(context, item):
    time.sleep(context)
    return b"x" * 100_000

spread(work, {pause}, range(10_000), 4, least=0)
"""


@pytest.mark.skipif(METHODS[-1] != "fork", reason="needs fork")
@pytest.mark.parametrize("pause", [0, 0.01])
def test_workers_of_a_killed_parent_end_within_two_seconds(pause: float, tmp_path: Path) -> None:
    """Also those that are just sending: nobody empties their pipe any more."""
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(pause=pause), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen([sys.executable, str(script)], env=environment) as parent:
        family = psutil.Process(parent.pid)
        until = time.monotonic() + 30
        while len(workers := family.children()) < 4 and time.monotonic() < until:
            time.sleep(0.01)
        assert len(workers) == 4
        time.sleep(0.5)
        family.suspend()  # so that the pipes fill up
        time.sleep(0.5)
        parent.kill()
    left = still_running(workers)
    for process in left:
        process.kill()
    assert not left
