"""Saves some fields of an entry outside its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.authoring.edits.edited import NotEdited
from sitegen.editing import entry_files, saves, saving
from sitegen.editing.desk import Desk
from sitegen.editing.entry_files import EntryFile
from sitegen.editing.judging import Judged
from sitegen.editing.site_now import SiteNow
from sitegen.loading.document import Tree
from sitegen.model.validate import without_blanks
from sitegen.problems import Severity


@dataclass(frozen=True, slots=True)
class FieldSave:
    """What became of it: nothing is wrong where it was saved. `wrong` are errors in these fields, `refused` says
    in words why the file stays as it is. `file` was saved, `name` is what its entry is called."""

    wrong: Sequence[Judged] = ()
    refused: str = ""
    file: str = ""
    name: str = ""

    @property
    def is_done(self) -> bool:
        return not self.wrong and not self.refused


def save_fields(
    desk: Desk, site: SiteNow, entry: EntryFile, changes: Mapping[str, Tree]
) -> FieldSave:
    """Save fields of an entry, each whole; "" empties one. Mistakes in other fields are no bar."""
    filled = without_blanks({**entry.tree, **changes})
    tree = filled if isinstance(filled, dict) else {}
    found = site.judge().problems(entry.collection, entry.id, tree, entry.document.body)
    wrong = [
        one
        for one in found
        if one.problem.kind.severity is Severity.ERROR and one.path[:1] and one.path[0] in changes
    ]
    if wrong:
        return FieldSave(wrong)
    try:
        data = entry_files.changed(entry, changes, None, site.options)
        new = [saves.NewBytes(entry.file, entry.digest, data)]
        saves.save(desk.root, new, name=entry.name, time=desk.time())
    except NotEdited as error:
        why, at = saving.why(desk, error)
        return FieldSave(refused=f"{desk.say('这个文件不能由表单改写：{why}', why=why)} {at}")
    except saves.ChangedMeanwhile:
        return FieldSave(refused=desk.say(saving.REASONS["changed"]))
    except OSError as error:
        why = error.strerror or str(error)
        return FieldSave(refused=desk.say("磁盘拒绝写入：{why}", why=why))
    return FieldSave(file=entry.file, name=entry.name)
