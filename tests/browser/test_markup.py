"""Every page of the site is HTML by the book."""

from __future__ import annotations

from pathlib import Path

from tests.support.browser.markup import faults
from tests.support.browser.places import Place


def test_html_validate_finds_no_fault_on_any_page(html_validate: list[str], served: Place) -> None:
    assert len(list(served.folder.rglob("*.html"))) > 200
    assert faults(html_validate, served.folder) == []


def test_html_validate_would_find_a_heading_in_a_paragraph(
    html_validate: list[str], served: Place, tmp_path: Path
) -> None:
    page = served.file("about/").read_text("utf-8")
    wrong = tmp_path / "wrong.html"
    wrong.write_text(page.replace("</h1>", "</h1><p><h2>x</h2></p>", 1), "utf-8")
    rules = {rule for *_, rule, _ in faults(html_validate, wrong)}
    assert "no-implicit-close" in rules or "element-permitted-content" in rules
