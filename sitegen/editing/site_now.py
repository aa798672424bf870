"""The site as the last build read it, for one answer of the editor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitegen.authoring.importing.site_rules import SiteRules
from sitegen.config.site import Site
from sitegen.editing import photos
from sitegen.editing.judging import Judge
from sitegen.editing.known_names import KnownNames
from sitegen.model.entry import Unloaded
from sitegen.model.options import Options
from sitegen.pipeline.loaded_theme import LoadedTheme
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.pipeline.site_plan import SitePlan
from sitegen.problems import Problem


@dataclass(frozen=True, slots=True)
class SiteNow:
    """One state of the site. `problems` are those of the last build, `base_path` that of its preview."""

    root: Path
    plan: SitePlan
    theme: LoadedTheme
    known: KnownNames
    problems: tuple[Problem, ...]
    base_path: str

    @property
    def site(self) -> Site:
        return self.plan.inputs.site

    @property
    def options(self) -> Options:
        return self.site.options

    @property
    def unloaded(self) -> tuple[Unloaded, ...]:
        return self.plan.inputs.unloaded

    def rules(self) -> SiteRules:
        """The rules on single entries; what is in content/media is looked up anew."""
        return SiteRules(self.site, self.plan.inputs.rules, photos.names(self.root))

    def judge(self) -> Judge:
        return Judge(self.options, self.rules(), self.known.by_key, self.plan.inputs.failed)


class SiteStates:
    """Keeps what was worked out of the names of a site until its entries are others."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known = KnownNames(())

    def now(
        self, memory: PreviewMemory, problems: tuple[Problem, ...], base_path: str
    ) -> SiteNow | None:
        """The state that a build left; None where the settings of the site could not be read."""
        plan, theme = memory.site_plan, memory.theme
        if plan is None or theme is None:
            return None
        if self._known.entries is not plan.inputs.entries:
            self._known = KnownNames(plan.inputs.entries)
        return SiteNow(self._root, plan, theme, self._known, problems, base_path)
