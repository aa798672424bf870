"""The page on which an entry gets another id, and what comes of it."""

from __future__ import annotations

from sitegen.authoring.edits.edited import NotEdited
from sitegen.editing import entry_files, pages, renaming, saves, saving
from sitegen.editing.desk import Desk
from sitegen.editing.entry_files import EntryFile
from sitegen.editing.requests import EditAnswer, EditRequest, redirect
from sitegen.editing.site_now import SiteNow
from sitegen.model.types import is_id


def answer(
    desk: Desk, site: SiteNow, request: EditRequest, collection: str, identifier: str
) -> EditAnswer:
    """The page, or the address of the form of the entry that was renamed."""
    entry, _ = entry_files.read(desk.root, site.options, collection, identifier)
    if entry is None or entry.elsewhere or not renaming.can_be_renamed(collection):
        return pages.message(desk, 404, desk.say("没有这个条目"))
    new_id = dict(request.pairs).get("id", "").strip()
    if request.method != "POST":
        return _page(desk, site, entry, identifier)
    if not is_id(new_id):
        told = desk.say("编号“{id}”不能用", id=new_id)
        fix = desk.say("只用小写字母、数字和连字符，最多 60 个")
        return _page(desk, site, entry, new_id, f"{told}：{fix}", 422)
    if new_id == identifier:
        return _page(desk, site, entry, new_id, desk.say("这就是现在的编号"), 422)
    if entry_files.find(desk.root, site.options, collection, new_id):
        return _page(desk, site, entry, new_id, desk.say("编号 {id} 已经有人用了", id=new_id), 422)
    try:
        new = renaming.renamed(site, entry, new_id)
        saves.save(desk.root, new, name=entry.name, time=desk.time())
    except renaming.NotRenamed as error:
        told = desk.say(
            "{file} 里有它的编号，这里改不了那个文件：请建站的同事一起改", file=error.at
        )
        return _page(desk, site, entry, new_id, told, 409)
    except NotEdited as error:
        why, at = saving.why(desk, error)
        told = desk.say("这个文件不能由表单改写：{why}", why=why)
        return _page(desk, site, entry, new_id, f"{told} {at}", 409)
    except saves.ChangedMeanwhile as error:
        told = desk.say("文件 {file} 刚刚被改过：看看下面还对不对，再写一次", file=error.file)
        return _page(desk, site, entry, new_id, told, 409)
    except OSError as error:
        told = desk.say("磁盘拒绝写入：{why}", why=error.strerror or str(error))
        return _page(desk, site, entry, new_id, told, 500)
    key = f"{collection}:{identifier}"
    told = "settings" if renaming.in_settings(site, key) else "saved"
    return redirect(
        desk.saved(desk.entry(collection, new_id, told), [one.file for one in new], entry.name)
    )


def _page(
    desk: Desk, site: SiteNow, entry: EntryFile, new_id: str, refused: str = "", status: int = 200
) -> EditAnswer:
    return pages.renaming(
        desk,
        status,
        entry=entry,
        name=entry.name,
        new_id=new_id,
        refused=refused,
        address=pages.page_address(site, entry.collection, entry.id),
    )
