"""What may be wrong between the rows of a table and the photos that come with it."""

from __future__ import annotations

from sitegen.problems import Kind, Severity

FITS_NOBODY = Kind(
    "photo.fits-nobody",
    Severity.WARNING,
    zh="照片对不上表里的任何条目[[，最接近的是“{nearest}”]]，没有用",
    en="this photo fits no entry of the table[[; the nearest is “{nearest}”]]; it is not used",
    fix_zh="[[是它的，改名为“{right}”；]]或把文件名写进那一行的“图片”一列",
    fix_en="[[if it is of that, rename it to “{right}”; ]]or write its name in the column “图片” of the row",
)
FITS_SEVERAL = Kind(
    "photo.fits-several",
    Severity.ERROR,
    zh="照片“{photo}”不知道是哪一个的：{entries}",
    en="it is not plain whose photo “{photo}” is: {entries}",
    fix_zh="是这一行的，在“图片”一列写 {right}；不是的，写在那一行",
    fix_en="if it belongs to this row, write {right} in its column “图片”; else in that of the other row",
)
NOT_TAKEN = Kind(
    "photo.not-taken",
    Severity.NOTE,
    zh="“{name}”已经有图片，或这一行写了别的；照片“{photo}”没有用",
    en="“{name}” has a picture already, or its row names another; the photo “{photo}” is not used",
    fix_zh="要用它，把文件名写进这一行的“图片”一列",
    fix_en="to use it, write its name in the column “图片” of this row",
)
MISSING = Kind(
    "photo.missing",
    Severity.ERROR,
    zh="照片里没有“{file}”，content/media 里也没有[[，最接近的是“{nearest}”]]",
    en="“{file}” is neither among the photos nor in content/media[[; the nearest is “{nearest}”]]",
    fix_zh="[[改成“{nearest}”；或]]放进照片里再导入",
    fix_en="[[write “{nearest}”, or ]]put it to the photos and import again",
)
NOT_GIVEN = Kind(
    "photo.not-given",
    Severity.ERROR,
    zh="content/media 里没有“{file}”[[，最接近的是“{nearest}”]]",
    en="there is no “{file}” in content/media[[; the nearest is “{nearest}”]]",
    fix_zh="[[改成“{nearest}”；]]照片另外放着的，加上 --photos 和它们的文件夹或 zip",
    fix_en="[[write “{nearest}”; ]]if the photos are elsewhere, add --photos with their folder or zip file",
)
SEVERAL_FILES = Kind(
    "photo.several-files",
    Severity.ERROR,
    zh="“{file}”有几张：{photos}",
    en="there are several called “{file}”: {photos}",
    fix_zh="写全要的那一张，如 {right}",
    fix_en="write all of the name of the one that is meant, such as {right}",
)
REFUSED = Kind(
    "photo.refused",
    Severity.ERROR,
    zh="这一行的照片“{photo}”不能用",
    en="the photo “{photo}” of this row cannot be used",
    fix_zh="照片自己的那一条说了为什么；换好再导入，这一行才写",
    fix_en="what is said of the photo tells why; with a better one, this row is written",
)
SAME = Kind(
    "photo.same-as",
    Severity.NOTE,
    zh="和“{other}”是同一张，只用一次",
    en="this is the same photo as “{other}” and is used once",
    fix_zh="不用改",
    fix_en="nothing to do",
)
