"""A page that is kept is still checked when what it links to goes."""

from __future__ import annotations

from pathlib import Path

from tests import sites


def test_a_kept_page_with_a_link_to_a_heading_that_goes_is_reported(tmp_path: Path) -> None:
    root = sites.basic(tmp_path)
    linking = "---\nname: 指路\n---\n\n见[说明](/about/#b-shuo)。\n"
    about = "---\nname: 关于本站\n---\n\n## 说 {#shuo}\n\n说明。\n"
    sites.write(root, {"content/pages/way.md": linking, "content/pages/about.md": about})
    assert sites.build(root).codes == []

    sites.write(root, {"content/pages/about.md": about.replace(" {#shuo}", "")})
    outcome = sites.build(root)

    assert outcome.codes == ["link.no-such-fragment"]
    assert outcome.report.problems[0].at.file == "content/pages/way.md"


def test_a_kept_page_with_a_link_to_a_page_that_goes_is_reported(tmp_path: Path) -> None:
    root = sites.basic(tmp_path)
    sites.write(root, {"content/pages/way.md": "---\nname: 指路\n---\n\n见[说明](/about/)。\n"})
    assert sites.build(root).codes == []

    (root / "content/pages/about.md").unlink()

    assert "link.broken" in sites.build(root).codes
