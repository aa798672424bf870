"""Which files are made of a picture, and how pages name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.catalogue.card_pictures import CardPicture
from sitegen.model.entry import CardImage, Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.views.cards import Picture
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import is_craft, showing
from sitegen.rendering.images.making import Variant
from sitegen.rendering.images.markup import Files, PictureSource
from sitegen.rendering.images.reading import ImageFile

WIDTHS = (480, 960, 1600)
"""A card on a phone; a page on a phone; a page on a fine screen."""
FIRST = 960
"""What a browser without srcset gets, and a messenger that looks for the first picture."""
DRAWING_SIDE = 400
"""Width and height that a drawing on a card is given: it scales without end, and its file is square."""
MIME = {"avif": "image/avif", "webp": "image/webp"}


def variants(context: PlanContext, image: ImageFile) -> tuple[Variant, ...]:
    """All files of a picture: each width in each format, none wider than the picture itself."""
    formats = (*_better(context), image.extension)
    return tuple(
        Variant(width, max(1, round(image.height * width / image.width)), extension)
        for width in widths(image)
        for extension in formats
    )


def widths(image: ImageFile) -> tuple[int, ...]:
    return tuple(sorted({min(width, image.width) for width in WIDTHS}))


def _better(context: PlanContext) -> tuple[str, ...]:
    """The formats that are offered before the plain one, the smallest first."""
    settings = context.site.settings.images
    return ("avif", "webp") if settings is not None and settings.avif else ("webp",)


def files_of(context: PlanContext, here: str, name: str) -> Files:
    """A picture as the page at `here` names its files."""
    image = context.images[name]

    def href(width: int, extension: str) -> str:
        file = addresses.variant(name, width, extension)
        return context.urls.shared_href(here, addresses.MEDIA + file)

    def srcset(extension: str) -> str:
        return ", ".join(f"{href(width, extension)} {width}w" for width in widths(image))

    first = max(width for width in widths(image) if width <= max(FIRST, widths(image)[0]))
    return Files(
        url=href(first, image.extension),
        width=first,
        height=max(1, round(image.height * first / image.width)),
        srcset=srcset(image.extension),
        sources=tuple(PictureSource(MIME[format], srcset(format)) for format in _better(context)),
    )


def page_picture(
    context: RenderContext,
    here: str,
    file: str,
    alt: str,
    illustration: bool,
    caption: str = "",
    credit: str = "",
) -> Picture:
    """A picture on an entry's own page: a drawing stands inline, any other as image files."""
    drawing = context.drawings.get(file)
    if drawing is not None:
        return Picture(alt, caption, credit, illustration, svg=drawing)
    files = files_of(context.plan, here, file)
    return Picture(alt, caption, credit, illustration, files=files)


def page_pictures(
    context: RenderContext, here: str, images: Iterable[Any], *, sold: bool = False
) -> tuple[Picture, ...]:
    """The pictures of a record's `images`, as its own page shows them: photographs before illustrations,
    as on its card. Of what is `sold` a photograph is said to show the goods themselves."""
    return tuple(
        page_picture(
            context,
            here,
            image.file,
            image.for_card().alt,
            image.illustration,
            image.caption or "",
            context.say("，").join(part for part in (image.credit, image.licence) if part),
        )._replace(real=sold and is_photo(context.plan, image.for_card()))
        for image in sorted(images, key=lambda image: image.illustration)
    )


def is_photo(context: PlanContext, image: CardImage) -> bool:
    """Whether an image shows the thing itself: it is no drawing, and says what it shows."""
    return bool(image.alt) and not image.illustration and image.file in context.images


def entry_pictures(
    context: RenderContext, here: str, entry: Entry, images: Iterable[Any]
) -> tuple[Picture, ...]:
    """The pictures on an entry's own page: those of its record, else the drawing that is lent to it."""
    own = page_pictures(context, here, images, sold=showing(entry.collection).sold)
    shown = None if own else context.plan.card_picture(entry)
    if shown is None or shown.lender is None:
        return own
    image = shown.image
    lent = page_picture(context, here, image.file, image.alt, image.illustration)
    return (lent._replace(of=shown.lender.name, of_category=shown.of_category),)


def card_picture(context: RenderContext, here: str, entry: Entry) -> Picture | None:
    """The picture on a card. A drawing is a file here: many cards share it."""
    shown = context.plan.card_picture(entry)
    if shown is None:
        return None
    image = shown.image
    if image.file in context.drawings:
        name = addresses.drawing(image.file, craft=in_accent(entry, shown))
        url = context.urls.shared_href(here, addresses.MEDIA + name)
        files = Files(url, DRAWING_SIDE, DRAWING_SIDE)
    else:
        files = files_of(context.plan, here, image.file)
    return Picture(
        image.alt,
        "",
        "",
        image.illustration,
        files=files,
        of=shown.lender.name if shown.lender else "",
        of_category=shown.of_category,
        real=showing(entry.collection).sold and is_photo(context.plan, image),
    )


def in_accent(entry: Entry, picture: CardPicture) -> bool:
    """Whether a drawing on a card is in the accent colour, as crafts are. That of a category never is."""
    return is_craft(entry) and not picture.of_category


def named(entry: Entry) -> Iterator[str]:
    """The files that an entry names in `images` and in its body."""
    yield from entry.image_files
    yield from in_body(entry)


def in_body(entry: Entry) -> Iterator[str]:
    for link in entry.links:
        if link.startswith("media:"):
            yield link.removeprefix("media:")


def picture_digests(context: PlanContext, entry: Entry) -> list[str]:
    """What the page of an entry reads of its own pictures, also of those in its body."""
    return [context.image_digest(name) for name in named(entry)]


def used(context: PlanContext) -> list[str]:
    """The pictures of public entries, in order of their names."""
    if not context.images:
        return []
    names = {name for entry in context.catalogue.entries.values() for name in named(entry)}
    return sorted(names & context.images.keys())
