"""The editor in tests: the site it works on, and what a browser sends of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from sitegen.editing.answering import Editor
from sitegen.editing.desk import HOME, Desk
from sitegen.editing.entry_form import EntryForm
from sitegen.editing.filled import Filled
from sitegen.editing.form_values import DATE_PARTS, ORIGIN
from sitegen.editing.requests import EditAnswer, EditRequest
from sitegen.editing.site_now import SiteNow, SiteStates
from sitegen.pipeline import stages
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Language, Report
from tests.support.basic_site import basic, clock, write


def site_of(root: Path) -> SiteNow:
    """The site in a folder, as a build leaves it."""
    memory, report = PreviewMemory(), Report()
    stages.prepare(
        root,
        report,
        today=clock().today,
        now=clock().now(),
        workers=1,
        use_cache=False,
        keep_cache=False,
        memory=memory,
    )
    site = SiteStates(root).now(memory, tuple(report.problems), "/")
    assert site is not None
    return site


def posted_pairs(form: EntryForm, site: SiteNow) -> list[tuple[str, str]]:
    """What a browser sends of a form that nobody touched, in the order of its fields."""
    fields, _ = form.filled(site)
    pairs = [pair for one in fields for pair in _pairs(one)]
    # Browsers send line ends as the standard of forms wants them.
    body = form.body.replace("\n", "\r\n")
    return [*pairs, *([("body", body)] if form.has_body else [])]


def _pairs(one: Filled) -> Iterator[tuple[str, str]]:
    way = one.field.way
    if one.field.is_many:
        for row in one.rows:
            yield f"{row.path}/{ORIGIN}", row.origin
            for inner in row.fields:
                yield from _pairs(inner)
    elif way == "group":
        for inner in one.inside:
            yield from _pairs(inner)
    elif way == "months" and one.text and not one.chosen:
        yield f"{one.path}/raw", one.text
    elif way == "months" or (way == "choice" and one.field.is_list):
        yield from ((one.path, word) for word in one.chosen)
    elif way == "date" and one.parts:
        yield from (
            (f"{one.path}/{name}", part) for name, part in zip(DATE_PARTS, one.parts, strict=True)
        )
    else:
        yield one.path, one.text.replace("\n", "\r\n")


@dataclass
class Page:
    """A page that came back, and the form on it as a browser has it."""

    answer: EditAnswer

    def __post_init__(self) -> None:
        self.soup = BeautifulSoup(self.answer.body.decode(), "html.parser")

    @property
    def status(self) -> int:
        return self.answer.status

    @property
    def told(self) -> str:
        """What stands above the fields."""
        place = self.soup.select_one("#told")
        return place.get_text(" ", strip=True) if place else ""

    def said(self, path: str) -> str:
        """What is said beside a field."""
        place = self.soup.find(id=f"{path}~told")
        return place.get_text(" ", strip=True) if place else ""

    def pairs(self, changes: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
        """What a browser would send of the form with some values typed."""
        form = self.soup.select_one("form.form")
        assert form is not None
        left = dict(changes or {})
        pairs = [(name, left.pop(name, value)) for name, value in _successful(form)]
        return [*pairs, *left.items()]


def _successful(form: Tag) -> Iterator[tuple[str, str]]:
    """The controls of a form that count, as the standard of HTML says."""
    for control in form.select("input[name], select[name], textarea[name]"):
        name = str(control["name"])
        if control.name == "select":
            options = control.select("option")
            chosen = [o for o in options if o.has_attr("selected")] or options[:1]
            yield from ((name, str(o.get("value", o.get_text()))) for o in chosen)
        elif control.name == "textarea":
            # The parser of browsers drops a line break right behind the tag.
            yield name, control.get_text().removeprefix("\n").replace("\n", "\r\n")
        elif control.get("type") not in ("checkbox", "radio") or control.has_attr("checked"):
            yield name, str(control.get("value", ""))


class EditedSite:
    """A site and its editor. Each request sees it as a build at that time would leave it."""

    def __init__(
        self, root: Path, files: Mapping[str, str | bytes], language: Language = "zh"
    ) -> None:
        self.root = write(basic(root), dict(files))
        desk = Desk(self.root, language, "token", lambda: "2026-11-29 09:00")
        self.editor = Editor(desk, lambda: site_of(self.root))

    def get(self, path: str, **query: str) -> Page:
        return Page(self.editor.answer(EditRequest("GET", path, query)))

    def post(self, path: str, pairs: list[tuple[str, str]], do: str = "save") -> Page:
        pairs = [(name, value) for name, value in pairs if name != "do"]
        return Page(self.editor.answer(EditRequest("POST", path, {}, [*pairs, ("do", do)])))

    def edit(self, path: str, changes: Mapping[str, str], do: str = "save") -> Page:
        """Open a form, type some values, and press a button."""
        return self.post(path, self.get(path).pairs(changes), do)

    def read(self, file: str) -> bytes:
        return (self.root / file).read_bytes()


def saved_at(page: Page) -> str:
    """The path of the form that a save leads to, "" where nothing was saved."""
    place = page.answer.headers.get("Location", "")
    return place.removeprefix(HOME).partition("?")[0] if page.status == 303 else ""
