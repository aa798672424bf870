"""The editor's answers about tables: what one would change, its copy with marks, and the writing of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import quote, urlencode

from sitegen.authoring.importing import pasted
from sitegen.authoring.importing.entry_faults import MISSING_COLUMN
from sitegen.authoring.importing.given import GivenTable
from sitegen.authoring.importing.marked_table import marked_table
from sitegen.authoring.importing.matched_rows import NO_NAME_COLUMN, UNKNOWN_COLUMN
from sitegen.authoring.importing.proposal import Outcome, Proposal
from sitegen.authoring.importing.receiving import IGNORED, WHICH_COLLECTION
from sitegen.authoring.importing.table_import import TableImport
from sitegen.editing import pages, saves, tables
from sitegen.editing.desk import HOME, Desk
from sitegen.editing.requests import EditAnswer, EditRequest, redirect
from sitegen.editing.site_now import SiteNow
from sitegen.editing.tables import Asked, NoTable, Tables
from sitegen.loading.formats import WORKBOOKS
from sitegen.model.collections import COLLECTIONS
from sitegen.model.referring import written_references
from sitegen.problems import Problem, Severity

ASKED_FOR: Final = frozenset([UNKNOWN_COLUMN, WHICH_COLLECTION, MISSING_COLUMN])
"""What the page asks in controls of its own."""
ANSWERED_HERE: Final = ASKED_FOR | {NO_NAME_COLUMN, IGNORED}
"""Kinds whose advice is for a command line."""
MARKED: Final = "-问题"
WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN_ROWS: Final = 200
SHOWN_PROBLEMS: Final = 200
SHOWN_PLACES: Final = 5


class PageLink(NamedTuple):
    """A page of the site on which a row will be seen, too."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class TablePages:
    """Answers below `import`. `waiting` are the tables that were handed in."""

    desk: Desk
    waiting: Tables

    def answer(self, site: SiteNow, request: EditRequest, rest: str) -> EditAnswer:
        """The answer to a path below `import/`, of which `rest` is what follows."""
        is_post = request.method == "POST"
        key, _, what = rest.partition("/")
        if not key:
            return self._handed_in(request) if is_post else pages.table_form(self.desk)
        given = self.waiting.get(key)
        if given is None:
            text = self.desk.say("这张表不在手上了，请再拖进来一次。")
            return pages.table_form(self.desk, status=404, refused=[text])
        asked = Asked.of(dict(request.pairs) if is_post else request.query)
        found = tables.compared(site, given, asked)
        is_first_look = not request.query and not is_post
        if is_first_look and (said := self.waiting.said_before(found)):
            asked = asked._replace(columns=said)
            found = tables.compared(site, given, asked)
        self.waiting.remember(asked.columns)
        if what == "marked" and not is_post:
            return self._marked(given, found)
        if is_post and found.could_write:
            return self._written(site, key, given, asked, found)
        return self._shown(site, key, given, asked, found)

    def _handed_in(self, request: EditRequest) -> EditAnswer:
        desk = self.desk
        try:
            given, problems = tables.handed_in(request)
        except NoTable as error:
            refused = [desk.say(error.text, **error.facts)]
            return pages.table_form(desk, status=422, refused=refused)
        if given is None:
            lines = _lines(problems, desk, pasted.FILE)
            text = dict(request.pairs).get(tables.PASTED, "")
            return pages.table_form(desk, status=422, problems=lines, pasted=text)
        return redirect(f"{HOME}import/{self.waiting.add(given)}")

    def _shown(
        self,
        site: SiteNow,
        key: str,
        given: GivenTable,
        asked: Asked,
        found: TableImport,
        status: int = 200,
        refused: str = "",
    ) -> EditAnswer:
        desk = self.desk
        in_zh = desk.language == "zh"
        rows: dict[Outcome, list[Proposal]] = {outcome: [] for outcome in Outcome}
        for row in found.proposals.rows:
            rows[row.outcome].append(row)
        told = sorted(found.problems, key=lambda problem: problem.order)
        wrong = [one for one in told if one.kind.severity is Severity.ERROR]
        errors = _lines([one for one in wrong if one.kind not in ASKED_FOR], desk, given.name)
        others = [one for one in told if one.kind.severity is not Severity.ERROR]
        marked = bool(errors) and any(one.at.line is not None for one in wrong)
        query = urlencode(list(asked.pairs()))
        return pages.table(
            desk,
            status,
            key=key,
            name=given.name,
            asked=asked,
            pairs=list(asked.pairs()),
            refused=refused,
            counts={str(outcome): len(rows[outcome]) for outcome in Outcome},
            problems=errors[:SHOWN_PROBLEMS],
            more_problems=max(0, len(errors) - SHOWN_PROBLEMS),
            hints=_lines(others, desk, given.name)[:SHOWN_PROBLEMS],
            missing=tables.missing(found, asked),
            questions=tables.questions(site, found, asked, in_zh=in_zh),
            marked=f"{HOME}import/{key}/marked{f'?{query}' if query else ''}" if marked else "",
            new=[_row(site, desk, row, given.name) for row in rows[Outcome.NEW][:SHOWN_ROWS]],
            changed=[
                _row(site, desk, row, given.name) for row in rows[Outcome.CHANGED][:SHOWN_ROWS]
            ],
            shown=SHOWN_ROWS,
            kept=sum(len(row.kept) for row in found.proposals.rows),
            could_write=found.could_write,
            is_open=any(one.kind in ASKED_FOR for one in told),
        )

    def _marked(self, given: GivenTable, found: TableImport) -> EditAnswer:
        """The table with its wrong cells marked, to be corrected and handed in again."""
        desk = self.desk
        marked = marked_table(given, found.received, found.problems, desk.language)
        if marked is None or marked.workbook is None:
            return pages.message(desk, 404, desk.say("没能做一份标出问题的表格"))
        stem = given.name.rpartition(".")[0].removesuffix(MARKED)
        name = quote(f"{stem}{MARKED}{marked.workbook.extension}")
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        kind = (
            WORKBOOK_TYPE
            if marked.workbook.extension == WORKBOOKS[0].extension
            else "application/octet-stream"
        )
        return EditAnswer(200, marked.workbook.data, kind, headers)

    def _written(
        self, site: SiteNow, key: str, given: GivenTable, asked: Asked, found: TableImport
    ) -> EditAnswer:
        desk = self.desk
        new = [saves.NewBytes(one.file, one.before, one.data) for one in found.made]
        count = sum(len(one.rows) for one in found.made)
        try:
            saves.save(desk.root, new, name=given.name, time=desk.time())
        except saves.ChangedMeanwhile as error:
            text = desk.say("文件 {file} 刚刚被改过：看看下面还对不对，再写一次", file=error.file)
            return self._shown(site, key, given, asked, found, 409, text)
        except OSError as error:
            text = desk.say("磁盘拒绝写入：{why}", why=error.strerror or str(error))
            return self._shown(site, key, given, asked, found, 500, text)
        place = f"{HOME}?told=imported&count={count}"
        return redirect(desk.saved(place, [one.file for one in new], given.name))


