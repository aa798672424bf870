"""sitegen explain: a problem code, an output path or address, or neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.building import state
from sitegen.commands.explain import PARTS
from tests.support import demo_site
from tests.support.basic_site import BASIC, basic
from tests.support.command_line import run
from tests.support.site_test import SiteTest

GI = "content/gi/qingxi-xueli.md"
PAGE = "gi/qingxi-xueli/index.html"


def test_a_code_is_explained_in_either_language() -> None:
    zh = run("explain", "link.broken")
    assert zh.returncode == 0 and zh.stdout.startswith("link.broken（错误）\n")
    assert "没有对应的网页" in zh.stdout and "[[" not in zh.stdout
    assert "leads to no page" in run("explain", "link.broken", "--lang", "en").stdout


def test_a_rule_is_explained_with_its_reason_and_whether_it_can_be_set() -> None:
    en = run("explain", "contact.mobile-without-consent", "--lang", "en").stdout
    assert "site.yaml may set it: rules: {contact.mobile-without-consent: off" in en
    assert "Personal Information Protection Law" in en and "  Fails: `contact_public" in en
    zh = run("explain", "contact.mobile-without-consent").stdout
    assert "rules: {contact.mobile-without-consent: 关闭" in zh and "Law" not in zh
    fixed = run("explain", "image.missing", "--lang", "en").stdout
    assert "may set it" not in fixed and "content/media" in fixed


@pytest.mark.parametrize(
    "subject", [PAGE, f"output/{PAGE}", "gi/qingxi-xueli/", "/gi/qingxi-xueli"]
)
def test_a_page_is_explained_by_path_or_address(tmp_path: Path, subject: str) -> None:
    site = SiteTest(tmp_path)
    site.build().passes()
    assert "第一次生成" in run("explain", subject, cwd=site.root).stdout
    text = BASIC[GI]
    assert isinstance(text, str)
    site.write(GI, text.replace("皮薄", "皮很薄"))
    site.build().passes()
    explained = run("explain", subject, cwd=site.root)
    assert explained.returncode == 0
    reasons = explained.stdout.split("它由这些部分决定")[0]
    assert "entry: 条目本身的内容" in reasons and "第一次生成" not in reasons
    assert "statuses" not in reasons and "statuses" in explained.stdout


def test_a_part_that_no_page_has_any_more_is_explained_by_its_name(tmp_path: Path) -> None:
    """Of an output that was last made when another version of sitegen was there before."""
    site = SiteTest(tmp_path)
    site.build().passes()
    for file in (site.root / ".sitegen").glob("*/details/*.json"):
        rows = state.read_json(file)
        state.write_json(
            file, {path: [key, parts, ["gone"]] for path, (key, parts, _) in rows.items()}
        )
    explained = run("explain", PAGE, cwd=site.root)
    assert explained.returncode == 0 and "  gone: gone\n" in explained.stdout


def test_a_slip_is_answered_with_the_nearest(tmp_path: Path) -> None:
    root = basic(tmp_path)
    assert "最接近的是“link.broken”" in run("explain", "link.brokn", cwd=root).stdout


def test_what_is_neither_is_said_to_be_neither(tmp_path: Path) -> None:
    result = run("explain", "qqqqqqqq", cwd=basic(tmp_path))
    assert result.returncode == 1 and "既不是网页路径也不是问题代码：qqqqqqqq" in result.stderr


def test_every_part_of_every_output_of_the_demo_site_is_named_in_words() -> None:
    parts = {name for output in demo_site.plan().outputs for name, _ in output.parts}
    assert len(parts) > 20 and parts <= set(PARTS)
