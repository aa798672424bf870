"""The form of one entry: as its file has it, or as a browser sent it, with what is wrong beside each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sitegen.authoring.edits.changes import Change, edits_of
from sitegen.authoring.edits.edit import applied
from sitegen.authoring.edits.field_order import Fields
from sitegen.editing.entry_files import EntryFile
from sitegen.editing.filled import Filled, Filler, Said
from sitegen.editing.form_fields import FormField, form_fields
from sitegen.editing.form_state import FormState
from sitegen.editing.form_values import (
    ORIGIN,
    Posted,
    as_new,
    merged,
    posted_tree,
    without_blank_rows,
)
from sitegen.editing.judging import Judged
from sitegen.editing.site_now import SiteNow
from sitegen.loading.document import Tree
from sitegen.model.validate import without_blanks
from sitegen.problems import Language, Problem, Severity

BODY = "body"


@dataclass(frozen=True, slots=True)
class EntryForm:
    """A form and its values. `entry` is None for a new entry, `identifier` what was typed as its id.

    `shown` is what the form of the file has, `tree` what this one has; both with the marks of rows. `blank`
    is the list that gets one more row.
    """

    collection: str
    fields: tuple[FormField, ...]
    entry: EntryFile | None
    shown: Mapping[str, Tree]
    unshown: Mapping[tuple[str | int, ...], Tree]
    tree: Mapping[str, Tree]
    body: str
    identifier: str = ""
    problems: dict[str, list[Said]] = field(default_factory=dict)

    @property
    def has_body(self) -> bool:
        return self.entry is None or self.entry.has_body

    @property
    def written(self) -> Mapping[str, Tree]:
        """The fields in the file, without blank ones."""
        filled = without_blanks(dict(self.entry.tree)) if self.entry else {}
        return filled if isinstance(filled, dict) else {}

    @property
    def changes(self) -> dict[str, Tree]:
        """The fields that are to get another value in the file, "" where one is emptied."""
        return merged(self.fields, self.written, self.shown, self.tree)

    @property
    def new_body(self) -> str | None:
        """The body that the file is to get; None where it has this one."""
        old = self.entry.document.body.strip("\n") if self.entry else ""
        return None if self.body == old or not self.has_body else self.body

    @property
    def is_changed(self) -> bool:
        return bool(self.changes) or self.new_body is not None

    def result(self, site: SiteNow) -> Mapping[str, Tree]:
        """The fields of the entry once it is saved."""
        changes = [Change((name,), value) for name, value in self.changes.items()]
        old: Tree = dict(self.written)
        edit = edits_of(old, changes, Fields.of_entry(self.collection, site.options))
        new = without_blanks(applied(old, edit))
        return new if isinstance(new, dict) else {}

    @property
    def unknown(self) -> list[str]:
        """The names in the file that are no fields: they stay as they are."""
        known = {one.name for one in self.fields}
        return [name for name in self.written if name not in known]

    def errors(self) -> int:
        return sum(
            said.severity is Severity.ERROR for found in self.problems.values() for said in found
        )

    def filled(self, site: SiteNow) -> tuple[tuple[Filled, ...], list[Said]]:
        """The fields with their values, and what is wrong that stands beside none of them."""
        filler = Filler(site.known, self.problems, self.unshown)
        fields = filler.fill(self.fields, self.tree)
        filler.said |= {BODY, "id"}
        return fields, filler.elsewhere()

    def judged(self, site: SiteNow, language: Language) -> EntryForm:
        """The same form with what is wrong with it."""
        identifier = self.entry.id if self.entry else self.identifier or "new"
        found = site.judge().problems(self.collection, identifier, self.result(site), self.body)
        return replace(self, problems=_by_field(found, language))


def of_file(site: SiteNow, entry: EntryFile, language: Language) -> EntryForm:
    """The form of an entry as its file has it."""
    fields = form_fields(entry.collection, site.options, language)
    state = FormState(site.known.written, language)
    values = Fields.of_entry(entry.collection, site.options)
    filled = without_blanks(dict(entry.tree))
    assert isinstance(filled, dict)
    shown = state.tree(fields, filled, values)
    body = entry.document.body.strip("\n")
    return EntryForm(entry.collection, fields, entry, shown, state.unshown, shown, body)


def of_nothing(site: SiteNow, collection: str, language: Language) -> EntryForm:
    """The form of a new entry."""
    fields = form_fields(collection, site.options, language)
    return EntryForm(collection, fields, None, {}, {}, {}, "")


def as_posted(form: EntryForm, site: SiteNow, pairs: Iterable[tuple[str, str]]) -> EntryForm:
    """The form with what a browser sent in place of what the file has."""
    posted = Posted(tuple(pairs))
    tree = posted_tree(form.fields, posted, site.known.written)
    tree = without_blank_rows(tree, form.unshown)
    body = posted.one(BODY) if posted.has(BODY) else form.body
    return replace(form, tree=tree, body=body, identifier=posted.one("id"))


def copied(form: EntryForm) -> EntryForm:
    """A new entry that begins with the values of another, but for what belongs to that one alone."""
    own = {"former_urls", "withdrawn", "published", "updated", "checked", "review", "images"}
    tree = {name: as_new(value) for name, value in form.tree.items() if name not in own}
    return replace(form, entry=None, shown={}, unshown={}, tree=tree)


def with_photos(form: EntryForm, names: Iterable[str]) -> EntryForm:
    """The form with one more picture for each of these files of content/media."""
    pictures = next((one.name for one in form.fields if one.is_pictures), "")
    rows = form.tree.get(pictures, [])
    if not pictures or not isinstance(rows, list):
        return form
    new: list[Tree] = [{"file": name, ORIGIN: ""} for name in names]
    return replace(form, tree={**form.tree, pictures: [*rows, *new]})


def with_rows(form: EntryForm, action: str, path: str) -> EntryForm:
    """The form after a button of a list: `add` one more row to the list at a path; `remove` the row there, or
    move it `up` or `down`."""
    tree = dict(form.tree)
    parts = path.split("/")
    rows = _list_at(tree, parts if action == "add" else parts[:-1])
    if rows is None:
        return form
    if action == "add":
        rows.append({ORIGIN: ""})
    elif parts[-1].isdigit() and int(parts[-1]) < len(rows):
        at = int(parts[-1])
        if action == "remove":
            del rows[at]
        else:
            to = at + (1 if action == "down" else -1)
            if 0 <= to < len(rows):
                rows[at], rows[to] = rows[to], rows[at]
    return replace(form, tree=tree)


def _list_at(tree: dict[str, Tree], parts: list[str]) -> list[Tree] | None:
    """The list at a path, copied on the way so that no other form shares it; made where there is none yet."""
    here: dict[str, Tree] | list[Tree] = tree
    for number, part in enumerate(parts):
        last = number + 1 == len(parts)
        if isinstance(here, list):
            if not part.isdigit() or int(part) >= len(here):
                return None
            row = here[int(part)]
            copy = dict(row) if isinstance(row, dict) else None
            if copy is None:
                return None
            here[int(part)] = copy
            here = copy
            continue
        value = here.get(part) or ([] if last or parts[number + 1].isdigit() else {})
        new = (
            list(value)
            if isinstance(value, list)
            else dict(value)
            if isinstance(value, dict)
            else None
        )
        if new is None:
            return None
        here[part] = new
        here = new
    return here if isinstance(here, list) else None


def _by_field(found: Iterable[Judged], language: Language) -> dict[str, list[Said]]:
    problems: dict[str, list[Said]] = {}
    for path, problem, line in ((one.path, one.problem, one.line) for one in found):
        said = Said(
            problem.kind.severity,
            problem.message(language),
            problem.fix(language),
            problem.kind.code,
            line,
        )
        place = problems.setdefault("/".join(map(str, path)), [])
        if said not in place:
            place.append(said)
    return problems


def found_by_build(site: SiteNow, form: EntryForm) -> list[Problem]:
    """What the last build found in the file of an entry and a form alone cannot see: a number that two entries have,
    an address that cannot be made. Nothing where the build has not seen the file as it is now."""
    entry = form.entry
    if entry is None or entry.root:
        return []
    built = site.known.by_key.get(f"{entry.collection}:{entry.id}")
    if built is None or built.tree != entry.tree or built.body != entry.document.body:
        return []
    seen = {said.code for found in form.problems.values() for said in found}
    return [one for one in site.problems if one.at.file == entry.file and one.kind.code not in seen]