def _lines(problems: Sequence[Problem], desk: Desk, name: str) -> list[Mapping[str, str]]:
    """What is wrong, each text once, with the places that it is said of."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in problems:
        fix = "" if one.kind in ANSWERED_HERE else one.fix(desk.language)
        said = one.message(desk.language), fix
        places.setdefault(said, []).append(tables.place_of(desk, one.at, name))
    return [
        {"at": _joined(desk, found), "message": message, "fix": fix}
        for (message, fix), found in places.items()
    ]


def _joined(desk: Desk, places: Sequence[str]) -> str:
    shown = ("、" if desk.language == "zh" else ", ").join(places[:SHOWN_PLACES])
    if len(places) <= SHOWN_PLACES:
        return shown
    return desk.say("{places} 等 {count} 处", places=shown, count=len(places))


def _row(site: SiteNow, desk: Desk, row: Proposal, name: str) -> Mapping[str, object]:
    in_zh = desk.language == "zh"
    changes = [
        (one.title if in_zh else one.title_en, one.old or desk.say("（空）"), one.new)
        for one in row.changes
    ]
    return {
        "at": tables.place_of(desk, row.at, name),
        "name": row.name,
        "kind": pages.title(desk, row.collection),
        "id": row.id,
        "changes": [(title, old, new or desk.say("（空）")) for title, old, new in changes],
        "pages": list(_pages(site, row)),
    }


def _pages(site: SiteNow, row: Proposal) -> Iterator[PageLink]:
    """The pages that have the row's entry besides its own: those of the entries that it names."""
    own = pages.page_address(site, row.collection, row.id)
    if own:
        yield PageLink(row.name, own)
    named = written_references(COLLECTIONS[row.collection].model, row.tree)
    for key in dict.fromkeys(str(target) for _, target in named):
        collection, _, identifier = key.partition(":")
        entry = site.known.by_key.get(key)
        address = pages.page_address(site, collection, identifier) if entry else ""
        if entry is not None and address:
            yield PageLink(entry.name, address)
