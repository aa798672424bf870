"""The kinds of mistakes in YAML that libyaml reports, worded for people who know Excel, not YAML.

`yaml_messages` and `yaml_causes` decide which one an error is.
"""

from __future__ import annotations

from typing import Final

from sitegen.problems import Kind, Severity


def _error(code: str, zh: str, en: str, *, fix_zh: str, fix_en: str) -> Kind:
    return Kind(code, Severity.ERROR, zh, en, fix_zh, fix_en)


QUOTE_IT_ZH: Final = "如果它是文字的一部分，请给整个内容加上半角双引号"
QUOTE_IT_EN: Final = "If it is part of the text, put the whole value in double quotes"

ALIAS = _error(
    "yaml.alias",
    "开头的“*”在这里表示引用别处的内容，本站不支持引用",
    "A value that begins with “*” is a YAML alias; aliases are not supported",
    fix_zh=f"{QUOTE_IT_ZH}；否则请把内容完整写出来",
    fix_en=f"{QUOTE_IT_EN}; otherwise write the content out",
)
ANCHOR = _error(
    "yaml.anchor",
    "开头的“&”在这里表示给内容起代号，本站不支持",
    "A value that begins with “&” is a YAML anchor; anchors are not supported",
    fix_zh=f"{QUOTE_IT_ZH}；否则请删掉“&”和代号",
    fix_en=f"{QUOTE_IT_EN}; otherwise remove the anchor",
)
TAG = _error(
    "yaml.tag",
    "开头的“!”在这里表示数据类型，本站不支持",
    "A value that begins with “!” is a YAML tag; tags are not supported",
    fix_zh=f"{QUOTE_IT_ZH}；否则请删掉“!”和紧跟的词",
    fix_en=f"{QUOTE_IT_EN}; otherwise remove the tag",
)
DIRECTIVE = _error(
    "yaml.directive",
    "行首的“%”在这里表示 YAML 指令，本站不支持",
    "A line that begins with “%” is a YAML directive; directives are not supported",
    fix_zh="请删掉这一行；如果是说明文字，请在行首改用“# ”",
    fix_en="Remove the line; for a comment begin it with “# ”",
)
NO_COLON = _error(
    "yaml.no-colon",
    "这一行没有半角冒号，分不出哪是字段名、哪是内容",
    "This line has no colon, so the field name cannot be told from its value",
    fix_zh="请写成“字段名: 内容”；如果是接着上一行的文字，请在行首多空两格",
    fix_en="Write it as “name: value”; to continue the line above, indent it by two more spaces",
)
NO_SPACE_AFTER_DASH = _error(
    "yaml.no-space-after-dash",
    "行首的减号和内容之间没有空格，列表成了一段文字",
    "There is no space between the dash and the value, which makes a text of the list",
    fix_zh="请在减号后面加一个空格：“- {right}”；本来就是文字的话，给整个内容加上半角双引号",
    fix_en="Put a space after the dash: “- {right}”; if it is text, put the whole value in double quotes",
)
EXTRA_COLON = _error(
    "yaml.extra-colon",
    "内容里又出现了一个“半角冒号加空格”，会被当成另一个字段",
    "There is another “colon and space” inside the value, which reads as a second field",
    fix_zh="请给整个内容加上半角双引号，或者把这个冒号改成全角冒号",
    fix_en="Put the whole value in double quotes",
)
NO_NAME = _error(
    "yaml.no-name",
    "冒号前面没有字段名",
    "There is no field name before this colon",
    fix_zh="请在冒号前面写上字段名，或者删掉这一行",
    fix_en="Write the name of the field before it, or remove the line",
)
KEY_TOO_LONG = _error(
    "yaml.key-too-long",
    "冒号前面的字段名太长，超过了 1024 个字",
    "The field name before this colon is longer than 1024 characters",
    fix_zh="请检查上面是不是少了换行，或者少写了字段名",
    fix_en="Check whether a line break or a field name is missing before it",
)
INDENTATION = _error(
    "yaml.indentation",
    "这一行的缩进和上面的行对不齐",
    "The indentation of this line does not match the lines above",
    fix_zh="同一级的字段，行首的空格要一样多；下一级多空两格",
    fix_en="Give fields of one level the same number of spaces, the next level two more",
)
LIST_DASH = _error(
    "yaml.list-dash",
    "表示列表项的“- ”不能写在这里",
    "A list item “- ” cannot stand here",
    fix_zh=f"列表要从字段名的下一行开始写，每行一项；{QUOTE_IT_ZH}",
    fix_en=f"Begin the list on the line below its field name, one item a line. {QUOTE_IT_EN}",
)
QUESTION_MARK = _error(
    "yaml.question-mark",
    "开头的“? ”在这里有特殊含义，不能这样写",
    "“? ” has a special meaning here and cannot be used like this",
    fix_zh=QUOTE_IT_ZH,
    fix_en=QUOTE_IT_EN,
)
UNCLOSED_QUOTE = _error(
    "yaml.unclosed-quote",
    "从这里开始的引号没有结束",
    "The quotation that begins here does not end",
    fix_zh="请在内容末尾补上同样的半角引号；全角引号“”不算",
    fix_en="Close it with the same straight quote; curly quotes do not count",
)
AFTER_QUOTE = _error(
    "yaml.text-after-quote",
    "引号或括号已经结束，后面还有文字",
    "There is text after the closing quote or bracket",
    fix_zh="请把文字都放进引号里；引号里面要用引号时，改用中文引号“”",
    fix_en="Put all of the text inside the quotes; inside them use curly quotes",
)
ESCAPE = _error(
    "yaml.escape",
    "双引号里的反斜杠“\\”有特殊含义，这里的写法认不出来",
    "A backslash inside double quotes has a special meaning; this one is not understood",
    fix_zh="请写两个反斜杠“\\\\”，或者把双引号换成单引号",
    fix_en="Write two backslashes, or use single quotes",
)
UNCLOSED_BRACKET = _error(
    "yaml.unclosed-bracket",
    "从这里开始的方括号没有配好：少了“]”，或者两项之间少了半角逗号",
    "The bracket that begins here lacks its “]”, or a comma between two items",
    fix_zh="请补上半角的“]”或“,”；不是列表的话，给整个内容加上半角双引号",
    fix_en="Add “]” or “,”; if it is not a list, put the whole value in double quotes",
)
UNCLOSED_BRACE = _error(
    "yaml.unclosed-brace",
    "从这里开始的花括号没有配好：少了“}}”，或者两项之间少了半角逗号",
    "The brace that begins here lacks its “}}”, or a comma between two items",
    fix_zh="请补上半角的“}}”或“,”；不是字段的话，给整个内容加上半角双引号",
    fix_en="Add “}}” or “,”; if it is not a mapping, put the whole value in double quotes",
)
RESERVED = _error(
    "yaml.reserved-character",
    "内容不能以“{character}”开头",
    "A value cannot begin with “{character}”",
    fix_zh="请给整个内容加上半角双引号",
    fix_en="Put the whole value in double quotes",
)
MISPLACED = _error(
    "yaml.misplaced-character",
    "这里的“{character}”放错了位置",
    "“{character}” is out of place here",
    fix_zh=f"请检查前后是不是少写或多写了什么；{QUOTE_IT_ZH}",
    fix_en=f"Check whether something is missing or left over around it. {QUOTE_IT_EN}",
)
BLOCK_HEADER = _error(
    "yaml.block-header",
    "“|”或“>”的后面只能直接换行",
    "Only a line break may follow “|” or “>” here",
    fix_zh=f"请把文字写到下一行，行首空两格；{QUOTE_IT_ZH}",
    fix_en=f"Write the text on the next line, indented by two spaces. {QUOTE_IT_EN}",
)
TAB = _error(
    "yaml.tab",
    "缩进用了 Tab 键",
    "This line is indented with a tab",
    fix_zh="请把行首的 Tab 换成空格，每一级两个",
    fix_en="Replace the tab by spaces, two for each level",
)
CHARACTER = _error(
    "yaml.character",
    "这里有一个看不见的控制字符，或者编码有损坏",
    "There is an invisible control character here, or the encoding is damaged",
    fix_zh="请删掉这个位置上的字符，重新输入，然后另存为 UTF-8",
    fix_en="Delete it, type these characters again and save as UTF-8",
)
HASH_IN_TEXT = _error(
    "yaml.hash-in-text",
    "从“{text}”起会被当成注释，不会发布",
    "All from “{text}” on is taken for a comment and would not be published",
    fix_zh="如果是文字的一部分，请给整个内容加上半角双引号；如果是注释，请在“#”后面空一格",
    fix_en="If it is part of the text, put the whole value in double quotes; if it is a comment, put a "
    "space after “#”",
)
ONLY_A_COMMENT = _error(
    "yaml.only-a-comment",
    "“{field}”没有内容：“#”后面都是注释，不会发布",
    "“{field}” is empty: what stands behind “#” is a comment and would not be published",
    fix_zh="[[写成 {right}；]]把内容写在冒号和“#”之间；这一项不用的话，删掉整行",
    fix_en="[[Write {right}; ]]write the value between the colon and “#”, or delete the line if the field is not used",
)
CURLY_QUOTES = _error(
    "yaml.curly-quotes",
    "这一对中文引号会成为内容的一部分，照样印在页面上",
    "These curly quotes would be part of the text and be printed on the page",
    fix_zh="请删掉这对引号；内容本来就带引号的话，在外面再加一对半角双引号",
    fix_en="Remove them; if they do belong to the text, put straight double quotes around all of it",
)
BRACKET_IN_TEXT = _error(
    "yaml.bracket-in-text",
    "在一行的列表或分组里，“{text}”中的“{character}”会被当成列表或分组的开头",
    "Inside brackets, the “{character}” of “{text}” begins a list or group of its own",
    fix_zh='请给这一项加上半角双引号："{text}"',
    fix_en='Put it in double quotes: "{text}"',
)
SYNTAX = _error(
    "yaml.syntax",
    "从这里起读不懂了（解析器的原话：{message}）",
    "The text cannot be understood from here on ({message})",
    fix_zh="请对照别的条目，检查这一行和上一行的冒号、引号、括号和缩进",
    fix_en="Check the colons, quotes, brackets and indentation of this line and the one above",
)
