"""What comes of a form that is to be saved: the file, or a page that says why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen import files
from sitegen.authoring.drafts import Value, entry_file
from sitegen.authoring.edits.edited import NotEdited, with_entry
from sitegen.authoring.edits.scalars import NotWritable
from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.proposed_id import proposed_id
from sitegen.building.inspection import FOLDER as MEDIA
from sitegen.editing import conflicts, entry_files, pages, photos, saves
from sitegen.editing.desk import Desk
from sitegen.editing.entry_form import EntryForm
from sitegen.editing.filled import Said
from sitegen.editing.requests import EditAnswer, redirect
from sitegen.editing.site_now import SiteNow
from sitegen.loading import documents
from sitegen.model.collections import COLLECTIONS
from sitegen.model.review_steps import FIELD, next_step
from sitegen.model.types import is_id
from sitegen.model.validate import tree_file
from sitegen.problems import Severity

REASONS = {
    "faulty": "文件里有别的错误",
    "table": "这一项在表格里",
    "missing": "文件里没有这一项",
    "characters": "有不能写进文件的字符",
    "form": "这一项的写法表单不认识",
    "result": "写出来的文件太大",
    "changed": "文件刚刚被改过",
}
"""Why a file cannot be rewritten, by the reason of `NotEdited`."""


def save(
    desk: Desk,
    site: SiteNow,
    form: EntryForm,
    digest: str,
    base: str,
    pairs: Sequence[tuple[str, str]],
) -> EditAnswer:
    """Save a form that was made of a file with this digest, "" where it was of a new entry."""
    entry = form.entry
    if entry is None:
        return _new(desk, site, form)
    if entry.elsewhere:
        return pages.form(desk, site, form)
    if entry.digest != digest or any(name.startswith(conflicts.TAKE) for name, _ in pairs):
        found = conflicts.joined(form, base, pairs)
        form = found.form
        if found.clashes:
            judged = form.judged(site, desk.language)
            return pages.form(desk, site, judged, status=409, clashes=found.clashes, dirty=True)
    form = form.judged(site, desk.language)
    if form.errors():
        return pages.form(desk, site, form, status=422, dirty=True)
    if not form.is_changed:
        return redirect(desk.entry(form.collection, entry.id, "same"))
    try:
        data = entry_files.changed(entry, form.changes, form.new_body, site.options)
    except (NotEdited, UnicodeEncodeError) as error:
        return pages.not_rewritten(desk, site, form, *why(desk, error))
    return _written(desk, site, form, entry.file, entry.id, entry.digest, data)


def _new(desk: Desk, site: SiteNow, form: EntryForm) -> EditAnswer:
    """Save a new entry: its id is the one that was typed, or else made of its name."""
    tree = form.result(site)
    identifier = form.identifier
    name = str(tree.get("name") or tree.get("document") or "")
    taken = {entry.id for entry in site.known.entries if entry.collection == form.collection}
    if not identifier and name:
        known = KnownEntries(desk.root, site.options)
        regions = tree.get("region", [])
        values: dict[str, Value] = {"region": [str(one) for one in regions]}
        identifier = proposed_id(known, form.collection, name, values, taken)
    form = form.judged(site, desk.language)
    if identifier and not is_id(identifier):
        _add(form, desk, "编号“{id}”不能用", "只用小写字母、数字和连字符，最多 60 个", identifier)
    elif identifier in taken or entry_files.find(
        desk.root, site.options, form.collection, identifier
    ):
        _add(form, desk, "编号 {id} 已经有人用了", "换一个编号", identifier)
    if form.errors() or not identifier:
        return pages.form(desk, site, form, status=422, dirty=True)
    is_tree = COLLECTIONS[form.collection].tree
    file = (
        f"content/{tree_file(form.collection)}"
        if is_tree
        else entry_file(form.collection, identifier)
    )
    before = saves.current(desk.root, file) if is_tree else None
    document = documents.parse(before, file)[0] if before else None
    if before and document is None:
        return pages.not_rewritten(desk, site, form, desk.say(REASONS["faulty"]), file)
    try:
        if before and document is not None:
            data = with_entry(before, document, identifier, tree, form.collection, site.options)
        else:
            data = entry_files.new(form.collection, identifier, tree, form.body, site.options)
    except (NotEdited, NotWritable, UnicodeEncodeError) as error:
        return pages.not_rewritten(desk, site, form, *why(desk, error))
    return _written(
        desk, site, form, file, identifier, files.digest(before) if before else "", data
    )


def _add(form: EntryForm, desk: Desk, message: str, fix: str, identifier: str) -> None:
    said = Said(Severity.ERROR, desk.say(message, id=identifier), desk.say(fix), "edit.id")
    form.problems.setdefault("id", []).append(said)


def _written(
    desk: Desk, site: SiteNow, form: EntryForm, file: str, identifier: str, digest: str, data: bytes
) -> EditAnswer:
    name = str(form.result(site).get("name") or form.result(site).get("document") or identifier)
    try:
        new = [saves.NewBytes(file, digest, data)]
        saves.save(desk.root, new, name=name, time=desk.time())
    except saves.ChangedMeanwhile:
        return pages.not_rewritten(desk, site, form, desk.say(REASONS["changed"]), file)
    except OSError as error:
        told = desk.say("磁盘拒绝写入：{why}", why=error.strerror or str(error))
        return pages.form(desk, site, form, status=500, refused=[told], dirty=True)
    place = desk.entry(form.collection, identifier, "changed" if _was_approved(form) else "saved")
    return redirect(desk.saved(place, [file, *_pictures(desk, form)], name))


def _was_approved(form: EntryForm) -> bool:
    """Whether an entry was changed that somebody had approved as it was."""
    review = form.written.get(FIELD)
    return isinstance(review, dict) and next_step(review) is None and FIELD not in form.changes


def _pictures(desk: Desk, form: EntryForm) -> list[str]:
    """The pictures that the form names and that are there."""
    rows = form.tree.get("images", [])
    names = [row.get("file", "") for row in rows if isinstance(row, dict)]
    files_ = [f"{MEDIA}/{name}" for name in names if isinstance(name, str) and name]
    known = photos.names(desk.root)
    return [file for file in files_ if file.removeprefix(f"{MEDIA}/") in known]


def why(desk: Desk, error: Exception) -> tuple[str, str]:
    """The reason in words, and the place in the file."""
    if isinstance(error, NotEdited):
        return desk.say(REASONS[error.reason]), str(error.at)
    return desk.say(REASONS["characters"]), ""
