"""The generated pages say what the code says; the README's words are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen import kinds
from tests.support.basic_site import REPOSITORY, tree, write
from tests.support.command_line import run
from tests.support.docs_generator import generator


@pytest.mark.parametrize(
    "name", ["fields.md", "problems.md", "theme.md", "coverage.md", "editors/form.md"]
)
def test_a_generated_page_is_what_make_docs_would_write(name: str) -> None:
    written = (REPOSITORY / "docs" / name).read_text("utf-8")
    assert written == generator().PAGES[name](), "run make docs"


def test_every_kind_of_problem_has_its_own_code() -> None:
    codes = [kind.code for kind in kinds.every()]
    assert len(codes) > 80
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "README.en.md",
        "SECURITY.md",
        "docs/architecture.md",
        "docs/editors/excel.md",
        "docs/tables.md",
        "docs/theme.md",
        "docs/operating/README.md",
        "docs/operating/serving.md",
        "docs/operating/releasing.md",
        "docs/operating/at-night.md",
        "docs/operating/from-nothing.md",
    ],
)
def test_links_between_documents_lead_somewhere(name: str) -> None:
    page = REPOSITORY / name
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert targets
    for target in targets:
        if "：" not in target:
            assert (page.parent / target).exists(), target


def test_pictures_of_pages_for_editors_are_small_and_shown() -> None:
    pages = (REPOSITORY / f"docs/editors/{name}.md" for name in ("excel", "form", "start"))
    page = "".join(page.read_text("utf-8") for page in pages)
    pictures = sorted((REPOSITORY / "docs/editors/pictures").iterdir())
    assert [path.name for path in pictures] == sorted(re.findall(r"\(pictures/(\S+)\)", page))
    assert pictures and all(path.stat().st_size < 60_000 for path in pictures)


def test_every_promise_of_security_names_a_test_that_holds_it() -> None:
    text = (REPOSITORY / "SECURITY.md").read_text("utf-8")
    promises = re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |^\S)", text, re.DOTALL | re.MULTILINE)
    assert [int(number) for number, _ in promises] == list(range(1, len(promises) + 1))
    assert len(promises) >= 12
    for number, words in promises:
        named = re.findall(r"\]\((tests/\S+/test_\w+\.py|tests/test_\w+\.py)\)", words)
        assert named, f"promise {number} names no test"


def test_both_readmes_show_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        text = (REPOSITORY / name).read_text("utf-8")
        found = re.findall(r"^(make \w+|\.venv\S+ -m sitegen \S+|py -m .*)", text, re.MULTILINE)
        return sorted(found)

    assert commands("README.md") == commands("README.en.md")


def test_every_command_of_the_readme_exists() -> None:
    from sitegen.cli import cli

    text = (REPOSITORY / "README.md").read_text("utf-8")
    named = set(re.findall(r"-m sitegen ([\w-]+)", text))
    assert named and named <= set(cli.commands)


def test_the_message_in_the_readme_is_what_is_printed(tmp_path: Path) -> None:
    """Of the demo site, with the entry that stands above it and one slip."""
    text = (REPOSITORY / "README.md").read_text("utf-8")
    (entry,) = re.findall(r"^```markdown\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    (said,) = re.findall(r"^```text\n(content/.*?)^```$", text, re.DOTALL | re.MULTILINE)
    content = {f"content/{name}": data for name, data in tree(REPOSITORY / "content").items()}
    slip = entry.replace("summary:", "sumary:")
    write(tmp_path, {**content, "content/gi/weixian-luobo.md": slip})
    write(tmp_path, {"site.yaml": (REPOSITORY / "site.yaml").read_bytes()})
    done = run("check", cwd=tmp_path)
    assert done.returncode == 1
    stages = re.compile(r"^  .*\n", re.MULTILINE)  # of a slow run
    assert stages.sub("", done.stderr) == said
