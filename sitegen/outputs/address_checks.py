"""What is wrong with the addresses of a site: two want one, or one cannot be published."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from sitegen.catalogue.assembly import Locate
from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.model.path_parts import objection
from sitegen.outputs import former_addresses
from sitegen.outputs.addresses import MEDIA, WELL_KNOWN, address_of
from sitegen.outputs.addresses import entry as entry_address
from sitegen.outputs.output import Output
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.templates import FOLDER

SAME_ADDRESS = Kind(
    "address.taken",
    Severity.ERROR,
    zh="网址 /{address} 有两个页面要用[[（另一个是 {other}）]]",
    en="two pages want the address /{address}[[ (the other is {other})]]",
    fix_zh="改掉其中一个的文件名或 former_urls",
    fix_en="change the file name or former_urls of one of them",
)
BAD_FORMER = Kind(
    "address.bad-former-url",
    Severity.ERROR,
    zh="旧网址“{address}”不能用：{why}",
    en="“{address}” cannot be a former address: {why_en}",
    fix_zh="[[改成 {right}；]]从前真有这个网址，就请管理服务器的人把它转到新网址，这里不写",
    fix_en="[[write {right}; ]]if it did exist, ask whoever runs the server to redirect it, and remove it here",
)
UNPUBLISHABLE = Kind(
    "address.unpublishable",
    Severity.ERROR,
    zh="网址 /{address} 里的“{part}”不能用：{why}",
    en="“{part}” in the address /{address} cannot be used: {why_en}",
    fix_zh="给“{part}”换一个名字，用英文字母、数字和减号",
    fix_en="give “{part}” another name, of letters a–z, digits and hyphens",
)
RESERVED_PAGE = Kind(
    "address.reserved",
    Severity.ERROR,
    zh="页面编号“{id}”留作他用",
    en="the page id “{id}” is reserved",
    fix_zh="给这个页面换一个文件名",
    fix_en="give this page another file name",
)
FORMER = "redirect"
"""The recipe of pages at former addresses."""


class AddressChecks:
    """Collects the outputs of a site, and finds what is wrong with their addresses.

    A problem is placed where an author chose the address, if one did.
    """

    def __init__(self, catalogue: Catalogue, locate: Locate) -> None:
        self._entries = {**catalogue.gone, **catalogue.entries}
        self._locate = locate
        self._folded: dict[str, Output] = {}

    def of_entries(self, reserved: Container[str]) -> Iterator[Problem]:
        """Problems of addresses that entries choose; no page of the site's own may take `reserved`."""
        for entry in self._entries.values():
            for position, text in enumerate(entry.former_urls):
                wrong = former_addresses.fault(text)
                if wrong is not None:
                    at = self._locate(entry, ("former_urls", position))
                    facts = {"address": text, "right": wrong.right}
                    facts |= {"why": wrong.why.zh, "why_en": wrong.why.en}
                    yield Problem(BAD_FORMER, at, facts)
            if entry.collection == "pages" and entry_address(entry).partition("/")[0] in reserved:
                yield Problem(RESERVED_PAGE, Location(entry.file, 1, 1), {"id": entry.id})

    def add(self, output: Output) -> Problem | None:
        """Take in an output; a problem where another has its address, in capital letters or not."""
        known = self._folded.setdefault(output.path.casefold(), output)
        if known is output:
            return None
        facts = {"address": address_of(output.path), "other": known.args[0] if known.args else ""}
        return Problem(SAME_ADDRESS, self._place(output), facts)

    def files_as_folders(self) -> Iterator[Problem]:
        """A path that is a file for one output cannot be a folder for another, nor lie in a bundle:
        which names a bundle has is known only when it is made."""
        for path, output in self._folded.items():
            parts = path.split("/")
            for length in range(1, len(parts)):
                above = "/".join(parts[:length])
                other = self._folded.get(above)
                if other is not None:
                    chosen = output if output.recipe == FORMER else other
                    facts = {"address": other.path, "other": output.path}
                    yield Problem(SAME_ADDRESS, self._place(chosen), facts)
                bundle = f"{above}/"
                if bundle in self._folded and bundle != path:
                    facts = {"address": output.path, "other": bundle}
                    yield Problem(SAME_ADDRESS, self._place(output), facts)

    def unpublishable(self, outputs: Iterable[Output]) -> Iterator[Problem]:
        """Addresses with a part that cannot be published. Ids and former addresses were looked at where
        they are written; this is about all else that chooses an address, such as a script's name."""
        known: set[str] = set()
        for output in outputs:
            parts = output.path.removesuffix("/").split("/")
            if known.issuperset(parts):
                continue
            if parts[0] == WELL_KNOWN and output.recipe == "public":
                parts = parts[1:]
            plain = not output.path.startswith(MEDIA)
            for part in parts:
                why = objection(part, plain=plain, by_operator=True)
                if why is not None:
                    facts = {"address": output.path, "part": part, "why": why.zh, "why_en": why.en}
                    yield Problem(UNPUBLISHABLE, self._place(output), facts)
                    break
            if plain:
                known.update(parts)

    def _place(self, output: Output) -> Location:
        """Where the address of an output was chosen."""
        for argument in output.args:
            entry = self._entries.get(argument)
            if entry is not None:
                return self._in_entry(entry, output)
        if output.recipe == "public":
            return Location(output.args[0])
        if output.path.startswith(MEDIA) and output.args:
            return Location(f"content/media/{output.args[0]}")
        if output.recipe == "script":
            return Location(f"{FOLDER}js/built/{output.args[0]}.js")
        return Location("site.yaml", 1, 1)

    def _in_entry(self, entry: Entry, output: Output) -> Location:
        if output.recipe == FORMER:
            for position, text in enumerate(entry.former_urls):
                if former_addresses.former(text) == output.args[1]:
                    return self._locate(entry, ("former_urls", position))
        return Location(entry.file, 1, 1)
