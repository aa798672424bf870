"""Fetches old Chromiums out of npm packages that carry one: `make old-browsers`.

Each is unpacked to .old-browsers/chromium-VERSION. The digests are those of the files that these tests
were written with: another program of that name is not run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.support.basic_site import REPOSITORY

FOLDER = REPOSITORY / ".old-browsers"
MEMBER = "package/bin/chromium.br"
UNPACK = """const { brotliDecompressSync } = require("node:zlib"), fs = require("node:fs");
fs.writeFileSync(process.argv[2], brotliDecompressSync(fs.readFileSync(process.argv[1])))"""


@dataclass(frozen=True)
class Carrier:
    """An npm package, and the SHA-256 of the compressed Chromium in it."""

    package: str
    digest: str


CHROMIUMS = {
    83: Carrier(
        "chrome-aws-lambda@3.1.1",
        "397eef3eb9f94f43cf55e59a082cac965f363082c8d2f8356fdd36b357e57006",
    ),
    86: Carrier(
        "chrome-aws-lambda@5.3.1",
        "7a5e3539316b03a37f38aa675c255addefbfccca8e82679fc18a72ccbf34bdb0",
    ),
    92: Carrier(
        "@sparticuz/chromium@92.0.0",
        "56c686eae8dd9ab747e5c3221d4f2c2358537f173ae7ca8b7bcee7405d091b52",
    ),
    109: Carrier(
        "@sparticuz/chromium@109.0.6",
        "4093f192508602ec0fa01b47136a120546e636c5ead67c1852c86a35b444d886",
    ),
}


def chromium(version: int) -> Path:
    """Where the Chromium of a version is, once it is fetched."""
    return FOLDER / f"chromium-{version}"


def fetch(version: int) -> None:
    """Download and unpack one; raises where npm cannot or the file is another than expected."""
    carrier = CHROMIUMS[version]
    with tempfile.TemporaryDirectory(dir=FOLDER) as name:
        pack = ["npm", "pack", "--silent", "--ignore-scripts", carrier.package]
        subprocess.run(pack, cwd=name, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(name).glob("*.tgz")
        packed = Path(name, "chromium.br")
        with tarfile.open(archive) as package:
            member = package.extractfile(MEMBER)
            assert member is not None
            packed.write_bytes(member.read())
        digest = hashlib.sha256(packed.read_bytes()).hexdigest()
        if digest != carrier.digest:
            raise ValueError(f"{carrier.package}: {MEMBER} is {digest}, not {carrier.digest}")
        program = Path(name, "chromium")
        subprocess.run(["node", "-e", UNPACK, str(packed), str(program)], check=True)
        program.chmod(0o755)
        os.replace(program, chromium(version))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    if not shutil.which("npm"):
        say("没有 npm，不能取旧版 Chromium (no npm: no old Chromium can be had)")
        return 1
    FOLDER.mkdir(exist_ok=True)
    failed = 0
    for version in CHROMIUMS:
        if chromium(version).is_file():
            continue
        say(f"Chromium {version} …")
        try:
            fetch(version)
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            say(f"没有取到 Chromium {version} (not to be had): {error}")
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
