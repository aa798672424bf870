"""All tints of a site are worked out from one colour, and text can be read on them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.rendering.colours import contrast, seen
from sitegen.rendering.palette import (
    DARK_INK,
    DEFAULTS,
    ELDER,
    INK,
    ON_SEAL,
    PAPER,
    READABLE,
    contrast_on_light,
    palette,
    readable,
    too_faint,
)
from tests.support.basic_site import REPOSITORY

TOKENS = (REPOSITORY / "templates/css/tokens.css").read_text("utf-8")
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def blocks() -> list[dict[str, str]]:
    """The colours of the theme's own tokens: light, dark, elder, elder in the dark."""
    parts = re.findall(r":root[^{]*{([^}]*)}", TOKENS)[:4]
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", part)) for part in parts]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") < 4.5


def test_a_site_without_colours_of_its_own_changes_nothing() -> None:
    assert palette("", "").css() == ""


def test_the_colours_that_stand_outside_the_tokens_are_those_of_the_tokens() -> None:
    light, dark, elder, _ = blocks()
    for name, pair in DEFAULTS.items():
        assert pair == (light[name], dark[name])
    assert (light["paper"], light["ink"], light["on-seal"]) == (PAPER, INK, ON_SEAL)
    assert dark["ink"] == DARK_INK and "ink" not in elder


def test_more_contrast_has_the_colours_of_large_letters() -> None:
    parts = re.findall(r":root[^{]*{([^}]*)}", TOKENS)
    every = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", part)) for part in parts]
    for elder, more in zip(every[2:4], every[4:6], strict=True):
        assert {name: more[name] for name in elder} == elder
        assert more.keys() - elder.keys() == {"hairline", "edge"}
    own = palette("#b3261e", "")
    assert own.css().count("prefers-contrast: more") == 2
    _, light = own.css().split("@media (prefers-contrast: more) {\n")
    assert f"--primary: {own.elder['primary']};" in light


def test_the_palette_of_pine_looks_like_the_theme() -> None:
    """As light or dark, that is, as each of its colours, by 0.06 of all there is."""
    for mode, own in zip(palette("#1d5a4b", "#a93226"), blocks(), strict=True):
        for name, colour in mode.items():
            if name in own and len(own[name]) == 7:
                distance = abs(seen(colour).lightness - seen(own[name]).lightness)
                assert distance < 0.06, (name, colour, own[name])


def test_only_tokens_of_the_theme_are_set_and_none_of_a_status() -> None:
    light, *_ = blocks()
    for mode in palette("#b3261e", "#1a5fb4"):
        assert mode.keys() <= light.keys()
        assert not mode.keys() & {"valid", "warn", "revoked", "ink", "quiet"}


@settings(deadline=None)
@given(COLOURS)
def test_a_colour_too_faint_has_a_nearest_one_of_its_hue(colour: str) -> None:
    nearest = readable(colour)
    assert not too_faint(nearest) and (nearest == colour) is not too_faint(colour)
    if nearest != colour:
        assert contrast_on_light(nearest) < 4.75, "a less dark one would do"


@settings(deadline=None)
@given(COLOURS, COLOURS)
def test_all_text_can_be_read_in_every_mode(primary: str, accent: str) -> None:
    made = palette(primary, accent)
    light = made.light
    for mode, least in ((light, READABLE), (made.elder, ELDER)):
        for text in ("primary", "accent"):
            for ground in (PAPER, "#fffefa", mode[f"{text}-wash"]):
                assert contrast(mode[text], ground) >= least
        assert contrast(INK, mode["tile-1"]) >= least
        assert contrast(ON_SEAL, mode["seal"]) >= least
        assert contrast(mode["night"], "#efeadc") >= ELDER
    for mode, least in ((made.dark, READABLE), (made.elder_dark, ELDER)):
        for text in ("primary", "accent"):
            for ground in (mode["paper"], mode["sheet"], mode[f"{text}-wash"]):
                assert contrast(mode[text], ground) >= least
        for ground in ("paper", "sheet", "primary-wash", "tile-1"):
            assert contrast(DARK_INK, mode[ground]) >= READABLE
        assert contrast(ON_SEAL, mode["seal"]) >= READABLE
    for mode, least in zip(made, (READABLE, READABLE, ELDER, ELDER), strict=True):
        assert contrast(mode["on-primary"], mode["primary"]) >= least
        assert contrast(mode["on-tile-2"], mode["tile-2"]) >= least
