"""`sitegen new`: an id proposed, what is required asked, an entry that passes the check."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.authoring.field_descriptions import asked_fields
from sitegen.authoring.interview import Question
from sitegen.commands.new import new
from sitegen.model.collections import COLLECTIONS
from sitegen.model.pinyin import slug
from sitegen.problems import Language, Problem, Report
from tests.support import basic_site
from tests.support.site_test import SiteTest

NEEDED: dict[str, dict[str, str]] = {
    "gi": {},
    "brands": {"kind": "企业品牌"},
    "products": {"kind": "农产品"},
    "heritage": {"class": "传统技艺"},
    "people": {"kind": "工匠", "basis": "官方公布"},
    "policies": {"kind": "意见", "issuers": "云州市人民政府", "status": "现行"},
    "figures": {"kind": "新闻发布会", "released": "2025-12-16"},
    "events": {"kind": "展会"},
    "services": {"kind": "检验检测"},
    "clusters": {"kind": "专利池"},
    "organizations": {"kind": "协会"},
    "schemes": {
        "kind": "名录", "authority": "某局", "level": "市级", "status": "现行",
        "display": "标牌", "wording": "收录",
    },
    "articles": {"kind": "动态"},
    "pages": {},
    "recognitions": {"scheme": "gi-protection", "row": "b", "subject": "gi:qingxi-xueli"},
}  # fmt: skip
NAMES = {"recognitions": "国家知识产权局公告第701号"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return basic_site.basic(tmp_path)


class Author:
    """Answers questions from a script, and takes the proposal where it has no answer."""

    def __init__(self, **answers: str | list[str]) -> None:
        self.answers = {f: [a] if isinstance(a, str) else list(a) for f, a in answers.items()}
        self.questions: list[Question] = []
        self.shown: list[str] = []

    def __call__(self, question: Question) -> str:
        self.questions.append(question)
        left = self.answers.get(question.field)
        return left.pop(0) if left else question.proposal

    def see(self, problem: Problem) -> None:
        self.shown.append(problem.kind.code)

    @property
    def fields(self) -> list[str]:
        return [question.field for question in self.questions]


def run(
    root: Path, collection: str, author: Author, given: Mapping[str, str], language: Language = "zh"
) -> tuple[str | None, list[str]]:
    report = Report()
    file = new(root, collection, given, report, ask=author, show=author.see, language=language)
    return file, [problem.kind.code for problem in report.sorted()]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("collection", NEEDED)
def test_an_entry_of_every_collection_passes_the_check(
    root: Path, collection: str, language: Language
) -> None:
    author = Author(**NEEDED[collection])
    given = {"name": NAMES.get(collection, "青溪板栗")}
    file, problems = run(root, collection, author, given, language)
    assert problems == [] and author.shown == []
    stem = "cnipa-701" if collection in NAMES else "qingxi-banli"
    suffix = "md" if COLLECTIONS[collection].shown else "yaml"
    assert file == f"content/{collection}/{stem}.{suffix}"
    site = SiteTest.at(root).check()
    if COLLECTIONS[collection].announced:
        site.warns_of(f"{file}:3:7 entry.unannounced")
    else:
        site.passes()


def test_every_collection_with_files_of_its_own_is_covered() -> None:
    assert set(NEEDED) == {name for name, known in COLLECTIONS.items() if not known.tree}


def test_what_is_required_is_asked_and_where_readers_look_for_it() -> None:
    assert asked_fields(COLLECTIONS["products"].model) == ["name", "region", "categories", "kind"]
    assert asked_fields(COLLECTIONS["recognitions"].model) == ["scheme", "document", "rows"]
    assert "area_regions" not in asked_fields(COLLECTIONS["gi"].model)


def test_choices_are_offered_and_taken_by_number_name_or_id(root: Path) -> None:
    author = Author(kind="2", region="青溪、baishan", categories="梨")
    file, _ = run(root, "products", author, {"name": "青溪梨雕"})
    text = (root / str(file)).read_text("utf-8")
    assert "\nkind: 手造\n" in text and "\nregion: [qingxi, baishan]\n" in text
    assert "\ncategories: pears\n" in text
    by_field = {question.field: question for question in author.questions}
    assert author.fields == ["region", "categories", "kind", "id"]
    assert ("qingxi", "青溪县") in by_field["region"].choices
    assert [called for _, called in by_field["kind"].choices][:2] == ["地标", "手造"]
    assert by_field["kind"].required and not by_field["region"].required


def test_the_sites_own_choices_are_offered_too(root: Path) -> None:
    basic_site.write(root, {"site.yaml": f"{basic_site.SITE}collections: {{products: {{choices: "
                                    "{kind: {tea: 茶礼}}, fields: {grade: {label: 等级}}}}\n"})  # fmt: skip
    file, _ = run(root, "products", Author(kind="茶礼"), {"name": "青溪茶"})
    text = (root / str(file)).read_text("utf-8")
    assert "\nkind: 茶礼\n" in text and "# 等级\n# grade:\n" in text
    SiteTest.at(root).check().passes()


def test_a_wrong_answer_is_said_and_asked_again(root: Path) -> None:
    author = Author(kind=["药", "农产品"], region=["qingxii", "qingxi"], id=["Con", "con", "li"])
    file, problems = run(root, "products", author, {"name": "梨"})
    assert (file, problems) == ("content/products/li.md", [])
    assert author.shown == [
        "reference.missing", "schema.not-a-choice", "schema.not-an-id", "schema.not-an-id",
    ]  # fmt: skip


def test_a_taken_id_gets_the_county_and_then_a_number(root: Path) -> None:
    given = {"name": "青溪雪离", "region": "qingxi"}
    assert run(root, "gi", Author(), given) == ("content/gi/qingxi-xueli-qingxi.md", [])
    for number, name in ((2, "青溪雪丽"), (3, "青溪雪莉")):
        file = f"content/gi/qingxi-xueli-{number}.md"
        assert run(root, "gi", Author(), {**given, "name": name}) == (file, [])
    assert run(root, "gi", Author(), {"name": "青溪雪黎"}) == ("content/gi/qingxi-xueli-4.md", [])


@pytest.mark.parametrize(
    ("language", "about"),
    [
        ("zh", "就是文件名和网址，发布后不改；“长”也读 chang：qingxi-changshanzao"),
        ("en", "file name and address; “长” is also read chang: qingxi-changshanzao"),
    ],
)
def test_another_reading_of_a_name_is_told_beside_the_id(
    root: Path, language: Language, about: str
) -> None:
    author = Author(kind="农产品")
    file, _ = run(root, "products", author, {"name": "青溪长山枣"}, language)
    assert file == "content/products/qingxi-zhangshanzao.md"
    assert author.questions[-1].about == about


@pytest.mark.parametrize(
    ("collection", "name"),
    [("products", "青溪板栗"), ("products", "重庆小面"), ("recognitions", "长发〔2024〕1号")],
)
def test_an_id_that_nobody_doubts_has_no_note(root: Path, collection: str, name: str) -> None:
    author = Author(**NEEDED[collection])
    run(root, collection, author, {"document" if collection == "recognitions" else "name": name})
    assert author.questions[-1].about == "就是文件名和网址，发布后不改"


def test_the_note_counts_what_is_taken_and_leaves_out_the_legal_form(root: Path) -> None:
    basic_site.write(
        root, {"content/organizations/changshan.md": "---\nname: 常山\nkind: 企业\n---\n"}
    )
    author = Author(kind="企业")
    run(root, "organizations", author, {"name": "长山有限公司", "region": "qingxi"})
    assert author.questions[-1].about.split("；")[1:] == [
        "“长”也读 chang：changshan-qingxi",
    ]


def test_an_entry_of_a_name_that_exists_needs_an_id_of_its_own(root: Path) -> None:
    before = basic_site.tree(root)
    given = {"name": "青溪 雪梨", "region": "qingxi"}
    author = Author()
    assert run(root, "gi", author, given) == (None, ["new.same-name"])
    assert "content/gi/qingxi-xueli.md" in author.questions[-1].about
    assert basic_site.tree(root) == before
    chosen = run(root, "gi", Author(), {**given, "id": "another-pear"})
    assert chosen == ("content/gi/another-pear.md", [])
    table = "编号,名称,种类\nold,板栗,农产品\n"
    basic_site.write(root, {"content/products/特产.csv": table})
    assert run(root, "products", Author(), {"name": "板栗"}) == (None, ["new.same-name"])


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("云州蔡林记商贸有限公司", "cailinji-shangmao"),
        ("云州市蔡林记商贸股份有限公司", "cailinji-shangmao"),
        ("蔡林记（云州）商贸有限责任公司", "cailinji-shangmao"),
        ("黄鹤楼酒业有限公司", "huanghelou-jiuye"),
        ("云州马应龙药业集团", "mayinglong-yaoye"),
        ("云州有限公司", "yunzhou"),
        ("白山县雪梨协会", "baishanxian-xueli-xiehui"),
        ("青溪红林专业合作社", "qingxi-honglin-zhuanyehezuoshe"),
    ],
)
def test_the_id_of_a_firm_is_what_tells_it_from_others(root: Path, name: str, wanted: str) -> None:
    given = {"name": name, "kind": "企业"}
    expected = f"content/organizations/{wanted}.md"
    assert run(root, "organizations", Author(), given) == (expected, [])


def test_nothing_is_overwritten(root: Path) -> None:
    before = basic_site.tree(root)
    given = {"name": "青溪雪梨", "id": "qingxi-xueli"}
    assert run(root, "gi", Author(), given) == (None, ["new.exists"])
    basic_site.write(root, {"content/gi/baishan-li.yaml": "name: 白山梨\n"})
    assert run(root, "gi", Author(), {"name": "x", "id": "baishan-li"}) == (None, ["new.exists"])
    assert basic_site.tree(root) == before | {
        "content/gi/baishan-li.yaml": "name: 白山梨\n".encode()
    }


def test_nothing_is_written_behind_a_link(root: Path) -> None:
    elsewhere = basic_site.write(root / "elsewhere", {"mine.txt": ""})
    (root / "content/heritage").symlink_to(elsewhere)
    with pytest.raises(NotADirectoryError, match="content/heritage"):
        run(root, "heritage", Author(), {"name": "熬糖", "class": "传统技艺"})
    assert list(basic_site.tree(elsewhere)) == ["mine.txt"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "药"}, "schema.not-a-choice"),
        ({"region": "nowhere"}, "reference.missing"),
        ({"gi": "qingxi-xuelii"}, "reference.missing"),
        ({"knid": "农产品"}, "schema.unknown-field"),
        ({"id": "../x"}, "schema.not-an-id"),
        ({"name": "长" * 61}, "schema.too-long"),
        ({"name": ""}, "new.no-name"),
    ],
)
def test_what_is_given_wrong_is_refused(root: Path, given: dict[str, str], code: str) -> None:
    before = basic_site.tree(root)
    assert run(root, "products", Author(), {"name": "梨", **given}) == (None, [code])
    assert basic_site.tree(root) == before


@pytest.mark.parametrize(
    ("collection", "code"), [("product", "new.no-collection"), ("regions", "new.one-file")]
)
def test_a_collection_must_have_files_of_its_own(root: Path, collection: str, code: str) -> None:
    assert run(root, collection, Author(), {"name": "x"}) == (None, [code])


def test_a_folder_without_a_site_gets_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "gi", Author(), {"name": "x"}) == (None, ["site.missing"])
    assert list(tmp_path.iterdir()) == []


def test_what_is_left_blank_is_for_the_author_to_fill_in(root: Path) -> None:
    file, _ = run(root, "products", Author(), {"name": "梨糖"})
    report = SiteTest.at(root).check().report
    assert [(p.kind.code, p.at.file) for p in report.problems] == [("schema.missing-field", file)]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("青溪雪梨", "qingxi-xueli"),
        ("潍县萝卜", "weixian-luobo"),
        ("龙头蜈蚣风筝", "longtou-wugong-fengzheng"),
        ("三山峪大山楂", "sanshan-yuda-shanzha"),
        ("梨", "li"),
        ("老字号A5礼盒", "laozihao-a5-lihe"),
        ("绿茶", "lvcha"),
        ("！？", ""),
    ],
)
def test_an_id_is_proposed_by_words(name: str, wanted: str) -> None:
    assert slug(name, ["青溪", "潍县"]) == wanted


def test_a_long_name_gets_a_short_id() -> None:
    assert len(slug("青溪" * 40)) <= 40
