"""The `collections` of site.yaml: a site's own fields and choices, and what is wrong with them.

Where the lines themselves are of the wrong shape, the problem has the right lines for what was written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from sitegen.loading.document import Document, FieldPath, Tree
from sitegen.loading.nearest import nearest
from sitegen.model import facet_settings, faults, pinyin
from sitegen.model.collections import COLLECTIONS
from sitegen.model.extra_fields import CHOICE, REFERENCE, TYPES
from sitegen.model.fields import REQUIRED, Record, field, written_name
from sitegen.model.options import ExtraField, Options
from sitegen.model.record_problems import problem_of
from sitegen.model.types import Label, Line, Many, choice, is_id
from sitegen.problems import Kind, Problem, Severity

WRONG_LINES = Kind(
    "site.wrong-lines",
    Severity.ERROR,
    zh="{collection} 自己的字段和选项不是这样写的",
    en="the own fields and choices of {collection} are not written like this",
    fix_zh="写成 {lines}",
    fix_en="write {lines}",
)
FIELD_EXISTS = Kind(
    "site.field-exists",
    Severity.ERROR,
    zh="“{field}”是 {collection} 已有的字段，不能另外定义",
    en="“{field}” is a field of {collection} already",
    fix_zh="换一个名字",
    fix_en="choose another name",
)
FIELD_NEEDS = Kind(
    "site.field-needs",
    Severity.ERROR,
    zh="“{field}”的类型是{type}，还要写 {missing}",
    en="“{field}” is a {type_en}, so it needs {missing}",
    fix_zh="加一行 {lines}",
    fix_en="add the line {lines}",
)
FIELD_HAS_NO = Kind(
    "site.field-has-no",
    Severity.ERROR,
    zh="“{field}”的类型是{type}，用不到 {given}",
    en="“{field}” is of the type {type_en}, which has no use for {given}",
    fix_zh="删掉 {given}，或写 type: {wanted}",
    fix_en="remove {given}, or write type: {wanted_en}",
)

SHOWN = {name: own.title for name, own in COLLECTIONS.items() if own.shown}


class ExtraSetting(Record):
    type: Annotated[
        str, *choice("site.extra.type", {name: own.label for name, own in TYPES.items()})
    ] = field("类型", "Type", "文字、数字、日期……", "text, number, date …", default="text")
    label: Line = field("名称", "Label", "页面上的名称", "its name on pages", default=REQUIRED)
    label_en: Line | None = field("英文名", "English label", "英文名称", "its name in English")
    choices: dict[str, Line] = field(
        "可选值",
        "Choices",
        "类型是选择时：编号和显示的字",
        "of a choice: codes and their words",
        default={},
    )
    collection: Many[Annotated[str, *choice("site.extra.collection", SHOWN)]] = field(
        "引用哪一类",
        "Collection",
        "类型是引用时：哪一类的条目",
        "of a reference: into which",
        default=(),
    )


class CollectionSetting(Record):
    fields: dict[str, ExtraSetting] = field(
        "自有字段", "Own fields", "本站自己的字段", "facts of this site", default={}
    )
    choices: dict[str, dict[str, Line]] = field(
        "自有选项", "Own choices", "给选择项添加的值", "choices added to a field", default={}
    )
    facets: Many[Line] = field(
        "按什么缩小列表",
        "Facets",
        "列表可以按哪些项缩小，按这个次序：region、category、kind、scheme、status、year，品牌还有 tier、sector，或本站自己的选择、是否字段",
        "by what its list can be narrowed, in this order: region, category, kind, scheme, status, year, of brands"
        " also tier and sector, or own fields that are a choice or yes-no",
        default=(),
    )
    combined_facets: tuple[Many[Line], ...] = field(
        "合起来的几项",
        "Combined facets",
        "没有脚本时可以同时选的几项，如 [region, category]；每一种合法的组合多一页",
        "those that can be chosen together without scripts, such as [region, category]; a page for each pair of values",
        default=(),
    )


CollectionSettings = dict[str, CollectionSetting]
_SETTINGS: TypeAdapter[CollectionSettings] = TypeAdapter(CollectionSettings)
FIELD_PART = ("products", "fields", "taste", "label")
"""The form of the path of a part of a field's setting."""
SHAPES = (faults.WRONG_SHAPE, faults.MISSING_FIELD, faults.UNKNOWN_FIELD)
LABELLED = frozenset({"type", "label", "label_en", "choices", "collection"})


def problems(document: Document, tree: Tree) -> list[Problem]:
    """What is wrong with the shape and the values of `collections`, as written in site.yaml."""
    try:
        _SETTINGS.validate_python(tree)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return []
    root: FieldPath = ("collections",)
    made = [problem_of(document, root, ExtraSetting, detail, {}) for detail in details]
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    misspelt = set()
    for place, (detail, problem) in enumerate(zip(details, made, strict=True)):
        *field, name = detail["loc"] or ("",)
        if problem.kind is faults.UNKNOWN_FIELD and len(field) == len(FIELD_PART) - 1:
            if (*field, "label") in missing and nearest(str(name), ["label"]):
                made[place] = replace(problem, facts={**problem.facts, "nearest": "label"})
            misspelt.add((*field, made[place].facts["nearest"]))
    to_report: list[Problem] = []
    reported: set[str] = set()
    for detail, problem in zip(details, made, strict=True):
        loc = detail["loc"]
        if problem.kind is faults.MISSING_FIELD and loc in misspelt:
            continue
        if problem.kind not in SHAPES or (*loc[:-1], problem.facts.get("nearest")) in misspelt:
            to_report.append(problem)
            continue
        name = str(loc[0]) if loc else next(iter(_mapping(tree, str)), "")
        if name not in reported:
            reported.add(name)
            facts = {"collection": name, "lines": righted(tree, name)}
            to_report.append(Problem(WRONG_LINES, document.at((*root, *loc)), facts))
    return to_report


