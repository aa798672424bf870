"""Work spread over processes: each takes a chunk of items, sends back the results, takes the next.

A process with a costly item does not delay the others. With fork the context is inherited, with spawn it
is pickled. Results are in the order of the items, so they do not depend on the number of workers.
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
"""Minimum number of items for which starting processes pays off."""
CHUNK = 50
"""Maximum number of items in a chunk."""
SHARES = 8
"""Approximate number of chunks per process: with several, all end at about the same time."""
AHEAD = 4
"""Number of chunks that are queued for a process, so that it does not wait for the next one."""
WIDTH = 1 << 20
"""Size of a result pipe in bytes, which a process can fill without waiting for the reader; it is the
usual limit for unprivileged users."""


class WorkerFailed(RuntimeError):
    """A worker ended before it had sent all its results."""


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
    """`[work(context, item) for item in items]`, by `workers` processes from `least` items on.

    The first `single` items are costly, so each is a chunk of its own. Errors: an OSError or Mistaken of
    a worker is raised here unchanged, any other error as WorkerFailed with its traceback.

    With `here` this process is one of the workers, which saves the memory of one. It reads the pipes of
    the others only between its own chunks, so this suits small results.
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
    """The results of each chunk by the number of its first item."""
    requests: dict[Connection, Connection] = {}
    """The pipe to each process by the one from it. A two-way pipe would be a slower socket."""
    processes = []

    def own(chunk: tuple[int, int]) -> None:
        results[chunk[0]] = [work(context, items[at]) for at in range(*chunk)]

    try:
        for _ in range(count - 1 if here else count):
            chunks_in, chunks_out = start.Pipe(duplex=False)
            results_in, results_out = start.Pipe(duplex=False)
            _widen(results_out)
            requests[results_in] = chunks_out
            inherited = (*requests.keys(), *requests.values()) if method == "fork" else ()
            arguments = (work, context, items, chunks_in, results_out, os.getpid(), inherited)
            process = start.Process(target=_run, args=arguments, daemon=True)  # type: ignore[attr-defined]
            process.start()
            chunks_in.close()
            results_out.close()
            processes.append(process)
        _distribute(chunks, requests, results, own if here else None)
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
    """The chunks, each as (number of its first item, number after its last item)."""
    single = min(single, items)
    yield from ((at, at + 1) for at in range(single))
    size = max(1, min(CHUNK, (items - single) // (workers * SHARES)))
    yield from ((at, min(at + size, items)) for at in range(single, items, size))


def _distribute(
    chunks: Iterator[tuple[int, int]],
    requests: Mapping[Connection, Connection],
    results: dict[int, list[Any]],
    own: Callable[[tuple[int, int]], None] | None,
) -> None:
    """Send chunks to the processes until none is left, and gather the results.

    `own` works on a chunk in this process.
    """
    waiting = set(requests)
    for pipe in [*requests.values()] * AHEAD:
        _send(pipe, next(chunks, None))
    while waiting:
        chunk = next(chunks, None) if own else None
        if own and chunk:
            own(chunk)
        for ready in wait(list(waiting), 0 if chunk else None):
            assert isinstance(ready, Connection)
            try:
                failure, first, chunk_results = ready.recv()
            except (EOFError, OSError):
                waiting.remove(ready)
                ready.close()
                requests[ready].close()
                continue
            if isinstance(failure, OSError | Mistaken):
                raise failure
            if failure:
                raise WorkerFailed(failure)
            results[first] = chunk_results
            _send(requests[ready], next(chunks, None))


def _widen(pipe: Connection) -> None:
    """Enlarge a pipe to `WIDTH`, where the system can."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe.fileno(), F_SETPIPE_SZ, WIDTH)
    except (ImportError, OSError):
        return


def _send(pipe: Connection, chunk: tuple[int, int] | None) -> None:
    try:
        pipe.send(chunk)
    except OSError:
        # The process has ended: by itself at an earlier None, or killed; then results are missing.
        return


def _run(
    work: Callable[[Any, Any], Any],
    context: Any,
    items: Sequence[Any],
    chunks_in: Connection,
    results_out: Connection,
    parent: int,
    inherited: Sequence[Connection],
) -> None:
    # A pipe that the killed parent no longer reads would block its writer for ever while another
    # process keeps the reading end open.
    for other in inherited:
        other.close()
    try:
        while (chunk := chunks_in.recv()) is not None:
            results = []
            for at in range(*chunk):
                if os.getppid() != parent:
                    os._exit(1)
                results.append(work(context, items[at]))
            results_out.send(("", chunk[0], results))
        results_out.close()
    except (BrokenPipeError, ConnectionResetError, EOFError):
        os._exit(1)
    except (OSError, Mistaken) as error:
        results_out.send((error, 0, []))
        os._exit(1)
    except BaseException:
        results_out.send((traceback.format_exc(), 0, []))
        os._exit(1)
