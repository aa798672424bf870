"""The pictures of a city's entries: copied as they are, into a folder of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.building import media
from sitegen.collecting.city import City
from sitegen.model.entry import Entry
from sitegen.model.validate import COLLECTED

FOLDER = f"content/media/{COLLECTED}"


def name_of(prefix: str, name: str) -> str:
    """What a picture of a city is called in the province, below content/media."""
    return f"{COLLECTED}/{prefix}/{name}"


def used(city: City, entries: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of each picture that these entries show, in order."""
    names = {name for entry in entries for name in entry.image_files}
    names |= {
        link.removeprefix("media:")
        for entry in entries
        for link in entry.links
        if link.startswith("media:")
    }
    for name in sorted(names & {*city.media.images, *city.media.drawings}):
        yield name, media.read_bytes(city.root, name)
