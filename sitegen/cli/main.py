"""The program `sitegen`: all its commands, and how a run starts and ends.

Exit codes: 0 no errors, 1 problems in the site, 2 wrong use of the command line.
"""

from __future__ import annotations

import gc
import sys

import click

from sitegen import __version__
from sitegen.cli.authoring import init, list_, new
from sitegen.cli.building import archive, build, check, explain, record
from sitegen.cli.bundling import bundle
from sitegen.cli.collecting import collect
from sitegen.cli.console import echo, exit_at_once, file_error, print_crash, replace_unprintable
from sitegen.cli.doctoring import doctor
from sitegen.cli.options import language_option
from sitegen.cli.parameters import Group, Option
from sitegen.cli.previewing import edit, serve
from sitegen.cli.publishing import server_config
from sitegen.cli.releasing import publish, rollback, verify, withdraw
from sitegen.cli.tables import table
from sitegen.cli.usage_errors import ABORTED, report
from sitegen.cli.words import Words, language_of


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    words=Words(
        "把 YAML/Markdown 条目和表格变成可搜索的静态名录网站。",
        "Makes a searchable static website of entries in YAML/Markdown and tables.",
    ),
    example=Words(
        "例：sitegen check；sitegen build；sitegen explain link.broken",
        "Such as: sitegen check; sitegen build; sitegen explain link.broken",
    ),
)
@click.version_option(
    __version__,
    message="sitegen %(version)s",
    cls=Option,
    words=Words("显示版本", "show the version"),
)
@language_option(exposed=False)
def cli() -> None:
    pass


for command in (
    build,
    check,
    record,
    explain,
    edit,
    serve,
    new,
    list_,
    table,
    init,
    server_config,
    publish,
    rollback,
    withdraw,
    verify,
    doctor,
    archive,
    bundle,
    collect,
):
    cli.add_command(command)


def main() -> None:
    """Run the command that `sys.argv` names, and end the process with its exit code."""
    replace_unprintable()
    sys.excepthook = print_crash
    # A build creates many objects, almost none of them in cycles, and then the process ends. The
    # garbage collector would take a fifth of its time. `serve` switches it on between builds.
    gc.disable()
    language = language_of(sys.argv[1:])
    try:
        code = cli.main(prog_name="sitegen", standalone_mode=False, obj=language)
        sys.exit(code or 0)
    except SystemExit as end:
        exit_at_once(end)
    except click.ClickException as error:
        echo(report(error, language), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        echo(ABORTED.of(language), err=True)
        sys.exit(1)
    except OSError as error:
        echo(file_error(error, language), err=True)
        sys.exit(1)
