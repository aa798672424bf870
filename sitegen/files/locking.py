"""Locks on open files, which the system releases however the process ends."""

from __future__ import annotations


def try_lock(descriptor: int) -> bool:
    """Take the lock of an open file for this process. False where another has it."""
    try:
        try:
            import fcntl
        except ImportError:
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
