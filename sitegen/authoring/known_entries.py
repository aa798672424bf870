"""What a site holds already, as its author names it: read anew, without rendering anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.building.parsing import load
from sitegen.loading import documents
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options


@dataclass(frozen=True, slots=True)
class KnownEntries:
    """The site that the entry is for: what its fields may refer to."""

    root: Path
    options: Options

    def trees(self, collection: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """(id, fields as written) of every entry of a collection that can be read."""
        if COLLECTIONS[collection].tree:
            document, _ = documents.load(self.root, f"content/{collection}.yaml")
            for identifier, tree in document.tree.items() if document else ():
                if isinstance(tree, dict):
                    yield identifier, tree
            return
        for file in self.files(collection):
            document, _ = load(self.root, file)
            if document is not None:
                yield Path(file).stem, document.tree

    def files(self, collection: str) -> list[str]:
        folder = self.root / "content" / collection
        if not folder.is_dir():
            return []
        names = sorted(path.name for path in folder.iterdir() if path.suffix in (".md", ".yaml"))
        return [f"content/{collection}/{name}" for name in names]

    def choices(self, collections: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (
                identifier if len(collections) == 1 else f"{collection}:{identifier}",
                str(tree.get("name") or tree.get("document") or identifier),
            )
            for collection in collections
            for identifier, tree in self.trees(collection)
        )

    def called(self, collections: tuple[str, ...]) -> dict[str, str]:
        """What is written for the entry that an author calls so, by its name or its short one."""
        found: dict[str, str] = {}
        for collection in collections:
            for identifier, tree in self.trees(collection):
                written = identifier if len(collections) == 1 else f"{collection}:{identifier}"
                for field in ("name", "document", "short_name"):
                    if isinstance(name := tree.get(field), str) and name:
                        found.setdefault(name, written)
        return found

    def places(self) -> list[str]:
        """Every name of every region, as names of entries begin with them."""
        found: list[str] = []
        for _, tree in self.trees("regions"):
            former = tree.get("former_names") or []
            aka = tree.get("aka") or []
            found += [str(tree.get("name", "")), str(tree.get("short_name", ""))]
            found += aka if isinstance(aka, list) else [aka]
            found += [str(old.get("name", "")) for old in former if isinstance(old, dict)]
        return [place for place in found if len(place) > 1]
