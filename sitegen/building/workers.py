"""Spreading work over processes: each takes some items, sends back their results, takes the next.

So a costly item holds up nobody. With fork the context is inherited, with spawn it is pickled. The
results are in item order, so the number of workers never shows.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from sitegen.problems import Mistaken

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

LEAST = 200
"""Below so many items the cost of starting processes is more than they save."""
CHUNK = 50
"""So many items at most are taken at once."""
SHARES = 8
"""So often, about, each process comes for more, so that all end at about the same time."""
AHEAD = 4
"""So many chunks a process is given ahead, so that it need not wait for the next."""
WIDTH = 1 << 20
"""Bytes of results that a process can send while nobody looks; the usual limit for ordinary users."""


class WorkerFailed(RuntimeError):
    """A worker ended without giving all its results."""


def spread(
    work: Callable[[Context, Item], Result],
    context: Context,
    items: Sequence[Item],
    workers: int,
    *,
    least: int = LEAST,
    single: int = 0,
    here: bool = False,
) -> list[Result]:
    """`[work(context, item) for item in items]`, by `workers` processes where that pays.

    The first `single` items are costly and taken one at a time. What a worker says of a file that
    cannot be read or written, or of an author's mistake, is raised here as it is, any other failure
    as WorkerFailed with its traceback.

    With `here` this process is one of the workers, which saves the memory of one. It empties the pipes
    of the others between its own chunks: so that suits small results.
    """
    count = min(workers, len(items))
    if count <= 1 or len(items) < least:
        return [work(context, item) for item in items]
    sys.stdout.flush()
    sys.stderr.flush()
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    start = multiprocessing.get_context(method)
    chunks = _chunks(len(items), count, single)
    results: dict[int, list[Result]] = {}
    made: dict[Connection, Connection] = {}
    """The pipe to each process by the one from it: a pair of one-way pipes is no socket."""
    processes = []

    def own(chunk: tuple[int, int]) -> None:
        results[chunk[0]] = [work(context, items[at]) for at in range(*chunk)]

    try:
        for _ in range(count - 1 if here else count):
            asked, asks = start.Pipe(duplex=False)
            answers, answered = start.Pipe(duplex=False)
            _widen(answered)
            made[answers] = asks
            inherited = (*made.keys(), *made.values()) if method == "fork" else ()
            arguments = (work, context, items, asked, answered, os.getpid(), inherited)
            process = start.Process(target=_run, args=arguments, daemon=True)  # type: ignore[attr-defined]
            process.start()
            asked.close()
            answered.close()
            processes.append(process)
        _hand_out(chunks, made, results, own if here else None)
        for process in processes:
            process.join()
    finally:
        for process in processes:
            if process.is_alive():
                process.kill()
    ordered = [result for first in sorted(results) for result in results[first]]
    if len(ordered) != len(items):
        raise WorkerFailed("a worker ended before its work was done")
    return ordered


def _chunks(items: int, workers: int, single: int) -> Iterator[tuple[int, int]]:
    """Items from a number to before another."""
    single = min(single, items)
    yield from ((at, at + 1) for at in range(single))
    size = max(1, min(CHUNK, (items - single) // (workers * SHARES)))
    yield from ((at, min(at + size, items)) for at in range(single, items, size))


def _hand_out(
    chunks: Iterator[tuple[int, int]],
    asks: Mapping[Connection, Connection],
    results: dict[int, list[Any]],
    own: Callable[[tuple[int, int]], None] | None,
) -> None:
    """Give every process chunks for as long as there are some, and gather what comes back.

    `own` does a chunk in this process.
    """
    waiting = set(asks)
    for pipe in [*asks.values()] * AHEAD:
        _send(pipe, next(chunks, None))
    while waiting:
        chunk = next(chunks, None) if own else None
        if own and chunk:
            own(chunk)
        for ready in wait(list(waiting), 0 if chunk else None):
            assert isinstance(ready, Connection)
            try:
                failure, first, found = ready.recv()
            except (EOFError, OSError):
                waiting.remove(ready)
                ready.close()
                asks[ready].close()
                continue
            if isinstance(failure, OSError | Mistaken):
                raise failure
            if failure:
                raise WorkerFailed(failure)
            results[first] = found
            _send(asks[ready], next(chunks, None))


def _widen(pipe: Connection) -> None:
    """Let a pipe hold the results of many chunks, where the system can."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe.fileno(), F_SETPIPE_SZ, WIDTH)
    except (ImportError, OSError):
        return


def _send(pipe: Connection, chunk: tuple[int, int] | None) -> None:
    try:
        pipe.send(chunk)
    except OSError:
        # It has ended: by itself at an earlier None, or killed, which the missing results show.
        return


def _run(
    work: Callable[[Any, Any], Any],
    context: Any,
    items: Sequence[Any],
    asked: Connection,
    answered: Connection,
    parent: int,
    inherited: Sequence[Connection],
) -> None:
    # While anybody holds its other end, a pipe that the killed parent no longer empties would block
    # its writer for ever.
    for other in inherited:
        other.close()
    try:
        while (chunk := asked.recv()) is not None:
            made = []
            for at in range(*chunk):
                if os.getppid() != parent:
                    os._exit(1)
                made.append(work(context, items[at]))
            answered.send(("", chunk[0], made))
        answered.close()
    except (BrokenPipeError, ConnectionResetError, EOFError):
        os._exit(1)
    except (OSError, Mistaken) as error:
        answered.send((error, 0, []))
        os._exit(1)
    except BaseException:
        answered.send((traceback.format_exc(), 0, []))
        os._exit(1)
