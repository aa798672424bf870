"""The lock of a site in an object store: who publishes there puts `.sitegen/lock` and removes it in the end.

A conditional write (If-None-Match: *) makes sure that one of two has it. Amazon S3 (since August 2024), MinIO,
R2, Ceph, Spaces and B2 honour it. OSS answers 501, COS has a header of its own for it, OBS has none, and rclone's
server heeds none: there the lock is looked at, written, and read again, so of two that write it at once the later one
has it. What is left is the time of one request.

A kill leaves the lock. It is nobody's once it is LIFETIME old by the store's own clock, and whoever is still at work
puts it anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

from sitegen import files
from sitegen.problems import Mistaken, Problem
from sitegen.publishing.target import BUSY, at
from sitegen.publishing.targets.s3_store import Found, Store

KEY = ".sitegen/lock"
LIFETIME = timedelta(minutes=30)


class Lock:
    """The lock in `store`; `lifetime` is how old a lock may be."""

    def __init__(self, store: Store, lifetime: timedelta) -> None:
        self._store, self._lifetime = store, lifetime
        self._own = b""

    @contextmanager
    def held(self, owner: str) -> Iterator[None]:
        """Have it meanwhile. Raises Mistaken where somebody else has it."""
        self._own = json.dumps([owner, files.random_name()], ensure_ascii=False).encode()
        self._take(self._store.get(KEY))
        try:
            yield
        finally:
            with suppress(Mistaken):  # what was shown is shown; the lock is nobody's in a while
                found = self._store.get(KEY)
                if found is not None and found.data == self._own:
                    self._store.delete(KEY)
            self._own = b""

    def holder(self) -> str | None:
        """Who has it; None where nobody has."""
        found = self._store.get(KEY)
        return _owner(found) if found is not None and not self._is_old(found) else None

    def keep(self) -> None:
        """See that it is still ours, where we have it, and put it anew where it has become half as old as it may."""
        if not self._own:
            return
        found = self._store.get(KEY)
        if found is None or found.data != self._own:
            raise self._busy(found)
        if found.age > self._lifetime.total_seconds() / 2:
            self._store.put(KEY, self._own)

    def _take(self, found: Found | None) -> None:
        if found is not None and not self._is_old(found):
            raise self._busy(found)
        condition = {"IfNoneMatch": "*"} if found is None else {"IfMatch": found.tag}
        if self._store.put_if(KEY, self._own, condition) is None:
            self._store.put(KEY, self._own)
        now = self._store.get(KEY)
        if now is None or now.data != self._own:
            raise self._busy(now)

    def _is_old(self, found: Found) -> bool:
        return found.age >= self._lifetime.total_seconds()

    def _busy(self, found: Found | None) -> Mistaken:
        place = self._store.place
        facts = {
            "target": self._store.target,
            "owner": _owner(found) if found else "?",
            "lock": f"s3://{place.bucket}/{place.root}{KEY}",
        }
        return Mistaken(Problem(BUSY, at(self._store.target), facts))


def _owner(found: Found) -> str:
    try:
        return str(json.loads(found.data)[0])
    except (ValueError, LookupError, TypeError):
        return "?"
