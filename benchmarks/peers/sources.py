"""The invented entries as the other generators read them: the same facts, titles for references."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.frame import filled
from benchmarks.synthetic.entries import TITLES, Dataset, Entry
from benchmarks.synthetic.fields import LABELS, REFERENCES, Fields, fields_of
from benchmarks.synthetic.words import CATEGORIES

TEMPLATES = Path(__file__).parent / "templates"
OUTSIDE = ("name", "summary", "region", "categories", "published")
"""Fields that have a place of their own and are not in the facts table."""


@dataclass(frozen=True, slots=True)
class Source:
    """An entry made ready: `place`, `group` and `label` are the words for region, category, kind.

    `related` are the entries whose cards its page shows, as `collection/id`.
    """

    entry: Entry
    name: str
    summary: str
    published: str
    place: str
    group: str
    label: str
    related: tuple[str, ...]
    facts: Fields

    @property
    def labelled(self) -> Fields:
        """The facts by the words for them."""
        return {LABELS[name]: value for name, value in self.facts.items()}


def source_of(data: Dataset, entry: Entry) -> Source:
    fields = fields_of(data, entry)
    refers = {name: other.name for name, other in data.references(entry)}
    assert set(refers) == set(fields) & set(REFERENCES)
    return Source(
        entry=entry,
        name=str(fields["name"]),
        summary=str(fields["summary"]),
        published=str(fields["published"]),
        place=entry.place,
        group=CATEGORIES[entry.category][0],
        label=str(fields.get("kind", TITLES[entry.collection])),
        related=tuple(other.key for other in data.related(entry)),
        facts={k: refers.get(k, v) for k, v in fields.items() if k not in OUTSIDE},
    )


def yaml(value: object, indent: str = "") -> str:
    """A mapping as YAML lines; scalars and lists as JSON, which is YAML too."""
    assert isinstance(value, dict)
    lines = []
    for name, member in value.items():
        if isinstance(member, dict):
            lines.append(f"{indent}{name}:\n{yaml(member, indent + '  ')}")
        else:
            lines.append(f"{indent}{name}: {json.dumps(member, ensure_ascii=False)}\n")
    return "".join(lines)


def copy_templates(name: str, site: Path) -> None:
    """A generator's own files with menu and footer in place."""
    shutil.copytree(TEMPLATES / name, site, dirs_exist_ok=True)
    for path in site.rglob("base*.*"):
        path.write_text(filled(path.read_text("utf-8"), root="/"), "utf-8")
