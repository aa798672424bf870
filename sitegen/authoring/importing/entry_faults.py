"""What is wrong with an entry as a table would have it, at the cells that it is made of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sitegen.authoring.importing.site_rules import SiteRules
from sitegen.authoring.importing.standing import References
from sitegen.catalogue.names import MARK
from sitegen.loading.document import Document, FieldPath, Places, Table, TableRow, Tree
from sitegen.model import validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entries import compact
from sitegen.model.options import Options
from sitegen.model.record_problems import apart_from
from sitegen.model.referring import collections_at, references, written_references
from sitegen.model.table_columns import missing_columns
from sitegen.model.types import choices_of
from sitegen.problems import Kind, Location, Problem, Severity

NO_READINGS: Mapping[str, str] = {}
MISSING_COLUMN = Kind(
    "import.missing-column",
    Severity.ERROR,
    zh="新条目必填的“{title}”，表里没有这一列",
    en="new entries need “{title_en}”, and the table has no such column",
    fix_zh="加一列“{title}”；每行都一样的，加上 --set {title}=值[[（可选：{choices}）]]",
    fix_en="add the column, or --set {title}=VALUE if it is the same in every row[[ ({choices})]]",
)
SEVERAL_NAMES = Kind(
    "import.several-names",
    Severity.ERROR,
    zh="“{value}”像是几个名称，中间的记号认不出来",
    en="“{value}” seems to be several names; what stands between them is no separator",
    fix_zh="用顿号隔开，改成“{right}”",
    fix_en="write “{right}”",
)
BETWEEN_NAMES: Final = re.compile(r"[/／\\|｜\s,，;；+＋&]+")
LONGEST: Final = 400


@dataclass(slots=True)
class EntryFaults:
    """Judges the entries of one collection. What follows from a column that a table lacks is told once, in
    `of_columns`."""

    collection: str
    options: Options
    references: References
    rules: SiteRules
    elsewhere: set[FieldPath]
    _hidden: dict[int, tuple[Table, list[Problem]]] = field(default_factory=dict)

    def of(
        self,
        identifier: str,
        tree: dict[str, Tree],
        row: TableRow,
        changed: Iterable[FieldPath],
        *,
        is_new: bool,
    ) -> tuple[bool, list[Problem]]:
        """Whether an entry with these fields is valid, and what is wrong with it. Of its references those in
        changed fields are judged, and of the rules what they find there; of a new entry also errors elsewhere."""
        rows = {identifier: row}
        file = row.table.file
        document = Document(file, {identifier: tree}, "", 1, "", Places(), rows=rows)
        item, problems = validate.read_entry(
            document, self.collection, identifier, (identifier,), tree, self.options
        )
        told = apart_from(document, problems)
        if hidden := [problem for problem in problems if problem not in told]:
            self._hidden.setdefault(id(row.table), (row.table, []))[1].extend(hidden)
        model = COLLECTIONS[self.collection].model
        every = references(item.record) if item else written_references(model, tree)
        mentions = [(path, str(to)) for path, to in every]
        paths = list(changed)
        for path, target in (*mentions, *(item.extra_mentions if item else ())):
            is_changed = any(_is_within(path, other) for other in paths)
            if not is_changed or self.references.is_known(target):
                continue
            wrong = self.references.names.problem_with(target, collections_at(model, path))
            is_member = isinstance(path[-1], int)
            several = self._several(target, collections_at(model, path)) if is_member else {}
            if several:
                at = document.at((identifier, *path))
                told.append(Problem(SEVERAL_NAMES, at, several))
            elif wrong is not None:
                told.append(Problem(wrong[0], document.at((identifier, *path)), wrong[1]))
        if item is not None:
            told += self._of_rules(item, document, paths, is_new=is_new)
        return item is not None, told

    def _of_rules(
        self,
        item: validate.Item,
        document: Document,
        changed: Sequence[FieldPath],
        *,
        is_new: bool,
    ) -> list[Problem]:
        """What the rules of the site find in changed fields of an entry; errors in all of a new one."""
        entry = compact(item, document, (), NO_READINGS)
        unchanged: set[Location] = set()

        def place(path: FieldPath) -> Location:
            at = document.at((item.id, *path))
            if not any(_is_within(path, other) for other in changed):
                unchanged.add(at)
            return at

        found = self.rules.problems(entry, place)
        return [
            problem
            for problem in found
            if problem.at not in unchanged or (is_new and problem.kind.severity is Severity.ERROR)
        ]

    def _several(self, target: str, collections: Collection[str]) -> dict[str, str]:
        """What to say of a name that is several known ones: 青溪县/白山县; nothing of another."""
        name = target.partition(MARK)[2]
        parts = [part for part in BETWEEN_NAMES.split(name[:LONGEST]) if part]
        if len(parts) < 2:
            return {}
        where = next(iter(collections), "") if len(collections) == 1 else ""
        if not all(len(self.references.names.matches(f"{where}{MARK}{p}")) == 1 for p in parts):
            return {}
        return {"value": name, "right": "、".join(parts)}

    def of_columns(self) -> Iterator[Problem]:
        """The columns that tables lack; where it is none, what was taken to follow from it."""
        model = COLLECTIONS[self.collection].model
        for table, hidden in self._hidden.values():
            paths = {header: path for path, header in table.headers.items()}
            missing = list(missing_columns(table, model, paths, (), self.elsewhere))
            yield from (Problem(MISSING_COLUMN, p.at, self._facts(p.facts)) for p in missing)
            yield from () if missing else hidden

    def _facts(self, facts: Mapping[str, str]) -> dict[str, str]:
        infos = COLLECTIONS[self.collection].model.model_fields
        info = next((i for a, i in infos.items() if (i.alias or a) == facts["field"]), None)
        choices = choices_of(info) if info is not None else None
        labels = choices.options.values() if choices is not None else ()
        return {
            "title": facts["title"],
            "title_en": facts["title_en"],
            "choices": "、".join(label.zh for label in labels),
        }


def _is_within(path: FieldPath, other: FieldPath) -> bool:
    """Whether one of two paths leads into the other."""
    shorter = min(len(path), len(other))
    return path[:shorter] == other[:shorter]
