"""The wheels of a bundle: what requirements/run.txt pins, for two systems, by pip; and that of sitegen itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import sitegen
from sitegen import files
from sitegen.commands.bundle.launchers import PYTHON
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity

LINUX = (
    *(f"manylinux_2_{minor}_x86_64" for minor in range(28, 16, -1)),
    "manylinux2014_x86_64",
)
WINDOWS = ("win_amd64",)
MOST_OF_A_CAUSE = 200

NO_CHECKOUT = Kind(
    "bundle.no-checkout",
    Severity.ERROR,
    zh="这个 sitegen 是装上的，没有 requirements/run.txt，打不了包",
    en="this sitegen was installed and has no requirements/run.txt to bundle from",
    fix_zh="在 sitegen 的仓库里运行：{example}",
    fix_en="run it in the repository of sitegen: {example}",
)
PIP_FAILED = Kind(
    "bundle.pip-failed",
    Severity.ERROR,
    zh="pip 没有做成：{cause}",
    en="pip failed: {cause}",
    fix_zh="看看网络和安装源；打包要联网，用的时候不用",
    fix_en="look at the network and the package index: making a bundle needs one, using it does not",
)


def checkout() -> Path:
    """The repository of sitegen that runs. Raises Mistaken where it runs without one."""
    root = Path(sitegen.__file__).parent.parent
    if (root / "requirements" / "run.txt").is_file() and (root / "pyproject.toml").is_file():
        return root
    example = ".venv/bin/python -m sitegen bundle"
    raise Mistaken(Problem(NO_CHECKOUT, Location("requirements/run.txt"), {"example": example}))


def download(program: str, into: Path) -> None:
    """Put the wheels of all libraries, each by its digest, and of sitegen into a folder. `program` is Python."""
    root = checkout()
    for platforms in (LINUX, WINDOWS):
        chosen = [part for platform in platforms for part in ("--platform", platform)]
        _pip(
            program,
            *("download", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
            *("--implementation", "cp", "--python-version", PYTHON, *chosen),
            *("--dest", str(into), "-r", str(root / "requirements" / "run.txt")),
        )
    _pip(program, "wheel", "--no-deps", "--wheel-dir", str(into), str(root))


def requirements(wheels: Path) -> bytes:
    """run.txt, and sitegen with the digest of its wheel."""
    pinned = files.read(checkout() / "requirements" / "run.txt")
    (own,) = wheels.glob("sitegen-*.whl")
    version = own.name.split("-")[1]
    line = f"sitegen=={version} \\\n    --hash=sha256:{files.digest(files.read(own))}\n"
    return pinned + line.encode()


def _pip(program: str, *arguments: str) -> None:
    done = subprocess.run(
        [program, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", *arguments],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        errors = [line for line in lines if "ERROR" in line] or lines or [str(done.returncode)]
        cause = errors[-1].removeprefix("ERROR: ")[:MOST_OF_A_CAUSE]
        raise Mistaken(Problem(PIP_FAILED, Location("requirements/run.txt"), {"cause": cause}))
