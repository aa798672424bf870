"""A small site with all that servers stumble over, as a server shows it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.publishing.compression import ENCODINGS, Packer
from sitegen.publishing.finished import FinishedSite, open_site
from sitegen.publishing.server_configs.policy import Policy
from tests.support import pictures
from tests.support.basic_site import PEAR, SITE
from tests.support.servers import Server
from tests.support.site_test import SiteTest

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}</svg>'.format(
    '<path d="M1 1h6v6z"/>' * 60
)
FILES = {
    "content/gi/qingxi-xueli.md": PEAR.replace(
        "name:",
        "former_urls: [/old/pear.html, /old/pear/]\n"
        "images: [{file: 青溪 雪梨.png, alt: 一只梨}]\nname:",
        1,
    ),
    "content/organizations/qingxi-li-xiehui.yaml": (
        "name: 青溪县雪梨协会\npinyin: qīng xī xiàn xuě lí xié huì\nkind: 协会\nregion: qingxi\n"
        "contact_public: {phone: 0536-1234567}\n"
    ),
    "content/media/青溪 雪梨.png": pictures.png(640, 480),
    "templates/public/logo.svg": DRAWING,
    "templates/public/site.webmanifest": '{"name": "名录"}' + " " * 600,
    "templates/public/.well-known/security.txt": "Contact: mailto:a@test.example\n",
}
ODD = '旧 "梨"/$1{x}\'s%20;#(a)/'
"""A former address that no build takes, and no configuration may stumble over."""
ODD_FILE = "empty/图 100%(1)'s #$1 %41.svg"
STRAY = {
    ".git/config": "secret",
    "gi/.hidden": "secret",
    "empty/more/thing.mjs": "export const pear = 1;\n",
    "empty/more/pear.avif": "no picture",
    ODD_FILE: DRAWING,
}
"""Files of others in the folder of the site."""


@dataclass(frozen=True)
class Shown:
    """A server of one form that shows the small site."""

    form: str
    server: Server
    site: FinishedSite
    policy: Policy
    root: Path
    """The folder that is shown: the site, what was packed, and files of others."""

    @property
    def base(self) -> str:
        return self.site.base_path

    @property
    def encodings(self) -> tuple[str, ...]:
        return ("gzip",) if self.form == "nginx" else ("br", "gzip")


def built(folder: Path, base_path: str) -> FinishedSite:
    settings = SITE.replace("https://test.example/", f"https://test.example{base_path}")
    site = SiteTest(folder, {**FILES, "site.yaml": f"{settings}base_path: {base_path}\n"})
    finished = open_site(site.build().passes().target)
    return replace(finished, redirects={**finished.redirects, ODD: "gi/qingxi-xueli/"})


def put(site: FinishedSite, root: Path, cache: Path) -> None:
    """Put the site, what is packed of it and the files of others into `root`."""
    shutil.copytree(site.root, root)
    for packed in Packer(cache, 2).packed(site):
        (root / packed.path).write_bytes(packed.read())
    for path, text in STRAY.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for encoding in ENCODINGS:
        (root / f"{ODD_FILE}{encoding.suffix}").write_bytes(encoding.pack(DRAWING.encode()))
