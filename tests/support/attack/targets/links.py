"""Any text as a page: its links and ids are those of the standard's tokenizer, and none goes unlooked at."""

from __future__ import annotations

from sitegen.checks.link_targets import LinkTargets
from sitegen.checks.page_rule import FinishedPage, FinishedTree
from sitegen.checks.pages import links
from tests.support.attack import seeds
from tests.support.attack.html_tokens import Tag, start_tags
from tests.support.attack.page_audit import address
from tests.support.attack.target import Target, chosen

PATHS = (
    "index.html",
    "gi/index.html",
    "gi/a/index.html",
    "a b/index.html",
    "甲/index.html",
    "x.png",
)
PAGES = ("index.html", "gi/index.html", "gi/a/index.html", "deep/er/page.html")
BASES = ("/", "/zt/")
LINKS = ("href", "src", "action", "formaction", "poster", "xlink:href")


def run(data: bytes) -> None:
    number, data = chosen(data, len(PAGES) * len(BASES))
    path, base_path = PAGES[number % len(PAGES)], BASES[number // len(PAGES)]
    html = data.decode("utf-8", "replace").replace("\0", "")
    page = FinishedPage.of(path, html.encode(), LinkTargets(PATHS))
    expected_links: set[str] = set()
    expected_ids: set[str] = set()
    lists = False
    for tag in start_tags(html):
        expected_links |= _links(tag)
        lists = lists or bool({"srcset", "imagesrcset", "http-equiv"} & tag.attributes.keys())
        identifier = tag.attributes.get("id", "")
        expected_ids |= {identifier} if identifier and "\n" not in identifier else set()
    assert page.ids == expected_ids, page.ids ^ expected_ids
    difference = page.links ^ expected_links if not lists else expected_links - page.links
    assert not difference, difference
    _every_wrong_link_is_looked_at(page, base_path)


def _links(tag: Tag) -> set[str]:
    names = (*LINKS, "data") if tag.name == "object" else LINKS
    return {address(tag.attributes[name]) for name in names if name in tag.attributes}


def _every_wrong_link_is_looked_at(page: FinishedPage, base_path: str) -> None:
    """What the quick look lets pass, the judge lets pass too."""
    ids = "\n".join(page.ids)
    tree = FinishedTree(frozenset([*PATHS, page.path]), lambda path: ids, base_path)
    doubtful = {finding.facts["link"] for finding in links.check(page)}
    for link in page.links:
        finding = links.judge(page.path, {"link": link}, tree)
        assert finding is None or link in doubtful, f"{link!r}: {finding}"
        if finding is not None:
            for language in ("zh", "en"):
                assert finding.kind.message({**finding.facts, "others": ""}, language)


def seeded() -> list[bytes]:
    found = [
        b'<a href="../gi/">',
        b"<p id=a><a href='#a'>",
        b'<img srcset="a.png 1x, b.png 2x" alt="1 > 0">',
    ]
    found += [
        b"<!-- <a href=a> -->",
        b"<title><a href=a></title>",
        b"<meta http-equiv=refresh content='0; url=a'>",
    ]
    found += [*seeds.files(".html")]
    return [bytes([number]) + data for number, data in enumerate(found)]


TARGET = Target(
    run,
    seeded,
    (
        *(
            b"<a href=",
            b"<p id=",
            b'"',
            b"'",
            b">",
            b"/>",
            b"=",
            b" ",
            b"\n",
            b"\t",
            b"\f",
            b"<!--",
            b"-->",
            b"--!>",
        ),
        *(
            b"<script>",
            b"</script>",
            b"<title>",
            b"</title",
            b"<textarea>",
            b"<!doctype html>",
            b"<?",
            b"</",
            b"</a ",
        ),
        *(
            b"&amp;",
            b"&copy",
            b"&notit;",
            b"&#x0;",
            b"&#128;",
            b"&colon;",
            b"../",
            b"//",
            b"#",
            b"%2e%2e",
            b"https:",
        ),
        *(
            b"javascript:",
            b"srcset=",
            b"HREF=",
            b"<svg><a xlink:href=",
            b"<plaintext>",
            "\u3000".encode(),
            b"[::",
        ),
    ),
)
