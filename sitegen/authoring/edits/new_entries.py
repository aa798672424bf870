"""The text of a new entry: its fields in the order of the model, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.authoring.edits.changes import without_gaps
from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.fresh import Indents, field_lines
from sitegen.authoring.edits.scalars import NotWritable
from sitegen.loading.document import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options


def new_text(
    collection: str, tree: Mapping[str, Tree], options: Options, *, identifier: str = ""
) -> str:
    """The text of a file with one entry, `drafts.entry_file` says which. Of a tree collection it is a tree
    file with this entry alone; that it has an `identifier` is needed there only.

    Raises NotWritable where a text has a character that no text may have. Fields without a value are left out.
    """
    filled = without_gaps(dict(tree))
    assert isinstance(filled, dict)
    if COLLECTIONS[collection].tree:
        fields = Fields.of_tree(collection, options)
        return "\n".join(field_lines(identifier, filled, fields, Indents())) + "\n"
    fields = Fields.of_entry(collection, options)
    lines = [
        line
        for name, value in fields.sorted(filled).items()
        for line in field_lines(name, value, fields, Indents())
    ]
    yaml = "\n".join(lines) + "\n"
    return f"---\n{yaml}---\n\n" if COLLECTIONS[collection].shown else yaml


__all__ = ["NotWritable", "new_text"]
