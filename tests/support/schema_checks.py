"""Files of content held against the schemas of their site, as an editor does it: with YAML's own types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.schemas.of_site import SiteSchemas, entries_of
from sitegen.config.site import read_site
from sitegen.loading import documents, front_matter
from sitegen.loading.document import Tree
from sitegen.model.validate import collection_of
from sitegen.problems import Language


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as the language server of editors reads it: `no` and 2025-01-10 are texts, 2025 is a number."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("null", r"(?:~|null|Null|NULL|)\Z"),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    ("int", r"[-+]?[0-9]+\Z"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)
CoreLoader.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node))
)


def schemas_of(root: Path, language: Language = "zh") -> SiteSchemas:
    """The schemas of the site in a folder."""
    site, _ = read_site(root)
    assert site is not None
    return SiteSchemas(site.options, entries_of(KnownEntries(root, site.options)), language)


class Editor:
    """What an editor with the schemas of a site says of its files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.schemas = schemas_of(root)
        self.of_collection = cache(
            lambda name: Draft202012Validator(self.schemas.of_collection(name))
        )
        self.settings = Draft202012Validator(self.schemas.of_settings())

    def complaints(self, file: str, root: Path | None = None) -> list[str]:
        """The paths that are wrong in a file, each with why: where it is read with YAML's types, and where all is
        text, as sitegen reads it. The file is that of the site or of the one in `root`."""
        root = root or self.root
        document, problems = documents.load(root, file)
        assert document is not None and not problems, (file, problems)
        validator = self.settings
        if file != "site.yaml":
            home = collection_of(file)
            assert home is not None, file
            validator = self.of_collection(home[0])
        text = (root / file).read_text("utf-8-sig")
        if file.endswith(".md"):
            parts, _ = front_matter.split(text, file)
            assert parts is not None
            text = parts.yaml
        typed = yaml.load(text, CoreLoader)
        return [*said(validator, typed), *said(validator, document.tree)]


def said(validator: Draft202012Validator, tree: Tree | Any) -> Iterator[str]:
    for error in validator.iter_errors(tree):
        yield f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"
