"""The editor's answers: a list of entries, their forms, and what is done with what they send."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from sitegen.authoring.drafts import entry_file
from sitegen.editing import (
    approval_sheet,
    entry_files,
    entry_form,
    pages,
    photos,
    rename_page,
    reviewing,
    saves,
    withdrawing,
)
from sitegen.editing.desk import HOME, LONGEST_REASON, Desk
from sitegen.editing.entry_form import EntryForm, found_by_build
from sitegen.editing.entry_list import FILTERS, Choice, Filter, listed
from sitegen.editing.importing import TablePages
from sitegen.editing.requests import JSON, EditAnswer, EditRequest, Upload, redirect
from sitegen.editing.saving import save
from sitegen.editing.site_now import SiteNow
from sitegen.editing.tables import Tables
from sitegen.model.collections import COLLECTIONS
from sitegen.model.pinyin import slug
from sitegen.model.types import is_id

ROWS = ("remove", "up", "down")
"""What the buttons of rows do: `remove:images/1`."""
LONGEST_QUERY = 100


@dataclass(slots=True)
class Editor:
    """Answers the browser of the person who edits. `now` gives the state of the site, None where site.yaml is
    wrong."""

    desk: Desk
    now: Callable[[], SiteNow | None]
    tables: Tables = field(default_factory=Tables)

    def answer(self, request: EditRequest) -> EditAnswer:
        """The answer to a request whose path starts below HOME."""
        if "git" in request.query:
            query = {name: text for name, text in request.query.items() if name != "git"}
            desk = replace(self.desk, git=request.query["git"][:LONGEST_REASON])
            return replace(self, desk=desk).answer(replace(request, query=query))
        own = pages.own_file(request.path)
        if own is not None:
            return own
        if request.path == "help":
            return pages.help_page(self.desk)
        site = self.now()
        if site is None:
            return self._told(503, "site.yaml 有错，先改好它")
        is_post = request.method == "POST"
        if is_post and dict(request.pairs).get("token") != self.desk.token:
            return self._told(403, "这一页不是从本编辑器打开的")
        place, _, rest = request.path.partition("/")
        collection, _, identifier = rest.partition("/")
        if place == "" and not is_post:
            return self._list(site, request)
        if place == "media" and not is_post:
            return photos.shown(self.desk.root, unquote(rest)) or self._told(
                404, "没有找到 {what}。", what=rest
            )
        if place == "names" and not is_post:
            return self._names(site, request)
        if place == "undo" and is_post:
            return self._undo()
        if place == "import":
            return TablePages(self.desk, self.tables).answer(site, request, rest)
        if place == "new" and collection in COLLECTIONS and not identifier:
            return self._new(site, request, collection)
        if collection in COLLECTIONS and is_id(identifier):
            if place == "entry":
                return self._entry(site, request, collection, identifier)
            if place == "withdraw":
                return withdrawing.answer(self.desk, site, request, collection, identifier)
            if place == "rename":
                return rename_page.answer(self.desk, site, request, collection, identifier)
            if place == "review":
                return reviewing.answer(self.desk, site, request, collection, identifier)
            if place == "approval" and not is_post:
                return approval_sheet.answer(self.desk, site, collection, identifier)
        return self._told(404, "没有找到 {what}。", what=request.path)

    def _told(self, status: int, text: str, **facts: str) -> EditAnswer:
        return pages.message(self.desk, status, self.desk.say(text, **facts))

    def _list(self, site: SiteNow, request: EditRequest) -> EditAnswer:
        only: Filter = next((f for f in FILTERS if f == request.query.get("only", "")), "")
        page = request.query.get("page", "1")
        choice = Choice(
            request.query.get("q", "").strip()[:LONGEST_QUERY],
            request.query.get("kind", ""),
            only,
            int(page) if page.isdecimal() and len(page) < 6 else 1,
        )
        found = listed(site.known, site.unloaded, site.problems, choice)
        last = next(saves.kept(self.desk.root), None)
        told, count = (request.query.get(name, "") for name in ("told", "count"))
        return pages.entry_list(self.desk, choice, found, last, told, count)

    def _names(self, site: SiteNow, request: EditRequest) -> EditAnswer:
        """The entries that a field may mean by what was typed so far, as JSON."""
        into = [name for name in request.query.get("into", "").split(",") if name in COLLECTIONS]
        found = site.known.like(request.query.get("q", "")[:LONGEST_QUERY], into)
        rows = [
            {"name": site.known.typed(entry, into), "about": pages.about(self.desk, site, entry)}
            for entry in found
        ]
        return EditAnswer(200, json.dumps(rows, ensure_ascii=False).encode(), JSON)

    def _undo(self) -> EditAnswer:
        try:
            undone = saves.take_back(self.desk.root)
        except saves.ChangedMeanwhile as error:
            return self._told(409, "不能撤销：{file} 在那之后又改过。", file=error.file)
        if undone is None:
            return self._told(404, "没有可撤销的保存。")
        files = [change.file for change in undone.changes]
        return redirect(self.desk.saved(f"{HOME}?told=undone", files, undone.name))

    def _new(self, site: SiteNow, request: EditRequest, collection: str) -> EditAnswer:
        language = self.desk.language
        form = entry_form.of_nothing(site, collection, language)
        copy_of = request.query.get("copy", "")
        if is_id(copy_of):
            entry, _ = entry_files.read(self.desk.root, site.options, collection, copy_of)
            if entry is not None:
                form = entry_form.copied(entry_form.of_file(site, entry, language))
        if request.method == "POST":
            return self._sent(site, request, form)
        given = [(name, value) for name, value in request.query.items() if name != "copy"]
        form = entry_form.as_posted(form, site, given) if given else form
        return pages.form(self.desk, site, form)

    def _entry(
        self, site: SiteNow, request: EditRequest, collection: str, identifier: str
    ) -> EditAnswer:
        desk = self.desk
        entry, problems = entry_files.read(desk.root, site.options, collection, identifier)
        if entry is None and problems:
            return pages.unreadable(desk, collection, identifier, problems)
        if entry is None:
            return self._gone(site, request, collection, identifier)
        form = entry_form.of_file(site, entry, desk.language)
        if request.method == "POST":
            return self._sent(site, request, form)
        told = request.query.get("told", "")
        form = form.judged(site, desk.language)
        return pages.form(desk, site, form, told=told, built=found_by_build(site, form))

    def _gone(
        self, site: SiteNow, request: EditRequest, collection: str, identifier: str
    ) -> EditAnswer:
        """The form of an entry whose file somebody removed meanwhile: one more save makes it anew."""
        desk = self.desk
        if request.method != "POST":
            return self._told(404, "没有这个条目")
        form = entry_form.of_nothing(site, collection, desk.language)
        form = entry_form.as_posted(form, site, [*request.pairs, ("id", identifier)])
        if not dict(request.pairs).get("digest"):
            return save(desk, site, form, "", "", request.pairs)
        file = entry_file(collection, identifier)
        told = [
            desk.say("文件 {file} 已经被删除", file=file),
            desk.say("再保存一次，就按您写的重新建一个。"),
        ]
        return pages.form(desk, site, form, status=409, refused=told, dirty=True)

    def _sent(self, site: SiteNow, request: EditRequest, form: EntryForm) -> EditAnswer:
        """What comes of a form that was sent: it is checked, gets or loses a row, or is saved."""
        sent = dict(request.pairs)
        desk = self.desk
        form = entry_form.as_posted(form, site, request.pairs)
        action, _, path = sent.get("do", "").partition(":")
        refused: list[str] = []
        if request.uploads:
            form, refused = self._with_photos(form, request.uploads)
        digest, base = sent.get("digest", ""), sent.get("base", "")
        if action in ROWS:
            form = entry_form.with_rows(form, action, path).judged(site, desk.language)
            return pages.form(desk, site, form, dirty=True, digest=digest, base=base)
        if action in ("add", "check", "photo") or refused:
            form = form.judged(site, desk.language)
            form = entry_form.with_rows(form, action, path) if action == "add" else form
            status = 422 if refused else 200
            return pages.form(
                desk,
                site,
                form,
                status=status,
                refused=refused,
                dirty=True,
                digest=digest,
                base=base,
            )
        if action == "text":
            return pages.text_preview(desk, site, form)
        return save(desk, site, form, digest, base, request.pairs)

    def _with_photos(
        self, form: EntryForm, uploads: Sequence[Upload]
    ) -> tuple[EntryForm, list[str]]:
        """The form with the photos that came with it, and what is wrong with those that cannot be used."""
        names, refused = [], []
        for upload in uploads:
            wanted = form.entry.id if form.entry else form.identifier
            by_name = slug(str(form.tree.get("name", "")))
            called = next((one for one in (wanted, by_name) if is_id(one)), form.collection)
            name, problems = photos.stored(self.desk.root, called, upload)
            names += [name] if name else []
            told = (p for p in problems if not name)
            refused += [f"{upload.name}：{p.message(self.desk.language)}" for p in told]
        return entry_form.with_photos(form, names), refused
