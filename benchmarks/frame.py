"""Menu and footer of every page, put as plain text into everybody's templates."""

from __future__ import annotations

from benchmarks.synthetic.entries import REGIONS, TITLES
from benchmarks.synthetic.words import CATEGORIES

NOTICE = "本站条目都是编造的，只用来比较几个生成程序的快慢；与任何真实的地方、产品和单位无关。"


def filled(template: str, root: str) -> str:
    """A template with @MENU@ and @FOOTER@ replaced; `root` is what leads to the home page."""
    return template.replace("@MENU@", menu(root)).replace("@FOOTER@", footer(root))


def menu(root: str) -> str:
    links = "".join(
        f'<li class="menu__item"><a class="menu__link" href="{root}{name}/">{title}</a></li>\n'
        for name, title in TITLES.items()
    )
    return (
        f'<header class="masthead"><a class="brand" href="{root}">试验名录</a>\n'
        f'<nav class="menu" aria-label="主菜单"><ul>\n{links}</ul></nav></header>'
    )


def footer(root: str) -> str:
    """Links to the 41 terms, and a few words."""
    regions = [(f"regions/{region.id}/", region.name) for region in REGIONS]
    categories = [(f"categories/{name}/", title) for name, (title, _) in CATEGORIES.items()]
    groups = "".join(
        f"<h2>{title}</h2>\n<ul>\n"
        + "".join(
            f'<li class="footer__item"><a class="footer__link" href="{root}{url}">{text}</a></li>\n'
            for url, text in links
        )
        + "</ul>\n"
        for title, links in (("按地区", regions), ("按类别", categories))
    )
    return f'<footer class="footer">\n{groups}<p>{NOTICE}</p>\n</footer>'
