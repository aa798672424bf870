"""A bucket of an object store that speaks S3: getting, putting, copying, listing, and what the store refuses.

No secret is ever told.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Any, NamedTuple

from sitegen.problems import Kind, Mistaken, Problem
from sitegen.publishing.target import at, unreachable
from sitegen.publishing.targets import s3_problems as problems
from sitegen.publishing.targets.s3_client import NoLibrary, NoSecret, S3Place, client

NOT_KEPT = ("412", "409", "PreconditionFailed", "ConditionalRequestConflict")
"""What stores say where something else is there than a write asked for."""
NOT_UNDERSTOOD = ("501", "NotImplemented", "InvalidArgument", "InvalidRequest")
"""What stores say that know no conditions of writes."""


class Found(NamedTuple):
    """An object: its bytes, its ETag, and its age in seconds by the store's own clock."""

    data: bytes
    tag: str
    age: float


@dataclass
class Store:
    """The keys of a site in its bucket. They are named without the prefix. `target` is what messages name."""

    target: str
    place: S3Place
    secrets: Mapping[str, str] = field(repr=False)

    def get(self, key: str) -> Found | None:
        """An object; None where there is none."""
        with self.told(key):
            try:
                answer = self._client.get_object(**self._at(key))
                data = answer["Body"].read()
            except Exception as error:
                if code_of(error) in ("NoSuchKey", "404"):
                    return None
                raise
        then = answer["LastModified"]
        now = parsedate_to_datetime(answer["ResponseMetadata"]["HTTPHeaders"]["date"])
        return Found(data, answer["ETag"], (now - then).total_seconds())

    def put(self, key: str, data: bytes, **headers: str) -> str:
        """Put an object, and give its ETag. The store compares what arrived with its MD5."""
        summed = base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()
        with self.told(key):
            answer = self._client.put_object(
                **self._at(key), Body=data, ContentMD5=summed, **headers
            )
        return str(answer["ETag"])

    def put_if(self, key: str, data: bytes, condition: Mapping[str, str]) -> bool | None:
        """Put an object under a condition. None where the store knows no conditions: nothing is put then."""
        try:
            with self.told(key):
                self._client.put_object(**self._at(key), Body=data, **condition)
        except Mistaken as refused:
            code = code_of(refused.__cause__)
            if code in NOT_KEPT:
                return False
            if code in NOT_UNDERSTOOD:
                return None
            raise
        return True

    def copy(self, source: str, key: str, **headers: str) -> None:
        """Copy an object within the store; `headers` are all that the copy has."""
        with self.told(source):
            self._client.copy_object(
                **self._at(key),
                CopySource=self._at(source),
                MetadataDirective="REPLACE",
                **headers,
            )

    def delete(self, key: str) -> None:
        """Remove an object. One by one: DeleteObjects wants a checksum, and which one differs among stores."""
        with self.told(key):
            self._client.delete_object(**self._at(key))

    def sizes(self, below: str = "") -> dict[str, int]:
        """The sizes of all objects below a key, by key.

        The first version of listing is the one that OBS and COS have, too.
        """
        root, marker, found = self.place.root, "", dict[str, int]()
        while True:
            with self.told(below):
                page = self._client.list_objects(
                    Bucket=self.place.bucket, Prefix=root + below, Marker=marker
                )
            listed = page.get("Contents", [])
            found |= {item["Key"].removeprefix(root): item["Size"] for item in listed}
            last = listed[-1]["Key"] if listed else ""
            if not page.get("IsTruncated"):
                return found
            if last <= marker:  # a store that begins again would do so for ever
                raise unreachable(self.target, f"{below}: the list of objects has no end")
            marker = last

    def first(self, below: str) -> str | None:
        """The first key below a key; None where there is nothing."""
        with self.told(below):
            page = self._client.list_objects(
                Bucket=self.place.bucket, Prefix=self.place.root + below, MaxKeys=1
            )
        listed = page.get("Contents", [])
        return str(listed[0]["Key"]).removeprefix(self.place.root) if listed else None

    @contextmanager
    def told(self, key: str) -> Iterator[None]:
        """What the store refuses, as a problem of this target."""
        try:
            yield
        except Mistaken:
            raise
        except Exception as error:
            if not is_of_botocore(error):
                raise
            raise self._problem(error, key) from error

    def _problem(self, error: Exception, key: str) -> Mistaken:
        code = code_of(error)
        said = getattr(error, "response", {}).get("Error", {}).get("Message") or str(error)
        cause = f"{code}: {said}" if code else said
        for secret in filter(None, self.secrets.values()):
            cause = cause.replace(secret, "***")
        kind = problems.BY_CODE.get(code)
        if kind is None:
            return unreachable(self.target, cause)
        return self._mistaken(kind, bucket=self.place.bucket, path=key, cause=cause)

    def _mistaken(self, kind: Kind, **facts: str) -> Mistaken:
        return Mistaken(Problem(kind, at(self.target), {"target": self.target, **facts}))

    def _at(self, key: str) -> dict[str, str]:
        return {"Bucket": self.place.bucket, "Key": self.place.root + key}

    @cached_property
    def _client(self) -> Any:
        """One client for all threads."""
        try:
            return client(self.place, self.secrets)
        except NoLibrary:
            raise self._mistaken(problems.NO_BOTO3) from None
        except NoSecret:
            raise self._mistaken(problems.NO_SECRET) from None
        except ValueError as error:  # an endpoint that is no address
            raise unreachable(self.target, str(error)) from error


def code_of(error: object) -> str:
    """The word by which S3 names what is wrong; "" where it is none of its errors."""
    response = getattr(error, "response", None) or {}
    return str(response.get("Error", {}).get("Code", ""))


def is_of_botocore(error: Exception) -> bool:
    """Whether it is an error of the store or of the way to it."""
    return type(error).__module__.startswith(("botocore.", "urllib3.")) or bool(code_of(error))
