"""The program `sitegen`: all its commands, and how a run starts and ends.

Exit codes: 0 no errors, 1 problems in the site, 2 wrong use of the command line.
"""

from __future__ import annotations

import gc
import sys

import click

from sitegen import __version__
from sitegen.cli.authoring import init, list_, new
from sitegen.cli.building import build, check, explain, record
from sitegen.cli.console import Group, exit_at_once, replace_unprintable
from sitegen.cli.previewing import serve


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="把 YAML/Markdown 条目和表格变成可搜索的静态名录网站。",
    epilog="例：sitegen check；sitegen build；sitegen explain link.broken",
)
@click.version_option(__version__, message="sitegen %(version)s", help="显示版本")
def cli() -> None:
    pass


for command in (build, check, record, explain, serve, new, list_, init):
    cli.add_command(command)


def main() -> None:
    """Run the command that `sys.argv` names, and end the process with its exit code."""
    replace_unprintable()
    # A build creates many objects, almost none of them in cycles, and then the process ends. The
    # garbage collector would take a fifth of its time. `serve` switches it on between builds.
    gc.disable()
    try:
        cli(prog_name="sitegen")
    except SystemExit as end:
        exit_at_once(end)
    except OSError as error:
        reason = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        click.echo(
            f"读写不了 {reason}\n"
            "检查权限、剩余空间和占着位置的文件，再运行一次，会接着做完。\n"
            "cannot read or write it; check permissions, free space and files in the way, run again",
            err=True,
        )
        sys.exit(1)
