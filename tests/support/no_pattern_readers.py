"""The functions of the package with regular expressions that no text of an author can make slow, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PYTHON_MARKDOWN: Final = "counts its steps instead: tests/rendering/test_work.py"
OF_THE_PROGRAM: Final = "reads texts of the program, of a theme or of a library, never of an entry"
SHORT: Final = (
    "reads a short text of this machine's own: a name of a file, an answer at the terminal"
)
HEADER: Final = "reads what stands behind | or > from its beginning, which libyaml has read before"
NOT_READERS: Final[Mapping[str, str]] = {
    "authoring.edits.scalar_splices.replaced": HEADER,
    "authoring.edits.scalar_splices.reworded": HEADER,
    "authoring.importing.entry_faults.EntryFaults._several": "reads at most 400 characters",
    "authoring.interview.Interview._value": SHORT,
    "authoring.schemas.texts._as_typed": "reads a code or a word of site.yaml from its beginning, 15 characters",
    "authoring.schemas.texts.escaped": "finds single characters in a code or a word of site.yaml",
    "authoring.schemas.texts.of_form": OF_THE_PROGRAM,
    "cli.publishing.parse_domain": SHORT,
    "cli.publishing.parse_root": SHORT,
    "commands.doctor.folder._is_unfit": SHORT,
    "commands.doctor.requirements._numbers": OF_THE_PROGRAM,
    "commands.doctor.requirements._ranges": OF_THE_PROGRAM,
    "commands.doctor.requirements.allows": OF_THE_PROGRAM,
    "editing.filled.Filler._one": "reads a date from its beginning, at most 16 characters of it",
    "editing.form_fields._about": OF_THE_PROGRAM,
    "editing.renaming.in_settings": "looks for an id in site.yaml",
    "outputs.addresses.Urls.permanent_shared": "reads one address from its beginning",
    "outputs.addresses.Urls.shared_href": "reads one address from its beginning",
    "outputs.parts.linked_data.about_article": "reads a day that the model has read before",
    "publishing.finished._parsed": OF_THE_PROGRAM,
    "publishing.kinds_of_files._pattern": OF_THE_PROGRAM,
    "publishing.server_configs.apache._rewritten": OF_THE_PROGRAM,
    "publishing.server_configs.nginx.write": OF_THE_PROGRAM,
    "publishing.server_configs.policy.security_policy": "reads the first 4,096 bytes of a page",
    "publishing.targets.git_program.Git._variables": OF_THE_PROGRAM,
    "publishing.targets.git_program.telling": OF_THE_PROGRAM,
    "publishing.targets.page_parts._Reader.__init__": "finds the ends of lines",
    "publishing.targets.s3_client.S3Place.signed_region": SHORT,
    "publishing.targets.zip_file.ZipTarget._zips": SHORT,
    "building.media._hidden": SHORT,
    "building.staging_folder.left": SHORT,
    "building.standing._problem": OF_THE_PROGRAM,
    "checks.pages.links.resolve": "reads one link from its beginning, two characters of it",
    "commands.explain._in_general": OF_THE_PROGRAM,
    "files.writing.temporaries": SHORT,
    "loading.hidden_names.is_harmless": SHORT,
    "loading.workbooks.sheets._is_prose": "looks for six words in the name of a sheet",
    "outputs.files.pictures.drawing": OF_THE_PROGRAM,
    "outputs.parts.poster_text._lines": "reads a name of 60 characters, or a sentence of 80",
    "outputs.parts.featured._examples": "reads the reading of a name, of at most 60 characters",
    "rendering.dialect.counting._count_backticks": PYTHON_MARKDOWN,
    "rendering.dialect.extension.Dialect.extendMarkdown": PYTHON_MARKDOWN,
    "rendering.dialect.lists.IndentedList.run": PYTHON_MARKDOWN,
    "rendering.dialect.lists.ListOfAKind.__init__": PYTHON_MARKDOWN,
    "rendering.markdown.reader": PYTHON_MARKDOWN,
    "rendering.markdown.render": PYTHON_MARKDOWN,
    "rendering.jinja_messages.in_chinese": OF_THE_PROGRAM,
    "rendering.styles.compact": OF_THE_PROGRAM,
    "rendering.templates.find": OF_THE_PROGRAM,
    "rendering.templates.reached": OF_THE_PROGRAM,
    "rendering.translations._placeholders": OF_THE_PROGRAM,
    "rendering.translations.read": OF_THE_PROGRAM,
    "rendering.vocabulary.day": OF_THE_PROGRAM,
    "search.names.Names.add": "reads the names of an entry, of at most 60 characters each",
    "serving.access.is_key": SHORT,
}
