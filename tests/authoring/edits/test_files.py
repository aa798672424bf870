"""Whatever file an entry is in: all that is not changed keeps its bytes, or the file is left as it is."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from sitegen.authoring.edits.changes import Change
from sitegen.authoring.edits.edited import NotEdited, edited, with_entry
from sitegen.authoring.edits.new_entries import new_text
from sitegen.building import parsing
from sitegen.loading import documents
from sitegen.loading.document import Tree
from sitegen.model.options import Options
from tests.support.edited_text import after
from tests.support.site_test import SiteTest


def changed(data: bytes, changes: dict[str, Tree], file: str = "content/gi/a.md") -> bytes:
    document, _ = documents.parse(data, file)
    assert document is not None
    wanted = [Change((name,), value) for name, value in changes.items()]
    return edited(data, document, (), wanted, "gi", Options())


def refusal(
    text: str, changes: dict[object, Tree], file: str = "content/gi/a.yaml"
) -> tuple[str, int]:
    """Why the text is not edited, and the line that is named."""
    with pytest.raises(NotEdited) as error:
        after(text, changes, file=file)  # type: ignore[arg-type]
    return error.value.reason, error.value.at.line or 0


BODY = "---\r\n正文\r\n\r\n---\r\nsummary: 甲\n\u200b\r"


def test_line_ends_of_windows_and_the_mark_of_its_editor_stay() -> None:
    text = f"\ufeff\r\n---\r\nname: 甲\r\nimages:\r\n  - file: a # 封面\r\n{BODY}"
    new = changed(text.encode(), {"name": "乙\n丙", "summary": "好", "images": [{"file": "b"}]})
    assert new.decode() == (
        "\ufeff\r\n---\r\nname: |-\r\n  乙\r\n  丙\r\nsummary: 好\r\nimages:\r\n  - file: b # 封面\r\n"
        + BODY
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_new_line_ends_as_the_one_above_it(end: str) -> None:
    text = f"---{end}name: 甲{end}note: 乙\r\n---\n正文"
    new = changed(text.encode(), {"summary": "好", "other": "注"})
    wanted = f"---{end}name: 甲{end}summary: 好{end}note: 乙\r\nother: 注\r\n---\n正文"
    assert new.decode() == wanted


def test_a_file_of_an_old_editor_keeps_its_encoding() -> None:
    data = "---\r\nname: 潍县萝卜 # 登记名\r\n---\r\n正文".encode("gbk")
    assert changed(data, {"summary": "又脆又甜𠮷"}) == (
        "---\r\nname: 潍县萝卜 # 登记名\r\nsummary: 又脆又甜𠮷\r\n---\r\n正文".encode("gb18030")
    )


def test_no_change_gives_back_the_very_bytes() -> None:
    data = b"\xef\xbb\xbf---\r\nname:   '\xe7\x94\xb2'\r\naka: [ a,b ]\n---\n"
    assert changed(data, {"name": "甲", "aka": ["a", "b"], "summary": "", "images": []}) == data


TREE = """# 地区

weifang:
  name: 潍坊市
  aka: [鸢都]
  kind: city

# 青州
qingxi:
  name: 清溪县
  kind: county # 待核对
