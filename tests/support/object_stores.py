"""Real servers of S3 on this machine: moto, which heeds conditions of writes, and rclone, which checks signatures."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from sitegen.publishing.targets.s3 import S3Target
from sitegen.publishing.targets.s3_client import S3Place

SECRETS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI-K7MDENG"}


class ObjectStore(NamedTuple):
    """A store that answers at `port`, with a bucket of its own."""

    port: int
    bucket: str

    def place(self, **settings: str) -> S3Place:
        given = {"endpoint": f"http://127.0.0.1:{self.port}", "addressing": "path", **settings}
        return S3Place(**{"bucket": self.bucket, **given})

    def target(self, secrets: dict[str, str] = SECRETS, **settings: str) -> S3Target:
        return S3Target("production", self.place(**settings), secrets)

    def client(self) -> Any:
        return boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{self.port}",
            region_name="us-east-1",
            aws_access_key_id=SECRETS["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=SECRETS["AWS_SECRET_ACCESS_KEY"],
            config=Config(s3={"addressing_style": "path"}),
        )

    def listed(self) -> list[str]:
        pages = self.client().get_paginator("list_objects").paginate(Bucket=self.bucket)
        return [item["Key"] for page in pages for item in page.get("Contents", [])]

    def shown(self, prefix: str = "") -> dict[str, bytes]:
        """What visitors get, by path."""
        client = self.client()
        return {
            key.removeprefix(prefix): client.get_object(Bucket=self.bucket, Key=key)["Body"].read()
            for key in self.listed()
            if key.startswith(prefix) and ".sitegen/" not in key
        }

    def reader(self) -> Callable[[str], bytes | None]:
        """What reads what visitors get, in whichever process calls it."""
        client = cache(self.client)

        def read(path: str) -> bytes | None:
            try:
                data: bytes = client().get_object(Bucket=self.bucket, Key=path)["Body"].read()
            except ClientError:
                return None
            return data

        return read


def rclone() -> str | None:
    """The program rclone, where it can be a server of S3: from 1.65 on."""
    program = shutil.which("rclone")
    if program is None:
        return None
    known = subprocess.run([program, "serve", "s3", "--help"], capture_output=True, text=True)
    return program if "--auth-key" in known.stdout else None


@contextmanager
def moto(bucket: str = "pages", **environment: str) -> Iterator[ObjectStore]:
    """A server of moto in a process of its own: tests fork."""
    with _answering([sys.executable, "-m", "moto.server", "-p"], **environment) as port:
        store = ObjectStore(port, bucket)
        store.client().create_bucket(Bucket=bucket)
        yield store


@contextmanager
def moto_with_a_key(*actions: str) -> Iterator[tuple[ObjectStore, dict[str, str]]]:
    """A server that checks signatures and rights, and the secrets of a key that allows these actions."""
    calls_before = "5"  # the first look at the server, the bucket, and the three below
    with moto(INITIAL_NO_AUTH_ACTION_COUNT=calls_before) as store:
        keys = {"aws_access_key_id": "first", "aws_secret_access_key": "first"}
        server = f"http://127.0.0.1:{store.port}"
        iam = boto3.client("iam", endpoint_url=server, region_name="us-east-1", **keys)
        iam.create_user(UserName="site")
        allowed = {"Effect": "Allow", "Action": actions, "Resource": "*"}
        policy = json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
        iam.put_user_policy(UserName="site", PolicyName="own", PolicyDocument=policy)
        key = iam.create_access_key(UserName="site")["AccessKey"]
        yield (
            store,
            {
                "AWS_ACCESS_KEY_ID": key["AccessKeyId"],
                "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"],
            },
        )


@contextmanager
def rclone_server(program: str, folder: Path, bucket: str = "pages") -> Iterator[ObjectStore]:
    """A server of rclone for a folder; each folder in it is a bucket."""
    (folder / bucket).mkdir(parents=True)
    key = ",".join(SECRETS.values())
    command = [program, "serve", "s3", f"local:{folder}", "--auth-key", key, "--addr"]
    with _answering(command, "127.0.0.1:", RCLONE_CONFIG_LOCAL_TYPE="local") as port:
        yield ObjectStore(port, bucket)


@contextmanager
def _answering(command: list[str], before: str = "", **environment: str) -> Iterator[int]:
    """The port at which a server answers that is told its port last."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [*command, f"{before}{port}"],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=1).request("GET", "/")
                break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait()
