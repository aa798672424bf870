"""What an attack finds: one input for each place where a promise broke, made as short as it gets."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

Run = Callable[[bytes], None]
Signature = tuple[str, str]
"""The class of an error, and the place where it was raised."""


def signature(run: Run, data: bytes) -> Signature | None:
    """What running these bytes raises; None where nothing."""
    try:
        run(data)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return type(error).__name__, f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
    return None


@dataclass
class Findings:
    """The shortest bytes seen for each signature."""

    run: Run
    found: dict[Signature, bytes] = field(default_factory=dict)
    executions: int = 0

    def __call__(self, data: bytes) -> Signature | None:
        """Run the bytes; the signature where it is a new one."""
        self.executions += 1
        what = signature(self.run, data)
        if what is None:
            return None
        is_new = what not in self.found
        if is_new or len(data) < len(self.found[what]):
            self.found[what] = data
        return what if is_new else None


def minimised(run: Run, data: bytes, what: Signature, attempts: int = 5_000) -> bytes:
    """The bytes with as much left out as still gives the same signature."""
    size = max(1, len(data) // 2)
    while attempts > 0:
        place, shorter = 0, False
        while place < len(data) and attempts > 0:
            attempts -= 1
            candidate = data[:place] + data[place + size :]
            if signature(run, candidate) == what:
                data, shorter = candidate, True
            else:
                place += size
        if size == 1 and not shorter:
            break
        size = size if shorter else max(1, size // 2)
    return data
