"""sitegen explain: why an output was made again; what a problem means."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import sitegen
from sitegen.building import details, state
from sitegen.building import manifest as manifests
from sitegen.loading.nearest import nearest
from sitegen.outputs.addresses import file_of
from sitegen.problems import SEVERITY_WORDS, Kind, Language

PARTS = {
    "new": ("第一次生成", "made for the first time"),
    "entry": ("条目本身的内容", "the entry's own content"),
    "bodies": ("正文", "the body"),
    "statuses": ("认定记录或其状态", "its recognitions or their status"),
    "linked": ("它链接到的条目的名称或网址", "names or addresses of entries it links to"),
    "related": ("相关条目的卡片", "the cards of related entries"),
    "articles": ("提到它的文章", "articles that mention it"),
    "cards": ("列出的卡片或它们的次序", "the cards listed, or their order"),
    "template": ("模板或它引入的组件", "its template or a component in it"),
    "frame": ("站点设置、菜单、页脚或样式表", "settings, menu, footer or style sheet"),
    "generator": ("sitegen 本身或它用的库", "sitegen itself or a library"),
    "as_of": ("数据截至日期", "the as-of date"),
    "counts": ("统计数字", "counts"),
    "facets": ("分类计数", "facet counts"),
    "file": ("文件本身", "the file itself"),
    "categories": ("类别的名称", "the names of categories"),
    "classes": ("条目的种类、类别或状态", "the kinds, categories or statuses of entries"),
    "count": ("条目数", "the number of entries"),
    "entries": ("列出的条目", "the entries listed"),
    "examples": ("搜索的例子", "the examples of searches"),
    "figures": ("对账的数字", "the figures held against the ledger"),
    "homes": ("条目的所属地", "the home regions of entries"),
    "letters": ("拼音首字母", "the letters of the alphabet in use"),
    "lines": ("列出的各行", "the lines listed"),
    "mentioned": ("它提到的条目的卡片", "the cards of entries it mentions"),
    "named": ("文中提到的单位的名称", "the names of organizations it names"),
    "names": ("条目的名称、读音或编号", "the names, readings or numbers of entries"),
    "nodes": ("地区和类别的名称", "the names of regions and categories"),
    "numbers": ("公告号和证书号", "the numbers of announcements and certificates"),
    "pages": ("页数或列出的网页", "the number of pages, or the pages listed"),
    "places": ("地区的名称或统计", "the names or counts of regions"),
    "recent": ("最近的认定", "the latest recognitions"),
    "regions": ("地区的名称", "the names of regions"),
    "repeated": ("不止一次公布的名称", "names announced more than once"),
    "rows": ("列出的认定记录", "the recognitions listed"),
    "schemes": ("认定体系的名称或统计", "the names or counts of schemes"),
    "sitemaps": ("网站地图文件数", "the number of sitemaps"),
    "style": ("链接的写法", "how links are written"),
    "texts": ("条目的文字", "the texts of entries"),
    "totals": ("对账的总数", "the totals of the ledger"),
    "tree": ("上下级地区或类别", "the regions or categories above and below"),
    "words": ("种类的名称", "the words for kinds"),
}


WITHOUT_KINDS = {"sitegen.__main__", "sitegen.serving.server", "sitegen.serving.watcher"}
"""Not looked into for kinds of problem: one runs the program, two load a web server."""


def kinds() -> Iterator[Kind]:
    """Every kind of problem there is, by code: found in the modules that define them."""
    found: dict[str, Kind] = {}
    for module in pkgutil.walk_packages(sitegen.__path__, "sitegen."):
        if module.name in WITHOUT_KINDS:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Kind):
                found[value.code] = value
            elif isinstance(value, tuple | list):
                found.update({item.code: item for item in value if isinstance(item, Kind)})
    yield from (found[code] for code in sorted(found))


def explain(root: Path, output: Path, subject: str, language: Language) -> str | None:
    """A text on a problem code, an output path or an address; None where it is neither."""
    known = {kind.code: kind for kind in kinds()}
    if subject in known:
        return describe(known[subject], language)
    folder = state.folder_of(root, output)
    manifest = manifests.read(folder)
    path = subject.removeprefix(f"{output.name}/").lstrip("/")
    names = (path, file_of(path), file_of(f"{path}/"))
    name = next((name for name in names if name in manifest), None)
    if name is None:
        close = nearest(subject, [*known, *manifest])
        if close is None:
            return None
        return (
            f"没有“{subject}”，最接近的是“{close}”。\n"
            if language == "zh"
            else f"no “{subject}”; the nearest is “{close}”.\n"
        )
    number = 0 if language == "zh" else 1
    found = details.read(folder, manifest[name].bundle or name)
    if found is None or found.key != manifest[name].key:
        found = details.Detail("", (), ())
    reasons = [f"  {part}: {PARTS.get(part, (part, part))[number]}" for part in found.changed]
    parts = [f"  {part} {digest}" for part, digest in found.parts]
    head = ("上次重做它，是因为变了：", "It was last made because of a change in:")[number]
    none = (
        "  （内容没有变；文件缺失或被改动过，所以重做）",
        "  (nothing; the file was missing or altered)",
    )[number]
    tail = ("它由这些部分决定：", "It is decided by:")[number]
    return "\n".join([head, *(reasons or [none]), tail, *parts]) + "\n"


def describe(kind: Kind, language: Language) -> str:
    word = SEVERITY_WORDS[language][kind.severity]
    message = kind.zh if language == "zh" else kind.en
    fix = kind.fix_zh if language == "zh" else kind.fix_en
    return f"{kind.code}（{word}）\n  {_plain(message)}\n  {_plain(fix)}\n"


def _plain(wording: str) -> str:
    return wording.replace("[[", "").replace("]]", "").replace("{{", "{").replace("}}", "}")
