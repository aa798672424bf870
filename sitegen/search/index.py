"""The bundle of names of the search index: root.json, the shards of names.py, the table of regions.

root.json has everything that every visitor loads: the readings of characters, the directory of
syllables, the classes of entries, the categories and the regions. scope.js and sounds.js read it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence, Set
from typing import Any

from sitegen.files import digest
from sitegen.search import characters, classes
from sitegen.search.checksum import checksum
from sitegen.search.everyday_words import common_groups, own_group, tables_of
from sitegen.search.facts import Node, SearchFacts, Subject
from sitegen.search.folding import fold
from sitegen.search.names import KEY_BITS, Names
from sitegen.search.numbering import Numbering, RegionRange
from sitegen.search.postings import Varints, varint
from sitegen.search.roots import ROOT, compact, root_file
from sitegen.search.shards import PostingLists, SortedLists, Space, cut

PACK = 12_000
"""Maximum size in bytes of an index that is kept in a single file."""
SHARD = 1_500
"""Maximum size in bytes of the files into which a larger index is cut."""
INLINE = 240
"""Maximum size in bytes of a directory or table within root.json. That of `b` is always there."""
REGIONS_INLINE = 120
"""Maximum number of regions for which root.json has all of them."""
MANY = 50_000
"""Number of entries from which root.json has the table of characters beyond the everyday ones: on
such a site every second query needs it."""


def build(
    facts: SearchFacts,
    numbering: Numbering,
    scripts: Sequence[str] = (),
    *,
    index_html: bool = False,
) -> dict[str, bytes]:
    """The files of the bundle by name. `scripts` read it (see roots.py); `index_html`: links to pages
    must end with index.html."""
    subjects = sorted(facts.subjects, key=lambda subject: numbering.ids[subject.key])
    groups, group_of, counts = classes.groups_of(subjects)
    names = Names()
    for subject in subjects:
        names.add(subject, numbering.ids[subject.key], group_of[subject.key])
    folded = _folded_names(facts)
    names.add_regions(facts.regions, numbering)
    files: dict[str, bytes] = {}
    directories = {}
    for index, keys in names.keys.items():
        directories[index] = directory(
            index,
            KEY_BITS[index],
            SortedLists(keys, names.varints),
            numbering,
            names.varints,
            files,
            inline=index == "b",
        )
    root = {
        "groups": classes.digest_of(groups),
        "ids": numbering.size,
        "indexHtml": index_html,
        **_characters(frozenset().union(*folded), files, inline=len(subjects) >= MANY),
        **classes.rows_of(groups, counts, facts.labels, facts.categories),
        "categories": [_category(node) for node in facts.categories],
        **_regions(facts.regions, numbering, files),
        "further": text(_further(subjects, numbering)),
        "everyday": _everyday(facts, folded, files),
        "indexes": directories,
    }
    files[ROOT] = root_file(scripts, numbering, **root)
    return files


def _folded_names(facts: SearchFacts) -> set[str]:
    """The folded names of all entries, regions and categories."""
    nodes = (*facts.regions, *facts.categories)
    texts = {name.text for subject in facts.subjects for name in subject.names}
    return {fold(text) for text in texts | {name.text for node in nodes for name in node.names}}


def directory(
    index: str,
    key_bits: int,
    lists: PostingLists,
    numbering: Numbering,
    varints: Varints,
    files: dict[str, bytes],
    *,
    inline: bool = False,
) -> list[Any]:
    """Cut an index into shards and add them to `files`.

    Returns [bits of keys, bits of ids, directory]; the directory is in base64, or the name of its
    file after a colon.
    """
    id_bits = max(1, (numbering.size - 1).bit_length())
    space = Space(key_bits, id_bits, PACK if lists.ends[-1] <= PACK else SHARD)
    data, shards = cut(lists, space, index, varints)
    files.update(shards)
    return [key_bits, id_bits, text(data) if inline else _inline_or_file(index, data, files)]


def _characters(chars: frozenset[str], files: dict[str, bytes], *, inline: bool) -> dict[str, Any]:
    others, table = characters.more(chars)
    known = characters.everyday() + others
    return {
        "syllables": text(characters.syllables()),
        "level": text(characters.level()),
        "more": text(table) if inline else _inline_or_file("more", table, files),
        "old": _add_file("old", characters.old(chars, known), files),
        "rest": _add_file("rest", characters.rest(), files),
    }


def _inline_or_file(stem: str, data: bytes, files: dict[str, bytes]) -> str:
    """`data` in base64 if it is small; otherwise the name of its new file, after a colon."""
    return text(data) if len(data) <= INLINE else f":{_add_file(stem, data, files)}"


def _add_file(stem: str, data: bytes, files: dict[str, bytes]) -> str:
    """Add a file to `files` and return its name."""
    name = f"{stem}-{checksum(data)}.bin"
    files[name] = data
    return name


def _everyday(facts: SearchFacts, names: Set[str], files: dict[str, bytes]) -> tuple[str, str, str]:
    """Add the files with everyday words and English for what is in the folded names.

    Returns the name of the file of words ("" without any); what names of files of English begin
    with, and the letters of which there is one.
    """
    rows, english = tables_of((*map(own_group, facts.synonyms), *common_groups()), names)
    words = ""
    if rows:
        data = compact(rows)
        words = f"words-{checksum(data)}.json"
        files[words] = data
    stem = f"en-{digest(compact(english))[:8]}-"
    letters = sorted({phrase[0] for phrase in english})
    for letter in letters:
        own = {phrase: words for phrase, words in english.items() if phrase[0] == letter}
        files[f"{stem}{letter}.json"] = compact(own)
    return words, stem, "".join(letters)


def _category(node: Node) -> list[Any]:
    spellings = dict.fromkeys(fold(name.text) for name in node.names)
    return [node.id, node.label, node.depth, " ".join(spellings)]


def _regions(
    regions: Sequence[Node], numbering: Numbering, files: dict[str, bytes]
) -> dict[str, Any]:
    """The regions as rows [id, label, depth, start, size, node, nodes].

    Of a large tree only the upper two levels are in `regions`. `below` has the names of the files
    with the levels below, by the position of their region of the second level in `regions`.
    """
    rows = [_region(node, numbering.regions[node.id]) for node in regions]
    if len(rows) <= REGIONS_INLINE:
        return {"regions": rows}
    upper_rows = [row for row in rows if row[2] < 2]
    below: dict[str, str] = {}
    for position, row in enumerate(upper_rows):
        if row[2] == 1 and row[6] > 1:
            data = compact(rows[row[5] + 1 : row[5] + row[6]])
            name = f"r-{row[5]:x}-{checksum(data)}.json"
            files[name] = data
            below[str(position)] = name
    return {"regions": upper_rows, "below": below}


def _region(node: Node, region_range: RegionRange) -> list[Any]:
    return [
        node.id,
        node.label,
        node.depth,
        region_range.start,
        region_range.size,
        region_range.node,
        region_range.nodes,
    ]


def _further(subjects: Sequence[Subject], numbering: Numbering) -> bytes:
    """The further regions of entries that have some, as varints.

    For each entry: the difference of its id to the previous one, the number of regions, and their
    nodes, each as the difference to the previous one.
    """
    numbers = []
    previous = 0
    for subject in subjects:
        ranges = (numbering.regions.get(region) for region in subject.further)
        nodes = sorted({region.node for region in ranges if region})
        if nodes:
            number = numbering.ids[subject.key]
            steps = (
                node - previous_node
                for node, previous_node in zip(nodes, (0, *nodes), strict=False)
            )
            numbers += [number - previous, len(nodes), *steps]
            previous = number
    return b"".join(map(varint, numbers))


def text(data: bytes) -> str:
    """Base64, for bytes within JSON."""
    return b64encode(data).decode()
