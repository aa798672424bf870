"""Whatever is printed is in one language: help, wrong use, explanations, problems.

In Chinese only names stand in Latin letters: commands, options, fields, codes, files, formats, programs.
In English only what an author wrote stands in Chinese, in quotation marks.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from sitegen import kinds
from sitegen.cli import cli
from sitegen.cli.console import file_error
from sitegen.cli.usage_errors import report
from sitegen.cli.words import language_of
from sitegen.commands.explain import describe
from sitegen.config.settings import Settings
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Kind
from tests.support import faulty_site
from tests.support.basic_site import REPOSITORY
from tests.support.command_line import run
from tests.support.docs_generator import generator
from tests.support.site_test import SiteTest

HAN = re.compile(r"[\u3400-\u9fff，。；：（）]")
QUOTED = re.compile(r"“[^”]*”|`[^`]*`|《[^》]*》")
EXAMPLE = re.compile(r"^ *(?:Passes|Warns|Fails): .*$", re.MULTILINE)
"""What a rule says that an author may write."""
LATIN = re.compile(r"[A-Za-z][\w.:/*+%-]*", re.ASCII)
COMMANDS = tuple(cli.commands)
NAMES = {
    "AWS_ACCESS_KEY_ID": "a variable", "AWS_SECRET_ACCESS_KEY": "a variable", "boto3": "a library, named to those who may install it",
    "aws_access_key_id": "a setting in a file of secrets", "aws_secret_access_key": "a setting in a file of secrets",
    "VS": "a program", "vscode": "a folder", "Code": "a program", "JSON": "a format", "Schema": "a format", "redhat.vscode-yaml": "an extension of VS Code",
    "default": "a section of a file of secrets", "s3": "an extra of the program", "main": "an element of pages",
    "current": "a folder of a target", "CDN": "what stands before a server", "gzip": "a format", "git": "a program",
    "Debian": "a system", "apt-get": "a program",
    "ssh": "a program", "OpenSSH": "a program", "SSH": "a protocol", "agent": "of SSH", "known_hosts": "a file of SSH",
    "authorized_keys": "a file of SSH", "sitegen": "the program", "rollback": "a command", "--list": "an option", "fonts-noto-cjk": "a package of fonts",
    "gitignore": "a file of git", "certbot": "a program", "Python": "a program", "CI": "what runs checks",
    "Linux": "a system", "macOS": "a system", "root": "a user", "umask": "a setting of systems", "MB": "a unit",
    "zh": "a value of --lang", "en": "a value of --lang",
    "text": "a value of --format, and a field", "json": "a value of --format",
    "github": "a value of --format",
    "YAML": "a format", "CSV": "a format", "Tab": "a key", "UTF-8": "an encoding",
    "GB18030": "an encoding", "GBK": "an encoding", "ANSI": "an encoding as Windows calls it",
    "AVIF": "a format", "GIF": "a format", "JPEG": "a format", "PNG": "a format", "SVG": "a format",
    "WebP": "a format", "HTML": "a format", "Markdown": "a format", "YAML/Markdown": "formats", "XML": "a format",
    "Excel": "a program", "WPS": "a program", "Word": "a program", "Windows": "a system",
    "Pillow": "a library, named to those who installed it",
    "HEIC": "a format", "zip": "a format", "pillow-heif": "a library, named to those who may install it",
    "pip": "a program", "install": "a command of pip",
    "https": "a scheme", "mailto": "a scheme", "tel": "a scheme", "gi": "a collection",
    "md": "an extension", "yaml": "an extension", "csv": "an extension", "xlsx": "an extension", "Ctrl+End": "keys", "Ctrl+D": "keys", "Ctrl+Z": "keys",
    "export": "a command of table", "template": "a command of table", "import": "a command of table", "xls": "what the test typed",
    "png": "an extension", "svg": "an extension and an element", "viewBox": "an attribute",
    "msgid": "a word of .po files", "msgstr": "a word of .po files", "msgid_plural": "a word of .po files", "schemes": "a collection",
    "s": "the end of a placeholder, %( )s", "haopin-shandong-1": "an id, as an example",
    "output": "a folder", "content": "a folder", "xml": "what the test typed",
    "jsn": "what the test typed", "name": "a field", "sort": "a field",
    "x": "what the test typed", "biuld": "what the test typed", "nonsense": "what the test typed",
    "nginx": "a program", "nginx-brotli": "a form of server-config", "apache": "a program",
    "htaccess": "a form of server-config", "caddy": "a program", "iis": "a program",
    "headers": "a form of server-config", "redirects": "a form of server-config",
    "ngnix": "what the test typed", "srv/yunzhou/www/current": "a folder",
    "fr": "what the test typed", "a": "what the test typed", "b": "what the test typed",
}  # fmt: skip
"""Latin words that are right in a Chinese text, and why."""

WRONG_USES = (
    ["biuld"], ["nonsense"], ["--nonsense"], ["-x"], ["build", "--lanh", "en"], ["build", "-x"],
    ["build", "--lang"], ["build", "--lang", "fr"], ["build", "--strict=1"], ["build", "a", "b"],
    ["build", "--as-of", "2025-02-30"], ["build", "--as-of"], ["build", "--workers", "0"],
    ["build", "--workers", "x"], ["build", "--output", "README.md"], ["check", "--format", "xml"],
    ["check", "--format", "jsn"], ["check", "--site", "README.md"], ["record"], ["record", "--on"],
    ["record", "--on", "x"], ["explain"], ["explain", "a", "b"], ["serve", "--port", "99999"],
    ["serve", "--site", "nonsense"], ["serve", "--port", ""], ["new"], ["new", "gi", "a", "b"],
    ["new", "gi", "--set", "a"], ["new", "gi", "--set"], ["new", "--yes=1", "gi"], ["init"],
    ["init", "a", "b"], ["init", "--nonsense", "a"], [],
    ["table"], ["table", "nonsense"], ["table", "export", "gi"], ["table", "export", "gi", "a.xls"],
    ["table", "template", "gi", "a.csv"], ["table", "template"],
    ["server-config"], ["server-config", "ngnix"], ["server-config", "nginx", "--domain", "a b"],
    ["server-config", "nginx", "--root", "x"], ["server-config", "nginx", "--to"],
)  # fmt: skip


def fields(model: type[BaseModel]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        yield info.alias or name
        inner = generator().inner_model(info.annotation)
        if inner is not None:
            yield from fields(inner)


FIELDS = {*fields(Settings), *(f for one in COLLECTIONS.values() for f in fields(one.model))}


def is_name(word: str) -> bool:
    """Whether a Latin word may stand in a Chinese text."""
    word = word.rstrip(".:/-")
    is_path = bool(re.fullmatch(r"[\w-]+([./][\w-]+)+", word))
    return word in NAMES or word in COMMANDS or word in FIELDS or is_path


def english_left(text: str) -> list[str]:
    """Words that are no names in a text that should be Chinese."""
    without_options = re.sub(r"(?<!\w)--?[a-z][a-z-]*|https?://", "", text)
    return [word for word in LATIN.findall(without_options) if not is_name(word)]


def chinese_left(text: str) -> list[str]:
    """Lines with Chinese beside quotations and examples, in a text that should be English."""
    without_examples = EXAMPLE.sub("", QUOTED.sub("", text))
    return [line for line in without_examples.splitlines() if HAN.search(line)]


def said(*arguments: str) -> str:
    """What a run prints that ends before any command begins."""
    language = language_of(arguments)
    try:
        cli.main([*arguments], prog_name="sitegen", standalone_mode=False, obj=language)
    except click.ClickException as error:
        return report(error, language)
    raise AssertionError(f"that was no wrong use: {arguments}")


def help_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    language = language_of(arguments)
    cli.main([*arguments, "--help"], prog_name="sitegen", standalone_mode=False, obj=language)
    return capsys.readouterr().out


@pytest.mark.parametrize("command", ["", *COMMANDS, "table export", "table template"])
def test_help_is_in_one_language(capsys: pytest.CaptureFixture[str], command: str) -> None:
    words = command.split()
    zh = help_of(capsys, *words)
    assert zh.startswith("用法：") and english_left(zh) == []
    en = help_of(capsys, *words, "--lang", "en")
    assert en.startswith("Usage: ") and chinese_left(en) == []
    assert help_of(capsys, "--lang=en", *words) == en


@pytest.mark.parametrize("arguments", WRONG_USES, ids=lambda arguments: " ".join(arguments))
def test_a_wrong_use_is_told_in_one_language(arguments: list[str]) -> None:
    zh = said(*arguments)
    assert "用法：" in zh
    assert english_left(zh) == []
    assert chinese_left(said("--lang", "en", *arguments)) == []


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["biuld"], "没有“biuld”这个命令，最接近的是 build", "the nearest is build"),
        (["build", "--lanh"], "没有 --lanh 这个选项，最接近的是 --lang", "the nearest is --lang"),
        (["check", "--format", "jsn"], "最接近的是“json”；可选：text、json、github", "text, json"),
        (["new"], "没有写“类别”", "“COLLECTION” is missing"),
        (["record"], "没有写 --on", "--on is missing"),
        (["build", "--as-of"], "--as-of 后面要写值：--as-of 日期", "--as-of DATE"),
        (["build", "a", "b"], "多写了：a、b", "there is too much: a, b"),
        (["serve", "--port", "99999"], "写 0 到 65535 之间的整数", "from 0 to 65535"),
        (["new", "gi", "--set", "a"], "写成 字段=值", "write field=value"),
    ],
)
def test_a_wrong_use_is_told_with_what_is_right(arguments: list[str], zh: str, en: str) -> None:
    assert zh in said(*arguments)
    assert en in said("--lang", "en", *arguments)


@pytest.mark.parametrize("kind", list(kinds.every()), ids=lambda kind: kind.code)
def test_a_kind_of_problem_is_explained_in_one_language(kind: Kind) -> None:
    zh, en = describe(kind, "zh"), describe(kind, "en")
    assert english_left(zh.replace(kind.code, "")) == []
    assert chinese_left(en) == []
    assert not re.search(r"\{\w+\}", zh + en), "a name of a fact"


@pytest.mark.parametrize("case", ["yaml-faults", "gov-asks-for-times", "all wrong"])
def test_problems_in_english_have_chinese_in_quotation_marks_only(
    tmp_path: Path, case: str
) -> None:
    if case == "all wrong":
        site = SiteTest(tmp_path, faulty_site.files("提醒"))
    else:
        site = SiteTest.at(REPOSITORY / "tests/cases" / case / "site")
    found = site.check().report.problems
    assert found
    for problem in found:
        # The right answer is what an author may copy: it stands without quotation marks.
        facts = {**problem.facts, "right": "…", "choices": "…"}
        said = f"{problem.kind.message(facts, 'en')}. {problem.kind.fix(facts, 'en')}"
        assert chinese_left(said) == []


def test_what_the_system_says_of_a_file_is_in_one_language() -> None:
    full = OSError(28, "No space left on device", "output/index.html")
    assert file_error(full, "zh").startswith("读写不了 output/index.html：磁盘满了\n")
    assert english_left(file_error(full, "zh")) == []
    assert chinese_left(file_error(full, "en")) == []
    unknown = OSError(errno.ENOLCK, "No locks available", "output/a.html")
    assert "系统错误 ENOLCK" in file_error(unknown, "zh")


def test_the_program_says_it_too(tmp_path: Path) -> None:
    wrong = run("biuld", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.splitlines() == [
        "用法：sitegen [选项] 命令 …",
        "错误：没有“biuld”这个命令，最接近的是 build",
        "全部用法：sitegen --help",
    ]
    neither = run("explain", "qqqqqqqq", "--lang", "en", cwd=tmp_path)
    assert neither.returncode == 1 and neither.stderr.startswith("Error: neither the path")
    alone = run(cwd=tmp_path)
    assert alone.returncode == 2 and alone.stderr.startswith("用法：sitegen [选项] 命令 …\n")
    assert run("--version", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], "zh"),
        (["build", "--lang", "en"], "en"),
        (["--lang=en", "build"], "en"),
        (["--lang", "en", "build", "--lang", "zh"], "zh"),
        (["build", "--lang"], "zh"),
        (["--lang", "en", "build", "--lang", "fr"], "en"),
    ],
)
def test_the_language_is_known_before_the_rest_is(arguments: list[str], language: str) -> None:
    assert language_of(arguments) == language