"""


def test_an_entry_of_a_tree_file_changes_alone() -> None:
    new = after(
        TREE,
        {"aka": ["清"], "kind": "zone"},
        collection="regions",
        file="content/regions.yaml",
        root=("qingxi",),
    )
    assert new == TREE.replace("清溪县\n  kind: county", "清溪县\n  aka: [清]\n  kind: zone")


def test_a_new_entry_of_a_tree_file_comes_behind_all_others() -> None:
    document, _ = documents.parse(TREE.encode(), "content/regions.yaml")
    assert document is not None
    tree: dict[str, Tree] = {
        "kind": "town",
        "former_names": [{"until": "1990", "name": "旧"}],
        "name": "新镇",
    }
    new = with_entry(TREE.encode(), document, "xin", tree, "regions", Options())
    entry = "xin:\n  name: 新镇\n  former_names:\n    - name: 旧\n      until: 1990\n  kind: town\n"
    assert new.decode() == f"{TREE}\n{entry}"
    assert new_text("regions", tree, Options(), identifier="xin") == entry
    with pytest.raises(ValueError, match="qingxi"):
        with_entry(TREE.encode(), document, "qingxi", tree, "regions", Options())


def test_a_new_entry_has_its_fields_in_the_order_of_the_model() -> None:
    tree: dict[str, Tree] = {
        "history": "一\n二",
        "withdrawn": {"reason": "撤: 一", "on": "2024-06-01"},
        "images": [{"alt": "", "file": "a.jpg"}, {"caption": "图", "file": "b.jpg"}],
        "aka": ["乙"],
        "summary": "",
        "name": "甲",
    }
    text = new_text("gi", tree, Options())
    assert text == (
        "---\nname: 甲\naka: [乙]\nimages:\n  - file: a.jpg\n  - file: b.jpg\n    caption: 图\n"
        'withdrawn:\n  on: 2024-06-01\n  reason: "撤: 一"\nhistory: |-\n  一\n  二\n---\n\n'
    )
    assert new_text("recognitions", {"document": "一号", "scheme": "a"}, Options()) == (
        "scheme: a\ndocument: 一号\n"
    )


def test_a_file_with_mistakes_is_left_as_it_is() -> None:
    assert refusal("name: 甲\nnote: &a 乙\nother: *a\n", {"name": "丙"}) == ("faulty", 2)
    assert refusal("name: 甲\nsummary：乙\nnote: 丙\n", {"name": "丁"}) == ("faulty", 2)
    assert refusal("name: 甲\nnote: 乙\nnote: 丙\n", {"name": "丁"}) == ("faulty", 3)


def test_a_way_of_writing_that_is_not_known_is_named_with_its_line() -> None:
    odd = "name: 甲\n? note\n: 乙\naka: [a: b]\nimages: [\n  a, b # 二\n  , c]\n"
    assert refusal(odd, {"note": "丙"}) == ("form", 2)
    assert refusal(odd, {("aka", 0, "a"): ""}) == ("form", 4)
    assert refusal(odd, {"images": ["a", "b"]}) == ("form", 6)
    assert after(odd, {("aka", 0, "a"): "c", "name": "乙"}) == odd.replace("a: b", "a: c").replace(
        "甲", "乙"
    )


def test_a_file_that_would_grow_too_large_is_left_as_it_is() -> None:
    entry = "# 一\nname: 甲\naka: 乙\nimages: [" + ", ".join(["a"] * 49_990) + "]\nnote: 丙\n"
    text = "---\n" + entry + "---\n"
    changes: dict[tuple[str | int, ...], Tree] = {("images", 49_990 + n): "b" for n in range(9)}
    changes["aka",] = "一\n二"
    document, _ = documents.parse(text.encode(), "content/gi/a.md")
    assert document is not None
    with pytest.raises(NotEdited) as error:
        edited(
            text.encode(),
            document,
            (),
            [Change(*change) for change in changes.items()],
            "gi",
            Options(),
        )
    assert error.value.reason == "result"
    assert error.value.problem is not None
    assert error.value.problem.kind.code == "yaml.too-many-values"
    assert error.value.at.line == 5


def test_a_character_that_no_text_may_have_is_named_with_its_field() -> None:
    entry = "name: 甲\nimages:\n  - file: a\n    alt: 图\n"
    assert refusal(entry, {("images", 0, "alt"): "图\u202e片"}) == ("characters", 4)
    assert refusal(entry, {"name": "\ud800"})[0] == "characters"
    assert refusal(entry, {"images": [{"file": "a\x07"}]})[0] == "characters"


def test_a_path_into_a_text_leads_nowhere() -> None:
    entry = "name: 甲\narea_text: 乙\nimages:\n  - file: a\n"
    assert refusal(entry, {("area_text", "source"): "丙"}) == ("missing", 2)
    assert refusal(entry, {("images", "file"): "丙"}) == ("missing", 4)


def test_two_changes_of_one_field_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="two changes"):
        after("name: 甲\n", {"images": [{"file": "a"}], ("images", 0, "alt"): "b"})
    with pytest.raises(ValueError, match="two changes"):
        after("name: 甲\n", {("images", 0, "alt"): "b", "images": [{"file": "a"}]})


def test_bytes_that_are_not_those_of_the_document_are_left_as_they_are() -> None:
    document, _ = documents.parse(b"name: a\n", "content/gi/a.yaml")
    assert document is not None
    with pytest.raises(NotEdited) as error:
        edited(b"name: b\n", document, (), [Change(("name",), "c")], "gi", Options())
    assert error.value.reason == "changed"
    with pytest.raises(NotEdited) as error:
        edited(b"name: a\n", replace(document, tree={}), ("b",), [], "regions", Options())
    assert error.value.reason == "missing"


def test_rows_that_stand_in_a_table_are_left_as_they_are(tmp_path: object) -> None:
    site = SiteTest(tmp_path)  # type: ignore[arg-type]
    yaml = b"scheme: a\ndocument: b\n# c\n"
    site.write("content/recognitions/a.yaml", yaml.decode())
    site.write("content/recognitions/a.csv", "row,subject\nr1,gi:a\n")
    document, _ = parsing.load(site.root, "content/recognitions/a.yaml")
    assert document is not None and document.tree["rows"]

    def new(path: tuple[str | int, ...]) -> bytes:
        assert document is not None
        return edited(yaml, document, (), [Change(path, "新")], "recognitions", Options())

    assert new(("document",)).decode() == "scheme: a\ndocument: 新\n# c\n"
    with pytest.raises(NotEdited) as error:
        new(("rows", 0, "subject"))
    assert (error.value.reason, error.value.at.file) == ("table", "content/recognitions/a.csv")


@pytest.mark.parametrize(
    "form",
    [
        "  - {{row: r{0}, subject: a, number: 号}} # {0}\n",
        "  # {0}\n  - row: r{0}\n    subject: a\n    number: 号\n",
    ],
)
def test_two_thousand_changes_of_one_file_take_less_than_two_seconds(form: str) -> None:
    count = 4000
    text = "scheme: a\ndocument: b\nrows:\n" + "".join(map(form.format, range(count)))
    changes: dict[object, Tree] = {("rows", n, "number"): f"第{n}号" for n in range(0, count, 2)}
    start = process_time()
    new = after(text, changes, collection="recognitions")  # type: ignore[arg-type]
    assert process_time() - start < 2
    assert new == "scheme: a\ndocument: b\nrows:\n" + "".join(
        form.format(n).replace("号", f"第{n}号" if n % 2 == 0 else "号") for n in range(count)
    )
