"""Which cities' sites a province collects: the settings of each, by the prefix that its ids get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from sitegen.loading.document import FieldPath
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.pinyin import slug
from sitegen.model.references import Reference, reference
from sitegen.model.types import Line, YesNo, is_id
from sitegen.problems import Kind, Severity

LONGEST_PREFIX = 20
BAD_PREFIX = Kind(
    "collect.bad-prefix",
    Severity.ERROR,
    zh="“{prefix}”不能做编号的前缀",
    en="“{prefix}” cannot be a prefix of ids",
    fix_zh="[[改成 {right}；]]只用小写字母、数字和连字符，最多 20 个",
    fix_en="[[write {right}; ]]lower-case letters, digits and hyphens, at most 20",
)
PREFIX_IN_PREFIX = Kind(
    "collect.prefix-in-prefix",
    Severity.ERROR,
    zh="前缀“{prefix}”以“{other}-”开头，两个市的编号会分不清",
    en="the prefix “{prefix}” begins with “{other}-”, so that ids of the two cities could be the same",
    fix_zh="给其中一个换一个前缀",
    fix_en="give one of them another prefix",
)


class CollectedCity(Record):
    """A city's site whose public entries become entries of this one."""

    from_: Line = field(
        "来自",
        "From",
        "这个市的站点文件夹（里面有 site.yaml 和 content），可以写相对本站的路径",
        "the folder of the city's site, which has site.yaml and content; may be relative to this site",
        default=REQUIRED,
        alias="from",
    )
    region: Annotated[Reference, reference("regions")] | None = field(
        "地区",
        "Region",
        "这个市是本站的哪个地区：它的 home_region 就是这个地区，没有写地区的条目也归在这里",
        "the region of this site that the city is: its home_region is this one, and entries without a region "
        "belong to it",
    )
    articles: YesNo = field(
        "文章",
        "Articles",
        "文章是不是也汇集；默认否",
        "whether articles are collected, too; no if not set",
        default=False,
    )


def faults(
    cities: Mapping[str, CollectedCity],
) -> Iterator[tuple[Kind, FieldPath, dict[str, str]]]:
    """(kind, path, facts) of prefixes that cannot be used."""
    for prefix in cities:
        if not is_id(prefix) or len(prefix) > LONGEST_PREFIX:
            right = slug(prefix)[:LONGEST_PREFIX].rstrip("-")
            facts = {"prefix": prefix, "right": right if is_id(right) else ""}
            yield BAD_PREFIX, ("collect", prefix), facts
            continue
        for other in cities:
            if prefix.startswith(f"{other}-"):
                facts = {"prefix": prefix, "other": other}
                yield PREFIX_IN_PREFIX, ("collect", prefix), facts
