"""The pages of the editor: plain values and a template each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from sitegen.editing import conflicts, tables
from sitegen.editing.conflicts import Clash
from sitegen.editing.desk import HOME, Desk
from sitegen.editing.entry_form import BODY, EntryForm
from sitegen.editing.entry_list import FILTERS, Choice, Listed
from sitegen.editing.filled import Filled
from sitegen.editing.requests import HTML, EditAnswer
from sitegen.editing.saves import Save
from sitegen.editing.site_now import SiteNow
from sitegen.editing.text_preview import preview_page
from sitegen.loading.formats import MARKDOWN
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.review_steps import REVIEWED
from sitegen.model.validate import COLLECTED
from sitegen.outputs import addresses
from sitegen.problems import Problem
from sitegen.rendering import markdown
from sitegen.rendering.own_pages import OwnPages

FOLDER = Path(__file__).parent
OWN_FILES: Final[Mapping[str, str]] = {
    "editor.css": "text/css; charset=utf-8",
    "editor.js": "text/javascript; charset=utf-8",
}
POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
FILTER_WORDS: Final = {
    "": "全部",
    "problems": "有问题",
    "drafts": "草稿",
    "to-check": "待复核",
    "to-approve": "待审定",
    "withdrawn": "已下架",
}
SHOWN_ALWAYS: Final = frozenset(["", "problems", "drafts", "withdrawn"])
"""Filters that are there also where they have no entry."""


@cache
def _pages() -> OwnPages:
    return OwnPages(FOLDER / "templates")


def own_file(path: str) -> EditAnswer | None:
    """The style sheet or the script of the editor; None for any other path."""
    if path not in OWN_FILES:
        return None
    return EditAnswer(200, (FOLDER / "static" / path).read_bytes(), OWN_FILES[path])


def _answer(desk: Desk, template: str, status: int = 200, **values: Any) -> EditAnswer:
    common = {
        "say": desk.say,
        "git": desk.git,
        "zh": desk.language == "zh",
        "home": HOME,
        "token": desk.token,
        "kinds": [(name, title(desk, name)) for name in COLLECTIONS],
        "accept": ",".join(tables.KINDS_OF_FILE),
        "file": tables.FIELD,
    }
    body = _pages().render(template, {**common, **values})
    headers = {"Content-Security-Policy": POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return EditAnswer(status, body.encode(), HTML, headers)


def title(desk: Desk, collection: str) -> str:
    """What a collection is called in menus."""
    title = COLLECTIONS[collection].in_menus
    return title.zh if desk.language == "zh" else title.en


def message(desk: Desk, status: int, text: str, more: str = "") -> EditAnswer:
    """A page with a sentence."""
    return _answer(desk, "message.html", status, text=text, more=more)


def unreadable(
    desk: Desk, collection: str, identifier: str, problems: Sequence[Problem]
) -> EditAnswer:
    """A page with what is wrong in a file that cannot be read."""
    lines = [(str(p.at), p.message(desk.language), p.fix(desk.language)) for p in problems]
    text = desk.say("文件读不出来，先在文件里改好")
    return _answer(desk, "message.html", 422, text=text, more="", problems=lines)


def not_rewritten(desk: Desk, site: SiteNow, form_: EntryForm, why: str, at: str) -> EditAnswer:
    """The form once more, with why its file was left as it is."""
    told = [desk.say("这个文件不能由表单改写：{why}", why=why)]
    told += [desk.say("请在文件里改：{at}", at=at)] if at else []
    return form(desk, site, form_, status=409, refused=told, dirty=True)


def entry_list(
    desk: Desk, choice: Choice, found: Listed, last: Save | None, told: str, count: str = ""
) -> EditAnswer:
    """The list of entries, with what can be done from there."""
    return _answer(
        desk,
        "list.html",
        choice=choice,
        found=found,
        last=last,
        told=told,
        count=count if count.isdecimal() and len(count) < 7 else "",
        filters=[
            (only, desk.say(FILTER_WORDS[only]), found.counts[only])
            for only in FILTERS
            if only in SHOWN_ALWAYS or found.counts[only] or only == choice.only
        ],
        waiting={only: desk.say(word) for only, word in FILTER_WORDS.items()},
        titles={name: title(desk, name) for name in COLLECTIONS},
    )


def help_page(desk: Desk) -> EditAnswer:
    """How to use the editor, as docs/editors/form.md has it."""
    source = (FOLDER / "help" / f"{desk.language}{MARKDOWN.extension}").read_text("utf-8")
    heading, _, text = source.partition("\n")
    html = markdown.render(text, frozenset()).html
    return _answer(desk, "help.html", heading=heading.removeprefix("# "), html=html)


def withdrawal(desk: Desk, status: int, **values: Any) -> EditAnswer:
    """The page on which an entry is taken down."""
    return _answer(desk, "withdrawal.html", status, **values)


def renaming(desk: Desk, status: int, **values: Any) -> EditAnswer:
    """The page on which an entry gets another id."""
    return _answer(desk, "rename.html", status, **values)


def review(desk: Desk, status: int, **values: Any) -> EditAnswer:
    """The page with the steps of the review of an entry."""
    return _answer(desk, "review.html", status, **values)


def approval_sheet(desk: Desk, **values: Any) -> EditAnswer:
    """The sheet of paper on which people sign the review of an entry."""
    return _answer(desk, "approval.html", **values)


def table_form(
    desk: Desk,
    status: int = 200,
    *,
    refused: Sequence[str] = (),
    problems: Sequence[Mapping[str, str]] = (),
    pasted: str = "",
) -> EditAnswer:
    """The page on which a table is handed in, or a list is pasted."""
    kinds = [kind.removeprefix(".") for kind in tables.KINDS_OF_FILE]
    return _answer(
        desk,
        "table_form.html",
        status,
        refused=refused,
        problems=problems,
        pasted=pasted,
        file_kinds="、".join(kinds),
        paste=tables.PASTED,
    )


def table(desk: Desk, status: int, **values: Any) -> EditAnswer:
    """What a table would change."""
    return _answer(
        desk,
        "table.html",
        status,
        column=tables.COLUMN,
        value=tables.VALUE,
        none=tables.IGNORED,
        **values,
    )


def form(
    desk: Desk,
    site: SiteNow,
    form: EntryForm,
    *,
    status: int = 200,
    told: str = "",
    refused: Sequence[str] = (),
    clashes: Sequence[Clash] = (),
    built: Sequence[Problem] = (),
    dirty: bool = False,
    digest: str | None = None,
    base: str | None = None,
) -> EditAnswer:
    """The form of an entry. `dirty` says that it has what is not saved; `digest` and `base` are those that the
    browser sent, where it goes on with what it had. `built` is what the last build found besides."""
    fields, elsewhere = form.filled(site)
    fields = tuple(sorted(fields, key=lambda one: not one.field.is_required))
    entry = form.entry
    name = str(form.tree.get("name") or form.tree.get("document") or (entry.id if entry else ""))
    return _answer(
        desk,
        "form.html",
        status,
        form=form,
        name=name,
        site_id=site.site.settings.id,
        first=[one for one in fields if one.field.is_first and not _is_long(one)],
        long=[one for one in fields if one.field.is_first and _is_long(one)],
        more=[one for one in fields if not one.field.is_first],
        elsewhere=elsewhere,
        errors=form.errors(),
        body_problems=form.problems.get(BODY, []),
        id_problems=form.problems.get("id", []),
        title=title(desk, form.collection),
        city=_city(entry.file) if entry else "",
        address=page_address(site, form.collection, entry.id) if entry else "",
        unshown=form.unknown,
        has_review=form.collection in REVIEWED,
        has_withdrawal="withdrawn" in COLLECTIONS[form.collection].model.model_fields,
        has_file=not COLLECTIONS[form.collection].tree,
        told=told,
        refused=refused,
        clashes=clashes,
        built=[
            (str(one.kind.severity), one.message(desk.language), one.fix(desk.language))
            for one in built
        ],
        dirty=dirty,
        digest=(entry.digest if entry else "") if digest is None else digest,
        base=conflicts.base_text(form) if base is None else base,
    )


def text_preview(desk: Desk, site: SiteNow, form: EntryForm) -> EditAnswer:
    """The body as the site shows it."""
    page = preview_page(site, form.body, desk.say("正文预览"))
    policy = POLICY.replace("base-uri 'none'", "base-uri 'self'")
    return EditAnswer(200, page.encode(), HTML, {"Content-Security-Policy": policy})


def about(desk: Desk, site: SiteNow, entry: Entry) -> str:
    """What tells an entry from others of its name: its kind, its place, its id."""
    places = (site.known.by_key.get(f"regions:{region}") for region in entry.regions[:1])
    named = [place.short_name or place.name for place in places if place is not None]
    return " · ".join([title(desk, entry.collection), *named, entry.id])


def page_address(site: SiteNow, collection: str, identifier: str) -> str:
    """The address of the page of an entry in the preview, "" where it has none."""
    entry = site.plan.catalogue.entries.get(f"{collection}:{identifier}")
    if entry is None or not COLLECTIONS[collection].shown:
        return ""
    return site.base_path + addresses.entry(entry)


def _is_long(one: Filled) -> bool:
    """Whether it takes more room than a field: what most entries have in a line or two comes first."""
    return one.field.is_many or one.field.way == "group"


def _city(file: str) -> str:
    return file.split("/")[2] if file.startswith(f"content/{COLLECTED}/") else ""
