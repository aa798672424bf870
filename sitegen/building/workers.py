"""Spreading work over processes: each takes every n-th item, sends back its results, and ends.

With fork the context is inherited, with spawn it is pickled. The results are in item order, so the
number of workers never shows.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

LEAST = 200
"""Below so many items the cost of starting processes is more than they save."""
CHUNK = 50


class WorkerFailed(RuntimeError):
    """A worker ended without giving all its results."""


def spread(
    work: Callable[[Context, Item], Result],
    context: Context,
    items: Sequence[Item],
    workers: int,
    *,
    least: int = LEAST,
) -> list[Result]:
    """`[work(context, item) for item in items]`, by `workers` processes where that pays.

    What a worker says of a file that cannot be read or written is raised here as it is, any other
    failure as WorkerFailed with its traceback.
    """
    count = min(workers, len(items))
    if count <= 1 or len(items) < least:
        return [work(context, item) for item in items]
    sys.stdout.flush()
    sys.stderr.flush()
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    start = multiprocessing.get_context(method)
    readers: dict[Connection, int] = {}
    processes = []
    results: list[list[Result]] = [[] for _ in range(count)]
    try:
        for number in range(count):
            reader, writer = start.Pipe(duplex=False)
            share = items[number::count]
            inherited = (*readers, reader) if method == "fork" else ()
            arguments = (work, context, share, writer, os.getpid(), inherited)
            process = start.Process(target=_run, args=arguments, daemon=True)  # type: ignore[attr-defined]
            process.start()
            writer.close()
            processes.append(process)
            readers[reader] = number
        _collect(readers, results)
        for process in processes:
            process.join()
    finally:
        for process in processes:
            if process.is_alive():
                process.kill()
    ordered = [
        results[index % count][index // count : index // count + 1] for index in range(len(items))
    ]
    if not all(ordered):
        raise WorkerFailed("a worker ended before its work was done")
    return [result for (result,) in ordered]


def _collect(readers: dict[Connection, int], results: list[list[Any]]) -> None:
    while readers:
        for ready in wait(list(readers)):
            assert isinstance(ready, Connection)
            try:
                failure, chunk = ready.recv()
            except (EOFError, OSError):
                del readers[ready]
                ready.close()
                continue
            if isinstance(failure, OSError):
                raise failure
            if failure:
                raise WorkerFailed(failure)
            results[readers[ready]] += chunk


def _run(
    work: Callable[[Any, Any], Any],
    context: Any,
    items: Sequence[Any],
    writer: Connection,
    parent: int,
    inherited: Sequence[Connection],
) -> None:
    # While anybody holds its reader, a pipe that the killed parent no longer empties would block
    # its writer for ever.
    for reader in inherited:
        reader.close()
    chunk: list[Any] = []
    try:
        for item in items:
            if os.getppid() != parent:
                os._exit(1)
            chunk.append(work(context, item))
            if len(chunk) >= CHUNK:
                writer.send(("", chunk))
                chunk = []
        writer.send(("", chunk))
        writer.close()
    except BrokenPipeError:
        os._exit(1)
    except OSError as error:
        writer.send((error, []))
        os._exit(1)
    except BaseException:
        writer.send((traceback.format_exc(), []))
        os._exit(1)
