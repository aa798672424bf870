"""The places of what page rules find: in the body of an entry, in a template of the site, or on a page."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from urllib.parse import unquote

from sitegen import files
from sitegen.building.entry_places import EntryPlaces
from sitegen.catalogue.site_links import site_links
from sitegen.checks.pages.links import BROKEN
from sitegen.checks.rule import Finding
from sitegen.model.entry import Entry
from sitegen.outputs.addresses import address_of
from sitegen.outputs.parts.prose import links_as_written
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.problems import Kind, Location, Problem


class FindingPlaces:
    """Collects findings on pages and gives each its place.

    A link that an author wrote is shown as written, where it is written. Any other comes from site.yaml or
    a template: what is found on many pages for the same reason is one problem.
    """

    def __init__(self, plan: PreparedSite) -> None:
        self._plan = plan
        self._sources = {output.path: output.args[0] for output in plan.outputs if output.args}
        self._places = EntryPlaces(plan.site.root)
        self._written: tuple[str, dict[str, str]] = ("", {})
        self._problems: list[Problem] = []
        self._in_templates: dict[tuple[Kind, str], list[tuple[str, Finding]]] = {}

    def add(self, path: str, finding: Finding) -> None:
        """Hear of what was found on the page at `path`."""
        if not self._plan.rules.counts(finding.kind):
            return
        entry = self._entry(path)
        link = finding.facts.get("link")
        written = self._links_on(path, entry) if entry else {}
        if entry is not None and (link is None or link in written):
            self._add_in_entry(entry, finding, written.get(link or ""))
        else:
            target = (link or "").lstrip("./") or path
            self._in_templates.setdefault((finding.kind, target), []).append((path, finding))

    def problems(self) -> list[Problem]:
        for (kind, target), findings in self._in_templates.items():
            path, finding = findings[0]
            others = str(len(findings) - 1) if len(findings) > 1 else ""
            at = self._in_settings(target) or self._in_template(target) or Location(path)
            facts = {**finding.facts, "others": others}
            self._problems.append(self._plan.rules.problem(kind, at, facts))
        self._in_templates = {}
        return self._problems

    def _entry(self, path: str) -> Entry | None:
        source = self._sources.get(path, "")
        catalogue = self._plan.catalogue
        return catalogue.entries.get(source) or catalogue.gone.get(source)

    def _links_on(self, path: str, entry: Entry) -> dict[str, str]:
        """The links of the entry as written, by what they are on the page at `path`."""
        if self._written[0] != path:
            links = links_as_written(self._plan.context, address_of(path), entry)
            self._written = (path, links)
        return self._written[1]

    def _add_in_entry(self, entry: Entry, finding: Finding, written: str | None) -> None:
        if finding.kind is BROKEN and written is not None and written.startswith("/"):
            return  # checks/plan/body_links.py has reported it
        at, facts = Location(entry.file), {"others": "", **finding.facts}
        if written is not None:
            at = self._places.of(entry, ("body", written))
            facts["link"] = written
            if "fragment" in facts:
                facts["fragment"] = unquote(written.partition("#")[2])
        self._problems.append(self._plan.rules.problem(finding.kind, at, facts))

    def _in_settings(self, target: str) -> Location | None:
        """Where site.yaml has a link of menu or footer to this address; None where it has none."""
        site = self._plan.site
        for path, link in site_links(site.settings):
            if link.to == f"/{target}":
                return site.at(*path, "to")
        return None

    @cached_property
    def _templates(self) -> dict[str, str]:
        """The texts of the site's own templates by file."""
        root = self._plan.site.root
        texts = {}
        for path in sorted((root / "templates").rglob("*.html")):
            with suppress(OSError):
                text = files.read(path).decode("utf-8", "replace")
                texts[path.relative_to(root).as_posix()] = text
        return texts

    def _in_template(self, target: str) -> Location | None:
        """Where a template of the site's own has this text; None where none has it."""
        for file, text in self._templates.items() if target else ():
            if (place := text.find(target)) >= 0:
                line_start = text.rfind("\n", 0, place) + 1
                return Location(file, text.count("\n", 0, place) + 1, place - line_start + 1)
        return None
