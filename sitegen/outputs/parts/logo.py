"""The logo of a site: a file of templates/public/ that stands in the masthead in place of the seal."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from sitegen.config.site import Site
from sitegen.loading.nearest import nearest
from sitegen.outputs.plan_context import LogoFile
from sitegen.problems import Kind, Problem, Severity
from sitegen.rendering.images.proportions import proportions
from sitegen.rendering.templates import FOLDER, PUBLIC, Theme

MISSING = Kind(
    "site.no-such-logo",
    Severity.ERROR,
    zh="templates/public 里没有“{name}”[[，最接近的是“{nearest}”]][[，它在 {found}]]",
    en="there is no “{name}” in templates/public[[; the nearest is “{nearest}”]][[; it is in {found}]]",
    fix_zh="[[改成 {right}，或]]把标志的文件放进 templates/public/",
    fix_en="[[write {right}, or ]]put the file of the logo into templates/public/",
)
WRONG_TYPE = Kind(
    "site.logo-type",
    Severity.ERROR,
    zh="“{name}”不能做标志：“{extension}”不是图片",
    en="“{name}” cannot be the logo: “{extension}” is no picture",
    fix_zh="换成 .svg 或 .png",
    fix_en="take an .svg or a .png",
)
NO_SIZE = Kind(
    "site.logo-size",
    Severity.ERROR,
    zh="看不出标志“{name}”的宽和高",
    en="the logo “{name}” does not say how wide and high it is",
    fix_zh="SVG 在最外面的 <svg> 上写 viewBox，PNG 重新导出一次",
    fix_en="an SVG needs a viewBox on its outer <svg>; export a PNG again",
)

PICTURES = (".svg", ".png", ".webp", ".jpg", ".jpeg")
HEIGHT = 44
"""Its height in the masthead, in CSS pixels."""
SQUARE = 1.25
"""Up to this proportion of its sides a logo can stand in the tab of a browser."""


def find(
    site: Site, theme: Theme, published: Mapping[str, str], media: Collection[str] = ()
) -> tuple[LogoFile | None, list[Problem]]:
    """The logo that the settings name, and what is wrong with it. `published` are the files of the theme
    that are published as they are, `media` those of content/media."""
    if site.settings.logo is None:
        return None, []
    address = site.settings.logo.removeprefix(f"{FOLDER}{PUBLIC}/").removeprefix("/")
    name, suffix, at = f"{PUBLIC}/{address}", PurePosixPath(address).suffix, site.at("logo")
    if name not in published:
        pictures = [file.removeprefix(f"{PUBLIC}/") for file in published]
        close = nearest(address, [file for file in pictures if file.endswith(PICTURES)]) or ""
        bare = address.removeprefix("content/media/")
        found = f"content/media/{bare}" if bare in media else ""
        facts = {"name": address, "nearest": close, "right": close, "found": found}
        return None, [Problem(MISSING, at, facts)]
    if suffix not in PICTURES:
        return None, [Problem(WRONG_TYPE, at, {"name": address, "extension": suffix})]
    sides = proportions((theme.public[name] / name).read_bytes())
    if sides is None:
        return None, [Problem(NO_SIZE, at, {"name": address})]
    width, height = sides
    is_icon = suffix == ".svg" and max(sides) / min(sides) <= SQUARE
    return LogoFile(address, max(1, round(HEIGHT * width / height)), HEIGHT, is_icon), []
