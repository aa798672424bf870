"""What one process keeps of a build for the next: used where it still holds, and only there."""

from __future__ import annotations

import shutil
from pathlib import Path

from sitegen.building import entry_cache
from sitegen.pipeline import loaded_theme
from sitegen.pipeline.site_plan import SitePlan
from sitegen.rendering.templates import theme_folder
from tests.support.basic_site import BASIC, PEAR
from tests.support.site_test import Files, SiteTest

PAGE = "gi/qingxi-xueli/index.html"
PEAR_FILE = "content/gi/qingxi-xueli.md"
MISSPELT = PEAR.replace("applicant: qingxi-li-xiehui\n", "applicant: nobody-here\n")


def kept(site: SiteTest) -> SitePlan:
    assert site.memory.site_plan is not None
    return site.memory.site_plan


def begun(root: Path, changes: Files = {}) -> SiteTest:  # noqa: B006
    """A preview that has built its site once, or tried to."""
    return SiteTest(root, changes).preview().build()


def test_a_new_body_is_put_into_the_plan_that_is_there(tmp_path: Path) -> None:
    site = begun(tmp_path)
    before = kept(site)
    site.write(PEAR_FILE, PEAR + "\n又添一句。\n").build()
    assert site.remade == {PAGE, "search/texts/"}
    assert kept(site).catalogue.uses is before.catalogue.uses  # not assembled again
    assert "又添一句" in site.text(PAGE)
    others = {o.path: o for o in before.outputs}
    replaced = [o.path for o in kept(site).outputs if o is not others[o.path]]
    assert sorted(replaced) == [PAGE, "search/texts/"]


def test_a_new_summary_is_put_into_the_plan_that_is_there(tmp_path: Path) -> None:
    site = begun(tmp_path)
    before = kept(site)
    summary = PEAR.replace("皮薄汁多的梨。", "汁多的梨。")
    site.write(PEAR_FILE, summary + "\n又添一句。\n").build()
    assert "gi/index.html" in site.remade
    assert kept(site).catalogue.uses is before.catalogue.uses
    assert "汁多的梨" in site.text("gi/index.html")
    SiteTest.at(tmp_path).build().passes()


def test_what_shapes_the_catalogue_is_planned_anew(tmp_path: Path) -> None:
    site = begun(tmp_path)
    before = kept(site)
    site.write(PEAR_FILE, PEAR.replace("青溪雪梨", "青溪梨")).build()
    assert "gi/index.html" in site.remade
    assert kept(site).catalogue.uses is not before.catalogue.uses


def test_a_checked_field_is_checked_again(tmp_path: Path) -> None:
    union = "content/organizations/qingxi-li-xiehui.yaml"
    site = begun(tmp_path)
    wrong = BASIC[union] + "credit_code: 91370705MA3C4D5E6X\n"
    site.write(union, wrong).build()
    assert "91370705MA3C4D5E6X" in site.report.text("zh")


def test_a_link_in_a_new_body_is_followed_by_the_page_it_leads_to(tmp_path: Path) -> None:
    site = begun(tmp_path)
    text = BASIC["content/articles/first.md"] + "\n也看[梨膏](products:li-gao)。\n"
    site.write("content/articles/first.md", text).build()
    assert "products/li-gao/index.html" in site.remade


def test_a_problem_stays_where_it_is_in_a_file_whose_body_changes(tmp_path: Path) -> None:
    site = begun(tmp_path, {PEAR_FILE: MISSPELT})
    longer = MISSPELT.replace("---\n\n青溪", "---\n\n\n\n青溪")
    site.write(PEAR_FILE, longer).build()
    afresh = SiteTest.at(tmp_path).build()
    assert "nobody-here" in site.report.text("zh") and site.report.text("zh") == afresh.report.text(
        "zh"
    )


def test_a_problem_stays_at_its_row_in_a_table_that_changes(tmp_path: Path) -> None:
    rows = "content/recognitions/rows.csv"
    announced = BASIC["content/recognitions/cnipa-700.yaml"]
    named = announced[: announced.index("rows:")] + "rows: rows.csv\n"
    files = {"content/recognitions/cnipa-700.yaml": named}
    site = begun(tmp_path, {**files, rows: "row,subject\na,gi:nobody-here\n"})
    site.write(rows, "row,subject\n\n\na,gi:nobody-here\n").build()
    afresh = SiteTest.at(tmp_path).build()
    assert "nobody-here" in site.report.text("zh") and site.report.text("zh") == afresh.report.text(
        "zh"
    )


def test_a_problem_of_another_file_is_told_again(tmp_path: Path) -> None:
    site = begun(tmp_path, {PEAR_FILE: MISSPELT})
    gao = BASIC["content/products/li-gao.md"] + "\n再熬一遍。\n"
    site.write("content/products/li-gao.md", gao).build()
    assert site.built is None and "nobody-here" in site.report.text("zh")


def test_a_file_of_a_site_s_own_that_equals_the_theme_s_may_go(tmp_path: Path) -> None:
    """The theme is as it was, but read from another place."""
    entry = (theme_folder() / "pages/entry.html").read_text("utf-8")
    site = begun(tmp_path, {"templates/pages/entry.html": entry})
    shutil.rmtree(site.root / "templates")
    site.change(PEAR_FILE, "皮薄汁多的梨。", "汁多的梨。").build().passes()


def test_what_saves_leave_unwritten_is_written_by_the_next_whole_build(tmp_path: Path) -> None:
    site = begun(tmp_path)
    cache = site.root / ".sitegen" / entry_cache.FILE
    before = cache.read_bytes()
    site.write(PEAR_FILE, PEAR + "\n又添一句。\n").build(postponed=("search/",))
    assert cache.read_bytes() == before and site.memory.entries.unsaved
    assert site.build().remade == {"search/texts/"}
    assert "又添一句" in cache.read_text("utf-8") and not site.memory.entries.unsaved
    site.build()
    assert not site.memory.entries.unsaved


def test_another_program_s_build_in_between_is_noticed(tmp_path: Path) -> None:
    site = begun(tmp_path)
    longer = PEAR + "\n又添一句。\n"
    SiteTest.at(site.root).write(PEAR_FILE, longer).build()  # `sitegen build` beside the preview
    assert "又添一句" in site.text(PAGE)
    site.write(PEAR_FILE, PEAR).build()
    assert "又添一句" not in site.text(PAGE)
    remembered = site.output
    shutil.rmtree(site.target)
    SiteTest.at(site.root).build()
    assert site.output == remembered and "release.json" in remembered


def test_a_template_that_goes_wrong_while_all_are_compiled_ahead_does_no_harm(
    tmp_path: Path,
) -> None:
    names = ("pages/plain.html", "pages/prose.html")
    own = {f"templates/{name}": (theme_folder() / name).read_text("utf-8") for name in names}
    site = begun(tmp_path, own)
    assert site.memory.theme is not None
    renderer = loaded_theme.Renderer(site.memory.theme.theme, {})
    site.remove("templates/pages/plain.html").write("templates/pages/prose.html", "{% if %}")
    renderer.warm_up()
    cached = renderer.environment.cache
    assert cached is not None
    compiled = {name for _, name in cached}
    assert "pages/entry.html" in compiled and "pages/prose.html" not in compiled
