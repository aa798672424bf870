"""The columns of the flat ledgers that bureaus keep: how they are headed, and which field each fills."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sitegen.model.column_words import STARS

SUBJECT: Final = "subject"
FIRM: Final = "firm"
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    SUBJECT: (
        "名称",
        "产品名称",
        "品名",
        "产品",
        "特产名称",
        "品牌名称",
        "品牌",
        "商标名称",
        "项目名称",
        "地理标志",
        "地理标志名称",
        "地理标志产品",
        "地理标志产品名称",
        "地标名称",
        "地标产品名称",
    ),
    FIRM: (
        "企业",
        "企业名称",
        "生产企业",
        "单位",
        "单位名称",
        "申报单位",
        "申报企业",
        "所属企业",
        "所属单位",
        "经营主体",
        "主体名称",
        "公司",
        "公司名称",
        "生产者",
        "生产单位",
        "获奖单位",
        "持有人",
        "企业全称",
        "申请人",
        "申请单位",
        "申请机构",
        "申报主体",
    ),
    "region": (
        "县区",
        "县市区",
        "区县",
        "地区",
        "所在地",
        "所在县区",
        "所属县区",
        "所属地区",
        "属地",
        "产地",
    ),
    "category": ("类别", "产品类别", "分类", "产品分类"),
    "kind": ("种类", "产品种类", "类型", "品牌类型"),
    "photo": ("照片", "图片", "产品照片", "产品图片", "照片文件"),
    "phone": ("电话", "联系电话", "联系方式", "手机", "手机号", "手机号码", "电话号码"),
    "person": ("联系人", "负责人", "经办人"),
    "code": ("信用代码", "统一社会信用代码", "社会信用代码", "统一信用代码"),
    "address": ("地址", "企业地址", "单位地址", "详细地址", "通讯地址", "通信地址"),
    "document": ("文号", "文件号", "文件文号", "公告号", "认定文号", "公布文号", "发文字号"),
    "batch": ("批次", "认定批次", "公布批次"),
    "announced": (
        "公告日期",
        "公布日期",
        "发文日期",
        "认定日期",
        "认定时间",
        "公布时间",
        "公告时间",
    ),
    "scheme": ("认定体系", "称号", "荣誉称号", "认定名称", "荣誉"),
    "level": ("等次", "等级", "奖项等次"),
    "number": ("证书号", "证书编号", "登记证书编号", "登记编号"),
    "valid_from": ("有效期起", "有效期自", "起始日期"),
    "valid_until": ("有效期至", "有效期止", "截止日期", "到期日期"),
}
"""How a column is headed that has this role in a row. The role "" is none."""
OF_SUBJECT: Final[Mapping[str, Mapping[str, str]]] = {
    "products": {
        SUBJECT: "名称",
        FIRM: "制作者",
        "region": "地区",
        "category": "类别",
        "kind": "种类",
        "photo": "图片.文件",
    },
    "brands": {
        SUBJECT: "名称",
        FIRM: "所有者",
        "region": "地区",
        "category": "类别",
        "kind": "类型",
        "photo": "图片.文件",
    },
    "gi": {
        SUBJECT: "名称",
        FIRM: "申请人",
        "region": "地区",
        "category": "类别",
        "photo": "图片.文件",
    },
}
"""The fields of what has a title."""
OF_OTHERS: Final[Mapping[str, str]] = {SUBJECT: "名称", "region": "地区", "category": "类别"}
"""The fields of what is in no ledger."""
OF_FIRM: Final[Mapping[str, str]] = {
    FIRM: "名称",
    "region": "地区",
    "phone": "内部联系方式.电话",
    "person": "内部联系方式.联系人",
    "code": "统一社会信用代码",
    "address": "地址",
}
OF_TITLE: Final[Mapping[str, str]] = {
    "document": "文号",
    "batch": "批次",
    "announced": "公告日期",
    "scheme": "认定体系",
}
"""The fields of an announcement."""
OF_ROW: Final[Mapping[str, str]] = {
    "level": "等次",
    "number": "证书号",
    "valid_from": "起",
    "valid_until": "止",
}
"""The fields of a row of it."""
KINDS_OF_FIRMS: Final = (
    ("合作社", re.compile(r"合作(?:联)?社\Z")),
    ("协会", re.compile(r"(?:协会|学会|商会|联合会|联盟)\Z")),
    (
        "事业单位",
        re.compile(
            r"(?:服务|发展|推广|振兴|研究|技术|事业|保护|监测|文化)中心\Z|(?:研究|推广|管理)[所院站]\Z"
        ),
    ),
    ("政府机关", re.compile(r"(?:人民政府|局|委员会|街道办事处)\Z")),
    ("博物馆", re.compile(r"博物馆\Z")),
)
"""What a firm is, by the end of its name; an enterprise (企业) by any other."""
_ROLES = {word: role for role, words in WORDS.items() for word in words}
_BRACKETS = re.compile(r"[（(【\[][^（）()【】\[\]]{0,40}[）)】\]]")


def role_of(header: str) -> str:
    """The role of a column, "" where it has none: 联系电话（手机） is a telephone."""
    plain = "".join(_BRACKETS.sub("", header[:80]).split()).strip(STARS)
    return _ROLES.get(plain, "")


def kind_of_firm(name: str) -> str:
    """What a firm of this name is, in the words of the field 性质."""
    return next((kind for kind, end in KINDS_OF_FIRMS if end.search(name[-20:])), "企业")


def usual_fields(collection: str) -> Mapping[str, str]:
    """The field of each role that a table of entries of this collection may have a column for."""
    if collection == "organizations":
        return {SUBJECT: "名称", **OF_FIRM}
    return OF_SUBJECT.get(collection, OF_OTHERS if collection != "recognitions" else OF_TITLE)
