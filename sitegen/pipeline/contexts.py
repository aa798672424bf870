"""What each edition is planned from, and what its pages are rendered from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.building.content import Content
from sitegen.building.generator import generator_digest
from sitegen.building.parsing import NAMES
from sitegen.building.rendered import Rendered
from sitegen.building.variants import Variants
from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.outputs.addresses import urls_of
from sitegen.outputs.edition import EDITIONS
from sitegen.outputs.parts import logo
from sitegen.outputs.parts.frame import frame_digest
from sitegen.outputs.plan_context import PlanContext, SharedInputs
from sitegen.outputs.render_context import RenderContext
from sitegen.pipeline.loaded_theme import LoadedTheme
from sitegen.pipeline.site_plan import Inputs, SitePlan
from sitegen.rendering import markdown


def plan_contexts(
    inputs: Inputs, catalogue: Catalogue, theme: LoadedTheme, *, kept: bool = False
) -> list[PlanContext]:
    """What each edition is planned from. `kept`: the plan will be put right for later edits."""
    site, media = inputs.site, inputs.media
    assets = (theme.style_address, *theme.script_addresses.values())
    own_logo, _ = logo.find(site, theme.theme, theme.public)
    contexts = []
    for edition in EDITIONS:
        words = theme.word_digests[edition.locale]
        shared = SharedInputs(
            templates=theme.closures,
            generator=generator_digest(),
            frame=frame_digest(site, catalogue, assets, own_logo, words),
            words=words,
            style=theme.style_address,
            scripts=theme.script_addresses,
            public=theme.public,
            logo=own_logo,
            fonts=inputs.fonts,
        )
        urls = urls_of(site, edition.prefix)
        contexts.append(
            PlanContext(site, catalogue, edition, urls, shared, media.digests, media.images, kept)
        )
    return contexts


def render_context(
    root: Path,
    plan: SitePlan,
    planned_from: Sequence[PlanContext],
    theme: LoadedTheme,
    content: Content,
) -> RenderContext:
    """What the first edition is rendered from; in its `others` are those of the other editions. `planned_from`
    knows already much of what pages ask for."""
    media = content.media
    html, encoded = Bodies(content.rendered), Variants(root)
    others: dict[str, RenderContext] = {}
    contexts = [
        RenderContext(
            plan=context,
            wording=theme.wordings[context.edition.locale],
            outputs=plan.outputs,
            html=html,
            drawings=media.drawings,
            render=theme.renderers[context.edition.locale],
            encoded=encoded,
            style=theme.style,
            theme=theme.theme,
            others=others,
        )
        for context in planned_from
    ]
    others.update((context.plan.edition.locale, context) for context in contexts[1:])
    return contexts[0]


@dataclass(frozen=True, slots=True)
class Bodies:
    """An entry's body as HTML: rendered in this run already, or now."""

    known: Rendered

    def __call__(self, entry: Entry) -> str:
        html = self.known.get(entry.body_digest)
        return markdown.render(entry.body, NAMES).html if html is None else html
