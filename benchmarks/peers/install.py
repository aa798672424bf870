"""Installing the other generators below one folder, with the clients as this machine has them set."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.generator import Missing

PATIENCE = 300
"""Seconds after which an installation is given up."""


def from_pypi(folder: Path, *requirements: str) -> Path:
    """The bin folder of a virtual environment with `requirements` in it."""
    bin_folder = folder / "bin"
    stamp = folder / "installed"
    if _done(stamp, requirements):
        return bin_folder
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    python = str(bin_folder / Path(sys.executable).name)
    python = python if Path(python).exists() else str(bin_folder / "python")
    _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements])
    stamp.write_text("\n".join(requirements), "utf-8")
    return bin_folder


def from_npm(folder: Path, *packages: str) -> Path:
    """The node_modules folder with `packages` in it."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise Missing("npm and node are not installed")
    modules = folder / "node_modules"
    stamp = folder / "installed"
    if _done(stamp, packages):
        return modules
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _run(
        [
            npm,
            "install",
            "--loglevel=error",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(folder),
            *packages,
        ]
    )
    stamp.write_text("\n".join(packages), "utf-8")
    return modules


def version(command: list[str]) -> str:
    """What the program says of itself; Missing where it does not even start."""
    return _run(command).strip()


def _done(stamp: Path, wanted: tuple[str, ...]) -> bool:
    return stamp.is_file() and stamp.read_text("utf-8").split("\n") == list(wanted)


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Missing(str(error)) from None
    if done.returncode:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        reason = next((line for line in lines if "rror" in line), lines[-1] if lines else "failed")
        raise Missing(reason.strip()[:200])
    return done.stdout
