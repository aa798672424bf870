"""sitegen schema: JSON Schemas of the entries and settings of a site, and the settings by which VS Code finds them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from sitegen import files
from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.schemas.editor_settings import NOT_UNDERSTOOD, SCHEMAS, merged
from sitegen.authoring.schemas.of_site import SiteSchemas, entries_of
from sitegen.authoring.schemas.texts import Schema
from sitegen.building import state
from sitegen.config.site import read_site
from sitegen.loading import formats
from sitegen.model.collections import COLLECTIONS
from sitegen.model.validate import COLLECTED, tree_file
from sitegen.problems import Kind, Language, Location, Mistaken, Problem, Report, Severity

FOLDER: Final = ".vscode"
SETTINGS: Final = f"{FOLDER}/settings.json"
OURS: Final = b"sitegen schema"
"""What stands in each schema that this command writes, among its first bytes."""
FIRST_BYTES: Final = 400
LARGEST: Final = 1 << 20
"""Of settings, in bytes."""
OF_OTHERS = Kind(
    "schema-file.of-others",
    Severity.ERROR,
    zh="这里已经有别人写的文件或链接，没有动它",
    en="there is a file or a link of somebody else here, which was left alone",
    fix_zh="把它移走或换个名字，再运行一次",
    fix_en="move it away or rename it, and run the command again",
)


class Written(NamedTuple):
    """How many schemas there are, and how many of them are new or have changed. `settings` is the file of settings
    where something was added to it, else ""."""

    every: int
    changed: int
    settings: str


def write_schemas(root: Path, report: Report, language: Language) -> Written | None:
    """Write the schemas of a site and what VS Code has to know of them; None where the report says why not. Then
    nothing was written."""
    site = report.take(read_site(root))
    if site is None or report.has_errors:
        return None
    schemas = SiteSchemas(site.options, entries_of(KnownEntries(root, site.options)), language)
    made = {_schema_file("site"): _bytes(schemas.of_settings())}
    made |= {_schema_file(name): _bytes(schemas.of_collection(name)) for name in COLLECTIONS}
    try:
        changed = {file: data for file, data in made.items() if _is_new(root, file, data)}
        settings = _settings(root)
    except Mistaken as mistaken:
        report.add([mistaken.problem])
        return None
    to_write = changed if settings is None else {**changed, SETTINGS: settings}
    for file, data in to_write.items():
        files.write(files.inside(root, file), data, through=root / state.FOLDER)
    return Written(len(made), len(changed), "" if settings is None else SETTINGS)


def editor_settings() -> Mapping[str, Any]:
    """The settings by which the YAML extension of VS Code finds the schemas. It asks no catalogue on the net."""
    globs = {"site": ["/site.yaml"]}
    for name, collection in COLLECTIONS.items():
        own = tree_file(name) if collection.tree else f"{name}/*{formats.YAML.extension}"
        globs[name] = [f"/content/{own}", f"/content/{COLLECTED}/*/{own}"]
    schemas = {f"./{_schema_file(name)}": found for name, found in globs.items()}
    return {SCHEMAS: schemas, "yaml.schemaStore.enable": False}


def _schema_file(name: str) -> str:
    return f"{FOLDER}/schemas/{name}.json"


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode()


def _is_new(root: Path, file: str, data: bytes) -> bool:
    """Whether a schema is not there yet as it is now. Raises Mistaken where it would replace what is not ours."""
    path = files.inside(root, file)
    _must_be_real(root, file)
    try:
        before = files.read_up_to(str(path), max(len(data) + 1, FIRST_BYTES))
    except FileNotFoundError:
        return True
    except OSError as error:
        raise Mistaken(Problem(OF_OTHERS, Location(file))) from error
    if OURS not in before[:FIRST_BYTES]:
        raise Mistaken(Problem(OF_OTHERS, Location(file)))
    return before != data


def _settings(root: Path) -> bytes | None:
    """The settings as they are to be; None where they are like that."""
    _must_be_real(root, SETTINGS)
    try:
        before = files.read(files.inside(root, SETTINGS), LARGEST)
    except FileNotFoundError:
        before = b""
    except OSError as error:
        raise Mistaken(Problem(OF_OTHERS, Location(SETTINGS))) from error
    try:
        text = before.decode()
    except UnicodeDecodeError as error:
        raise Mistaken(Problem(NOT_UNDERSTOOD, Location(SETTINGS))) from error
    new = merged(text, editor_settings(), SETTINGS).encode()
    return None if new == before else new


def _must_be_real(root: Path, file: str) -> None:
    """Raise Mistaken where a folder on the way to a file is none of the site's own: a link, say."""
    parts = file.split("/")[:-1]
    for length in range(1, len(parts) + 1):
        path = root.joinpath(*parts[:length])
        if (path.exists() or path.is_symlink()) and not files.is_folder(path):
            raise Mistaken(Problem(OF_OTHERS, Location("/".join(parts[:length]))))
