"""The kinds of problems in the value of a field, and how a field type raises one."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from sitegen.problems import Kind, Severity

UNKNOWN_FIELD = Kind(
    "schema.unknown-field",
    Severity.ERROR,
    zh="没有“{field}”这一项[[，最接近的是“{nearest}”]]",
    en="there is no field “{field}”[[; the nearest is “{nearest}”]]",
    fix_zh="[[改成“{nearest}”，或]]删掉这一行[[；这里能写的有：{fields}]]",
    fix_en="[[write “{nearest}”, or ]]delete the line[[; the fields here are: {fields}]]",
)
MISSING_FIELD = Kind(
    "schema.missing-field",
    Severity.ERROR,
    zh="缺少必填的“{field}”（{title}）",
    en="the required field “{field}” ({title_en}) is missing",
    fix_zh="补上这一项",
    fix_en="add it",
)
WRONG_SHAPE = Kind(
    "schema.wrong-shape",
    Severity.ERROR,
    zh="这里应当是{wanted}，写成了{given}",
    en="expected {wanted_en}, found {given_en}",
    fix_zh="[[改成 {right}；]]列表每行以“- ”开头，分组每行是“字段: 值”",
    fix_en="[[write {right}; ]]list items start with “- ”, a group has “field: value” lines",
)
LOST_LIST = Kind(
    "schema.lost-list",
    Severity.ERROR,
    zh="“{value}”像是列表，却成了一整段文字",
    en="“{value}” looks like a list, but is one text",
    fix_zh="改成 {right}；或者每项一行，以半角“- ”（短线加一个空格）开头",
    fix_en="write {right}; or each item in a line of its own that begins with “- ” (a hyphen and a space)",
)
TWICE = Kind(
    "schema.twice",
    Severity.ERROR,
    zh="“{value}”写了两次",
    en="“{value}” is there twice",
    fix_zh="留一个：{right}",
    fix_en="keep one of them: {right}",
)
NOT_A_CHOICE = Kind(
    "schema.not-a-choice",
    Severity.ERROR,
    zh="“{value}”不在可选值中[[，最接近的是“{nearest}”]]",
    en="“{value}” is not one of the choices[[; the nearest is “{nearest}”]]",
    fix_zh="可选：{choices}",
    fix_en="choices: {choices}",
)
NOT_A_DATE = Kind(
    "schema.not-a-date",
    Severity.ERROR,
    zh="“{value}”不是有效日期[[：{why}]]",
    en="“{value}” is not a date[[: {why_en}]]",
    fix_zh="[[改成 {right}；]]写成“年-月-日”“年-月”或“年”，年份四位；说不准的写 {{text: 原文, sort: 年份}}",
    fix_en="[[change it to {right}; ]]write year-month-day, year-month or the year, the year with four "
    "digits; an uncertain one as {{text: as the source says, sort: year}}",
)
NOT_A_DAY = Kind(
    "schema.not-a-day",
    Severity.ERROR,
    zh="“{value}”不是完整的日期[[：{why}]]",
    en="“{value}” is not a full date[[: {why_en}]]",
    fix_zh="[[改成 {right}；]]写成“年-月-日”，年份四位；发布时间后面可加空格和“时:分”",
    fix_en="[[change it to {right}; ]]write year-month-day, the year with four digits; a publication "
    "time may have a space and hour:minute behind it",
)
NOT_A_NUMBER = Kind(
    "schema.not-a-number",
    Severity.ERROR,
    zh="“{value}”不是{wanted}",
    en="“{value}” is not {wanted_en}",
    fix_zh="[[改成 {right}；]]只写数字和小数点，单位写在单位一栏",
    fix_en="[[change it to {right}; ]]write digits and a decimal point only; the unit has its own field",
)
NOT_YES_NO = Kind(
    "schema.not-yes-no",
    Severity.ERROR,
    zh="“{value}”看不出是“是”还是“否”",
    en="“{value}” is neither yes nor no",
    fix_zh="写 是 或 否",
    fix_en="write yes or no",
)
NOT_AN_ADDRESS = Kind(
    "schema.not-an-address",
    Severity.ERROR,
    zh="“{value}”不是可用的网址",
    en="“{value}” is not a usable web address",
    fix_zh="以 https:// 开头写全",
    fix_en="write it whole, starting with https://",
)
MISLEADING_ADDRESS = Kind(
    "address.misleading",
    Severity.ERROR,
    zh="网址“{value}”{why}[[，浏览器实际会打开 {host}]]",
    en="the address “{value}” {why_en}[[; a browser would open {host}]]",
    fix_zh="[[改成 {right}；]]网址只写 https://、公开的域名和路径",
    fix_en="[[write {right}; ]]an address has https://, the name of a public host, and a path",
)
OTHER_HOST = Kind(
    "address.other-host",
    Severity.ERROR,
    zh="文字写的是 {shown}，点开却是 {host}",
    en="the text says {shown}, but the link opens {host}",
    fix_zh="把网址改成文字写的那个，或把文字换成 {host} 的名称",
    fix_en="link to what the text says, or put the name of {host} there",
)
NOT_A_TELEPHONE = Kind(
    "schema.not-a-telephone",
    Severity.ERROR,
    zh="“{value}”不是电话号码：里面有“{character}”",
    en="“{value}” is not a telephone number: it has “{character}”",
    fix_zh="[[改成 {right}；]]只写数字、加号、空格、连字符和括号，分机写“转 801”",
    fix_en="[[write {right}; ]]write digits, plus, spaces, hyphens and brackets; an extension as “转 801” or "
    "“ext 801”",
)
NOT_A_COLOUR = Kind(
    "schema.not-a-colour",
    Severity.ERROR,
    zh="“{value}”不是颜色",
    en="“{value}” is not a colour",
    fix_zh="[[改成 {right}；]]写“#”和六位十六进制数，整个加半角双引号",
    fix_en="[[write {right}; ]]write “#” and six hexadecimal digits, all of it in double quotes",
)
NOT_A_SITE_PATH = Kind(
    "schema.not-a-site-path",
    Severity.ERROR,
    zh="“{value}”不能作网站的子路径：{why}",
    en="“{value}” cannot be the sub-path of a site: {why_en}",
    fix_zh="改成 {right}",
    fix_en="write {right}",
)
NOT_AN_ID = Kind(
    "schema.not-an-id",
    Severity.ERROR,
    zh="“{value}”不能用作编号",
    en="“{value}” cannot be an id",
    fix_zh="[[改成 {right}；]]只用小写字母、数字和连字符，60 个字符以内",
    fix_en="[[change it to {right}; ]]use lower-case letters, digits and hyphens, at most 60",
)
NOT_A_REFERENCE = Kind(
    "schema.not-a-reference",
    Severity.ERROR,
    zh="“{value}”不是这里要的条目：冒号前面只能是 {collections}",
    en="“{value}” does not refer to an entry: {collections} may stand before the colon",
    fix_zh="[[改成 {right}；]]写条目的编号或名称",
    fix_en="[[change it to {right}; ]]write the id or the name of the entry",
)
NOT_MONTHS = Kind(
    "schema.not-months",
    Severity.ERROR,
    zh="“{value}”不是月份",
    en="“{value}” is not a month or a span of months",
    fix_zh="[[改成 {right}；]]写 1 到 12 的数字，连续几个月在首尾两个月之间加“-”",
    fix_en="[[change it to {right}; ]]write numbers from 1 to 12, a span with “-” between its first and "
    "last month",
)
TOO_LONG = Kind(
    "schema.too-long",
    Severity.ERROR,
    zh="太长了：{length} 个字，最多 {limit} 个",
    en="too long: {length} characters, at most {limit}",
    fix_zh="缩短；细节写进正文",
    fix_en="shorten it; details belong in the body",
)
NOT_ONE_LINE = Kind(
    "schema.not-one-line",
    Severity.ERROR,
    zh="这一项只能写一行",
    en="this field takes one line only",
    fix_zh="删去换行；长文字写进正文",
    fix_en="remove the line break; long text belongs in the body",
)
OUT_OF_RANGE = Kind(
    "schema.out-of-range",
    Severity.ERROR,
    zh="{value} 不在 {first} 到 {last} 之间",
    en="{value} is not between {first} and {last}",
    fix_zh="改成 {right}",
    fix_en="change it to {right}",
)
TOO_MANY_CHARACTERS = Kind(
    "schema.too-many-characters",
    Severity.ERROR,
    zh="“{value}”有 {length} 个字，最多 {limit} 个",
    en="“{value}” has {length} characters, at most {limit} fit",
    fix_zh="改成最要紧的 {limit} 个字，如 {right}",
    fix_en="write the {limit} that matter most, such as {right}",
)
BAD_FORM = Kind(
    "schema.bad-form",
    Severity.ERROR,
    zh="“{value}”写法不对，应为{wanted}",
    en="“{value}” is malformed: {wanted_en}",
    fix_zh="对照原件核对后改正",
    fix_en="check it against the original",
)

BY_CODE = {
    kind.code: kind
    for kind in (
        UNKNOWN_FIELD,
        MISSING_FIELD,
        WRONG_SHAPE,
        LOST_LIST,
        TWICE,
        NOT_A_CHOICE,
        NOT_A_DATE,
        NOT_A_DAY,
        NOT_A_NUMBER,
        NOT_YES_NO,
        NOT_AN_ADDRESS,
        MISLEADING_ADDRESS,
        OTHER_HOST,
        NOT_A_TELEPHONE,
        NOT_A_COLOUR,
        NOT_A_SITE_PATH,
        NOT_AN_ID,
        NOT_A_REFERENCE,
        NOT_MONTHS,
        TOO_LONG,
        NOT_ONE_LINE,
        OUT_OF_RANGE,
        TOO_MANY_CHARACTERS,
        BAD_FORM,
    )
}


def fault(kind: Kind, **facts: str) -> PydanticCustomError:
    """The error that a field type raises; `model.record_problems` turns it into a Problem at its place."""
    return PydanticCustomError(kind.code, "{code}", {"code": kind.code, **facts})
