"""What one process keeps of a build for the next: used where it still holds, and only there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from sitegen.building import entry_cache
from sitegen.commands.build import build
from sitegen.pipeline import loaded_theme
from sitegen.pipeline.outcome import BuildResult
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.pipeline.site_plan import SitePlan
from sitegen.problems import Report
from sitegen.rendering.templates import theme_folder
from tests.support.basic_site import BASIC, PEAR, clock, tree, write

PEAR_FILE = "content/gi/qingxi-xueli.md"
MISSPELT = PEAR.replace("applicant: qingxi-li-xiehui\n", "applicant: nobody-here\n")


def saved(
    root: Path,
    memory: PreviewMemory | None,
    files: Mapping[str, str],
    postponed: tuple[str, ...] = (),
) -> tuple[BuildResult | None, Report]:
    write(root, dict(files))
    report = Report()
    built = build(
        root, root / "output", report, clock(), workers=1, memory=memory, postponed=postponed
    )
    return built, report


def kept(memory: PreviewMemory) -> SitePlan:
    assert memory.site_plan is not None
    return memory.site_plan


def test_a_new_body_is_put_into_the_plan_that_is_there(tmp_path: Path) -> None:
    memory = PreviewMemory()
    saved(tmp_path, memory, BASIC)
    before = kept(memory)
    built, report = saved(tmp_path, memory, {PEAR_FILE: PEAR + "\n又添一句。\n"})
    assert built is not None, report.text("zh")
    assert sorted(built.remade) == ["gi/qingxi-xueli/index.html", "search/texts/"]
    assert kept(memory).catalogue.uses is before.catalogue.uses  # not assembled again
    assert "又添一句" in (tmp_path / "output/gi/qingxi-xueli/index.html").read_text("utf-8")
    others = {o.path: o for o in before.outputs}
    replaced = [o.path for o in kept(memory).outputs if o is not others[o.path]]
    assert sorted(replaced) == ["gi/qingxi-xueli/index.html", "search/texts/"]


def test_a_new_summary_is_put_into_the_plan_that_is_there(tmp_path: Path) -> None:
    memory = PreviewMemory()
    saved(tmp_path, memory, BASIC)
    before = kept(memory)
    summary = PEAR.replace("皮薄汁多的梨。", "汁多的梨。")
    built, _ = saved(tmp_path, memory, {PEAR_FILE: summary + "\n又添一句。\n"})
    assert built is not None and "gi/index.html" in built.remade
    assert kept(memory).catalogue.uses is before.catalogue.uses
    assert "汁多的梨" in (tmp_path / "output/gi/index.html").read_text("utf-8")
    _, afresh = saved(tmp_path, None, {})
    assert afresh.problems == []


def test_what_shapes_the_catalogue_is_planned_anew(tmp_path: Path) -> None:
    memory = PreviewMemory()
    saved(tmp_path, memory, BASIC)
    before = kept(memory)
    built, _ = saved(tmp_path, memory, {PEAR_FILE: PEAR.replace("青溪雪梨", "青溪梨")})
    assert built is not None and "gi/index.html" in built.remade
    assert kept(memory).catalogue.uses is not before.catalogue.uses


def test_a_checked_field_is_checked_again(tmp_path: Path) -> None:
    memory = PreviewMemory()
    union = "content/organizations/qingxi-li-xiehui.yaml"
    saved(tmp_path, memory, BASIC)
    wrong = BASIC[union] + "credit_code: 91370705MA3C4D5E6X\n"
    _, now = saved(tmp_path, memory, {union: wrong})
    assert "91370705MA3C4D5E6X" in now.text("zh")


def test_a_link_in_a_new_body_is_followed_by_the_page_it_leads_to(tmp_path: Path) -> None:
    memory = PreviewMemory()
    saved(tmp_path, memory, BASIC)
    text = BASIC["content/articles/first.md"] + "\n也看[梨膏](products:li-gao)。\n"
    built, _ = saved(tmp_path, memory, {"content/articles/first.md": text})
    assert built is not None and "products/li-gao/index.html" in built.remade


def test_a_problem_stays_where_it_is_in_a_file_whose_body_changes(tmp_path: Path) -> None:
    memory = PreviewMemory()
    saved(tmp_path, memory, {**BASIC, PEAR_FILE: MISSPELT})
    longer = MISSPELT.replace("---\n\n青溪", "---\n\n\n\n青溪")
    _, now = saved(tmp_path, memory, {PEAR_FILE: longer})
    _, afresh = saved(tmp_path, None, {})
    assert "nobody-here" in now.text("zh") and now.text("zh") == afresh.text("zh")


def test_a_problem_stays_at_its_row_in_a_table_that_changes(tmp_path: Path) -> None:
    memory = PreviewMemory()
    rows = "content/recognitions/rows.csv"
    announced = BASIC["content/recognitions/cnipa-700.yaml"]
    named = announced[: announced.index("rows:")] + "rows: rows.csv\n"
    files = {**BASIC, "content/recognitions/cnipa-700.yaml": named}
    saved(tmp_path, memory, {**files, rows: "row,subject\na,gi:nobody-here\n"})
    _, now = saved(tmp_path, memory, {rows: "row,subject\n\n\na,gi:nobody-here\n"})
    _, afresh = saved(tmp_path, None, {})
    assert "nobody-here" in now.text("zh") and now.text("zh") == afresh.text("zh")


def test_a_problem_of_another_file_is_told_again(tmp_path: Path) -> None:
    memory = PreviewMemory()
    saved(tmp_path, memory, {**BASIC, PEAR_FILE: MISSPELT})
    gao = BASIC["content/products/li-gao.md"] + "\n再熬一遍。\n"
    built, now = saved(tmp_path, memory, {"content/products/li-gao.md": gao})
    assert built is None and "nobody-here" in now.text("zh")


def test_a_file_of_a_site_s_own_that_equals_the_theme_s_may_go(tmp_path: Path) -> None:
    """The theme is as it was, but read from another place."""
    memory = PreviewMemory()
    own = tmp_path / "templates/pages/entry.html"
    own.parent.mkdir(parents=True)
    shutil.copy(theme_folder() / "pages/entry.html", own)
    saved(tmp_path, memory, BASIC)
    shutil.rmtree(tmp_path / "templates")
    gone = {PEAR_FILE: PEAR.replace("皮薄汁多的梨。", "汁多的梨。")}
    built, report = saved(tmp_path, memory, gone)
    assert built is not None, report.text("zh")


def test_what_saves_leave_unwritten_is_written_by_the_next_whole_build(tmp_path: Path) -> None:
    memory = PreviewMemory()
    cache = tmp_path / ".sitegen" / entry_cache.FILE
    saved(tmp_path, memory, BASIC)
    before = cache.read_bytes()
    saved(tmp_path, memory, {PEAR_FILE: PEAR + "\n又添一句。\n"}, ("search/",))
    assert cache.read_bytes() == before and memory.entries.unsaved
    built, _ = saved(tmp_path, memory, {})
    assert built is not None and built.remade == ("search/texts/",)
    assert "又添一句" in cache.read_text("utf-8") and not memory.entries.unsaved
    saved(tmp_path, memory, {})
    assert not memory.entries.unsaved


def test_another_program_s_build_in_between_is_noticed(tmp_path: Path) -> None:
    memory = PreviewMemory()
    saved(tmp_path, memory, BASIC)
    longer = PEAR + "\n又添一句。\n"
    saved(tmp_path, None, {PEAR_FILE: longer})  # `sitegen build` beside the preview
    page = tmp_path / "output/gi/qingxi-xueli/index.html"
    assert "又添一句" in page.read_text("utf-8")
    saved(tmp_path, memory, {PEAR_FILE: PEAR})
    assert "又添一句" not in page.read_text("utf-8")
    release = json.loads((tmp_path / "output/release.json").read_bytes())
    remembered = tree(tmp_path / "output")
    shutil.rmtree(tmp_path / "output")
    saved(tmp_path, None, {})
    assert tree(tmp_path / "output") == remembered
    assert json.loads((tmp_path / "output/release.json").read_bytes()) == release


def test_a_template_that_goes_wrong_while_all_are_compiled_ahead_does_no_harm(
    tmp_path: Path,
) -> None:
    memory = PreviewMemory()
    own = tmp_path / "templates/pages"
    own.mkdir(parents=True)
    for name in ("plain.html", "prose.html"):
        shutil.copy(theme_folder() / "pages" / name, own / name)
    saved(tmp_path, memory, BASIC)
    assert memory.theme is not None
    renderer = loaded_theme.Renderer(memory.theme.theme, {})
    (own / "plain.html").unlink()
    (own / "prose.html").write_text("{% if %}", "utf-8")
    renderer.warm_up()
    cached = renderer.environment.cache
    assert cached is not None
    compiled = {name for _, name in cached}
    assert "pages/entry.html" in compiled and "pages/prose.html" not in compiled
