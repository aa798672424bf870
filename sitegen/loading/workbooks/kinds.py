"""The kinds of problems of workbooks: of the file, of its sheets, of single cells."""

from __future__ import annotations

from sitegen.problems import Kind, Severity

OTHER_FORMAT = Kind(
    "workbook.other-format",
    Severity.ERROR,
    zh="文件名是“{extension}”，里面其实是{actual}",
    en="the file is named “{extension}”, but it is {actual_en}",
    fix_zh="用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”",
    fix_en="open it in Excel or WPS and save it as an Excel workbook (.xlsx)",
)
DAMAGED = Kind(
    "workbook.damaged",
    Severity.ERROR,
    zh="表格文件损坏了，读不出来",
    en="the workbook is damaged and cannot be read",
    fix_zh="用 Excel 或 WPS 打开，按提示修复后另存；打不开就找回原来的文件",
    fix_en="open it in Excel or WPS, have it repaired and save it; if that fails, take the original file",
)
PASSWORD = Kind(
    "workbook.password",
    Severity.ERROR,
    zh="表格加了密码，读不了",
    en="the workbook is protected by a password and cannot be read",
    fix_zh="在 Excel 里打开，“文件 → 信息 → 保护工作簿 → 用密码进行加密”，清空密码后保存；"
    "WPS 在“文件 → 文档加密”里",
    fix_en="open it, remove the password (File → Info → Protect Workbook → Encrypt with Password) and save",
)
TOO_LARGE = Kind(
    "workbook.too-large",
    Severity.ERROR,
    zh="表格里的内容太多，超过了 {limit}",
    en="the workbook holds too much, more than {limit_en}",
    fix_zh="按 Ctrl+End 看表格到哪里：下面和右边空的行、列整行整列删掉再保存；还不行就拆成几个文件",
    fix_en="press Ctrl+End to see where the sheet ends, delete the blank rows and columns before that, and "
    "save; or split it into several files",
)
PICTURES = Kind(
    "workbook.pictures",
    Severity.WARNING,
    zh="表格里贴了 {count} 张图片，不会发布",
    en="{count} pictures stand in this workbook; they are not published",
    fix_zh="图片存成文件放进 content/media，在“图片”一列写文件名，再从表格里删掉",
    fix_en="save them as files in content/media, write their names in a column “图片”, and delete them here",
)
PICTURE_IN_CELL = Kind(
    "workbook.picture-in-cell",
    Severity.WARNING,
    zh="这一格里是图片，不会发布，当作空着",
    en="a picture stands in this cell; it is not published, and the cell counts as blank",
    fix_zh="右击图片另存为文件，放进 content/media，这一格改写文件名；不发布的，删掉图片",
    fix_en="save the picture as a file in content/media and write its name in the cell; or delete the picture",
)
HIDDEN_SHEET = Kind(
    "workbook.hidden-sheet",
    Severity.NOTE,
    zh="这张工作表是隐藏的，里面的内容不发布",
    en="this sheet is hidden; nothing in it is published",
    fix_zh="要发布就右击工作表标签，取消隐藏",
    fix_en="to publish it, unhide it",
)
NO_HEADER = Kind(
    "workbook.no-header",
    Severity.ERROR,
    zh="这张工作表里没有表头",
    en="this sheet has no header",
    fix_zh="在表格的第一行写各列的名称；只是说明的，隐藏这张工作表",
    fix_en="name the columns in the first row of the table; hide a sheet of explanations",
)
BLANK_HEADER = Kind(
    "workbook.blank-header",
    Severity.ERROR,
    zh="{letter} 列有内容，表头（第 {row} 行）里却没有名称",
    en="column {letter} has content, but no name in the header (row {row})",
    fix_zh="在 {letter}{row} 写上列名；这一列不用的话，整列删掉",
    fix_en="name it in {letter}{row}, or delete the column",
)
DUPLICATE_HEADER = Kind(
    "workbook.duplicate-header",
    Severity.ERROR,
    zh="表头里“{name}”出现了两次（{first} 和 {second}）",
    en="“{name}” stands twice in the header ({first} and {second})",
    fix_zh="请改名或删掉其中一列",
    fix_en="rename or delete one of the two columns",
)
HIDDEN_ROWS = Kind(
    "workbook.hidden-rows",
    Severity.NOTE,
    zh="有 {count} 行是隐藏的（或被筛选掉了），也照样发布；这是第一行",
    en="{count} rows are hidden or filtered out and are published all the same; this is the first",
    fix_zh="不发布的，取消隐藏后删掉",
    fix_en="unhide and delete what is not to be published",
)
HIDDEN_COLUMNS = Kind(
    "workbook.hidden-columns",
    Severity.NOTE,
    zh="隐藏的列也照样读：{names}",
    en="hidden columns are read all the same: {names}",
    fix_zh="不发布的，取消隐藏后删掉",
    fix_en="unhide and delete what is not to be published",
)
PROSE = Kind(
    "workbook.prose",
    Severity.NOTE,
    zh="这张工作表只有文字，没有表格，里面的内容不发布",
    en="this sheet has text only and no table; nothing in it is published",
    fix_zh="要发布的内容，放进有表头的工作表",
    fix_en="what is to be published belongs in a sheet with a header",
)
ERROR_CELL = Kind(
    "workbook.error-cell",
    Severity.ERROR,
    zh="这一格是公式的错误值 {value}",
    en="this cell is an error, {value}",
    fix_zh="改正公式，或把值直接写进去",
    fix_en="correct the formula, or write the value itself",
)
NO_RESULT = Kind(
    "workbook.no-result",
    Severity.ERROR,
    zh="这一格是公式，文件里没有存它的结果",
    en="this cell is a formula whose result is not in the file",
    fix_zh="用 Excel 或 WPS 打开，保存一次就有了",
    fix_en="open it in Excel or WPS and save it: that stores the result",
)
LOST_DIGITS = Kind(
    "workbook.lost-digits",
    Severity.ERROR,
    zh="这一格的号码被 Excel 当成了数字（{value}），后面的数字已经丢了",
    en="Excel took the code in this cell for a number ({value}); its last digits are lost",
    fix_zh="先选中整列，设置单元格格式为“文本”，再照原件重新输入这一格；只改格式，数字回不来",
    fix_en="format the whole column as text first, then type the code again from the original; the format "
    "alone brings no digit back",
)
NO_DAY = Kind(
    "workbook.no-day",
    Severity.ERROR,
    zh="这一格的格式是日期，里面的数字却不是哪一天，显示为 #####",
    en="this cell is formatted as a date, but its number is no day; it shows as #####",
    fix_zh="把这一格的格式改成“文本”，再重新输入",
    fix_en="format the cell as text and type it again",
)
NO_YEAR = Kind(
    "workbook.no-year",
    Severity.ERROR,
    zh="这一格被 Excel 当成了日期（显示为{shown}，存的是 {day}）",
    en="Excel took this cell for a date (shown as {shown}, stored as {day})",
    fix_zh="先把整列设为“文本”，再重新输入；真是日期的，写全年月日，如 {day}",
    fix_en="format the column as text first and type it again; if it is a day, show its year, as {day}",
)
