"""A content file as text, before and after changes of an entry in it."""

from __future__ import annotations

from sitegen.authoring.edits.changes import Change
from sitegen.authoring.edits.edited import edited
from sitegen.loading import documents
from sitegen.loading.document import FieldPath, Tree
from sitegen.model.options import Options


def after(
    text: str,
    changes: dict[str | FieldPath, Tree],
    *,
    collection: str = "gi",
    file: str = "",
    root: FieldPath = (),
    options: Options | None = None,
) -> str:
    """The text with these changes: new values by the name or the path of their field. The file is a `.md`
    where the text begins with `---`, else a `.yaml`."""
    data = text.encode()
    file = file or f"content/{collection}/a{'.md' if text.startswith('---') else '.yaml'}"
    document, _ = documents.parse(data, file)
    assert document is not None
    wanted = [
        Change((path,) if isinstance(path, str) else path, value) for path, value in changes.items()
    ]
    return edited(data, document, root, wanted, collection, options or Options()).decode()