def check(settings: CollectionSettings) -> Iterator[tuple[Kind, FieldPath, dict[str, str]]]:
    """What is wrong with settings of the right shape: (kind, path in site.yaml, facts)."""
    for collection, setting in settings.items():
        here: FieldPath = ("collections", collection)
        if collection not in COLLECTIONS:
            facts = {"field": collection, "nearest": nearest(collection, COLLECTIONS) or ""}
            yield faults.UNKNOWN_FIELD, here, facts
            continue
        model = COLLECTIONS[collection].model
        own = {written_name(name, info) for name, info in model.model_fields.items()}
        for name, extra in setting.fields.items():
            path = (*here, "fields", name)
            if name in own:
                yield FIELD_EXISTS, path, {"field": name, "collection": collection}
            yield from _check_field(path, name, extra)
        if COLLECTIONS[collection].listed:
            own_facets = {
                name: extra.choices
                for name, extra in setting.fields.items()
                if extra.type in facet_settings.FACET_TYPES
            }
            yield from facet_settings.check(
                here, collection, setting.facets, setting.combined_facets, own_facets
            )


def _check_field(
    path: FieldPath, name: str, extra: ExtraSetting
) -> Iterator[tuple[Kind, FieldPath, dict[str, str]]]:
    label = TYPES[extra.type].label
    facts = {"field": name, "type": label.zh, "type_en": label.en}
    for key, given, wanted, lines in (
        ("choices", extra.choices, CHOICE, "choices: {…: …}"),
        ("collection", extra.collection, REFERENCE, "collection: …"),
    ):
        if extra.type == wanted and not given:
            yield FIELD_NEEDS, path, {**facts, "missing": key, "lines": lines}
        elif given and extra.type != wanted:
            right = TYPES[wanted].label
            answer = {"given": key, "wanted": right.zh, "wanted_en": right.en}
            yield FIELD_HAS_NO, (*path, key), {**facts, **answer}


def options_of(settings: CollectionSettings) -> Options:
    """What these settings add to the model."""
    return Options(
        choices={
            f"{collection}.{name}": {code: Label(word, code) for code, word in words.items()}
            for collection, setting in settings.items()
            for name, words in setting.choices.items()
        },
        fields={
            collection: {
                name: ExtraField(
                    name,
                    extra.type,
                    Label(extra.label, extra.label_en or name),
                    tuple((code, Label(word, code)) for code, word in extra.choices.items()),
                    extra.collection,
                )
                for name, extra in setting.fields.items()
            }
            for collection, setting in settings.items()
        },
    )


def righted(tree: Tree, collection: str) -> str:
    """The lines for one collection as they should be, made of what was written."""
    setting = _mapping(tree, str).get(collection, {})
    known: dict[str, Any] = {}
    fields: dict[str, Any] = {}
    if isinstance(setting, dict):
        known = {key: value for key, value in setting.items() if key in ("fields", "choices")}
        fields = {key: value for key, value in setting.items() if key not in known}
    elif setting != collection:
        known = {"fields": setting}
    fields |= _mapping(known.get("fields"), _field_name)
    made: dict[str, Any] = {}
    if fields:
        made["fields"] = {name: _field(name, value) for name, value in fields.items()}
    if "choices" in known:
        choices = _mapping(known["choices"], _field_name)
        made["choices"] = {name: _words(value) for name, value in choices.items()}
    return f"collections: {{{_flow(collection)}: {_flow(made)}}}"


def _mapping(value: Any, name_of: Callable[[str], str]) -> dict[str, Any]:
    """A mapping of what may have been written as a list, or as a single text."""
    if isinstance(value, dict):
        return dict(value)
    made: dict[str, Any] = {}
    for member in value if isinstance(value, list) else [value] if value else []:
        if not isinstance(member, dict):
            made[name_of(str(member))] = member
        elif "name" in member:
            made[str(member["name"])] = {k: v for k, v in member.items() if k != "name"}
        else:
            made |= member
    return made


def _field_name(label: str) -> str:
    return label if is_id(label.replace("_", "-")) else pinyin.slug(label) or "field"


def _field(name: str, value: Any) -> dict[str, Any]:
    """The setting of one field: a single text is its label, and one without a label has its name."""
    if not isinstance(value, dict):
        return {"label": str(value or name) if not isinstance(value, list) else name}
    made = {key: part for key, part in value.items() if key in LABELLED}
    made = {"label": name, **made} if not isinstance(made.get("label"), str) else made
    if "choices" in made:
        made["choices"] = _words(made["choices"])
    return made


def _words(value: Any) -> dict[str, str]:
    """Codes and words of choices; a list of words gets codes in pinyin."""
    return {code: str(word) for code, word in _mapping(value, _field_name).items()}


PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff.-]*\Z")


def _flow(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value if PLAIN.match(value) else json.dumps(value, ensure_ascii=False)
