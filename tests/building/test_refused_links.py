"""A refused address is told with the true reason and, where one can be told, the right address."""

from __future__ import annotations

import pytest

from sitegen.building.refused_links import facts


@pytest.mark.parametrize(
    ("target", "why", "right"),
    [
        ("http://a.example/x", "http:// 的网址不能用", "https://a.example/x"),
        ("www.a.example/x?b=1", "少了 https://", "https://www.a.example/x?b=1"),
        ("//a.example/x", "少了 https:", "https://a.example/x"),
        ("../gi/x/", "站内网址从 / 写起", "/gi/x/"),
        ("图 (1).jpg", "图片只能是 content/media 里的文件，前面加 !", "![说明](图 (1).jpg)"),
        ("https://a.example/b.jpg", "不能用 https: 开头的网址", ""),
        ("product:x", "没有“product”这个类别", "products:x"),
        ("javascript:alert(1)", "不能用 javascript: 开头的网址", ""),
        ("某处", "", ""),
    ],
)
def test_the_reason_and_the_right_address(target: str, why: str, right: str) -> None:
    found = facts(target)
    assert (found["why"], found["right"]) == (why, right)
    assert bool(found["why_en"]) == bool(why)
