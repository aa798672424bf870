"""What a run reads from its environment: the clock, the number of processors, how it was started."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.commands.doctor.finding import Machine
    from sitegen.pipeline.outcome import Clock


def clock_for(as_of: date | None) -> Clock:
    """The clock of a run: its as-of date is `as_of`, or today in the time zone of the site."""
    from sitegen.pipeline.outcome import Clock

    def today(timezone: str) -> date:
        from zoneinfo import ZoneInfo

        return as_of or datetime.now(ZoneInfo(timezone)).date()

    return Clock(today, time_ns, archive=as_of is not None)


def moment(timezone: str) -> datetime:
    """The time now in a time zone."""
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone))


def time_of_day() -> str:
    """The day and the time on the clock of this machine, as its user reads it."""
    return datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")


def identity() -> str:
    """Who runs this program, and where: name@machine."""
    import getpass
    import socket

    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = "?"
    return f"{name}@{socket.gethostname()}"


def variables() -> Mapping[str, str]:
    """The variables of the environment: what other programs need, and the secrets of object stores."""
    return dict(os.environ)


def machine() -> Machine:
    """This machine, for doctor."""
    import platform
    from importlib import metadata
    from time import time
    from urllib.request import getproxies

    from sitegen.commands.doctor.finding import Machine

    def version(library: str) -> str | None:
        try:
            return metadata.version(library)
        except metadata.PackageNotFoundError:
            return None

    umask = os.umask(0o022)
    os.umask(umask)
    return Machine(
        python=(sys.version_info.major, sys.version_info.minor, sys.version_info.micro),
        platform=sys.platform,
        name=platform.platform(),
        now=time(),
        is_root=sys.platform != "win32" and os.geteuid() == 0,
        umask=umask,
        proxies={name: url for name, url in getproxies().items() if name != "no"},
        environment=variables(),
        free=lambda folder: shutil.disk_usage(folder).free,
        version=version,
    )


def processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def program() -> str:
    """How this program was started, to be typed again in the same folder."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return f"{_typed(Path(sys.executable))} -m sitegen"
    found = shutil.which(started.name)
    # On Windows the name may lack its extension, and no such file is there.
    on_path = found and (not started.exists() or Path(found).samefile(started))
    return started.name if on_path else _typed(started)


def _typed(path: Path) -> str:
    here = Path.cwd()
    text = str(path.relative_to(here) if path.is_relative_to(here) else path)
    return f'"{text}"' if " " in text else text
