"""How an object store is reached: which bucket of which, with which secrets, by a client set up as every store takes it.

boto3 need not be installed. Nothing is read from the environment or from ~/.aws.
"""

from __future__ import annotations

import configparser
import os
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from sitegen import files

THREADS = 8
NAMES = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
REGIONS = re.compile(
    r"\b(?:oss-(?P<oss>[a-z0-9-]+?)(?:-internal)?\.aliyuncs"
    r"|cos\.(?P<cos>[a-z0-9-]+)\.(?:myqcloud|tencentcos)"
    r"|obs\.(?P<obs>[a-z0-9-]+)\.myhuaweicloud)\."
)
"""The region within the names of hosts of OSS, COS and OBS."""


class S3Place(NamedTuple):
    """Where the site lies: which bucket of which store, below which prefix. No endpoint is Amazon's."""

    bucket: str
    prefix: str = ""
    endpoint: str = ""
    region: str = ""
    addressing: str = "host"

    @property
    def root(self) -> str:
        """What stands before each key of the site: nothing, or a path with a slash at its end."""
        plain = self.prefix.strip("/")
        return f"{plain}/" if plain else ""

    @property
    def signed_region(self) -> str:
        """The region that signatures name."""
        named = REGIONS.search(self.endpoint)
        return self.region or (named and next(filter(None, named.groups()))) or "us-east-1"


class NoLibrary(Exception):
    """boto3 is not installed."""


class NoSecret(Exception):
    """There is no key, or no secret for it."""


def client(place: S3Place, secrets: Mapping[str, str]) -> Any:
    """A client for many threads. The checksums and chunks that Amazon's stores alone take are off.

    Raises NoLibrary, NoSecret, and ValueError where the endpoint is no address.
    """
    if find_spec("boto3") is None:
        raise NoLibrary
    key, secret, token = (secrets.get(name.upper()) for name in NAMES)
    if not key or not secret:
        raise NoSecret
    import boto3
    import botocore.session
    from botocore.config import Config

    unset = {"profile": (None, None, None, None)}
    nowhere = dict.fromkeys(["config_file", "credentials_file"], (None, None, os.devnull, None))
    session = botocore.session.Session(session_vars={**unset, **nowhere})
    session.set_credentials(key, secret, token or None)
    config = Config(
        signature_version="s3v4",
        s3={"addressing_style": "path" if place.addressing == "path" else "virtual"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        ignore_configured_endpoint_urls=True,
        max_pool_connections=THREADS + 2,
        retries={"mode": "standard", "max_attempts": 4},
        connect_timeout=10,
        read_timeout=60,
    )
    return boto3.Session(botocore_session=session).client(
        "s3",
        region_name=place.signed_region,
        endpoint_url=place.endpoint or None,
        config=config,
    )


def secrets_in(file: Path, profile: str = "default") -> dict[str, str]:
    """The secrets in a file in the form of AWS credentials, named as in the environment.

    Raises OSError where it cannot be read; what is no such file has no secrets.
    """
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(files.read(file.resolve()).decode("utf-8-sig"))
        section = parser[profile]
    except (configparser.Error, UnicodeDecodeError, KeyError):
        return {}
    return {name.upper(): section[name] for name in NAMES if name in section}


def secrets_of(environment: Mapping[str, str]) -> dict[str, str]:
    """The secrets of an environment."""
    return {
        name.upper(): environment[name.upper()] for name in NAMES if name.upper() in environment
    }
