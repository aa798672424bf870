"""The component gallery: every template with each of its examples, as pages to look at and to test.

    python -m tests.support.gallery FOLDER

A page is `FOLDER/TEMPLATE/EXAMPLE/`; the index lists for every component the pages that show it.
"""

from __future__ import annotations

import html
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from jinja2 import meta
from PIL import Image

from sitegen.rendering import jinja, styles, templates
from tests.support.example_views import EXAMPLES

THEME, _ = templates.find(Path(__file__).parent)
ENVIRONMENT = jinja.environment(THEME, {})
SCRIPTS = ("elder-mode", "search-box")
CASES = [
    (name, variant)
    for name, variants in EXAMPLES.items()
    if name.startswith("pages/")
    for variant in variants
    if variant != "redirect"
]
"""(template, example). A page that leads on cannot be looked at."""


def write(folder: Path) -> list[Path]:
    """Write the gallery; gives its pages, the index left out."""
    assets = folder / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    (assets / "site.css").write_text(styles.join(THEME), "utf-8")
    for name in SCRIPTS:
        (assets / f"{name}.js").write_text(THEME.text(f"js/built/{name}.js"), "utf-8")
    pages = []
    for name, variant in CASES:
        page = folder / address(name, variant)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(jinja.render(ENVIRONMENT, name, EXAMPLES[name][variant]), "utf-8")
        pages.append(page)
    for picture in {name for page in pages for name in _pictures(page)}:
        picture.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (96, 72), "#7a8").save(picture)
    (folder / "index.html").write_text(_index(), "utf-8")
    return pages


def _pictures(page: Path) -> Iterator[Path]:
    """The files of pictures that a page shows, which are made up, too."""
    for names in re.findall(r'(?:src|srcset)="([^"]+)"', page.read_text("utf-8")):
        for name in re.findall(r"[^\s,]+\.(?:jpg|png|webp)", names):
            yield Path(os.path.normpath(page.parent / name))


def address(name: str, variant: str) -> str:
    template = Path(name).stem
    return f"{template}/{variant.replace(' ', '-')}/index.html"


def components(name: str) -> Iterator[str]:
    """The components that a template is made of, directly or by others of them."""
    seen, todo = set(), [name]
    while todo:
        for other in meta.find_referenced_templates(ENVIRONMENT.parse(THEME.text(todo.pop()))):
            if other is not None and other not in seen:
                seen.add(other)
                todo.append(other)
    return iter(
        dict.fromkeys(
            Path(one).parent.name for one in sorted(seen) if one.startswith("components/")
        )
    )


def _index() -> str:
    shown: dict[str, list[tuple[str, str]]] = {}
    for name, variant in CASES:
        for component in components(name):
            shown.setdefault(component, []).append((name, variant))
    lines = [
        f"<h2>{component}</h2>\n<ul>\n{''.join(map(_link, cases))}</ul>"
        for component, cases in sorted(shown.items())
    ]
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n<title>组件图库</title>\n'
        f"</head>\n<body>\n<h1>组件图库</h1>\n{chr(10).join(lines)}\n</body>\n</html>\n"
    )


def _link(case: tuple[str, str]) -> str:
    words = html.escape(" · ".join((Path(case[0]).stem, case[1])))
    return f'<li><a href="{address(*case)}">{words}</a></li>\n'


if __name__ == "__main__":
    sys.stdout.write(f"{len(write(Path(sys.argv[1])))} → {sys.argv[1]}/index.html\n")
