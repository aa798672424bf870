"""The texts of posters fit, whatever their length, and no character of them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.outputs.parts import poster_text as texts
from sitegen.outputs.parts.poster_text import PosterLine, poster_text
from sitegen.outputs.parts.views.handouts import Paper, PaperTitle
from sitegen.outputs.wording import Wording
from sitegen.rendering.images import fonts
from sitegen.rendering.images.fonts import Fonts
from sitegen.rendering.qr_code import qr_code

FONTS = fonts.find(Path())
pytestmark = pytest.mark.skipif(FONTS is None, reason="no Noto CJK on this machine")

NAMES = (
    "枣",
    "潍县萝卜",
    "安丘两河大蒜",
    "寿光羊角黄辣椒",
    "杨家埠木版年画",
    "鄂温克族自治旗牛奶",
    "苏尼特右旗苏尼特羊肉",
    "阿拉善白绒山羊（阿拉善型）绒",
    "安丘市石埠子镇农业农村综合服务中心",
    "Prosciutto di Parma（帕尔玛火腿）",
    "潍" * 60,
    "W" * 60,
)
SUMMARIES = (
    "",
    "皮薄汁多的梨。",
    "绿皮绿肉的青萝卜，生吃脆甜、汁多、不大辣，" * 4,
    "味" * 80,
    "W" * 80,
)
DOCUMENTS = (
    "公告2006年第126号",
    "农业农村部、国家知识产权局、国家市场监督管理总局联合公告2024年第1234号（第三批第二次补充）",
    "号" * 200,
)


def of(name: str, summary: str = "", document: str = DOCUMENTS[0], titles: int = 1) -> Paper:
    title = PaperTitle("地理标志产品", "有效", "current", document, "2025-12-16")
    address = (
        "weiyoushangpin.example/organizations/anqiu-shibuzi-nongye-nongcun-zonghe-fuwu-zhongxin/"
    )
    return Paper(
        "地理标志",
        "潍城",
        name,
        summary,
        "#1d5a4b",
        None,
        ("潍",),
        (title,) * titles,
        qr_code("https://a.example/"),
        address,
        "潍有尚品",
        ("潍",),
    )


def set_in_lines(paper: Paper) -> tuple[texts.PosterText, Fonts]:
    assert FONTS is not None
    return poster_text(Wording("zh-Hans", {}), paper, FONTS), FONTS


def widest(lines: tuple[PosterLine, ...], font: fonts.Font) -> float:
    return max((fonts.width(font, line.text, line.size) for line in lines), default=0)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("summary", SUMMARIES)
def test_name_and_sentence_fit_and_are_whole(name: str, summary: str) -> None:
    text, used = set_in_lines(of(name, summary))
    assert "".join(line.text for line in text.name) == name
    assert "".join(line.text for line in text.summary) == summary
    # A mark that closes hangs over the end of its line.
    assert widest(text.name, used.heading) <= texts.WIDTH + text.name[0].size
    assert widest(text.summary, used.text) <= texts.WIDTH + texts.SUMMARY_SIZES[0]
    height = sum(line.size * texts.NAME_LEADING for line in text.name)
    height += sum(line.size * texts.LEADING for line in text.summary)
    assert height <= texts.ROOM, height


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("titles", [1, 2, 3])
def test_what_stands_beside_the_code_does_not_run_into_it(document: str, titles: int) -> None:
    text, used = set_in_lines(of("潍县萝卜", "", document, titles))
    assert len(text.titles) == min(titles, texts.MOST_TITLES)
    assert (text.more and text.more.text) == ("另有1项，见网页" if titles > 2 else None)
    for title in text.titles:
        assert title.name.text == "地理标志产品 · 有效"
        assert widest((title.name,), used.heading) <= texts.COLUMN
        assert widest(title.details, used.text) <= texts.COLUMN
        assert "核对至2025-12-16" in title.details[-1].text
    assert widest((text.address,), used.text) <= texts.COLUMN


def test_real_names_are_large() -> None:
    """So are the longest of them, in two lines of about the same length."""
    assert set_in_lines(of("潍县萝卜"))[0].name == (PosterLine("潍县萝卜", 120),)
    longest = set_in_lines(of("安丘市石埠子镇农业农村综合服务中心"))[0].name
    assert [len(line.text) for line in longest] == [9, 8]
    assert longest[0].size == 92


def test_no_line_begins_with_a_mark_that_closes() -> None:
    for length in range(10, 40):
        text, _ = set_in_lines(of("梨", "青" * length + "，" + "甜" * 12 + "。"))
        assert all(line.text[0] not in texts.NOT_FIRST for line in text.summary)


def test_a_sentence_breaks_at_a_pause() -> None:
    text, _ = set_in_lines(
        of("风筝", "竹子扎骨架、纸绢糊面、手工上色的风筝，有一串百节的蜈蚣，也有会动的。")
    )
    assert [line.text for line in text.summary] == [
        "竹子扎骨架、纸绢糊面、手工上色的风筝，",
        "有一串百节的蜈蚣，也有会动的。",
    ]


def test_what_a_paper_leaves_out_is_counted_too() -> None:
    text, _ = set_in_lines(of("梨", titles=3)._replace(more=4))
    assert text.more is not None and text.more.text == "另有5项，见网页"
