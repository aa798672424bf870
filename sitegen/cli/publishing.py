"""The commands about a built site: what a server needs to show it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo
from sitegen.cli.messages import print_report, written_message
from sitegen.cli.options import FOLDER, language_option, output_folder, output_option, site_option
from sitegen.cli.parameters import Command, argument, option
from sitegen.cli.values import OneOf
from sitegen.cli.words import Words, WrongValue

if TYPE_CHECKING:
    from sitegen.problems import Language

FORMS = ("nginx", "nginx-brotli", "apache", "htaccess", "caddy", "iis", "headers", "redirects")
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
MEANINGFUL = re.compile(r"""["'`$%{}\\;#\x00-\x1f\x7f]""")
"""What one or another server takes for something else in the name of a folder."""


def parse_domain(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """A domain as servers write it: `名录.example` is `xn--….example`."""
    if value is None:
        return ""
    try:
        name = value.encode("idna").decode().lower()
    except UnicodeError:
        name = ""
    if not name or not all(LABEL.fullmatch(label) for label in name.split(".")):
        zh = f"不能是“{value}”；只写域名，如 www.yunzhou.example"
        raise WrongValue(Words(zh, f"cannot be “{value}”; write a domain: www.yunzhou.example"))
    return name


def parse_root(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    if value is None:
        return ""
    if not value.startswith("/") or MEANINGFUL.search(value) or value.strip("/") == "":
        zh = f"不能是“{value}”；写服务器上的完整路径，如 /srv/yunzhou/www/current，不用引号、$、%、大括号"
        en = "write a whole path on the server, such as /srv/yunzhou/www/current, without quotes, $, %, braces"
        raise WrongValue(Words(zh, f"cannot be “{value}”; {en}"))
    return value


@click.command(
    "server-config",
    cls=Command,
    words=Words(
        "写出网页服务器的配置：缓存、压缩、安全头、旧网址的转向、404。先生成网站。",
        "Writes the configuration of a web server: caches, packing, security headers, redirects of former "
        "addresses, 404. Build the site first.",
    ),
)
@argument("form", words=Words("服务器", "SERVER"), type=OneOf(FORMS))
@site_option()
@output_option
@option(
    "--root",
    "place",
    callback=parse_root,
    value=FOLDER,
    words=Words(
        "网站在服务器上的文件夹，默认 /srv/www/站点编号",
        "folder of the site on the server; default: /srv/www/ and the id of the site",
    ),
)
@option(
    "--domain",
    callback=parse_domain,
    value=Words("域名", "NAME"),
    words=Words("域名，默认是永久网址里的", "domain; default: that of the permanent address"),
)
@option(
    "--to",
    "file",
    type=click.Path(path_type=Path),
    value=Words("文件", "FILE"),
    words=Words("写进这个文件，默认显示出来", "write into this file; default: print it"),
)
@language_option()
def server_config(
    form: str,
    root: Path,
    target: Path | None,
    place: str,
    domain: str,
    file: Path | None,
    language: Language,
) -> None:
    from sitegen.commands.server_config import server_config as configure
    from sitegen.commands.server_config import write_config
    from sitegen.problems import Report

    report = Report()
    text = configure(form, output_folder(root, target), report, root=place, domain=domain)
    written = text is not None and file is not None and write_config(file, text, report)
    print_report(report, language)
    if text is not None and file is None:
        echo(text, nl=False, for_programs=True)
    elif written and file is not None:
        echo(written_message(file, language))
    sys.exit(report.exit_code)
