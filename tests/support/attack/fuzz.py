"""Coverage-guided fuzzing of one target: `python -m tests.support.attack.fuzz markup --minutes 30`.

It needs atheris, whose wheels are for Linux only and which is therefore not among the packages of
development. Its corpus lies in a temporary folder, filled from the target's seeds. A finding does not
end the run: what broke is said once, and at the end its shortest bytes, to be made a test of the room.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.attack.findings import Findings, minimised, signature

NO_ATHERIS = """\
没有 atheris，无法按覆盖率变异。它只有 Linux 的安装包，不在开发依赖里；请另建一个环境：
atheris is missing. It has wheels for Linux only and is no dependency; make an environment of its own:
  .venv/bin/python -m venv .fuzz-venv && .fuzz-venv/bin/pip install --only-binary :all: atheris
  export PYTHONPATH=$PWD:$(echo $PWD/.venv/lib/python3*/site-packages)
  .fuzz-venv/bin/python -m {module} {target}
"""
MODULE = "tests.support.attack.fuzz"
INSTRUMENTED = ["sitegen", "yaml", "markdown", "PIL", "csv", "json"]
LONGEST_INPUT = 4_096
SLOWEST = 60
"""Seconds for one input, after which libFuzzer calls it a finding and stops."""
STATUS = re.compile(r"#(\d+)\s+\w+\s+cov: (\d+) ft: (\d+)")


def within_atheris(target: str, minutes: float, seed: int, corpus: Path) -> None:
    """Fuzz in this process, which libFuzzer ends."""
    import atheris

    with atheris.instrument_imports(include=INSTRUMENTED):
        from tests.support.attack.targets import TARGETS

        chosen = TARGETS[target]
        for number, data in enumerate(chosen.seeds()):
            (corpus / f"seed-{number}").write_bytes(data)
            signature(chosen.run, data)  # so that what is imported only now is instrumented, too
    findings = Findings(chosen.run)
    words = corpus.parent / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in chosen.words), "ascii")

    def run(data: bytes) -> None:
        what = findings(data)
        if what is not None:
            print(f"FINDING {what} {data!r}", file=sys.stderr, flush=True)  # noqa: T201
            (corpus.parent / f"finding-{len(findings.found)}").write_bytes(data)

    options = {
        "max_total_time": round(minutes * 60),
        "seed": seed,
        "max_len": LONGEST_INPUT,
        "timeout": SLOWEST,
        "dict": words,
        "artifact_prefix": f"{corpus.parent}/stopped-",
        "print_final_stats": 1,
    }
    arguments = [f"-{name}={value}" for name, value in options.items()]
    atheris.Setup([sys.argv[0], str(corpus), *arguments], run)
    atheris.Fuzz()


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


def fuzz(target: str, minutes: float, seed: int) -> bool:
    """Fuzz in a process of its own and tell what came of it; whether nothing was found."""
    from tests.support.attack.targets import TARGETS

    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix=f"fuzz-{target}-") as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        command = [sys.executable, "-m", MODULE, target, "--minutes", str(minutes)]
        command += ["--seed", str(seed), "--within", str(corpus)]
        last = ("0", "0", "0")
        with subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, errors="replace"
        ) as child:
            for line in child.stderr or ():
                if line.startswith(("FINDING", "Traceback", "==", "ERROR", "ALARM")):
                    print(line, end="", flush=True)  # noqa: T201
                if status := STATUS.search(line):
                    last = (status[1], status[2], status[3])
        found = [path.read_bytes() for path in sorted(Path(folder).glob("finding-*"))]
        found += [path.read_bytes() for path in sorted(Path(folder).glob("stopped-*"))]
        grown = len(list(corpus.iterdir()))
    told = Findings(TARGETS[target].run)
    for data in found:
        if (what := told(data)) is not None:
            print(what, repr(minimised(told.run, data, what)), flush=True)  # noqa: T201
        elif not told.found:
            print("no error again, perhaps too slow:", repr(data), flush=True)  # noqa: T201
    executions, edges, features = last
    print(  # noqa: T201
        f"{target}: {executions} executions in {(time.monotonic() - began) / 60:.1f} minutes, {edges} edges,"
        f" {features} features, {grown} inputs in the corpus, {len(found)} findings; seed {seed}",
        flush=True,
    )
    return not found


def names() -> list[str]:
    from tests.support.attack.targets import TARGETS

    return list(TARGETS)


def main() -> int:
    parser = argparse.ArgumentParser(prog=f"python -m {MODULE}", description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--within", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print(NO_ATHERIS.format(module=MODULE, target=given.target), file=sys.stderr)  # noqa: T201
        return 2
    if given.within is None and given.target not in names():
        parser.error(f"targets are {', '.join(names())}")
    if given.within is not None:
        within_atheris(given.target, given.minutes, given.seed, given.within)
        return 0
    return 0 if fuzz(given.target, given.minutes, given.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
